#pragma once

#include "store/sqlite/database.h"

#include <utility>

namespace cw::store {

/// Between take() and the end of its scope all reads see the same state of the file. Inside a transaction that is open
/// already it adds nothing.
class Snapshot {
public:
    static Result<Snapshot> take(Database& database)
    {
        if (database.isInTransaction()) return Snapshot(nullptr);
        CW_TRY(auto begin, database.prepare("BEGIN"));
        CW_CHECK(begin.run());
        return Snapshot(&database);
    }
    Snapshot(Snapshot&& other) noexcept : m_database(std::exchange(other.m_database, nullptr)) {}
    Snapshot& operator=(Snapshot&&) = delete;
    ~Snapshot()
    {
        if (m_database == nullptr) return;
        auto end = m_database->prepare("COMMIT");
        if (end) (void)end->run();
    }

private:
    explicit Snapshot(Database* database) : m_database(database) {}
    Database* m_database;
};

}  // namespace cw::store
