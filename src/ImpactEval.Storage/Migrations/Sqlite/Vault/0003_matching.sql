-- People of a study who are one under two codes, or may be. Made again at every import from what is known then; a linked pair makes the second
-- person an alias of the first. No key in the store is ever rewritten.
CREATE TABLE match_pair (
    study_id INTEGER NOT NULL,
    number INTEGER NOT NULL,
    pair_id TEXT NOT NULL,
    first_id INTEGER NOT NULL,
    second_id INTEGER NOT NULL,
    method TEXT NOT NULL,
    false_match REAL NOT NULL CHECK (false_match BETWEEN 0 AND 1),
    linked INTEGER NOT NULL CHECK (linked IN (0, 1)),
    first_file TEXT NOT NULL,
    first_row INTEGER NOT NULL,
    second_file TEXT NOT NULL,
    second_row INTEGER NOT NULL,
    PRIMARY KEY (study_id, number)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX match_pair_alias ON match_pair (study_id, second_id) WHERE linked = 1;

-- What somebody decided on a pair. Rows are only added; the last one of a pair counts.
CREATE TABLE match_decision (
    study_id INTEGER NOT NULL,
    number INTEGER NOT NULL,
    first_id INTEGER NOT NULL,
    second_id INTEGER NOT NULL,
    verdict TEXT NOT NULL CHECK (verdict IN ('same', 'different', 'undone')),
    decided_by TEXT NOT NULL,
    decided_at TEXT NOT NULL,
    PRIMARY KEY (study_id, number)
) STRICT, WITHOUT ROWID;
