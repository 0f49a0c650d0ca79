#pragma once

#include "claim/loops/claim_to_write.h"

namespace cw::institutional {

/// Loop 2400 of an 837I with 2410, 2420 and 2430. `number` is LX01, from 1; `position` the line's place among the encounter's
/// procedures, which REF*6R says: they differ where ICD-10-PCS procedures stand between. Refusals CLAIM-646 to -655.
void writeRevenueLine(x12::SegmentWriter& out, const loops::ClaimToWrite& claim, const ProcedureLine& line, int number,
                      int position);

}  // namespace cw::institutional
