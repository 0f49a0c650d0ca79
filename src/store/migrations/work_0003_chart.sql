-- The chart: versions of documents with facts of their own, page texts, bookmarks, codes from sources, numbers and merges of
-- patients, records that belong to nobody yet, who holds a chart. Large bytes lie outside the rows (`file_name`).

-- What is large stands in a table of its own: a list of documents never reads past it.
CREATE TABLE document_content (
    version INTEGER PRIMARY KEY REFERENCES document_version (id),
    file_name TEXT NOT NULL DEFAULT '',
    password TEXT NOT NULL DEFAULT '',
    text_digest TEXT NOT NULL DEFAULT '',
    plain_text TEXT NOT NULL DEFAULT '',
    layout TEXT NOT NULL DEFAULT '',
    bytes BLOB NOT NULL
);
CREATE INDEX document_content_by_file ON document_content (file_name) WHERE file_name <> '';
INSERT INTO document_content (version, plain_text, bytes) SELECT id, plain_text, bytes FROM document_version;
ALTER TABLE document_version DROP COLUMN plain_text;
ALTER TABLE document_version DROP COLUMN bytes;

-- A corrected version may have another title, author or date than the one that it supersedes.
ALTER TABLE document_version ADD COLUMN type TEXT NOT NULL DEFAULT 'other';
ALTER TABLE document_version ADD COLUMN title TEXT NOT NULL DEFAULT '';
ALTER TABLE document_version ADD COLUMN document_date TEXT;
ALTER TABLE document_version ADD COLUMN author TEXT NOT NULL DEFAULT '';
ALTER TABLE document_version ADD COLUMN source_name TEXT NOT NULL DEFAULT '';
ALTER TABLE document_version ADD COLUMN foreign_members TEXT NOT NULL DEFAULT '';
ALTER TABLE document_version ADD COLUMN status TEXT NOT NULL DEFAULT '';
ALTER TABLE document_version ADD COLUMN source_key TEXT NOT NULL DEFAULT '';
ALTER TABLE document_version ADD COLUMN source_version TEXT NOT NULL DEFAULT '';
ALTER TABLE document_version ADD COLUMN replaces_key TEXT NOT NULL DEFAULT '';
ALTER TABLE document_version ADD COLUMN arrival INTEGER NOT NULL DEFAULT 0; -- Counts up over the whole store.
ALTER TABLE document_version ADD COLUMN archived_at INTEGER;
ALTER TABLE document_version ADD COLUMN text_read_at INTEGER; -- NULL: paged, and its pages were not read yet.
ALTER TABLE document_version ADD COLUMN blank_pages INTEGER NOT NULL DEFAULT 0; -- Without text, not given to OCR.
ALTER TABLE document_version ADD COLUMN has_recognised INTEGER NOT NULL DEFAULT 0;
UPDATE document_version SET type = d.type, title = d.title, document_date = d.document_date, author = d.author,
    source_name = d.source_name, foreign_members = d.foreign_members
    FROM document AS d WHERE d.id = document_version.document;
UPDATE document_version SET text_read_at = added_at WHERE format <> 'pdf';
UPDATE document_version SET archived_at = added_at
    WHERE number < (SELECT max(m.number) FROM document_version AS m WHERE m.document = document_version.document);
UPDATE document_version SET arrival = r.place
    FROM (SELECT id, row_number() OVER (ORDER BY added_at, id) AS place FROM document_version) AS r
    WHERE r.id = document_version.id;
ALTER TABLE document DROP COLUMN type;
ALTER TABLE document DROP COLUMN title;
ALTER TABLE document DROP COLUMN document_date;
ALTER TABLE document DROP COLUMN author;
ALTER TABLE document DROP COLUMN source_name;
ALTER TABLE document DROP COLUMN foreign_members;
CREATE UNIQUE INDEX document_version_current ON document_version (document) WHERE archived_at IS NULL;
CREATE UNIQUE INDEX document_version_by_arrival ON document_version (arrival);
CREATE INDEX document_version_of_document ON document_version (document, arrival);
CREATE INDEX document_version_by_digest ON document_version (digest);
CREATE INDEX document_version_by_source ON document_version (source_key) WHERE source_key <> '';
CREATE INDEX document_version_by_replaced ON document_version (replaces_key) WHERE replaces_key <> '';
CREATE INDEX document_version_to_read ON document_version (arrival) WHERE text_read_at IS NULL;
CREATE INDEX document_version_to_recognise ON document_version (arrival) WHERE blank_pages > 0;
DROP INDEX document_by_patient;
CREATE INDEX document_of_patient ON document (patient, encounter);

CREATE TABLE page_text (
    version INTEGER NOT NULL REFERENCES document_version (id),
    page INTEGER NOT NULL,
    source TEXT NOT NULL,
    was_recognised INTEGER NOT NULL, -- Given to OCR, whatever it found.
    text TEXT NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (version, page)
);

ALTER TABLE evidence ADD COLUMN area_left INTEGER NOT NULL DEFAULT 0;
ALTER TABLE evidence ADD COLUMN area_top INTEGER NOT NULL DEFAULT 0;
ALTER TABLE evidence ADD COLUMN area_width INTEGER NOT NULL DEFAULT 0;
ALTER TABLE evidence ADD COLUMN area_height INTEGER NOT NULL DEFAULT 0;
ALTER TABLE evidence ADD COLUMN is_recognised INTEGER NOT NULL DEFAULT 0;
CREATE INDEX evidence_by_version ON evidence (document_version, page);

