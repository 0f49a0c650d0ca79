#pragma once

#include "claim/claim_queues.h"

namespace cw::store {

/// Sums come from the table queue_total, which triggers keep; rows from indexes in the order of the queue.
class SqliteClaimQueueRepository final : public ClaimQueueRepository {
public:
    Result<std::vector<QueueTotal>> totals(ReadTx& tx) const override;
    Result<std::vector<PayerTotal>> byPayer(ReadTx& tx, ClaimQueue queue) const override;
    Result<std::vector<ReadyRow>> ready(ReadTx& tx, const QueueFilter& filter) const override;
    Result<std::vector<ClaimRecord>> claims(ReadTx& tx, const QueueFilter& filter) const override;
};

}  // namespace cw::store
