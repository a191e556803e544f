-- Rows hold their value's JSON text: answers and snapshots are put together from it. The columns in front are
-- what is searched by.
CREATE TABLE area (
    code TEXT PRIMARY KEY,
    json TEXT NOT NULL,      -- without rings
    rings TEXT NOT NULL      -- JSON array, "[]" without any
) STRICT, WITHOUT ROWID;
-- Rises whenever an area changes; caches compare it.
CREATE TABLE area_revision (one INTEGER PRIMARY KEY CHECK (one = 1), revision INTEGER NOT NULL) STRICT;
INSERT INTO area_revision VALUES (1, 0);

CREATE TABLE resource (
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    layer INTEGER NOT NULL,
    code TEXT NOT NULL,
    kind TEXT NOT NULL,
    area TEXT NOT NULL,
    lon REAL NOT NULL,
    lat REAL NOT NULL,
    json TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX resource_code ON resource (layer, code) WHERE code <> '';
CREATE INDEX resource_area ON resource (area);
CREATE VIRTUAL TABLE resource_box USING rtree (row, west, east, south, north);
-- What a text search looks through, apart from the wide rows: name, code, initials and address in lower case.
CREATE TABLE resource_text (row INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;

CREATE TABLE unit (
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    state INTEGER NOT NULL,
    area TEXT NOT NULL,
    name TEXT NOT NULL,
    json TEXT NOT NULL
) STRICT;
CREATE INDEX unit_area ON unit (area);
CREATE TABLE unit_text (row INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;
