-- What erasing needs: a key of its own for each hour's files of a patient, and the persons whose erasing is under way.

ALTER TABLE files ADD COLUMN data_key TEXT; -- data_keys.owner_id of what seals it; NULL: the patient's own key

CREATE TABLE erasures (
    user_id TEXT PRIMARY KEY,            -- users.id, emptied already; the rest of what was theirs is on its way out.
                                         -- '': something was erased, and the file's free places still hold it
    begun_at BIGINT NOT NULL
) WITHOUT ROWID;

CREATE INDEX patient_sessions_request ON patient_sessions (file_request_id);
