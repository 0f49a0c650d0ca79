#include "base/text.h"
#include "edits/rule_families.h"
#include "edits/rules/parties/postal.h"

#include <fmt/format.h>

#include <algorithm>

namespace cw::edits {

namespace {

std::string providerPath(std::string_view member, std::string_view field)
{
    return fmt::format("/providers/{}/{}", member, field);
}

/// One finding for all that an address lacks.
void reportAddress(RuleRun& run, std::string_view member, const std::vector<AddressProblem>& problems)
{
    if (problems.empty()) return;
    Finding finding{.fix = "Enter the full street address; for the ZIP code look up ZIP+4.", .field = Field::provider};
    std::vector<std::string> phrases;
    for (const auto& problem : problems) {
        phrases.push_back(problem.phrase);
        finding.at.push_back(providerPath(member, fmt::format("address/{}", problem.member)));
    }
    finding.message = fmt::format("The {} provider's address has {}.", member, listed(phrases));
    run.report(std::move(finding));
}

/// What keeps a drug code from being sent; empty when nothing does.
std::vector<std::string> drugProblems(const DrugCode& ndc)
{
    std::vector<std::string> problems;
    if (ndc.code.size() != 11 || !text::isDigits(ndc.code)) problems.emplace_back("no NDC of eleven digits");
    if (ndc.quantity <= Quantity{}) problems.emplace_back("no quantity above zero");
    const auto units = {"F2", "GR", "ME", "ML", "UN"};
    if (std::find(units.begin(), units.end(), ndc.unit) == units.end())
        problems.emplace_back("no unit F2, GR, ME, ML or UN");
    return problems;
}

}  // namespace

/// ID-1: every provider the encounter names has an NPI whose check digit is right.
void checkNpis(RuleRun& run)
{
    for (const auto& [member, provider] : presentProviders(run.encounter())) {
        if (isValidNpi(provider->npi)) continue;
        run.report(
            {.at = {providerPath(member, "npi")},
             .message = provider->npi.empty()
                            ? fmt::format("The {} provider has no NPI.", member)
                            : fmt::format("The {} provider's NPI is not valid (ten digits, first 1 or 2, check digit).",
                                          member),
             .fix = "Enter the NPI from the NPPES registry.",
             .field = Field::provider});
    }
}

/// ID-3: the billing provider's tax id has nine digits and says whether it is an EIN or an SSN.
void checkTaxId(RuleRun& run)
{
    const auto& billing = run.encounter().providers.billing;
    if (!billing) return;
    const bool digits = billing->taxId.size() == 9 && text::isDigits(billing->taxId);
    if (!digits)
        run.report({.at = {providerPath("billing", "tax_id")},
                    .message = billing->taxId.empty()
                                   ? "The billing provider has no tax id."
                                   : "The billing provider's tax id is not nine digits without dash.",
                    .fix = "Enter the nine digits of the EIN or SSN.",
                    .field = Field::provider});
    if (billing->taxIdType != "EI" && billing->taxIdType != "SY")
        run.report({.at = {providerPath("billing", "tax_id_type")},
                    .message = "The billing provider's tax id is marked neither as EIN (EI) nor as SSN (SY).",
                    .fix = "Set the type of the tax id to EI or SY.",
                    .field = Field::provider});
}

/// ID-5: street address, city, state and nine-digit ZIP code of the billing provider, and of a service facility. Whether
/// the ZIP code lies in the state needs a table that is not loaded.
void checkAddresses(RuleRun& run)
{
    const auto& providers = run.encounter().providers;
    if (providers.billing) reportAddress(run, "billing", placeProblems(providers.billing->address, true));
    if (providers.facility) reportAddress(run, "facility", placeProblems(providers.facility->address, false));
}

/// ID-7: a line's drug code has eleven digits, a quantity and a unit.
void checkDrugCodes(RuleRun& run)
{
    const auto& lines = run.encounter().procedures;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (!lines[i].ndc) continue;
        const auto problems = drugProblems(*lines[i].ndc);
        if (problems.empty()) continue;
        run.report(
            {.at = {linePath(i, "ndc")},
             .codes = codesOf(lines[i]),
             .message = fmt::format("{}: the drug has {}.", lineName(i, lines[i]), listed(problems)),
             .fix = "Enter the NDC as eleven digits (5-4-2, zeros added in front of the short part), amount and unit.",
             .field = Field::ndc,
             .procedure = lines[i].id});
    }
}

