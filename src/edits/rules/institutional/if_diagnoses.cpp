#include "edits/rules/institutional/facility_bill.h"
#include "edits/rules/institutional/if_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

namespace cw::edits {

namespace {

constexpr int mostOthers = 24;
constexpr int mostReasons = 3;
constexpr int mostExternal = 12;

/// V00 to Y99, which go into elements of their own.
bool isExternalCause(const DiagnosisView& diagnosis) noexcept
{
    return diagnosis.code.front() >= 'V' && diagnosis.code.front() <= 'Y';
}

void reportCount(RuleRun& run, int count, int most, std::string_view what)
{
    auto finding = findingAt("/diagnoses", Field::diagnosisCode);
    finding.message = fmt::format("The claim has {} {}; {} fit.", count, what, most);
    finding.fix = "Remove the codes that matter least for this claim.";
    run.report(std::move(finding));
}

bool isEmergencyRoom(std::string_view revenue) noexcept
{
    return (revenue.size() == 4 && revenue.starts_with("045")) || revenue == "0516" || revenue == "0526" ||
           revenue == "0762";
}

/// An open or laparoscopic operation of the medical and surgical section.
bool isOperation(const LineView& line) noexcept
{
    const std::string_view code = line.row->code.text;
    return code.size() == 7 && code[0] == '0' && (code[4] == '0' || code[4] == '4');
}

}  // namespace

/// IF-2: more codes of a kind than the claim has elements for.
void checkInstitutionalDiagnosisCount(RuleRun& run)
{
    int external = 0;
    for (const auto& diagnosis : run.view().diagnoses) external += isExternalCause(diagnosis) ? 1 : 0;
    const int plain = static_cast<int>(run.view().diagnoses.size()) - external;
    int reasons = 0;
    int admitting = 0;
    for (const auto& diagnosis : run.encounter().diagnoses) {
        reasons += diagnosis.role == DiagnosisRole::reasonForVisit ? 1 : 0;
        admitting += diagnosis.role == DiagnosisRole::admitting ? 1 : 0;
    }
    if (plain > mostOthers + 1) reportCount(run, plain, mostOthers + 1, "diagnoses");
    if (external > mostExternal) reportCount(run, external, mostExternal, "external cause codes");
    if (reasons > mostReasons) reportCount(run, reasons, mostReasons, "reasons for the visit");
    if (admitting > 1) reportCount(run, admitting, 1, "admitting diagnoses");
}

/// IF-5: a stay without admitting diagnosis; an outpatient visit with one.
void checkAdmittingDiagnosis(RuleRun& run)
{
    const auto& all = run.encounter().diagnoses;
    const auto found =
        std::find_if(all.begin(), all.end(), [](const auto& one) { return one.role == DiagnosisRole::admitting; });
    const bool isStay = run.encounter().setting == Setting::inpatient;
    if (isStay == (found != all.end())) return;
    auto finding = findingAt("/diagnoses", Field::diagnosisCode, isStay ? Severity::error : Severity::warning);
    if (!isStay) finding.diagnosis = found->id;
    finding.message =
        isStay ? "The stay has no admitting diagnosis." : "An outpatient claim has an admitting diagnosis.";
    finding.fix = isStay ? "Code the condition that the patient was admitted for."
                         : "Remove the admitting diagnosis, or make it a reason for the visit.";
    run.report(std::move(finding));
}

/// IF-6: an unscheduled visit to the emergency room or the like without the patient's reason.
void checkReasonForVisit(RuleRun& run)
{
    const auto kind = billClass(run.encounter());
    const auto& type = run.encounter().service.admissionType;
    if ((kind != "13" && kind != "85") || (type != "1" && type != "2" && type != "5")) return;
    const auto& all = run.encounter().diagnoses;
    if (std::any_of(all.begin(), all.end(), [](const auto& one) { return one.role == DiagnosisRole::reasonForVisit; }))
        return;
    for (const auto& line : run.view().lines) {
        if (!isEmergencyRoom(line.row->revenueCode)) continue;
        auto finding = findingAt("/diagnoses", Field::diagnosisCode, Severity::warning);
        finding.message = fmt::format(
            "Advisory: an unscheduled visit with revenue code {} has no reason for the visit.", line.row->revenueCode);
        finding.fix = "Code what the patient came with as the reason for the visit.";
        return run.report(std::move(finding));
    }
}

/// IF-8: no attending provider; an operation without an operating one.
void checkAttendingProvider(RuleRun& run)
{
    const auto& providers = run.encounter().providers;
    // Loop 2310A is for claims that hold anything but transportation.
    const auto& lines = run.view().lines;
    const bool isTransport = !lines.empty() && std::all_of(lines.begin(), lines.end(), [](const LineView& line) {
        return line.row->revenueCode.starts_with("054");
    });
    if (!isTransport && (!providers.attending || providers.attending->npi.empty())) {
        auto finding = findingAt("/providers/attending", Field::provider);
        finding.message = "The claim names no attending provider with an NPI.";
        finding.fix = "Add the provider who was responsible for the care.";
        run.report(std::move(finding));
    }
    if (providers.operating) return;
    for (const auto& line : run.view().pcs) {
        if (!isOperation(line)) continue;
        auto finding = findingAt("/providers/operating", Field::provider, Severity::warning);
        finding.codes = codesOf(*line.row);
        finding.message =
            fmt::format("Advisory: {} is an operation, and no operating provider is named.", shownProcedure(*line.row));
        finding.fix = "Add the provider who operated.";
        return run.report(std::move(finding));
    }
}

/// IF-13: an ICD-10-PCS procedure more than three days before the admission or after the discharge.
void checkProcedureDates(RuleRun& run)
{
    const Date first = admissionDay(run.encounter()).plusDays(-3);
    const Date last = dischargeDay(run.encounter());
    for (const auto& line : run.view().pcs) {
        if (first <= line.from && line.from <= last) continue;
        auto finding = findingAt(line, "service_from", Field::serviceDates, Severity::warning);
        finding.message =
            fmt::format("Advisory: {} is of {}, {}.", shownProcedure(*line.row), line.from.iso(),
                        line.from < first ? "more than three days before the admission" : "after the discharge");
        finding.fix = "Correct the date of the procedure.";
        run.report(std::move(finding));
    }
}

}  // namespace cw::edits
