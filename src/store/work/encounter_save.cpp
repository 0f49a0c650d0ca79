#include "import/encounter_json.h"
#include "store/work/encounter_repository.h"
#include "store/work/encounter_rows.h"
#include "store/work/patient_rows.h"
#include "store/work/work_database.h"

#include <algorithm>
#include <map>

namespace cw::store {

namespace {

/// What the worklist filters and sorts by, taken from the encounter.
struct Promoted {
    std::string payerName;
    std::string payerId;
    std::string claimFilingCode;
};

Promoted promoted(const Encounter& encounter)
{
    const auto* primary = encounter.coverage(CoverageRank::primary);
    if (primary == nullptr) return {};
    return {primary->payer.name, primary->payer.payerId, primary->payer.claimFilingCode};
}

template <class Row>
std::vector<std::int64_t> idsOf(const std::vector<Row>& rows)
{
    std::vector<std::int64_t> ids;
    for (const auto& row : rows) ids.push_back(row.id.value);
    return ids;
}

/// Sequence numbers for `after` that leave untouched rows at theirs: rows keep their relative order when only some are
/// removed or appended; any other order numbers all of them anew.
struct Sequencing {
    bool renumber = false;
};

template <class Row>
Sequencing sequencing(const std::vector<Row>& before, const std::vector<Row>& after)
{
    auto kept = idsOf(before);
    const auto now = idsOf(after);
    std::erase_if(kept, [&now](std::int64_t id) { return std::find(now.begin(), now.end(), id) == now.end(); });
    return {!std::equal(kept.begin(), kept.end(), now.begin(),
                        now.begin() + static_cast<std::ptrdiff_t>(std::min(kept.size(), now.size()))) ||
            kept.size() > now.size()};
}

Result<std::map<std::int64_t, std::int64_t>> storedSequences(Database& database, const char* sql, EncounterRowId row)
{
    CW_TRY(auto select, database.prepare(sql));
    select.bind(row.value);
    std::map<std::int64_t, std::int64_t> sequences;
    while (true) {
        CW_TRY(const bool found, select.step());
        if (!found) return sequences;
        sequences[select.integer(0)] = select.integer(1);
    }
}

/// Equal but for evidence, which has rows of its own.
template <class Row>
bool sameRow(Row one, Row other)
{
    one.evidence.clear();
    other.evidence.clear();
    return one == other;
}

/// Everything one save does to one kind of row, with the audit details of what it did.
struct Difference {
    std::vector<std::string> added;
    std::vector<std::string> changed;
    std::vector<std::string> removed;
    bool reordered = false;
};

template <class Row, class Write, class Void, class Label>
Result<Difference> writeRows(RowChange& change, const std::vector<Row>& before, const std::vector<Row>& after,
                             const char* sequenceSql, Write write, Void voidRow, Label label)
{
    Difference difference;
    const auto find = [](const std::vector<Row>& rows, std::int64_t id) {
        return std::find_if(rows.begin(), rows.end(), [id](const Row& row) { return row.id.value == id; });
    };
    CW_TRY(const auto sequences, storedSequences(change.database, sequenceSql, change.encounter));
    std::int64_t last = 0;
    for (const auto& [id, sequence] : sequences) last = std::max(last, sequence);
    difference.reordered = sequencing(before, after).renumber;
    for (std::size_t i = 0; i < after.size(); ++i) {
        const auto& row = after[i];
        const auto old = find(before, row.id.value);
        const bool isNew = old == before.end();
        const auto known = sequences.find(row.id.value);
        std::int64_t sequence = static_cast<std::int64_t>(i) + 1;
        if (!difference.reordered) sequence = isNew || known == sequences.end() ? ++last : known->second;
        const bool moved = known != sequences.end() && known->second != sequence;
        if (!isNew && !moved && sameRow(*old, row)) continue;
        CW_CHECK(write(change, row, sequence, isNew));
        if (isNew)
            difference.added.push_back(label(row));
        else if (!sameRow(*old, row))
            difference.changed.push_back(label(*old) + " > " + label(row));
    }
    for (const auto& row : before) {
        if (find(after, row.id.value) != after.end()) continue;
        CW_CHECK(voidRow(change, row.id));
        difference.removed.push_back(label(row));
    }
    return difference;
}

std::string labelOf(const Diagnosis& diagnosis)
{
    return displayCode(CodeSystem::icd10cm, diagnosis.code.text);
}

std::string labelOf(const ProcedureLine& line)
{
    std::string label = line.code.text.empty() ? line.revenueCode : line.code.text;
    for (const auto& modifier : line.modifiers) label += "-" + modifier;
    label += " x" + line.units.decimal();
    if (line.charge) label += " " + line.charge->decimal();
    return label + " [" + std::to_string(line.pointers.size()) + "]";
}

struct OwnedEvidence {
    const Evidence* evidence;
    std::optional<DiagnosisId> diagnosis;
    std::optional<ProcedureId> line;
    bool operator==(const OwnedEvidence& other) const
    {
        return *evidence == *other.evidence && diagnosis == other.diagnosis && line == other.line;
    }
};

std::map<std::int64_t, OwnedEvidence> evidenceOf(const Encounter& encounter)
{
    std::map<std::int64_t, OwnedEvidence> all;
    for (const auto& diagnosis : encounter.diagnoses)
        for (const auto& item : diagnosis.evidence)
            all.insert({item.id.value, OwnedEvidence{&item, diagnosis.id, std::nullopt}});
    for (const auto& line : encounter.procedures)
        for (const auto& item : line.evidence) all.insert({item.id.value, OwnedEvidence{&item, std::nullopt, line.id}});
    return all;
}

Result<int> writeEvidenceRows(RowChange& change, const Encounter& before, const Encounter& after)
{
    const auto old = evidenceOf(before);
    const auto now = evidenceOf(after);
    int changes = 0;
    for (const auto& [id, item] : now) {
        if (old.contains(id)) continue;
        CW_CHECK(writeEvidence(change, *item.evidence, item.diagnosis, item.line));
        ++changes;
    }
    for (const auto& [id, item] : old) {
        if (now.contains(id)) continue;
        CW_CHECK(voidEvidence(change, EvidenceId{id}));
        ++changes;
    }
    return changes;
}

}  // namespace

Status SqliteEncounterRepository::audit(WriteTx& tx, const Actor& actor, std::string_view action,
                                        const Encounter& encounter, std::string detail)
{
    return m_audit.append(tx, {actor.name, std::string(action), encounter.encounterId, std::move(detail)});
}

Result<EncounterRowId> SqliteEncounterRepository::add(WriteTx& tx, const Encounter& encounter, const Actor& actor)
{
    auto& database = databaseOf(tx);
    CW_TRY(const bool isThere, exists(tx, encounter.encounterId));
    if (isThere)
        return Error{ErrorKind::conflict, "STORE-065", "encounter " + encounter.encounterId + " exists already"};
    CW_TRY(const auto patient, keepPatient(database, m_ids, encounter.patient));
    const EncounterRowId row{m_ids.next()};
    const auto worklist = promoted(encounter);
    CW_TRY(
        auto insert,
        database.prepare("INSERT INTO encounter (id, encounter_id, patient, setting, service_from, place_of_service, "
                         "patient_name, payer_name, payer_id, claim_filing_code, charge_cents, status, created_at) "
                         "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'new', ?)"));
    insert.bind(row.value).bind(encounter.encounterId).bind(patient.value).bind(toString(encounter.setting));
    insert.bind(encounter.service.from.iso())
        .bind(encounter.service.placeOfService)
        .bind(displayName(encounter.patient));
    insert.bind(worklist.payerName).bind(worklist.payerId).bind(worklist.claimFilingCode);
    CW_CHECK(insert.bind(encounter.totalCharges().inCents()).bind(m_clock.now().milliseconds).run());
    CW_TRY(auto header, database.prepare("INSERT INTO encounter_header (encounter, header) VALUES (?, ?)"));
    CW_CHECK(header.bind(row.value).bind(writeEncounterHeader(encounter)).run());

    RowVersions versions;
    RowChange change{database, row, actor, m_clock.now().milliseconds, versions, true};
    std::int64_t sequence = 0;
    for (const auto& diagnosis : encounter.diagnoses) CW_CHECK(writeDiagnosis(change, diagnosis, ++sequence, true));
    sequence = 0;
    for (const auto& line : encounter.procedures) CW_CHECK(writeLine(change, line, ++sequence, true));
    CW_TRY([[maybe_unused]] const int proofs, writeEvidenceRows(change, Encounter{}, encounter));
    CW_CHECK(audit(tx, actor, "encounter.import", encounter,
                   std::to_string(encounter.diagnoses.size()) + " diagnoses, " +
                       std::to_string(encounter.procedures.size()) + " lines"));
    return row;
}

Result<RowVersions> SqliteEncounterRepository::save(WriteTx& tx, const Encounter& before, const Encounter& after,
                                                    const RowVersions& seen, const Actor& actor)
{
    auto& database = databaseOf(tx);
    RowVersions versions = seen;
    RowChange change{database, after.row, actor, m_clock.now().milliseconds, versions};

    CW_TRY(const auto diagnoses,
           writeRows(change, before.diagnoses, after.diagnoses,
                     "SELECT id, sequence FROM diagnosis WHERE encounter = ? AND voided_at IS NULL", writeDiagnosis,
                     voidDiagnosis, [](const Diagnosis& d) { return labelOf(d); }));
    CW_TRY(const auto lines,
           writeRows(change, before.procedures, after.procedures,
                     "SELECT id, sequence FROM procedure_line WHERE encounter = ? AND voided_at IS NULL", writeLine,
                     voidLine, [](const ProcedureLine& p) { return labelOf(p); }));
    CW_TRY(const int proofs, writeEvidenceRows(change, before, after));

    const auto header = writeEncounterHeader(after);
    if (header != writeEncounterHeader(before)) {
        const auto worklist = promoted(after);
        CW_TRY(auto update,
               database.prepare("UPDATE encounter SET service_from = ?, place_of_service = ?, patient_name = ?, "
                                "payer_name = ?, payer_id = ?, claim_filing_code = ?, version = version + 1 "
                                "WHERE id = ? AND version = ? RETURNING version"));
        update.bind(after.service.from.iso()).bind(after.service.placeOfService);
        update.bind(displayName(after.patient)).bind(worklist.payerName).bind(worklist.payerId);
        CW_TRY(const bool row, update.bind(worklist.claimFilingCode).bind(after.row.value).bind(seen.header).step());
        if (!row)
            return Error{ErrorKind::conflict, "STORE-066",
                         "somebody else changed the data of this encounter; load it again"};
        versions.header = update.integer(0);
        CW_TRY([[maybe_unused]] const bool more, update.step());
        CW_TRY(auto content, database.prepare("INSERT INTO encounter_header (encounter, header) VALUES (?, ?) "
                                              "ON CONFLICT (encounter) DO UPDATE SET header = excluded.header"));
        CW_CHECK(content.bind(after.row.value).bind(header).run());
        CW_CHECK(audit(tx, actor, "encounter.change", after, {}));
    }
    // Summed over the stored lines: another person's line may be among them.
    CW_TRY(auto charges,
           database.prepare("UPDATE encounter SET charge_cents = (SELECT coalesce(sum(charge_cents), 0) FROM "
                            "procedure_line WHERE encounter = ?1 AND voided_at IS NULL) WHERE id = ?1"));
    CW_CHECK(charges.bind(after.row.value).run());

    const auto tell = [&](const Difference& difference, const std::string& what) -> Status {
        for (const auto& label : difference.added) CW_CHECK(audit(tx, actor, what + ".add", after, label));
        for (const auto& label : difference.changed) CW_CHECK(audit(tx, actor, what + ".change", after, label));
        for (const auto& label : difference.removed) CW_CHECK(audit(tx, actor, what + ".remove", after, label));
        if (difference.reordered) CW_CHECK(audit(tx, actor, what + ".reorder", after, {}));
        return {};
    };
    CW_CHECK(tell(diagnoses, "diagnosis"));
    CW_CHECK(tell(lines, "line"));
    if (proofs > 0) CW_CHECK(audit(tx, actor, "evidence.change", after, std::to_string(proofs) + " spans"));
    return versions;
}

}  // namespace cw::store
