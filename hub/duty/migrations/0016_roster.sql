-- The duty roster. Each row is its value as JSON, with the columns by which it is found; they follow from the value
-- (hub/duty/sqlite_duty_tables.cpp).
CREATE TABLE duty_post (id TEXT PRIMARY KEY, json TEXT NOT NULL) STRICT;
CREATE TABLE duty_person (id TEXT PRIMARY KEY, account TEXT NOT NULL, json TEXT NOT NULL) STRICT;
CREATE INDEX duty_person_account ON duty_person (account) WHERE account <> '';
CREATE TABLE duty_pattern (id TEXT PRIMARY KEY, json TEXT NOT NULL) STRICT;
CREATE TABLE duty_holidays (id TEXT PRIMARY KEY, json TEXT NOT NULL) STRICT;

CREATE TABLE duty_shift (
    id TEXT PRIMARY KEY,
    starts INTEGER NOT NULL,
    ends INTEGER NOT NULL,
    state INTEGER NOT NULL,
    post TEXT NOT NULL,
    json TEXT NOT NULL
) STRICT;
-- A shift lasts seven days at most, so those of a period are one range of the index.
CREATE INDEX duty_shift_starts ON duty_shift (starts);
CREATE INDEX duty_shift_on_duty ON duty_shift (starts) WHERE state = 1;

CREATE TABLE duty_exchange (
    id TEXT PRIMARY KEY,
    open INTEGER NOT NULL,
    decided INTEGER NOT NULL, -- 0 while it is open
    shift TEXT NOT NULL,
    in_return TEXT NOT NULL,
    json TEXT NOT NULL
) STRICT;
CREATE INDEX duty_exchange_open ON duty_exchange (open) WHERE open = 1;
CREATE INDEX duty_exchange_shift ON duty_exchange (shift);
CREATE INDEX duty_exchange_in_return ON duty_exchange (in_return) WHERE in_return <> '';
CREATE INDEX duty_exchange_decided ON duty_exchange (decided) WHERE decided > 0;

CREATE TABLE duty_leave (
    id TEXT PRIMARY KEY,
    open INTEGER NOT NULL,
    starts INTEGER NOT NULL,
    ends INTEGER NOT NULL,
    json TEXT NOT NULL
) STRICT;
CREATE INDEX duty_leave_ends ON duty_leave (ends);
CREATE INDEX duty_leave_open ON duty_leave (open) WHERE open = 1;

CREATE TABLE duty_handover (
    id TEXT PRIMARY KEY,
    outgoing TEXT NOT NULL UNIQUE,
    incoming TEXT NOT NULL,
    post TEXT NOT NULL,
    open INTEGER NOT NULL,
    drafted INTEGER NOT NULL,
    accepted INTEGER NOT NULL, -- 0 while it is open
    json TEXT NOT NULL
) STRICT;
CREATE INDEX duty_handover_open ON duty_handover (open) WHERE open = 1;
CREATE INDEX duty_handover_drafted ON duty_handover (drafted);

CREATE TABLE duty_log (
    id TEXT PRIMARY KEY,
    time INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    about TEXT NOT NULL, -- the order, or empty
    shift TEXT NOT NULL,
    stands INTEGER NOT NULL,
    text TEXT NOT NULL,  -- what is searched
    json TEXT NOT NULL
) STRICT;
CREATE INDEX duty_log_time ON duty_log (time, id);
CREATE INDEX duty_log_about ON duty_log (about) WHERE about <> '';
CREATE INDEX duty_log_shift ON duty_log (shift);
CREATE INDEX duty_log_stands ON duty_log (stands) WHERE stands = 1;
