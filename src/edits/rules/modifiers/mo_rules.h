#pragma once

#include "edits/rule_run.h"

namespace cw::edits {

/// MO-1 where the modifier has the right form: the tables of the line's date do not have it, though they have others of
/// its kind.
void checkModifierKnown(RuleRun& run);  // mo_known.cpp

// mo_sides.cpp
void checkSides(RuleRun& run);      // MO-3
void checkBilateral(RuleRun& run);  // MO-4

// mo_components.cpp: indicators of the fee schedule
void checkComponents(RuleRun& run);          // MO-9
void checkSurgeons(RuleRun& run);            // MO-10
void checkMultipleProcedures(RuleRun& run);  // MO-11

// mo_visits.cpp: modifiers of visits
void checkSeparateVisit(RuleRun& run);      // MO-5
void checkSurgeryDecision(RuleRun& run);    // MO-6
void checkUnrelatedVisit(RuleRun& run);     // MO-7
void checkProcedureModifier(RuleRun& run);  // MO-8
void checkPreventiveVisit(RuleRun& run);    // MO-22
void checkVisitWithMinor(RuleRun& run);     // MO-23

// mo_repeats.cpp
void checkRepeated(RuleRun& run);   // MO-12
void checkDiscarded(RuleRun& run);  // MO-13

// mo_services.cpp: modifiers that services of a kind need
void checkTherapy(RuleRun& run);       // MO-15
void checkSexedService(RuleRun& run);  // MO-17
void checkAnesthesia(RuleRun& run);    // MO-18
void checkWaivedTest(RuleRun& run);    // MO-19
void checkVaccines(RuleRun& run);      // MO-24

// mo_medicare.cpp: what Medicare does not pay
void checkNotices(RuleRun& run);         // MO-16
void checkNotForMedicare(RuleRun& run);  // MO-21
void checkNotCovered(RuleRun& run);      // MO-26

// mo_places.cpp
void checkTelehealth(RuleRun& run);   // MO-14
void checkNewPatient(RuleRun& run);   // MO-20
void checkPlaceOfCode(RuleRun& run);  // MO-25

}  // namespace cw::edits
