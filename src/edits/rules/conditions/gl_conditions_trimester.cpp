#include "edits/rules/conditions/gl_conditions.h"

#include <fmt/format.h>

namespace cw::edits {

namespace {

bool says(const DiagnosisView& diagnosis, std::string_view words) noexcept
{
    return diagnosis.title().find(words) != std::string_view::npos;
}

enum Trimester : unsigned { none = 0, first = 1, second = 2, third = 4 };

unsigned trimesterOf(const DiagnosisView& diagnosis) noexcept
{
    unsigned said = none;
    if (says(diagnosis, "first trimester")) said |= first;
    if (says(diagnosis, "second trimester")) said |= second;
    if (says(diagnosis, "third trimester")) said |= third;
    return said;
}

/// Of a Z3A code: up to 13 weeks, up to 27, from 28 on; none for "not specified".
unsigned trimesterOfWeeks(std::string_view code) noexcept
{
    if (code.size() != 5 || code[3] < '0' || code[3] > '9' || code[4] < '0' || code[4] > '9') return none;
    const int weeks = (code[3] - '0') * 10 + (code[4] - '0');
    if (weeks == 0) return none;
    if (weeks <= 13) return first;
    return weeks <= 27 ? second : third;
}

}  // namespace

/// GL-53: the trimester of a title and the weeks of gestation agree.
void checkTrimester(RuleRun& run)
{
    const auto& view = run.view();
    const auto* weeks = view.findUnder("Z3A");
    if (!weeks) return;
    unsigned known = none;
    for (const auto& diagnosis : view.diagnoses)
        if (diagnosis.isUnder("Z3A")) known |= trimesterOfWeeks(diagnosis.code);
    if (known == none) return;
    // Trimester of the labor, which is not always that of the delivery.
    static const auto ofLabor = CodePatterns::of("O60.12-O60.14, O60.22");
    // A stay may begin in the trimester before (I.C.15.a.4).
    const auto severity = view.encounter.setting == Setting::inpatient ? Severity::warning : Severity::error;
    for (const auto& diagnosis : view.diagnoses) {
        if (!isObstetric(diagnosis) && !diagnosis.isUnder("Z34")) continue;
        const unsigned said = trimesterOf(diagnosis);
        if (said == none || (said & known) != 0 || ofLabor.matches(diagnosis.code)) continue;
        Finding finding = findingAt(diagnosis, *weeks, severity);
        finding.message =
            fmt::format("{} names another trimester than the weeks of {}.", diagnosis.dotted(), weeks->dotted());
        finding.fix = fmt::format("Correct the trimester of {} or the weeks of gestation.", diagnosis.dotted());
        run.report(std::move(finding));
    }
}

}  // namespace cw::edits
