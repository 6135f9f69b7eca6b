-- History of imports (undone, expired), lineage of results, the audit log, and what retention has done.

ALTER TABLE import_file DROP CONSTRAINT import_file_state_check;
ALTER TABLE import_file ADD CONSTRAINT import_file_state_check CHECK (state IN ('received', 'merged', 'superseded', 'rejected', 'undone', 'expired'));
ALTER TABLE import_file ADD COLUMN replaced_import_id bigint;

-- The days on which retention took the identities and the answers of a study.
ALTER TABLE study ADD COLUMN identities_expired_on text;
ALTER TABLE study ADD COLUMN answers_expired_on text;

-- Which imports a result was made from.
CREATE TABLE result_import (
    run_id text NOT NULL REFERENCES result,
    import_id bigint NOT NULL REFERENCES import_file,
    PRIMARY KEY (run_id, import_id)
);

-- Who changed what and when, without personal data. Each entry carries the fingerprint of the one before it.
CREATE TABLE audit_log (
    number bigint NOT NULL PRIMARY KEY,
    happened_at text NOT NULL,
    actor text NOT NULL,
    action text NOT NULL,
    study text NOT NULL,
    detail text NOT NULL,
    previous_sha256 text NOT NULL,
    sha256 text NOT NULL
);

CREATE FUNCTION audit_log_is_append_only() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''the audit log is append-only''; END';
CREATE TRIGGER audit_log_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_log EXECUTE FUNCTION audit_log_is_append_only();
