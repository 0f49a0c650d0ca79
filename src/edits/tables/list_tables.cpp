#include "edits/tables/list_tables.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace cw::edits {

namespace {

std::tuple<std::string_view, std::string_view> keyOf(const FeeScheduleRow& row) noexcept
{
    return {row.code, row.modifier};
}

std::tuple<CodeSystem, std::string_view> keyOf(const CodeFlag& flag) noexcept
{
    return {flag.system, flag.code};
}

}  // namespace

FeeScheduleTable::FeeScheduleTable(FeeSchedule schedule) : m_rows(std::move(schedule.rows))
{
    std::stable_sort(m_rows.begin(), m_rows.end(), [](const auto& a, const auto& b) { return keyOf(a) < keyOf(b); });
}

const FeeScheduleRow* FeeScheduleTable::find(std::string_view code, std::string_view modifier) const noexcept
{
    const std::tuple wanted(code, modifier);
    const auto found = std::lower_bound(m_rows.begin(), m_rows.end(), wanted,
                                        [](const FeeScheduleRow& row, const auto& key) { return keyOf(row) < key; });
    return found != m_rows.end() && keyOf(*found) == wanted ? &*found : nullptr;
}

MueTable::MueTable(MueLimits limits) : m_limits(std::move(limits.limits))
{
    std::stable_sort(m_limits.begin(), m_limits.end(), [](const auto& a, const auto& b) { return a.code < b.code; });
}

const MueLimit* MueTable::find(std::string_view code) const noexcept
{
    const auto found = std::lower_bound(m_limits.begin(), m_limits.end(), code,
                                        [](const MueLimit& limit, std::string_view key) { return limit.code < key; });
    return found != m_limits.end() && found->code == code ? &*found : nullptr;
}

AddOnTable::AddOnTable(AddOnCodes codes) : m_rows(std::move(codes.rows))
{
    std::stable_sort(m_rows.begin(), m_rows.end(), [](const auto& a, const auto& b) { return a.code < b.code; });
}

std::span<const AddOnCode> AddOnTable::rowsOf(std::string_view addOn) const noexcept
{
    const auto first = std::lower_bound(m_rows.begin(), m_rows.end(), addOn,
                                        [](const AddOnCode& row, std::string_view key) { return row.code < key; });
    const auto last = std::upper_bound(first, m_rows.end(), addOn,
                                       [](std::string_view key, const AddOnCode& row) { return key < row.code; });
    return {first, last};
}

FlagTable::FlagTable(CodeFlags flags) : m_flags(std::move(flags.flags))
{
    std::stable_sort(m_flags.begin(), m_flags.end(), [](const auto& a, const auto& b) { return keyOf(a) < keyOf(b); });
    for (const auto& flag : m_flags)
        if (m_names.empty() || m_names.back() != flag.flag) m_names.push_back(flag.flag);
    std::sort(m_names.begin(), m_names.end());
    m_names.erase(std::unique(m_names.begin(), m_names.end()), m_names.end());
}

std::span<const CodeFlag> FlagTable::flagsOf(CodeSystem system, std::string_view compact) const noexcept
{
    const std::tuple wanted(system, compact);
    const auto first = std::lower_bound(m_flags.begin(), m_flags.end(), wanted,
                                        [](const CodeFlag& flag, const auto& key) { return keyOf(flag) < key; });
    const auto last = std::upper_bound(first, m_flags.end(), wanted,
                                       [](const auto& key, const CodeFlag& flag) { return key < keyOf(flag); });
    return {first, last};
}

std::optional<std::string_view> FlagTable::value(CodeSystem system, std::string_view compact,
                                                 std::string_view flag) const noexcept
{
    for (const auto& one : flagsOf(system, compact))
        if (one.flag == flag) return one.value;
    return std::nullopt;
}

bool FlagTable::has(CodeSystem system, std::string_view compact, std::string_view flag) const noexcept
{
    return value(system, compact, flag).has_value();
}

bool FlagTable::knowsFlag(std::string_view flag) const noexcept
{
    return std::binary_search(m_names.begin(), m_names.end(), flag);
}

}  // namespace cw::edits
