-- Accounts, their sessions and one-time links; attachments and who brought them. Of tokens only the
-- SHA-256 is kept, of passwords the Argon2id text ('' for accounts that sign in by link only).
CREATE TABLE account (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    display_name TEXT NOT NULL,
    role TEXT NOT NULL,
    area TEXT NOT NULL,
    unit TEXT NOT NULL,
    disabled INTEGER NOT NULL,
    version INTEGER NOT NULL,
    password TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE session (
    hash TEXT PRIMARY KEY,
    account TEXT NOT NULL REFERENCES account (id),
    opened INTEGER NOT NULL,
    expires INTEGER NOT NULL,
    origin TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX session_account ON session (account);

-- purpose: 'setup' (the first administrator) or 'unit' (a phone for the account).
CREATE TABLE link (
    hash TEXT PRIMARY KEY,
    purpose TEXT NOT NULL,
    account TEXT NOT NULL,
    expires INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE attachment (
    id TEXT PRIMARY KEY,
    type TEXT NOT NULL,
    size INTEGER NOT NULL,
    time INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE attachment_owner (
    attachment TEXT NOT NULL REFERENCES attachment (id),
    account TEXT NOT NULL,
    PRIMARY KEY (attachment, account)
) STRICT, WITHOUT ROWID;
