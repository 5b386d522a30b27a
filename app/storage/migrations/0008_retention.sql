-- What erasing needs: a key of its own for each hour's files of a patient, and the persons whose erasing is under way.

ALTER TABLE files ADD COLUMN data_key TEXT; -- data_keys.owner_id of what seals it; NULL: the patient's own key

CREATE TABLE erasures (
    user_id TEXT PRIMARY KEY,            -- users.id, emptied already; the rest of what was theirs is on its way out.
                                         -- '': something was erased, and the file's free places still hold it
    begun_at BIGINT NOT NULL
) WITHOUT ROWID;

CREATE INDEX patient_sessions_request ON patient_sessions (file_request_id);

-- Lists go by state, and each state's rows have indexes of their own: a rare one is found at once among a million others,
-- and making a request, which is open, fills as many indexes as before. They hold what is asked of their rows, so that
-- rows that do not fit are passed over in the index (the state too: SQLite does not see that it is given).
DROP INDEX file_requests_age;
DROP INDEX file_requests_account;
CREATE INDEX file_requests_open ON file_requests (created_at, id, expires_at, assignee_id, state) WHERE state = 'open';
CREATE INDEX file_requests_expiring ON file_requests (created_at, id, expires_at, assignee_id, state)
    WHERE state = 'open' AND expires_at IS NOT NULL;
CREATE INDEX file_requests_account_open ON file_requests (account_id, created_at, id, expires_at, assignee_id, state)
    WHERE state = 'open';
CREATE INDEX file_requests_account_state ON file_requests (account_id, state, created_at, id) WHERE state <> 'open';
