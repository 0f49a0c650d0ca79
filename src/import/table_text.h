#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cw {

/// Rows between two looks at Progress.
constexpr std::size_t progressStep = 4096;

/// Why a row of a code file cannot be used. Columns count from 1; 0 is the whole row.
struct RowFault {
    std::size_t column = 0;
    std::string reason;
};

/// "f.zip: m.txt: line 12, column 15: must be 0 or 1"
std::string describeRow(std::string_view label, std::size_t line, const RowFault& fault);

/// Lines without the empty ones at the end.
std::vector<std::string_view> tableLines(std::string_view text);

/// True for a text with CRLF line ends that does not end in one: the agencies' files always do, so it was cut off.
bool isCutOff(std::string_view text) noexcept;

/// Blanks in runs made one, none at the ends.
std::string collapseBlanks(std::string_view text);

/// "38,154"
std::string grouped(std::int64_t count);

}  // namespace cw
