CREATE TABLE file_requests (
    id TEXT PRIMARY KEY,
    account_id TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    type TEXT NOT NULL,
    prompt TEXT,
    patient_user_id TEXT NOT NULL,
    patient_date_of_birth TEXT NOT NULL, -- what the patient page asks for: the request's own, not the user's
    staff_user_id TEXT NOT NULL,
    staff_name TEXT NOT NULL,
    recipient_user_id TEXT NOT NULL,
    recipient_mobile TEXT,
    recipient_email TEXT,
    recipient_is_proxy INTEGER NOT NULL,
    attempt_app_delivery INTEGER NOT NULL,
    language TEXT NOT NULL,
    short_link_id TEXT NOT NULL,
    short_link_expires_at BIGINT,
    expires_at BIGINT,
    files_update_webhook_url TEXT,
    state TEXT NOT NULL CHECK (
        state = 'open' OR state = 'answered' OR state = 'done' OR state = 'cancelled'),
    opened_at BIGINT,
    answered_at BIGINT,
    closed_at BIGINT,                    -- done or cancelled
    assignee_id TEXT,                    -- staff.id
    wrong_dates INTEGER NOT NULL DEFAULT 0,
    lock_count INTEGER NOT NULL DEFAULT 0,
    locked_until BIGINT
) WITHOUT ROWID;
CREATE UNIQUE INDEX file_requests_short_link ON file_requests (short_link_id);
CREATE INDEX file_requests_age ON file_requests (created_at, id);
CREATE INDEX file_requests_account ON file_requests (account_id, created_at, id);
CREATE INDEX file_requests_patient ON file_requests (patient_user_id, created_at, id);
-- The work lists; the open ones are nearly all there are, and making one should not pay for it.
CREATE INDEX file_requests_state ON file_requests (state, created_at, id) WHERE state <> 'open';

CREATE TABLE files (
    id TEXT PRIMARY KEY,
    file_request_id TEXT,                -- NULL: a file that came without a request
    user_id TEXT NOT NULL,               -- the patient, whose key seals it
    account_ids TEXT NOT NULL DEFAULT '',-- without a request: the accounts it belongs to, separated by U+001F; empty: all
    created_at BIGINT NOT NULL,
    expires_at BIGINT,
    description TEXT,
    original_name TEXT NOT NULL,
    mime_type TEXT NOT NULL,
    size BIGINT NOT NULL,                -- of the stored content, in bytes, before sealing
    image_width INTEGER,
    image_height INTEGER,
    photo_created_at BIGINT,
    has_thumbnail INTEGER NOT NULL DEFAULT 0,
    scan_state TEXT NOT NULL DEFAULT 'clean' CHECK (
        scan_state = 'clean' OR scan_state = 'waiting' OR scan_state = 'infected'),
    removed_at BIGINT
) WITHOUT ROWID;
CREATE INDEX files_request ON files (file_request_id, created_at, id) WHERE file_request_id IS NOT NULL;
CREATE INDEX files_user ON files (user_id, created_at);

-- Who has given the right date of birth for a link, for a while.
CREATE TABLE patient_sessions (
    token_sha256 BLOB PRIMARY KEY,
    file_request_id TEXT NOT NULL,
    csrf TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
) WITHOUT ROWID;
CREATE INDEX patient_sessions_age ON patient_sessions (expires_at);
