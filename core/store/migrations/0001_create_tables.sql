-- Times are milliseconds since 1970 UTC. body is the whole value as JSON; the other columns are what is asked by.
CREATE TABLE task (
    id TEXT PRIMARY KEY NOT NULL,
    box INTEGER NOT NULL,
    job TEXT NOT NULL,
    process_name TEXT NOT NULL,
    start_utc INTEGER NOT NULL,
    state INTEGER NOT NULL,
    body TEXT NOT NULL
);
CREATE INDEX task_by_box ON task (box, start_utc DESC);
CREATE INDEX task_by_job ON task (job);

CREATE TABLE work (
    id TEXT PRIMARY KEY NOT NULL,
    job TEXT NOT NULL,
    body TEXT NOT NULL
);

CREATE TABLE form (
    id TEXT NOT NULL,
    tag TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (id, tag)
);

CREATE TABLE draft (
    task TEXT PRIMARY KEY NOT NULL,
    saved_utc INTEGER NOT NULL,
    body TEXT NOT NULL
);

CREATE TABLE intent (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT UNIQUE NOT NULL,
    state INTEGER NOT NULL,
    target TEXT NOT NULL,
    job TEXT NOT NULL,
    next_try_utc INTEGER,
    body TEXT NOT NULL
);
CREATE INDEX intent_by_state ON intent (state, number);

CREATE TABLE process (
    id TEXT PRIMARY KEY NOT NULL,
    position INTEGER NOT NULL,
    body TEXT NOT NULL
);

CREATE TABLE meta (
    name TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL
);
