-- What no report names expires (attachments.unnamed_days). Reports are not taken back, so what has been named once
-- stays; the index holds only what may expire.
ALTER TABLE attachment ADD COLUMN named INTEGER NOT NULL DEFAULT 0;
UPDATE attachment SET named = 1 WHERE id IN (SELECT attachment FROM report_attachment);
CREATE INDEX attachment_unnamed ON attachment (time) WHERE named = 0;
CREATE TRIGGER report_names_attachment AFTER INSERT ON report_attachment BEGIN
    UPDATE attachment SET named = 1 WHERE id = NEW.attachment;
END;
-- When an account brought it last: how much it may bring within some days is limited.
ALTER TABLE attachment_owner ADD COLUMN time INTEGER NOT NULL DEFAULT 0;
UPDATE attachment_owner
    SET time = (SELECT a.time FROM attachment a WHERE a.id = attachment_owner.attachment);
CREATE INDEX attachment_brought ON attachment_owner (account, time);
