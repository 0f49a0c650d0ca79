#include "edits/rules/timing/td_rules.h"

#include "edits/rule_families.h"

namespace cw::edits {

/// TD-1 and TD-2 warn: 42 CFR 424.44(b) knows exceptions (retroactive entitlement, error of an agency), so a late claim must
/// remain possible to send.
std::vector<Rule> timingRules()
{
    constexpr Parts filing = part::lines | part::claim | part::coverages | part::service;
    constexpr Parts duplicates = filing | part::providers | part::history;
    return {
        {.id = "TD-1",
         .title = "Medicare: filed after one year",
         .severity = Severity::warning,
         .source = "42 CFR 424.44",
         .fix = "File within one calendar year of the service.",
         .check = checkMedicareFiling,
         .inputs = filing,
         .payer = PayerFilter::medicare},
        {.id = "TD-2",
         .title = "Medicare: replacement after one year",
         .severity = Severity::warning,
         .source = "42 CFR 424.44",
         .fix = "Correct a claim within one calendar year of the service.",
         .check = checkMedicareCorrection,
         .inputs = filing,
         .payer = PayerFilter::medicare},
        {.id = "TD-3",
         .title = "Payer's limit for filing",
         .severity = Severity::warning,
         .source = "The contract with the payer (data/rules/payers.tsv)",
         .fix = "File before the payer's last day.",
         .check = checkPayerFiling,
         .inputs = filing},
        {.id = "TD-5",
         .title = "Duplicate of another claim",
         .source = "CARC 18, exact duplicate claim or service",
         .fix = "Withdraw the claim, or make it a replacement.",
         .check = checkDuplicateClaim,
         .inputs = duplicates},
        {.id = "TD-6",
         .title = "Duplicate line",
         .severity = Severity::warning,
         .scope = scope::lines,
         .source = "CARC 18, exact duplicate claim or service",
         .fix = "Add the units up, or tell the lines apart by a modifier.",
         .check = checkDuplicateLine,
         .inputs = part::lines | part::service},
        {.id = "TD-7",
         .title = "Possible duplicate at another charge",
         .severity = Severity::warning,
         .source = "CMS MLN Matters MM8121, as others report it",
         .fix = "Send a correction with frequency code 7.",
         .check = checkPossibleDuplicate,
         .inputs = duplicates,
         .advisory = true,
         .offByDefault = true},
        {.id = "TD-8",
         .title = "Visit still open",
         .severity = Severity::warning,
         .source = "Common practice of hospital billing; no official text",
         .fix = "Close the visit before the claim is made.",
         .check = checkStillOpen,
         .inputs = part::lines | part::service,
         .advisory = true,
         .offByDefault = true},
        {.id = "TD-9",
         .title = "Overlapping inpatient stays",
         .severity = Severity::warning,
         .scope = scope::inpatient,
         .source = "Medicare Common Working File, not read",
         .fix = "Correct the dates of one of the stays.",
         .check = checkOverlappingStays,
         .inputs = part::service | part::history,
         .advisory = true,
         .offByDefault = true},
    };
}

}  // namespace cw::edits
