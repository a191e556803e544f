-- The highest key whose answer was forgotten. Whoever comes with one up to it and is not known may have been
-- carried out, whatever the clock says now: it may have been ahead when the answer was forgotten.
CREATE TABLE answers_forgotten (one INTEGER PRIMARY KEY CHECK (one = 1), key TEXT NOT NULL) STRICT;
INSERT INTO answers_forgotten VALUES (1, '');
CREATE TRIGGER command_forgotten AFTER DELETE ON command BEGIN
    UPDATE answers_forgotten SET key = max(key, OLD.key);
END;
