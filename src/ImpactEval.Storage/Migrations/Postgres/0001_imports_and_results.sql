-- Every id is derived from what it names (Fingerprint.NumberOf), so nothing is counted up and the same files give the same rows everywhere.
-- Rows of a file carry its import and their number in it; which of two files counts is settled when a dataset is read.

-- Which vault the participants of this store were numbered with; one row.
CREATE TABLE vault_key (
    fingerprint text NOT NULL PRIMARY KEY
);

CREATE TABLE study (
    study_id bigint NOT NULL PRIMARY KEY,
    code text NOT NULL UNIQUE,
    latest_run_id text
);

-- Immutable: another item, scale or order is another version. Positions of a score follow item.position.
CREATE TABLE instrument_version (
    version_id bigint NOT NULL PRIMARY KEY,
    study_id bigint NOT NULL REFERENCES study,
    code text NOT NULL,
    low double precision NOT NULL,
    high double precision NOT NULL CHECK (low < high)
);

CREATE TABLE item (
    version_id bigint NOT NULL REFERENCES instrument_version,
    position integer NOT NULL CHECK (position >= 0),
    code text NOT NULL,
    text text NOT NULL,
    reversed integer NOT NULL CHECK (reversed IN (0, 1)),
    PRIMARY KEY (version_id, position),
    UNIQUE (version_id, code)
);

CREATE TABLE participant (
    participant_id bigint NOT NULL PRIMARY KEY
);

-- The state is the only commit point: rows of an import count when, and only when, it is merged.
CREATE TABLE import_file (
    import_id bigint NOT NULL PRIMARY KEY,
    study_id bigint NOT NULL REFERENCES study,
    source_code text NOT NULL,
    file_name text NOT NULL,
    sha256 text NOT NULL,
    mapping_sha256 text NOT NULL,
    answers_sha256 text NOT NULL,
    state text NOT NULL CHECK (state IN ('received', 'merged', 'superseded', 'rejected')),
    layout text NOT NULL,
    rows_read integer NOT NULL,
    rows_rejected integer NOT NULL CHECK (rows_rejected >= 0)
);
CREATE UNIQUE INDEX import_file_merged ON import_file (study_id, source_code, file_name) WHERE state = 'merged';

-- What was wrong with a file's rows. The text that stood there lies in the vault.
CREATE TABLE quarantine (
    import_id bigint NOT NULL REFERENCES import_file,
    number integer NOT NULL,
    source_row integer NOT NULL,
    column_name text NOT NULL,
    kind text NOT NULL,
    rejects integer NOT NULL CHECK (rejects IN (0, 1)),
    PRIMARY KEY (import_id, number)
);

-- The three tables of a file's rows refer to rows that the same transaction wrote. PostgreSQL would look up every reference of every row
-- (200,000 assessments: 4.2 s instead of 0.8 s), so here it is the writer's duty; SQLite's schema holds the writer to it in every test.

CREATE TABLE enrolment (
    import_id bigint NOT NULL,
    number integer NOT NULL,
    participant_id bigint NOT NULL,
    source_row integer NOT NULL,
    cohort text,
    groups text NOT NULL,
    PRIMARY KEY (import_id, number, participant_id)
);

-- One row per person, instrument and wave. scores: one per item, missing = NaN.
CREATE TABLE assessment (
    import_id bigint NOT NULL,
    number integer NOT NULL,
    participant_id bigint NOT NULL,
    source_row integer NOT NULL,
    version_id bigint NOT NULL,
    wave text NOT NULL,
    taken_on date,
    scores double precision[] NOT NULL,
    PRIMARY KEY (import_id, number, participant_id)
);

-- Answers in the person's own words, personal data already redacted.
CREATE TABLE answer_text (
    import_id bigint NOT NULL,
    number integer NOT NULL,
    participant_id bigint NOT NULL,
    source_row integer NOT NULL,
    question text NOT NULL,
    wave text NOT NULL,
    turn integer NOT NULL,
    given_on date,
    body text NOT NULL,
    PRIMARY KEY (import_id, number, participant_id)
);

-- Immutable findings. seed is the decimal text of an unsigned 64-bit number.
CREATE TABLE result (
    run_id text NOT NULL PRIMARY KEY,
    study_id bigint NOT NULL REFERENCES study,
    input_sha256 text NOT NULL,
    plan_sha256 text NOT NULL,
    engine_version text NOT NULL,
    seed text NOT NULL,
    body text NOT NULL,
    UNIQUE (study_id, input_sha256, plan_sha256, engine_version, seed)
);
