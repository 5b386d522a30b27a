-- Resending the text of a device request: jobs and attempts.

-- A job is a call that was accepted. One with a message is an attempt: both are made in one transaction.
CREATE TABLE device_request_jobs (
    id TEXT PRIMARY KEY,
    device_request_id TEXT NOT NULL,
    patient_id TEXT NOT NULL,            -- persons.id
    told_person_id TEXT,                 -- persons.id: whose number it went to, the patient's or a third person's
    legal_entity_id TEXT,                -- of whoever called; NULL: of none
    created_at BIGINT NOT NULL,
    message_id TEXT                      -- outbox.id; NULL: there was nothing to send
) WITHOUT ROWID;
CREATE INDEX device_request_jobs_attempts ON device_request_jobs (device_request_id, created_at)
    WHERE message_id IS NOT NULL;
CREATE INDEX device_request_jobs_patient ON device_request_jobs (patient_id);
CREATE INDEX device_request_jobs_third_person ON device_request_jobs (told_person_id)
    WHERE told_person_id <> patient_id;

-- The console's list of all of them, newest first.
CREATE INDEX device_requests_age ON device_requests (inserted_at, id);

-- From a patient of the register to the clinic's own.
CREATE INDEX users_person ON users (person_id) WHERE person_id IS NOT NULL;
