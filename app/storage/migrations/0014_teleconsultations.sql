-- Teleconsultations: who meets when, and what of it lies with the provider of the video rooms.

CREATE TABLE teleconsultations (
    id TEXT PRIMARY KEY,                 -- 24 hexadecimal digits: the API's roomId
    state TEXT NOT NULL CHECK (state = 'public' OR state = 'trash'),
    starts_at BIGINT NOT NULL,
    ends_at BIGINT NOT NULL,             -- as planned, also where the room has no end
    is_unlimited INTEGER NOT NULL,       -- the room has no end
    expected INTEGER NOT NULL,           -- how many participants there will be
    provider TEXT NOT NULL,              -- where its room is made: embedded or bandyer
    room_id TEXT,                        -- the provider's; NULL while the list is incomplete, and once it was given up
    room_made_of TEXT,                   -- what the room was made of: a change of it needs another room
    sequence INTEGER NOT NULL DEFAULT 0, -- of the calendar's entry; rises with every change
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    joined_at BIGINT,                    -- when the first participant came into the room
    ended_at BIGINT,                     -- when a participant ended it for all
    reminded_at BIGINT                   -- when the reminders of this start went out
) WITHOUT ROWID;
CREATE INDEX teleconsultations_start ON teleconsultations (starts_at, id) WHERE state = 'public';
CREATE INDEX teleconsultations_age ON teleconsultations (ends_at, id);
-- Rooms that nobody may come into any more and that the provider still has.
CREATE INDEX teleconsultations_left ON teleconsultations (id) WHERE state = 'trash' AND room_id IS NOT NULL;

CREATE TABLE teleconsultation_participants (
    id TEXT PRIMARY KEY,
    teleconsultation_id TEXT NOT NULL REFERENCES teleconsultations (id),
    place INTEGER NOT NULL,              -- their order, from 0
    external_id TEXT NOT NULL,
    full_name TEXT NOT NULL,
    group_names TEXT NOT NULL,           -- a JSON array
    role TEXT NOT NULL CHECK (role = 'basic' OR role = 'plus'),
    language TEXT,
    user_id TEXT,                        -- users.id, where it is somebody we know
    provider_user_id TEXT,
    access_url BLOB,                     -- the provider's own link, sealed; NULL with rooms of our own
    token_sha256 BLOB NOT NULL,          -- of the token in the link to a room of our own
    UNIQUE (teleconsultation_id, external_id)
) WITHOUT ROWID;
CREATE UNIQUE INDEX teleconsultation_participants_token ON teleconsultation_participants (token_sha256);
CREATE INDEX teleconsultation_participants_external ON teleconsultation_participants (external_id);
CREATE INDEX teleconsultation_participants_user ON teleconsultation_participants (user_id) WHERE user_id IS NOT NULL;

-- Which of the provider's users is whose; each is made once. Written before the provider is asked.
CREATE TABLE video_users (
    provider TEXT NOT NULL,
    external_id TEXT NOT NULL,
    provider_user_id TEXT NOT NULL,      -- what we ask for, then what the provider says
    is_confirmed INTEGER NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (provider, external_id)
) WITHOUT ROWID;

-- Rooms that a provider was asked for: written before the call, gone once the room is used or given up.
CREATE TABLE video_intents (
    id TEXT PRIMARY KEY,
    provider TEXT NOT NULL,
    teleconsultation_id TEXT NOT NULL,
    created_at BIGINT NOT NULL
) WITHOUT ROWID;

-- Who was told of it and where: they are told of changes too.
CREATE TABLE teleconsultation_invitations (
    teleconsultation_id TEXT NOT NULL,
    participant_id TEXT NOT NULL,
    channel TEXT NOT NULL CHECK (channel = 'sms' OR channel = 'email'),
    recipient TEXT NOT NULL,
    invited_at BIGINT NOT NULL,
    PRIMARY KEY (teleconsultation_id, participant_id, channel)
) WITHOUT ROWID;