/// ID-8: there is a primary coverage, and its payer has a name, a payer id and a claim filing code.
void checkPayer(RuleRun& run)
{
    const auto primary = primaryCoverage(run.encounter());
    if (!primary) {
        run.report({.at = {"/coverages"},
                    .message = "The encounter has no primary coverage.",
                    .fix = "Add the coverage the claim goes to.",
                    .field = Field::coverage});
        return;
    }
    const auto& payer = primary->coverage->payer;
    Finding finding{.fix = "Complete the payer from the clearinghouse's payer list.", .field = Field::coverage};
    std::vector<std::string> missing;
    const auto need = [&](bool present, const char* what, const char* member) {
        if (present) return;
        missing.emplace_back(what);
        finding.at.push_back(coveragePath(primary->index, fmt::format("payer/{}", member)));
    };
    // 09, 10 and LI stood in the list of version 4010 and are refused in 5010.
    const auto& filing = payer.claimFilingCode;
    const bool knownFiling = filing.size() == 2 && filing != "09" && filing != "10" && filing != "LI";
    need(!text::trim(payer.name).empty(), "name", "name");
    need(text::trim(payer.payerId).size() >= 2, "payer id", "payer_id");
    need(knownFiling, "claim filing code of two characters that 5010 accepts", "claim_filing_code");
    if (missing.empty()) return;
    finding.message = fmt::format("The primary payer has no {}.", listed(missing));
    run.report(std::move(finding));
}

/// ID-11 (ours): without a billing provider there is nobody to send the claim.
void checkBillingProvider(RuleRun& run)
{
    if (run.encounter().providers.billing) return;
    run.report({.at = {"/providers/billing"},
                .message = "The encounter has no billing provider.",
                .fix = "Add the billing provider with NPI, tax id and address.",
                .field = Field::provider});
}

/// ID-12 (ours): the payer finds the subscriber by member id, and the claim's form hangs on the relationship.
void checkMember(RuleRun& run)
{
    const auto primary = primaryCoverage(run.encounter());
    if (!primary) return;
    if (text::trim(primary->coverage->memberId).size() < 2)
        run.report({.at = {coveragePath(primary->index, "member_id")},
                    .message = "The primary coverage has no member id.",
                    .fix = "Enter the member id from the insurance card.",
                    .field = Field::coverage});
    if (!primary->coverage->relationship)
        run.report({.at = {coveragePath(primary->index, "relationship")},
                    .message = "The primary coverage does not say how the patient is related to the subscriber.",
                    .fix = "Set the relationship: self, spouse, child or other.",
                    .field = Field::coverage});
}

/// ID-13 (ours): an organisation has its name, a person last and first name (NM103, NM104). A facility is an organisation.
void checkProviderNames(RuleRun& run)
{
    for (const auto& [member, provider] : presentProviders(run.encounter())) {
        if (!text::trim(provider->organization).empty()) continue;
        Finding finding{.fix = "Enter the name as the NPPES registry has it.", .field = Field::provider};
        const bool last = !text::trim(provider->lastName).empty();
        const bool first = !text::trim(provider->firstName).empty();
        if (member == "facility" || (!last && !first))
            finding.at = {fmt::format("/providers/{}", member)};
        else if (!last)
            finding.at = {providerPath(member, "last_name")};
        else if (!first)
            finding.at = {providerPath(member, "first_name")};
        else
            continue;
        finding.message = member == "facility" ? "The facility has no organization name."
                                               : fmt::format("The {} provider has no {}.", member,
                                                             last ? "first name" : (first ? "last name" : "name"));
        run.report(std::move(finding));
    }
}

}  // namespace cw::edits
