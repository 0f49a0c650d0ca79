#include "app/edit_report.h"

#include <algorithm>
#include <iterator>

namespace cw::app {

namespace {

constexpr std::size_t atOnce = 1000;  ///< Encounters in memory at a time.

std::vector<EncounterStatus> unbilled()
{
    using S = EncounterStatus;
    return {S::fresh, S::inCoding, S::pending, S::coded, S::inReview, S::returned, S::approved, S::rejected};
}

std::vector<std::string> without(const std::vector<std::string>& lines, const std::vector<std::string>& others)
{
    std::vector<std::string> left;
    std::set_difference(lines.begin(), lines.end(), others.begin(), others.end(), std::back_inserter(left));
    return left;
}

/// Some encounters with what the edits said of them before.
struct Portion {
    std::vector<StoredEncounter> stored;
    std::vector<std::optional<StoredResult>> before;
    std::vector<BookEntry> entries;
    EditSetup setup;
};

Result<Portion> read(Workspace& workspace, const std::vector<std::string>& ids, std::size_t first)
{
    Portion portion;
    CW_TRY(auto tx, workspace.work().beginRead());
    CW_TRY(portion.setup, editSetup(workspace, *tx));
    for (auto i = first; i < std::min(first + atOnce, ids.size()); ++i) {
        CW_TRY(auto stored, workspace.encounters().load(*tx, ids[i]));
        CW_TRY(auto before, workspace.editRecords().result(*tx, stored.encounter.row));
        portion.stored.push_back(std::move(stored));
        portion.before.push_back(std::move(before));
    }
    for (const auto& stored : portion.stored) {
        CW_TRY(auto context, editContext(workspace, *tx, stored.encounter));
        portion.entries.push_back({&stored.encounter, std::move(context)});
    }
    return portion;
}

void compare(const Portion& portion, std::size_t index, const std::vector<std::string>& lines, RecheckReport& report)
{
    ++report.checked;
    const auto& before = portion.before[index];
    if (!before) {
        ++report.first;
        return;
    }
    if (before->lines == lines) return;
    RecheckChange change;
    change.encounterId = portion.stored[index].encounter.encounterId;
    change.status = portion.stored[index].workflow.status;
    change.gone = without(before->lines, lines);
    change.added = without(lines, before->lines);
    change.wasReady = isReadyBy(before->lines);
    change.isReady = isReadyBy(lines);
    report.changes.push_back(std::move(change));
}

/// Stores the answers unless somebody saved the encounter meanwhile: then theirs is the newer one.
Status keep(Workspace& workspace, const Portion& portion, const std::vector<EditReport>& reports, Instant since,
            RecheckReport& report)
{
    CW_TRY(auto tx, workspace.work().beginWrite());
    auto& records = workspace.editRecords();
    for (std::size_t i = 0; i < reports.size(); ++i) {
        const auto lines = resultLines(reports[i]);
        compare(portion, i, lines, report);
        const auto row = portion.stored[i].encounter.row;
        CW_TRY(const auto now, records.result(*tx, row));
        if (now && now->when > since) continue;
        CW_CHECK(records.setResult(*tx, row, {lines, portion.setup.digest, workspace.clock().now()}));
    }
    return tx->commit();
}

Result<std::vector<std::string>> openEncounters(Workspace& workspace)
{
    CW_TRY(auto tx, workspace.work().beginRead());
    WorklistFilter filter;
    filter.statuses = unbilled();
    CW_TRY(const auto rows, workspace.encounters().list(*tx, filter));
    std::vector<std::string> ids;
    for (const auto& row : rows) ids.push_back(row.encounterId);
    return ids;
}

/// Progress of a part as progress of the whole.
Progress shifted(const Progress& progress, std::size_t done, std::size_t total)
{
    std::stop_source stop;
    if (progress.isCancelled()) stop.request_stop();
    return Progress(
        [&progress, stop, done, total](std::int64_t ofPart, std::int64_t, const std::string& what) mutable {
            progress.report(static_cast<std::int64_t>(done) + ofPart, static_cast<std::int64_t>(total), what);
            if (progress.isCancelled()) stop.request_stop();
        },
        stop.get_token());
}

Status tell(Workspace& workspace, const std::string& action, const std::string& detail)
{
    CW_TRY(auto tx, workspace.work().beginWrite());
    CW_CHECK(workspace.audit().append(*tx, {workspace.user().name, action, {}, detail}));
    return tx->commit();
}

}  // namespace

Result<std::vector<CheckedEntry>> EditDesk::checkOpen(const Progress& progress)
{
    CW_CHECK(require(m_workspace, Permission::viewEncounters));
    CW_TRY(const auto ids, openEncounters(m_workspace));
    CW_CHECK(tell(m_workspace, "edits.check", std::to_string(ids.size()) + " encounters"));
    std::vector<CheckedEntry> all;
    for (std::size_t first = 0; first < ids.size(); first += atOnce) {
        CW_TRY(const auto portion, read(m_workspace, ids, first));
        CW_TRY(auto reports, checkBook(portion.entries, portion.setup, shifted(progress, first, ids.size())));
        for (std::size_t i = 0; i < reports.size(); ++i)
            all.push_back({portion.stored[i].encounter.encounterId, std::move(reports[i])});
    }
    return all;
}

Result<RecheckReport> EditDesk::recheck(const Progress& progress)
{
    CW_CHECK(require(m_workspace, Permission::viewEncounters));
    CW_TRY(const auto ids, openEncounters(m_workspace));
    RecheckReport report;
    for (std::size_t first = 0; first < ids.size(); first += atOnce) {
        const auto since = m_workspace.clock().now();
        CW_TRY(const auto portion, read(m_workspace, ids, first));
        const auto reports = checkBook(portion.entries, portion.setup, shifted(progress, first, ids.size()));
        // What was stored is told, also when the rest is not looked at.
        if (!reports && reports.error().kind == ErrorKind::cancelled && report.checked > 0) {
            report.isStopped = true;
            break;
        }
        if (!reports) return reports.error();
        CW_CHECK(keep(m_workspace, portion, *reports, since, report));
    }
    CW_CHECK(
        tell(m_workspace, "edits.recheck",
             std::to_string(report.checked) + " encounters, " + std::to_string(report.changes.size()) + " changed"));
    return report;
}

}  // namespace cw::app
