-- Work store. Dates are ISO text, instants milliseconds UTC, money cents, units thousandths. Clinical rows are voided,
-- never deleted. Portable SQL but for the triggers: PostgreSQL serves the same tables.
CREATE TABLE setting (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
);

CREATE TABLE account (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    roles TEXT NOT NULL,
    disabled INTEGER NOT NULL DEFAULT 0,
    created_at INTEGER NOT NULL
);

CREATE TABLE patient (
    id INTEGER PRIMARY KEY,
    mrn TEXT NOT NULL UNIQUE,
    last_name TEXT NOT NULL,
    first_name TEXT NOT NULL,
    birth_date TEXT,
    version INTEGER NOT NULL DEFAULT 1
);

CREATE TABLE encounter (
    id INTEGER PRIMARY KEY,
    encounter_id TEXT NOT NULL UNIQUE,
    patient INTEGER NOT NULL REFERENCES patient (id),
    setting TEXT NOT NULL,
    service_from TEXT NOT NULL,
    place_of_service TEXT NOT NULL,
    patient_name TEXT NOT NULL,
    payer_name TEXT NOT NULL,
    payer_id TEXT NOT NULL,
    claim_filing_code TEXT NOT NULL,
    charge_cents INTEGER NOT NULL,
    header TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    status TEXT NOT NULL,
    assigned_to TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    workflow_version INTEGER NOT NULL DEFAULT 1,
    created_at INTEGER NOT NULL
);
CREATE INDEX encounter_by_work ON encounter (status, service_from, id);
CREATE INDEX encounter_by_day ON encounter (service_from, id);

CREATE TABLE diagnosis (
    id INTEGER PRIMARY KEY,
    encounter INTEGER NOT NULL REFERENCES encounter (id),
    sequence INTEGER NOT NULL,
    role TEXT NOT NULL,
    code TEXT NOT NULL,
    present_on_admission TEXT NOT NULL,
    foreign_members TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    voided_at INTEGER,
    voided_by TEXT
);
CREATE INDEX diagnosis_by_encounter ON diagnosis (encounter, sequence);

CREATE TABLE procedure_line (
    id INTEGER PRIMARY KEY,
    encounter INTEGER NOT NULL REFERENCES encounter (id),
    sequence INTEGER NOT NULL,
    system TEXT NOT NULL,
    code TEXT NOT NULL,
    unit_thousandths INTEGER NOT NULL,
    unit_basis TEXT NOT NULL,
    charge_cents INTEGER,
    service_from TEXT,
    service_to TEXT,
    place_of_service TEXT NOT NULL,
    revenue_code TEXT NOT NULL,
    broken_pointers TEXT NOT NULL,
    ndc_code TEXT,
    ndc_thousandths INTEGER,
    ndc_unit TEXT,
    ndc_foreign TEXT,
    note TEXT NOT NULL,
    foreign_members TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    voided_at INTEGER,
    voided_by TEXT
);
CREATE INDEX procedure_line_by_encounter ON procedure_line (encounter, sequence);

CREATE TABLE line_modifier (
    line INTEGER NOT NULL REFERENCES procedure_line (id),
    position INTEGER NOT NULL,
    modifier TEXT NOT NULL,
    PRIMARY KEY (line, position)
);

CREATE TABLE line_pointer (
    line INTEGER NOT NULL REFERENCES procedure_line (id),
    position INTEGER NOT NULL,
    diagnosis INTEGER NOT NULL REFERENCES diagnosis (id),
    PRIMARY KEY (line, position)
);

CREATE TABLE document (
    id INTEGER PRIMARY KEY,
    patient INTEGER NOT NULL REFERENCES patient (id),
    encounter INTEGER REFERENCES encounter (id),
    type TEXT NOT NULL,
    title TEXT NOT NULL,
    document_date TEXT,
    author TEXT NOT NULL,
    source_name TEXT NOT NULL,
    foreign_members TEXT NOT NULL
);
CREATE INDEX document_by_encounter ON document (encounter);
CREATE INDEX document_by_patient ON document (patient);

