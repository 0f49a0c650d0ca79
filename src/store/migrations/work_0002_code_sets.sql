-- Favourites and shared code sets. Removed sets and members are voided, never deleted.
CREATE TABLE code_set (
    id INTEGER PRIMARY KEY,
    owner INTEGER REFERENCES account (id), -- NULL: shared.
    name TEXT NOT NULL,
    patient_type TEXT NOT NULL,
    note TEXT NOT NULL,
    is_favourites INTEGER NOT NULL DEFAULT 0,
    version INTEGER NOT NULL DEFAULT 1,
    created_at INTEGER NOT NULL,
    voided_at INTEGER,
    voided_by TEXT
);
-- A name once among the sets of one owner, and once among the shared ones.
CREATE UNIQUE INDEX code_set_by_name ON code_set (coalesce(owner, 0), lower(name)) WHERE voided_at IS NULL;
CREATE UNIQUE INDEX code_set_favourites ON code_set (owner) WHERE is_favourites = 1 AND voided_at IS NULL;

CREATE TABLE code_set_member (
    id INTEGER PRIMARY KEY,
    code_set INTEGER NOT NULL REFERENCES code_set (id),
    position INTEGER NOT NULL,
    system TEXT NOT NULL,
    code TEXT NOT NULL,
    note TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    voided_at INTEGER,
    voided_by TEXT
);
CREATE UNIQUE INDEX code_set_member_by_code ON code_set_member (code_set, system, code) WHERE voided_at IS NULL;

-- Who put the code on the row, and when: recent codes and the ranking of search rest on it. Empty for codes that came with
-- an import.
ALTER TABLE diagnosis ADD COLUMN coded_by TEXT NOT NULL DEFAULT '';
ALTER TABLE diagnosis ADD COLUMN coded_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE procedure_line ADD COLUMN coded_by TEXT NOT NULL DEFAULT '';
ALTER TABLE procedure_line ADD COLUMN coded_at INTEGER NOT NULL DEFAULT 0;
CREATE INDEX diagnosis_by_coder ON diagnosis (coded_by, code);
CREATE INDEX procedure_line_by_coder ON procedure_line (coded_by, code);
