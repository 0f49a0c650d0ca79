#pragma once

#include "edits/rule_run.h"

#include <span>
#include <string_view>

namespace cw::edits {

/// A list of the Medicare Code Editor of diagnoses for one age group (Definitions of Medicare Code Edits, edit 4).
struct AgeGroup {
    std::string_view flag;  ///< Value of the flag "age": "newborn".
    std::string_view name;  ///< "newborns", for messages.
    int youngest = 0;       ///< Completed years.
    int oldest = 0;
};
inline constexpr AgeGroup newbornGroup{"newborn", "newborns", 0, 0};
inline constexpr AgeGroup pediatricGroup{"pediatric", "children", 0, 17};
inline constexpr AgeGroup adultGroup{"adult", "adults", 15, 124};
/// 9 to 64; before 2019-10-01 it was 12 to 55.
AgeGroup maternityGroup(Date on);

/// Reports each diagnosis of the group's list when the patient's age is outside it. Silent without an age (DM-1).
void reportAgeConflicts(RuleRun& run, std::span<const AgeGroup> groups);

/// Reports each diagnosis and ICD-10-PCS procedure on the list for the other sex. Condition code 45 lets them pass when
/// the caller says so.
void reportSexConflicts(RuleRun& run, bool letsConditionPass);

}  // namespace cw::edits
