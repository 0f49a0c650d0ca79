#pragma once

#include "codeset/release.h"
#include "store/sqlite/database.h"

#include <vector>

namespace cw::store {

struct PlannedRow {
    const CodeRow* row = nullptr;
    std::int64_t textId = 0;
    bool isNewText = false;  ///< No installed release of the system has this wording.
};

/// What an install will write, worked out before the first row is.
struct InstallPlan {
    std::vector<PlannedRow> rows;  ///< In id order; points into the release.
    std::int64_t added = 0;
    std::int64_t revised = 0;
    std::int64_t ended = 0;
};

/// Finds the wordings that are stored already and compares with `predecessor` (may be null). Reads only; must run in the
/// transaction that then writes. Fails with invalidInput for a code that stands twice (STORE-212).
Result<InstallPlan> planInstall(Database& database, const ParsedRelease& release, const Release* predecessor);

/// The newest other table before this one, never the starter: by first day, or by import when either lacks dates. Null
/// when there is none.
const Release* predecessorOf(const std::vector<Release>& releases, const ParsedRelease& incoming);

}  // namespace cw::store
