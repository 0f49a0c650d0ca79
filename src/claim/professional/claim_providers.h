#pragma once

#include "claim/x12/segment_writer.h"
#include "encounter/encounter.h"

namespace cw::professional {

/// Loops 2310A to 2310D: referring and primary care, rendering, service facility, supervising. Refusals CLAIM-201, -204.
void writeClaimProviders(x12::SegmentWriter& out, const Encounter& encounter);

/// Loops 2420A to 2420F of a line: its own providers where they are others than the claim's, and the claim's ordering
/// provider, who has no loop on the claim. Refusals CLAIM-226 to -228.
void writeLineProviders(x12::SegmentWriter& out, const Encounter& encounter, const ProcedureLine& line);

}  // namespace cw::professional
