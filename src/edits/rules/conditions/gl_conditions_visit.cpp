#include "edits/rules/conditions/gl_conditions.h"

#include <fmt/format.h>

#include <algorithm>

namespace cw::edits {

namespace {

/// Z11 to Z13 except "unspecified", Z36.
bool isScreening(const DiagnosisView& diagnosis) noexcept
{
    return diagnosis.isUnder("Z11") || diagnosis.isUnder("Z12") ||
           (diagnosis.isUnder("Z13") && diagnosis.code != "Z139") || diagnosis.isUnder("Z36");
}

/// GL-69: a screening visit stays one, whatever it finds. A routine examination includes its screenings.
void checkScreeningVisit(RuleRun& run)
{
    const auto& view = run.view();
    const auto* first = view.first();
    if (!first || !view.hasFlag("screening") || isScreening(*first)) return;
    if (first->isUnder("Z00") || first->isUnder("Z014")) return;
    const auto count = std::count_if(view.diagnoses.begin(), view.diagnoses.end(), isScreening);
    Finding finding = findingAt(*first, Severity::warning);
    finding.message = fmt::format("{} stands first, but the visit is a screening.", first->dotted());
    finding.fix = "Place the code of the screening (Z11 to Z13, Z36) first and what it found after it.";
    if (count == 1)
        finding.remedies = {makeFirst(*std::find_if(view.diagnoses.begin(), view.diagnoses.end(), isScreening))};
    finding.basis = "screening";
    run.report(std::move(finding));
}

/// GL-70: examination before a procedure, then the reason for the procedure.
void checkPreoperative(RuleRun& run)
{
    const auto& view = run.view();
    const auto* first = view.first();
    if (!first || !view.hasFlag("preoperative")) return;
    const auto* examination = view.findUnder("Z0181");
    Finding finding = examination && examination != first ? findingAt(*first, *examination, Severity::warning)
                                                          : findingAt(*first, Severity::warning);
    finding.basis = "preoperative";
    if (examination != first) {
        finding.message =
            fmt::format("{} stands first, but the visit is an evaluation before surgery.", first->dotted());
        finding.fix = "Place the Z01.81- code of the examination first.";
        if (examination) finding.remedies = {makeFirst(*examination)};
        run.report(std::move(finding));
        return;
    }
    const auto& circumstances = run.data().list("no-reason-for-surgery");
    const bool hasReason = std::any_of(view.diagnoses.begin(), view.diagnoses.end(), [&](const DiagnosisView& one) {
        return !circumstances.has(one.code, view.date);
    });
    if (hasReason) return;
    finding.message = fmt::format("{} stands without the reason for the surgery.", first->dotted());
    finding.fix = fmt::format("Add the condition that the surgery is for after {}.", first->dotted());
    run.report(std::move(finding));
}

/// A pair of the table is an examination without and the same with abnormal findings.
const DiagnosisPair* examinationPair(const RuleRun& run, const DiagnosisView& diagnosis, bool isWith)
{
    for (const auto& pair : run.data().pairsOf(run.rule().id)) {
        const auto& side = isWith ? pair.b : pair.a;
        if (side.matches(diagnosis.code) && pair.valid.contains(run.view().date)) return &pair;
    }
    return nullptr;
}

/// GL-71: with or without abnormal findings.
void checkAbnormalFindings(RuleRun& run)
{
    const auto& view = run.view();
    if (!view.hasUnder("Z00") && !view.hasUnder("Z01")) return;
    const auto& circumstances = run.data().list("finding-as-z-code");
    const bool hasFinding = std::any_of(view.diagnoses.begin(), view.diagnoses.end(), [&](const DiagnosisView& one) {
        return one.code[0] != 'Z' || circumstances.has(one.code, view.date);
    });
    for (const auto& diagnosis : view.diagnoses) {
        if (!diagnosis.isUnder("Z0")) continue;
        if (const auto* pair = examinationPair(run, diagnosis, false); pair && view.hasFlag("abnormal-finding")) {
            Finding finding = findingAt(diagnosis, Severity::warning);
            finding.message = fmt::format("{} says that nothing abnormal was found, but a finding is new or worse.",
                                          diagnosis.dotted());
            finding.fix = fmt::format("Replace {} by {}.", diagnosis.dotted(), pair->use);
            finding.remedies = {replaceBy(diagnosis, pair->use)};
            finding.source = pair->source;
            finding.basis = "abnormal-finding";
            run.report(std::move(finding));
        } else if (!hasFinding && examinationPair(run, diagnosis, true)) {
            Finding finding = findingAt(diagnosis, Severity::warning);
            finding.message =
                fmt::format("{} says that something abnormal was found, but no code names it.", diagnosis.dotted());
            finding.fix = fmt::format("Add the code of the finding after {}.", diagnosis.dotted());
            finding.source = "ICD-10-CM Official Guidelines FY2026, I.C.21.c.12";
            run.report(std::move(finding));
        }
    }
}

/// GL-72: what a final report confirms is coded instead of the symptom.
void checkReportRead(RuleRun& run)
{
    const auto& view = run.view();
    if (!view.first() || !view.hasFlag("final-report")) return;
    const bool hasOnlySymptoms = std::all_of(view.diagnoses.begin(), view.diagnoses.end(),
                                             [](const DiagnosisView& one) { return one.code[0] == 'R'; });
    if (!hasOnlySymptoms) return;
    Finding finding = findingAt(*view.first(), Severity::note);
    finding.message =
        fmt::format("{} is a symptom, but the final report of the test is at hand.", view.first()->dotted());
    finding.fix = "Code what the report confirms in its place; attest if the report confirms nothing.";
    finding.basis = "final-report";
    run.report(std::move(finding));
}

}  // namespace

std::vector<Rule> visitConditions()
{
    return {
        {.id = "GL-69",
         .title = "Screening visit",
         .severity = Severity::warning,
         .scope = scope::lines,
         .source = "ICD-10-CM Official Guidelines FY2026, I.C.21.c.5",
         .fix = "Place the screening code first.",
         .check = checkScreeningVisit,
         .inputs = part::diagnoses | part::claim | part::service},
        {.id = "GL-70",
         .title = "Preoperative evaluation",
         .severity = Severity::warning,
         .scope = scope::lines,
         .source = "ICD-10-CM Official Guidelines FY2026, IV.M",
         .fix = "Place Z01.81- first and the reason for the surgery after it.",
         .check = checkPreoperative,
         .inputs = part::diagnoses | part::claim | part::service},
        {.id = "GL-71",
         .title = "Examination with abnormal findings",
         .severity = Severity::warning,
         .scope = scope::lines,
         .source = "ICD-10-CM Official Guidelines FY2026, IV.P",
         .fix = "Use the code with abnormal findings and code the finding.",
         .check = checkAbnormalFindings,
         .inputs = part::diagnoses | part::claim | part::service},
        {.id = "GL-72",
         .title = "Symptom in place of a confirmed diagnosis",
         .severity = Severity::note,
         .scope = scope::lines,
         .source = "ICD-10-CM Official Guidelines FY2026, IV.K",
         .fix = "Code what the final report confirms.",
         .check = checkReportRead,
         .inputs = part::diagnoses | part::claim | part::service},
    };
}

}  // namespace cw::edits
