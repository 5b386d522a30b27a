-- Everything that leaves the machine: written in the transaction that causes it, claimed before it is handed over.
CREATE TABLE outbox (
    id TEXT PRIMARY KEY,
    channel TEXT NOT NULL CHECK (channel IN ('sms', 'email', 'push', 'webhook', 'video')),
    recipient TEXT NOT NULL,
    subject TEXT,
    body BLOB NOT NULL,                  -- UTF-8, or sealed where body_sealed is 1
    body_sealed INTEGER NOT NULL DEFAULT 0,
    status TEXT NOT NULL CHECK (status IN
        ('queued', 'sending', 'sent', 'delivered', 'rejected', 'failed', 'in_doubt', 'cancelled')),
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
CREATE INDEX outbox_due ON outbox (priority, not_before, id) WHERE status IN ('queued', 'sending');
CREATE INDEX outbox_age ON outbox (created_at, id);
CREATE INDEX outbox_reference ON outbox (reference);
CREATE INDEX outbox_trouble ON outbox (status, created_at) WHERE status IN ('failed', 'in_doubt', 'rejected');
