#include "edits/rules/outpatient/oc_rules.h"

#include "edits/rule_families.h"
#include "edits/rules/mce/mc_rules.h"

namespace cw::edits {

namespace {

constexpr Parts onLines = part::lines | part::service | part::coverages;

/// The editor is Medicare's: its edits on payment are for Medicare claims.
Rule ofMedicare(Rule rule)
{
    rule.scope = scope::outpatient;
    rule.payer = PayerFilter::medicare;
    return rule;
}

Rule advisory(Rule rule)
{
    rule.severity = Severity::warning;
    rule.advisory = true;
    rule.offByDefault = true;
    return ofMedicare(rule);
}

/// An edit that another rule reports at the same place: in the catalogue under its number, and off so that a coder does
/// not read the same twice.
Rule numbered(Rule rule)
{
    rule.scope = scope::outpatient;
    rule.offByDefault = true;
    return rule;
}

std::vector<Rule> claimRules()
{
    return {
        {.id = "OC-1",
         .title = "At least one diagnosis",
         .scope = scope::outpatient,
         .source = "Integrated Outpatient Code Editor, edit 1",
         .fix = "Enter the diagnosis that was the main reason for the visit.",
         .check = checkOcFirstDiagnosis,
         .inputs = part::diagnoses},
        ofMedicare({.id = "OC-2",
                    .title = "Diagnosis of another age",
                    .source = "Integrated Outpatient Code Editor, edit 2; Definitions of Medicare Code Edits, edit 4",
                    .fix = "Correct the diagnosis or the birth date.",
                    .check = checkOcAge,
                    .inputs = part::diagnoses | part::patient | part::service | part::coverages}),
        ofMedicare(
            {.id = "OC-3",
             .title = "Diagnosis of the other sex",
             .source = "Integrated Outpatient Code Editor, edit 3; Definitions of Medicare Code Edits, edit 5",
             .fix = "Correct the diagnosis or the sex, or report condition code 45.",
             .check = checkOcSex,
             .inputs = part::diagnoses | part::lines | part::patient | part::service | part::claim | part::coverages,
             .effective = {std::nullopt, Date::of(2024, 9, 30)}}),
        ofMedicare({.id = "OC-10",
                    .title = "Denial asked for",
                    .severity = Severity::note,
                    .source = "Integrated Outpatient Code Editor, edit 10",
                    .fix = "Keep condition code 21 only when a denial is wanted.",
                    .check = checkOcDenialAsked,
                    .inputs = part::claim | part::coverages}),
        ofMedicare({.id = "OC-11",
                    .title = "Review asked for",
                    .severity = Severity::note,
                    .source = "Integrated Outpatient Code Editor, edit 11",
                    .fix = "Keep condition code 20 only when the patient asked for a review.",
                    .check = checkOcReviewAsked,
                    .inputs = part::claim | part::coverages}),
        ofMedicare({.id = "OC-42",
                    .title = "Several visits of a day under one revenue code",
                    .source = "Integrated Outpatient Code Editor, edit 42",
                    .fix = "Report condition code G0 when the visits were separate.",
                    .check = checkOcSeveralVisits,
                    .inputs = onLines | part::claim}),
    };
}

std::vector<Rule> statusRules()
{
    return {
        ofMedicare({.id = "OC-9",
                    .title = "Not covered for outpatients",
                    .source = "Integrated Outpatient Code Editor, edits 9 and 50",
                    .fix = "Use a covered code, or report the line as non-covered.",
                    .check = checkOcNonCovered,
                    .inputs = onLines | part::claim}),
        ofMedicare({.id = "OC-18",
                    .title = "Inpatient-only procedure",
                    .source = "Integrated Outpatient Code Editor, edits 18 and 70",
                    .fix = "Check the order for admission, or the code.",
                    .check = checkOcInpatientOnly,
                    .inputs = onLines}),
        ofMedicare({.id = "OC-21",
                    .title = "Visit on the day of a procedure without modifier 25",
                    .source = "Integrated Outpatient Code Editor, edit 21",
                    .fix = "Append modifier 25 when the visit was significant and separate.",
                    .check = checkOcVisitWith25,
                    .inputs = onLines}),
        ofMedicare({.id = "OC-27",
                    .title = "Only packaged services",
                    .source = "Integrated Outpatient Code Editor, edit 27",
                    .fix = "Add the service that the packaged codes belong to.",
                    .check = checkOcOnlyPackaged,
                    .inputs = onLines}),
        ofMedicare({.id = "OC-28",
                    .title = "Code not recognized for hospital outpatients",
                    .source = "Integrated Outpatient Code Editor, edits 28, 62 and 72",
                    .fix = "Use the code that hospitals report for the service.",
                    .check = checkOcNotRecognized,
                    .inputs = onLines}),
        ofMedicare({.id = "OC-61",
                    .title = "Equipment for another contractor",
                    .source = "Integrated Outpatient Code Editor, edit 61",
                    .fix = "Bill the item to the contractor for medical equipment.",
                    .check = checkOcEquipment,
                    .inputs = onLines}),
    };
}

std::vector<Rule> lineRules()
{
    return {
        ofMedicare({.id = "OC-17",
                    .title = "Code of both sides reported twice",
                    .severity = Severity::warning,
                    .source = "Integrated Outpatient Code Editor, edit 17",
                    .fix = "Report the code once a day.",
                    .check = checkOcInherentBilateral,
                    .inputs = onLines}),
        ofMedicare({.id = "OC-37",
                    .title = "Terminated procedure with both sides or several units",
                    .source = "Integrated Outpatient Code Editor, edit 37",
                    .fix = "Report one unit and one side of the procedure that was stopped.",
                    .check = checkOcTerminated,
                    .inputs = part::lines | part::coverages}),
        ofMedicare({.id = "OC-44",
                    .title = "Observation revenue code with another service",
                    .source = "Integrated Outpatient Code Editor, edit 44",
                    .fix = "Report observation hours with G0378, or use the revenue code of the service.",
                    .check = checkOcObservation,
                    .inputs = onLines}),
        ofMedicare({.id = "OC-66",
                    .title = "Priced by hand",
                    .severity = Severity::note,
                    .source = "Integrated Outpatient Code Editor, edit 66; HCPCS July 2024, C9399",
                    .fix = "Give the NDC, and name the drug and its dose.",
                    .check = checkOcManualPrice,
                    .inputs = part::lines | part::coverages}),
    };
}

std::vector<Rule> advisoryRules()
{
    return {
        advisory({.id = "OC-48",
                  .title = "Revenue code needs a procedure code (also IF-9)",
                  .source = "Integrated Outpatient Code Editor, edit 48",
                  .fix = "Enter the code of the service.",
                  .check = checkOcRevenueNeedsCode,
                  .inputs = onLines}),
        advisory({.id = "OC-53",
                  .title = "Observation on another bill, or referral without hours",
                  .source = "Integrated Outpatient Code Editor, edits 53 and 58",
                  .fix = "Correct the type of bill, or report G0378 beside G0379.",
                  .check = checkOcObservationBill,
                  .inputs = onLines}),
        advisory({.id = "OC-74",
                  .title = "Several units with modifier 50",
                  .source = "Integrated Outpatient Code Editor, edit 74",
                  .fix = "Report one unit with modifier 50.",
                  .check = checkOcBilateralUnits,
                  .inputs = part::lines | part::coverages}),
        advisory({.id = "OC-76",
                  .title = "Trauma response without critical care",
                  .source = "Integrated Outpatient Code Editor, edit 76",
                  .fix = "Report G0390 under 068x beside 99291.",
                  .check = checkOcTrauma,
                  .inputs = onLines}),
        advisory({.id = "OC-79",
                  .title = "Blood revenue code with another product",
                  .source = "Integrated Outpatient Code Editor, edit 79",
                  .fix = "Use the revenue code of the blood product.",
                  .check = checkOcBloodRevenue,
                  .inputs = onLines}),
        advisory({.id = "OC-84",
                  .title = "Add-on code without its primary (also NC-9)",
                  .source = "Integrated Outpatient Code Editor, edits 84 and 106; NCCI add-on codes",
                  .fix = "Add the primary procedure, or remove the add-on code.",
                  .check = checkOcAddOnPrimary,
                  .inputs = onLines}),
    };
}

std::vector<Rule> numberedRules()
{
    return {
        numbered({.id = "OC-5",
                  .title = "Outpatient Code Editor: external cause as first diagnosis (also GL-63)",
                  .source = "Integrated Outpatient Code Editor, edit 5",
                  .fix = "Place the injury or condition first.",
                  .check = checkMceExternalCause,
                  .inputs = part::diagnoses}),
        numbered({.id = "OC-6",
                  .title = "Outpatient Code Editor: invalid procedure code (also CV-9)",
                  .source = "Integrated Outpatient Code Editor, edit 6",
                  .fix = "Replace the code with one that is valid on the day of the line.",
                  .check = checkOcInvalidProcedure,
                  .inputs = part::lines | part::service}),
        numbered({.id = "OC-22",
                  .title = "Outpatient Code Editor: invalid modifier (also MO-1)",
                  .source = "Integrated Outpatient Code Editor, edit 22",
                  .fix = "Correct the modifier, or remove it.",
                  .check = checkOcModifierForm,
                  .inputs = part::lines}),
        numbered({.id = "OC-23",
                  .title = "Outpatient Code Editor: line date (also IF-3)",
                  .source = "Integrated Outpatient Code Editor, edits 23 and 24",
                  .fix = "Correct the date of the line, or the days of the claim.",
                  .check = checkOcLineDates,
                  .inputs = part::lines | part::service}),
        numbered({.id = "OC-25",
                  .title = "Outpatient Code Editor: age and sex (also DM-1, DM-2)",
                  .source = "Integrated Outpatient Code Editor, edits 25 and 26",
                  .fix = "Correct the birth date or the sex.",
                  .check = checkOcAgeAndSex,
                  .inputs = part::patient | part::service}),
        numbered({.id = "OC-41",
                  .title = "Outpatient Code Editor: revenue code form (also IF-9)",
                  .source = "Integrated Outpatient Code Editor, edit 41",
                  .fix = "Enter the four digits of the revenue code.",
                  .check = checkOcRevenueForm,
                  .inputs = part::lines}),
        numbered({.id = "OC-86",
                  .title = "Outpatient Code Editor: manifestation as first diagnosis (also GL-3)",
                  .source = "Integrated Outpatient Code Editor, edit 86; Definitions of Medicare Code Edits, edit 6",
                  .fix = "Place the underlying disease first.",
                  .check = checkMceManifestation,
                  .inputs = part::diagnoses | part::service}),
    };
}

}  // namespace

std::vector<Rule> outpatientRules()
{
    std::vector<Rule> all;
    for (auto* family : {claimRules, statusRules, lineRules, advisoryRules, numberedRules}) {
        auto part = family();
        all.insert(all.end(), part.begin(), part.end());
    }
    return all;
}

}  // namespace cw::edits
