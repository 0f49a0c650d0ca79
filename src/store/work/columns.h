#pragma once

#include "base/date.h"
#include "base/money.h"
#include "store/sqlite/database.h"

#include <optional>
#include <string>

namespace cw::store {

/// How values stand in columns: days as ISO text, money as cents, both NULL when not given.

inline std::optional<std::string> isoOf(const std::optional<Date>& day)
{
    return day ? std::optional(day->iso()) : std::nullopt;
}

inline std::optional<std::int64_t> centsOf(const std::optional<Money>& amount)
{
    return amount ? std::optional(amount->inCents()) : std::nullopt;
}

/// NULL for an id that is not valid.
template <class Id>
std::optional<std::int64_t> rowOf(const Id& id)
{
    return id.isValid() ? std::optional(id.value) : std::nullopt;
}

inline Result<std::optional<Date>> dayOf(const Statement& row, int column)
{
    if (row.isNull(column)) return std::optional<Date>{};
    CW_TRY(const auto day, Date::parse(row.view(column)));
    return std::optional(day);
}

inline Money moneyOf(const Statement& row, int column)
{
    return Money::cents(row.integer(column));
}

inline std::optional<Money> optionalMoneyOf(const Statement& row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional(moneyOf(row, column));
}

inline int smallOf(const Statement& row, int column)
{
    return static_cast<int>(row.integer(column));
}

/// The next number of a table whose ids count up. One writer at a time: nobody else takes it.
inline Result<std::int64_t> nextNumber(Database& database, std::string_view table)
{
    CW_TRY(auto select, database.prepare("SELECT coalesce(max(id), 0) + 1 FROM " + std::string(table)));
    CW_TRY([[maybe_unused]] const bool row, select.step());
    return select.integer(0);
}

/// `%`, `_` and the sign that escapes them, for LIKE … ESCAPE '\'.
std::string likeText(std::string_view text);

}  // namespace cw::store
