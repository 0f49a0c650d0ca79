#include "edits/rules/necessity/mn_rules.h"

#include "edits/rule_families.h"

#include <algorithm>

namespace cw::edits {

namespace {

bool isMacOf(const RuleRun& run, const CoverageRow& row, const LineView& line)
{
    const auto& codes = run.data().payerCodes;
    return std::any_of(codes.begin(), codes.end(), [&](const PayerCode& code) {
        return code.kind == "mac" && code.payerId == run.view().payerId && code.value == row.jurisdiction &&
               code.valid.contains(line.from) && code.codes.matches(line.code);
    });
}

bool isForPayer(const RuleRun& run, const CoverageRow& row, const LineView& line)
{
    if (row.jurisdiction == "*") return run.view().isMedicare;
    return row.jurisdiction == run.view().payerId || isMacOf(run, row, line);
}

}  // namespace

bool PolicyView::hasCovered() const noexcept
{
    return std::any_of(rows.begin(), rows.end(), [](const auto* row) { return !row->covered.isEmpty(); });
}

bool PolicyView::covers(std::string_view diagnosis) const noexcept
{
    return std::any_of(rows.begin(), rows.end(),
                       [diagnosis](const auto* row) { return row->covered.matches(diagnosis); });
}

bool PolicyView::excludes(std::string_view diagnosis) const noexcept
{
    return std::any_of(rows.begin(), rows.end(),
                       [diagnosis](const auto* row) { return row->excluded.matches(diagnosis); });
}

std::vector<PolicyView> policiesFor(const RuleRun& run, const LineView& line)
{
    std::vector<PolicyView> policies;
    if (line.code.empty()) return policies;
    for (const auto& row : run.data().coverage) {
        if (!row.procedures.matches(line.code) || !row.valid.contains(line.from) || !isForPayer(run, row, line))
            continue;
        auto known = std::find_if(policies.begin(), policies.end(),
                                  [&row](const PolicyView& policy) { return policy.first->policy == row.policy; });
        if (known == policies.end())
            policies.push_back({&row, {&row}});
        else
            known->rows.push_back(&row);
    }
    return policies;
}

std::vector<std::string_view> pointedCodes(const RuleRun& run, const LineView& line)
{
    std::vector<std::string_view> codes;
    for (const auto id : line.row->pointers)
        for (const auto& diagnosis : run.view().diagnoses)
            if (diagnosis.row->id == id) codes.push_back(diagnosis.code);
    // Institutional lines have no pointers: every diagnosis of the claim speaks for them.
    if (run.encounter().setting != Setting::professional && line.row->pointers.empty())
        for (const auto& diagnosis : run.view().diagnoses) codes.push_back(diagnosis.code);
    return codes;
}

std::string policyName(const CoverageRow& row)
{
    return row.title.empty() ? "Policy " + row.policy : "Policy " + row.policy + " (" + row.title + ")";
}

std::vector<Rule> necessityRules()
{
    constexpr Parts codes = part::lines | part::diagnoses | part::coverages | part::service;
    constexpr std::string_view policies = "Coverage policies of the site (data/rules/coverage.tsv)";
    return {
        {.id = "MN-1",
         .title = "Diagnosis not covered by the policy",
         .severity = Severity::warning,
         .scope = scope::lines,
         .source = "CMS Medicare Coverage Database, policy named in the finding",
         .fix = "Point to a covered diagnosis that the record supports, or decide on a notice to the patient.",
         .check = checkCoveredDiagnosis,
         .inputs = codes,
         .payer = PayerFilter::medicare},
        {.id = "MN-2",
         .title = "Diagnosis that the policy excludes",
         .severity = Severity::warning,
         .scope = scope::lines,
         .source = policies,
         .fix = "Check the diagnosis that the line points to.",
         .check = checkExcludedDiagnosis,
         .inputs = codes,
         .advisory = true,
         .offByDefault = true},
        {.id = "MN-3",
         .title = "Sooner than the policy allows",
         .severity = Severity::warning,
         .scope = scope::lines,
         .source = policies,
         .fix = "Decide on a notice to the patient before the service.",
         .check = checkPolicyFrequency,
         .inputs = codes | part::history,
         .advisory = true,
         .offByDefault = true},
        {.id = "MN-4",
         .title = "Age or sex outside of the policy",
         .severity = Severity::warning,
         .scope = scope::lines,
         .source = policies,
         .fix = "Check age, sex and code.",
         .check = checkPolicyPatient,
         .inputs = codes | part::patient,
         .advisory = true,
         .offByDefault = true},
        {.id = "MN-5",
         .title = "Notice of non-coverage missing",
         .severity = Severity::warning,
         .scope = scope::lines,
         .source = "Medicare Claims Processing Manual, chapter 30; HCPCS modifiers GA, GX, GY, GZ",
         .fix = "Append GA when the patient signed a notice, GZ when not.",
         .check = checkNoticeModifier,
         .inputs = codes,
         .payer = PayerFilter::medicare},
        {.id = "MN-6",
         .title = "Diagnosis outside of the payer's own list",
         .severity = Severity::warning,
         .scope = scope::lines,
         .source = policies,
         .fix = "Point to a diagnosis that supports the service.",
         .check = checkPayerDiagnosis,
         .inputs = codes,
         .advisory = true,
         .offByDefault = true},
        {.id = "MN-7",
         .title = "Prior authorization missing",
         .severity = Severity::warning,
         .scope = scope::lines,
         .source = "CARC 197; the payer's list (data/rules/payer_codes.tsv)",
         .fix = "Enter the number of the authorization.",
         .check = checkAuthorization,
         .inputs = part::lines | part::claim | part::coverages | part::service},
    };
}

}  // namespace cw::edits
