-- Who the participants are. Rows follow the import that brought them; nothing outside the vault leads back to a person.

CREATE TABLE person (
    participant_id INTEGER NOT NULL PRIMARY KEY,
    key_check INTEGER NOT NULL,
    organisation TEXT NOT NULL,
    code TEXT NOT NULL,
    UNIQUE (participant_id, key_check)
) STRICT, WITHOUT ROWID;

-- Other ways in which a person's code was written.
CREATE TABLE person_alias (
    participant_id INTEGER NOT NULL REFERENCES person,
    code TEXT NOT NULL,
    PRIMARY KEY (participant_id, code)
) STRICT, WITHOUT ROWID;

-- What a roster says of a person: name, e-mail … as canonical JSON.
CREATE TABLE identity (
    import_id INTEGER NOT NULL,
    number INTEGER NOT NULL,
    participant_id INTEGER NOT NULL REFERENCES person,
    body TEXT NOT NULL,
    PRIMARY KEY (import_id, number)
) STRICT, WITHOUT ROWID;

-- Answers as they were written, before redaction.
CREATE TABLE answer_original (
    import_id INTEGER NOT NULL,
    number INTEGER NOT NULL,
    participant_id INTEGER NOT NULL REFERENCES person,
    body TEXT NOT NULL,
    PRIMARY KEY (import_id, number)
) STRICT, WITHOUT ROWID;

-- What stood in the cells that were reported; number as in the store's quarantine.
CREATE TABLE quarantine_raw (
    import_id INTEGER NOT NULL,
    number INTEGER NOT NULL,
    found TEXT NOT NULL,
    PRIMARY KEY (import_id, number)
) STRICT, WITHOUT ROWID;
