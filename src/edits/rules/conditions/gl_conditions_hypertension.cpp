#include "edits/rules/conditions/gl_conditions.h"
#include "edits/rules/conditions/hypertension_heart_kidney.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace cw::edits {

namespace {

constexpr std::string_view kidneySource = "ICD-10-CM Official Guidelines FY2026, I.C.9.a.2";

/// I12.0, I13.11 and I13.2 say stage 5 or end stage.
bool saysStageFive(const DiagnosisView& diagnosis) noexcept
{
    return diagnosis.code == "I120" || diagnosis.code == "I1311" || diagnosis.code == "I132";
}

/// The code of the same kind with the other group of stages; empty for none.
std::string_view otherStage(const DiagnosisView& diagnosis) noexcept
{
    constexpr std::pair<std::string_view, std::string_view> twins[] = {{"I120", "I12.9"},   {"I129", "I12.0"},
                                                                       {"I130", "I13.2"},   {"I132", "I13.0"},
                                                                       {"I1310", "I13.11"}, {"I1311", "I13.10"}};
    const auto* found = std::find_if(std::begin(twins), std::end(twins),
                                     [&](const auto& twin) { return twin.first == diagnosis.code; });
    return found == std::end(twins) ? std::string_view() : found->second;
}

void checkStage(RuleRun& run, const DiagnosisView& hypertension)
{
    const DiagnosisView* before = nullptr;
    const DiagnosisView* misfit = nullptr;
    for (const auto& diagnosis : run.view().diagnoses) {
        if (!diagnosis.isUnder("N18")) continue;
        if (diagnosis.position < hypertension.position) {
            before = &diagnosis;
        } else {
            if (isStageFive(diagnosis) == saysStageFive(hypertension)) return;
            if (!misfit) misfit = &diagnosis;
        }
    }
    const std::string code = hypertension.dotted();
    Finding finding = misfit   ? findingAt(hypertension, *misfit, Severity::warning)
                      : before ? findingAt(hypertension, *before, Severity::warning)
                               : findingAt(hypertension, Severity::warning);
    if (misfit) {
        finding.message = fmt::format("{} does not go with the stage that {} names.", code, misfit->dotted());
        finding.fix = fmt::format("Correct the stage, or replace {} by {}.", code, otherStage(hypertension));
        finding.remedies = {replaceBy(hypertension, otherStage(hypertension))};
    } else if (before) {
        finding.message = fmt::format("{} stands before {}, which it is secondary to.", before->dotted(), code);
        finding.fix = fmt::format("Place {} after {}.", before->dotted(), code);
        finding.remedies = {placeAfter(*before, hypertension)};
    } else {
        finding.message = fmt::format("{} needs a code of N18.- after it that says the stage.", code);
        finding.fix = fmt::format("Add the N18.- code of the documented stage after {}.", code);
    }
    finding.source = hypertension.isUnder("I12") ? kidneySource : hypertensionSource;
    run.report(std::move(finding));
}

/// GL-39: hypertension with chronic kidney disease is coded as one, and the stage follows and fits.
void checkHypertensiveKidney(RuleRun& run)
{
    if (!run.view().hasUnder("I1")) return;
    const auto found = readHypertension(run);
    // With a heart condition the combination is I13: GL-40 says so.
    if (found.essential && found.ckd && !found.heart && !found.heartCondition) {
        Finding finding = findingAt(*found.essential, *found.ckd, Severity::warning);
        const auto* present = found.kidney ? found.kidney : found.both;
        const std::string use = found.isEndStage ? "I12.0" : "I12.9";
        finding.message =
            fmt::format("{} and {} are presumed to be related and are coded in {}.", found.essential->dotted(),
                        found.ckd->dotted(), present ? present->dotted() : std::string("I12.-"));
        finding.fix = present ? fmt::format("Remove {} unless the record says that they are unrelated.",
                                            found.essential->dotted())
                              : fmt::format("Replace {} by {} unless the record says that they are unrelated.",
                                            found.essential->dotted(), use);
        finding.remedies = {present ? removeCode(*found.essential) : replaceBy(*found.essential, use)};
        run.report(std::move(finding));
    }
    if (!found.kidney && !found.both) return;
    for (const auto& diagnosis : run.view().diagnoses)
        if ((diagnosis.isUnder("I12") || diagnosis.isUnder("I13")) && !otherStage(diagnosis).empty())
            checkStage(run, diagnosis);
}

/// GL-41: an elevated reading is for patients without the diagnosis.
void checkElevatedReading(RuleRun& run)
{
    if (!run.view().hasUnder("R030")) return;
    reportPairs(run, Severity::warning, [](const DiagnosisPair&, const DiagnosisView& a, const DiagnosisView&) {
        return std::vector<Remedy>{removeCode(a)};
    });
}

/// GL-42: a crisis is coded with the hypertension, when that is known. In pregnancy O10 to O16 say it.
void checkCrisis(RuleRun& run)
{
    const auto* crisis = run.view().findUnder("I16");
    if (!crisis) return;
    static const auto hypertension = CodePatterns::of("I10-I15, O10-O16");
    if (run.view().find(hypertension)) return;
    Finding finding = findingAt(*crisis, Severity::note);
    finding.message = fmt::format("{} stands without a code of the hypertensive disease.", crisis->dotted());
    finding.fix = "Add the code of I10 to I15 if the record identifies the hypertension; the order is free.";
    run.report(std::move(finding));
}

}  // namespace

std::vector<Rule> hypertensionConditions()
{
    return {
        {.id = "GL-39",
         .title = "Hypertension and chronic kidney disease",
         .severity = Severity::warning,
         .source = kidneySource,
         .fix = "Code hypertension with chronic kidney disease to I12 with the stage after it.",
         .check = checkHypertensiveKidney,
         .inputs = part::diagnoses | part::service},
        {.id = "GL-40",
         .title = "Hypertension with heart and kidney disease",
         .source = hypertensionSource,
         .fix = "Code hypertension with heart and chronic kidney disease to I13.",
         .check = checkHypertensiveHeartKidney,
         .inputs = part::diagnoses | part::service},
        {.id = "GL-41",
         .title = "Elevated reading beside hypertension",
         .severity = Severity::warning,
         .source = "ICD-10-CM Official Guidelines FY2026, I.C.9.a.7",
         .fix = "Remove R03.0 when hypertension is diagnosed.",
         .check = checkElevatedReading,
         .inputs = part::diagnoses | part::service},
        {.id = "GL-42",
         .title = "Hypertensive crisis without the hypertension",
         .severity = Severity::note,
         .source = "ICD-10-CM Official Guidelines FY2026, I.C.9.a.10",
         .fix = "Add the hypertensive disease if it is identified.",
         .check = checkCrisis,
         .inputs = part::diagnoses},
    };
}

}  // namespace cw::edits
