#include "store/sqlite/database.h"

#include <sqlite3.h>

#include <chrono>
#include <map>
#include <thread>
#include <vector>

namespace cw::store {

namespace {

constexpr int busyTimeoutMilliseconds = 5000;

ErrorKind kindOf(int code)
{
    switch (code & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return ErrorKind::busy;
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT: return ErrorKind::corrupt;
    case SQLITE_CONSTRAINT: return ErrorKind::conflict;
    case SQLITE_INTERRUPT: return ErrorKind::cancelled;
    default: return ErrorKind::io;
    }
}

}  // namespace

struct Database::Cache {
    std::multimap<std::string, sqlite3_stmt*, std::less<>> idle;
};

Database::Database(sqlite3* handle, std::string name)
    : m_handle(handle), m_name(std::move(name)), m_cache(std::make_unique<Cache>())
{}

Database::~Database()
{
    for (const auto& [sql, statement] : m_cache->idle) sqlite3_finalize(statement);
    sqlite3_close(m_handle);
}

Error Database::failure(int code, std::string_view id) const
{
    // sqlite3_errmsg may quote values in a constraint message of ours; the generic text of the code never does.
    std::string detail = m_name + ": " + sqlite3_errstr(code);
    if ((code & 0xFF) == SQLITE_ERROR) detail += std::string(" (") + sqlite3_errmsg(m_handle) + ")";
    return {kindOf(code), id, detail};
}

Result<std::unique_ptr<Database>> Database::open(const std::filesystem::path& file, std::string_view key, Mode mode)
{
    const auto name = file.filename().string();
    std::error_code ignored;
    if (mode != Mode::create && !std::filesystem::exists(file, ignored))
        return Error{ErrorKind::notFound, "STORE-001", name + ": no such file"};
    const int flags = mode == Mode::readOnly ? SQLITE_OPEN_READONLY
                      : mode == Mode::create ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
                                             : SQLITE_OPEN_READWRITE;
    sqlite3* handle = nullptr;
    const int opened = sqlite3_open_v2(file.c_str(), &handle, flags | SQLITE_OPEN_NOMUTEX, nullptr);
    std::unique_ptr<Database> database(new Database(handle, name));
    if (opened != SQLITE_OK) return database->failure(opened, "STORE-002");
    sqlite3_busy_timeout(handle, busyTimeoutMilliseconds);
    sqlite3_extended_result_codes(handle, 1);
#if CHARTWRIGHT_ENCRYPTED
    if (!key.empty()) {
        // "raw:" hands the 32 bytes to the cipher as they are; the password was stretched by Argon2id before.
        std::string raw = "raw:";
        constexpr std::string_view digits = "0123456789abcdef";
        for (const char c : key) {
            raw += digits[static_cast<unsigned char>(c) >> 4U];
            raw += digits[static_cast<unsigned char>(c) & 15U];
        }
        const int keyed = sqlite3_key(handle, raw.data(), static_cast<int>(raw.size()));
        if (keyed != SQLITE_OK) return database->failure(keyed, "STORE-003");
    }
#endif
    // The first read tells whether key and file fit.
    const int readable = sqlite3_exec(handle, "SELECT count(*) FROM sqlite_master", nullptr, nullptr, nullptr);
    if (readable != SQLITE_OK) {
        auto error = database->failure(readable, "STORE-004");
        if (readable == SQLITE_NOTADB && !key.empty()) error.kind = ErrorKind::denied;
        return error;
    }
    CW_CHECK(database->execute("PRAGMA foreign_keys=ON; PRAGMA cache_size=-65536; PRAGMA temp_store=MEMORY;"));
    return database;
}

Status Database::execute(std::string_view sql)
{
    const int code = sqlite3_exec(m_handle, std::string(sql).c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) return failure(code, "STORE-005");
    return {};
}

Result<Statement> Database::prepare(std::string_view sql)
{
    if (const auto found = m_cache->idle.find(sql); found != m_cache->idle.end()) {
        sqlite3_stmt* handle = found->second;
        m_cache->idle.erase(found);
        return Statement(*this, handle, std::string(sql));
    }
    sqlite3_stmt* handle = nullptr;
    const int code = sqlite3_prepare_v3(m_handle, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                                        &handle, nullptr);
    if (code != SQLITE_OK) return failure(code, "STORE-006");
    return Statement(*this, handle, std::string(sql));
}

void Database::giveBack(const std::string& sql, sqlite3_stmt* handle)
{
    m_cache->idle.emplace(sql, handle);
}

std::int64_t Database::changes() const
{
    return sqlite3_changes64(m_handle);
}

std::int64_t Database::lastRowId() const
{
    return sqlite3_last_insert_rowid(m_handle);
}

bool Database::isInTransaction() const
{
    return sqlite3_get_autocommit(m_handle) == 0;
}

Statement::Statement(Database& database, sqlite3_stmt* handle, std::string sql)
    : m_database(&database), m_handle(handle), m_sql(std::move(sql))
{}

Statement::Statement(Statement&& other) noexcept
    : m_database(other.m_database),
      m_handle(std::exchange(other.m_handle, nullptr)),
      m_sql(std::move(other.m_sql)),
      m_next(other.m_next),
      m_bindFailure(other.m_bindFailure)
{}

Statement::~Statement()
{
    if (m_handle == nullptr) return;
    reset();
    m_database->giveBack(m_sql, m_handle);
}

Statement& Statement::bind(std::int64_t value)
{
    if (const int code = sqlite3_bind_int64(m_handle, m_next++, value); code != SQLITE_OK) m_bindFailure = code;
    return *this;
}

Statement& Statement::bind(std::string_view text)
{
    const int code = sqlite3_bind_text64(m_handle, m_next++, text.data() == nullptr ? "" : text.data(), text.size(),
                                         SQLITE_TRANSIENT, SQLITE_UTF8);
    if (code != SQLITE_OK) m_bindFailure = code;
    return *this;
}

Statement& Statement::bind(std::nullptr_t)
{
    if (const int code = sqlite3_bind_null(m_handle, m_next++); code != SQLITE_OK) m_bindFailure = code;
    return *this;
}

Statement& Statement::bindBlob(std::string_view bytes)
{
    const int code = sqlite3_bind_blob64(m_handle, m_next++, bytes.data() == nullptr ? "" : bytes.data(), bytes.size(),
                                         SQLITE_TRANSIENT);
    if (code != SQLITE_OK) m_bindFailure = code;
    return *this;
}

Result<bool> Statement::step()
{
    if (m_bindFailure != 0) return m_database->failure(m_bindFailure, "STORE-007");
    const int code = sqlite3_step(m_handle);
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) return false;
    return m_database->failure(code, "STORE-008");
}

