#pragma once

#include "edits/rule_run.h"

namespace cw::edits {

/// The day itself, or the next one that is neither a Saturday, a Sunday nor a federal holiday (5 U.S.C. 6103).
Date nextWorkday(Date day);

// td_filing.cpp
void checkMedicareFiling(RuleRun& run);      // TD-1
void checkMedicareCorrection(RuleRun& run);  // TD-2
void checkPayerFiling(RuleRun& run);         // TD-3
void checkStillOpen(RuleRun& run);           // TD-8
// td_duplicates.cpp
void checkDuplicateClaim(RuleRun& run);     // TD-5
void checkDuplicateLine(RuleRun& run);      // TD-6
void checkPossibleDuplicate(RuleRun& run);  // TD-7
void checkOverlappingStays(RuleRun& run);   // TD-9

}  // namespace cw::edits
