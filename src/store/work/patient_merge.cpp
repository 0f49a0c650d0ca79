#include "store/work/patient_registry.h"
#include "store/work/work_database.h"

#include <array>

namespace cw::store {

namespace {

/// A table whose rows go with their patient, and the column that names the patient.
struct Movable {
    std::string table;
    std::string column;
};

const std::array<Movable, 5>& movables()
{
    static const std::array<Movable, 5> all = {{{"encounter", "patient"},
                                                {"document", "patient"},
                                                {"patient_number", "patient"},
                                                {"source_code", "patient"},
                                                {"unmatched", "candidate"}}};
    return all;
}

std::string labelOf(const KnownPatient& patient)
{
    return displayName(patient.person) + " · " + patient.person.mrn;
}

Status setMergedInto(Database& database, PatientId patient, std::optional<std::int64_t> into)
{
    CW_TRY(auto update, database.prepare("UPDATE patient SET merged_into = ?, version = version + 1 WHERE id = ?"));
    return update.bind(into).bind(patient.value).run();
}

/// Encounter ids that moved with this merge.
Result<std::vector<std::string>> movedEncounters(Database& database, std::int64_t merge)
{
    CW_TRY(auto select,
           database.prepare("SELECT e.encounter_id FROM patient_merge_row r JOIN encounter e ON e.id = r.row_id "
                            "WHERE r.merge = ? AND r.kind = 'encounter' ORDER BY e.encounter_id"));
    select.bind(merge);
    std::vector<std::string> ids;
    while (true) {
        CW_TRY(const bool row, select.step());
        if (!row) return ids;
        ids.push_back(select.text(0));
    }
}

/// One entry for the trail of the workspace and one for each encounter concerned.
Status tell(AuditLog& audit, WriteTx& tx, const Actor& actor, const std::string& action, std::int64_t merge)
{
    CW_TRY(const auto encounters, movedEncounters(databaseOf(tx), merge));
    CW_CHECK(audit.append(
        tx, {actor.name,
             action,
             {},
             "merge " + std::to_string(merge) + ", " + std::to_string(encounters.size()) + " encounters"}));
    for (const auto& encounter : encounters)
        CW_CHECK(audit.append(tx, {actor.name, action, encounter, "merge " + std::to_string(merge)}));
    return {};
}

}  // namespace

Result<std::int64_t> SqlitePatientRegistry::merge(WriteTx& tx, PatientId from, PatientId into, const Actor& actor)
{
    auto& database = databaseOf(tx);
    if (from == into)
        return Error{ErrorKind::conflict, "STORE-252", "a patient cannot be merged into the same patient"};
    CW_TRY(const auto source, find(tx, from));
    CW_TRY(const auto target, find(tx, into));
    if (source.mergedInto.isValid() || target.mergedInto.isValid())
        return Error{ErrorKind::conflict, "STORE-253", "one of the two patients is merged already"};
    const auto id = m_ids.next();
    CW_TRY(auto insert,
           database.prepare("INSERT INTO patient_merge (id, from_patient, into_patient, merged_at, merged_by) "
                            "VALUES (?, ?, ?, ?, ?)"));
    insert.bind(id).bind(from.value).bind(into.value).bind(m_clock.now().milliseconds);
    CW_CHECK(insert.bind(actor.name).run());
    for (const auto& [table, column] : movables()) {
        CW_TRY(auto note, database.prepare("INSERT INTO patient_merge_row (merge, kind, row_id) SELECT ?, '" + table +
                                           "', id FROM " + table + " WHERE " + column + " = ?"));
        CW_CHECK(note.bind(id).bind(from.value).run());
        CW_TRY(auto move, database.prepare("UPDATE " + table + " SET " + column + " = ? WHERE " + column + " = ?"));
        CW_CHECK(move.bind(into.value).bind(from.value).run());
    }
    CW_CHECK(setMergedInto(database, from, into.value));
    CW_CHECK(tell(m_audit, tx, actor, "patient.merge", id));
    return id;
}

Status SqlitePatientRegistry::undoMerge(WriteTx& tx, std::int64_t merge, const Actor& actor)
{
    auto& database = databaseOf(tx);
    CW_TRY(auto select,
           database.prepare("SELECT from_patient, into_patient, undone_at FROM patient_merge WHERE id = ?"));
    CW_TRY(const bool found, select.bind(merge).step());
    if (!found) return Error{ErrorKind::notFound, "STORE-254", "there is no such merge of patients"};
    if (!select.isNull(2)) return Error{ErrorKind::conflict, "STORE-255", "the merge was undone already"};
    const PatientId from{select.integer(0)};
    const PatientId into{select.integer(1)};
    CW_TRY(const auto target, find(tx, into));
    if (target.mergedInto.isValid())
        return Error{ErrorKind::conflict, "STORE-256", "a later merge moved the same records on; undo that one first"};
    for (const auto& [table, column] : movables()) {
        CW_TRY(auto back, database.prepare("UPDATE " + table + " SET " + column + " = ? WHERE " + column +
                                           " = ? AND id IN (SELECT row_id FROM patient_merge_row WHERE merge = ? AND "
                                           "kind = '" +
                                           table + "')"));
        CW_CHECK(back.bind(from.value).bind(into.value).bind(merge).run());
    }
    CW_CHECK(setMergedInto(database, from, {}));
    CW_TRY(auto update, database.prepare("UPDATE patient_merge SET undone_at = ?, undone_by = ? WHERE id = ?"));
    CW_CHECK(update.bind(m_clock.now().milliseconds).bind(actor.name).bind(merge).run());
    return tell(m_audit, tx, actor, "patient.unmerge", merge);
}

Result<std::vector<PatientMerge>> SqlitePatientRegistry::merges(ReadTx& tx) const
{
    CW_TRY(auto select,
           databaseOf(tx).prepare(
               "SELECT m.id, m.from_patient, m.into_patient, m.merged_at, m.merged_by, m.undone_at IS NOT NULL, "
               "(SELECT count(*) FROM patient_merge_row r WHERE r.merge = m.id AND r.kind = 'encounter'), "
               "(SELECT count(*) FROM patient_merge_row r WHERE r.merge = m.id AND r.kind = 'document') "
               "FROM patient_merge m ORDER BY m.merged_at DESC, m.id DESC"));
    std::vector<PatientMerge> found;
    while (true) {
        CW_TRY(const bool row, select.step());
        if (!row) break;
        PatientMerge merge;
        merge.id = select.integer(0);
        merge.from = PatientId{select.integer(1)};
        merge.into = PatientId{select.integer(2)};
        merge.at = Instant{select.integer(3)};
        merge.by = select.text(4);
        merge.isUndone = select.integer(5) != 0;
        merge.encounters = static_cast<int>(select.integer(6));
        merge.documents = static_cast<int>(select.integer(7));
        found.push_back(std::move(merge));
    }
    for (auto& merge : found) {
        CW_TRY(const auto from, find(tx, merge.from));
        CW_TRY(const auto into, find(tx, merge.into));
        merge.fromLabel = labelOf(from);
        merge.intoLabel = labelOf(into);
    }
    return found;
}

}  // namespace cw::store
