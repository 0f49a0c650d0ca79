#pragma once

#include "base/clock.h"
#include "encounter/encounter_repository.h"
#include "store/sqlite/database.h"

#include <string>
#include <string_view>
#include <vector>

namespace cw::store {

/// INSERT of a table of the directory, or UPDATE when `isNew` is not set; `columns` in the order in which they are bound first,
/// then saved_at, saved_by, id and, to change, the version seen.
std::string saveSql(std::string_view table, const std::vector<std::string_view>& columns, bool isNew);

/// Binds who and when, id and version and runs it. Fails with conflict (STORE-355) when the version is no longer the stored one.
Status finishSave(Database& database, Statement& statement, std::int64_t id, std::int64_t seen, bool isNew, Instant at,
                  const Actor& actor);

/// Fails with conflict (STORE-356) when `select`, bound, finds a row of another id than `id`.
Status refuseTwice(Statement& select, std::int64_t id, std::string_view what);

}  // namespace cw::store
