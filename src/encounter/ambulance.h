#pragma once

#include "base/money.h"
#include "encounter/parties.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cw {

/// `claim.ambulance` of the interchange form (837 2300 CR1 and CRC*07, 2310E and 2310F).
struct Ambulance {
    std::string transportReason;            ///< CR104: A to E.
    Quantity miles;                         ///< CR106.
    std::optional<Quantity> patientPounds;  ///< CR102.
    std::string roundTripReason;            ///< CR109.
    std::string stretcherReason;            ///< CR110.
    Address pickUp;
    Address dropOff;
    std::vector<std::string> conditions;  ///< CRC03 to 07.
    bool operator==(const Ambulance&) const = default;
};

/// Of `ClaimDetails::institutional`; not set when there is none, or nothing in it.
std::optional<Ambulance> parseAmbulance(std::string_view json);

}  // namespace cw
