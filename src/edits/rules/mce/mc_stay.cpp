#include "edits/rules/institutional/facility_bill.h"
#include "edits/rules/mce/mc_rules.h"

#include <fmt/format.h>

namespace cw::edits {

namespace {

constexpr std::string_view longVentilation = "5A1955Z";  // Greater than 96 consecutive hours.
constexpr int daysOfLongVentilation = 4;

}  // namespace

/// MC-16: a discharge status that is not on the list. A missing one is IF-4.
void checkMceDischargeStatus(RuleRun& run)
{
    const auto& status = run.encounter().service.dischargeStatus;
    if (status.empty()) return;
    if (status.size() == 2 && run.data().list("patient-status").has(status, run.view().date)) return;
    Finding finding = findingAt("/service/discharge_status", Field::service, Severity::warning);
    finding.message = "Advisory: the discharge status is not on the list of patient status codes.";
    finding.fix = "Enter the two-digit status of the patient at discharge.";
    run.report(std::move(finding));
}

/// MC-18: a code that says that the wrong procedure was done, on any bill but one without payment (type of bill 110).
void checkMceWrongProcedure(RuleRun& run)
{
    const auto& bill = run.encounter().service.typeOfBill;
    if (billClass(run.encounter()) == "11" && bill.ends_with('0')) return;
    for (const auto& diagnosis : run.view().diagnoses) {
        if (!run.data().list("wrong-procedure").has(diagnosis.code, run.view().date)) continue;
        Finding finding = findingAt(diagnosis, Severity::warning);
        finding.message = fmt::format("Advisory: {} says that a wrong procedure was done, which Medicare does not pay.",
                                      diagnosis.dotted());
        finding.fix = "Bill the wrong procedure on a no-payment claim of its own.";
        run.report(std::move(finding));
    }
}

/// MC-19: more than 96 consecutive hours cannot lie in a stay whose last day is less than four days after its first.
void checkMceLengthOfStay(RuleRun& run)
{
    const int days = admissionDay(run.encounter()).daysUntil(dischargeDay(run.encounter()));
    if (days >= daysOfLongVentilation) return;
    for (const auto& procedure : run.view().pcs) {
        if (procedure.code != longVentilation) continue;
        Finding finding = findingAt(procedure, Field::procedureCode, Severity::error);
        finding.message = fmt::format("{} is ventilation for more than 96 hours, but the stay has {} {}.",
                                      procedure.code, days, days == 1 ? "day" : "days");
        finding.fix = "Use the code for the hours that were documented, or correct the dates of the stay.";
        run.report(std::move(finding));
    }
}

}  // namespace cw::edits
