-- Claims out and answers in: what was sent, to whom, and what became of it; files of answers, payments, work on rejections and
-- denials; trading partners, payers and providers. Files, snapshots and events are never changed or deleted.

CREATE TABLE trading_partner (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    submitter_name TEXT NOT NULL,
    submitter_id TEXT NOT NULL,
    contact_name TEXT NOT NULL,
    phone TEXT NOT NULL,
    email TEXT NOT NULL,
    sender_qualifier TEXT NOT NULL,
    sender_id TEXT NOT NULL,
    application_sender TEXT NOT NULL,
    receiver_name TEXT NOT NULL,
    receiver_id TEXT NOT NULL,
    receiver_qualifier TEXT NOT NULL,
    interchange_receiver TEXT NOT NULL,
    application_receiver TEXT NOT NULL,
    delimiters TEXT NOT NULL, -- Element, repetition, component, segment.
    line_feeds INTEGER NOT NULL,
    characters TEXT NOT NULL, -- basic, extended
    wants_ta1 INTEGER NOT NULL,
    test_only INTEGER NOT NULL,
    claims_per_file INTEGER NOT NULL,
    claims_per_set INTEGER NOT NULL,
    out_folder TEXT NOT NULL,
    in_folder TEXT NOT NULL,
    is_active INTEGER NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    saved_at INTEGER NOT NULL,
    saved_by TEXT NOT NULL
);

CREATE TABLE payer_record (
    id INTEGER PRIMARY KEY,
    payer_id TEXT NOT NULL,
    name TEXT NOT NULL,
    claim_filing_code TEXT NOT NULL,
    partner INTEGER REFERENCES trading_partner (id),
    line1 TEXT NOT NULL,
    line2 TEXT NOT NULL,
    city TEXT NOT NULL,
    state TEXT NOT NULL,
    postal_code TEXT NOT NULL,
    initial_days INTEGER,
    corrected_days INTEGER,
    appeal_days INTEGER,
    reference_on_originals INTEGER NOT NULL,
    prefers_paper INTEGER NOT NULL,
    is_active INTEGER NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    saved_at INTEGER NOT NULL,
    saved_by TEXT NOT NULL
);
CREATE UNIQUE INDEX payer_record_by_id ON payer_record (payer_id);

CREATE TABLE provider_record (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    npi TEXT NOT NULL,
    content TEXT NOT NULL, -- The provider as encounter JSON writes it.
    is_active INTEGER NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    saved_at INTEGER NOT NULL,
    saved_by TEXT NOT NULL
);
CREATE UNIQUE INDEX provider_record_by_npi ON provider_record (kind, npi) WHERE npi <> '';

-- Batches, claims and snapshots are made anew: paper and tables have no control numbers, and large bytes move out of the rows.
DROP INDEX claim_by_batch;
DROP TRIGGER claim_snapshot_is_frozen;
DROP TRIGGER claim_snapshot_stays;
ALTER TABLE claim_snapshot RENAME TO old_claim_snapshot;
ALTER TABLE claim RENAME TO old_claim;
-- Without it each row that goes with the old table looks for its successors in all the others.
CREATE INDEX old_claim_by_replaced ON old_claim (replaces);
ALTER TABLE claim_batch RENAME TO old_claim_batch;

CREATE TABLE claim_batch (
    id INTEGER PRIMARY KEY,
    number INTEGER NOT NULL UNIQUE,
    form TEXT NOT NULL,
    is_test INTEGER NOT NULL,
    file_name TEXT NOT NULL,
    digest TEXT NOT NULL,
    interchange_control_number INTEGER UNIQUE, -- NULL: no X12.
    group_control_number INTEGER UNIQUE,
    partner INTEGER REFERENCES trading_partner (id),
    partner_name TEXT NOT NULL,
    receiver_id TEXT NOT NULL,
    claim_count INTEGER NOT NULL,
    charge_cents INTEGER NOT NULL,
    exported_at INTEGER NOT NULL,
    exported_by TEXT NOT NULL,
    voided_at INTEGER,
    voided_by TEXT NOT NULL DEFAULT '',
    void_reason TEXT NOT NULL DEFAULT '',
    CHECK ((interchange_control_number IS NULL) = (group_control_number IS NULL))
);
CREATE TABLE claim_batch_file (
    batch INTEGER PRIMARY KEY REFERENCES claim_batch (id),
    bytes BLOB NOT NULL
);
-- The three counters were always taken together, so the group's number was the interchange's.
INSERT INTO claim_batch (id, number, form, is_test, file_name, digest, interchange_control_number, group_control_number,
    partner_name, receiver_id, claim_count, charge_cents, exported_at, exported_by)
    SELECT id, number, form, is_test, file_name, digest, interchange_control_number, interchange_control_number,
    '', '', claim_count, charge_cents, exported_at, exported_by FROM old_claim_batch;
