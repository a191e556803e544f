-- Open assignments in the order they were issued instead of by unit: an order then adds to the end of one page
-- instead of changing a page for each of its units, which was more than half of what it wrote. Whose they are is
-- found by walking the index, 16 bytes for each assignment that is open in the whole hall.
DROP INDEX assignment_open;
CREATE INDEX assignment_open ON assignment (row, unit_key) WHERE open = 1;
