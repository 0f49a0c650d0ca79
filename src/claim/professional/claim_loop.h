#pragma once

#include "claim/x12/segment_writer.h"
#include "encounter/encounter.h"

namespace cw::professional {

/// Loop 2300 with 2310 and all service lines (2400). The encounter must be a professional one with 1 to 12 diagnoses and
/// 1 to 50 lines; refusals CLAIM-210 to -229.
void writeClaim(x12::SegmentWriter& out, const Encounter& encounter);

/// The place of the service when it must be told apart from the billing provider's (loop 2310C); nullptr otherwise.
const Provider* serviceFacility(const Encounter& encounter);
/// The rendering provider when it is not the billing provider (loop 2310B); nullptr otherwise.
const Provider* renderingProvider(const Encounter& encounter);

}  // namespace cw::professional
