#pragma once

#include "edits/rule_run.h"

#include <string_view>

namespace cw::edits {

/// Hypertension with heart and kidney disease (GL-40).
inline constexpr std::string_view hypertensionSource = "ICD-10-CM Official Guidelines FY2026, I.C.9.a.3";

/// The codes of hypertension on the claim and what they go with; null where the claim has none.
struct Hypertension {
    const DiagnosisView* essential = nullptr;  ///< I10
    const DiagnosisView* heart = nullptr;      ///< I11
    const DiagnosisView* kidney = nullptr;     ///< I12
    const DiagnosisView* both = nullptr;       ///< I13
    const DiagnosisView* heartCondition = nullptr;
    const DiagnosisView* ckd = nullptr;  ///< N18
    bool hasFailure = false;             ///< I50
    bool isEndStage = false;             ///< N18.5 or N18.6
};

/// N18.5 or N18.6.
bool isStageFive(const DiagnosisView& diagnosis) noexcept;
Hypertension readHypertension(const RuleRun& run);

void checkHypertensiveHeartKidney(RuleRun& run);  // GL-40

}  // namespace cw::edits
