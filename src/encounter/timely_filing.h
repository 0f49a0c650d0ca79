#pragma once

#include "base/date.h"

#include <optional>
#include <string_view>

namespace cw {

/// Last day to file a claim, by the payer's claim filing code (837P SBR09) and the first day of service.
/// Medicare (MA, MB): one calendar year (42 CFR 424.44(a)). Other payers agree on limits of their own: nothing here
/// until a payer table says so.
std::optional<Date> filingDeadline(Date serviceFrom, std::string_view claimFilingCode);

}  // namespace cw
