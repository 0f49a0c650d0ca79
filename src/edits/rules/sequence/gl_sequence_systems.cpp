#include "edits/rules/sequence/gl_sequence.h"

#include <fmt/format.h>

#include <array>
#include <utility>

namespace cw::edits {

namespace {

constexpr std::string_view hypertensionSource = "ICD-10-CM Official Guidelines FY2026, I.C.9.a.1";

/// Dependence before abuse before use; 0 for anything else.
int rankOfUse(const DiagnosisView& one)
{
    if (one.code.size() < 4) return 0;
    switch (one.code[3]) {
    case '2': return 3;
    case '1': return 2;
    case '9': return 1;
    default: return 0;
    }
}

void checkSubstance(RuleRun& run, std::string_view category)
{
    const DiagnosisView* highest = nullptr;
    for (const auto& one : run.view().diagnoses)
        if (one.isUnder(category) && rankOfUse(one) > (highest ? rankOfUse(*highest) : 0)) highest = &one;
    if (!highest) return;
    for (const auto& one : run.view().diagnoses) {
        const int rank = one.isUnder(category) ? rankOfUse(one) : 0;
        if (rank == 0 || rank == rankOfUse(*highest)) continue;
        auto finding = findingAt(one, *highest, Severity::warning);
        finding.message =
            fmt::format("{} and {} are two patterns of use of one substance.", highest->dotted(), one.dotted());
        finding.fix = fmt::format("Keep {} alone.", highest->dotted());
        finding.remedies = {removeCode(one)};
        run.report(std::move(finding));
    }
}

void reportHypertension(RuleRun& run, const DiagnosisView& pressure, const DiagnosisView& heart, std::string_view use)
{
    auto finding = findingAt(pressure, heart, Severity::warning);
    finding.message =
        fmt::format("{} with {} is hypertensive heart disease, {}.", pressure.dotted(), heart.dotted(), use);
    finding.fix =
        fmt::format("Replace {} by {}, or attest that the heart condition has another cause.", pressure.dotted(), use);
    finding.source = hypertensionSource;
    finding.remedies = {replaceBy(pressure, use)};
    run.report(std::move(finding));
}

/// From 2025-10-01 I11 alone says myocardial degeneration or cardiomegaly.
void checkRedundantHeart(RuleRun& run, const DiagnosisView& pressure)
{
    if (run.view().date < Date::of(2025, 10, 1)) return;
    for (const auto& one : run.view().diagnoses) {
        if (one.code != "I515" && one.code != "I517") continue;
        auto finding = findingAt(pressure, one, Severity::warning);
        finding.message = fmt::format("{} is not added to {}.", one.dotted(), pressure.dotted());
        finding.fix = fmt::format("Remove {}.", one.dotted());
        finding.source = hypertensionSource;
        finding.remedies = {removeCode(one)};
        run.report(std::move(finding));
    }
}

}  // namespace

/// GL-35: use, abuse and dependence of one substance side by side.
void checkSubstanceHierarchy(RuleRun& run)
{
    static constexpr std::array<std::string_view, 9> substances = {"F10", "F11", "F12", "F13", "F14",
                                                                   "F15", "F16", "F18", "F19"};
    if (!run.view().hasUnder("F1")) return;
    for (const auto category : substances) checkSubstance(run, category);
}

/// GL-37: a pain code first, or beside the known cause of the pain, in a visit that is not for pain control.
void checkPainCode(RuleRun& run)
{
    const auto& view = run.view();
    const auto* pain = view.findUnder("G89");
    if (!pain || view.hasFlag("pain-management") || view.hasFlag("neurostimulator")) return;
    if (pain->position == 1) {
        auto finding = findingAt(*pain, Severity::warning);
        finding.message =
            fmt::format("{} is listed first in a visit that is not marked as pain management.", pain->dotted());
        finding.fix = "List the cause or the site of the pain first, or mark the visit as pain management.";
        if (view.diagnoses.size() > 1 && !view.diagnoses[1].isUnder("G89"))
            finding.remedies = {placeAfter(*pain, view.diagnoses[1])};
        run.report(std::move(finding));
        return;
    }
    const auto& unexplained = run.data().list("unexplained-pain");
    const auto& causes = run.data().list("pain-causes");
    for (const auto& one : view.diagnoses) {
        if (!one.isUnder("G89") || !unexplained.has(one.code, view.date)) continue;
        for (const auto& cause : view.diagnoses) {
            if (!causes.has(cause.code, view.date)) continue;
            auto finding = findingAt(one, cause, Severity::warning);
            finding.message =
                fmt::format("{} stands beside {}, which explains the pain.", one.dotted(), cause.dotted());
            finding.fix = fmt::format("Remove {}, or mark the visit as pain management.", one.dotted());
            finding.remedies = {removeCode(one)};
            run.report(std::move(finding));
            break;
        }
    }
}

/// GL-38: hypertension and heart disease that belong in one code; I11 that disagrees with the heart failure beside it.
/// With N18.- on the claim the code is one of I13, and GL-40 speaks.
void checkHypertensiveHeart(RuleRun& run)
{
    const auto& view = run.view();
    const auto* failure = view.findUnder("I50");
    for (const auto& one : view.diagnoses) {
        if (one.code == "I10" && !view.hasUnder("N18")) {
            const auto& hearts = run.data().list("hypertensive-heart");
            const auto* heart = failure;
            for (const auto& other : view.diagnoses)
                if (!heart && hearts.has(other.code, view.date)) heart = &other;
            if (heart) reportHypertension(run, one, *heart, failure ? "I11.0" : "I11.9");
        } else if (one.code == "I110" && !failure) {
            auto finding = findingAt(one, Severity::warning);
            finding.message = "I11.0 has no type of heart failure (I50.-) beside it.";
            finding.fix = "Add I50.- after I11.0, or use I11.9.";
            finding.source = "ICD-10-CM Tabular List January 2021, I11.0 use additional code";
            finding.note = "I11.0";
            run.report(std::move(finding));
        } else if (one.code == "I119" && failure) {
            reportHypertension(run, one, *failure, "I11.0");
        }
        if (one.isUnder("I11")) checkRedundantHeart(run, one);
    }
}

}  // namespace cw::edits
