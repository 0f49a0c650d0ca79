#pragma once

#include "claim/loops/claim_to_write.h"
#include "claim/x12/segment_writer.h"

namespace cw::institutional {

/// Loop 2300 with 2310, 2320 and all revenue lines (2400) of an 837I. The encounter must be an outpatient or inpatient one with
/// 1 to 999 lines that are no ICD-10-PCS procedures: to bill more, a person splits the encounter. Refusals CLAIM-630 to -649.
void writeClaim(x12::SegmentWriter& out, const loops::ClaimToWrite& claim);

/// Last day of the statement (DTP*434, UB-04 FL 6): the service's, else that of the discharge, else its first day.
Date statementEnd(const Service& service) noexcept;

}  // namespace cw::institutional
