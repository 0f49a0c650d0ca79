#pragma once

#include "base/clock.h"
#include "claim/claim_repository.h"

namespace cw::store {

class SqliteClaimRepository final : public ClaimRepository {
public:
    SqliteClaimRepository(const Clock& clock, IdSource& ids) : m_clock(clock), m_ids(ids) {}
    Result<ControlNumbers> takeControlNumbers(WriteTx& tx) override;
    Result<BatchId> record(WriteTx& tx, const Batch& batch, std::string_view fileBytes,
                           const std::vector<NewClaim>& claims, const Actor& actor) override;
    Result<std::vector<Batch>> batches(ReadTx& tx) const override;
    Result<std::vector<ClaimRecord>> claims(ReadTx& tx, std::optional<std::int64_t> batchNumber) const override;
    Result<std::string> batchFile(ReadTx& tx, BatchId batch) const override;

private:
    const Clock& m_clock;
    IdSource& m_ids;
};

}  // namespace cw::store
