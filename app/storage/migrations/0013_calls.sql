-- Calls to patients' phones: a row a device that was to ring.

CREATE TABLE call_attempts (
    id TEXT PRIMARY KEY,
    call_key TEXT NOT NULL,              -- the id of the first of those that make up one call
    device_id TEXT NOT NULL,
    user_id TEXT NOT NULL,
    call_id TEXT,                        -- the caller's own name of the call
    state TEXT NOT NULL CHECK (
        state = 'dispatched' OR state = 'registered' OR state = 'ringing' OR state = 'answered'
        OR state = 'ended' OR state = 'refused' OR state = 'unreachable' OR state = 'failed'
        OR state = 'timed_out'),
    reason TEXT,                         -- a reason key: why it ended so
    sip_status INTEGER,
    dispatched_at BIGINT NOT NULL,
    accepted_at BIGINT,                  -- the push service took the push
    registered_at BIGINT,
    ringing_at BIGINT,
    answered_at BIGINT,
    ended_at BIGINT,
    cancelled_at BIGINT,                 -- the phone was told to stop
    due_at BIGINT                        -- when the clock ends what it is in; NULL: it is over
) WITHOUT ROWID;
CREATE INDEX call_attempts_due ON call_attempts (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX call_attempts_live ON call_attempts (device_id, dispatched_at, id) WHERE due_at IS NOT NULL;
CREATE INDEX call_attempts_key ON call_attempts (call_key);
CREATE INDEX call_attempts_age ON call_attempts (dispatched_at, id);
CREATE INDEX call_attempts_device ON call_attempts (device_id, dispatched_at, id);
CREATE INDEX call_attempts_user ON call_attempts (user_id, dispatched_at, id);
CREATE INDEX call_attempts_call ON call_attempts (call_id, dispatched_at, id) WHERE call_id IS NOT NULL;
CREATE INDEX call_attempts_trouble ON call_attempts (dispatched_at, id) WHERE
    (state = 'timed_out' OR state = 'unreachable' OR state = 'failed' OR state = 'refused'
    OR (state = 'ended' AND answered_at IS NULL AND (cancelled_at IS NULL OR reason = 'call.not_answered')));
