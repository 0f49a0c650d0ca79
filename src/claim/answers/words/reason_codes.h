#pragma once

#include <span>
#include <string_view>

namespace cw::answers {

/// A published claim adjustment reason (CARC). Days as 20250131.
struct ReasonCode {
    std::string_view code;
    int from = 0;
    int until = 0;  ///< 0: in force.
};
std::span<const ReasonCode> reasonCodes();

}  // namespace cw::answers
