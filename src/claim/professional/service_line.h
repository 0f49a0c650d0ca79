#pragma once

#include "claim/x12/segment_writer.h"
#include "encounter/encounter.h"

namespace cw::professional {

/// Loop 2400 with 2410 (drug) and 2420E (ordering provider). `number` is LX01, from 1. Refusals CLAIM-230 to -249.
void writeServiceLine(x12::SegmentWriter& out, const Encounter& encounter, const ProcedureLine& line, int number);

/// REF*6R, by which a payment line is matched to this line: "V-1001-2".
std::string lineControlNumber(const Encounter& encounter, int number);

}  // namespace cw::professional
