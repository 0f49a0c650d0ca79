#pragma once

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace cw {

/// The name of an assigned place of service code ("11": "Office"), as CMS published them in May 2024; nothing for a code
/// that is not assigned.
std::optional<std::string_view> placeOfServiceName(std::string_view code);

/// All 52 assigned codes with their names, in code order.
const std::vector<std::pair<std::string_view, std::string_view>>& placesOfService();

}  // namespace cw
