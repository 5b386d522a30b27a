-- What handing over to real providers needs: which remote end a row goes to, how often it was tried since it was put
-- into the queue, and how much an account has sent.
ALTER TABLE outbox ADD COLUMN lane TEXT NOT NULL DEFAULT '';   -- the provider, then a space and which of its remote ends
ALTER TABLE outbox ADD COLUMN tries INTEGER NOT NULL DEFAULT 0;-- since it was put into the queue, by the program or by a person
ALTER TABLE outbox ADD COLUMN trying_since BIGINT;             -- since when these tries go on
UPDATE outbox SET lane = provider;

DROP INDEX outbox_due;
CREATE INDEX outbox_lane ON outbox (lane, priority DESC, not_before, id) WHERE status = 'queued';
CREATE INDEX outbox_next ON outbox (not_before) WHERE status = 'queued';
-- Whom something is under way to: their messages leave one after the other.
CREATE INDEX outbox_under_way ON outbox (recipient) WHERE status = 'queued' OR status = 'sending';
-- The lists of one channel. Texts are most of what there is, and making one should not pay for it.
CREATE INDEX outbox_channel ON outbox (channel, created_at, id) WHERE channel <> 'sms';

-- How many messages an account handed over in a day (YYYY-MM-DD, the clinic's) or a minute (YYYY-MM-DDTHH:MM, UTC).
CREATE TABLE delivery_counts (
    channel TEXT NOT NULL,
    account_id TEXT NOT NULL,            -- empty: no account's
    period TEXT NOT NULL,
    messages INTEGER NOT NULL,
    PRIMARY KEY (channel, account_id, period)
) WITHOUT ROWID;
CREATE INDEX delivery_counts_age ON delivery_counts (period);
