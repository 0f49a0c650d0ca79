#include "store/reference/reference_library.h"

#include "store/migrations.h"
#include "store/reference/reference_snapshot.h"

#include <array>

namespace cw::store {

namespace {

constexpr std::int64_t applicationId = 1129796166;  // "CWRF", as in reference_0001_library.sql.

Result<std::int64_t> number(Database& database, std::string_view sql)
{
    CW_TRY(auto statement, database.prepare(sql));
    CW_TRY(const bool hasRow, statement.step());
    return hasRow ? statement.integer(0) : 0;
}

/// An empty file becomes a library; any other must be one.
Status checkIsLibrary(Database& database, Database::Mode mode)
{
    CW_TRY(const auto schema, number(database, "PRAGMA user_version"));
    CW_TRY(const auto application, number(database, "PRAGMA application_id"));
    CW_TRY(const auto tables, number(database, "SELECT count(*) FROM sqlite_master"));
    const bool isEmpty = schema == 0 && application == 0 && tables == 0;
    if (!isEmpty && application != applicationId)
        return Error{ErrorKind::unsupported, "STORE-202",
                     database.name() + ": another program's database, not a code library"};
    if (mode == Database::Mode::readOnly && schema < referenceMigrations().back().number)
        return Error{ErrorKind::unsupported, "STORE-203",
                     database.name() +
                         ": made by an older version; open it once to write, or import the code files again"};
    return {};
}

Status prepareLibrary(Database& database, const std::filesystem::path& file, Database::Mode mode)
{
    CW_CHECK(checkIsLibrary(database, mode));
    if (mode == Database::Mode::readOnly) {
        CW_CHECK(
            migrate(database, file, referenceMigrations(), {}));  // Refuses a newer file; nothing else is left to do.
        return {};
    }
    // Everything here can be imported again, so a power cut may cost the last install but never the file's integrity.
    CW_CHECK(database.execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA secure_delete=OFF;"));
    return migrate(database, file, referenceMigrations(), {});
}

Result<ReleaseKind> parseKind(std::string_view text)
{
    for (const auto kind : {ReleaseKind::starter, ReleaseKind::official, ReleaseKind::licensed}) {
        if (toString(kind) == text) return kind;
    }
    return Error{ErrorKind::corrupt, "STORE-204", "reference library: unknown kind of release"};
}

Result<std::optional<Date>> day(const Statement& row, int column)
{
    if (row.isNull(column)) return std::optional<Date>();
    CW_TRY(const auto parsed, Date::parse(row.view(column)));
    return std::optional(parsed);
}

Result<Release> readRelease(const Statement& row)
{
    Release release;
    release.id = {row.integer(0)};
    CW_TRY(release.system, parseCodeSystem(row.view(1)));
    CW_TRY(release.kind, parseKind(row.view(2)));
    release.name = row.text(3);
    CW_TRY(release.inForce.first, day(row, 4));
    CW_TRY(release.inForce.last, day(row, 5));
    release.sourceName = row.text(6);
    release.sourceDigest = row.text(7);
    release.importedAt = {row.integer(8)};
    release.rows = row.integer(9);
    release.billable = row.integer(10);
    release.modifiers = row.integer(11);
    return release;
}

}  // namespace

Result<std::unique_ptr<ReferenceLibrary>> ReferenceLibrary::open(const std::filesystem::path& file, const Clock& clock,
                                                                 Database::Mode mode)
{
    auto opened = Database::open(file, {}, mode);
    Status ready;
    if (opened)
        ready = prepareLibrary(**opened, file, mode);
    else
        ready = opened.error();
    if (ready) return std::unique_ptr<ReferenceLibrary>(new ReferenceLibrary(std::move(*opened), clock));
    // The file has no key: what SQLite calls "not a database" cannot be a wrong one.
    if (const auto kind = ready.error().kind; kind == ErrorKind::denied || kind == ErrorKind::corrupt)
        return Error{ErrorKind::corrupt, "STORE-201",
                     file.filename().string() +
                         ": not a code library, or damaged; move the file away and import the code files again (" +
                         ready.error().detail + ")"};
    return ready.error();
}

Result<const std::vector<Release>*> ReferenceLibrary::currentReleases() const
{
    CW_TRY(const auto version, number(*m_database, "PRAGMA data_version"));
    if (version == m_version) return &m_releases;
    CW_TRY(auto query,
           m_database->prepare(
               "SELECT id, system, kind, name, first_day, last_day, source_name, source_digest, imported_at, "
               "row_count, billable_count, modifier_count FROM code_release ORDER BY system, first_day, id"));
    std::vector<Release> releases;
    for (;;) {
        CW_TRY(const bool hasRow, query.step());
        if (!hasRow) break;
        CW_TRY(auto release, readRelease(query));
        releases.push_back(std::move(release));
    }
    m_releases = std::move(releases);
    m_version = version;
    return &m_releases;
}

Result<std::vector<Release>> ReferenceLibrary::releases() const
{
    CW_TRY(const auto snapshot, Snapshot::take(*m_database));
    CW_TRY(const auto* releases, currentReleases());
    return *releases;
}

}  // namespace cw::store
