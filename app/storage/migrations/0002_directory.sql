-- People and what belongs to them. References between imported things need not exist yet, so they are not enforced.

CREATE TABLE users (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('patient', 'staff')),
    display_name TEXT,
    first_name TEXT,
    last_name TEXT,
    date_of_birth TEXT,                  -- YYYY-MM-DD
    mobile TEXT,                         -- E.164
    mobile_verified INTEGER NOT NULL DEFAULT 0,
    email TEXT,
    external_id TEXT,
    is_app_user INTEGER NOT NULL DEFAULT 0,
    account_id TEXT,
    account_user_id TEXT,
    profile_picture_url TEXT,
    language TEXT,
    person_id TEXT,
    sort_name TEXT NOT NULL,             -- folded: last name, first name, or whatever else there is
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    erased_at BIGINT
) WITHOUT ROWID;
CREATE INDEX users_mobile ON users (mobile) WHERE mobile IS NOT NULL;
CREATE INDEX users_email ON users (lower(email)) WHERE email IS NOT NULL;
CREATE INDEX users_external_id ON users (external_id) WHERE external_id IS NOT NULL;
CREATE INDEX users_sort ON users (kind, sort_name, id);
CREATE INDEX users_account_user ON users (account_id, account_user_id) WHERE account_user_id IS NOT NULL;
CREATE INDEX users_date_of_birth ON users (date_of_birth) WHERE date_of_birth IS NOT NULL;

-- The folded words of people's names, for the search box: found by their beginnings.
CREATE TABLE user_names (
    word TEXT NOT NULL,
    user_id TEXT NOT NULL,
    PRIMARY KEY (word, user_id)
) WITHOUT ROWID;

CREATE TABLE user_devices (
    id TEXT PRIMARY KEY,
    user_id TEXT NOT NULL,
    platform TEXT NOT NULL CHECK (
        platform = 'ios' OR platform = 'android' OR platform = 'web'),
    push_token BLOB,                     -- sealed
    push_token_dead INTEGER NOT NULL DEFAULT 0,
    accepts_inbound_calls INTEGER NOT NULL,
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL
) WITHOUT ROWID;
CREATE INDEX user_devices_user ON user_devices (user_id);

CREATE TABLE legal_entities (
    id TEXT PRIMARY KEY,
    type TEXT NOT NULL,
    status TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE persons (
    id TEXT PRIMARY KEY,
    first_name TEXT,
    last_name TEXT,
    is_preperson INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;

CREATE TABLE authentication_methods (
    id TEXT PRIMARY KEY,
    person_id TEXT NOT NULL,
    type TEXT NOT NULL,
    phone_number TEXT,
    value TEXT,
    is_active INTEGER NOT NULL,
    ended_at BIGINT,
    inserted_at BIGINT NOT NULL
) WITHOUT ROWID;
CREATE INDEX authentication_methods_person ON authentication_methods (person_id, inserted_at);

CREATE TABLE confidant_person_relationships (
    id TEXT PRIMARY KEY,
    person_id TEXT NOT NULL,
    confidant_person_id TEXT NOT NULL,
    is_active INTEGER NOT NULL,
    active_to BIGINT,
    verification_status TEXT NOT NULL,
    verification_reason TEXT
) WITHOUT ROWID;
CREATE INDEX confidant_person_relationships_person ON confidant_person_relationships (person_id, confidant_person_id);

CREATE TABLE medical_programs (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    request_notification_disabled INTEGER
) WITHOUT ROWID;

CREATE TABLE device_definitions (
    id TEXT PRIMARY KEY,
    classification_types TEXT NOT NULL   -- JSON: [{"system", "code"}]
) WITHOUT ROWID;

CREATE TABLE dictionary_configurations (
    name TEXT PRIMARY KEY,
    entries TEXT NOT NULL                -- JSON: [{"system", "codes"?}]
) WITHOUT ROWID;

CREATE TABLE device_requests (
    id TEXT PRIMARY KEY,
    patient_id TEXT NOT NULL,
    status TEXT NOT NULL,
    requisition TEXT NOT NULL,
    verification_code BLOB,              -- sealed
    program_id TEXT,
    code_system TEXT,
    code TEXT,
    code_reference TEXT,
    inform_with TEXT,
    inserted_at BIGINT NOT NULL
) WITHOUT ROWID;
CREATE INDEX device_requests_patient ON device_requests (patient_id, inserted_at, id);
CREATE INDEX device_requests_requisition ON device_requests (requisition);
