#pragma once

#include "base/date.h"
#include "base/money.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cw {

/// UB-04 form locators 31 to 34 (837I 2300 HI BH).
struct OccurrenceCode {
    std::string code;
    std::optional<Date> date;
    bool operator==(const OccurrenceCode&) const = default;
};

/// UB-04 form locators 39 to 41 (837I 2300 HI BE).
struct ValueCode {
    std::string code;
    std::optional<Money> amount;
    bool operator==(const ValueCode&) const = default;
};

/// UB-04 form locators 35 and 36 (837I 2300 HI BI).
struct OccurrenceSpan {
    std::string code;
    std::optional<Date> from;
    std::optional<Date> to;
    bool operator==(const OccurrenceSpan&) const = default;
};

/// What ClaimDetails::institutional holds of UB-04 codes.
struct InstitutionalCodes {
    std::vector<OccurrenceCode> occurrences;
    std::vector<std::string> conditions;  ///< UB-04 form locators 18 to 28 (837I 2300 HI BG).
    std::vector<ValueCode> values;
    std::vector<OccurrenceSpan> spans;
    std::vector<std::string> treatments;  ///< 837I 2300 HI TC.

    bool hasCondition(std::string_view code) const noexcept;
    bool operator==(const InstitutionalCodes&) const = default;
};

/// Of `ClaimDetails::institutional`; what is not of the form is left out, as the reader refused it on the way in.
InstitutionalCodes parseInstitutionalCodes(std::string_view json);

}  // namespace cw
