-- What clinicians ask for most, in the languages that recipients read; an administrator edits it.
CREATE TABLE prompt_templates (
    id TEXT PRIMARY KEY,
    place INTEGER NOT NULL               -- their order, from 1
) WITHOUT ROWID;
CREATE TABLE prompt_template_texts (
    template_id TEXT NOT NULL REFERENCES prompt_templates (id),
    language TEXT NOT NULL,              -- en, it, uk
    name TEXT NOT NULL,                  -- what the button says
    prompt TEXT NOT NULL,                -- what the patient reads
    PRIMARY KEY (template_id, language)
) WITHOUT ROWID;

INSERT INTO prompt_templates (id, place) VALUES
    ('0198c0de-0009-7000-8000-000000000001', 1),
    ('0198c0de-0009-7000-8000-000000000002', 2),
    ('0198c0de-0009-7000-8000-000000000003', 3),
    ('0198c0de-0009-7000-8000-000000000004', 4);
INSERT INTO prompt_template_texts (template_id, language, name, prompt) VALUES
    ('0198c0de-0009-7000-8000-000000000001', 'en', 'Rash', 'Please take a photo of your rash, in daylight if you can.'),
    ('0198c0de-0009-7000-8000-000000000001', 'it', 'Eruzione cutanea', 'Fotografi l’eruzione cutanea, se possibile alla luce del giorno.'),
    ('0198c0de-0009-7000-8000-000000000001', 'uk', 'Висип', 'Будь ласка, сфотографуйте висип, якщо можна, при денному світлі.'),
    ('0198c0de-0009-7000-8000-000000000002', 'en', 'Wound', 'Please take a photo of the wound, with the dressing off.'),
    ('0198c0de-0009-7000-8000-000000000002', 'it', 'Ferita', 'Fotografi la ferita senza la medicazione.'),
    ('0198c0de-0009-7000-8000-000000000002', 'uk', 'Рана', 'Будь ласка, сфотографуйте рану без пов’язки.'),
    ('0198c0de-0009-7000-8000-000000000003', 'en', 'Mole', 'Please take two photos of the mole: one near, one from an arm’s length.'),
    ('0198c0de-0009-7000-8000-000000000003', 'it', 'Neo', 'Faccia due foto del neo: una da vicino, una a un braccio di distanza.'),
    ('0198c0de-0009-7000-8000-000000000003', 'uk', 'Родимка', 'Будь ласка, зробіть два фото родимки: одне зблизька, друге з відстані витягнутої руки.'),
    ('0198c0de-0009-7000-8000-000000000004', 'en', 'Medicine', 'Please take a photo of your medicine so that the label can be read.'),
    ('0198c0de-0009-7000-8000-000000000004', 'it', 'Farmaco', 'Fotografi il farmaco in modo che si legga l’etichetta.'),
    ('0198c0de-0009-7000-8000-000000000004', 'uk', 'Ліки', 'Будь ласка, сфотографуйте ліки так, щоб було видно напис на упаковці.');

-- The work list of one person, whatever the requests' state.
CREATE INDEX file_requests_assignee ON file_requests (assignee_id, created_at, id) WHERE assignee_id IS NOT NULL;
