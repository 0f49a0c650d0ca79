#include "import/encounter_json.h"
#include "store/work/columns.h"
#include "store/work/encounter_repository.h"
#include "store/work/encounter_rows.h"
#include "store/work/encounter_summary.h"
#include "store/work/patient_rows.h"
#include "store/work/row_sets.h"
#include "store/work/work_database.h"

#include <unordered_map>

namespace cw::store {

namespace {

/// The filter as SQL over bound values only.
std::string conditions(const WorklistFilter& filter)
{
    std::string where = "WHERE 1 = 1 ";
    if (!filter.statuses.empty()) {
        where += "AND e.status IN (";
        for (std::size_t i = 0; i < filter.statuses.size(); ++i) where += i == 0 ? "?" : ", ?";
        where += ") ";
    }
    if (filter.assignedTo) where += filter.orUnassigned ? "AND e.assigned_to IN (?, '') " : "AND e.assigned_to = ? ";
    if (!filter.text.empty())
        where += "AND lower(e.encounter_id || ' ' || e.patient_name || ' ' || p.mrn || ' ' || e.payer_name) "
                 "LIKE '%' || lower(?) || '%' ESCAPE '\\' ";
    return where;
}

Result<StoredEncounter> storedOf(const Statement& row)
{
    StoredEncounter stored;
    const auto id = row.text(8);
    const auto fits = readEncounterHeader(row.view(2), stored.encounter);
    if (!fits || stored.encounter.encounterId != id)
        return Error{ErrorKind::corrupt, "STORE-062",
                     "encounter " + id + " cannot be read (" + (fits ? "another id" : std::string(fits.error().id)) +
                         ")"};
    stored.patient = PatientId{row.integer(1)};
    stored.encounter.row = EncounterRowId{row.integer(0)};
    stored.versions.header = row.integer(3);
    CW_TRY(stored.workflow.status, parseEncounterStatus(row.view(4)));
    stored.workflow.assignedTo = row.text(5);
    stored.workflow.note = row.text(6);
    stored.workflow.version = row.integer(7);
    return stored;
}

}  // namespace

Result<std::vector<EncounterSummary>> SqliteEncounterRepository::list(ReadTx& tx, const WorklistFilter& filter) const
{
    CW_TRY(auto select, databaseOf(tx).prepare("SELECT " + std::string(summaryColumns) +
                                               "FROM encounter e JOIN patient p ON p.id = e.patient " +
                                               conditions(filter) + "ORDER BY e.service_from, e.encounter_id"));
    for (const auto status : filter.statuses) select.bind(toString(status));
    if (filter.assignedTo) select.bind(*filter.assignedTo);
    if (!filter.text.empty()) select.bind(likeText(filter.text));
    std::vector<EncounterSummary> found;
    while (true) {
        CW_TRY(const bool row, select.step());
        if (!row) return found;
        CW_TRY(auto summary, summaryOf(select));
        found.push_back(std::move(summary));
    }
}

Result<StoredEncounter> SqliteEncounterRepository::load(ReadTx& tx, std::string_view encounterId) const
{
    CW_TRY(auto found, loadMany(tx, {std::string(encounterId)}));
    if (found.empty()) return Error{ErrorKind::notFound, "STORE-061", "no encounter " + std::string(encounterId)};
    return std::move(found.front());
}

Result<std::vector<StoredEncounter>> SqliteEncounterRepository::loadMany(
    ReadTx& tx, const std::vector<std::string>& encounterIds) const
{
    auto& database = databaseOf(tx);
    std::unordered_map<std::string_view, std::size_t> places;
    for (const auto& id : encounterIds) places.try_emplace(id, places.size());
    std::vector<std::optional<StoredEncounter>> found(places.size());
    const auto take = [&](const Statement& row) -> Status {
        CW_TRY(auto stored, storedOf(row));
        found[places.at(stored.encounter.encounterId)] = std::move(stored);
        return {};
    };
    CW_CHECK(
        eachRow(database,
                "SELECT e.id, e.patient, h.header, e.version, e.status, e.assigned_to, e.note, e.workflow_version, "
                "e.encounter_id FROM encounter e LEFT JOIN encounter_header h ON h.encounter = e.id "
                "WHERE e.encounter_id IN (",
                ")", encounterIds, take));
    std::vector<StoredEncounter> all;
    all.reserve(found.size());
    for (auto& stored : found)
        if (stored) all.push_back(std::move(*stored));
    CW_CHECK(loadRows(database, all));
    return all;
}

Result<bool> SqliteEncounterRepository::exists(ReadTx& tx, std::string_view encounterId) const
{
    CW_TRY(auto select, databaseOf(tx).prepare("SELECT 1 FROM encounter WHERE encounter_id = ?"));
    return select.bind(encounterId).step();
}

Result<PatientId> SqliteEncounterRepository::patientByMrn(ReadTx& tx, std::string_view mrn) const
{
    auto& database = databaseOf(tx);
    CW_TRY(const auto found, patientOfMrn(database, mrn));
    // The number itself is patient data and stays out of the message.
    if (!found) return Error{ErrorKind::notFound, "STORE-063", "no patient with this medical record number"};
    return followMerges(database, *found);
}

}  // namespace cw::store
