#include "edits/rules/conditions/gl_conditions.h"

#include <fmt/format.h>

#include <algorithm>

namespace cw::edits {

namespace {

constexpr std::string_view infarctionSource = "ICD-10-CM Official Guidelines FY2026, I.C.9.e.1";
constexpr int infarctionDays = 28;  // Four weeks.

/// Coronary artery disease; I25.2 to I25.6 are other things.
bool isCoronaryDisease(const DiagnosisView& diagnosis) noexcept
{
    static const auto codes = CodePatterns::of("I25.1, I25.7, I25.8, I25.9");
    return diagnosis.isUnder("I25") && codes.matches(diagnosis.code);
}

bool isInfarction(const DiagnosisView& diagnosis) noexcept
{
    return diagnosis.isUnder("I21") || diagnosis.isUnder("I22");
}

bool isInfarctionStay(const EncounterView& view) noexcept
{
    if (view.hasFlag("ami-admission")) return true;
    return std::any_of(view.others.begin(), view.others.end(), [](const DiagnosisView& diagnosis) {
        return diagnosis.row->role == DiagnosisRole::admitting && isInfarction(diagnosis);
    });
}

/// A stay for an infarction has the infarction before the coronary disease.
void checkInfarctionFirst(RuleRun& run)
{
    const auto& view = run.view();
    if (view.encounter.setting != Setting::inpatient || !isInfarctionStay(view)) return;
    const auto infarction = std::find_if(view.diagnoses.begin(), view.diagnoses.end(), isInfarction);
    if (infarction == view.diagnoses.end()) return;
    const auto coronary = std::find_if(view.diagnoses.begin(), infarction, isCoronaryDisease);
    if (coronary == infarction) return;
    Finding finding = findingAt(*coronary, *infarction, Severity::warning);
    finding.message = fmt::format("{} stands before {} in a stay for an acute myocardial infarction.",
                                  coronary->dotted(), infarction->dotted());
    finding.fix = fmt::format("Place {} after {}.", coronary->dotted(), infarction->dotted());
    finding.remedies = {placeAfter(*coronary, *infarction)};
    run.report(std::move(finding));
}

/// GL-43: coronary disease with angina is one code.
void checkCoronaryAngina(RuleRun& run)
{
    if (!run.view().hasUnder("I25")) return;
    if (run.view().hasUnder("I20"))
        reportPairs(run, Severity::warning,
                    [](const DiagnosisPair& pair, const DiagnosisView& a, const DiagnosisView&) -> std::vector<Remedy> {
                        if (a.isUnder("I20")) return {removeCode(a)};
                        if (pair.use.empty()) return {};
                        return {replaceBy(a, pair.use)};
                    });
    checkInfarctionFirst(run);
}

/// Onset of the illness of the claim: date or occurrence code 11.
std::optional<Date> onsetDate(const EncounterView& view)
{
    if (view.encounter.claim.onsetDate) return view.encounter.claim.onsetDate;
    for (const auto& occurrence : view.institutional.occurrences)
        if (occurrence.code == "11" && occurrence.date) return occurrence.date;
    return std::nullopt;
}

/// Only for the first diagnosis, which the onset date of a claim is about. True when it spoke.
bool checkInfarctionAge(RuleRun& run)
{
    const auto* first = run.view().first();
    if (!first || !first->isUnder("I21")) return false;
    const auto onset = onsetDate(run.view());
    if (!onset || onset->daysUntil(run.encounter().service.from) <= infarctionDays) return false;
    Finding finding = findingAt(*first, Severity::warning);
    finding.message =
        fmt::format("{} is for four weeks from the infarction, but its onset was {}.", first->dotted(), onset->iso());
    finding.fix = "Code aftercare if the infarction is still treated, else I25.2.";
    finding.basis = onset->iso();
    run.report(std::move(finding));
    return true;
}

void checkSubsequent(RuleRun& run)
{
    const auto* subsequent = run.view().findUnder("I22");
    if (!subsequent) return;
    const DiagnosisView* otherType = nullptr;
    for (const auto& diagnosis : run.view().diagnoses) {
        if (!diagnosis.isUnder("I21")) continue;
        if (!diagnosis.isUnder("I21A") && !diagnosis.isUnder("I21B")) return;
        if (!otherType) otherType = &diagnosis;
    }
    Finding finding =
        otherType ? findingAt(*subsequent, *otherType, Severity::warning) : findingAt(*subsequent, Severity::error);
    if (otherType) {
        finding.message = fmt::format("{} is for a second infarction of type 1, but {} is of another type.",
                                      subsequent->dotted(), otherType->dotted());
        finding.fix = "Code each infarction of another type to I21 alone.";
    } else {
        finding.message = fmt::format("{} needs a code of I21.- for the infarction before it.", subsequent->dotted());
        finding.fix = "Add the I21.- code of the first infarction, or code this one to I21.-.";
    }
    finding.source = "ICD-10-CM Official Guidelines FY2026, I.C.9.e.4";
    run.report(std::move(finding));
}

/// GL-44: age and type of a myocardial infarction.
void checkInfarction(RuleRun& run)
{
    const auto& diagnoses = run.view().diagnoses;
    if (std::none_of(diagnoses.begin(), diagnoses.end(), isInfarction)) return;
    checkSubsequent(run);
    const bool isTold = checkInfarctionAge(run);
    if (const auto* first = run.view().first(); !isTold && first->isUnder("I21A1")) {
        Finding finding = findingAt(*first, Severity::warning);
        finding.message =
            fmt::format("{} stands first, but the cause of a type 2 infarction comes before it.", first->dotted());
        finding.fix = "Place the code of the cause first if the record names one.";
        finding.source = "ICD-10-CM Official Guidelines FY2026, I.C.9.e.5";
        run.report(std::move(finding));
    }
    if (run.view().hasUnder("I21A1") && run.view().hasUnder("I248"))
        reportPairs(run, Severity::warning, [](const DiagnosisPair&, const DiagnosisView& a, const DiagnosisView&) {
            return std::vector<Remedy>{removeCode(a)};
        });
}

/// GL-45: history of stroke says that no deficit is left.
void checkStrokeHistory(RuleRun& run)
{
    if (!run.view().hasUnder("Z8673")) return;
    reportPairs(run, Severity::warning, [](const DiagnosisPair&, const DiagnosisView& a, const DiagnosisView&) {
        return std::vector<Remedy>{removeCode(a)};
    });
}

}  // namespace

std::vector<Rule> heartConditions()
{
    return {
        {.id = "GL-43",
         .title = "Coronary disease with angina",
         .severity = Severity::warning,
         .source = "ICD-10-CM Official Guidelines FY2026, I.C.9.b",
         .fix =
             "Use the code for coronary disease with angina, and put an acute infarction before the coronary disease.",
         .check = checkCoronaryAngina,
         .inputs = part::diagnoses | part::claim | part::service},
        {.id = "GL-44",
         .title = "Age and type of a myocardial infarction",
         .source = infarctionSource,
         .fix = "Choose the code by the age and the type of the infarction.",
         .check = checkInfarction,
         .inputs = part::diagnoses | part::claim | part::service},
        {.id = "GL-45",
         .title = "History of stroke beside a deficit",
         .severity = Severity::warning,
         .source = "ICD-10-CM Official Guidelines FY2026, I.C.9.d.3",
         .fix = "Remove Z86.73 when deficits of the same stroke are coded.",
         .check = checkStrokeHistory,
         .inputs = part::diagnoses | part::service},
    };
}

}  // namespace cw::edits
