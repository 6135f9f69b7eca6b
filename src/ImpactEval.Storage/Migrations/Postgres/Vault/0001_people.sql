-- Who the participants are. Rows follow the import that brought them; nothing outside the vault leads back to a person.

CREATE TABLE person (
    participant_id bigint NOT NULL PRIMARY KEY,
    key_check bigint NOT NULL,
    organisation text NOT NULL,
    code text NOT NULL,
    UNIQUE (participant_id, key_check)
);

-- Other ways in which a person's code was written.
CREATE TABLE person_alias (
    participant_id bigint NOT NULL REFERENCES person,
    code text NOT NULL,
    PRIMARY KEY (participant_id, code)
);

-- What a roster says of a person: name, e-mail … as canonical JSON.
CREATE TABLE identity (
    import_id bigint NOT NULL,
    number integer NOT NULL,
    participant_id bigint NOT NULL REFERENCES person,
    body text NOT NULL,
    PRIMARY KEY (import_id, number)
);

-- Answers as they were written, before redaction.
CREATE TABLE answer_original (
    import_id bigint NOT NULL,
    number integer NOT NULL,
    participant_id bigint NOT NULL REFERENCES person,
    body text NOT NULL,
    PRIMARY KEY (import_id, number)
);

-- What stood in the cells that were reported; number as in the store's quarantine.
CREATE TABLE quarantine_raw (
    import_id bigint NOT NULL,
    number integer NOT NULL,
    found text NOT NULL,
    PRIMARY KEY (import_id, number)
);
