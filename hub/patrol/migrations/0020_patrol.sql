-- Groups of cameras that are looked at one after another.
CREATE TABLE patrol_group (id TEXT PRIMARY KEY, json TEXT NOT NULL) STRICT, WITHOUT ROWID;
