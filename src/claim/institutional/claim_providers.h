#pragma once

#include "claim/x12/segment_writer.h"
#include "encounter/encounter.h"

namespace cw::institutional {

/// Loops 2310A to 2310F: attending, operating, other operating, rendering (when not the attending), service facility,
/// referring (when not the attending). Refusals CLAIM-201, -204.
void writeClaimProviders(x12::SegmentWriter& out, const Encounter& encounter);

/// Loops 2420A to 2420D of a line: operating, other operating, rendering, referring. Refusal CLAIM-645; other roles are
/// told.
void writeLineProviders(x12::SegmentWriter& out, const Encounter& encounter, const ProcedureLine& line);

}  // namespace cw::institutional
