-- People, units, identities, groups and duties as the server's own objects; key is the distinguished name.
CREATE TABLE office_object (
    kind INTEGER NOT NULL,
    key TEXT NOT NULL,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (kind, key)
) WITHOUT ROWID;
CREATE INDEX office_object_by_name ON office_object (kind, name);

-- Dictionaries of applications that forms ask for. A missing one is kept as such, so that it is not asked for each time.
CREATE TABLE dictionary (
    application TEXT NOT NULL,
    name TEXT NOT NULL,
    read_utc INTEGER NOT NULL,
    body TEXT,
    PRIMARY KEY (application, name)
) WITHOUT ROWID;
