#pragma once

#include "edits/rule_run.h"

namespace cw::edits {

// pf_completeness.cpp: diagnoses on lines, places, dates
void checkFirstPointer(RuleRun& run);        // PF-4
void checkUnpointedDiagnoses(RuleRun& run);  // PF-5
void checkServiceFacility(RuleRun& run);     // PF-13
void checkHospitalDates(RuleRun& run);       // PF-14
void checkPregnancyDate(RuleRun& run);       // PF-16

// pf_secondary.cpp
void checkSecondaryBalance(RuleRun& run);  // PF-19

// party_roles.cpp: patient and providers
void checkDiagnosisFitsPatient(RuleRun& run);  // DM-3
void checkProviderRoles(RuleRun& run);         // ID-2
void checkTaxonomies(RuleRun& run);            // ID-4
void checkClia(RuleRun& run);                  // ID-6
void checkOrderingProvider(RuleRun& run);      // ID-9

}  // namespace cw::edits
