#pragma once

#include "base/clock.h"
#include "claim/directory.h"

namespace cw::store {

/// Trading partners, payers and providers as rows: directory_partners, directory_payers and directory_providers hold its
/// functions.
class SqliteDirectoryRepository final : public DirectoryRepository {
public:
    SqliteDirectoryRepository(const Clock& clock, IdSource& ids) : m_clock(clock), m_ids(ids) {}
    /// By name, inactive ones last.
    Result<std::vector<TradingPartner>> partners(ReadTx& tx) const override;
    Result<std::vector<PayerRecord>> payers(ReadTx& tx) const override;
    Result<std::vector<ProviderRecord>> providers(ReadTx& tx) const override;
    Result<PartnerId> save(WriteTx& tx, const TradingPartner& partner, const Actor& actor) override;
    Result<PayerRowId> save(WriteTx& tx, const PayerRecord& payer, const Actor& actor) override;
    Result<ProviderRowId> save(WriteTx& tx, const ProviderRecord& provider, const Actor& actor) override;
    Result<PartnerId> defaultPartner(ReadTx& tx) const override;
    Status setDefaultPartner(WriteTx& tx, PartnerId partner) override;

private:
    const Clock& m_clock;
    IdSource& m_ids;
};

}  // namespace cw::store
