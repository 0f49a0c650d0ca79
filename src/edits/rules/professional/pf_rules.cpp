#include "edits/rule_families.h"
#include "edits/rules/professional/pf_completeness.h"

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

std::vector<Rule> personRules()
{
    return {
        advisory({.id = "DM-3",
                  .title = "Diagnosis fits age and sex",
                  .scope = scope::professional,
                  .source = "Definitions of Medicare Code Edits 41.1, age and sex lists",
                  .fix = "Check the code and the patient's data.",
                  .check = checkDiagnosisFitsPatient,
                  .inputs = part::diagnoses | part::patient | part::service | part::lines | part::claim}),
        advisory({.id = "ID-2",
                  .title = "Persons and organizations in their roles",
                  .scope = scope::all,
                  .source = "005010X222A1 loops 2310A to 2310D (NM102); NPPES entity types",
                  .fix = "Name a person where a person acts, an organization as the facility.",
                  .check = checkProviderRoles,
                  .inputs = part::providers}),
        {.id = "ID-4",
         .title = "Taxonomy form",
         .severity = Severity::warning,
         .scope = scope::all,
         .source = "CMS Medicare provider to taxonomy crosswalk, January 2025",
         .fix = "Correct the taxonomy code.",
         .check = checkTaxonomies,
         .inputs = part::providers | part::service},
        advisory({.id = "ID-6",
                  .title = "CLIA number of laboratory tests",
                  .scope = scope::professional,
                  .source = "Medicare Claims Processing Manual, chapter 16, section 70",
                  .fix = "Enter the CLIA number.",
                  .check = checkClia,
                  .inputs = part::lines | part::claim | part::service}),
        advisory({.id = "ID-9",
                  .title = "Ordering or referring provider",
                  .scope = scope::professional,
                  .source = "Medicare Claims Processing Manual, chapter 26, item 17",
                  .fix = "Add the provider who ordered the service.",
                  .check = checkOrderingProvider,
                  .inputs = part::lines | part::providers | part::service}),
    };
}

std::vector<Rule> claimRules()
{
    return {
        {.id = "PF-4",
         .title = "First pointer of a line",
         .severity = Severity::warning,
         .scope = scope::professional,
         .source = "ICD-10-CM Official Guidelines FY2026, I.A.13 and I.C.20.a.6",
         .fix = "Point first to the condition that was treated.",
         .check = checkFirstPointer,
         .inputs = part::lines | part::diagnoses | part::service},
        {.id = "PF-5",
         .title = "Diagnosis that no line points to",
         .severity = Severity::note,
         .scope = scope::professional,
         .source = "005010X222A1 SV107",
         .fix = "Point a line to the diagnosis where it fits.",
         .check = checkUnpointedDiagnoses,
         .inputs = part::lines | part::diagnoses},
        {.id = "PF-13",
         .title = "Service facility",
         .scope = scope::professional,
         .source = "005010X222A1 loop 2310C",
         .fix = "Name the facility where it is another than the billing provider, and only then.",
         .check = checkServiceFacility,
         .inputs = part::lines | part::service | part::providers,
         .attest = Attest::always},
        {.id = "PF-14",
         .title = "Admission date of a hospital stay",
         .severity = Severity::warning,
         .scope = scope::professional,
         .source = "005010X222A1 DTP 435",
         .fix = "Enter the day of the admission.",
         .check = checkHospitalDates,
         .inputs = part::lines | part::service | part::claim,
         .advisory = true},
        advisory({.id = "PF-16",
                  .title = "Last menstrual period",
                  .scope = scope::professional,
                  .source = "005010X222A1 DTP 484 and DTP 431",
                  .fix = "Enter the first day of the last menstrual period.",
                  .check = checkPregnancyDate,
                  .inputs = part::diagnoses | part::claim}),
        {.id = "PF-19",
         .title = "Balance of another payer's answer",
         .scope = scope::professional,
         .source = "005010X222A1 loops 2320 and 2430 (AMT D, CAS, SVD, DTP 573)",
         .fix = "Make what was paid and adjusted add up to the charge.",
         .check = checkSecondaryBalance,
         .inputs = part::lines | part::coverages},
    };
}

}  // namespace

std::vector<Rule> completenessRules()
{
    auto rules = personRules();
    for (auto& rule : claimRules()) rules.push_back(std::move(rule));
    return rules;
}

}  // namespace cw::edits
