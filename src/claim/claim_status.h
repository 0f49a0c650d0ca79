#pragma once

#include "base/result.h"

#include <string_view>

namespace cw {

/// Where a claim stands after it left. Rejected: never got into the payer's system (TA1, 999, 277CA), the filing clock runs on. Denied: the
/// payer decided not to pay (835), the appeal clock runs.
enum class ClaimStatus { exported, accepted, rejected, paid, denied, voided, replaced };
std::string_view toString(ClaimStatus status) noexcept;  ///< "exported", …
/// Fails with corrupt (CLAIM-302): only the store reads it.
Result<ClaimStatus> parseClaimStatus(std::string_view text);

}  // namespace cw
