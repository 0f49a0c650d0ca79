#include "store/work/encounter_summary.h"

namespace cw::store {

const std::string_view summaryColumns =
    "e.id, e.encounter_id, e.status, e.patient_name, p.mrn, e.service_from, e.setting, e.place_of_service, "
    "e.payer_name, e.payer_id, e.claim_filing_code, e.charge_cents, e.assigned_to, e.note, "
    "(SELECT count(*) FROM document d WHERE d.encounter = e.id) ";

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

}  // namespace cw::store
