-- File requests that were told to an app, and are told by text message where nothing comes of it.
CREATE TABLE app_fallbacks (
    file_request_id TEXT PRIMARY KEY,
    told_at BIGINT NOT NULL
) WITHOUT ROWID;
CREATE INDEX app_fallbacks_age ON app_fallbacks (told_at);
