#pragma once

#include "edits/rule_run.h"

#include <string_view>

namespace cw::edits {

// if_bill.cpp: type of bill, dates, admission
void checkTypeOfBill(RuleRun& run);      // IF-1
void checkStatementDates(RuleRun& run);  // IF-3
void checkAdmissionData(RuleRun& run);   // IF-4
void checkPatientStatus(RuleRun& run);   // IF-7
void checkAdjustment(RuleRun& run);      // IF-18

// if_diagnoses.cpp: diagnoses and procedures with their roles
void checkInstitutionalDiagnosisCount(RuleRun& run);  // IF-2
void checkAdmittingDiagnosis(RuleRun& run);           // IF-5
void checkReasonForVisit(RuleRun& run);               // IF-6
void checkAttendingProvider(RuleRun& run);            // IF-8
void checkProcedureDates(RuleRun& run);               // IF-13

// if_revenue.cpp: revenue lines
void checkRevenueCodes(RuleRun& run);            // IF-9
void checkTotalLine(RuleRun& run);               // IF-10
void checkAccommodation(RuleRun& run);           // IF-11
void checkInstitutionalLineCount(RuleRun& run);  // IF-17

// if_codes.cpp: condition, occurrence and value codes, windows around a stay
void checkUbCodes(RuleRun& run);           // IF-12
void checkPaymentWindow(RuleRun& run);     // IF-14
void checkObservationHours(RuleRun& run);  // IF-15
void checkStatusChange(RuleRun& run);      // IF-16

/// The last character of the type of bill; '\0' when it has none.
char billFrequency(const Encounter& encounter) noexcept;

}  // namespace cw::edits
