#include "edits/rules/ncci/nc_rules.h"

#include "edits/rule_families.h"

namespace cw::edits {

namespace {

constexpr auto linesOfDay = part::lines | part::service;
constexpr auto linesAndPractice = linesOfDay | part::providers | part::history;

std::vector<Rule> pairRules()
{
    return {
        {.id = "NC-1",
         .title = "NCCI pair without exception",
         .scope = scope::lines,
         .source = "NCCI PTP edits, modifier indicator 0; NCCI Policy Manual, ch. I",
         .fix = "Remove the column 2 code.",
         .check = checkPairForbidden,
         .inputs = linesOfDay | part::providers,
         .attest = Attest::never},
        {.id = "NC-2",
         .title = "NCCI pair without modifier",
         .scope = scope::lines,
         .source = "NCCI PTP edits, modifier indicator 1; NCCI Policy Manual, ch. I, E",
         .fix = "Append the modifier that tells the services apart, or remove the column 2 code.",
         .check = checkPairNeedsModifier,
         .inputs = linesOfDay | part::providers},
        {.id = "NC-3",
         .title = "NCCI pair with modifier, without proof",
         .severity = Severity::warning,
         .scope = scope::lines,
         .source = "NCCI Policy Manual, ch. I, E",
         .fix = "Attach the words of the chart that show the distinct service.",
         .check = checkPairProof,
         .inputs = linesOfDay | part::evidence | part::providers},
        {.id = "NC-12",
         .title = "Modifier 59 beside XE, XP, XS or XU",
         .severity = Severity::warning,
         .scope = scope::lines,
         .source = "CMS change request 8863; NCCI Policy Manual, ch. I, E",
         .fix = "Keep the more exact modifier.",
         .check = checkDistinctTwice,
         .inputs = part::lines,
         .advisory = true,
         .offByDefault = true},
    };
}

std::vector<Rule> unitRules()
{
    return {
        {.id = "NC-6",
         .title = "MUE of a line",
         .scope = scope::lines,
         .source = "NCCI MUE, adjudication indicator 1 (line edit)",
         .fix = "Correct the units.",
         .check = checkLineUnits,
         .inputs = linesOfDay | part::providers | part::coverages},
        {.id = "NC-7",
         .title = "MUE of a day, by policy",
         .scope = scope::lines,
         .source = "NCCI MUE, adjudication indicator 2 (date of service edit, policy)",
         .fix = "Correct the units or the code.",
         .check = checkDayUnits,
         .inputs = linesOfDay | part::providers | part::coverages,
         .attest = Attest::never},
        {.id = "NC-8",
         .title = "MUE of a day, by clinical data",
         .severity = Severity::warning,
         .scope = scope::lines,
         .source = "NCCI MUE, adjudication indicator 3 (date of service edit, clinical)",
         .fix = "Correct the units, or attach the words that show the need.",
         .check = checkDayUnitsClinical,
         .inputs = linesOfDay | part::providers | part::coverages},
    };
}

std::vector<Rule> addOnRules()
{
    return {
        {.id = "NC-9",
         .title = "Add-on code without its primary procedure",
         .scope = scope::lines,
         .source = "NCCI add-on codes, type 1",
         .fix = "Add a primary procedure, or replace the add-on code.",
         .check = checkAddOnListed,
         .inputs = linesAndPractice},
        {.id = "NC-10",
         .title = "Add-on code alone, primaries set by the contractor",
         .severity = Severity::warning,
         .scope = scope::lines,
         .source = "NCCI add-on codes, type 2",
         .fix = "Add the primary procedure that the contractor accepts.",
         .check = checkAddOnContractor,
         .inputs = linesAndPractice},
        {.id = "NC-11",
         .title = "Add-on code without a listed primary procedure",
         .severity = Severity::warning,
         .scope = scope::lines,
         .source = "NCCI add-on codes, type 3",
         .fix = "Add a primary procedure, or ask the contractor for its own.",
         .check = checkAddOnSome,
         .inputs = linesAndPractice},
    };
}

std::vector<Rule> visitRules()
{
    return {
        {.id = "NC-13",
         .title = "Two office visits on one day",
         .severity = Severity::warning,
         .scope = scope::professional,
         .source = "Medicare Claims Processing Manual, ch. 12, 30.6.5",
         .fix = "Report one visit at the level of the whole day.",
         .check = checkVisitsOfDay,
         .inputs = linesAndPractice},
        {.id = "NC-14",
         .title = "Visit in a global surgery period",
         .scope = scope::professional,
         .source = "Medicare Claims Processing Manual, ch. 12, 40; CMS fee schedule, global days",
         .fix = "Append 24, 25 or 57 when the chart supports it, or leave the visit out.",
         .check = checkGlobalPackage,
         .inputs = linesAndPractice},
    };
}

}  // namespace

/// NC-4 (indicator 9 and dates outside an edit never fire) is how NC-1 and NC-2 read the pairs; NC-5 (no ICD code in an
/// edit) is the importer's, which takes no code that is not CPT or HCPCS.
std::vector<Rule> ncciRules()
{
    auto all = pairRules();
    for (auto&& part : {unitRules(), addOnRules(), visitRules()}) all.insert(all.end(), part.begin(), part.end());
    return all;
}

}  // namespace cw::edits
