#pragma once

#include <cstdint>
#include <vector>

namespace cw {

/// Which elements of two sequences stand for each other: for each of `left` the index in `right`, or -1. Rising. By E. Myers,
/// "An O(ND) Difference Algorithm and Its Variations" (1986), in linear space; where two texts have little in common a
/// search is cut short at the best place found, so that time stays near their size.
std::vector<std::int32_t> matchSequences(const std::vector<std::int32_t>& left, const std::vector<std::int32_t>& right);

}  // namespace cw
