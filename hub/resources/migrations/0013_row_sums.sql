-- What all rows of a kind come to (hub/store/row_sum.h): their number, and four sums of what their texts hash to.
-- Kept up with each change, and said in the entry of each change, so that `verify` misses a row that no entry holds.
CREATE TABLE row_sum (
    kind TEXT PRIMARY KEY, -- resource, unit, area
    rows INTEGER NOT NULL,
    a INTEGER NOT NULL,
    b INTEGER NOT NULL,
    c INTEGER NOT NULL,
    d INTEGER NOT NULL,
    -- What showing the open edition will add: its rows, less those that they replace.
    staged_rows INTEGER NOT NULL,
    staged_a INTEGER NOT NULL,
    staged_b INTEGER NOT NULL,
    staged_c INTEGER NOT NULL,
    staged_d INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO row_sum SELECT 'resource', count(*), coalesce(sum(row_hash(json, 0)), 0),
    coalesce(sum(row_hash(json, 1)), 0), coalesce(sum(row_hash(json, 2)), 0), coalesce(sum(row_hash(json, 3)), 0),
    0, 0, 0, 0, 0 FROM resource;
INSERT INTO row_sum SELECT 'unit', count(*), coalesce(sum(row_hash(json, 0)), 0),
    coalesce(sum(row_hash(json, 1)), 0), coalesce(sum(row_hash(json, 2)), 0), coalesce(sum(row_hash(json, 3)), 0),
    0, 0, 0, 0, 0 FROM unit;
INSERT INTO row_sum SELECT 'area', count(*), coalesce(sum(row_hash(json || rings, 0)), 0),
    coalesce(sum(row_hash(json || rings, 1)), 0), coalesce(sum(row_hash(json || rings, 2)), 0),
    coalesce(sum(row_hash(json || rings, 3)), 0), 0, 0, 0, 0, 0 FROM area;

-- One that was dropped leaves its sums behind.
CREATE TRIGGER row_sum_begins AFTER UPDATE OF open ON edition WHEN OLD.open = 0 AND NEW.open <> 0 BEGIN
    UPDATE row_sum SET staged_rows = 0, staged_a = 0, staged_b = 0, staged_c = 0, staged_d = 0;
END;
CREATE TRIGGER row_sum_shown AFTER UPDATE OF shown ON edition WHEN OLD.shown <> NEW.shown BEGIN
    UPDATE row_sum SET rows = rows + staged_rows, a = a + staged_a, b = b + staged_b, c = c + staged_c,
        d = d + staged_d, staged_rows = 0, staged_a = 0, staged_b = 0, staged_c = 0, staged_d = 0;
END;
