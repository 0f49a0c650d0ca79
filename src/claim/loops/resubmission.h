#pragma once

#include "claim/loops/claim_to_write.h"

#include <string_view>

namespace cw::loops {

/// CLM05-3: the claim's own, else on an institutional claim the last digit of the type of bill, else 1.
std::string_view frequencyOf(const ClaimToWrite& claim) noexcept;

/// A correction (6), replacement (7) or void (8) names the payer's number of the first claim (REF*F8), an original (1) does not,
/// unless this payer takes it there (837 facts, section 7); an interim bill of an 837I may. Refusals CLAIM-212, -213.
void checkResubmission(x12::SegmentWriter& out, const ClaimToWrite& claim);

}  // namespace cw::loops
