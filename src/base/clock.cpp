#include "base/clock.h"

#include <fmt/format.h>

#include <chrono>
#include <ctime>

namespace cw {

namespace {

std::tm localParts(Instant at)
{
    const auto seconds = static_cast<std::time_t>(at.milliseconds / 1000);
    std::tm parts{};
    localtime_r(&seconds, &parts);
    return parts;
}

std::tm utcParts(Instant at)
{
    const auto seconds = static_cast<std::time_t>(at.milliseconds / 1000);
    std::tm parts{};
    gmtime_r(&seconds, &parts);
    return parts;
}

std::string timeText(const std::tm& parts)
{
    return fmt::format("{:02}:{:02}:{:02}", parts.tm_hour, parts.tm_min, parts.tm_sec);
}

std::string dateTimeText(const std::tm& parts)
{
    return fmt::format("{:04}-{:02}-{:02} {:02}:{:02}", parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday,
                       parts.tm_hour, parts.tm_min);
}

}  // namespace

std::string Instant::iso() const
{
    const auto parts = utcParts(*this);
    return fmt::format("{:04}-{:02}-{:02}T{}.{:03}Z", parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday,
                       timeText(parts), milliseconds % 1000);
}

Instant SystemClock::now() const
{
    const auto since = std::chrono::system_clock::now().time_since_epoch();
    return {std::chrono::duration_cast<std::chrono::milliseconds>(since).count()};
}

Date SystemClock::today() const
{
    const auto parts = localParts(now());
    return Date::of(parts.tm_year + 1900, static_cast<unsigned>(parts.tm_mon + 1),
                    static_cast<unsigned>(parts.tm_mday));
}

std::string SystemClock::localTime(Instant at) const
{
    return timeText(localParts(at));
}

std::string SystemClock::localDateTime(Instant at) const
{
    return dateTimeText(localParts(at));
}

Instant FixedClock::now() const
{
    const auto days = Date::of(1970, 1, 1).daysUntil(m_day);
    return {(std::int64_t{days} * 24 * 60 + m_minute) * 60'000};
}

std::string FixedClock::localTime(Instant at) const
{
    return timeText(utcParts(at));
}

std::string FixedClock::localDateTime(Instant at) const
{
    return dateTimeText(utcParts(at));
}

}  // namespace cw
