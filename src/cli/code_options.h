#pragma once

#include "base/date.h"
#include "cli/console.h"
#include "codeset/code_library.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <vector>

namespace cw::cli {

/// Options that were not given are empty texts and become nothing.
Result<std::optional<CodeSystem>> systemOf(const std::string& text);
Result<std::optional<Date>> dateOf(const std::string& text);
/// Today without a date.
Result<Date> dayOf(const std::string& text, const Console& console);

nlohmann::ordered_json isoOrNull(const std::optional<Date>& date);
/// Several texts in one cell: an array in JSON, else joined.
nlohmann::ordered_json textsCell(const std::vector<std::string>& texts, Format format, std::string_view separator);

}  // namespace cw::cli
