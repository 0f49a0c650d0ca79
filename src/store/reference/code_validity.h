#pragma once

#include "codeset/code_library.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace cw::store {

/// What one release says of one code.
struct StoredRow {
    const Release* release = nullptr;
    std::string shortTitle;
    std::string longTitle;
    bool billable = false;
    std::int64_t position = 0;
    std::optional<Date> validFrom;
    std::optional<Date> validUntil;
};

/// All that the library knows of one code.
struct StoredCode {
    CodeSystem system = CodeSystem::icd10cm;
    bool isModifier = false;
    std::string code;
    std::vector<StoredRow> rows;  ///< Any order.
};

/// A code as it stands on a date, and the row that says so.
struct ResolvedCode {
    CodeEntry entry;
    const Release* release = nullptr;
    std::int64_t position = 0;
    bool isCommon = false;  ///< Our starter table lists it too.
};

/// The row's own first day, else the release's; the earlier of the row's and the release's last day.
DateInterval rowInterval(const StoredRow& row);
/// The strongest release of the system that is complete on that day: never the starter table beside another; the later
/// one wins. Null when none is.
const Release* coveringRelease(const std::vector<Release>& releases, CodeSystem system, Date on);
/// True when the row makes its code valid on that day; it does not where a stronger release is complete: a starter row
/// beside any other, a row of October where the April update of the year holds. `covering` as coveringRelease() gives it.
bool isInForce(const StoredRow& row, const Release* covering, Date on);
/// The entry for the day; without a day that of the strongest release. A code that is not in force then comes as it was
/// last known. Nothing when it has no rows.
std::optional<ResolvedCode> resolve(const StoredCode& code, const std::vector<Release>& releases,
                                    std::optional<Date> on);

}  // namespace cw::store
