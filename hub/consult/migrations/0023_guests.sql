-- Guests of consultations. `hash` is the SHA-256 of the link's secret until it is opened, and from then on that
-- of the guest's session: so a link opens once. `name` is what the chair wrote; `expires` is ms.
CREATE TABLE consult_guest (
    hash TEXT PRIMARY KEY,
    consult TEXT NOT NULL,
    member TEXT NOT NULL,
    name TEXT NOT NULL,
    opened INTEGER NOT NULL,
    expires INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX consult_guest_of ON consult_guest (consult, member);
