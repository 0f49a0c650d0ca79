#include "edits/rules/mce/mc_rules.h"

#include "edits/rule_families.h"

namespace cw::edits {

namespace {

/// An edit that another rule reports at the same place: in the catalogue under its number, and off so that a coder does
/// not read the same twice.
Rule numbered(Rule rule)
{
    rule.scope = scope::inpatient;
    rule.offByDefault = true;
    return rule;
}

Rule listed(Rule rule)
{
    rule.scope = scope::inpatient;
    rule.payer = PayerFilter::medicare;
    return rule;
}

std::vector<Rule> numberedRules()
{
    return {
        numbered({.id = "MC-1",
                  .title = "Medicare Code Editor: invalid code (also CV-1, CV-2, CV-3, CV-10)",
                  .source = "Definitions of Medicare Code Edits, edit 1",
                  .fix = "Replace the code with one that is valid on the day of discharge.",
                  .check = checkMceInvalidCode,
                  .inputs = part::diagnoses | part::lines | part::service}),
        numbered({.id = "MC-2",
                  .title = "Medicare Code Editor: external cause as principal diagnosis (also GL-63)",
                  .source = "Definitions of Medicare Code Edits, edit 2",
                  .fix = "Place the injury or condition first.",
                  .check = checkMceExternalCause,
                  .inputs = part::diagnoses}),
        numbered({.id = "MC-3",
                  .title = "Medicare Code Editor: duplicate of the principal diagnosis (also GL-8)",
                  .severity = Severity::warning,
                  .source = "Definitions of Medicare Code Edits, edit 3",
                  .fix = "Remove the secondary diagnosis.",
                  .check = checkMceDuplicatePrincipal,
                  .inputs = part::diagnoses}),
        numbered({.id = "MC-6",
                  .title = "Medicare Code Editor: manifestation as principal diagnosis (also GL-3)",
                  .source = "Definitions of Medicare Code Edits, edit 6",
                  .fix = "Place the underlying disease first.",
                  .check = checkMceManifestation,
                  .inputs = part::diagnoses | part::service}),
        numbered({.id = "MC-14",
                  .title = "Medicare Code Editor: invalid age (also DM-1, DM-2)",
                  .source = "Definitions of Medicare Code Edits, edit 14",
                  .fix = "Correct the birth date or the dates of service.",
                  .check = checkMceAge,
                  .inputs = part::patient | part::service}),
        numbered({.id = "MC-15",
                  .title = "Medicare Code Editor: invalid sex (also DM-1)",
                  .source = "Definitions of Medicare Code Edits, edit 15",
                  .fix = "Enter the patient's sex.",
                  .check = checkMceSex,
                  .inputs = part::patient}),
    };
}

std::vector<Rule> ageAndSexRules()
{
    constexpr auto ages = part::diagnoses | part::patient | part::service;
    constexpr std::string_view source = "Definitions of Medicare Code Edits, edit 4";
    constexpr std::string_view fix = "Correct the diagnosis or the birth date.";
    const auto ageRule = [&](std::string_view id, std::string_view title, void (*check)(RuleRun&)) {
        return Rule{.id = id,
                    .title = title,
                    .scope = scope::inpatient,
                    .source = source,
                    .fix = fix,
                    .check = check,
                    .inputs = ages};
    };
    return {
        ageRule("MC-4a", "Diagnosis of newborns only", checkMceNewborn),
        ageRule("MC-4b", "Diagnosis of children only", checkMcePediatric),
        ageRule("MC-4c", "Diagnosis of pregnancy and birth only", checkMceMaternity),
        ageRule("MC-4d", "Diagnosis of adults only", checkMceAdult),
        {.id = "MC-5",
         .title = "Diagnosis or procedure of the other sex",
         .scope = scope::inpatient,
         .source = "Definitions of Medicare Code Edits, edit 5",
         .fix = "Correct the code or the sex, or report condition code 45.",
         .check = checkMceSexConflict,
         .inputs = part::diagnoses | part::lines | part::patient | part::service | part::claim,
         .effective = {std::nullopt, Date::of(2024, 9, 30)}},
    };
}

std::vector<Rule> listRules()
{
    constexpr auto codes = part::diagnoses | part::service | part::coverages;
    constexpr auto procedures = part::lines | part::service | part::coverages;
    return {
        listed({.id = "MC-8",
                .title = "Questionable admission",
                .severity = Severity::warning,
                .source = "Definitions of Medicare Code Edits, edit 8",
                .fix = "Check which condition led to the admission.",
                .check = checkMceQuestionable,
                .inputs = codes}),
        listed({.id = "MC-9",
                .title = "Unacceptable principal diagnosis",
                .source = "Definitions of Medicare Code Edits, edit 9",
                .fix = "Place the condition that led to the admission first.",
                .check = checkMceUnacceptable,
                .inputs = codes}),
        listed({.id = "MC-11",
                .title = "Procedure that is not covered",
                .severity = Severity::warning,
                .source = "Definitions of Medicare Code Edits, edit 11",
                .fix = "Check the procedure against the list of the editor.",
                .check = checkMceNonCovered,
                .inputs = procedures}),
        listed({.id = "MC-13",
                .title = "Bilateral procedure",
                .severity = Severity::warning,
                .source = "Definitions of Medicare Code Edits, edit 13",
                .fix = "Check the procedures against the list of the editor.",
                .check = checkMceBilateral,
                .inputs = procedures}),
        listed({.id = "MC-17",
                .title = "Procedure of limited coverage",
                .severity = Severity::warning,
                .source = "Definitions of Medicare Code Edits, edit 17",
                .fix = "Check the procedure against the list of the editor.",
                .check = checkMceLimited,
                .inputs = procedures}),
        listed({.id = "MC-20",
                .title = "Unspecified code where the side can be coded",
                .source = "Definitions of Medicare Code Edits, edit 20; CMS Change Request 12471",
                .fix = "Code the side, or say in the claim note that it cannot be told.",
                .check = checkMceUnspecified,
                .inputs = codes | part::claim,
                .effective = {Date::of(2022, 4, 1), std::nullopt}}),
    };
}

std::vector<Rule> stayRules()
{
    return {
        {.id = "MC-16",
         .title = "Discharge status on the list",
         .severity = Severity::warning,
         .scope = scope::inpatient,
         .source = "Definitions of Medicare Code Edits, edit 16; CMS, patient discharge status codes",
         .fix = "Enter the two-digit status of the patient at discharge.",
         .check = checkMceDischargeStatus,
         .inputs = part::service,
         .advisory = true,
         .offByDefault = true},
        {.id = "MC-18",
         .title = "Wrong procedure performed",
         .severity = Severity::warning,
         .scope = scope::inpatient,
         .source = "Definitions of Medicare Code Edits, edit 18",
         .fix = "Bill the wrong procedure on a no-payment claim of its own.",
         .check = checkMceWrongProcedure,
         .inputs = part::diagnoses | part::service | part::coverages,
         .payer = PayerFilter::medicare,
         .advisory = true,
         .offByDefault = true},
        {.id = "MC-19",
         .title = "Ventilation longer than the stay",
         .scope = scope::inpatient,
         .source = "ICD-10-PCS FY2025, title of 5A1955Z; Definitions of Medicare Code Edits, edit 19",
         .fix = "Use the code for the documented hours, or correct the dates of the stay.",
         .check = checkMceLengthOfStay,
         .inputs = part::lines | part::service},
    };
}

}  // namespace

/// Edits 7, 10 and 12 of the editor are discontinued; their numbers stay free.
std::vector<Rule> medicareCodeRules()
{
    std::vector<Rule> all;
    for (auto* family : {numberedRules, ageAndSexRules, listRules, stayRules}) {
        auto part = family();
        all.insert(all.end(), part.begin(), part.end());
    }
    return all;
}

}  // namespace cw::edits
