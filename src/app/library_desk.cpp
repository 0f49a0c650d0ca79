#include "app/library_desk.h"

#include "app/table_label.h"
#include "base/text.h"

#include <algorithm>

namespace cw::app {

namespace {

template <class... Handlers>
struct Overloaded : Handlers... {
    using Handlers::operator()...;
};
template <class... Handlers>
Overloaded(Handlers...) -> Overloaded<Handlers...>;

ChangedCode changed(CodeSystem system, CodeChangeKind kind, const CodeChange& change)
{
    return {kind, {system, change.code}, change.before, change.after, change.wasBillable, change.isBillable};
}

/// Deleted first: those are what somebody must act on.
std::vector<ChangedCode> flattened(CodeSystem system, const ReleaseDiff& diff, std::size_t mostOfEach)
{
    std::vector<ChangedCode> all;
    const auto take = [&](CodeChangeKind kind, const std::vector<CodeChange>& changes) {
        for (std::size_t i = 0; i < std::min(changes.size(), mostOfEach); ++i)
            all.push_back(changed(system, kind, changes[i]));
    };
    take(CodeChangeKind::deleted, diff.ended);
    take(CodeChangeKind::revised, diff.revised);
    take(CodeChangeKind::added, diff.added);
    return all;
}

Status withdrawOne(Workspace& workspace, const Installed& table)
{
    return std::visit(Overloaded{[&](ReleaseId id) { return workspace.libraryWriter().withdraw(id); },
                                 [&](ReferenceListId id) { return workspace.tablesWriter().withdrawList(id); }},
                      table);
}

/// Exact first, then without case, then the only name that ends so ("2025" for "FY2025").
const Release* releaseNamed(const std::vector<Release>& releases, CodeSystem system, std::string_view name)
{
    const auto wanted = text::lowerAscii(text::trim(name));
    const Release* ending = nullptr;
    int endings = 0;
    for (const auto& release : releases) {
        if (release.system != system) continue;
        const auto own = text::lowerAscii(release.name);
        if (own == wanted) return &release;
        if (wanted.empty() || !own.ends_with(wanted)) continue;
        ending = &release;
        ++endings;
    }
    return endings == 1 ? ending : nullptr;
}

Result<Release> findReleaseIn(const std::vector<Release>& releases, CodeSystem system, std::string_view name)
{
    if (const auto* release = releaseNamed(releases, system, name)) return *release;
    std::string known;
    for (const auto& release : releases)
        if (release.system == system) known += (known.empty() ? "" : ", ") + release.name;
    return Error{ErrorKind::notFound, "APP-103",
                 "no " + std::string(displayName(system)) + " release \"" + std::string(name) +
                     "\"; installed: " + (known.empty() ? "none" : known)};
}

/// Counts as the official addenda do, by billable codes: FY2024 to FY2025 is 252 added, 36 ended, 13 revised.
void countAsAddenda(ImportSummary& summary, const ReleaseDiff& diff)
{
    if (summary.comparedWith.empty()) return;
    summary.added = static_cast<std::int64_t>(diff.added.size());
    summary.ended = static_cast<std::int64_t>(diff.ended.size());
    summary.revised = static_cast<std::int64_t>(diff.revised.size());
}

Status countInstalled(const CodeLibrary& library, ImportSummary& summary)
{
    if (summary.alreadyInstalled || summary.comparedWith.empty()) return {};
    CW_TRY(const auto all, library.releases());
    for (const auto& release : all) {
        if (release.system != summary.release.system || release.name != summary.comparedWith) continue;
        CW_TRY(const auto diff, library.diff(release.id, summary.release.id));
        countAsAddenda(summary, diff);
    }
    return {};
}

/// The tables of a file. A list without rows, as the addenda of a year in which nothing changed, is passed over.
Result<ParsedFile> tablesIn(const std::filesystem::path& file, const CodeFileOptions& options, const Progress& progress)
{
    CW_TRY(auto parsed, parseReferenceFile(file, options, progress));
    for (const auto& list : parsed.lists)
        if (list.rowCount == 0)
            parsed.ignored.push_back(list.sourceName + " (" + std::string(displayName(list.kind)) + " without rows)");
    std::erase_if(parsed.lists, [](const ParsedList& list) { return list.rowCount == 0; });
    if (!parsed.releases.empty() || !parsed.lists.empty()) return parsed;
    return Error{ErrorKind::invalidInput, "APP-100", file.filename().string() + ": the file holds no rows"};
}

}  // namespace

Result<FileReport> LibraryDesk::preview(const std::filesystem::path& file, const CodeFileOptions& options,
                                        const Progress& progress)
{
    CW_CHECK(require(m_workspace, Permission::importCodes));
    CW_TRY(auto parsed, tablesIn(file, options, progress));
    FileReport report;
    report.file = file.filename().string();
    report.ignored = std::move(parsed.ignored);
    report.isDryRun = true;
    for (const auto& release : parsed.releases) {
        ReleaseReport one;
        CW_TRY(one.summary, m_workspace.library().preview(release));
        CW_CHECK(noteDrop(one.summary, report));
        if (!one.summary.alreadyInstalled) {
            CW_TRY(const auto diff, m_workspace.library().previewDiff(release));
            one.lines = flattened(release.system, diff, shownLines);
            countAsAddenda(one.summary, diff);
        }
        report.releases.push_back(std::move(one));
    }
    for (const auto& list : parsed.lists) {
        if (progress.isCancelled()) return Error{ErrorKind::cancelled, "APP-101", "cancelled; nothing was changed"};
        CW_TRY(auto summary, m_workspace.tablesWriter().previewList(list));
        CW_CHECK(noteDrop(summary, report));
        report.lists.push_back({std::move(summary)});
    }
    return report;
}

Result<FileReport> LibraryDesk::import(const std::filesystem::path& file, const CodeFileOptions& options,
                                       const Progress& progress, bool dropMany)
{
    CW_CHECK(require(m_workspace, Permission::importCodes));
    CW_TRY(auto parsed, tablesIn(file, options, progress));
    if (!dropMany) CW_CHECK(confirmDrops(parsed));
    FileReport report;
    report.file = file.filename().string();
    report.ignored = std::move(parsed.ignored);
    std::vector<Installed> done;
    auto status = install(parsed, report, done, progress);
    if (status && !done.empty()) status = tell(report);
    if (status) return report;
    // All or nothing: what this file brought before it failed goes again.
    auto error = std::move(status).error();
    for (auto table = done.rbegin(); table != done.rend(); ++table)
        if (const auto gone = withdrawOne(m_workspace, *table); !gone)
            error.detail += "; a part of this file could not be withdrawn again: " + describe(gone.error());
    return error;
}

Status LibraryDesk::install(const ParsedFile& parsed, FileReport& report, std::vector<Installed>& done,
                            const Progress& progress)
{
    for (const auto& release : parsed.releases) {
        CW_TRY(auto summary, m_workspace.libraryWriter().install(release, progress));
        if (!summary.alreadyInstalled) done.emplace_back(summary.release.id);
        CW_CHECK(countInstalled(m_workspace.library(), summary));
        report.releases.push_back({std::move(summary), {}});
    }
    for (const auto& list : parsed.lists) {
        if (progress.isCancelled()) return Error{ErrorKind::cancelled, "APP-102", "cancelled; nothing was changed"};
        CW_TRY(auto summary, m_workspace.tablesWriter().installList(list, progress));
        if (!summary.alreadyInstalled) done.emplace_back(summary.list.id);
        report.lists.push_back({std::move(summary)});
    }
    return {};
}

Status LibraryDesk::tell(const FileReport& report)
{
    CW_TRY(auto tx, m_workspace.work().beginWrite());
    const auto append = [&](const std::string& what, const std::string& digest) {
        return m_workspace.audit().append(*tx,
                                          {m_workspace.user().name, "codes.import", {}, what + " sha256 " + digest});
    };
    for (const auto& [summary, lines] : report.releases)
        if (!summary.alreadyInstalled) CW_CHECK(append(summary.release.name, summary.release.sourceDigest));
    for (const auto& [summary] : report.lists)
        if (!summary.alreadyInstalled) CW_CHECK(append(labelOf(summary.list), summary.list.sourceDigest));
    return tx->commit();
}

Status LibraryDesk::withdraw(const Installed& table)
{
    CW_CHECK(require(m_workspace, Permission::importCodes));
    std::string label;
    if (const auto* id = std::get_if<ReleaseId>(&table)) {
        CW_TRY(const auto all, releases());
        for (const auto& release : all) {
            if (release.id != *id) continue;
            if (release.kind == ReleaseKind::starter)
                return Error{ErrorKind::conflict, "APP-106",
                             "the starter table stays: official tables take its place where they are installed"};
            label = labelOf(release);
        }
    } else {
        CW_TRY(const auto all, lists());
        for (const auto& list : all)
            if (list.id == std::get<ReferenceListId>(table)) label = labelOf(list);
    }
    CW_TRY(auto tx, m_workspace.work().beginWrite());
    CW_CHECK(m_workspace.audit().append(*tx, {m_workspace.user().name, "codes.withdraw", {}, label}));
    CW_CHECK(withdrawOne(m_workspace, table));
    return tx->commit();
}

Result<Installed> LibraryDesk::findRelease(CodeSystem system, std::string_view name)
{
    CW_TRY(const auto all, releases());
    CW_TRY(const auto release, findReleaseIn(all, system, name));
    return Installed(release.id);
}

Result<Installed> LibraryDesk::findList(ListKind kind, std::string_view name, std::string_view variant)
{
    CW_TRY(const auto all, lists());
    std::vector<const ReferenceList*> found;
    const auto isSame = [](std::string_view a, std::string_view b) {
        return text::lowerAscii(a) == text::lowerAscii(b);
    };
    for (const auto& list : all)
        if (list.kind == kind && isSame(list.name, name) && (variant.empty() || isSame(list.variant, variant)))
            found.push_back(&list);
    if (found.size() == 1) return Installed(found.front()->id);
    const auto what = std::string(displayName(kind)) + " \"" + std::string(name) + "\"";
    if (found.empty()) return Error{ErrorKind::notFound, "APP-105", "no installed list is the " + what};
    std::string variants;
    for (const auto* list : found) variants += (variants.empty() ? "" : ", ") + list->variant;
    return Error{ErrorKind::conflict, "APP-104", "several lists are the " + what + "; say which variant: " + variants};
}

Result<ReleaseComparison> LibraryDesk::diff(CodeSystem system, std::string_view from, std::string_view to)
{
    CW_CHECK(require(m_workspace, Permission::viewEncounters));
    CW_TRY(const auto all, releases());
    ReleaseComparison comparison;
    CW_TRY(comparison.from, findReleaseIn(all, system, from));
    CW_TRY(comparison.to, findReleaseIn(all, system, to));
    CW_TRY(const auto diff, m_workspace.library().diff(comparison.from.id, comparison.to.id));
    comparison.added = static_cast<std::int64_t>(diff.added.size());
    comparison.deleted = static_cast<std::int64_t>(diff.ended.size());
    comparison.revised = static_cast<std::int64_t>(diff.revised.size());
    CW_TRY(comparison.impact, impactOf(m_workspace, flattened(system, diff, static_cast<std::size_t>(-1))));
    return comparison;
}

}  // namespace cw::app
