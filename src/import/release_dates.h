#pragma once

#include "base/date.h"
#include "base/result.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cw {

/// What a release is called and when it is in force.
struct ReleaseDates {
    std::string name;
    DateInterval inForce;
};

/// A year and, when told, a month in a name: "icd10cm_order_2025.txt", "icd10cm-order-April-2025.txt", "FY25".
struct NamedPeriod {
    int year = 0;
    unsigned month = 0;  ///< 0 when not told.
};
std::optional<NamedPeriod> periodInName(std::string_view name);

/// ICD-10 releases hold for a federal fiscal year, October to September, or from a later month (April updates) to its
/// end: "FY2025", "FY2025 April". `names` are asked in order; `effective` wins over all of them; `label` is for the message. Fails with invalidInput
/// (IMPORT-016) when nothing tells the year.
Result<ReleaseDates> fiscalRelease(const std::vector<std::string>& names, std::optional<Date> effective,
                                   const std::string& label);
/// HCPCS releases hold for a calendar year, or from a quarter to its end: "HCPCS 2018", "HCPCS 2026 October". Fails with
/// invalidInput (IMPORT-017).
Result<ReleaseDates> calendarRelease(const std::vector<std::string>& names, std::optional<Date> effective,
                                     const std::string& label);
/// A CPT list holds from `effective` on, else always: "CPT 2025", "CPT licensed".
ReleaseDates licensedRelease(const std::vector<std::string>& names, std::optional<Date> effective);

}  // namespace cw
