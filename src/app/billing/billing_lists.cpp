#include "app/billing/claim_selection.h"
#include "base/text.h"
#include "encounter/timely_filing.h"

namespace cw::app {

namespace {

/// The list to look in for a role, by the kinds that may stand in it.
const Provider* knownAs(const BillingLists& lists, const Provider& provider, ProviderKind kind)
{
    const auto found = lists.providers.find(text::trim(provider.npi));
    if (found == lists.providers.end()) return nullptr;
    for (const auto& record : found->second)
        if (record.kind == kind) return &record.provider;
    return &found->second.front().provider;
}

class Filler {
public:
    Filler(const std::string& encounterId, std::vector<std::string>& told) : m_id(encounterId), m_told(told) {}

    void fill(const char* role, Provider& provider, const Provider& known)
    {
        m_role = role;
        take("taxonomy", provider.taxonomy, known.taxonomy);
        if (provider.organization.empty() && provider.lastName.empty()) {
            take("organization", provider.organization, known.organization);
            take("last name", provider.lastName, known.lastName);
            take("first name", provider.firstName, known.firstName);
        }
        if (provider.address.isEmpty() && !known.address.isEmpty()) {
            provider.address = known.address;
            tell("address");
        }
    }
    void fillBilling(Provider& provider, const Provider& known)
    {
        if (provider.taxId.empty()) {
            take("tax id", provider.taxId, known.taxId);
            provider.taxIdType = known.taxIdType;
        }
        take("contact", provider.contactName, known.contactName);
        take("phone", provider.phone, known.phone);
    }

private:
    void take(const char* what, std::string& into, const std::string& known)
    {
        if (!text::trim(into).empty() || known.empty()) return;
        into = known;
        tell(what);
    }
    void tell(const char* what)
    {
        m_told.push_back(m_id + ": " + what + " of the " + m_role + " provider filled in from the list of providers");
    }
    const std::string& m_id;
    std::vector<std::string>& m_told;
    const char* m_role = "";
};

}  // namespace

TradingPartner BillingLists::partnerOf(const Encounter& encounter, CoverageRank billed) const
{
    const auto* payer = payerOf(encounter, billed);
    const PartnerId wanted = payer && payer->partner.isValid() ? payer->partner : defaultPartner;
    for (const auto& partner : partners)
        if (wanted.isValid() && partner.id == wanted && partner.isActive) return partner;
    return partnerFrom(encounter, billed);
}

const PayerRecord* BillingLists::payerOf(const Encounter& encounter, CoverageRank billed) const
{
    const auto* coverage = encounter.coverage(billed);
    if (coverage == nullptr) return nullptr;
    const auto found = payers.find(text::trim(coverage->payer.payerId));
    return found == payers.end() ? nullptr : &found->second;
}

std::optional<Date> BillingLists::fileBy(Date serviceFrom, std::string_view payerId, std::string_view claimFilingCode,
                                         bool corrected) const
{
    if (const auto found = payers.find(payerId); found != payers.end()) {
        const auto& days =
            corrected && found->second.correctedDays ? found->second.correctedDays : found->second.initialDays;
        if (days) return serviceFrom.plusDays(*days);
    }
    return filingDeadline(serviceFrom, claimFilingCode);
}

std::vector<std::string> BillingLists::fillIn(Encounter& encounter) const
{
    std::vector<std::string> told;
    if (providers.empty()) return told;
    Filler filler(encounter.encounterId, told);
    struct Role {
        const char* name;
        std::optional<Provider> Providers::*member;
        ProviderKind kind;
    };
    static constexpr Role roles[] = {{"billing", &Providers::billing, ProviderKind::billing},
                                     {"rendering", &Providers::rendering, ProviderKind::person},
                                     {"referring", &Providers::referring, ProviderKind::person},
                                     {"supervising", &Providers::supervising, ProviderKind::person},
                                     {"ordering", &Providers::ordering, ProviderKind::person},
                                     {"attending", &Providers::attending, ProviderKind::person},
                                     {"operating", &Providers::operating, ProviderKind::person},
                                     {"facility", &Providers::facility, ProviderKind::facility}};
    for (const auto& [name, member, kind] : roles) {
        auto& provider = encounter.providers.*member;
        if (!provider) continue;
        const auto* known = knownAs(*this, *provider, kind);
        if (known == nullptr) continue;
        filler.fill(name, *provider, *known);
        if (kind == ProviderKind::billing) filler.fillBilling(*provider, *known);
    }
    return told;
}

Result<BillingLists> billingLists(Workspace& workspace, ReadTx& tx)
{
    BillingLists lists;
    auto& directory = workspace.directory();
    CW_TRY(lists.partners, directory.partners(tx));
    CW_TRY(lists.defaultPartner, directory.defaultPartner(tx));
    CW_TRY(auto payers, directory.payers(tx));
    for (auto& payer : payers) {
        auto key = payer.payerId;
        if (payer.isActive) lists.payers.emplace(std::move(key), std::move(payer));
    }
    CW_TRY(auto providers, directory.providers(tx));
    for (auto& provider : providers) {
        auto key = provider.provider.npi;
        if (provider.isActive) lists.providers[std::move(key)].push_back(std::move(provider));
    }
    return lists;
}

}  // namespace cw::app
