-- What people decide about edits: attestations, levels of rules, rules of the site, imported files of rules. Nothing of it is
-- deleted: what is withdrawn or replaced says when and by whom. Beside it what the edits last said of each encounter.

-- One row; grows with every change of levels, site rules and rule files.
CREATE TABLE edit_revision (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    revision INTEGER NOT NULL
);

CREATE TABLE edit_attestation (
    id INTEGER PRIMARY KEY,
    encounter INTEGER NOT NULL REFERENCES encounter (id),
    place INTEGER NOT NULL, -- Counts up within the encounter.
    rule TEXT NOT NULL,
    subjects TEXT NOT NULL, -- Ids of diagnoses and lines, ascending, parted by blanks.
    basis TEXT NOT NULL,
    reason TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    made_by TEXT NOT NULL,
    voided_at INTEGER,
    voided_by TEXT
);
CREATE INDEX edit_attestation_by_encounter ON edit_attestation (encounter, place);
CREATE UNIQUE INDEX edit_attestation_in_force ON edit_attestation (encounter, rule, subjects) WHERE voided_at IS NULL;

CREATE TABLE edit_level (
    revision INTEGER PRIMARY KEY,
    rule TEXT NOT NULL,
    payer_id TEXT NOT NULL, -- Empty: the site.
    level TEXT NOT NULL,    -- Empty: that of the catalogue.
    reason TEXT NOT NULL,
    set_at INTEGER NOT NULL,
    set_by TEXT NOT NULL,
    is_in_force INTEGER NOT NULL DEFAULT 1
);
CREATE UNIQUE INDEX edit_level_in_force ON edit_level (rule, payer_id) WHERE is_in_force = 1;

CREATE TABLE site_rule (
    number INTEGER NOT NULL, -- Of "SITE-1".
    version INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    content TEXT NOT NULL, -- A file of site rules that holds this one.
    saved_at INTEGER NOT NULL,
    saved_by TEXT NOT NULL,
    PRIMARY KEY (number, version)
);

CREATE TABLE edit_rule_file (
    revision INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    content TEXT NOT NULL,
    digest TEXT NOT NULL,
    row_count INTEGER NOT NULL,
    imported_at INTEGER NOT NULL,
    imported_by TEXT NOT NULL,
    voided_at INTEGER,
    voided_by TEXT
);
CREATE UNIQUE INDEX edit_rule_file_in_force ON edit_rule_file (name) WHERE voided_at IS NULL;

CREATE TABLE edit_result (
    encounter INTEGER PRIMARY KEY REFERENCES encounter (id),
    findings TEXT NOT NULL, -- A line each.
    tables TEXT NOT NULL,   -- Digest of tables, levels and rules that it was made with.
    made_at INTEGER NOT NULL
);

-- Other visits of a patient since a day.
DROP INDEX encounter_by_patient;
CREATE INDEX encounter_of_patient ON encounter (patient, service_from, id);

-- The setting "edits.off" named advisory rules, parted by commas; now they have a level as all others.
WITH RECURSIVE part (rule, rest) AS (
    SELECT '', value || ',' FROM setting WHERE name = 'edits.off'
    UNION ALL
    SELECT trim(substr(rest, 1, instr(rest, ',') - 1)), substr(rest, instr(rest, ',') + 1) FROM part WHERE rest <> ''
)
INSERT INTO edit_level (revision, rule, payer_id, level, reason, set_at, set_by)
    SELECT row_number() OVER (ORDER BY rule), rule, '', 'off', 'Switched off in an older version.', 0, 'system'
    FROM part WHERE rule IN ('DM-6', 'PF-7', 'PF-12') GROUP BY rule;
UPDATE setting SET value = '' WHERE name = 'edits.off';
INSERT INTO edit_revision SELECT 1, count(*) FROM edit_level;
