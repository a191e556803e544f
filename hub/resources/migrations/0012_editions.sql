-- What an import brings is stored in pieces and shown at once. Each row of the three tables belongs to an
-- edition: it is seen from edition `since` on and, unless `until` is 0, only before edition `until`. An import
-- stores its rows with the number of the edition it has opened, which nobody sees yet, and closes the rows that they
-- replace; raising `shown` to that number then turns the page for everybody. Whoever reads uses the views, which bear
-- the tables' old names.
CREATE TABLE edition (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    shown INTEGER NOT NULL,
    open INTEGER NOT NULL,           -- shown + 1 while an import stores, or after one was cut off; else 0
    resources_after INTEGER NOT NULL, -- its rows have higher numbers than these
    units_after INTEGER NOT NULL
) STRICT;
INSERT INTO edition VALUES (1, 0, 0, 0, 0);
-- What others have changed since the edition was opened: there the import looks again before it shows.
CREATE TABLE edition_change (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL,        -- of a resource or unit
    layer INTEGER,           -- NULL for a unit
    code TEXT NOT NULL
) STRICT;

CREATE TABLE resource_edition (
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    since INTEGER NOT NULL,
    until INTEGER NOT NULL,
    layer INTEGER NOT NULL,
    code TEXT NOT NULL,
    kind TEXT NOT NULL,
    area TEXT NOT NULL,
    lon REAL NOT NULL,
    lat REAL NOT NULL,
    json TEXT NOT NULL
) STRICT;
INSERT INTO resource_edition SELECT row, id, 0, 0, layer, code, kind, area, lon, lat, json FROM resource;
DROP TABLE resource;
CREATE UNIQUE INDEX resource_id ON resource_edition (id, since);
CREATE UNIQUE INDEX resource_code ON resource_edition (layer, code, since) WHERE code <> '';
CREATE INDEX resource_area ON resource_edition (area);
CREATE INDEX resource_until ON resource_edition (until) WHERE until <> 0;

CREATE TABLE unit_edition (
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    since INTEGER NOT NULL,
    until INTEGER NOT NULL,
    state INTEGER NOT NULL,
    area TEXT NOT NULL,
    name TEXT NOT NULL,
    json TEXT NOT NULL
) STRICT;
INSERT INTO unit_edition SELECT row, id, 0, 0, state, area, name, json FROM unit;
DROP TABLE unit;
CREATE UNIQUE INDEX unit_id ON unit_edition (id, since);
CREATE INDEX unit_area ON unit_edition (area);
CREATE INDEX unit_until ON unit_edition (until) WHERE until <> 0;

CREATE TABLE area_edition (
    code TEXT NOT NULL,
    since INTEGER NOT NULL,
    until INTEGER NOT NULL,
    json TEXT NOT NULL,  -- without rings
    rings TEXT NOT NULL, -- JSON array, "[]" without any
    PRIMARY KEY (code, since)
) STRICT, WITHOUT ROWID;
INSERT INTO area_edition SELECT code, 0, 0, json, rings FROM area;
DROP TABLE area;
CREATE INDEX area_since ON area_edition (since);
CREATE INDEX area_until ON area_edition (until) WHERE until <> 0;

-- A plus sign keeps SQLite from looking rows up by edition instead of by what is asked for; rows that were there
-- before any import do not ask which edition is shown.
CREATE VIEW resource AS
    SELECT row, id, layer, code, kind, area, lon, lat, json FROM resource_edition
    WHERE (+since = 0 OR +since <= (SELECT shown FROM edition))
        AND (+until = 0 OR +until > (SELECT shown FROM edition));
CREATE VIEW unit AS
    SELECT row, id, state, area, name, json FROM unit_edition
    WHERE (+since = 0 OR +since <= (SELECT shown FROM edition))
        AND (+until = 0 OR +until > (SELECT shown FROM edition));
CREATE VIEW area AS
    SELECT code, json, rings FROM area_edition
    WHERE (+since = 0 OR +since <= (SELECT shown FROM edition))
        AND (+until = 0 OR +until > (SELECT shown FROM edition));
