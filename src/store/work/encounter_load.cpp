#include "import/encounter_json.h"
#include "store/work/columns.h"
#include "store/work/encounter_repository.h"
#include "store/work/encounter_rows.h"
#include "store/work/encounter_summary.h"
#include "store/work/patient_rows.h"
#include "store/work/row_sets.h"
#include "store/work/work_database.h"

#include <algorithm>
#include <system_error>
#include <thread>
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

/// A row of loadMany(), its header still text.
struct UnreadRow {
    std::string id;
    std::string header;
    StoredEncounter stored;
    std::optional<Error> fault;
};

Result<UnreadRow> unreadOf(const Statement& row)
{
    UnreadRow unread;
    unread.id = row.text(8);
    unread.header = row.text(2);
    auto& stored = unread.stored;
    stored.patient = PatientId{row.integer(1)};
    stored.encounter.row = EncounterRowId{row.integer(0)};
    stored.versions.header = row.integer(3);
    CW_TRY(stored.workflow.status, parseEncounterStatus(row.view(4)));
    stored.workflow.assignedTo = row.text(5);
    stored.workflow.note = row.text(6);
    stored.workflow.version = row.integer(7);
    return unread;
}

void readHeader(UnreadRow& unread)
{
    const auto row = unread.stored.encounter.row;
    const auto fits = readEncounterHeader(unread.header, unread.stored.encounter);
    unread.stored.encounter.row = row;
    if (fits && unread.stored.encounter.encounterId == unread.id) return;
    unread.fault = Error{ErrorKind::corrupt, "STORE-062",
                         "encounter " + unread.id + " cannot be read (" +
                             (fits ? "another id" : std::string(fits.error().id)) + ")"};
}

/// Reading the headers is most of the work of loading many: all cores share it.
void readHeaders(std::vector<UnreadRow>& rows)
{
    constexpr std::size_t worthAThread = 200;
    const auto work = [&rows](std::size_t first, std::size_t last) {
        for (auto i = first; i < last; ++i) readHeader(rows[i]);
    };
    const auto hands =
        std::min<std::size_t>(std::max(std::thread::hardware_concurrency(), 1U), rows.size() / worthAThread + 1);
    const auto share = rows.size() / hands + 1;
    std::vector<std::jthread> helpers;
    std::size_t begun = share;  // The first share is this thread's own.
    try {
        for (; begun < rows.size(); begun += share)
            helpers.emplace_back(work, begun, std::min(begun + share, rows.size()));
    } catch (const std::system_error&) {
        work(begun, rows.size());  // Fewer hands do the same work.
    }
    work(0, std::min(share, rows.size()));
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
    std::vector<std::string> wanted;
    wanted.reserve(encounterIds.size());
    for (const auto& id : encounterIds)
        if (places.try_emplace(id, places.size()).second) wanted.push_back(id);
    std::vector<UnreadRow> rows;
    rows.reserve(places.size());
    const auto take = [&](const Statement& row) -> Status {
        CW_TRY(auto unread, unreadOf(row));
        rows.push_back(std::move(unread));
        return {};
    };
    CW_CHECK(
        eachRow(database,
                "SELECT e.id, e.patient, h.header, e.version, e.status, e.assigned_to, e.note, e.workflow_version, "
                "e.encounter_id FROM encounter e LEFT JOIN encounter_header h ON h.encounter = e.id "
                "WHERE e.encounter_id IN (",
                ")", wanted, take));
    readHeaders(rows);
    std::sort(rows.begin(), rows.end(),
              [&places](const UnreadRow& a, const UnreadRow& b) { return places.at(a.id) < places.at(b.id); });
    std::vector<StoredEncounter> all;
    all.reserve(rows.size());
    for (auto& row : rows) {
        if (row.fault) return *row.fault;
        all.push_back(std::move(row.stored));
    }
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
