-- History of imports (undone, expired), lineage of results, the audit log, and what retention has done.
-- SQLite cannot change a CHECK: the table of imports is made anew, and with it the tables that refer to it.

CREATE TABLE import_file_next (
    import_id INTEGER NOT NULL PRIMARY KEY,
    study_id INTEGER NOT NULL REFERENCES study,
    source_code TEXT NOT NULL,
    file_name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    mapping_sha256 TEXT NOT NULL,
    answers_sha256 TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('received', 'merged', 'superseded', 'rejected', 'undone', 'expired')),
    layout TEXT NOT NULL,
    rows_read INTEGER NOT NULL,
    rows_rejected INTEGER NOT NULL CHECK (rows_rejected >= 0),
    replaced_import_id INTEGER
) STRICT;

INSERT INTO import_file_next (import_id, study_id, source_code, file_name, sha256, mapping_sha256, answers_sha256, state, layout, rows_read, rows_rejected) SELECT import_id, study_id, source_code, file_name, sha256, mapping_sha256, answers_sha256, state, layout, rows_read, rows_rejected FROM import_file;

CREATE TABLE quarantine_next (
    import_id INTEGER NOT NULL REFERENCES import_file_next,
    number INTEGER NOT NULL,
    source_row INTEGER NOT NULL,
    column_name TEXT NOT NULL,
    kind TEXT NOT NULL,
    rejects INTEGER NOT NULL CHECK (rejects IN (0, 1)),
    PRIMARY KEY (import_id, number)
) STRICT, WITHOUT ROWID;
INSERT INTO quarantine_next (import_id, number, source_row, column_name, kind, rejects) SELECT import_id, number, source_row, column_name, kind, rejects FROM quarantine;
DROP TABLE quarantine;
ALTER TABLE quarantine_next RENAME TO quarantine;

CREATE TABLE enrolment_next (
    import_id INTEGER NOT NULL REFERENCES import_file_next,
    number INTEGER NOT NULL,
    participant_id INTEGER NOT NULL REFERENCES participant,
    source_row INTEGER NOT NULL,
    cohort TEXT,
    groups TEXT NOT NULL,
    PRIMARY KEY (import_id, number, participant_id)
) STRICT, WITHOUT ROWID;
INSERT INTO enrolment_next (import_id, number, participant_id, source_row, cohort, groups) SELECT import_id, number, participant_id, source_row, cohort, groups FROM enrolment;
DROP TABLE enrolment;
ALTER TABLE enrolment_next RENAME TO enrolment;

CREATE TABLE assessment_next (
    import_id INTEGER NOT NULL REFERENCES import_file_next,
    number INTEGER NOT NULL,
    participant_id INTEGER NOT NULL REFERENCES participant,
    source_row INTEGER NOT NULL,
    version_id INTEGER NOT NULL REFERENCES instrument_version,
    wave TEXT NOT NULL,
    taken_on TEXT CHECK (taken_on IS date(taken_on)),
    scores BLOB NOT NULL CHECK (length(scores) % 8 = 0),
    PRIMARY KEY (import_id, number, participant_id)
) STRICT, WITHOUT ROWID;
INSERT INTO assessment_next (import_id, number, participant_id, source_row, version_id, wave, taken_on, scores) SELECT import_id, number, participant_id, source_row, version_id, wave, taken_on, scores FROM assessment;
DROP TABLE assessment;
ALTER TABLE assessment_next RENAME TO assessment;

CREATE TABLE answer_text_next (
    import_id INTEGER NOT NULL REFERENCES import_file_next,
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
INSERT INTO answer_text_next (import_id, number, participant_id, source_row, question, wave, turn, given_on, body) SELECT import_id, number, participant_id, source_row, question, wave, turn, given_on, body FROM answer_text;
DROP TABLE answer_text;
ALTER TABLE answer_text_next RENAME TO answer_text;

DROP TABLE import_file;
ALTER TABLE import_file_next RENAME TO import_file;
CREATE UNIQUE INDEX import_file_merged ON import_file (study_id, source_code, file_name) WHERE state = 'merged';

-- The days on which retention took the identities and the answers of a study.
ALTER TABLE study ADD COLUMN identities_expired_on TEXT;
ALTER TABLE study ADD COLUMN answers_expired_on TEXT;

-- Which imports a result was made from.
CREATE TABLE result_import (
    run_id TEXT NOT NULL REFERENCES result,
    import_id INTEGER NOT NULL REFERENCES import_file,
    PRIMARY KEY (run_id, import_id)
) STRICT, WITHOUT ROWID;

-- Who changed what and when, without personal data. Each entry carries the fingerprint of the one before it.
CREATE TABLE audit_log (
    number INTEGER NOT NULL PRIMARY KEY,
    happened_at TEXT NOT NULL,
    actor TEXT NOT NULL,
    action TEXT NOT NULL,
    study TEXT NOT NULL,
    detail TEXT NOT NULL,
    previous_sha256 TEXT NOT NULL,
    sha256 TEXT NOT NULL
) STRICT;

CREATE TRIGGER audit_log_no_update BEFORE UPDATE ON audit_log BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
CREATE TRIGGER audit_log_no_delete BEFORE DELETE ON audit_log BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
