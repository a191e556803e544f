-- Groups of cameras that are looked at one after another; what people on duty have said of each camera: once in a
-- round, `ordered` where an order was raised there; and which machine showed which camera when, which is no fact of
-- the journal: a span is told again while it lasts, and what is old goes away.
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
CREATE TABLE patrol_shown (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    account TEXT NOT NULL,
    machine TEXT NOT NULL,
    grp TEXT NOT NULL,
    camera TEXT NOT NULL,
    began INTEGER NOT NULL,
    ended INTEGER NOT NULL,
    area TEXT NOT NULL,
    by_name TEXT NOT NULL,
    group_name TEXT NOT NULL,
    camera_name TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX patrol_shown_span ON patrol_shown (account, machine, grp, began, camera);
CREATE INDEX patrol_shown_ended ON patrol_shown (ended);
