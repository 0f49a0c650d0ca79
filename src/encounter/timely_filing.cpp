#include "encounter/timely_filing.h"

namespace cw {

std::optional<Date> filingDeadline(Date serviceFrom, std::string_view claimFilingCode)
{
    if (claimFilingCode != "MA" && claimFilingCode != "MB") return std::nullopt;
    if (serviceFrom.year() >= 2199) return std::nullopt;  // Dates end there.
    // "One calendar year after the date of service": the same day next year; 29 February becomes 28 February.
    const auto iso = serviceFrom.iso();
    const auto nextYear = std::to_string(serviceFrom.year() + 1) + iso.substr(4);
    if (const auto day = Date::parse(nextYear)) return *day;
    return Date::of(serviceFrom.year() + 1, 2, 28);
}

}  // namespace cw
