#pragma once

#include <span>
#include <string_view>

namespace cw {

/// Facts about a visit that no code says and rules ask for; the coder ticks them, they travel as `claim.flags`.
struct VisitFact {
    std::string_view flag;   ///< "screening"
    std::string_view label;  ///< "Screening visit"
    std::string_view rules;  ///< Rules that read it: "GL-69"
};
std::span<const VisitFact> visitFacts();
bool isVisitFact(std::string_view flag) noexcept;

}  // namespace cw
