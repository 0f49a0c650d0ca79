#include "edits/rules/poa/pa_rules.h"

#include "edits/rule_families.h"

namespace cw::edits {

/// PA-8 of the catalogue guards our own software (an edit of a code keeps its indicator) and is no rule on encounters.
std::vector<Rule> presentOnAdmissionRules()
{
    return {
        {.id = "PA-1",
         .title = "Present-on-admission indicator missing",
         .scope = scope::inpatient,
         .source = "ICD-10-CM Official Guidelines FY2026, Appendix I; CMS list of codes exempt from POA reporting",
         .fix = "Enter Y, N, U or W as the record says.",
         .check = checkPoaMissing,
         .inputs = part::diagnoses | part::service,
         .attest = Attest::always},
        {.id = "PA-2",
         .title = "Present-on-admission indicator on an exempt code",
         .scope = scope::inpatient,
         .source = "ICD-10-CM Official Guidelines FY2026, Appendix I; CMS list of codes exempt from POA reporting",
         .fix = "Leave the indicator empty.",
         .check = checkPoaOnExempt,
         .inputs = part::diagnoses | part::service},
        {.id = "PA-3",
         .title = "Present-on-admission indicator is Y, N, U or W",
         .scope = scope::inpatient,
         .source = "ICD-10-CM Official Guidelines FY2026, Appendix I, Reporting Options",
         .fix = "Enter Y, N, U or W.",
         .check = checkPoaValue,
         .inputs = part::diagnoses | part::service},
        {.id = "PA-4",
         .title = "Indicators U and W",
         .severity = Severity::warning,
         .scope = scope::inpatient,
         .source = "ICD-10-CM Official Guidelines FY2026, Appendix I, Assigning the POA Indicator",
         .fix = "Ask the provider; W only where the provider states that it cannot be told.",
         .check = checkPoaUnknown,
         .inputs = part::diagnoses | part::evidence | part::service},
        {.id = "PA-5",
         .title = "Principal diagnosis not present on admission",
         .severity = Severity::warning,
         .scope = scope::inpatient,
         .source = "ICD-10-CM Official Guidelines FY2026, Section II and Appendix I",
         .fix = "Check the indicator, or whether another diagnosis led to the admission.",
         .check = checkPrincipalNotPresent,
         .inputs = part::diagnoses | part::service},
        {.id = "PA-6",
         .title = "Hospital-acquired condition",
         .severity = Severity::warning,
         .scope = scope::inpatient,
         .source = "Deficit Reduction Act of 2005, section 5001(c); CMS, hospital-acquired conditions",
         .fix = "Have the code and its indicator reviewed a second time.",
         .check = checkHospitalAcquired,
         .inputs = part::diagnoses | part::service,
         .advisory = true,
         .offByDefault = true},
        {.id = "PA-7",
         .title = "Documented before the admission, yet not present",
         .severity = Severity::warning,
         .scope = scope::inpatient,
         .source = "ICD-10-CM Official Guidelines FY2026, Appendix I",
         .fix = "Check the indicator against the record before the order for admission.",
         .check = checkOnsetBeforeOrder,
         .inputs = part::diagnoses | part::evidence | part::service},
    };
}

}  // namespace cw::edits
