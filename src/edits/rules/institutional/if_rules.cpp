#include "edits/rules/institutional/if_rules.h"

#include "edits/rule_families.h"

namespace cw::edits {

namespace {

/// What no file at hand can tell: off until a site switches it on.
Rule advisory(Rule rule)
{
    rule.severity = Severity::warning;
    rule.advisory = true;
    rule.offByDefault = true;
    return rule;
}

std::vector<Rule> billRules()
{
    return {
        {.id = "IF-1",
         .title = "Type of bill",
         .scope = scope::facility,
         .source = "005010X223A2 CLM05; UB-04 form locator 4",
         .fix = "Correct the type of bill.",
         .check = checkTypeOfBill,
         .inputs = part::service | part::claim,
         .isFixed = true},
        {.id = "IF-2",
         .title = "Number of diagnoses by kind",
         .scope = scope::facility,
         .source = "005010X223A2 HI (ABK, ABF, ABJ, APR, ABN)",
         .fix = "Remove the codes that matter least.",
         .check = checkInstitutionalDiagnosisCount,
         .inputs = part::diagnoses,
         .isFixed = true},
        {.id = "IF-3",
         .title = "Statement dates and dates of lines",
         .scope = scope::facility,
         .source = "005010X223A2 DTP 434 and DTP 472",
         .fix = "Correct the dates.",
         .check = checkStatementDates,
         .inputs = part::service | part::lines,
         .isFixed = true},
        {.id = "IF-4",
         .title = "Admission data",
         .scope = scope::facility,
         .source = "005010X223A2 DTP 435 and CL1",
         .fix = "Complete the admission.",
         .check = checkAdmissionData,
         .inputs = part::service,
         .isFixed = true},
        {.id = "IF-5",
         .title = "Admitting diagnosis",
         .scope = scope::facility,
         .source = "005010X223A2 HI (ABJ); UB-04 form locator 69",
         .fix = "Give a stay, and only a stay, an admitting diagnosis.",
         .check = checkAdmittingDiagnosis,
         .inputs = part::diagnoses | part::service},
        advisory({.id = "IF-6",
                  .title = "Reason for an unscheduled visit",
                  .scope = scope::outpatient,
                  .source = "005010X223A2 HI (APR); UB-04 form locator 70",
                  .fix = "Code the patient's reason for the visit.",
                  .check = checkReasonForVisit,
                  .inputs = part::diagnoses | part::lines | part::service}),
        {.id = "IF-7",
         .title = "Discharge hour and status of a final claim",
         .scope = scope::inpatient,
         .source = "005010X223A2 DTP 096 and CL103",
         .fix = "Make discharge and type of bill fit.",
         .check = checkPatientStatus,
         .inputs = part::service | part::lines},
        {.id = "IF-8",
         .title = "Attending and operating provider",
         .scope = scope::facility,
         .source = "005010X223A2 loops 2310A and 2310B",
         .fix = "Name the attending provider, and the operating one where there was an operation.",
         .check = checkAttendingProvider,
         .inputs = part::providers | part::lines,
         .isFixed = true},
    };
}

std::vector<Rule> lineRules()
{
    return {
        {.id = "IF-9",
         .title = "Revenue code",
         .scope = scope::facility,
         .source = "005010X223A2 SV201; Integrated Outpatient Code Editor, edits 41 and 48",
         .fix = "Correct the revenue code, or add the procedure code it asks for.",
         .check = checkRevenueCodes,
         .inputs = part::lines | part::service},
        advisory({.id = "IF-10",
                  .title = "Total line 0001",
                  .scope = scope::facility,
                  .source = "UB-04 form locators 42 and 47",
                  .fix = "Correct the total.",
                  .check = checkTotalLine,
                  .inputs = part::lines}),
        advisory({.id = "IF-11",
                  .title = "Days of room and board",
                  .scope = scope::inpatient,
                  .source = "UB-04 form locators 42 and 46",
                  .fix = "Make the days of the room those of the stay.",
                  .check = checkAccommodation,
                  .inputs = part::lines | part::service}),
        {.id = "IF-12",
         .title = "Condition, occurrence and value codes",
         .scope = scope::facility,
         .source = "005010X223A2 HI (BG, BH, BE)",
         .fix = "Complete the code.",
         .check = checkUbCodes,
         .inputs = part::claim | part::coverages | part::service},
        advisory({.id = "IF-13",
                  .title = "Dates of procedures",
                  .scope = scope::inpatient,
                  .source = "005010X223A2 HI (BBR, BBQ); 42 CFR 412.2(c)(5)",
                  .fix = "Correct the date of the procedure.",
                  .check = checkProcedureDates,
                  .inputs = part::lines | part::service}),
        advisory({.id = "IF-14",
                  .title = "Outpatient services before a stay",
                  .scope = scope::facility,
                  .source = "42 CFR 412.2(c)(5)",
                  .fix = "Put related services onto the claim of the stay.",
                  .check = checkPaymentWindow,
                  .inputs = part::service | part::providers | part::history | part::coverages,
                  .payer = PayerFilter::medicare}),
        advisory({.id = "IF-15",
                  .title = "Hours of observation",
                  .scope = scope::outpatient,
                  .source = "Medicare Claims Processing Manual, chapter 4, section 290",
                  .fix = "Correct hours and visit.",
                  .check = checkObservationHours,
                  .inputs = part::lines | part::service}),
        advisory({.id = "IF-16",
                  .title = "Inpatient made an outpatient",
                  .scope = scope::outpatient,
                  .source = "Medicare Claims Processing Manual, chapter 1, section 50.3",
                  .fix = "Add condition code 44 or W2.",
                  .check = checkStatusChange,
                  .inputs = part::claim}),
        {.id = "IF-17",
         .title = "Number of lines",
         .scope = scope::facility,
         .source = "005010X223A2 loop 2400; Integrated Outpatient Code Editor, 450 lines",
         .fix = "Split the claim.",
         .check = checkInstitutionalLineCount,
         .inputs = part::lines | part::service | part::coverages,
         .isFixed = true},
        {.id = "IF-18",
         .title = "Changed claims",
         .scope = scope::facility,
         .source = "005010X223A2 REF F8; UB-04 form locators 18 to 28",
         .fix = "Name the claim that is changed, and why.",
         .check = checkAdjustment,
         .inputs = part::service | part::claim | part::coverages},
    };
}

}  // namespace

std::vector<Rule> institutionalRules()
{
    auto rules = billRules();
    for (auto& rule : lineRules()) rules.push_back(std::move(rule));
    return rules;
}

}  // namespace cw::edits
