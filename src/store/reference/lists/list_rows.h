#pragma once

#include "base/date.h"
#include "base/progress.h"
#include "codeset/reference_list.h"
#include "store/sqlite/database.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cw::store {

/// Ids of rows that have one: the list in the upper 32 bits, then the position in the list from 1.
namespace rowId {

constexpr int listShift = 32;
constexpr std::int64_t root(ReferenceListId list) noexcept
{
    return list.value << listShift;
}
constexpr std::int64_t at(ReferenceListId list, std::size_t index) noexcept
{
    return root(list) + static_cast<std::int64_t>(index) + 1;
}
constexpr ReferenceListId list(std::int64_t id) noexcept
{
    return {id >> listShift};
}
constexpr std::int64_t last(ReferenceListId list) noexcept
{
    return root({list.value + 1}) - 1;
}
/// Position of the row `id` in its list, from 0; -1 for the root.
constexpr std::int32_t index(std::int64_t id) noexcept
{
    return static_cast<std::int32_t>(id & 0xFFFFFFFF) - 1;
}

}  // namespace rowId

/// Several texts in one column. An empty text is no part, so a single empty part is lost.
std::string packParts(const std::vector<std::string>& parts);
std::vector<std::string> unpackParts(std::string_view packed);

std::optional<std::string> isoDay(const std::optional<Date>& day);
Result<std::optional<Date>> dayOf(const Statement& row, int column);
/// The only character of a column; ' ' when it is empty.
char characterOf(const Statement& row, int column);
/// Upper case letters and digits of a code as written: "E11.2-" gives "E112".
std::string bareCode(std::string_view written);

/// Counts written rows, tells how far it is, and stops when the user wants it.
class RowProgress {
public:
    RowProgress(const Progress& progress, std::int64_t total, std::string what)
        : m_progress(progress), m_total(total), m_what(std::move(what))
    {}
    /// Call before each row. Fails with cancelled (STORE-230).
    Status next();
    void finish() const { m_progress.report(m_total, m_total, "installing " + m_what); }

private:
    const Progress& m_progress;
    std::int64_t m_total;
    std::int64_t m_done = 0;
    std::string m_what;
};

}  // namespace cw::store
