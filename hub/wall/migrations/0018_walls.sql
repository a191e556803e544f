-- Walls, what stands on each, presets, and the boards of before the last changes, for undoing. A former board's
-- number is its version: the journal entry that made it.
CREATE TABLE wall (id TEXT PRIMARY KEY, json TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE wall_board (wall TEXT PRIMARY KEY REFERENCES wall (id), json TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE wall_preset (
    id TEXT PRIMARY KEY,
    wall TEXT NOT NULL REFERENCES wall (id),
    json TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX wall_preset_wall ON wall_preset (wall);
CREATE TABLE wall_former (
    wall TEXT NOT NULL REFERENCES wall (id),
    number INTEGER NOT NULL,
    json TEXT NOT NULL,
    PRIMARY KEY (wall, number)
) STRICT, WITHOUT ROWID;
