#pragma once

#include "base/date.h"
#include "base/money.h"
#include "claim/claim_file.h"

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace cw::tables {

/// A value of a column; monostate is an empty cell.
using Cell = std::variant<std::monostate, std::string, Date, Money, Quantity>;

struct Row {
    const Claim& claim;
    const ProcedureLine& line;
    int number;  ///< Of the line, from 1.
};

struct Column {
    std::string_view name;
    Cell (*value)(const Row& row);
};
/// In file order; docs/file-formats.md says what each holds.
const std::vector<Column>& columns();

/// A claim without a service line has no row, so that it would vanish: CLAIM-550.
std::optional<Error> refusalOf(const Claim& claim);

/// CLM05-3 as the 837 would say it (loops/resubmission.h).
std::string_view frequencyOf(const Claim& claim) noexcept;

/// Text as a file of UTF-8 can carry it: control characters but tab and line ends, U+FFFE and U+FFFF become blanks, bytes that
/// are no UTF-8 are taken as Windows-1252.
std::string cleanText(std::string_view text);

/// What every form of table says of a claim that it has written.
ClaimInFile entryOf(const ClaimFileRequest& request, std::size_t index, std::string text);

}  // namespace cw::tables
