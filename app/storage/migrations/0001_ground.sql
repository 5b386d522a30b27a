-- Settings, staff, tokens, the audit chain and the keys. Ids are UUIDs as text, times UTC microseconds, so that the
-- same schema can stand on PostgreSQL.

CREATE TABLE settings (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL,
    changed_at BIGINT NOT NULL
) WITHOUT ROWID;

CREATE TABLE staff (
    id TEXT PRIMARY KEY,
    login TEXT NOT NULL UNIQUE,          -- folded: the same login in other case is the same person
    name TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('clinician', 'admin')),
    password_hash TEXT NOT NULL,         -- Argon2id, with its own salt and cost
    wrong_tries INTEGER NOT NULL DEFAULT 0,
    blocked_until BIGINT,
    created_at BIGINT NOT NULL,
    disabled_at BIGINT
) WITHOUT ROWID;

CREATE TABLE tokens (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    sha256 TEXT NOT NULL UNIQUE,         -- hex; the token itself is kept nowhere
    scopes TEXT NOT NULL,                -- separated by spaces
    legal_entity_id TEXT,
    created_at BIGINT NOT NULL,
    expires_at BIGINT,
    revoked_at BIGINT,
    last_used_at BIGINT
) WITHOUT ROWID;

CREATE TABLE token_accounts (
    token_id TEXT NOT NULL REFERENCES tokens (id),
    account_id TEXT NOT NULL,
    PRIMARY KEY (token_id, account_id)
) WITHOUT ROWID;

CREATE TABLE audit (
    seq INTEGER PRIMARY KEY,             -- no gaps: a missing row is found by `verify`
    at BIGINT NOT NULL,
    actor_kind TEXT NOT NULL,            -- staff, token, patient, system
    actor_id TEXT,
    actor_name TEXT,
    action TEXT NOT NULL,
    patient_id TEXT,
    subject TEXT,                        -- the id of what was touched
    source TEXT,                         -- where from: an address, "console" or "command"
    outcome TEXT NOT NULL,               -- ok, or a reason key
    hash BLOB NOT NULL                   -- SHA-256 over the row before's hash and this row
);
CREATE INDEX audit_patient ON audit (patient_id, seq);
CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;

-- A patient's data key, wrapped by the master key. Deleting the row makes all that it sealed unreadable.
CREATE TABLE data_keys (
    owner_id TEXT PRIMARY KEY,           -- a user's id, or 'clinic'
    wrapped BLOB NOT NULL,
    created_at BIGINT NOT NULL
) WITHOUT ROWID;

-- The first answers to requests with an Idempotency-Key, sealed, for 24 hours.
CREATE TABLE idempotent_answers (
    token_id TEXT NOT NULL,
    key TEXT NOT NULL,
    request_sha256 BLOB NOT NULL,
    answer BLOB NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (token_id, key)
) WITHOUT ROWID;
CREATE INDEX idempotent_answers_age ON idempotent_answers (created_at);
