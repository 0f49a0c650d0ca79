-- Lists beside the code tables: notes, indexes, ICD-10-PCS tables, fee schedule, NCCI, flags, maps.
-- A list is withdrawn whole. Rows with an id of their own lie in a range of their list: the list's id in the upper 32
-- bits, so that a range names a list. All other rows have the list first in their key.

-- 0: the table tells no dates of single codes; what a dated table ended stays ended in it (release_dates.cpp).
ALTER TABLE code_release ADD COLUMN has_row_dates INTEGER NOT NULL DEFAULT 1;

CREATE TABLE reference_list (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    variant TEXT NOT NULL,
    name TEXT NOT NULL,
    first_day TEXT,
    last_day TEXT,
    source_name TEXT NOT NULL,
    source_digest TEXT NOT NULL,
    imported_at INTEGER NOT NULL,
    row_count INTEGER NOT NULL,
    unknown_codes INTEGER NOT NULL,
    checks TEXT NOT NULL, -- Parted by U+001F, as all texts of several parts here.
    conversion_factor INTEGER NOT NULL DEFAULT 0, -- Of a fee schedule, ten-thousandths of a dollar.
    UNIQUE (kind, variant, name)
);

-- Small texts of a list: its title, headings of columns, rationales.
CREATE TABLE list_text (
    list_id INTEGER NOT NULL REFERENCES reference_list (id),
    part TEXT NOT NULL,
    number INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (list_id, part, number)
) WITHOUT ROWID;

-- Ids grow in the order of the list. The parent of a chapter is the first id of the list's range, which no row has.
CREATE TABLE tabular_node (
    id INTEGER PRIMARY KEY,
    parent INTEGER NOT NULL,
    level INTEGER NOT NULL, -- 0 chapter, 1 block, 2 code.
    name TEXT NOT NULL,
    title TEXT NOT NULL
);
CREATE INDEX tabular_node_by_parent ON tabular_node (parent);
CREATE INDEX tabular_node_by_name ON tabular_node (name);

CREATE TABLE tabular_note (
    node_id INTEGER NOT NULL,
    number INTEGER NOT NULL,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (node_id, number)
) WITHOUT ROWID;

CREATE TABLE tabular_seventh (
    node_id INTEGER NOT NULL,
    number INTEGER NOT NULL,
    character TEXT NOT NULL,
    meaning TEXT NOT NULL,
    PRIMARY KEY (node_id, number)
) WITHOUT ROWID;

-- As tabular_node; `letters` orders main terms and is empty for the others.
CREATE TABLE index_term (
    id INTEGER PRIMARY KEY,
    parent INTEGER NOT NULL,
    level INTEGER NOT NULL,
    letters TEXT NOT NULL,
    title TEXT NOT NULL,
    nonessential TEXT NOT NULL,
    codes TEXT NOT NULL,
    see TEXT NOT NULL,
    see_also TEXT NOT NULL,
    cells TEXT NOT NULL
);
CREATE INDEX index_term_by_parent ON index_term (parent, letters);

-- Codes of terms and cells, compact, without the dash of incomplete ones.
CREATE TABLE index_code (
    code TEXT NOT NULL,
    term_id INTEGER NOT NULL,
    PRIMARY KEY (code, term_id)
) WITHOUT ROWID;

CREATE TABLE pcs_table (
    id INTEGER PRIMARY KEY,
    prefix TEXT NOT NULL,
    axis_titles TEXT NOT NULL,
    labels TEXT NOT NULL,
    definition TEXT NOT NULL
);
CREATE TABLE pcs_row (
    table_id INTEGER NOT NULL,
    number INTEGER NOT NULL,
    axis4 TEXT NOT NULL, -- Parts: a character followed by its label.
    axis5 TEXT NOT NULL,
    axis6 TEXT NOT NULL,
    axis7 TEXT NOT NULL,
    PRIMARY KEY (table_id, number)
) WITHOUT ROWID;
CREATE TABLE pcs_definition (
    id INTEGER PRIMARY KEY,
    section TEXT NOT NULL,
    axis INTEGER NOT NULL,
    axis_title TEXT NOT NULL,
    term TEXT NOT NULL,
    definition TEXT NOT NULL,
    explanation TEXT NOT NULL,
    includes TEXT NOT NULL
);

