#pragma once

#include "edits/rule_run.h"

namespace cw::edits {

// mc_numbers.cpp: edits that a CV, GL or DM rule reports already, under the number of the editor; off by default
void checkMceInvalidCode(RuleRun& run);         // MC-1
void checkMceExternalCause(RuleRun& run);       // MC-2, OC-5
void checkMceDuplicatePrincipal(RuleRun& run);  // MC-3
void checkMceManifestation(RuleRun& run);       // MC-6, OC-86
void checkMceAge(RuleRun& run);                 // MC-14, OC-25
void checkMceSex(RuleRun& run);                 // MC-15

// mc_age_sex.cpp
void checkMceNewborn(RuleRun& run);      // MC-4a
void checkMcePediatric(RuleRun& run);    // MC-4b
void checkMceMaternity(RuleRun& run);    // MC-4c
void checkMceAdult(RuleRun& run);        // MC-4d
void checkMceSexConflict(RuleRun& run);  // MC-5

// mc_lists.cpp: edits whose lists may be missing from the file; the names are those of NotChecked::table
void checkMceQuestionable(RuleRun& run);  // MC-8, "mce-8"
void checkMceUnacceptable(RuleRun& run);  // MC-9, "mce-9"
void checkMceNonCovered(RuleRun& run);    // MC-11, "mce-11"
void checkMceBilateral(RuleRun& run);     // MC-13, "mce-13"
void checkMceLimited(RuleRun& run);       // MC-17, "mce-17"
void checkMceUnspecified(RuleRun& run);   // MC-20, "mce-20"

// mc_stay.cpp
void checkMceDischargeStatus(RuleRun& run);  // MC-16
void checkMceWrongProcedure(RuleRun& run);   // MC-18
void checkMceLengthOfStay(RuleRun& run);     // MC-19

}  // namespace cw::edits
