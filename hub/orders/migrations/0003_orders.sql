-- Orders by their running number: new rows go to the end, lists read from there.
CREATE TABLE orders (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    state INTEGER NOT NULL,
    open INTEGER NOT NULL,
    area TEXT NOT NULL,
    closed INTEGER,
    json TEXT NOT NULL
) STRICT;
CREATE INDEX orders_open ON orders (open) WHERE open = 1;
CREATE INDEX orders_closed ON orders (closed) WHERE closed IS NOT NULL;

-- row is number × 65536 + position, so that an order's assignments are one range of the table.
CREATE TABLE assignment (
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    unit TEXT NOT NULL,
    unit_key INTEGER NOT NULL, -- a hash of unit
    unit_area TEXT NOT NULL,
    role INTEGER NOT NULL,
    state INTEGER NOT NULL,
    open INTEGER NOT NULL,
    acknowledged INTEGER,
    json TEXT NOT NULL
) STRICT;
-- Units come in any order, so every new assignment touches another page of an index by unit; two small
-- ones, numbers instead of ids, and what is over apart, keep those pages few when an order is issued.
CREATE INDEX assignment_open ON assignment (unit_key) WHERE open = 1;
CREATE INDEX assignment_over ON assignment (unit_key) WHERE open = 0;

CREATE TABLE report (
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    number INTEGER NOT NULL,
    json TEXT NOT NULL
) STRICT;
CREATE INDEX report_order ON report (number);
CREATE TABLE report_attachment (
    attachment TEXT NOT NULL,
    number INTEGER NOT NULL,
    PRIMARY KEY (attachment, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE supervision (
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    number INTEGER NOT NULL,
    json TEXT NOT NULL
) STRICT;
CREATE INDEX supervision_order ON supervision (number);

-- Pending firings; deleted in the transaction that records what they did.
CREATE TABLE timer (
    assignment TEXT NOT NULL,
    kind INTEGER NOT NULL,
    due INTEGER NOT NULL,
    level INTEGER NOT NULL,
    fire_at INTEGER NOT NULL,
    PRIMARY KEY (assignment, kind, due, level)
) STRICT, WITHOUT ROWID;
CREATE INDEX timer_fire ON timer (fire_at);
