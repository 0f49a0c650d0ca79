#pragma once

#include "base/date.h"
#include "base/money.h"
#include "claim/answers/answer.h"
#include "claim/answers/reading/segment_stream.h"

#include <optional>
#include <string>
#include <string_view>

namespace cw::answers {

/// Values as answers hold them: wider than what Money::parse() and its like take from people.

/// "125", "125.5", "-.005"; more than two decimals are rounded, half away from zero, never cut (a payer's third decimal is no
/// reason to lose a cent). At most nine digits before the point.
std::optional<Money> readMoney(std::string_view text) noexcept;
std::optional<Quantity> readQuantity(std::string_view text) noexcept;
std::optional<int> readCount(std::string_view text) noexcept;  ///< Digits alone, to nine of them.
std::optional<Date> readDay(std::string_view text);            ///< CCYYMMDD; ISA09 as YYMMDD.
/// "20250115" and "20250115-20250117"; the second day is that of the first when there is one only.
struct Days {
    std::optional<Date> first, last;
};
Days readDays(std::string_view text);

/// As UTF-8: what is not is taken for code page 1252.
std::string textOf(std::string_view bytes);
std::string textAt(const Piece& piece, std::size_t position);
std::string textAt(const Piece& piece, std::size_t position, std::size_t component);

}  // namespace cw::answers
