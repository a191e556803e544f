-- Who leads the hall and in which mode: one row, absent until somebody has said it.
CREATE TABLE duty (one INTEGER PRIMARY KEY CHECK (one = 1), json TEXT NOT NULL) STRICT;
