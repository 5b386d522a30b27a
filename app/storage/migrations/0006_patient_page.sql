-- What lets patients pass a lock, and photos that have not come whole yet.

-- One-time codes. They are kept for a day, so that it can be counted how many were asked for.
CREATE TABLE patient_codes (
    id TEXT PRIMARY KEY,
    file_request_id TEXT NOT NULL,
    code BLOB NOT NULL,                  -- sealed with the patient's key
    created_at BIGINT NOT NULL,
    tries_left INTEGER NOT NULL          -- 0: used, replaced by a newer one, or tried too often
) WITHOUT ROWID;
CREATE INDEX patient_codes_request ON patient_codes (file_request_id, created_at);
CREATE INDEX patient_codes_age ON patient_codes (created_at);

-- Wrong dates that were given together with right codes: until then no code is sent or helps.
ALTER TABLE file_requests ADD COLUMN codes_locked_until BIGINT;

-- Uploads that may go on where they stopped, told apart by what is to come. Nothing of a photo is in them.
CREATE TABLE patient_uploads (
    id TEXT PRIMARY KEY,
    file_request_id TEXT NOT NULL,
    content_sha256 BLOB NOT NULL,        -- as the browser says; checked when all is there
    content_size BIGINT NOT NULL,
    received BIGINT NOT NULL,
    is_sent INTEGER NOT NULL,            -- 1: it is a file of the request now
    created_at BIGINT NOT NULL,
    touched_at BIGINT NOT NULL,
    UNIQUE (file_request_id, content_sha256)
) WITHOUT ROWID;
CREATE INDEX patient_uploads_age ON patient_uploads (touched_at);

-- Their sealed pieces, each a file of that name.
CREATE TABLE patient_upload_parts (
    upload_id TEXT NOT NULL,
    begins_at BIGINT NOT NULL,           -- its first byte's place in the photo
    length BIGINT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (upload_id, begins_at)
) WITHOUT ROWID;
