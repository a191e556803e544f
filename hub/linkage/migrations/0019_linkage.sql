-- What is linked to each wall, and the rules that link by themselves. The cursor is the number of the last journal
-- entry that they have been applied to: it moves in the transaction that carries out what follows from the entries.
CREATE TABLE wall_links (wall TEXT PRIMARY KEY, json TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE linkage_rule (id TEXT PRIMARY KEY, json TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE linkage_cursor (one INTEGER PRIMARY KEY CHECK (one = 1), seq INTEGER NOT NULL) STRICT;
INSERT INTO linkage_cursor VALUES (1, 0);
