#pragma once

#include "claim/loops/claim_to_write.h"
#include "claim/x12/segment_writer.h"

namespace cw::professional {

/// Loop 2300 with 2310, 2320 and all service lines (2400). The encounter must be a professional one with 1 to 12 diagnoses and
/// 1 to 50 lines: to bill more, a person splits the encounter. Refusals CLAIM-210 to -229.
void writeClaim(x12::SegmentWriter& out, const loops::ClaimToWrite& claim);

}  // namespace cw::professional
