-- Checks are chains of OR, not IN lists: SQLite builds a temporary table for a longer list, at every row.

-- Everything that leaves the machine: written in the transaction that causes it, claimed before it is handed over.
CREATE TABLE outbox (
    id TEXT PRIMARY KEY,
    channel TEXT NOT NULL CHECK (
        channel = 'sms' OR channel = 'email' OR channel = 'push' OR channel = 'webhook' OR channel = 'video'),
    recipient TEXT NOT NULL,
    subject TEXT,
    body BLOB NOT NULL,                  -- UTF-8, or sealed where body_sealed is 1
    body_sealed INTEGER NOT NULL DEFAULT 0,
    status TEXT NOT NULL CHECK (
        status = 'queued' OR status = 'sending' OR status = 'sent' OR status = 'delivered'
        OR status = 'rejected' OR status = 'failed' OR status = 'in_doubt' OR status = 'cancelled'),
    attempts INTEGER NOT NULL DEFAULT 0,
    priority INTEGER NOT NULL DEFAULT 0, -- higher leaves first
    created_at BIGINT NOT NULL,
    not_before BIGINT NOT NULL,
    claimed_at BIGINT,
    sent_at BIGINT,
    provider TEXT NOT NULL,
    account_id TEXT,
    user_id TEXT,                        -- whom it concerns, where known
    reference TEXT NOT NULL,             -- the id of what caused it
    last_error TEXT                      -- a reason key
) WITHOUT ROWID;
CREATE INDEX outbox_due ON outbox (priority DESC, not_before, id) WHERE status = 'queued';
CREATE INDEX outbox_claimed ON outbox (id) WHERE status = 'sending';
CREATE INDEX outbox_age ON outbox (created_at, id);
CREATE INDEX outbox_reference ON outbox (reference);
CREATE INDEX outbox_trouble ON outbox (created_at, id)
    WHERE status = 'failed' OR status = 'in_doubt' OR status = 'rejected';
