#pragma once

#include "base/result.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

struct sqlite3;
struct sqlite3_stmt;

namespace cw::store {

class Database;

/// A prepared statement with its values bound by position from 1. Reset when it goes out of scope; the compiled form
/// stays cached in the Database.
class Statement {
public:
    Statement(Statement&& other) noexcept;
    Statement& operator=(Statement&&) = delete;
    ~Statement();

    Statement& bind(std::int64_t value);
    Statement& bind(int value) { return bind(std::int64_t{value}); }
    Statement& bind(std::string_view text);
    Statement& bind(const std::string& text) { return bind(std::string_view(text)); }
    Statement& bind(const char* text) { return bind(std::string_view(text)); }
    Statement& bind(std::nullptr_t);
    Statement& bindBlob(std::string_view bytes);
    template <class T>
    Statement& bind(const std::optional<T>& value)
    {
        return value ? bind(*value) : bind(nullptr);
    }

    /// True when a row is there. Fails as sqlite does: busy, corrupt, io, conflict (constraint).
    Result<bool> step();
    /// For statements without rows. Starts over with fresh values afterwards.
    Status run();
    /// Ready for the next set of values.
    void reset();

    std::int64_t integer(int column) const;
    std::string text(int column) const;
    std::string_view view(int column) const;  ///< Valid until the next step.
    std::string blob(int column) const;
    bool isNull(int column) const;

private:
    friend class Database;
    Statement(Database& database, sqlite3_stmt* handle, std::string sql);
    Database* m_database;
    sqlite3_stmt* m_handle;
    std::string m_sql;
    int m_next = 1;
    int m_bindFailure = 0;
};

/// One connection, for one thread. Opened with a busy timeout of five seconds, foreign keys on.
class Database {
public:
    enum class Mode { create, readWrite, readOnly };

    /// `key`: 32 bytes for an encrypted file, empty for a plain one. Fails with notFound, denied (the key does not fit, or
    /// the first page is damaged: both look the same), corrupt, busy, io.
    static Result<std::unique_ptr<Database>> open(const std::filesystem::path& file, std::string_view key, Mode mode);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    /// Compiles, or takes the compiled form from the cache. A bug in SQL is an Error too (STORE-…).
    Result<Statement> prepare(std::string_view sql);
    /// One or more statements without values: schema, pragmas.
    Status execute(std::string_view sql);
    std::int64_t changes() const;
    std::int64_t lastRowId() const;
    sqlite3* handle() const noexcept { return m_handle; }
    const std::string& name() const noexcept { return m_name; }
    bool isInTransaction() const;

    /// The failure of the last call on this connection as an Error with that id.
    Error failure(int code, std::string_view id) const;

private:
    friend class Statement;
    Database(sqlite3* handle, std::string name);
    void giveBack(const std::string& sql, sqlite3_stmt* handle);

    struct Cache;
    sqlite3* m_handle;
    std::string m_name;
    std::unique_ptr<Cache> m_cache;
};

/// BEGIN IMMEDIATE … COMMIT; rolls back in its destructor unless committed.
class Transaction {
public:
    static Result<Transaction> begin(Database& database);
    Transaction(Transaction&& other) noexcept : m_database(std::exchange(other.m_database, nullptr)) {}
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction();
    Status commit();

private:
    explicit Transaction(Database& database) : m_database(&database) {}
    Database* m_database;
};

}  // namespace cw::store
