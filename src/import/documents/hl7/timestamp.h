#pragma once

#include "base/date.h"

#include <optional>
#include <string>
#include <string_view>

namespace cw::hl7 {

/// A moment as it stands in a message: only what was written, never moved to another zone.
struct Timestamp {
    std::optional<Date> date;  ///< Not set when only a year or month is told.
    int minuteOfDay = -1;      ///< -1 when no time of day is told.

    std::optional<LocalMinute> minute() const;
};

/// DTM in any precision, with or without fraction and zone (HL7 v2.5.1 section 2.A.22); also 2025-01-15T10:30,
/// "20250115 1430" and 01/15/2025 10:30, which systems send though the standard does not know them. Nothing is set when
/// the text is none of these.
Timestamp parseTimestamp(std::string_view text);

/// "2025-01-15 10:30", "2025-01-15"; the text as it was sent when it is no whole date.
std::string readableTimestamp(std::string_view text);

/// Fourteen digits that sort as time does, zeros for what is not told; empty when it is no date.
std::string sortableTimestamp(std::string_view text);

}  // namespace cw::hl7
