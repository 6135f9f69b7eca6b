-- Every id is derived from what it names (Fingerprint.NumberOf), so nothing is counted up and the same files give the same rows everywhere.
-- Rows of a file carry its import and their number in it; which of two files counts is settled when a dataset is read.

-- Which vault the participants of this store were numbered with; one row.
CREATE TABLE vault_key (
    fingerprint TEXT NOT NULL PRIMARY KEY
) STRICT;

CREATE TABLE study (
    study_id INTEGER NOT NULL PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    latest_run_id TEXT
) STRICT;

-- Immutable: another item, scale or order is another version. Positions of a score follow item.position.
CREATE TABLE instrument_version (
    version_id INTEGER NOT NULL PRIMARY KEY,
    study_id INTEGER NOT NULL REFERENCES study,
    code TEXT NOT NULL,
    low REAL NOT NULL,
    high REAL NOT NULL CHECK (low < high)
) STRICT;

CREATE TABLE item (
    version_id INTEGER NOT NULL REFERENCES instrument_version,
    position INTEGER NOT NULL CHECK (position >= 0),
    code TEXT NOT NULL,
    text TEXT NOT NULL,
    reversed INTEGER NOT NULL CHECK (reversed IN (0, 1)),
    PRIMARY KEY (version_id, position),
    UNIQUE (version_id, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE participant (
    participant_id INTEGER NOT NULL PRIMARY KEY
) STRICT;

-- The state is the only commit point: rows of an import count when, and only when, it is merged.
CREATE TABLE import_file (
    import_id INTEGER NOT NULL PRIMARY KEY,
    study_id INTEGER NOT NULL REFERENCES study,
    source_code TEXT NOT NULL,
    file_name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    mapping_sha256 TEXT NOT NULL,
    answers_sha256 TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('received', 'merged', 'superseded', 'rejected')),
    layout TEXT NOT NULL,
    rows_read INTEGER NOT NULL,
    rows_rejected INTEGER NOT NULL CHECK (rows_rejected >= 0)
) STRICT;
CREATE UNIQUE INDEX import_file_merged ON import_file (study_id, source_code, file_name) WHERE state = 'merged';

-- What was wrong with a file's rows. The text that stood there lies in the vault.
CREATE TABLE quarantine (
    import_id INTEGER NOT NULL REFERENCES import_file,
    number INTEGER NOT NULL,
    source_row INTEGER NOT NULL,
    column_name TEXT NOT NULL,
    kind TEXT NOT NULL,
    rejects INTEGER NOT NULL CHECK (rejects IN (0, 1)),
    PRIMARY KEY (import_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE enrolment (
    import_id INTEGER NOT NULL REFERENCES import_file,
    number INTEGER NOT NULL,
    participant_id INTEGER NOT NULL REFERENCES participant,
    source_row INTEGER NOT NULL,
    cohort TEXT,
    groups TEXT NOT NULL,
    PRIMARY KEY (import_id, number, participant_id)
) STRICT, WITHOUT ROWID;

-- One row per person, instrument and wave. scores: little-endian float64, one per item, missing = NaN.
CREATE TABLE assessment (
    import_id INTEGER NOT NULL REFERENCES import_file,
    number INTEGER NOT NULL,
    participant_id INTEGER NOT NULL REFERENCES participant,
    source_row INTEGER NOT NULL,
    version_id INTEGER NOT NULL REFERENCES instrument_version,
    wave TEXT NOT NULL,
    taken_on TEXT CHECK (taken_on IS date(taken_on)),
    scores BLOB NOT NULL CHECK (length(scores) % 8 = 0),
    PRIMARY KEY (import_id, number, participant_id)
) STRICT, WITHOUT ROWID;

-- Answers in the person's own words, personal data already redacted.
CREATE TABLE answer_text (
    import_id INTEGER NOT NULL REFERENCES import_file,
    number INTEGER NOT NULL,
    participant_id INTEGER NOT NULL REFERENCES participant,
    source_row INTEGER NOT NULL,
    question TEXT NOT NULL,
    wave TEXT NOT NULL,
    turn INTEGER NOT NULL,
    given_on TEXT CHECK (given_on IS date(given_on)),
    body TEXT NOT NULL,
    PRIMARY KEY (import_id, number, participant_id)
) STRICT, WITHOUT ROWID;

-- Immutable findings. seed is the decimal text of an unsigned 64-bit number.
CREATE TABLE result (
    run_id TEXT NOT NULL PRIMARY KEY,
    study_id INTEGER NOT NULL REFERENCES study,
    input_sha256 TEXT NOT NULL,
    plan_sha256 TEXT NOT NULL,
    engine_version TEXT NOT NULL,
    seed TEXT NOT NULL,
    body TEXT NOT NULL,
    UNIQUE (study_id, input_sha256, plan_sha256, engine_version, seed)
) STRICT;
