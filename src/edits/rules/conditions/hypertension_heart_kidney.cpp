#include "edits/rules/conditions/hypertension_heart_kidney.h"

#include "edits/rules/conditions/gl_conditions.h"

#include <fmt/format.h>

#include <string>
#include <vector>

namespace cw::edits {

namespace {

/// The I13 code that says heart and kidney together.
std::string_view combined(bool hasFailure, bool isEndStage) noexcept
{
    if (hasFailure) return isEndStage ? "I13.2" : "I13.0";
    return isEndStage ? "I13.11" : "I13.10";
}

void reportTwoKinds(RuleRun& run, const Hypertension& found)
{
    std::vector<const DiagnosisView*> kinds;
    for (const auto* kind : {found.heart, found.kidney, found.both})
        if (kind) kinds.push_back(kind);
    Finding finding = findingAt(*kinds[0], Severity::error);
    std::vector<std::string> codes = {kinds[0]->dotted()};
    for (std::size_t i = 1; i < kinds.size(); ++i) {
        addRow(finding, *kinds[i]);
        codes.push_back(kinds[i]->dotted());
    }
    finding.message =
        fmt::format("{} stand together, but hypertension with heart and kidney disease is I13 alone.", listed(codes));
    finding.fix = "Keep one code of I13 in the place of I11 and I12.";
    if (found.both)
        for (const auto* kind : kinds)
            if (kind != found.both) finding.remedies.push_back(removeCode(*kind));
    run.report(std::move(finding));
}

void reportCombination(RuleRun& run, const DiagnosisView& hypertension, const DiagnosisView& other,
                       std::string_view use)
{
    Finding finding = findingAt(hypertension, other, Severity::warning);
    finding.message = fmt::format("{} with {} is hypertensive heart and chronic kidney disease, I13.-.",
                                  hypertension.dotted(), other.dotted());
    finding.fix =
        fmt::format("Replace {} by {} unless the record says that they are unrelated.", hypertension.dotted(), use);
    finding.remedies = {replaceBy(hypertension, use)};
    run.report(std::move(finding));
}

/// I13.0 and I13.2 say heart failure, I13.1- says none.
void checkFailure(RuleRun& run, const DiagnosisView& both, const DiagnosisView* failure)
{
    const bool saysFailure = both.code == "I130" || both.code == "I132";
    const bool saysNone = both.isUnder("I131");
    if (saysFailure && !failure) {
        Finding finding = findingAt(both, Severity::warning);
        finding.message = fmt::format("{} says heart failure, but no code of I50.- says which.", both.dotted());
        finding.fix = fmt::format("Add the I50.- code of the heart failure after {}, or correct {}.", both.dotted(),
                                  both.dotted());
        run.report(std::move(finding));
    } else if (saysNone && failure) {
        const std::string_view use = both.code == "I1311" ? "I13.2" : "I13.0";
        Finding finding = findingAt(both, *failure, Severity::warning);
        finding.message =
            fmt::format("{} says that there is no heart failure, but {} is coded.", both.dotted(), failure->dotted());
        finding.fix =
            fmt::format("Replace {} by {} unless the record says that they are unrelated.", both.dotted(), use);
        finding.remedies = {replaceBy(both, use)};
        run.report(std::move(finding));
    }
}

}  // namespace

bool isStageFive(const DiagnosisView& diagnosis) noexcept
{
    return diagnosis.isUnder("N185") || diagnosis.isUnder("N186");
}

Hypertension readHypertension(const RuleRun& run)
{
    Hypertension found;
    const auto keep = [](const DiagnosisView*& place, const DiagnosisView& diagnosis) {
        if (!place) place = &diagnosis;
    };
    for (const auto& diagnosis : run.view().diagnoses) {
        if (diagnosis.isUnder("I10"))
            keep(found.essential, diagnosis);
        else if (diagnosis.isUnder("I11"))
            keep(found.heart, diagnosis);
        else if (diagnosis.isUnder("I12"))
            keep(found.kidney, diagnosis);
        else if (diagnosis.isUnder("I13"))
            keep(found.both, diagnosis);
        else if (diagnosis.isUnder("N18")) {
            keep(found.ckd, diagnosis);
            found.isEndStage = found.isEndStage || isStageFive(diagnosis);
        } else if (run.data().list("hypertensive-heart-condition").has(diagnosis.code, run.view().date)) {
            keep(found.heartCondition, diagnosis);
            found.hasFailure = found.hasFailure || diagnosis.isUnder("I50");
        }
    }
    return found;
}

/// GL-40: heart and kidney disease with hypertension are one category.
void checkHypertensiveHeartKidney(RuleRun& run)
{
    if (!run.view().hasUnder("I1")) return;
    const auto found = readHypertension(run);
    const int kinds = (found.heart ? 1 : 0) + (found.kidney ? 1 : 0) + (found.both ? 1 : 0);
    if (kinds > 1) {
        reportTwoKinds(run, found);
    } else if (found.heart) {
        const bool hasFailure = found.hasFailure || found.heart->code == "I110";
        if (found.ckd) reportCombination(run, *found.heart, *found.ckd, combined(hasFailure, found.isEndStage));
    } else if (found.kidney) {
        const bool isEndStage = found.isEndStage || found.kidney->code == "I120";
        if (found.heartCondition)
            reportCombination(run, *found.kidney, *found.heartCondition, combined(found.hasFailure, isEndStage));
    } else if (found.essential && found.ckd && found.heartCondition && !found.both) {
        Finding finding = findingAt(*found.essential, *found.ckd, Severity::warning);
        addRow(finding, *found.heartCondition);
        const auto use = combined(found.hasFailure, found.isEndStage);
        finding.message = fmt::format("{} with {} and {} is hypertensive heart and chronic kidney disease, I13.-.",
                                      found.essential->dotted(), found.heartCondition->dotted(), found.ckd->dotted());
        finding.fix = fmt::format("Replace {} by {} unless the record says that they are unrelated.",
                                  found.essential->dotted(), use);
        finding.remedies = {replaceBy(*found.essential, use)};
        run.report(std::move(finding));
    }
    if (!found.both) return;
    const auto* failure = run.view().findUnder("I50");
    for (const auto& diagnosis : run.view().diagnoses)
        if (diagnosis.isUnder("I13")) checkFailure(run, diagnosis, failure);
}

}  // namespace cw::edits
