#include "base/text.h"
#include "edits/rules/mce/age_sex_lists.h"
#include "edits/rules/outpatient/oc_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

namespace cw::edits {

namespace {

void noteCondition(RuleRun& run, std::string_view code, std::string message, std::string fix)
{
    if (!run.view().institutional.hasCondition(code)) return;
    Finding finding = findingAt("/claim/conditions", Field::claim, Severity::note);
    finding.message = std::move(message);
    finding.fix = std::move(fix);
    run.report(std::move(finding));
}

bool isVisitLike(const RuleRun& run, const LineView& line, const LineView& other)
{
    return other.from == line.from && other.row->revenueCode == line.row->revenueCode && isVisit(run, other);
}

/// Visits of the line's day under its revenue code, in claim order; empty unless the line is the first of them.
std::vector<const LineView*> visitsFrom(const RuleRun& run, const LineView& line)
{
    std::vector<const LineView*> visits;
    for (const auto& other : run.view().lines) {
        if (!isVisitLike(run, line, other)) continue;
        if (visits.empty() && &other != &line) return {};
        visits.push_back(&other);
    }
    return visits;
}

}  // namespace

/// OC-1: no diagnosis at all. What is wrong with one that stands there is said by CV-1 to CV-8.
void checkOcFirstDiagnosis(RuleRun& run)
{
    for (const auto& diagnosis : run.encounter().diagnoses)
        if (diagnosis.role == DiagnosisRole::diagnosis) return;
    Finding finding = findingAt("/diagnoses", Field::diagnosisCode, Severity::error);
    finding.message = "The claim has no diagnosis.";
    finding.fix = "Enter the diagnosis that was the main reason for the visit.";
    run.report(std::move(finding));
}

/// OC-2: the age groups of the Medicare Code Editor hold for outpatients too.
void checkOcAge(RuleRun& run)
{
    reportAgeConflicts(run, std::array{newbornGroup, pediatricGroup, maternityGroup(run.view().date), adultGroup});
}

/// OC-3: condition code 45 lets the claim pass.
void checkOcSex(RuleRun& run)
{
    reportSexConflicts(run, true);
}

void checkOcDenialAsked(RuleRun& run)
{
    noteCondition(run, "21", "Condition code 21 asks Medicare to deny the claim.",
                  "Keep it only when a denial is wanted for another payer.");
}

void checkOcReviewAsked(RuleRun& run)
{
    noteCondition(run, "20", "Condition code 20 asks Medicare to review the claim at the patient's wish.",
                  "Keep it only when the patient asked for the review, and expect a delay.");
}

/// OC-42: several visits of one day under one revenue code, counted by lines and units, without condition code G0.
/// Modifier 27 alone does not stand for G0, but shows that separate visits are meant: then it warns.
void checkOcSeveralVisits(RuleRun& run)
{
    if (run.view().institutional.hasCondition("G0")) return;
    for (const auto& line : run.view().lines) {
        const auto& revenue = line.row->revenueCode;
        if (revenue.size() != 4 || !text::isDigits(revenue) || !isVisit(run, line)) continue;  // Form: IF-9.
        const auto visits = visitsFrom(run, line);
        if (visits.empty() || (visits.size() == 1 && line.row->units <= Quantity::whole(1))) continue;
        const bool hasModifier27 =
            std::any_of(visits.begin(), visits.end(), [](const LineView* visit) { return visit->hasModifier("27"); });
        Finding finding = findingAt(line, visits.size() == 1 ? Field::units : Field::procedureCode,
                                    hasModifier27 ? Severity::warning : Severity::error);
        for (const auto* visit : visits) {
            if (visit == &line) continue;
            finding.at.push_back(linePath(visit->index));
            finding.key.subjects.push_back(visit->row->id.value);
        }
        finding.message = fmt::format("Several visits on {} have revenue code {}, without condition code G0.",
                                      line.from.iso(), line.row->revenueCode);
        finding.fix = "Report condition code G0 when the visits were separate; else keep one.";
        run.report(std::move(finding));
    }
}

}  // namespace cw::edits
