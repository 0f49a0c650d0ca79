#pragma once

#include "store/sqlite/database.h"

#include <string_view>
#include <vector>

namespace cw::store {

/// One numbered step of a schema. Steps are append-only: a released one is never changed.
struct Migration {
    int number;
    std::string_view name;
    std::string_view sql;
};

const std::vector<Migration>& workMigrations();
const std::vector<Migration>& referenceMigrations();

/// Brings the file to the newest step, each in a transaction of its own with `user_version` inside. An older file that
/// holds data is copied to `<name>.v<N>.bak` first. Fails with unsupported (STORE-010) for a file made by a newer version;
/// a failing step leaves version and data as they were.
Status migrate(Database& database, const std::filesystem::path& file, const std::vector<Migration>& steps,
               std::string_view key);

/// Copies a live database page by page into a new file (SQLite's online backup); the copy has the same key.
Status copyDatabase(Database& from, const std::filesystem::path& target, std::string_view key);

}  // namespace cw::store