Status Statement::run()
{
    const auto outcome = step();
    reset();
    if (!outcome) return outcome.error();
    return {};
}

void Statement::reset()
{
    sqlite3_reset(m_handle);
    sqlite3_clear_bindings(m_handle);
    m_next = 1;
    m_bindFailure = 0;
}

std::int64_t Statement::integer(int column) const
{
    return sqlite3_column_int64(m_handle, column);
}

std::string_view Statement::view(int column) const
{
    const auto* text = sqlite3_column_text(m_handle, column);
    if (text == nullptr) return {};
    return {reinterpret_cast<const char*>(text), static_cast<std::size_t>(sqlite3_column_bytes(m_handle, column))};
}

std::string Statement::text(int column) const
{
    return std::string(view(column));
}

std::string Statement::blob(int column) const
{
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(m_handle, column));
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(m_handle, column));
    return bytes == nullptr ? std::string() : std::string(bytes, size);
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_handle, column) == SQLITE_NULL;
}

Result<Transaction> Transaction::begin(Database& database)
{
    // The busy handler is not asked in every case (a writer that is just recovering the log): what fails at once is tried
    // again, what has waited its full time is not.
    const auto start = std::chrono::steady_clock::now();
    while (true) {
        auto begun = database.execute("BEGIN IMMEDIATE");
        if (begun) return Transaction(database);
        const auto waited = std::chrono::steady_clock::now() - start;
        if (begun.error().kind != ErrorKind::busy || waited >= std::chrono::milliseconds(busyTimeoutMilliseconds))
            return begun.error();
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
}

Transaction::~Transaction()
{
    if (m_database != nullptr && m_database->isInTransaction()) (void)m_database->execute("ROLLBACK");
}

Status Transaction::commit()
{
    CW_CHECK(m_database->execute("COMMIT"));
    m_database = nullptr;
    return {};
}

}  // namespace cw::store
