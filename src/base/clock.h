#pragma once

#include "base/date.h"

#include <cstdint>
#include <string>

namespace cw {

/// A moment, UTC, milliseconds since 1970. For "who did what when"; dates of service are cw::Date.
struct Instant {
    std::int64_t milliseconds = 0;
    std::string iso() const;  ///< "2025-03-18T10:42:07.123Z"
    auto operator<=>(const Instant&) const = default;
};

/// "Now" as something a test can set.
class Clock {
public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0;
    /// The calendar day where the user sits.
    virtual Date today() const = 0;
    /// "10:42:07" of an instant where the user sits.
    virtual std::string localTime(Instant at) const = 0;
    /// "2025-03-18 10:42" of an instant where the user sits.
    virtual std::string localDateTime(Instant at) const = 0;
};

class SystemClock final : public Clock {
public:
    Instant now() const override;
    Date today() const override;
    std::string localTime(Instant at) const override;
    std::string localDateTime(Instant at) const override;
};

/// Stands still unless moved; local time is UTC.
class FixedClock final : public Clock {
public:
    explicit FixedClock(Date day, int minuteOfDay = 9 * 60) : m_day(day), m_minute(minuteOfDay) {}
    Instant now() const override;
    Date today() const override { return m_day; }
    std::string localTime(Instant at) const override;
    std::string localDateTime(Instant at) const override;
    void set(Date day, int minuteOfDay) { m_day = day, m_minute = minuteOfDay; }

private:
    Date m_day;
    int m_minute;
};

}  // namespace cw
