-- Groups of cameras that are looked at one after another, and what people on duty have said of each camera: once
-- in a round, `ordered` where an order was raised there.
CREATE TABLE patrol_group (id TEXT PRIMARY KEY, json TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE patrol_look (
    id TEXT PRIMARY KEY,
    round TEXT NOT NULL,
    camera TEXT NOT NULL,
    at INTEGER NOT NULL,
    ordered INTEGER NOT NULL,
    json TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX patrol_look_round ON patrol_look (round, camera);
CREATE INDEX patrol_look_at ON patrol_look (at);
