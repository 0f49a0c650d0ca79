#pragma once

#include "base/result.h"

#include <string_view>
#include <vector>

namespace cw {

/// Where an encounter stands on its way from document to payment (DESIGN section 1).
enum class EncounterStatus {
    fresh,  ///< "new"
    inCoding,
    pending,
    coded,
    inReview,
    returned,
    approved,
    exported,
    rejected,
    accepted,
    paid,
    denied
};
std::string_view toString(EncounterStatus status) noexcept;     ///< "new", "in coding", …
std::string_view displayName(EncounterStatus status) noexcept;  ///< "New", "In coding", …
/// Takes "in_coding" for "in coding" too. Fails with invalidInput (ENCOUNTER-002).
Result<EncounterStatus> parseEncounterStatus(std::string_view text);
const std::vector<EncounterStatus>& allStatuses();

}  // namespace cw
