#include "edits/rules/conditions/gl_conditions.h"

#include <fmt/format.h>

#include <algorithm>

namespace cw::edits {

namespace {

/// Poisoning or toxic effect, not as a sequela.
bool isCurrentPoisoning(const DiagnosisView& diagnosis) noexcept
{
    const char intent = drugIntent(diagnosis);
    return intent >= '1' && intent <= '4' && diagnosis.seventh() != 'S';
}

/// GL-60: the poisoning comes before its manifestations.
void checkPoisoningFirst(RuleRun& run)
{
    const auto& view = run.view();
    const auto* first = view.first();
    // Insulin pump (I.C.4.a.5), pregnancy (I.C.15.m and r) and abuse (I.C.19.f) come before the poisoning.
    static const auto before = CodePatterns::of("T36-T65, T74, T76, T85.6, O9A.2-O9A.5");
    const auto poisoning = std::find_if(view.diagnoses.begin(), view.diagnoses.end(), isCurrentPoisoning);
    if (poisoning == view.diagnoses.end() || before.matches(first->code)) return;
    const bool isOnly = std::none_of(poisoning + 1, view.diagnoses.end(), isCurrentPoisoning) &&
                        std::none_of(view.diagnoses.begin(), view.diagnoses.end(), isObstetric);
    const bool isToxic = poisoning->isUnder("T5") ? !poisoning->isUnder("T50") : poisoning->isUnder("T6");
    Finding finding = findingAt(*first, *poisoning, Severity::warning);
    finding.message = fmt::format("{} stands before {}, but a {} comes before what it causes.", first->dotted(),
                                  poisoning->dotted(), isToxic ? "toxic effect" : "poisoning");
    finding.fix =
        fmt::format("Place {} first; attest if {} has nothing to do with it.", poisoning->dotted(), first->dotted());
    if (isOnly) finding.remedies = {makeFirst(*poisoning)};
    if (isToxic) finding.source = "ICD-10-CM Official Guidelines FY2026, I.C.19.e.5.d";
    run.report(std::move(finding));
}

bool isOfDrugs(const DiagnosisView& diagnosis) noexcept
{
    return drugIntent(diagnosis) != '\0' && (diagnosis.code[1] < '5' || diagnosis.isUnder("T50"));
}

/// A disease or injury, so no circumstance and no drug.
bool isCondition(const DiagnosisView& diagnosis) noexcept
{
    return diagnosis.code[0] < 'U' && drugIntent(diagnosis) == '\0';
}

/// GL-61: the nature of an adverse effect comes before the drug.
void checkAdverseEffectFirst(RuleRun& run)
{
    const auto* first = run.view().first();
    if (!first || drugIntent(*first) != '5' || !isOfDrugs(*first)) return;
    const auto& all = run.view().diagnoses;
    Finding finding = findingAt(*first, Severity::error);
    finding.message =
        fmt::format("{} stands first, but the nature of the adverse effect comes before the drug.", first->dotted());
    finding.fix = "Place the code of the effect first.";
    if (all.size() == 2 && isCondition(all[1])) finding.remedies = {placeAfter(*first, all[1])};
    run.report(std::move(finding));
}

void noteReason(RuleRun& run, const DiagnosisView& underdosing)
{
    Finding finding = findingAt(underdosing, Severity::note);
    finding.message = fmt::format("{} stands without a code of the reason for the underdosing.", underdosing.dotted());
    finding.fix = "Add the code of noncompliance (Z91.12- to Z91.14-, Z91.A2- to Z91.A4-) or of care (Y63.6, Y63.8, "
                  "Y63.9) if the reason is known.";
    run.report(std::move(finding));
}

/// GL-62: underdosing is never first, and its reason is coded when known.
void checkUnderdosing(RuleRun& run)
{
    const auto& view = run.view();
    const auto isUnderdosing = [](const DiagnosisView& one) { return drugIntent(one) == '6' && isOfDrugs(one); };
    const auto underdosing = std::find_if(view.diagnoses.begin(), view.diagnoses.end(), isUnderdosing);
    if (underdosing == view.diagnoses.end()) return;
    if (&*underdosing == view.first()) {
        Finding finding = findingAt(*underdosing, Severity::error);
        finding.message = fmt::format("{} stands first, which underdosing never does.", underdosing->dotted());
        finding.fix = "Place the condition that the drug is for, or the reason for the visit, first.";
        if (view.diagnoses.size() == 2 && isCondition(view.diagnoses[1]))
            finding.remedies = {placeAfter(*underdosing, view.diagnoses[1])};
        run.report(std::move(finding));
        return;
    }
    const auto& reasons = run.data().list("underdosing-reason");
    const bool hasReason = std::any_of(view.diagnoses.begin(), view.diagnoses.end(),
                                       [&](const DiagnosisView& one) { return reasons.has(one.code, view.date); });
    if (!hasReason) noteReason(run, *underdosing);
}

}  // namespace

char drugIntent(const DiagnosisView& diagnosis) noexcept
{
    const auto& code = diagnosis.code;
    if (code.size() != 7 || code[0] != 'T' || code < "T36" || code >= "T66") return '\0';
    return code[5] == 'X' ? code[4] : code[5];
}

std::vector<Rule> drugConditions()
{
    return {
        {.id = "GL-60",
         .title = "Poisoning before its manifestations",
         .severity = Severity::warning,
         .source = "ICD-10-CM Official Guidelines FY2026, I.C.19.e.5.b",
         .fix = "Place the poisoning or toxic effect first.",
         .check = checkPoisoningFirst,
         .inputs = part::diagnoses},
        {.id = "GL-61",
         .title = "Adverse effect after its nature",
         .source = "ICD-10-CM Official Guidelines FY2026, I.C.19.e.5.a",
         .fix = "Place the nature of the adverse effect before the drug.",
         .check = checkAdverseEffectFirst,
         .inputs = part::diagnoses},
        {.id = "GL-62",
         .title = "Underdosing never first",
         .source = "ICD-10-CM Official Guidelines FY2026, I.C.19.e.5.c",
         .fix = "Place another code first, and add the reason for the underdosing.",
         .check = checkUnderdosing,
         .inputs = part::diagnoses | part::service},
    };
}

}  // namespace cw::edits
