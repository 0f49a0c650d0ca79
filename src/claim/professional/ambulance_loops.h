#pragma once

#include "claim/x12/segment_writer.h"
#include "encounter/ambulance.h"

#include <optional>

namespace cw::professional {

/// Of `claim.institutional`; parsed only when it can hold one.
std::optional<Ambulance> ambulanceOf(const ClaimDetails& claim);

/// CR1 and CRC*07. Refuses a transport without miles or with more than five conditions (CLAIM-224, -225).
void writeAmbulance(x12::SegmentWriter& out, const Ambulance& ambulance);

/// Loops 2310E (pick-up) and 2310F (drop-off); both are required for a transport.
void writeAmbulancePlaces(x12::SegmentWriter& out, const Ambulance& ambulance);

}  // namespace cw::professional
