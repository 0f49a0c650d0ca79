#pragma once

#include "encounter/encounter_repository.h"
#include "store/sqlite/database.h"

namespace cw::store {

/// The columns of a worklist line with encounter as e and its patient as p.
extern const std::string_view summaryColumns;
inline constexpr int summaryColumnCount = 15;
/// Fails with corrupt or invalidInput when a stored value no longer parses.
Result<EncounterSummary> summaryOf(const Statement& row);

}  // namespace cw::store
