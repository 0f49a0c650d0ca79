#pragma once

#include "base/result.h"

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace cw {

/// A calendar day without clock or zone, 1800-01-01 to 2199-12-31. Never an instant: birth dates do not move with
/// daylight saving.
class Date {
public:
    /// "2025-01-15" and nothing else. Fails with invalidInput (BASE-001).
    static Result<Date> parse(std::string_view iso);
    /// "20250115", as X12 and CMS files write it. Fails with invalidInput (BASE-002).
    static Result<Date> parseCompact(std::string_view digits);
    /// For literals in code and tests; the day must exist (asserted).
    static Date of(int year, unsigned month, unsigned day);

    std::string iso() const;      ///< "2025-01-15"
    std::string compact() const;  ///< "20250115"
    int year() const noexcept;
    Date plusDays(int days) const noexcept;
    /// Days from this day to `later`; negative when `later` is before.
    int daysUntil(Date later) const noexcept;
    /// Completed years on `day` for someone born on this day.
    int ageOn(Date day) const noexcept;

    auto operator<=>(const Date&) const = default;

private:
    explicit constexpr Date(std::int32_t days) noexcept : m_days(days) {}
    std::int32_t m_days = 0;  ///< Days since 1970-01-01.
};

/// Local wall-clock time as it stands in a record ("2025-01-15T10:30"): admission, discharge. Not an instant.
struct LocalMinute {
    Date date;
    int minuteOfDay = 0;  ///< 0 to 1439.

    /// "2025-01-15T10:30". Fails with invalidInput (BASE-003).
    static Result<LocalMinute> parse(std::string_view text);
    std::string iso() const;
    auto operator<=>(const LocalMinute&) const = default;
};

/// First and last day, both included; a side that is not set is open.
struct DateInterval {
    std::optional<Date> first;
    std::optional<Date> last;

    bool contains(Date day) const noexcept { return (!first || *first <= day) && (!last || day <= *last); }
    bool operator==(const DateInterval&) const = default;
};

}  // namespace cw
