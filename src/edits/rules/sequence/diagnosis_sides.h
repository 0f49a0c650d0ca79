#pragma once

#include "edits/engine/encounter_view.h"

#include <string_view>

namespace cw::edits {

/// The side of the body that a title of a code names.
enum class Side { none, right, left, bilateral };

/// Of a long title: right or left only when it names no other side.
Side sideOf(std::string_view title) noexcept;
/// One names the right side and the other the left.
bool areOppositeSides(std::string_view title, std::string_view other) noexcept;
/// Place of a whole word in a title, whatever the case of its first letter; npos when it is not there.
std::size_t findWord(std::string_view title, std::string_view lowerWord, std::size_t from = 0) noexcept;
/// "unspecified" stands in the title.
bool saysUnspecified(std::string_view title) noexcept;

}  // namespace cw::edits
