#pragma once

#include "edits/rule_run.h"

namespace cw::edits {

/// True when the list of the year of discharge exempts the code; false without such a list.
bool isPoaExempt(const RuleRun& run, const DiagnosisView& diagnosis);
/// The beginning of a finding at the indicator of a diagnosis.
Finding findingAtIndicator(const DiagnosisView& diagnosis, Severity severity);

// pa_indicators.cpp: the indicator against the list of exempt codes
void checkPoaMissing(RuleRun& run);   // PA-1
void checkPoaOnExempt(RuleRun& run);  // PA-2
void checkPoaValue(RuleRun& run);     // PA-3

// pa_timing.cpp: what the indicator says against what the record shows
void checkPoaUnknown(RuleRun& run);           // PA-4
void checkPrincipalNotPresent(RuleRun& run);  // PA-5
void checkHospitalAcquired(RuleRun& run);     // PA-6
void checkOnsetBeforeOrder(RuleRun& run);     // PA-7

}  // namespace cw::edits
