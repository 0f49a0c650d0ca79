#pragma once

#include "base/clock.h"
#include "codeset/code_library.h"
#include "store/reference/code_validity.h"
#include "store/sqlite/database.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cw::store {

/// The code tables in one plain SQLite file ("reference.db"). One object per thread; several objects, in this process or
/// others, may have the file open: each sees an install as a whole once it is committed.
///
/// The deciding row for a date is, among those whose interval holds it, the one of the strongest release: official or
/// licensed before starter, then the later one. Where an official or licensed release is complete, weaker ones are silent:
/// the starter table, and a release that began before it (an April update within the fiscal year). Asked without a date,
/// the strongest release answers and `validOnDate` is true.
class ReferenceLibrary final : public CodeLibrary, public CodeLibraryWriter {
public:
    /// With Mode::create the file is made, or brought to the newest schema. The clock must outlive the library.
    /// Fails with notFound, busy, io; corrupt (STORE-201) when the file is no database or damaged; unsupported when it is
    /// another program's (STORE-202), of an older schema and opened to read only (STORE-203), or newer (STORE-010).
    static Result<std::unique_ptr<ReferenceLibrary>> open(const std::filesystem::path& file, const Clock& clock,
                                                          Database::Mode mode);

    Result<std::vector<Release>> releases() const override;
    Result<std::optional<CodeEntry>> find(CodeSystem system, std::string_view compact,
                                          std::optional<Date> on) const override;
    Result<CodeStanding> standing(CodeSystem system, std::string_view compact, Date on) const override;
    Result<std::optional<CodeEntry>> modifier(std::string_view text, std::optional<Date> on) const override;
    /// In the order of the file when one release gives them all, else by code. On a date, codes not in force then are
    /// left out unless none is.
    Result<std::vector<CodeEntry>> children(CodeSystem system, std::string_view parent,
                                            std::optional<Date> on) const override;
    Result<std::vector<CodeEntry>> ancestors(CodeSystem system, std::string_view compact,
                                             std::optional<Date> on) const override;

    Result<ImportSummary> preview(const ParsedRelease& release) const override;
    Result<ReleaseDiff> previewDiff(const ParsedRelease& release) const override;
    /// Fails with notFound (STORE-221) or invalidInput (STORE-222).
    Result<ReleaseDiff> diff(ReleaseId from, ReleaseId to) const override;

    /// Besides conflict (STORE-210) and cancelled (STORE-213), fails with invalidInput for a release without rows
    /// (STORE-211) or with a code twice (STORE-212). Counts in the summary are of codes, without modifiers; without a
    /// predecessor all codes are added.
    Result<ImportSummary> install(const ParsedRelease& release, const Progress& progress) override;
    /// Fails with notFound (STORE-220).
    Status withdraw(ReleaseId release) override;
    /// For backup and integrity checks.
    Database& database() noexcept { return *m_database; }

private:
    ReferenceLibrary(std::unique_ptr<Database> database, const Clock& clock)
        : m_database(std::move(database)), m_clock(clock)
    {}

    Result<const std::vector<Release>*> currentReleases() const;
    Result<StoredCode> load(CodeSystem system, bool isModifier, std::string_view code) const;
    Result<std::optional<ResolvedCode>> resolved(CodeSystem system, bool isModifier, std::string_view code,
                                                 std::optional<Date> on) const;
    /// The codes that stand directly under a prefix, by structure.
    Result<std::vector<ResolvedCode>> directlyUnder(CodeSystem system, std::string_view parent,
                                                    std::optional<Date> on) const;

    void shrinkLog();

    std::unique_ptr<Database> m_database;
    const Clock& m_clock;
    mutable std::vector<Release> m_releases;  ///< As of m_version; StoredRow points into it.
    mutable std::int64_t m_version = -1;      ///< PRAGMA data_version; -1 after a change of our own.
};

}  // namespace cw::store