INSERT INTO claim_batch_file (batch, bytes) SELECT id, file_bytes FROM old_claim_batch;

CREATE TABLE claim (
    id INTEGER PRIMARY KEY,
    batch INTEGER NOT NULL REFERENCES claim_batch (id),
    encounter INTEGER NOT NULL REFERENCES encounter (id),
    claim_number TEXT NOT NULL,
    version INTEGER NOT NULL,
    replaces INTEGER REFERENCES claim (id),
    billed TEXT NOT NULL, -- primary, secondary, tertiary
    frequency TEXT NOT NULL,
    payer_name TEXT NOT NULL,
    payer_id TEXT NOT NULL,
    patient_key TEXT NOT NULL,
    service_from TEXT NOT NULL,
    charge_cents INTEGER NOT NULL,
    paid_cents INTEGER NOT NULL DEFAULT 0,
    patient_share_cents INTEGER NOT NULL DEFAULT 0,
    payer_control_number TEXT NOT NULL DEFAULT '',
    status TEXT NOT NULL,
    is_test INTEGER NOT NULL,
    is_live INTEGER NOT NULL,
    due_on TEXT,
    sent_at INTEGER NOT NULL,
    responded_at INTEGER,
    last_response TEXT NOT NULL DEFAULT '',
    row_version INTEGER NOT NULL DEFAULT 1,
    -- The biller's queue and the place in it: sent by age, rejected and denied by due day (without one last), paid newest first.
    queue TEXT GENERATED ALWAYS AS (CASE WHEN is_test = 1 THEN '' WHEN status IN ('exported', 'accepted') THEN 'sent'
        WHEN status IN ('rejected', 'denied', 'paid') THEN status ELSE '' END) STORED,
    queue_place INTEGER GENERATED ALWAYS AS (CASE WHEN status IN ('rejected', 'denied')
        THEN CAST(replace(coalesce(due_on, '9999-12-31'), '-', '') AS INTEGER)
        WHEN status = 'paid' THEN -coalesce(responded_at, 0) ELSE sent_at END) STORED,
    UNIQUE (encounter, version)
);
CREATE INDEX claim_by_replaced ON claim (replaces) WHERE replaces IS NOT NULL;
-- Old claims: the newest of an encounter stands for it, as far as the encounter still waits for an answer.
INSERT INTO claim (id, batch, encounter, claim_number, version, replaces, billed, frequency, payer_name, payer_id,
    patient_key, service_from, charge_cents, status, is_test, is_live, sent_at, last_response)
    SELECT c.id, c.batch, c.encounter, c.claim_number, c.version, c.replaces, 'primary',
    coalesce(nullif(CASE WHEN json_valid(e.header) THEN json_extract(e.header, '$.claim.frequency_code') END, ''), '1'), e.payer_name, e.payer_id,
    upper(replace(replace(replace(replace(p.last_name, ' ', ''), '-', ''), '''', ''), '.', '')) || '|' ||
    upper(replace(replace(replace(replace(p.first_name, ' ', ''), '-', ''), '''', ''), '.', '')) || '|' ||
    replace(coalesce(p.birth_date, ''), '-', ''), e.service_from, c.charge_cents,
    CASE WHEN b.is_test = 1 OR c.status <> 'exported' THEN c.status WHEN c.version < n.newest THEN 'replaced'
    WHEN e.status IN ('exported', 'accepted', 'paid', 'denied') THEN e.status ELSE 'rejected' END,
    b.is_test,
    CASE WHEN b.is_test = 0 AND c.version = n.newest AND c.status <> 'rejected'
    AND e.status IN ('exported', 'accepted', 'paid', 'denied') THEN 1 ELSE 0 END,
    b.exported_at, c.last_response
    FROM old_claim AS c JOIN old_claim_batch AS b ON b.id = c.batch JOIN encounter AS e ON e.id = c.encounter
    JOIN patient AS p ON p.id = e.patient
    LEFT JOIN (SELECT s.encounter, max(s.version) AS newest FROM old_claim AS s JOIN old_claim_batch AS t ON t.id = s.batch
    WHERE t.is_test = 0 GROUP BY s.encounter) AS n ON n.encounter = c.encounter;
CREATE INDEX claim_by_batch ON claim (batch);
CREATE UNIQUE INDEX claim_live ON claim (encounter, billed) WHERE is_live = 1;
CREATE INDEX claim_by_number ON claim (claim_number);
CREATE INDEX claim_by_payer_number ON claim (payer_control_number) WHERE payer_control_number <> '';
CREATE INDEX claim_by_patient ON claim (patient_key, service_from);
CREATE INDEX claim_in_queue ON claim (queue, queue_place, id);
CREATE INDEX claim_in_queue_of_payer ON claim (queue, payer_id, queue_place, id);
CREATE INDEX claim_by_service ON claim (queue, payer_id, service_from);

CREATE TABLE claim_snapshot (
    claim INTEGER PRIMARY KEY REFERENCES claim (id),
    bytes BLOB NOT NULL,
    digest TEXT NOT NULL
);
INSERT INTO claim_snapshot (claim, bytes, digest) SELECT claim, bytes, digest FROM old_claim_snapshot;
DROP TABLE old_claim_snapshot;
DROP TABLE old_claim;
DROP TABLE old_claim_batch;
CREATE TRIGGER claim_snapshot_is_frozen BEFORE UPDATE ON claim_snapshot
BEGIN SELECT RAISE(ABORT, 'a claim snapshot is never changed'); END;
CREATE TRIGGER claim_snapshot_stays BEFORE DELETE ON claim_snapshot
BEGIN SELECT RAISE(ABORT, 'a claim snapshot is never deleted'); END;
CREATE TRIGGER claim_batch_file_is_frozen BEFORE UPDATE ON claim_batch_file
BEGIN SELECT RAISE(ABORT, 'a claim file is never changed'); END;
CREATE TRIGGER claim_batch_file_stays BEFORE DELETE ON claim_batch_file
BEGIN SELECT RAISE(ABORT, 'a claim file is never deleted'); END;
CREATE TRIGGER claim_batch_stays BEFORE DELETE ON claim_batch
BEGIN SELECT RAISE(ABORT, 'a claim batch is never deleted'); END;
CREATE TRIGGER claim_stays BEFORE DELETE ON claim
BEGIN SELECT RAISE(ABORT, 'a claim is never deleted'); END;

CREATE TABLE answer_file (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    digest TEXT NOT NULL UNIQUE,
    kinds TEXT NOT NULL,
    answers INTEGER NOT NULL DEFAULT 0,
    matched INTEGER NOT NULL DEFAULT 0,
    waiting INTEGER NOT NULL DEFAULT 0,
    warnings TEXT NOT NULL DEFAULT '', -- A line each.
    imported_at INTEGER NOT NULL,
    imported_by TEXT NOT NULL
);
CREATE TABLE answer_file_content (
    file INTEGER PRIMARY KEY REFERENCES answer_file (id),
    bytes BLOB NOT NULL
);
CREATE TRIGGER answer_file_content_is_frozen BEFORE UPDATE ON answer_file_content
BEGIN SELECT RAISE(ABORT, 'a file of answers is never changed'); END;
CREATE TRIGGER answer_file_content_stays BEFORE DELETE ON answer_file_content
BEGIN SELECT RAISE(ABORT, 'a file of answers is never deleted'); END;

CREATE TABLE claim_event (
    id INTEGER PRIMARY KEY, -- Counts up: the order in which they happened here.
    claim INTEGER NOT NULL REFERENCES claim (id),
    at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    outcome TEXT NOT NULL,
    sentence TEXT NOT NULL,
    codes TEXT NOT NULL,
    amount_cents INTEGER,
    file INTEGER REFERENCES answer_file (id),
    made_by TEXT NOT NULL
);
CREATE INDEX claim_event_by_claim ON claim_event (claim, id);
INSERT INTO claim_event (claim, at, kind, outcome, sentence, codes, amount_cents, made_by)
    SELECT c.id, b.exported_at, 'exported', '', 'Sent in batch ' || b.number || '.', '', c.charge_cents, b.exported_by
    FROM claim AS c JOIN claim_batch AS b ON b.id = c.batch ORDER BY b.number, c.id;
CREATE TRIGGER claim_event_is_frozen BEFORE UPDATE ON claim_event
BEGIN SELECT RAISE(ABORT, 'an event of a claim is never changed'); END;
CREATE TRIGGER claim_event_stays BEFORE DELETE ON claim_event
BEGIN SELECT RAISE(ABORT, 'an event of a claim is never deleted'); END;

CREATE TABLE waiting_answer (
    id INTEGER PRIMARY KEY, -- Counts up.
    file INTEGER NOT NULL REFERENCES answer_file (id),
    kind TEXT NOT NULL,
    reason TEXT NOT NULL,
    claim_number TEXT NOT NULL,
    payer_control_number TEXT NOT NULL,
    patient_name TEXT NOT NULL,
    service_from TEXT,
    charge_cents INTEGER NOT NULL,
    paid_cents INTEGER NOT NULL,
    first_segment INTEGER NOT NULL,
    last_segment INTEGER NOT NULL,
    settled_at INTEGER,
    settled_by TEXT NOT NULL DEFAULT '',
    settled_how TEXT NOT NULL DEFAULT ''
);
CREATE INDEX waiting_answer_open ON waiting_answer (id) WHERE settled_at IS NULL;

CREATE TABLE remittance (
    id INTEGER PRIMARY KEY, -- Counts up.
    file INTEGER NOT NULL REFERENCES answer_file (id),
    payer_name TEXT NOT NULL,
    payer_id TEXT NOT NULL,
    payer_contact TEXT NOT NULL,
    payee_name TEXT NOT NULL,
    payee_npi TEXT NOT NULL,
    trace_number TEXT NOT NULL,
    method TEXT NOT NULL,
    handling TEXT NOT NULL,
    is_debit INTEGER NOT NULL,
    paid_on TEXT,
    amount_cents INTEGER NOT NULL,
    claims_paid_cents INTEGER NOT NULL,
    taken_cents INTEGER NOT NULL,
    claim_count INTEGER NOT NULL,
    imbalances TEXT NOT NULL -- A line each; empty: balanced.
);
CREATE INDEX remittance_by_trace ON remittance (trace_number, payer_id, amount_cents);

CREATE TABLE remittance_claim (
    id INTEGER PRIMARY KEY, -- Counts up.
    remittance INTEGER NOT NULL REFERENCES remittance (id),
    claim INTEGER REFERENCES claim (id), -- NULL: waits.
    first_segment INTEGER NOT NULL,
    last_segment INTEGER NOT NULL,
    claim_number TEXT NOT NULL,
    status TEXT NOT NULL,
    charge_cents INTEGER NOT NULL,
    paid_cents INTEGER NOT NULL,
    patient_share_cents INTEGER NOT NULL,
    filing_code TEXT NOT NULL,
    payer_control_number TEXT NOT NULL,
    facility_code TEXT NOT NULL,
    frequency TEXT NOT NULL,
    last_name TEXT NOT NULL,
    first_name TEXT NOT NULL,
    member_id TEXT NOT NULL,
    service_from TEXT,
    service_to TEXT,
    received_on TEXT,
    crossover_payer TEXT NOT NULL,
    crossover_payer_id TEXT NOT NULL
);
CREATE INDEX remittance_claim_by_claim ON remittance_claim (claim) WHERE claim IS NOT NULL;
CREATE INDEX remittance_claim_by_place ON remittance_claim (remittance, first_segment);

CREATE TABLE remittance_line (
    remittance_claim INTEGER NOT NULL REFERENCES remittance_claim (id),
    line INTEGER NOT NULL, -- From 1, in file order.
    code_qualifier TEXT NOT NULL,
    code TEXT NOT NULL,
    modifiers TEXT NOT NULL, -- Parted by blanks.
    billed_code TEXT NOT NULL,
    billed_modifiers TEXT NOT NULL,
    revenue_code TEXT NOT NULL,
    charge_cents INTEGER NOT NULL,
    paid_cents INTEGER NOT NULL,
    unit_thousandths INTEGER NOT NULL,
    service_from TEXT,
    service_to TEXT,
    line_control_number TEXT NOT NULL,
    allowed_cents INTEGER
);
CREATE INDEX remittance_line_by_claim ON remittance_line (remittance_claim, line);

CREATE TABLE remittance_adjustment (
    remittance_claim INTEGER NOT NULL REFERENCES remittance_claim (id),
    line INTEGER NOT NULL, -- 0: of the claim.
    place INTEGER NOT NULL,
    adjustment_group TEXT NOT NULL,
    reason TEXT NOT NULL,
    amount_cents INTEGER NOT NULL,
    unit_thousandths INTEGER
);
CREATE INDEX remittance_adjustment_by_claim ON remittance_adjustment (remittance_claim, line, place);

CREATE TABLE remittance_remark (
    remittance_claim INTEGER NOT NULL REFERENCES remittance_claim (id),
    line INTEGER NOT NULL,
    place INTEGER NOT NULL,
    code TEXT NOT NULL
);
CREATE INDEX remittance_remark_by_claim ON remittance_remark (remittance_claim, line, place);

CREATE TABLE provider_adjustment (
    remittance INTEGER NOT NULL REFERENCES remittance (id),
    place INTEGER NOT NULL,
    provider_number TEXT NOT NULL,
    reason TEXT NOT NULL,
    reference TEXT NOT NULL,
    amount_cents INTEGER NOT NULL,
    PRIMARY KEY (remittance, place)
);

CREATE TABLE work_item (
    id INTEGER PRIMARY KEY, -- Counts up.
    kind TEXT NOT NULL,     -- rejection, denial
    claim INTEGER NOT NULL REFERENCES claim (id),
    amount_cents INTEGER NOT NULL,
    desk TEXT NOT NULL,
    assigned_to TEXT NOT NULL,
    coder TEXT NOT NULL, -- Who coded the visit; empty: nobody of ours.
    opened_on TEXT NOT NULL,
    due_on TEXT,
    level INTEGER NOT NULL,
    root_cause TEXT NOT NULL,
    outcome TEXT NOT NULL,
    recovered_cents INTEGER NOT NULL,
    closed_at INTEGER,
    file INTEGER REFERENCES answer_file (id),
    version INTEGER NOT NULL DEFAULT 1
);
CREATE INDEX work_item_open ON work_item (kind, due_on, id) WHERE closed_at IS NULL;
CREATE INDEX work_item_by_day ON work_item (kind, opened_on);
CREATE INDEX work_item_by_claim ON work_item (claim);

CREATE TABLE work_item_code (
    item INTEGER NOT NULL REFERENCES work_item (id),
    place INTEGER NOT NULL,
    kind TEXT NOT NULL, -- status, reason, remark, segment
    code TEXT NOT NULL,
    line INTEGER NOT NULL, -- 0: the claim.
    amount_cents INTEGER NOT NULL,
    sentence TEXT NOT NULL,
    pointer TEXT NOT NULL,
    rules TEXT NOT NULL, -- Parted by blanks.
    proposal TEXT NOT NULL,
    PRIMARY KEY (item, place)
);

CREATE TABLE work_item_step (
    item INTEGER NOT NULL REFERENCES work_item (id),
    place INTEGER NOT NULL,
    at INTEGER NOT NULL,
    made_by TEXT NOT NULL,
    level INTEGER NOT NULL,
    action TEXT NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (item, place)
);
CREATE TRIGGER work_item_stays BEFORE DELETE ON work_item
BEGIN SELECT RAISE(ABORT, 'a work item is never deleted'); END;
CREATE TRIGGER work_item_step_is_frozen BEFORE UPDATE ON work_item_step
BEGIN SELECT RAISE(ABORT, 'a step of a work item is never changed'); END;
CREATE TRIGGER work_item_step_stays BEFORE DELETE ON work_item_step
BEGIN SELECT RAISE(ABORT, 'a step of a work item is never deleted'); END;

-- What a line says beside code, units and charge, as JSON; empty: nothing.
ALTER TABLE procedure_line ADD COLUMN details TEXT NOT NULL DEFAULT '';

-- What is large stands in a table of its own: a step of the workflow rewrites a small row.
CREATE TABLE encounter_header (
    encounter INTEGER PRIMARY KEY REFERENCES encounter (id),
    header TEXT NOT NULL
);
INSERT INTO encounter_header SELECT id, header FROM encounter;
ALTER TABLE encounter DROP COLUMN header;

-- What the last check said, as the biller's queues need it: 1 when an error stands that nobody attested, or none was made.
ALTER TABLE encounter ADD COLUMN edits_fail INTEGER NOT NULL DEFAULT 1;
WITH RECURSIVE part (encounter, line, rest) AS (
    SELECT encounter, '', findings || char(10) FROM edit_result
    UNION ALL
    SELECT encounter, substr(rest, 1, instr(rest, char(10)) - 1), substr(rest, instr(rest, char(10)) + 1)
    FROM part WHERE rest <> ''
)
UPDATE encounter SET edits_fail = 0 WHERE id IN (SELECT encounter FROM edit_result) AND id NOT IN (
    SELECT encounter FROM part WHERE substr(line, instr(line, ' ') + 1, 5) = 'error' AND line NOT LIKE '% (attested)');
CREATE INDEX encounter_to_bill ON encounter (edits_fail, service_from, encounter_id) WHERE status = 'approved';
CREATE INDEX encounter_to_bill_by_payer ON encounter (payer_id, edits_fail, service_from, encounter_id)
    WHERE status = 'approved';

-- Sums of the queues, so that the billing page need not walk 200,000 claims.
CREATE TABLE queue_total (
    queue TEXT NOT NULL,
    payer_id TEXT NOT NULL,
    claims INTEGER NOT NULL,
    charge_cents INTEGER NOT NULL,
    paid_cents INTEGER NOT NULL,
    PRIMARY KEY (queue, payer_id)
);
INSERT INTO queue_total SELECT queue, payer_id, count(*), sum(charge_cents), sum(paid_cents) FROM claim
    WHERE queue <> '' GROUP BY queue, payer_id;
INSERT INTO queue_total SELECT CASE edits_fail WHEN 1 THEN 'failing' ELSE 'ready' END, payer_id, count(*), sum(charge_cents), 0
    FROM encounter WHERE status = 'approved' GROUP BY edits_fail, payer_id;
CREATE TRIGGER claim_joins_queue AFTER INSERT ON claim WHEN NEW.queue <> ''
BEGIN
    INSERT INTO queue_total VALUES (NEW.queue, NEW.payer_id, 1, NEW.charge_cents, NEW.paid_cents)
        ON CONFLICT (queue, payer_id) DO UPDATE SET claims = claims + 1, charge_cents = charge_cents + NEW.charge_cents,
        paid_cents = paid_cents + NEW.paid_cents;
END;
CREATE TRIGGER claim_changes_queue AFTER UPDATE OF status, paid_cents, charge_cents, payer_id, is_test ON claim
WHEN OLD.queue <> NEW.queue OR OLD.paid_cents <> NEW.paid_cents OR OLD.charge_cents <> NEW.charge_cents
    OR OLD.payer_id <> NEW.payer_id
BEGIN
    UPDATE queue_total SET claims = claims - 1, charge_cents = charge_cents - OLD.charge_cents,
        paid_cents = paid_cents - OLD.paid_cents WHERE queue = OLD.queue AND payer_id = OLD.payer_id;
    INSERT INTO queue_total SELECT NEW.queue, NEW.payer_id, 1, NEW.charge_cents, NEW.paid_cents WHERE NEW.queue <> ''
        ON CONFLICT (queue, payer_id) DO UPDATE SET claims = claims + 1, charge_cents = charge_cents + NEW.charge_cents,
        paid_cents = paid_cents + NEW.paid_cents;
END;
CREATE TRIGGER encounter_changes_queue AFTER UPDATE OF status, edits_fail, charge_cents, payer_id ON encounter
WHEN OLD.status = 'approved' OR NEW.status = 'approved'
BEGIN
    UPDATE queue_total SET claims = claims - 1, charge_cents = charge_cents - OLD.charge_cents WHERE OLD.status = 'approved'
        AND queue = CASE OLD.edits_fail WHEN 1 THEN 'failing' ELSE 'ready' END AND payer_id = OLD.payer_id;
    INSERT INTO queue_total SELECT CASE NEW.edits_fail WHEN 1 THEN 'failing' ELSE 'ready' END, NEW.payer_id, 1,
        NEW.charge_cents, 0 WHERE NEW.status = 'approved'
        ON CONFLICT (queue, payer_id) DO UPDATE SET claims = claims + 1, charge_cents = charge_cents + NEW.charge_cents;
END;
