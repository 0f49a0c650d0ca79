#include "edits/rules/sequence/gl_sequence.h"

#include <fmt/format.h>

namespace cw::edits {

namespace {

bool isNeoplasm(const DiagnosisView& one)
{
    return one.code >= "C00" && one.code < "D50";
}

bool isTherapyEncounter(const DiagnosisView& one)
{
    return one.code == "Z510" || one.code == "Z5111" || one.code == "Z5112";
}

void checkOncologyDrug(RuleRun& run, const DiagnosisView& anemia)
{
    const auto isDrug = [](const auto& one) { return one.isUnder("T451X5") || one.isUnder("T45AX5"); };
    auto finding = findingAt(anemia, Severity::warning);
    if (anemia.position > 1 && run.view().hasFlag("anemia-treatment")) {
        finding.message = fmt::format("{} is the only condition treated and is not listed first.", anemia.dotted());
        finding.fix = fmt::format("List {} first, then the neoplasm and the adverse effect.", anemia.dotted());
        finding.basis = "anemia-treatment";
        finding.remedies = {makeFirst(anemia)};
    } else if (!findAfter(run.view(), anemia, isDrug)) {
        finding.message =
            fmt::format("{} has no adverse effect of the antineoplastic drug (T45.1X5-) after it.", anemia.dotted());
        finding.fix = fmt::format("Add T45.1X5- or T45.AX5- after {}.", anemia.dotted());
        if (const auto* before = findBefore(run.view(), anemia, isDrug)) {
            finding.fix = fmt::format("Place {} after {}.", before->dotted(), anemia.dotted());
            finding.remedies = {placeAfter(*before, anemia)};
        }
    } else {
        return;
    }
    finding.source = "ICD-10-CM Official Guidelines FY2026, I.C.2.c.2";
    run.report(std::move(finding));
}

void checkNeoplasticAnemia(RuleRun& run, const DiagnosisView& anemia)
{
    if (findBefore(run.view(), anemia, isNeoplasm)) return;
    auto finding = findingAt(anemia, Severity::warning);
    finding.message = fmt::format("{} has no code of the neoplasm before it.", anemia.dotted());
    finding.fix = fmt::format("Code the neoplasm before {}.", anemia.dotted());
    if (const auto* neoplasm = findAfter(run.view(), anemia, isNeoplasm)) {
        finding.fix = fmt::format("Place {} after {}.", anemia.dotted(), neoplasm->dotted());
        finding.remedies = {placeAfter(anemia, *neoplasm)};
    }
    finding.source = "ICD-10-CM Official Guidelines FY2026, I.C.2.c.1, I.C.2.l.4";
    run.report(std::move(finding));
}

}  // namespace

/// GL-28: E: radiotherapy, chemotherapy or immunotherapy encounter not first (a second one of them may follow the first).
/// W: no neoplasm behind it; Z51.0 for brachytherapy, as the coder marked.
void checkAntineoplasticEncounter(RuleRun& run)
{
    const auto& view = run.view();
    const DiagnosisView* therapy = nullptr;
    for (const auto& one : view.diagnoses) {
        if (!isTherapyEncounter(one)) continue;
        if (!therapy) therapy = &one;
        if (one.code == "Z510" && view.hasFlag("brachytherapy")) {
            auto finding = findingAt(one, Severity::warning);
            finding.message = "Z51.0 is not for brachytherapy.";
            finding.fix = "Remove Z51.0 and list the neoplasm first.";
            finding.source = "ICD-10-CM Official Guidelines FY2026, I.C.2.e.2";
            finding.basis = "brachytherapy";
            finding.remedies = {removeCode(one)};
            run.report(std::move(finding));
            return;
        }
    }
    if (!therapy) return;
    auto finding = findingAt(*therapy, Severity::error);
    if (therapy->position > 1) {
        finding.message = fmt::format("{} is not listed first.", therapy->dotted());
        finding.fix = fmt::format("List {} first, unless records of one day are combined.", therapy->dotted());
        finding.source = "ICD-10-CM Official Guidelines FY2026, I.C.2.e.2, I.C.21.c.15";
        finding.remedies = {makeFirst(*therapy)};
    } else if (!findAfter(view, *therapy, isNeoplasm)) {
        finding.severity = Severity::warning;
        finding.message = fmt::format("{} has no code of the neoplasm after it.", therapy->dotted());
        finding.fix = fmt::format("Add the neoplasm that is treated after {}.", therapy->dotted());
        finding.source = "ICD-10-CM Official Guidelines FY2026, I.C.2.e.2";
    } else {
        return;
    }
    run.report(std::move(finding));
}

/// GL-29: anemia of the neoplasm without the neoplasm before it; anemia of the treatment without the drug behind it, or not
/// first where the coder marked that only the anemia is treated.
void checkAnemiaInMalignancy(RuleRun& run)
{
    for (const auto& one : run.view().diagnoses) {
        if (one.code == "D630") checkNeoplasticAnemia(run, one);
        if (one.code == "D6481") checkOncologyDrug(run, one);
    }
}

/// GL-30: a primary malignancy is coded although the coder marked it as removed.
void checkPrimaryRemoved(RuleRun& run)
{
    const auto& view = run.view();
    if (!view.hasFlag("primary-excised")) return;
    const auto& primaries = run.data().list("primary-malignancy");
    for (const auto& one : view.diagnoses) {
        if (!primaries.has(one.code, view.date)) continue;
        auto finding = findingAt(one, Severity::warning);
        finding.basis = "primary-excised";
        finding.message = fmt::format(
            "{} is coded as present, but the encounter is marked as: primary malignancy excised.", one.dotted());
        finding.fix = fmt::format("Replace {} by its history code (Z85.-), or take the mark off.", one.dotted());
        for (const auto& pair : run.data().pairsOf("GL-30")) {
            if (!pair.a.matches(one.code) || !pair.valid.contains(view.date)) continue;
            auto words = pairFinding(pair, one, one, pair.use);
            finding.message = std::move(words.message);
            finding.fix = std::move(words.fix);
            finding.source = pair.source;
            finding.remedies = {replaceBy(one, pair.use)};
            break;
        }
        run.report(std::move(finding));
    }
}

}  // namespace cw::edits
