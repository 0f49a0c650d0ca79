#include "store/reference/install_plan.h"
#include "store/reference/reference_library.h"
#include "store/reference/reference_snapshot.h"
#include "store/reference/release_dates.h"

#include <algorithm>

namespace cw::store {

namespace {

constexpr std::int64_t rowsBetweenReports = 2000;

std::optional<std::string> isoDay(const std::optional<Date>& day)
{
    if (!day) return std::nullopt;
    return day->iso();
}

std::optional<Date> firstRowDay(const ParsedRelease& release)
{
    std::optional<Date> first = release.inForce.first;
    for (const auto& row : release.rows) {
        if (first && row.validFrom && *row.validFrom < *first) first = row.validFrom;
    }
    return first;
}

Result<ReleaseId> insertRelease(Database& database, const Release& release, const ParsedRelease& parsed)
{
    CW_TRY(auto insert,
           database.prepare("INSERT INTO code_release (system, kind, name, first_day, last_day, first_row_day, "
                            "source_name, source_digest, imported_at, row_count, billable_count, "
                            "modifier_count, has_row_dates) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    insert.bind(toString(release.system)).bind(toString(release.kind)).bind(release.name);
    insert.bind(isoDay(release.inForce.first)).bind(isoDay(release.inForce.last)).bind(isoDay(firstRowDay(parsed)));
    insert.bind(release.sourceName).bind(release.sourceDigest).bind(release.importedAt.milliseconds);
    insert.bind(release.rows).bind(release.billable).bind(release.modifiers);
    insert.bind(parsed.hasRowDates ? 1 : 0);
    CW_CHECK(insert.run());
    return ReleaseId{database.lastRowId()};
}

/// In id order, so that every table grows at its end.
Status insertRows(Database& database, const Release& release, const InstallPlan& plan, const Progress& progress)
{
    CW_TRY(auto text, database.prepare("INSERT INTO code_text (id, system, is_modifier, code, short_title, long_title) "
                                       "VALUES (?, ?, ?, ?, ?, ?)"));
    CW_TRY(auto member,
           database.prepare("INSERT INTO code_in_release (text_id, release_id, billable, position, valid_from, "
                            "valid_until) VALUES (?, ?, ?, ?, ?, ?)"));
    const auto total = static_cast<std::int64_t>(plan.rows.size());
    for (std::int64_t done = 0; done < total; ++done) {
        if (done % rowsBetweenReports == 0) {
            progress.report(done, total, "installing " + release.name);
            if (progress.isCancelled())
                return Error{ErrorKind::cancelled, "STORE-213",
                             "import of " + release.name + " cancelled; nothing was changed"};
        }
        const auto& planned = plan.rows[static_cast<std::size_t>(done)];
        const auto& row = *planned.row;
        if (planned.isNewText) {
            text.bind(planned.textId).bind(toString(release.system)).bind(row.isModifier ? 1 : 0).bind(row.code);
            text.bind(row.shortTitle).bind(row.longTitle);
            CW_CHECK(text.run());
        }
        member.bind(planned.textId).bind(release.id.value).bind(row.billable ? 1 : 0).bind(row.order);
        member.bind(isoDay(row.validFrom)).bind(isoDay(row.validUntil));
        CW_CHECK(member.run());
    }
    progress.report(total, total, "installing " + release.name);
    return {};
}

Release describe(const ParsedRelease& parsed, Instant now)
{
    Release release;
    release.system = parsed.system;
    release.kind = parsed.kind;
    release.name = parsed.name;
    release.inForce = parsed.inForce;
    release.sourceName = parsed.sourceName;
    release.sourceDigest = parsed.sourceDigest;
    release.importedAt = now;
    for (const auto& row : parsed.rows) {
        if (row.isModifier) {
            ++release.modifiers;
            continue;
        }
        ++release.rows;
        if (row.billable) ++release.billable;
    }
    return release;
}

/// What an install will write and answer.
struct ReleasePlan {
    ImportSummary summary;
    InstallPlan rows;
};

/// Reads only; must run in the transaction that then writes.
Result<ReleasePlan> planRelease(Database& database, const std::vector<Release>& releases, const ParsedRelease& release,
                                Instant now)
{
    if (release.rows.empty())
        return Error{ErrorKind::invalidInput, "STORE-211", release.name + ": the release has no codes"};
    ReleasePlan plan;
    auto& summary = plan.summary;
    summary.read = static_cast<std::int64_t>(release.rows.size()) + release.rejectedRows;
    summary.rejected = release.rejectedRows;
    summary.rejections = release.rejections;
    for (const auto& present : releases) {
        if (present.system != release.system) continue;
        if (!release.sourceDigest.empty() && present.sourceDigest == release.sourceDigest) {
            summary.release = present;
            summary.alreadyInstalled = true;
            return plan;
        }
    }
    for (const auto& present : releases) {
        if (present.system == release.system && present.name == release.name)
            return Error{ErrorKind::conflict, "STORE-210",
                         std::string(displayName(release.system)) + " " + release.name +
                             " is installed from another file (" + present.sourceName + "); withdraw it first"};
    }
    const Release* before = predecessorOf(releases, release);
    if (before != nullptr) summary.comparedWith = before->name;
    CW_TRY(plan.rows, planInstall(database, release, before));
    summary.added = plan.rows.added;
    summary.revised = plan.rows.revised;
    summary.ended = plan.rows.ended;
    summary.release = describe(release, now);
    return plan;
}

}  // namespace

const Release* predecessorOf(const std::vector<Release>& releases, const ParsedRelease& incoming)
{
    const Release* best = nullptr;
    for (const auto& release : releases) {
        if (release.system != incoming.system || release.kind == ReleaseKind::starter) continue;
        if (incoming.inForce.first && release.inForce.first && *incoming.inForce.first <= *release.inForce.first)
            continue;
        const auto isBefore = [](const Release& a, const Release& b) {
            if (a.inForce.first && b.inForce.first && *a.inForce.first != *b.inForce.first)
                return *a.inForce.first < *b.inForce.first;
            return std::tuple(a.importedAt, a.id) < std::tuple(b.importedAt, b.id);
        };
        if (best == nullptr || isBefore(*best, release)) best = &release;
    }
    return best;
}

Result<ImportSummary> ReferenceLibrary::install(const ParsedRelease& release, const Progress& progress)
{
    m_version = -1;
    CW_TRY(auto transaction, Transaction::begin(*m_database));
    CW_TRY(const auto* releases, currentReleases());
    CW_TRY(auto plan, planRelease(*m_database, *releases, release, m_clock.now()));
    auto& summary = plan.summary;
    if (summary.alreadyInstalled) return summary;
    CW_TRY(summary.release.id, insertRelease(*m_database, summary.release, release));
    CW_CHECK(insertRows(*m_database, summary.release, plan.rows, progress));
    CW_CHECK(keepEndedCodes(*m_database, release.system));
    CW_CHECK(transaction.commit());
    m_version = -1;
    shrinkLog();
    return summary;
}

Result<ImportSummary> ReferenceLibrary::preview(const ParsedRelease& release) const
{
    CW_TRY(const auto snapshot, Snapshot::take(*m_database));
    CW_TRY(const auto* releases, currentReleases());
    CW_TRY(auto plan, planRelease(*m_database, *releases, release, m_clock.now()));
    return plan.summary;
}

void ReferenceLibrary::shrinkLog()
{
    // Best effort: a reader in another process may hold the log open, then a later checkpoint does it.
    (void)m_database->execute("PRAGMA wal_checkpoint(TRUNCATE)");
}

}  // namespace cw::store
