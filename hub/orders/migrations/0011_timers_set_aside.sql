-- A timer that could not be carried out says why here and fires no more, so that the others do. The next start
-- and the next act that moves its assignment's deadlines try it again.
ALTER TABLE timer ADD COLUMN aside TEXT;
DROP INDEX timer_fire;
CREATE INDEX timer_fire ON timer (fire_at) WHERE aside IS NULL;
