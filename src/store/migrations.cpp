#include "store/migrations.h"

#include <sqlite3.h>

#include <string>

namespace cw::store {

namespace {

Result<int> version(Database& database)
{
    CW_TRY(auto statement, database.prepare("PRAGMA user_version"));
    CW_TRY(const bool hasRow, statement.step());
    return hasRow ? static_cast<int>(statement.integer(0)) : 0;
}

}  // namespace

Status migrate(Database& database, const std::filesystem::path& file, const std::vector<Migration>& steps,
               std::string_view key)
{
    CW_TRY(const int present, version(database));
    const int newest = steps.empty() ? 0 : steps.back().number;
    if (present > newest)
        return Error{ErrorKind::unsupported, "STORE-010",
                     database.name() + ": made by a newer version of Chartwright (schema " + std::to_string(present) +
                         ", this version knows " + std::to_string(newest) + "); nothing was changed"};
    if (present == newest) return {};
    if (present > 0) {
        auto backup = file;
        backup += ".v" + std::to_string(present) + ".bak";
        std::error_code ignored;
        std::filesystem::remove(backup, ignored);
        CW_CHECK(copyDatabase(database, backup, key));
    }
    for (const auto& step : steps) {
        if (step.number <= present) continue;
        CW_TRY(auto transaction, Transaction::begin(database));
        // Another program may have taken the step while this one waited for its turn.
        CW_TRY(const int now, version(database));
        if (now >= step.number) continue;
        if (auto done = database.execute(step.sql); !done) return done.error();
        CW_CHECK(database.execute("PRAGMA user_version=" + std::to_string(step.number)));
        CW_CHECK(transaction.commit());
    }
    return {};
}

Status copyDatabase(Database& from, const std::filesystem::path& target, std::string_view key)
{
    CW_TRY(const auto copy, Database::open(target, key, Database::Mode::create));
    sqlite3_backup* backup = sqlite3_backup_init(copy->handle(), "main", from.handle(), "main");
    if (backup == nullptr) return copy->failure(sqlite3_errcode(copy->handle()), "STORE-011");
    int code = SQLITE_OK;
    do {
        code = sqlite3_backup_step(backup, 1000);
        if (code == SQLITE_BUSY || code == SQLITE_LOCKED) sqlite3_sleep(20);
    } while (code == SQLITE_OK || code == SQLITE_BUSY || code == SQLITE_LOCKED);
    const int finished = sqlite3_backup_finish(backup);
    if (code != SQLITE_DONE || finished != SQLITE_OK) {
        std::error_code ignored;
        std::filesystem::remove(target, ignored);
        return copy->failure(code != SQLITE_DONE ? code : finished, "STORE-012");
    }
    return {};
}

}  // namespace cw::store
