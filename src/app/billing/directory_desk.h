#pragma once

#include "app/workspace.h"
#include "claim/directory.h"

#include <string>
#include <vector>

namespace cw::app {

/// Partners, payers and providers, checked on entry. Reading takes the right to bill; writing too, audited with ids only.
class DirectoryDesk {
public:
    explicit DirectoryDesk(Workspace& workspace) : m_workspace(workspace) {}
    Result<std::vector<TradingPartner>> partners();
    Result<std::vector<PayerRecord>> payers();
    Result<std::vector<ProviderRecord>> providers();
    Result<PartnerId> defaultPartner();
    Status setDefaultPartner(PartnerId partner);
    /// Fails with invalidInput (APP-300), naming the first field that cannot be kept; conflict as the store.
    Result<TradingPartner> save(const TradingPartner& partner);
    Result<PayerRecord> save(const PayerRecord& payer);
    Result<ProviderRecord> save(const ProviderRecord& provider);
    /// Payers and providers that encounters name and the lists do not have, to be taken over with one key; at most 200.
    Result<std::vector<PayerRecord>> payersSeen();
    Result<std::vector<ProviderRecord>> providersSeen();

private:
    Workspace& m_workspace;
};

}  // namespace cw::app
