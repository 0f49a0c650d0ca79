#pragma once

#include "base/transaction.h"

#include <string>
#include <vector>

namespace cw::store {

/// Claim files, snapshots and files of answers that do not fit their digests, encounters without their content, and sums of
/// the billing queues that are not those of their claims; one line each, ids only.
Result<std::vector<std::string>> claimFaults(ReadTx& tx);

}  // namespace cw::store
