#include "edits/rules/conditions/gl_conditions.h"

#include <fmt/format.h>

#include <algorithm>

namespace cw::edits {

namespace {

/// GL-66: Z codes that may only be first. Z34 is left to GL-51, Z51.0 and Z51.1 to GL-28, Z38 of a stay to GL-56.
void checkFirstOnly(RuleRun& run)
{
    const auto& view = run.view();
    const auto& list = run.data().list("first-listed-only");
    const bool isInpatient = view.encounter.setting == Setting::inpatient;
    const auto isFirstOnly = [&](const DiagnosisView& one) {
        return one.code[0] == 'Z' && !(isInpatient && one.isUnder("Z38")) && list.has(one.code, view.date);
    };
    const auto misplaced = [&](const DiagnosisView& one) { return &one != view.first() && isFirstOnly(one); };
    const auto count = std::count_if(view.diagnoses.begin(), view.diagnoses.end(), misplaced);
    if (count == 0) return;
    for (const auto& diagnosis : view.diagnoses) {
        if (!misplaced(diagnosis)) continue;
        Finding finding = findingAt(diagnosis, Severity::error);
        finding.message = fmt::format("{} may only be the first code and stands in place {}.", diagnosis.dotted(),
                                      diagnosis.position);
        finding.fix = diagnosis.isUnder("Z04")
                          ? "Place it first or remove it; attest if it has nothing to do with the first code, or if "
                            "records of one day are combined."
                          : "Place it first or remove it; attest if records of one day are combined.";
        if (count == 1 && !isFirstOnly(*view.first())) finding.remedies = {makeFirst(diagnosis)};
        run.report(std::move(finding));
    }
}

/// GL-67: Z codes that may not be first. MC-9 asks the list of the Medicare Code Editor.
void checkSecondaryOnly(RuleRun& run)
{
    const auto* first = run.view().first();
    if (!first || first->code[0] != 'Z') return;
    const bool isSusceptibility = first->isUnder("Z15");
    if (!isSusceptibility && !first->isUnder("Z16") && !first->isUnder("Z9282")) return;
    Finding finding = findingAt(*first, isSusceptibility ? Severity::warning : Severity::error);
    finding.message = isSusceptibility ? fmt::format("{} stands first, which it generally does not.", first->dotted())
                                       : fmt::format("{} is a secondary code and stands first.", first->dotted());
    finding.fix = first->isUnder("Z16") ? "Place the code of the infection first."
                  : isSusceptibility    ? "Place the condition, the follow-up or the counseling first."
                                        : "Place the condition that tPA was given for first.";
    const auto& all = run.view().diagnoses;
    if (!isSusceptibility && all.size() == 2 && all[1].code[0] < 'U') finding.remedies = {makeFirst(all[1])};
    run.report(std::move(finding));
}

/// GL-68: drug therapy is long-term, and maintenance of a dependence is none.
void checkLongTermDrug(RuleRun& run)
{
    const auto& view = run.view();
    if (!view.hasUnder("Z79")) return;
    if (view.hasUnder("F112"))
        reportPairs(run, Severity::note, [](const DiagnosisPair&, const DiagnosisView& a, const DiagnosisView&) {
            return std::vector<Remedy>{removeCode(a)};
        });
    if (!view.hasFlag("no-long-term-drugs")) return;
    for (const auto& diagnosis : view.diagnoses) {
        if (!diagnosis.isUnder("Z79")) continue;
        Finding finding = findingAt(diagnosis, Severity::note);
        finding.message = fmt::format("{} is coded, but the visit has no long-term drug.", diagnosis.dotted());
        finding.fix = fmt::format("Remove {}.", diagnosis.dotted());
        finding.remedies = {removeCode(diagnosis)};
        finding.basis = "no-long-term-drugs";
        run.report(std::move(finding));
    }
}

}  // namespace

std::vector<Rule> statusConditions()
{
    return {
        {.id = "GL-66",
         .title = "Z codes that may only be first",
         .source = "ICD-10-CM Official Guidelines FY2026, I.C.21.c.15",
         .fix = "Place the code first, or remove it.",
         .check = checkFirstOnly,
         .inputs = part::diagnoses | part::service,
         .attest = Attest::always},
        {.id = "GL-67",
         .title = "Z codes that may not be first",
         .source = "ICD-10-CM Official Guidelines FY2026, I.C.21.c.3",
         .fix = "Place the condition first.",
         .check = checkSecondaryOnly,
         .inputs = part::diagnoses},
        {.id = "GL-68",
         .title = "Long-term drug therapy",
         .severity = Severity::note,
         .source = "ICD-10-CM Official Guidelines FY2026, I.C.21.c.3",
         .fix = "Code Z79 only for drugs that are taken long-term.",
         .check = checkLongTermDrug,
         .inputs = part::diagnoses | part::claim | part::service},
    };
}

}  // namespace cw::edits
