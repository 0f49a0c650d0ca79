#include "edits/rules/sequence/gl_sequence.h"

#include <fmt/format.h>

namespace cw::edits {

namespace {

constexpr std::string_view severeSepsisSource = "ICD-10-CM Official Guidelines FY2026, I.C.1.d.1.b, I.C.1.d.3";

bool isSystemicInfection(const RuleRun& run, const DiagnosisView& one)
{
    return run.data().list("systemic-infection").has(one.code, run.view().date);
}

/// True when something was told.
bool checkPlaceOfSevereSepsis(RuleRun& run, const DiagnosisView& severe)
{
    const auto isSystemic = [&run](const auto& one) { return isSystemicInfection(run, one); };
    if (findBefore(run.view(), severe, isSystemic)) return false;
    const auto* behind = findAfter(run.view(), severe, isSystemic);
    auto finding = findingAt(severe, Severity::error);
    finding.source = severeSepsisSource;
    if (severe.position == 1)
        finding.message = fmt::format("{} cannot be the first diagnosis.", severe.dotted());
    else
        finding.message = fmt::format("{} has no code of a systemic infection before it.", severe.dotted());
    if (behind) {
        finding.fix = fmt::format("Place {} after {}.", severe.dotted(), behind->dotted());
        finding.remedies = {placeAfter(severe, *behind)};
    } else {
        finding.fix = fmt::format("Code the systemic infection, such as A41.9, before {}.", severe.dotted());
    }
    run.report(std::move(finding));
    return true;
}

/// Only one code of R65 (I.C.1.d.6). True when something was told of `severe`.
bool checkOtherInflammation(RuleRun& run, const DiagnosisView& severe)
{
    bool isTold = false;
    for (const auto& other : run.view().diagnoses) {
        const bool isNoninfectious = other.isUnder("R651");
        const bool isMilder = other.isUnder("R652") && other.code < severe.code;
        if (!isNoninfectious && !isMilder) continue;
        auto finding = findingAt(severe, other, Severity::error);
        finding.message = fmt::format("{} and {} cannot be reported together.", severe.dotted(), other.dotted());
        finding.fix = fmt::format("Remove {}.", other.dotted());
        finding.source = "ICD-10-CM Official Guidelines FY2026, I.C.1.d.6";
        finding.remedies = {removeCode(other)};
        run.report(std::move(finding));
        isTold = true;
    }
    return isTold;
}

void checkOrganDysfunction(RuleRun& run, const DiagnosisView& severe)
{
    const auto& dysfunctions = run.data().list("sepsis-organ-dysfunction");
    for (const auto& one : run.view().diagnoses)
        if (dysfunctions.has(one.code, run.view().date)) return;
    auto finding = findingAt(severe, Severity::warning);
    finding.message = fmt::format("{} stands without a code of acute organ dysfunction.", severe.dotted());
    finding.fix = "Add the organ dysfunction that the sepsis caused, or attest that its code is on the claim.";
    finding.source = severeSepsisSource;
    run.report(std::move(finding));
}

void reportHiv(RuleRun& run, Finding finding, std::string message, std::string fix, std::string_view section)
{
    finding.message = std::move(message);
    finding.fix = std::move(fix);
    finding.source = fmt::format("ICD-10-CM Official Guidelines FY2026, {}", section);
    run.report(std::move(finding));
}

void checkHivInPregnancy(RuleRun& run, const DiagnosisView& pregnancy)
{
    const auto isHiv = [](const auto& one) { return one.code == "B20" || one.code == "Z21"; };
    if (findAfter(run.view(), pregnancy, isHiv)) return;
    auto finding = findingAt(pregnancy, Severity::warning);
    const auto* before = findBefore(run.view(), pregnancy, isHiv);
    if (before) finding.remedies = {placeAfter(*before, pregnancy)};
    reportHiv(run, std::move(finding), fmt::format("{} has neither B20 nor Z21 after it.", pregnancy.dotted()),
              before ? fmt::format("Place {} after {}.", before->dotted(), pregnancy.dotted())
                     : fmt::format("Add B20 (HIV disease) or Z21 (no symptoms) after {}.", pregnancy.dotted()),
              "I.C.1.a.2.h, I.C.15.f");
}

}  // namespace

/// GL-21: E: B20 with Z21 or R75. W: B20 not first on an admission that the coder marked as related to HIV; O98.7-
/// without B20 or Z21 behind it.
void checkHivOrder(RuleRun& run)
{
    const auto& view = run.view();
    const DiagnosisView* disease = nullptr;
    for (const auto& one : view.diagnoses) {
        if (one.code == "B20" && !disease) disease = &one;
        if (one.isUnder("O987")) checkHivInPregnancy(run, one);
    }
    if (!disease) return;
    for (const auto& one : view.diagnoses) {
        if (one.code != "Z21" && one.code != "R75") continue;
        auto finding = findingAt(*disease, one, Severity::error);
        finding.remedies = {removeCode(one)};
        reportHiv(run, std::move(finding), fmt::format("B20 and {} exclude each other.", one.dotted()),
                  fmt::format("Remove {}.", one.dotted()), "I.C.1.a.2.g");
    }
    const auto* first = view.first();
    if (first == disease || !view.hasFlag("hiv-related") || first->isUnder("O987") || first->code == "D5931") return;
    auto finding = findingAt(*disease, Severity::warning);
    finding.basis = "hiv-related";
    finding.remedies = {makeFirst(*disease)};
    reportHiv(run, std::move(finding), "B20 is not first although the admission is related to HIV.", "List B20 first.",
              "I.C.1.a.2.b");
}

/// GL-22: a code that only names the organism stands first.
void checkOrganismFirst(RuleRun& run)
{
    const auto isOrganism = [](const auto& one) { return one.code >= "B95" && one.code < "B98"; };
    const auto* first = run.view().first();
    if (!first || !isOrganism(*first)) return;
    auto finding = findingAt(*first, Severity::error);
    finding.message = fmt::format("{} names an organism and cannot be listed first.", first->dotted());
    finding.fix = "Place the code of the infection first.";
    if (const auto* infection = findAfter(run.view(), *first, [&](const auto& one) { return !isOrganism(one); }))
        finding.remedies = {placeAfter(*first, *infection)};
    run.report(std::move(finding));
}

/// GL-23: sepsis was there at admission and a localized infection stands first.
void checkSepsisPresentOnAdmission(RuleRun& run)
{
    const auto& view = run.view();
    const auto* first = view.first();
    if (!first || !run.data().list("localized-infection").has(first->code, view.date)) return;
    const auto& sepsis = run.data().list("sepsis");
    for (const auto& one : view.diagnoses) {
        if (one.row->presentOnAdmission != "Y" || !sepsis.has(one.code, view.date)) continue;
        auto finding = findingAt(*first, one, Severity::warning);
        finding.message = fmt::format("{} was present on admission, but the localized infection {} is listed first.",
                                      one.dotted(), first->dotted());
        finding.fix = fmt::format("List {} first.", one.dotted());
        finding.remedies = {makeFirst(one)};
        run.report(std::move(finding));
        return;
    }
}

/// GL-24: E: R65.2- first, without a systemic infection before it, or beside another code of R65. W: R65.20 without organ
/// dysfunction (septic shock is one itself).
void checkSevereSepsis(RuleRun& run)
{
    for (const auto& one : run.view().diagnoses) {
        if (!one.isUnder("R652")) continue;
        const bool isMisplaced = checkPlaceOfSevereSepsis(run, one);
        const bool hasOther = checkOtherInflammation(run, one);
        if (!isMisplaced && !hasOther && one.code == "R6520") checkOrganDysfunction(run, one);
    }
}

/// GL-25: E: T81.12- first, or with R65.21. W: R65.21 beside an infection after a procedure.
void checkPostproceduralShock(RuleRun& run)
{
    static const auto afterProcedure = CodePatterns::of("T81.4-, O86.0-");
    const auto& view = run.view();
    const auto* shock = view.findUnder("T8112");
    const auto* septic = view.findUnder("R6521");
    if (shock && shock->position == 1 && shock->seventh() != 'S') {
        auto finding = findingAt(*shock, Severity::error);
        finding.message = fmt::format("{} cannot be the first diagnosis.", shock->dotted());
        finding.fix = "List the infection after the procedure first, then the sepsis.";
        finding.source = "ICD-10-CM Official Guidelines FY2026, I.C.1.d.2";
        if (const auto* infection = view.find(afterProcedure)) finding.remedies = {placeAfter(*shock, *infection)};
        run.report(std::move(finding));
    }
    if (!septic) return;
    if (shock) {
        auto finding = findingAt(*septic, *shock, Severity::error);
        finding.message = fmt::format("R65.21 and {} name the same shock.", shock->dotted());
        finding.fix = "Remove R65.21.";
        finding.source = "ICD-10-CM Official Guidelines FY2026, I.C.1.d.5.c";
        finding.remedies = {removeCode(*septic)};
        run.report(std::move(finding));
    } else if (const auto* infection = view.find(afterProcedure)) {
        auto finding = findingAt(*septic, *infection, Severity::warning);
        finding.message =
            fmt::format("R65.21 stands beside {}: septic shock after a procedure is T81.12-.", infection->dotted());
        finding.fix = "Replace R65.21 by T81.12XA when the infection after the procedure led to the shock.";
        finding.source = "ICD-10-CM Official Guidelines FY2026, I.C.1.d.5.c";
        finding.remedies = {replaceBy(*septic, "T81.12XA")};
        run.report(std::move(finding));
    }
}

}  // namespace cw::edits