CREATE TABLE bookmark (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL REFERENCES document_version (id),
    page INTEGER NOT NULL,
    begin_at INTEGER NOT NULL,
    end_at INTEGER NOT NULL,
    area_left INTEGER NOT NULL,
    area_top INTEGER NOT NULL,
    area_width INTEGER NOT NULL,
    area_height INTEGER NOT NULL,
    quote TEXT NOT NULL,
    note TEXT NOT NULL,
    author INTEGER NOT NULL REFERENCES account (id),
    role TEXT NOT NULL,
    is_private INTEGER NOT NULL,
    made_at INTEGER NOT NULL,
    voided_at INTEGER,
    voided_by TEXT
);
CREATE INDEX bookmark_by_version ON bookmark (version, page);

CREATE TABLE document_tag (
    document INTEGER NOT NULL REFERENCES document (id),
    account INTEGER NOT NULL REFERENCES account (id),
    letter TEXT NOT NULL,
    PRIMARY KEY (document, account, letter)
);

CREATE TABLE source_code (
    id INTEGER PRIMARY KEY,
    patient INTEGER NOT NULL REFERENCES patient (id),
    encounter INTEGER REFERENCES encounter (id),
    version INTEGER REFERENCES document_version (id),
    sequence INTEGER NOT NULL,
    kind TEXT NOT NULL,
    system TEXT NOT NULL,
    code TEXT NOT NULL,
    display TEXT NOT NULL,
    status TEXT NOT NULL,
    is_negated INTEGER NOT NULL,
    code_date TEXT,
    begin_at INTEGER NOT NULL,
    end_at INTEGER NOT NULL
);
CREATE INDEX source_code_by_version ON source_code (version);
CREATE INDEX source_code_by_owner ON source_code (patient, encounter);

CREATE TABLE late_document (
    encounter INTEGER NOT NULL REFERENCES encounter (id),
    version INTEGER NOT NULL REFERENCES document_version (id),
    arrived_at INTEGER NOT NULL,
    acknowledged_at INTEGER,
    acknowledged_by TEXT,
    PRIMARY KEY (encounter, version)
);

ALTER TABLE patient ADD COLUMN middle_name TEXT NOT NULL DEFAULT '';
ALTER TABLE patient ADD COLUMN suffix TEXT NOT NULL DEFAULT '';
ALTER TABLE patient ADD COLUMN sex TEXT NOT NULL DEFAULT ''; -- F, M, U; empty: nobody said.
ALTER TABLE patient ADD COLUMN merged_into INTEGER REFERENCES patient (id);
CREATE INDEX encounter_by_patient ON encounter (patient);
UPDATE patient SET sex = coalesce((SELECT json_extract(e.header, '$.patient.sex') FROM encounter AS e
    WHERE e.patient = patient.id AND json_extract(e.header, '$.patient.sex') IN ('F', 'M', 'U')
    ORDER BY e.created_at DESC, e.id LIMIT 1), '');

CREATE TABLE patient_number (
    id INTEGER PRIMARY KEY,
    authority TEXT NOT NULL,
    value TEXT NOT NULL,
    patient INTEGER NOT NULL REFERENCES patient (id),
    UNIQUE (authority, value)
);
CREATE INDEX patient_number_by_value ON patient_number (value);
CREATE INDEX patient_number_by_patient ON patient_number (patient);
INSERT INTO patient_number (authority, value, patient) SELECT '', mrn, id FROM patient WHERE mrn <> '';

CREATE TABLE patient_merge (
    id INTEGER PRIMARY KEY,
    from_patient INTEGER NOT NULL REFERENCES patient (id),
    into_patient INTEGER NOT NULL REFERENCES patient (id),
    merged_at INTEGER NOT NULL,
    merged_by TEXT NOT NULL,
    undone_at INTEGER,
    undone_by TEXT
);
CREATE TABLE patient_merge_row (
    merge INTEGER NOT NULL REFERENCES patient_merge (id),
    kind TEXT NOT NULL, -- The table: encounter, document, patient_number, source_code, unmatched.
    row_id INTEGER NOT NULL,
    PRIMARY KEY (merge, kind, row_id)
);

CREATE TABLE unmatched (
    id INTEGER PRIMARY KEY,
    arrived_at INTEGER NOT NULL,
    source_name TEXT NOT NULL,
    record TEXT NOT NULL,
    kind TEXT NOT NULL,
    reason TEXT NOT NULL,
    detail TEXT NOT NULL,
    patient_label TEXT NOT NULL,
    title TEXT NOT NULL,
    format TEXT NOT NULL,
    digest TEXT NOT NULL,
    byte_count INTEGER NOT NULL,
    candidate INTEGER REFERENCES patient (id),
    state TEXT NOT NULL,
    settled_at INTEGER,
    settled_by TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT ''
);
CREATE INDEX unmatched_by_arrival ON unmatched (arrived_at, id);
CREATE UNIQUE INDEX unmatched_waiting ON unmatched (digest) WHERE state = 'waiting';
CREATE TABLE unmatched_content (
    item INTEGER PRIMARY KEY REFERENCES unmatched (id),
    file_name TEXT NOT NULL,
    bytes BLOB NOT NULL
);
CREATE INDEX unmatched_content_by_file ON unmatched_content (file_name) WHERE file_name <> '';

CREATE TABLE chart_lock (
    encounter INTEGER PRIMARY KEY REFERENCES encounter (id),
    account TEXT NOT NULL,
    roles TEXT NOT NULL,
    session TEXT NOT NULL,
    since INTEGER NOT NULL,
    renewed_at INTEGER NOT NULL
);
