#include "import/encounter_json.h"
#include "store/work/encounter_repository.h"
#include "store/work/encounter_rows.h"
#include "store/work/patient_rows.h"
#include "store/work/work_database.h"

namespace cw::store {

namespace {

constexpr std::string_view summaryColumns =
    "SELECT e.id, e.encounter_id, e.status, e.patient_name, p.mrn, e.service_from, e.setting, e.place_of_service, "
    "e.payer_name, e.payer_id, e.claim_filing_code, e.charge_cents, e.assigned_to, e.note, "
    "(SELECT count(*) FROM document d WHERE d.encounter = e.id) "
    "FROM encounter e JOIN patient p ON p.id = e.patient ";

Result<EncounterSummary> summaryOf(const Statement& row)
{
    EncounterSummary summary;
    summary.row = EncounterRowId{row.integer(0)};
    summary.encounterId = row.text(1);
    CW_TRY(summary.status, parseEncounterStatus(row.view(2)));
    summary.patientName = row.text(3);
    summary.mrn = row.text(4);
    CW_TRY(summary.serviceFrom, Date::parse(row.view(5)));
    CW_TRY(summary.setting, parseSetting(row.view(6)));
    summary.placeOfService = row.text(7);
    summary.payerName = row.text(8);
    summary.payerId = row.text(9);
    summary.claimFilingCode = row.text(10);
    summary.charges = Money::cents(row.integer(11));
    summary.assignedTo = row.text(12);
    summary.note = row.text(13);
    summary.documents = static_cast<int>(row.integer(14));
    return summary;
}

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

std::string likeText(std::string_view text)
{
    std::string escaped;
    for (const char c : text) {
        if (c == '%' || c == '_' || c == '\\') escaped += '\\';
        escaped += c;
    }
    return escaped;
}

}  // namespace

Result<std::vector<EncounterSummary>> SqliteEncounterRepository::list(ReadTx& tx, const WorklistFilter& filter) const
{
    CW_TRY(auto select, databaseOf(tx).prepare(std::string(summaryColumns) + conditions(filter) +
                                               "ORDER BY e.service_from, e.encounter_id"));
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
    auto& database = databaseOf(tx);
    CW_TRY(auto select,
           database.prepare("SELECT id, patient, header, version, status, assigned_to, note, workflow_version "
                            "FROM encounter WHERE encounter_id = ?"));
    CW_TRY(const bool found, select.bind(encounterId).step());
    if (!found) return Error{ErrorKind::notFound, "STORE-061", "no encounter " + std::string(encounterId)};
    StoredEncounter stored;
    stored.patient = PatientId{select.integer(1)};
    const auto fits = readEncounterHeader(select.view(2), stored.encounter);
    if (!fits)
        return Error{ErrorKind::corrupt, "STORE-062",
                     "encounter " + std::string(encounterId) + " cannot be read (" + std::string(fits.error().id) +
                         ")"};
    stored.encounter.row = EncounterRowId{select.integer(0)};
    stored.versions.header = select.integer(3);
    CW_TRY(stored.workflow.status, parseEncounterStatus(select.view(4)));
    stored.workflow.assignedTo = select.text(5);
    stored.workflow.note = select.text(6);
    stored.workflow.version = select.integer(7);
    CW_CHECK(loadRows(database, stored.encounter, stored.versions));
    return stored;
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
