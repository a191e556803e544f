-- When a session was used last, to some minutes: a restart must not make an idle one young again. 0: not known,
-- as of every session before this.
ALTER TABLE session ADD COLUMN seen INTEGER NOT NULL DEFAULT 0;
