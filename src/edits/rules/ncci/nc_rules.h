#pragma once

#include "edits/rule_run.h"

namespace cw::edits {

// nc_pairs.cpp: procedure-to-procedure edits
void checkPairForbidden(RuleRun& run);      // NC-1
void checkPairNeedsModifier(RuleRun& run);  // NC-2
void checkPairProof(RuleRun& run);          // NC-3
void checkDistinctTwice(RuleRun& run);      // NC-12

// nc_units.cpp: medically unlikely edits
void checkLineUnits(RuleRun& run);         // NC-6
void checkDayUnits(RuleRun& run);          // NC-7
void checkDayUnitsClinical(RuleRun& run);  // NC-8

// nc_add_ons.cpp: add-on codes
void checkAddOnListed(RuleRun& run);      // NC-9
void checkAddOnContractor(RuleRun& run);  // NC-10
void checkAddOnSome(RuleRun& run);        // NC-11

// nc_visits.cpp
void checkVisitsOfDay(RuleRun& run);    // NC-13
void checkGlobalPackage(RuleRun& run);  // NC-14

}  // namespace cw::edits
