#pragma once

#include "claim/loops/claim_to_write.h"
#include "claim/x12/segment_writer.h"

namespace cw::professional {

/// Loop 2400 with 2410 (drug), 2420 (providers) and 2430 (what other payers said). `number` is LX01, from 1. Refusals CLAIM-230
/// to -249.
void writeServiceLine(x12::SegmentWriter& out, const loops::ClaimToWrite& claim, const ProcedureLine& line, int number);

}  // namespace cw::professional
