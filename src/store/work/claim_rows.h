#pragma once

#include "claim/claim_repository.h"
#include "store/sqlite/database.h"

namespace cw::store {

/// SELECT … FROM with claim as c, its batch as b and its encounter as e; a condition follows.
extern const std::string_view selectClaims;
/// Fails with corrupt or invalidInput when a stored value no longer parses.
Result<ClaimRecord> claimOf(const Statement& row);
/// All rows of a statement that begins with selectClaims.
Result<std::vector<ClaimRecord>> claimsOf(Statement& select);

/// SELECT … FROM claim_batch; a condition follows.
extern const std::string_view selectBatches;
Batch batchOf(const Statement& row);

std::string_view rankName(CoverageRank rank) noexcept;
/// Fails with corrupt (STORE-344).
Result<CoverageRank> rankOfName(std::string_view name);

/// One row of a claim's timeline. `at` 0: now.
Status insertEvent(Database& database, const ClaimEvent& event, std::int64_t at);

}  // namespace cw::store
