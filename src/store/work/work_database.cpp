#include "store/work/work_database.h"

#include "store/migrations.h"

#include <cassert>

namespace cw::store {

namespace {

/// Both kinds of token carry their connection.
class HasDatabase {
public:
    explicit HasDatabase(Database& database) : m_database(database) {}
    virtual ~HasDatabase() = default;
    Database& database() const noexcept { return m_database; }

private:
    Database& m_database;
};

class SqliteReadTx final : public ReadTx, public HasDatabase {
public:
    explicit SqliteReadTx(Database& database) : HasDatabase(database) {}
    ~SqliteReadTx() override { (void)database().execute("COMMIT"); }
};

class SqliteWriteTx final : public WriteTx, public HasDatabase {
public:
    SqliteWriteTx(Database& database, Transaction transaction)
        : HasDatabase(database), m_transaction(std::move(transaction))
    {}
    Status commit() override { return m_transaction.commit(); }

private:
    Transaction m_transaction;
};

}  // namespace

Result<std::unique_ptr<WorkDatabase>> WorkDatabase::open(const std::filesystem::path& file, std::string_view key,
                                                         bool create)
{
    std::error_code ignored;
    // SQLite would take it for a new store and make an empty one of it.
    if (!create && std::filesystem::exists(file, ignored) && std::filesystem::file_size(file, ignored) == 0)
        return Error{ErrorKind::corrupt, "STORE-021",
                     file.filename().string() + ": the file is empty (0 bytes); restore a backup"};
    CW_TRY(auto database, Database::open(file, key, create ? Database::Mode::create : Database::Mode::readWrite));
    CW_CHECK(database->execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"));
    CW_CHECK(migrate(*database, file, workMigrations(), key));
    return std::unique_ptr<WorkDatabase>(new WorkDatabase(std::move(database)));
}

Result<std::unique_ptr<ReadTx>> WorkDatabase::beginRead()
{
    CW_CHECK(m_database->execute("BEGIN"));
    return std::unique_ptr<ReadTx>(std::make_unique<SqliteReadTx>(*m_database));
}

Result<std::unique_ptr<WriteTx>> WorkDatabase::beginWrite()
{
    CW_TRY(auto transaction, Transaction::begin(*m_database));
    return std::unique_ptr<WriteTx>(std::make_unique<SqliteWriteTx>(*m_database, std::move(transaction)));
}

Database& databaseOf(ReadTx& tx)
{
    auto* holder = dynamic_cast<HasDatabase*>(&tx);
    assert(holder != nullptr);  // Every token of this program comes from WorkDatabase.
    return holder->database();
}

}  // namespace cw::store
