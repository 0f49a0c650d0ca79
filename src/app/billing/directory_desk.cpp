#include "app/billing/directory_desk.h"

#include "base/text.h"

#include <algorithm>
#include <set>

namespace cw::app {

namespace {

constexpr std::size_t mostSeen = 200;

/// The first fault as an error: field and sentence, never the value.
Status firstFault(const std::vector<FieldFault>& faults)
{
    if (faults.empty()) return {};
    return Error{ErrorKind::invalidInput, "APP-300", faults.front().field + " " + faults.front().sentence};
}

template <class Record>
Result<Record> saveRecord(Workspace& workspace, const Record& record, const char* kind)
{
    CW_CHECK(require(workspace, Permission::bill));
    CW_CHECK(firstFault(faultsOf(record)));
    CW_TRY(auto tx, workspace.work().beginWrite());
    auto saved = record;
    CW_TRY(saved.id, workspace.directory().save(*tx, record, workspace.actor()));
    saved.version = record.id.isValid() ? record.version + 1 : 1;
    CW_CHECK(workspace.audit().append(
        *tx, {workspace.user().name,
              std::string("directory.") + kind,
              {},
              (record.id.isValid() ? "changed " : "added ") + std::to_string(saved.id.value)}));
    CW_CHECK(tx->commit());
    return saved;
}

/// The newest encounters of the billing queues: where the names of payers and providers are met first.
Result<std::vector<StoredEncounter>> recent(Workspace& workspace, ReadTx& tx)
{
    std::vector<std::string> ids;
    for (const auto queue : {ClaimQueue::ready, ClaimQueue::failing}) {
        CW_TRY(const auto rows, workspace.claimQueues().ready(tx, {.queue = queue, .payerId = {}, .text = {}}));
        for (const auto& row : rows) ids.push_back(row.summary.encounterId);
    }
    for (const auto queue : {ClaimQueue::sent, ClaimQueue::rejected, ClaimQueue::denied, ClaimQueue::paid}) {
        CW_TRY(const auto rows, workspace.claimQueues().claims(tx, {.queue = queue, .payerId = {}, .text = {}}));
        for (const auto& row : rows) ids.push_back(row.encounterId);
    }
    return workspace.encounters().loadMany(tx, ids);
}

void offer(std::vector<ProviderRecord>& seen, std::set<std::pair<ProviderKind, std::string>>& known,
           const std::optional<Provider>& provider, ProviderKind kind)
{
    if (!provider || provider->npi.empty() || seen.size() >= mostSeen) return;
    if (!known.insert({kind, provider->npi}).second) return;
    ProviderRecord record{.id = {}, .kind = kind, .provider = *provider};
    record.provider.foreign.clear();
    record.provider.address.foreign.clear();
    seen.push_back(std::move(record));
}

}  // namespace

Result<std::vector<TradingPartner>> DirectoryDesk::partners()
{
    CW_CHECK(require(m_workspace, Permission::bill));
    CW_TRY(auto tx, m_workspace.work().beginRead());
    return m_workspace.directory().partners(*tx);
}

Result<std::vector<PayerRecord>> DirectoryDesk::payers()
{
    CW_CHECK(require(m_workspace, Permission::bill));
    CW_TRY(auto tx, m_workspace.work().beginRead());
    return m_workspace.directory().payers(*tx);
}

Result<std::vector<ProviderRecord>> DirectoryDesk::providers()
{
    CW_CHECK(require(m_workspace, Permission::bill));
    CW_TRY(auto tx, m_workspace.work().beginRead());
    return m_workspace.directory().providers(*tx);
}

Result<PartnerId> DirectoryDesk::defaultPartner()
{
    CW_CHECK(require(m_workspace, Permission::bill));
    CW_TRY(auto tx, m_workspace.work().beginRead());
    return m_workspace.directory().defaultPartner(*tx);
}

Status DirectoryDesk::setDefaultPartner(PartnerId partner)
{
    CW_CHECK(require(m_workspace, Permission::bill));
    CW_TRY(auto tx, m_workspace.work().beginWrite());
    CW_CHECK(m_workspace.directory().setDefaultPartner(*tx, partner));
    CW_CHECK(m_workspace.audit().append(
        *tx, {m_workspace.user().name, "directory.default partner", {}, std::to_string(partner.value)}));
    return tx->commit();
}

Result<TradingPartner> DirectoryDesk::save(const TradingPartner& partner)
{
    return saveRecord(m_workspace, partner, "partner");
}

Result<PayerRecord> DirectoryDesk::save(const PayerRecord& payer)
{
    // Looked up by what encounters say: blanks around it would hide the record.
    auto clean = payer;
    clean.payerId = text::trim(payer.payerId);
    clean.name = text::trim(payer.name);
    return saveRecord(m_workspace, clean, "payer");
}

Result<ProviderRecord> DirectoryDesk::save(const ProviderRecord& provider)
{
    auto clean = provider;
    clean.provider.npi = text::trim(provider.provider.npi);
    return saveRecord(m_workspace, clean, "provider");
}

Result<std::vector<PayerRecord>> DirectoryDesk::payersSeen()
{
    CW_CHECK(require(m_workspace, Permission::bill));
    CW_TRY(auto tx, m_workspace.work().beginRead());
    std::set<std::string> known;
    CW_TRY(const auto listed, m_workspace.directory().payers(*tx));
    for (const auto& payer : listed) known.insert(payer.payerId);
    CW_TRY(const auto encounters, recent(m_workspace, *tx));
    std::vector<PayerRecord> seen;
    for (const auto& stored : encounters)
        for (const auto& coverage : stored.encounter.coverages) {
            const auto& payer = coverage.payer;
            if (payer.payerId.empty() || seen.size() >= mostSeen || !known.insert(payer.payerId).second) continue;
            PayerRecord record;
            record.payerId = payer.payerId;
            record.name = payer.name;
            record.claimFilingCode = payer.claimFilingCode;
            record.address = payer.address;
            record.address.foreign.clear();
            seen.push_back(std::move(record));
        }
    return seen;
}

Result<std::vector<ProviderRecord>> DirectoryDesk::providersSeen()
{
    CW_CHECK(require(m_workspace, Permission::bill));
    CW_TRY(auto tx, m_workspace.work().beginRead());
    std::set<std::pair<ProviderKind, std::string>> known;
    CW_TRY(const auto listed, m_workspace.directory().providers(*tx));
    for (const auto& record : listed) known.insert({record.kind, record.provider.npi});
    CW_TRY(const auto encounters, recent(m_workspace, *tx));
    std::vector<ProviderRecord> seen;
    for (const auto& stored : encounters) {
        const auto& providers = stored.encounter.providers;
        offer(seen, known, providers.billing, ProviderKind::billing);
        offer(seen, known, providers.facility, ProviderKind::facility);
        for (const auto& person : {providers.rendering, providers.referring, providers.supervising, providers.ordering,
                                   providers.attending, providers.operating})
            if (person && !person->isOrganization()) offer(seen, known, person, ProviderKind::person);
    }
    return seen;
}

}  // namespace cw::app
