#include "edits/rules/institutional/facility_bill.h"
#include "edits/rules/poa/pa_rules.h"

#include <fmt/format.h>

#include <array>

namespace cw::edits {

namespace {

constexpr std::string_view exemptFlag = "poa";
constexpr std::array<std::string_view, 4> indicators = {"Y", "N", "U", "W"};

bool isIndicator(std::string_view text)
{
    for (const auto one : indicators)
        if (text == one) return true;
    return false;
}

std::string sourceWith(const RuleRun& run, std::string_view release)
{
    return fmt::format("{} {}", run.rule().source, release);
}

}  // namespace

bool isPoaExempt(const RuleRun& run, const DiagnosisView& diagnosis)
{
    const auto table = run.tables().poaExempt(run.view().date);
    return table && table->has(CodeSystem::icd10cm, diagnosis.code, exemptFlag);
}

Finding findingAtIndicator(const DiagnosisView& diagnosis, Severity severity)
{
    Finding finding = findingAt(diagnosis, severity);
    finding.at = {diagnosisPath(diagnosis.index) + "/present_on_admission"};
    finding.field = Field::presentOnAdmission;
    return finding;
}

/// PA-1: blank on a code that is not exempt in the year of the discharge. Bills of other facilities than hospitals
/// (swing beds, nursing homes) carry none.
void checkPoaMissing(RuleRun& run)
{
    const auto& view = run.view();
    if (const auto bill = billClass(run.encounter()); !bill.empty() && bill != "11") return;
    bool anyBlank = false;
    for (const auto& diagnosis : view.diagnoses) anyBlank = anyBlank || diagnosis.row->presentOnAdmission.empty();
    if (!anyBlank) return;
    const auto table = run.tables().poaExempt(view.date);
    if (!table) return run.notChecked("poa", view.date);
    for (const auto& diagnosis : view.diagnoses) {
        if (!diagnosis.row->presentOnAdmission.empty() || isPoaExempt(run, diagnosis)) continue;
        Finding finding = findingAtIndicator(diagnosis, Severity::error);
        finding.message =
            fmt::format("{} has no present-on-admission indicator, and it is not exempt from one.", diagnosis.dotted());
        finding.fix = "Enter Y, N, U or W as the record says; a hospital that need not report it attests that.";
        finding.source = sourceWith(run, table.release);
        run.report(std::move(finding));
    }
}

/// PA-2: any value on an exempt code. The value 1 was that of the older 4010A format.
void checkPoaOnExempt(RuleRun& run)
{
    const auto& view = run.view();
    bool anyValue = false;
    for (const auto& diagnosis : view.diagnoses) anyValue = anyValue || !diagnosis.row->presentOnAdmission.empty();
    if (!anyValue) return;
    const auto table = run.tables().poaExempt(view.date);
    if (!table) return run.notChecked("poa", view.date);
    for (const auto& diagnosis : view.diagnoses) {
        if (diagnosis.row->presentOnAdmission.empty() || !isPoaExempt(run, diagnosis)) continue;
        Finding finding = findingAtIndicator(diagnosis, Severity::error);
        finding.message = fmt::format("{} is exempt from present-on-admission reporting, but it has an indicator.",
                                      diagnosis.dotted());
        finding.fix = fmt::format("Clear the indicator of {}.", diagnosis.dotted());
        finding.source = sourceWith(run, table.release);
        finding.remedies = {setPoa(diagnosis, "")};
        run.report(std::move(finding));
    }
}

/// PA-3: another value than Y, N, U and W. On an exempt code PA-2 says that there must be none.
void checkPoaValue(RuleRun& run)
{
    const auto& view = run.view();
    for (const auto& diagnosis : view.diagnoses) {
        const auto& value = diagnosis.row->presentOnAdmission;
        if (value.empty() || isIndicator(value) || isPoaExempt(run, diagnosis)) continue;
        Finding finding = findingAtIndicator(diagnosis, Severity::error);
        finding.message =
            fmt::format("The present-on-admission indicator of {} is none of Y, N, U and W.", diagnosis.dotted());
        finding.fix = "Enter Y, N, U or W as the record says.";
        run.report(std::move(finding));
    }
}

}  // namespace cw::edits
