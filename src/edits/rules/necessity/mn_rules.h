#pragma once

#include "edits/rule_run.h"

#include <vector>

namespace cw::edits {

/// What one policy says of one line on its day, all rows of the policy together.
struct PolicyView {
    const CoverageRow* first = nullptr;  ///< Names the policy; never null.
    std::vector<const CoverageRow*> rows;

    bool hasCovered() const noexcept;
    bool covers(std::string_view diagnosis) const noexcept;
    bool excludes(std::string_view diagnosis) const noexcept;
};

/// Policies in force on the line's day for its code and payer: those of the jurisdiction "*" for Medicare, of the payer's
/// own id, and of the MAC that data/rules/payer_codes.tsv (kind "mac") names for the payer.
std::vector<PolicyView> policiesFor(const RuleRun& run, const LineView& line);
/// Compact codes that the line points to.
std::vector<std::string_view> pointedCodes(const RuleRun& run, const LineView& line);
/// "Policy L33777", with its title when it has one.
std::string policyName(const CoverageRow& row);

// mn_diagnoses.cpp
void checkCoveredDiagnosis(RuleRun& run);   // MN-1
void checkExcludedDiagnosis(RuleRun& run);  // MN-2
void checkNoticeModifier(RuleRun& run);     // MN-5
void checkPayerDiagnosis(RuleRun& run);     // MN-6
// mn_limits.cpp
void checkPolicyFrequency(RuleRun& run);  // MN-3
void checkPolicyPatient(RuleRun& run);    // MN-4
void checkAuthorization(RuleRun& run);    // MN-7

}  // namespace cw::edits
