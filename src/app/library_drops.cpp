#include "app/library_desk.h"
#include "app/table_label.h"

#include <algorithm>

namespace cw::app {

namespace {

bool isMany(std::int64_t ended, std::int64_t before)
{
    return ended * 10 > before;
}

std::string dropText(const std::string& table, std::int64_t ended, std::int64_t before, const std::string& name)
{
    return table + " lacks " + std::to_string(ended) + " of the " + std::to_string(before) + " rows of " + name;
}

}  // namespace

Status LibraryDesk::noteDrop(const ImportSummary& summary, FileReport& report)
{
    if (summary.alreadyInstalled || summary.ended == 0 || summary.comparedWith.empty()) return {};
    CW_TRY(const auto all, releases());
    for (const auto& before : all)
        if (before.system == summary.release.system && before.name == summary.comparedWith &&
            isMany(summary.ended, before.rows - before.modifiers))
            report.drops.push_back(
                dropText(labelOf(summary.release), summary.ended, before.rows - before.modifiers, before.name));
    return {};
}

Status LibraryDesk::noteDrop(const ListSummary& summary, FileReport& report)
{
    // Addenda tell the changes of their year: no row of the year before is to come again.
    if (summary.alreadyInstalled || summary.ended == 0 || summary.comparedWith.empty() ||
        summary.list.kind == ListKind::addenda)
        return {};
    CW_TRY(const auto all, lists());
    for (const auto& before : all)
        if (before.kind == summary.list.kind && before.variant == summary.list.variant &&
            before.name == summary.comparedWith && isMany(summary.ended, before.rows))
            report.drops.push_back(dropText(labelOf(summary.list), summary.ended, before.rows, before.name));
    return {};
}

Status LibraryDesk::confirmDrops(const ParsedFile& parsed)
{
    FileReport report;
    for (const auto& release : parsed.releases) {
        CW_TRY(const auto summary, m_workspace.library().preview(release));
        CW_CHECK(noteDrop(summary, report));
    }
    CW_TRY(const auto present, lists());
    for (const auto& list : parsed.lists) {
        // To compare millions of rows takes seconds: only where there is something to compare with.
        const bool isFirst = std::none_of(present.begin(), present.end(), [&list](const ReferenceList& other) {
            return other.kind == list.kind && other.variant == list.variant;
        });
        if (isFirst) continue;
        CW_TRY(const auto summary, m_workspace.tablesWriter().previewList(list));
        CW_CHECK(noteDrop(summary, report));
    }
    if (report.drops.empty()) return {};
    return Error{ErrorKind::notReady, "APP-238",
                 report.drops.front() + "; say that this is meant, or look at the file again"};
}

}  // namespace cw::app
