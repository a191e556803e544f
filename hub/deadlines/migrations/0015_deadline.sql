-- Not only assignments have deadlines: a kind's number belongs to one capability (hub/deadlines/deadline.h). Those of
-- orders keep theirs.
DROP INDEX timer_fire;
ALTER TABLE timer RENAME TO deadline;
ALTER TABLE deadline RENAME COLUMN assignment TO subject;
CREATE INDEX deadline_fire ON deadline (fire_at) WHERE aside IS NULL;
