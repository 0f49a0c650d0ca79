#pragma once

#include "base/clock.h"
#include "base/transaction.h"
#include "store/sqlite/database.h"

#include <filesystem>
#include <memory>
#include <string_view>

namespace cw::store {

/// The encrypted work store: one connection and its transactions.
class WorkDatabase final : public UnitOfWork {
public:
    /// Creates the file when `create`, brings an older one to the newest schema. WAL, synchronous FULL.
    /// Fails with denied (wrong key), unsupported (newer), corrupt, busy, notFound, io.
    static Result<std::unique_ptr<WorkDatabase>> open(const std::filesystem::path& file, std::string_view key,
                                                      bool create);

    Result<std::unique_ptr<ReadTx>> beginRead() override;
    Result<std::unique_ptr<WriteTx>> beginWrite() override;
    Database& database() noexcept { return *m_database; }

private:
    explicit WorkDatabase(std::unique_ptr<Database> database) : m_database(std::move(database)) {}
    std::unique_ptr<Database> m_database;
};

/// The connection behind a transaction token: what the repositories run their SQL on.
Database& databaseOf(ReadTx& tx);

}  // namespace cw::store
