-- The journal. `body` is the entry's JSON text without `previous` and `hash`, exactly as hashed; the other
-- columns repeat what decides who sees it, so that catching up needs no decoding.
CREATE TABLE journal (
    seq INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    entity TEXT NOT NULL,
    order_id TEXT NOT NULL,
    areas TEXT NOT NULL,  -- joined with spaces
    units TEXT NOT NULL,  -- joined with spaces
    body TEXT NOT NULL,
    hash TEXT NOT NULL
) STRICT;
CREATE INDEX journal_order ON journal (order_id) WHERE order_id <> '';

-- The end of the journal, written with every commit: entries missing at the end are noticed too.
CREATE TABLE journal_head (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    seq INTEGER NOT NULL,
    hash TEXT NOT NULL
) STRICT;
INSERT INTO journal_head VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');

-- Commands carried out, for their repetitions. `body` is NULL when the answer is Done of the entry `seq`
-- with that entry's own body, which the journal holds.
CREATE TABLE command (
    key TEXT PRIMARY KEY,
    account TEXT NOT NULL,
    digest TEXT NOT NULL,
    status INTEGER NOT NULL,
    seq INTEGER,
    body TEXT
) STRICT, WITHOUT ROWID;