CREATE TABLE document_version (
    id INTEGER PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES document (id),
    number INTEGER NOT NULL,
    format TEXT NOT NULL,
    digest TEXT NOT NULL,
    byte_count INTEGER NOT NULL,
    pages INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    plain_text TEXT NOT NULL,
    added_at INTEGER NOT NULL,
    UNIQUE (document, number)
);

CREATE TABLE document_read (
    version INTEGER NOT NULL REFERENCES document_version (id),
    account INTEGER NOT NULL REFERENCES account (id),
    read_at INTEGER NOT NULL,
    PRIMARY KEY (version, account)
);

CREATE TABLE evidence (
    id INTEGER PRIMARY KEY,
    encounter INTEGER NOT NULL REFERENCES encounter (id),
    diagnosis INTEGER REFERENCES diagnosis (id),
    line INTEGER REFERENCES procedure_line (id),
    document_version INTEGER NOT NULL REFERENCES document_version (id),
    page INTEGER NOT NULL,
    begin_at INTEGER NOT NULL,
    end_at INTEGER NOT NULL,
    quote TEXT NOT NULL,
    digest TEXT NOT NULL,
    document_title TEXT NOT NULL,
    voided_at INTEGER,
    voided_by TEXT
);
CREATE INDEX evidence_by_encounter ON evidence (encounter);

CREATE TABLE control_counter (
    name TEXT PRIMARY KEY,
    last_value INTEGER NOT NULL
);

CREATE TABLE claim_batch (
    id INTEGER PRIMARY KEY,
    number INTEGER NOT NULL UNIQUE,
    form TEXT NOT NULL,
    is_test INTEGER NOT NULL,
    file_name TEXT NOT NULL,
    file_bytes BLOB NOT NULL,
    digest TEXT NOT NULL,
    interchange_control_number INTEGER NOT NULL UNIQUE,
    claim_count INTEGER NOT NULL,
    charge_cents INTEGER NOT NULL,
    exported_at INTEGER NOT NULL,
    exported_by TEXT NOT NULL
);

CREATE TABLE claim (
    id INTEGER PRIMARY KEY,
    batch INTEGER NOT NULL REFERENCES claim_batch (id),
    encounter INTEGER NOT NULL REFERENCES encounter (id),
    claim_number TEXT NOT NULL,
    version INTEGER NOT NULL,
    replaces INTEGER REFERENCES claim (id),
    charge_cents INTEGER NOT NULL,
    status TEXT NOT NULL,
    last_response TEXT NOT NULL DEFAULT '',
    UNIQUE (encounter, version)
);
CREATE INDEX claim_by_batch ON claim (batch);

CREATE TABLE claim_snapshot (
    claim INTEGER PRIMARY KEY REFERENCES claim (id),
    bytes BLOB NOT NULL,
    digest TEXT NOT NULL
);
CREATE TRIGGER claim_snapshot_is_frozen BEFORE UPDATE ON claim_snapshot
BEGIN SELECT RAISE(ABORT, 'a claim snapshot is never changed'); END;
CREATE TRIGGER claim_snapshot_stays BEFORE DELETE ON claim_snapshot
BEGIN SELECT RAISE(ABORT, 'a claim snapshot is never deleted'); END;

CREATE TABLE audit (
    sequence INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    account TEXT NOT NULL,
    action TEXT NOT NULL,
    encounter_id TEXT NOT NULL,
    detail TEXT NOT NULL,
    hash TEXT NOT NULL
);
CREATE INDEX audit_by_encounter ON audit (encounter_id, sequence);
CREATE INDEX audit_by_account ON audit (account, sequence);
CREATE TRIGGER audit_is_frozen BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit trail is never changed'); END;
CREATE TRIGGER audit_stays BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit trail is never deleted'); END;

-- The last entry once more: an end cut off the trail shows.
CREATE TABLE audit_head (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    sequence INTEGER NOT NULL,
    hash TEXT NOT NULL
);
INSERT INTO audit_head VALUES (1, 0, '');
