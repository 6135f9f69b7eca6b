-- Who asked to be erased, as keyed hashes of organisation and code: enough to keep the next import from bringing them back, and nothing else.
CREATE TABLE erased_person (
    tombstone TEXT NOT NULL PRIMARY KEY
) STRICT, WITHOUT ROWID;
