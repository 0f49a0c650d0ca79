#pragma once

#include "claim/x12/segment_writer.h"
#include "encounter/encounter.h"

namespace cw::institutional {

/// All HI segments of loop 2300 in the guide's order (responses and forms facts, 837I): principal diagnosis, admitting, reason
/// for visit, external cause, DRG, other diagnoses, principal and other ICD-10-PCS procedures, occurrence spans, occurrences,
/// values, conditions, treatments. Diagnoses V00 to Y99 that are not first are external causes. Present on admission stands in
/// component 9, on inpatient claims; an exempt code has none. Refusals CLAIM-636 to -643.
void writeClaimCodes(x12::SegmentWriter& out, const Encounter& encounter);

}  // namespace cw::institutional
