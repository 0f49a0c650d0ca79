#include "claim/x12/segment_values.h"

#include <cassert>
#include <charconv>
#include <chrono>

namespace cw::x12 {

void ShortText::add(std::string_view text) noexcept
{
    assert(m_size + text.size() <= m_chars.size());
    m_size += text.copy(m_chars.data() + m_size, m_chars.size() - m_size);
}

void ShortText::addPadded(std::uint32_t value, int width) noexcept
{
    std::uint32_t unit = 1;
    for (int i = 1; i < width; ++i) unit *= 10;
    for (; unit > 0; unit /= 10) add(static_cast<char>('0' + value / unit % 10));
}

void ShortText::addNumber(std::int64_t value) noexcept
{
    const auto [end, fault] = std::to_chars(m_chars.data() + m_size, m_chars.data() + m_chars.size(), value);
    assert(fault == std::errc{});
    m_size = static_cast<std::size_t>(end - m_chars.data());
}

ShortText decimalText(std::int64_t value, std::int64_t unit) noexcept
{
    ShortText text;
    if (value < 0) text.add('-');
    const std::int64_t magnitude = value < 0 ? -value : value;
    auto rest = magnitude % unit;
    if (magnitude >= unit || rest == 0) text.addNumber(magnitude / unit);
    if (rest == 0) return text;
    text.add('.');
    for (auto place = unit / 10; rest > 0; place /= 10) {
        text.add(static_cast<char>('0' + rest / place));
        rest %= place;
    }
    return text;
}

ShortText dayText(Date day) noexcept
{
    static const Date epoch = Date::of(1970, 1, 1);
    const std::chrono::year_month_day civil{std::chrono::sys_days{std::chrono::days{epoch.daysUntil(day)}}};
    ShortText text;
    text.addPadded(static_cast<std::uint32_t>(static_cast<int>(civil.year())), 4);
    text.addPadded(static_cast<unsigned>(civil.month()), 2);
    text.addPadded(static_cast<unsigned>(civil.day()), 2);
    return text;
}

}  // namespace cw::x12
