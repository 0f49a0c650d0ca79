#include "edits/rules/sequence/gl_sequence.h"

#include <fmt/format.h>

#include <array>

namespace cw::edits {

namespace {

bool isDiabetes(const DiagnosisView& one)
{
    return one.code >= "E08" && one.code < "E14" && !one.isUnder("E12");
}

/// A kind of drug that the coder found in the medication list, and its code.
struct DrugUse {
    std::string_view flag;
    std::string_view code;  ///< Compact.
    std::string_view dotted;
    Date first;  ///< Day the code came into force.
};

const std::array<DrugUse, 3>& drugUses()
{
    static const std::array<DrugUse, 3> uses = {{
        {"long-term-insulin", "Z794", "Z79.4", Date::of(2015, 10, 1)},
        {"long-term-oral-antidiabetic", "Z7984", "Z79.84", Date::of(2016, 10, 1)},
        {"long-term-injectable-antidiabetic", "Z7985", "Z79.85", Date::of(2022, 10, 1)},
    }};
    return uses;
}

void checkMissingDrugs(RuleRun& run, const DiagnosisView& diabetes)
{
    auto finding = findingAt(diabetes, Severity::warning);
    std::vector<std::string> missing;
    for (const auto& use : drugUses()) {
        if (!run.view().hasFlag(use.flag) || run.view().date < use.first || run.view().findUnder(use.code)) continue;
        missing.emplace_back(use.dotted);
        finding.remedies.push_back(addCode(use.dotted, &diabetes));
        finding.basis += finding.basis.empty() ? std::string(use.flag) : fmt::format(", {}", use.flag);
    }
    if (missing.empty()) return;
    finding.message =
        fmt::format("{} lacks {} for the drugs of the medication list.", diabetes.dotted(), listed(missing));
    finding.fix = fmt::format("Add {}.", listed(missing));
    run.report(std::move(finding));
}

void checkInsulin(RuleRun& run, const DiagnosisView& insulin)
{
    const auto& view = run.view();
    if (view.hasFlag("temporary-insulin") && !view.hasFlag("long-term-insulin")) {
        auto finding = findingAt(insulin, Severity::warning);
        finding.message = "Z79.4 is not for insulin that is given for this encounter only.";
        finding.fix = "Remove Z79.4.";
        finding.basis = "temporary-insulin";
        finding.remedies = {removeCode(insulin)};
        run.report(std::move(finding));
        return;
    }
    const auto* typeOne = view.findUnder("E10");
    if (!typeOne) return;
    auto finding = findingAt(insulin, *typeOne, Severity::note);
    finding.message = fmt::format("Z79.4 beside {} is not required: type 1 diabetes needs insulin.", typeOne->dotted());
    finding.fix = "Remove Z79.4, or keep it when your payer asks for it.";
    finding.remedies = {removeCode(insulin)};
    run.report(std::move(finding));
}

void checkGestational(RuleRun& run, const DiagnosisView& gestational)
{
    for (const auto& use : drugUses()) {
        const auto* drug = run.view().findUnder(use.code);
        if (!drug) continue;
        auto finding = findingAt(gestational, *drug, Severity::error);
        finding.message = fmt::format("{} already says how the diabetes is controlled; {} is not used with it.",
                                      gestational.dotted(), drug->dotted());
        finding.fix = fmt::format("Remove {}.", drug->dotted());
        finding.source = "ICD-10-CM Official Guidelines FY2026, I.C.15.i";
        finding.remedies = {removeCode(*drug)};
        run.report(std::move(finding));
    }
}

}  // namespace

/// GL-31: codes of two types of diabetes.
void checkDiabetesTypes(RuleRun& run)
{
    const DiagnosisView* first = nullptr;
    for (const auto& one : run.view().diagnoses) {
        if (!isDiabetes(one)) continue;
        if (!first) {
            first = &one;
        } else if (!one.isUnder(std::string_view(first->code).substr(0, 3))) {
            auto finding = findingAt(*first, one, Severity::warning);
            finding.message = fmt::format("{} and {} are different types of diabetes.", first->dotted(), one.dotted());
            finding.fix = "Keep the type that the provider documents, or attest that the patient has both.";
            run.report(std::move(finding));
            return;
        }
    }
}

/// GL-32: W: a drug of the medication list without its Z79 code; Z79.4 for insulin of this encounter only. E: any of them
/// with gestational diabetes. N: Z79.4 with type 1.
void checkDiabetesDrugs(RuleRun& run)
{
    const auto& view = run.view();
    const DiagnosisView* diabetes = nullptr;
    for (const auto& one : view.diagnoses) {
        if (!diabetes && isDiabetes(one) && !one.isUnder("E10")) diabetes = &one;
        if (one.code == "Z794") checkInsulin(run, one);
    }
    if (const auto* gestational = view.findUnder("O244"))
        checkGestational(run, *gestational);
    else if (diabetes)
        checkMissingDrugs(run, *diabetes);
}

/// GL-34: diabetic kidney disease without its stage behind it.
void checkDiabetesKidneyStage(RuleRun& run)
{
    const auto isStage = [](const auto& one) { return one.isUnder("N18"); };
    for (const auto& one : run.view().diagnoses) {
        if (one.code.size() != 5 || !isDiabetes(one) || !one.code.ends_with("22")) continue;
        if (findAfter(run.view(), one, isStage)) continue;
        auto finding = findingAt(one, Severity::warning);
        finding.note = one.dotted();
        finding.message = fmt::format("{} has no stage of the kidney disease (N18.-) after it.", one.dotted());
        finding.fix = fmt::format("Add N18.- after {}.", one.dotted());
        if (const auto* before = findBefore(run.view(), one, isStage)) {
            finding.fix = fmt::format("Place {} after {}.", before->dotted(), one.dotted());
            finding.remedies = {placeAfter(*before, one)};
        }
        run.report(std::move(finding));
    }
}

}  // namespace cw::edits
