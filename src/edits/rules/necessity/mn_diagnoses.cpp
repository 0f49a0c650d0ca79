#include "edits/rules/necessity/mn_rules.h"

#include <fmt/format.h>

#include <algorithm>

namespace cw::edits {

namespace {

/// Policies with a list of covered diagnoses that has none of those the line points to.
std::vector<PolicyView> missedPolicies(const RuleRun& run, const LineView& line)
{
    auto policies = policiesFor(run, line);
    if (policies.empty()) return policies;
    const auto pointed = pointedCodes(run, line);
    std::erase_if(policies, [&pointed](const PolicyView& policy) {
        return !policy.hasCovered() ||
               std::any_of(pointed.begin(), pointed.end(), [&policy](auto code) { return policy.covers(code); });
    });
    return policies;
}

bool hasNotice(const LineView& line)
{
    return line.hasAnyModifier({"GA", "GX", "GY", "GZ"});
}

std::string namesOf(const std::vector<PolicyView>& policies)
{
    std::vector<std::string> names;
    for (const auto& policy : policies) names.push_back(policyName(*policy.first));
    return listed(names);
}

void addDiagnoses(const RuleRun& run, const LineView& line, Finding& finding)
{
    for (const auto code : pointedCodes(run, line)) finding.codes.push_back(displayCode(CodeSystem::icd10cm, code));
}

}  // namespace

/// MN-1: a policy of Medicare covers the service, and none of the diagnoses that the line points to. A note when the
/// line already has the modifier that says how that was settled.
void checkCoveredDiagnosis(RuleRun& run)
{
    if (run.data().coverage.empty()) return;
    for (const auto& line : run.view().lines) {
        const auto missed = missedPolicies(run, line);
        if (missed.empty()) continue;
        Finding finding = findingAt(line, Field::pointers, hasNotice(line) ? Severity::note : Severity::warning);
        addDiagnoses(run, line, finding);
        finding.source = missed.front().first->source;
        finding.basis = missed.front().first->policy;
        finding.message = fmt::format("{} covers {} for other diagnoses than those the line points to.",
                                      namesOf(missed), shownProcedure(*line.row));
        finding.fix = "Point to a covered diagnosis that the record supports, or decide on a notice to the patient.";
        run.report(std::move(finding));
    }
}

/// MN-2: the policy names a diagnosis of the line as not covered.
void checkExcludedDiagnosis(RuleRun& run)
{
    if (run.data().coverage.empty()) return;
    for (const auto& line : run.view().lines) {
        const auto pointed = pointedCodes(run, line);
        for (const auto& policy : policiesFor(run, line)) {
            const auto found =
                std::find_if(pointed.begin(), pointed.end(), [&policy](auto code) { return policy.excludes(code); });
            if (found == pointed.end()) continue;
            Finding finding = findingAt(line, Field::pointers, Severity::warning);
            finding.codes.push_back(displayCode(CodeSystem::icd10cm, *found));
            finding.source = policy.first->source;
            finding.basis = policy.first->policy;
            finding.message = fmt::format("Advisory: {} does not cover {} for {}.", policyName(*policy.first),
                                          shownProcedure(*line.row), finding.codes.back());
            finding.fix = "Check the diagnosis that the line points to, or decide on a notice to the patient.";
            run.report(std::move(finding));
            break;
        }
    }
}

/// MN-5: what MN-1 finds, without the modifier that says whether the patient was told.
void checkNoticeModifier(RuleRun& run)
{
    if (run.data().coverage.empty()) return;
    for (const auto& line : run.view().lines) {
        if (hasNotice(line)) continue;
        const auto missed = missedPolicies(run, line);
        if (missed.empty()) continue;
        Finding finding = findingAt(line, "modifiers", Field::modifiers, Severity::warning);
        addDiagnoses(run, line, finding);
        finding.basis = missed.front().first->policy;
        finding.message = fmt::format("{} is likely to be denied by {} and has none of GA, GX, GY and GZ.",
                                      shownProcedure(*line.row), namesOf(missed));
        finding.fix = "Append GA when the patient signed a notice of non-coverage, GZ when not.";
        finding.remedies = {appendModifier(line, "GA"), appendModifier(line, "GZ")};
        run.report(std::move(finding));
    }
}

/// MN-6: the same as MN-1 for the list of a payer other than Medicare.
void checkPayerDiagnosis(RuleRun& run)
{
    if (run.data().coverage.empty() || run.view().isMedicare) return;
    for (const auto& line : run.view().lines) {
        const auto missed = missedPolicies(run, line);
        if (missed.empty()) continue;
        Finding finding = findingAt(line, Field::pointers, Severity::warning);
        addDiagnoses(run, line, finding);
        finding.source = missed.front().first->source;
        finding.basis = missed.front().first->policy;
        finding.message = fmt::format("Advisory: {} takes {} for other diagnoses than those the line points to.",
                                      namesOf(missed), shownProcedure(*line.row));
        finding.fix = "Point to a diagnosis that supports the service and that the record states.";
        run.report(std::move(finding));
    }
}

}  // namespace cw::edits
