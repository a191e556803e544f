-- Consultations. `ended` is ms, or null while one may be entered; `about` is the order's id, or empty.
CREATE TABLE consult (
    id TEXT PRIMARY KEY,
    about TEXT NOT NULL,
    ended INTEGER,
    json TEXT NOT NULL
) STRICT, WITHOUT ROWID;
-- An order has one room at a time.
CREATE UNIQUE INDEX consult_about ON consult (about) WHERE ended IS NULL AND about <> '';
CREATE INDEX consult_ended ON consult (ended);
