-- Entries belong to the timeline of any thing: an order, a resource, a unit, an account. Their texts are hashed and
-- stay as they are; those stored before say "order" where new ones say "subject".
DROP INDEX journal_order;
ALTER TABLE journal RENAME COLUMN order_id TO subject;
CREATE INDEX journal_subject ON journal (subject) WHERE subject <> '';
