-- Reference library: code tables by release. A code's text is stored once per wording; a release says which are in it.
-- "CWRF": tells this file from any other SQLite file.
PRAGMA application_id = 1129796166;

CREATE TABLE code_release (
    id INTEGER PRIMARY KEY,
    system TEXT NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    first_day TEXT,
    last_day TEXT,
    first_row_day TEXT, -- The earliest day that a row is in force: HCPCS rows have dates of their own. NULL: open.
    source_name TEXT NOT NULL,
    source_digest TEXT NOT NULL,
    imported_at INTEGER NOT NULL,
    row_count INTEGER NOT NULL,
    billable_count INTEGER NOT NULL,
    modifier_count INTEGER NOT NULL,
    UNIQUE (system, name)
);

-- The id is a static rank (text_id.h): short titles have small ids, so that a full-text query, which answers in id
-- order, can be stopped early.
CREATE TABLE code_text (
    id INTEGER PRIMARY KEY,
    system TEXT NOT NULL,
    is_modifier INTEGER NOT NULL,
    code TEXT NOT NULL,
    short_title TEXT NOT NULL,
    long_title TEXT NOT NULL
);
CREATE INDEX code_text_by_code ON code_text (system, is_modifier, code);

CREATE TABLE code_in_release (
    text_id INTEGER NOT NULL REFERENCES code_text (id),
    release_id INTEGER NOT NULL REFERENCES code_release (id),
    billable INTEGER NOT NULL,
    position INTEGER NOT NULL,
    valid_from TEXT,
    valid_until TEXT,
    PRIMARY KEY (text_id, release_id)
) WITHOUT ROWID;

-- Only "which texts have these words" is asked, so positions and sizes are left out; prefixes answer as they are typed.
CREATE VIRTUAL TABLE code_words USING fts5 (
    code, short_title, long_title, content='code_text', content_rowid='id', detail=none, columnsize=0,
    prefix='1 2 3', tokenize='unicode61 remove_diacritics 2'
);
-- A whole table fits in memory: one install writes one segment.
INSERT INTO code_words (code_words, rank) VALUES ('hashsize', 67108864);
