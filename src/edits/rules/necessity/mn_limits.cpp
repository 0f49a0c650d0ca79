#include "edits/rules/necessity/mn_rules.h"

#include <fmt/format.h>

#include <algorithm>

namespace cw::edits {

namespace {

/// The last time that a code of the row was given before the day, within its interval.
std::optional<Date> lastWithin(const RuleRun& run, const CoverageRow& row, const LineView& line)
{
    std::optional<Date> last;
    for (const auto& past : run.facts().history) {
        if (!past.isActive || past.encounterId == run.encounter().encounterId || past.frequencyCode == "8") continue;
        if (line.from < past.from || past.from.daysUntil(line.from) >= row.everyDays) continue;
        if (row.procedures.matches(past.code) && (!last || *last < past.from)) last = past.from;
    }
    return last;
}

/// Why the patient is outside of a row; empty when inside or not known.
std::string_view misfit(const RuleRun& run, const CoverageRow& row)
{
    const auto& view = run.view();
    if (view.age && row.minAge > 0 && *view.age < row.minAge) return "younger than the policy asks";
    if (view.age && row.maxAge > 0 && *view.age > row.maxAge) return "older than the policy allows";
    const auto& sex = view.encounter.patient.sex;
    if (row.sex == "F" && sex == Sex::male) return "not female, as the policy asks";
    if (row.sex == "M" && sex == Sex::female) return "not male, as the policy asks";
    return {};
}

}  // namespace

/// MN-3: the service was given to the patient within the days of the policy. A row with covered diagnoses counts only
/// for those.
void checkPolicyFrequency(RuleRun& run)
{
    if (run.data().coverage.empty() || run.facts().history.empty()) return;
    for (const auto& line : run.view().lines) {
        const auto pointed = pointedCodes(run, line);
        for (const auto& policy : policiesFor(run, line)) {
            std::optional<Date> last;
            const auto row = std::find_if(policy.rows.begin(), policy.rows.end(), [&](const CoverageRow* one) {
                if (one->everyDays <= 0) return false;
                if (!one->covered.isEmpty() && std::none_of(pointed.begin(), pointed.end(),
                                                            [one](auto code) { return one->covered.matches(code); }))
                    return false;
                last = lastWithin(run, *one, line);
                return last.has_value();
            });
            if (row == policy.rows.end()) continue;
            Finding finding = findingAt(line, Field::procedureCode, Severity::warning);
            finding.source = (*row)->source;
            finding.basis = (*row)->policy + " " + last->iso();
            finding.message = fmt::format("Advisory: {} allows {} once in {} days, and it was given on {}.",
                                          policyName(**row), shownProcedure(*line.row), (*row)->everyDays, last->iso());
            finding.fix = "Check the date of the last service, or decide on a notice to the patient.";
            run.report(std::move(finding));
            break;
        }
    }
}

/// MN-4: no row of the policy takes a patient of this age and sex.
void checkPolicyPatient(RuleRun& run)
{
    if (run.data().coverage.empty()) return;
    for (const auto& line : run.view().lines) {
        for (const auto& policy : policiesFor(run, line)) {
            const bool fits = std::any_of(policy.rows.begin(), policy.rows.end(),
                                          [&run](const CoverageRow* row) { return misfit(run, *row).empty(); });
            if (fits) continue;
            Finding finding = findingAt(line, Field::procedureCode, Severity::warning);
            finding.source = policy.first->source;
            finding.basis = policy.first->policy;
            finding.message =
                fmt::format("Advisory: {} limits {} by age or sex, and the patient is {}.", policyName(*policy.first),
                            shownProcedure(*line.row), misfit(run, *policy.first));
            finding.fix = "Check the patient's date of birth and sex, and the code.";
            run.report(std::move(finding));
            break;
        }
    }
}

/// MN-7: the payer asks for an authorization of the service, and the claim has no number of one.
void checkAuthorization(RuleRun& run)
{
    if (run.data().payerCodes.empty() || !run.encounter().claim.priorAuthorization.empty()) return;
    const auto payer = run.view().payerId;
    for (const auto& line : run.view().lines) {
        if (line.code.empty()) continue;
        const auto& codes = run.data().payerCodes;
        const auto found = std::find_if(codes.begin(), codes.end(), [&](const PayerCode& code) {
            return code.kind == "authorization" && (code.payerId == payer || code.payerId == "*") &&
                   code.valid.contains(line.from) && code.codes.matches(line.code);
        });
        if (found == codes.end()) continue;
        Finding finding = findingAt(line, Field::claim, Severity::warning);
        finding.source = found->source;
        finding.message = fmt::format("The payer asks for an authorization of {}, and the claim has no number of one.",
                                      shownProcedure(*line.row));
        finding.fix = "Enter the number of the prior authorization.";
        run.report(std::move(finding));
    }
}

}  // namespace cw::edits
