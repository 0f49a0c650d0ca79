#pragma once

#include <string>
#include <string_view>

namespace cw::strict {

/// Files written by hand from the facts sheets, with made-up people; no code of the product made them. One segment a line.
std::string professionalSample();   ///< A dependent with all optional parts, ambulance, and a secondary claim.
std::string institutionalSample();  ///< An inpatient stay, and an outpatient visit as secondary claim.

/// Sets SE01 of each set to what it should be.
std::string recounted(std::string_view file);

}  // namespace cw::strict
