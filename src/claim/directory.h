#pragma once

#include "base/transaction.h"
#include "claim/trading_partner.h"
#include "encounter/encounter_repository.h"

#include <optional>
#include <vector>

namespace cw {

/// Trading partners, payers and providers of the practice. Nothing is deleted: what is no longer used is made inactive.
class DirectoryRepository {
public:
    virtual ~DirectoryRepository() = default;
    virtual Result<std::vector<TradingPartner>> partners(ReadTx& tx) const = 0;
    virtual Result<std::vector<PayerRecord>> payers(ReadTx& tx) const = 0;
    virtual Result<std::vector<ProviderRecord>> providers(ReadTx& tx) const = 0;
    /// Add (no valid id) or change; the record's version must be the stored one, else conflict (STORE-355). A payer id stands once, an NPI once for each kind: conflict
    /// (STORE-356). Returns the id. Audited by the caller.
    virtual Result<PartnerId> save(WriteTx& tx, const TradingPartner& partner, const Actor& actor) = 0;
    virtual Result<PayerRowId> save(WriteTx& tx, const PayerRecord& payer, const Actor& actor) = 0;
    virtual Result<ProviderRowId> save(WriteTx& tx, const ProviderRecord& provider, const Actor& actor) = 0;
    /// The partner of all payers that name none; not valid: none.
    virtual Result<PartnerId> defaultPartner(ReadTx& tx) const = 0;
    virtual Status setDefaultPartner(WriteTx& tx, PartnerId partner) = 0;
};

}  // namespace cw
