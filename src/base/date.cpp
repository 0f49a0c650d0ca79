#include "base/date.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>

namespace cw {

namespace {

using std::chrono::day;
using std::chrono::days;
using std::chrono::month;
using std::chrono::sys_days;
using std::chrono::year;
using std::chrono::year_month_day;

year_month_day civil(std::int32_t sinceEpoch)
{
    return year_month_day{sys_days{days{sinceEpoch}}};
}

bool allDigits(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

int number(std::string_view digits)
{
    int value = 0;
    for (const char c : digits) value = value * 10 + (c - '0');
    return value;
}

std::optional<std::int32_t> dayNumber(int y, int m, int d)
{
    const year_month_day candidate{year{y}, month{static_cast<unsigned>(m)}, day{static_cast<unsigned>(d)}};
    if (!candidate.ok() || y < 1800 || y > 2199) return std::nullopt;
    return static_cast<std::int32_t>(sys_days{candidate}.time_since_epoch().count());
}

}  // namespace

Result<Date> Date::parse(std::string_view iso)
{
    if (iso.size() == 10 && iso[4] == '-' && iso[7] == '-' && allDigits(iso.substr(0, 4)) &&
        allDigits(iso.substr(5, 2)) && allDigits(iso.substr(8, 2))) {
        if (const auto found = dayNumber(number(iso.substr(0, 4)), number(iso.substr(5, 2)), number(iso.substr(8, 2))))
            return Date(*found);
    }
    return Error{ErrorKind::invalidInput, "BASE-001", "not a date of the form YYYY-MM-DD between 1800 and 2199"};
}

Result<Date> Date::parseCompact(std::string_view digits)
{
    if (digits.size() == 8 && allDigits(digits)) {
        if (const auto found =
                dayNumber(number(digits.substr(0, 4)), number(digits.substr(4, 2)), number(digits.substr(6, 2))))
            return Date(*found);
    }
    return Error{ErrorKind::invalidInput, "BASE-002", "not a date of the form YYYYMMDD between 1800 and 2199"};
}

Date Date::of(int y, unsigned m, unsigned d)
{
    const auto found = dayNumber(y, static_cast<int>(m), static_cast<int>(d));
    assert(found);
    return Date(found.value_or(0));
}

std::string Date::iso() const
{
    const auto ymd = civil(m_days);
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(ymd.year()), static_cast<unsigned>(ymd.month()),
                       static_cast<unsigned>(ymd.day()));
}

std::string Date::compact() const
{
    const auto ymd = civil(m_days);
    return fmt::format("{:04}{:02}{:02}", static_cast<int>(ymd.year()), static_cast<unsigned>(ymd.month()),
                       static_cast<unsigned>(ymd.day()));
}

int Date::year() const noexcept
{
    return static_cast<int>(civil(m_days).year());
}

Date Date::plusDays(int count) const noexcept
{
    return Date(m_days + count);
}

int Date::daysUntil(Date later) const noexcept
{
    return later.m_days - m_days;
}

int Date::ageOn(Date on) const noexcept
{
    const auto born = civil(m_days);
    const auto then = civil(on.m_days);
    const int years = static_cast<int>(then.year()) - static_cast<int>(born.year());
    const bool birthdayAhead = then.month() < born.month() || (then.month() == born.month() && then.day() < born.day());
    return birthdayAhead ? years - 1 : years;
}

Result<LocalMinute> LocalMinute::parse(std::string_view text)
{
    const Error bad{ErrorKind::invalidInput, "BASE-003", "not a time of the form YYYY-MM-DDThh:mm"};
    if (text.size() != 16 || text[10] != 'T' || text[13] != ':') return bad;
    const auto date = Date::parse(text.substr(0, 10));
    const auto hour = text.substr(11, 2);
    const auto minute = text.substr(14, 2);
    if (!date || !allDigits(hour) || !allDigits(minute) || number(hour) > 23 || number(minute) > 59) return bad;
    return LocalMinute{*date, number(hour) * 60 + number(minute)};
}

std::string LocalMinute::iso() const
{
    return fmt::format("{}T{:02}:{:02}", date.iso(), minuteOfDay / 60, minuteOfDay % 60);
}

}  // namespace cw
