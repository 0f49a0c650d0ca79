#pragma once

#include "edits/rule_run.h"

#include <optional>
#include <string_view>

namespace cw::edits {

// oc_support.cpp
/// Status indicator of the line's code in the OPPS Addendum B of its day. Empty for a line without code, a code that is
/// not in the file, and when no file covers the day, which it says (NotChecked "opps").
std::optional<std::string_view> statusIndicator(RuleRun& run, const LineView& line);
/// Bills that the outpatient prospective payment system pays: hospital outpatient (13x), inpatient Part B (12x), or not
/// told.
bool isOppsBill(const Encounter& encounter) noexcept;
/// A clinic, emergency or other visit (list "oc-visits").
bool isVisit(const RuleRun& run, const LineView& line);
/// Three digits of the revenue code without its leading zero: "76" and "762" begin "762" of "0762"; as entered when it
/// is of another form.
std::string_view revenueOf(const LineView& line) noexcept;

// oc_status.cpp: by status indicator
void checkOcNonCovered(RuleRun& run);     // OC-9
void checkOcInpatientOnly(RuleRun& run);  // OC-18
void checkOcVisitWith25(RuleRun& run);    // OC-21
void checkOcOnlyPackaged(RuleRun& run);   // OC-27
void checkOcNotRecognized(RuleRun& run);  // OC-28
void checkOcEquipment(RuleRun& run);      // OC-61

// oc_claim.cpp: conditions, visits, diagnoses
void checkOcFirstDiagnosis(RuleRun& run);  // OC-1
void checkOcAge(RuleRun& run);             // OC-2
void checkOcSex(RuleRun& run);             // OC-3
void checkOcDenialAsked(RuleRun& run);     // OC-10
void checkOcReviewAsked(RuleRun& run);     // OC-11
void checkOcSeveralVisits(RuleRun& run);   // OC-42

// oc_lines.cpp: modifiers, units and revenue codes of lines
void checkOcInherentBilateral(RuleRun& run);  // OC-17
void checkOcTerminated(RuleRun& run);         // OC-37
void checkOcObservation(RuleRun& run);        // OC-44
void checkOcManualPrice(RuleRun& run);        // OC-66

// oc_advisory.cpp: known by name only; off by default
void checkOcRevenueNeedsCode(RuleRun& run);  // OC-48
void checkOcObservationBill(RuleRun& run);   // OC-53
void checkOcBilateralUnits(RuleRun& run);    // OC-74
void checkOcTrauma(RuleRun& run);            // OC-76
void checkOcBloodRevenue(RuleRun& run);      // OC-79
void checkOcAddOnPrimary(RuleRun& run);      // OC-84

// oc_numbers.cpp: what another rule reports at the same place; off by default
void checkOcInvalidProcedure(RuleRun& run);  // OC-6
void checkOcModifierForm(RuleRun& run);      // OC-22
void checkOcLineDates(RuleRun& run);         // OC-23
void checkOcAgeAndSex(RuleRun& run);         // OC-25
void checkOcRevenueForm(RuleRun& run);       // OC-41

}  // namespace cw::edits