CREATE TABLE addenda_change (
    list_id INTEGER NOT NULL,
    code TEXT NOT NULL,
    number INTEGER NOT NULL,
    kind INTEGER NOT NULL, -- 0 added, 1 deleted, 2 revised.
    billable INTEGER NOT NULL,
    before_title TEXT NOT NULL,
    after_title TEXT NOT NULL,
    PRIMARY KEY (list_id, code, number)
) WITHOUT ROWID;

CREATE TABLE fee_schedule (
    list_id INTEGER NOT NULL,
    code TEXT NOT NULL,
    number INTEGER NOT NULL,
    modifier TEXT NOT NULL,
    status TEXT NOT NULL,
    work_rvu INTEGER NOT NULL, -- Relative values in hundredths.
    office_expense_rvu INTEGER NOT NULL,
    facility_expense_rvu INTEGER NOT NULL,
    malpractice_rvu INTEGER NOT NULL,
    office_total INTEGER NOT NULL,
    facility_total INTEGER NOT NULL,
    pc_tc TEXT NOT NULL,
    global_days TEXT NOT NULL,
    multiple TEXT NOT NULL,
    bilateral TEXT NOT NULL,
    assistant TEXT NOT NULL,
    co_surgeon TEXT NOT NULL,
    team TEXT NOT NULL,
    endoscopic_base TEXT NOT NULL,
    supervision TEXT NOT NULL,
    PRIMARY KEY (list_id, code, number)
) WITHOUT ROWID;

-- Two and a half million edits a list: one row for each column 1 code, its edits packed (ptp_rows.h).
CREATE TABLE ptp_column (
    id INTEGER PRIMARY KEY, -- The packed column 1 code in the list's range.
    edits BLOB NOT NULL
);

CREATE TABLE mue_limit (
    list_id INTEGER NOT NULL,
    code TEXT NOT NULL,
    number INTEGER NOT NULL,
    units INTEGER NOT NULL,
    adjudication TEXT NOT NULL,
    rationale TEXT NOT NULL,
    PRIMARY KEY (list_id, code, number)
) WITHOUT ROWID;

CREATE TABLE add_on_code (
    list_id INTEGER NOT NULL,
    code TEXT NOT NULL,
    number INTEGER NOT NULL,
    primary_code TEXT NOT NULL,
    type TEXT NOT NULL,
    first_day TEXT,
    last_day TEXT,
    PRIMARY KEY (list_id, code, number)
) WITHOUT ROWID;
CREATE INDEX add_on_code_by_primary ON add_on_code (list_id, primary_code);

CREATE TABLE code_flag (
    list_id INTEGER NOT NULL,
    code TEXT NOT NULL,
    number INTEGER NOT NULL,
    system TEXT NOT NULL,
    flag TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (list_id, code, number)
) WITHOUT ROWID;

CREATE TABLE code_map (
    list_id INTEGER NOT NULL,
    from_code TEXT NOT NULL,
    number INTEGER NOT NULL,
    map TEXT NOT NULL,
    to_code TEXT NOT NULL,
    flags TEXT NOT NULL,
    effective TEXT,
    PRIMARY KEY (list_id, from_code, number)
) WITHOUT ROWID;

CREATE TABLE place_of_service (
    list_id INTEGER NOT NULL,
    code TEXT NOT NULL,
    number INTEGER NOT NULL,
    name TEXT NOT NULL,
    description TEXT NOT NULL,
    is_facility_rate INTEGER NOT NULL,
    is_assigned INTEGER NOT NULL,
    PRIMARY KEY (list_id, code, number)
) WITHOUT ROWID;

-- The site's own words; they outlive every list.
CREATE TABLE site_term (
    id INTEGER PRIMARY KEY,
    term TEXT NOT NULL UNIQUE COLLATE NOCASE,
    words TEXT NOT NULL,
    codes TEXT NOT NULL,
    added_at INTEGER NOT NULL,
    added_by TEXT NOT NULL
);
