-- People of a study who are one under two codes, or may be. Made again at every import from what is known then; a linked pair makes the second
-- person an alias of the first. No key in the store is ever rewritten.
CREATE TABLE match_pair (
    study_id bigint NOT NULL,
    number integer NOT NULL,
    pair_id text NOT NULL,
    first_id bigint NOT NULL,
    second_id bigint NOT NULL,
    method text NOT NULL,
    false_match double precision NOT NULL CHECK (false_match BETWEEN 0 AND 1),
    linked integer NOT NULL CHECK (linked IN (0, 1)),
    first_file text NOT NULL,
    first_row integer NOT NULL,
    second_file text NOT NULL,
    second_row integer NOT NULL,
    PRIMARY KEY (study_id, number)
);
CREATE UNIQUE INDEX match_pair_alias ON match_pair (study_id, second_id) WHERE linked = 1;

-- What somebody decided on a pair. Rows are only added; the last one of a pair counts.
CREATE TABLE match_decision (
    study_id bigint NOT NULL,
    number integer NOT NULL,
    first_id bigint NOT NULL,
    second_id bigint NOT NULL,
    verdict text NOT NULL CHECK (verdict IN ('same', 'different', 'undone')),
    decided_by text NOT NULL,
    decided_at text NOT NULL,
    PRIMARY KEY (study_id, number)
);
