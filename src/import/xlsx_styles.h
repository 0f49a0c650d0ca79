#pragma once

#include <pugixml.hpp>

#include <optional>
#include <string>
#include <vector>

namespace cw {

/// For each cell style of a workbook whether it shows its number as a date.
std::vector<bool> dateStyles(const pugi::xml_document& styles);

/// A serial day number as "2025-01-15"; nothing when it is none. Times of day are left out.
std::optional<std::string> dateOfSerial(std::string_view number, bool from1904);

}  // namespace cw
