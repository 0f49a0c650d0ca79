#include "app/library_desk.h"
#include "base/text.h"

#include <algorithm>

namespace cw::app {

namespace {

std::string counts(std::int64_t added, std::int64_t revised, std::int64_t ended, std::int64_t rejected,
                   const std::string& comparedWith)
{
    std::string line =
        std::to_string(added) + " added, " + std::to_string(revised) + " revised, " + std::to_string(ended) + " ended";
    if (rejected > 0) line += ", " + std::to_string(rejected) + " rejected";
    return line + (comparedWith.empty() ? " (nothing earlier to compare with)" : " against " + comparedWith);
}

std::string lineOf(const ChangedCode& change)
{
    const auto& title = change.kind == CodeChangeKind::deleted ? change.before : change.after;
    return "  " + std::string(toString(change.kind)) + " " + displayCode(change.key.system, change.key.code) + " " +
           title;
}

}  // namespace

bool FileReport::changedNothing() const noexcept
{
    return std::all_of(releases.begin(), releases.end(),
                       [](const auto& one) { return one.summary.alreadyInstalled; }) &&
           std::all_of(lists.begin(), lists.end(), [](const auto& one) { return one.summary.alreadyInstalled; });
}

std::int64_t FileReport::rejected() const noexcept
{
    std::int64_t sum = 0;
    for (const auto& one : releases) sum += one.summary.rejected;
    for (const auto& one : lists) sum += one.summary.rejected;
    return sum;
}

std::vector<std::string> linesOf(const FileReport& report)
{
    std::vector<std::string> lines;
    for (const auto& drop : report.drops) lines.push_back("Look twice: " + drop);
    for (const auto& [summary, changes] : report.releases) {
        const auto& release = summary.release;
        const std::string system(displayName(release.system));
        lines.push_back((release.name.starts_with(system) ? "" : system + " ") + release.name + ": " +
                        (summary.alreadyInstalled ? "installed already"
                                                  : counts(summary.added, summary.revised, summary.ended,
                                                           summary.rejected, summary.comparedWith)));
        for (const auto& change : changes) lines.push_back(lineOf(change));
    }
    for (const auto& [summary] : report.lists) {
        const auto& list = summary.list;
        lines.push_back(std::string(displayName(list.kind)) + (list.variant.empty() ? "" : ", " + list.variant) + ", " +
                        list.name + ": " +
                        (summary.alreadyInstalled ? "installed already"
                                                  : counts(summary.added, summary.revised, summary.ended,
                                                           summary.rejected, summary.comparedWith)));
        for (const auto& check : list.checks) lines.push_back("  checked: " + check);
    }
    if (!report.ignored.empty()) lines.push_back("Passed over: " + text::join(report.ignored, ", "));
    return lines;
}

}  // namespace cw::app
