-- Seals of the office. Picture (PNG) and electronic seal are encrypted with everything else in this file.
CREATE TABLE seal (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    width_mm REAL NOT NULL,
    height_mm REAL NOT NULL,
    picture BLOB NOT NULL,
    esl BLOB NOT NULL,
    valid_from_utc INTEGER,
    valid_until_utc INTEGER,
    per_day INTEGER,
    is_frozen INTEGER NOT NULL
);

-- Certificates a seal may be used with; no row means any.
CREATE TABLE seal_certificate (
    seal INTEGER NOT NULL REFERENCES seal (id) ON DELETE CASCADE,
    sha256 TEXT NOT NULL,
    PRIMARY KEY (seal, sha256)
) WITHOUT ROWID;

-- Who kept a seal from when to when, oldest first.
CREATE TABLE seal_custody (
    seal INTEGER NOT NULL REFERENCES seal (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    custodian TEXT NOT NULL,
    from_utc INTEGER,
    until_utc INTEGER,
    PRIMARY KEY (seal, position)
) WITHOUT ROWID;

-- The seal-use register: rows are only added. The body is the row as it was chained; the other columns are for looking it up.
CREATE TABLE seal_use (
    position INTEGER PRIMARY KEY,
    number TEXT NOT NULL,
    time_utc INTEGER NOT NULL,
    seal TEXT NOT NULL,
    approval TEXT NOT NULL,
    job TEXT NOT NULL,
    body TEXT NOT NULL
);
CREATE INDEX seal_use_by_number ON seal_use (number);
CREATE INDEX seal_use_by_approval ON seal_use (approval);
CREATE INDEX seal_use_by_job ON seal_use (job);
