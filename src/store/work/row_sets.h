#pragma once

#include "store/sqlite/database.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace cw::store {

/// Values that one statement asks for at once.
inline constexpr std::size_t rowSetSize = 250;

/// Runs `before` + list of values + `after` over all values, so many at a time, and gives each row to `visit`, which answers a
/// Status. Values that are not bound are NULL and match nothing: two compiled statements serve all sizes.
template <class Value, class Visit>
Status eachRow(Database& database, std::string_view before, std::string_view after, const std::vector<Value>& values,
               Visit visit)
{
    for (std::size_t from = 0; from < values.size(); from += rowSetSize) {
        const auto count = std::min(rowSetSize, values.size() - from);
        std::string sql(before);
        const auto marks = count == 1 ? std::size_t{1} : rowSetSize;
        for (std::size_t i = 0; i < marks; ++i) sql += i == 0 ? "?" : ",?";
        sql += after;
        CW_TRY(auto select, database.prepare(sql));
        for (std::size_t i = 0; i < count; ++i) select.bind(values[from + i]);
        while (true) {
            CW_TRY(const bool row, select.step());
            if (!row) break;
            CW_CHECK(visit(select));
        }
    }
    return {};
}

}  // namespace cw::store
