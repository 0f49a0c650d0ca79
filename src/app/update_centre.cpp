#include "app/update_centre.h"

#include "base/text.h"

#include <algorithm>
#include <map>

namespace cw::app {

namespace {

std::string settingOf(const TableSource& source)
{
    return "updates." + std::string(source.key);
}

Result<const TableSource*> sourceOf(std::string_view key)
{
    const auto* source = findSource(key);
    if (source == nullptr)
        return Error{ErrorKind::notFound, "APP-110", "no kind of table is called " + std::string(key)};
    return source;
}

std::string replaced(std::string text, std::string_view mark, const std::string& value)
{
    for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at + value.size()))
        text.replace(at, mark.size(), value);
    return text;
}

std::string withYear(std::string address, Date on)
{
    // The federal fiscal year begins in October of the year before.
    const int fiscal = on >= Date::of(on.year(), 10, 1) ? on.year() + 1 : on.year();
    address = replaced(std::move(address), "{year}", std::to_string(on.year()));
    address = replaced(std::move(address), "{yy}", std::to_string(on.year()).substr(2));
    return replaced(std::move(address), "{fy}", std::to_string(fiscal));
}

/// Installed tables by kind and variant, newest first.
using TablesByVariant = std::map<std::string, std::vector<InstalledTable>>;

bool isNewer(const InstalledTable& a, const InstalledTable& b)
{
    const auto firstDay = [](const InstalledTable& table) {
        return table.inForce.first.value_or(Date::of(1900, 1, 1));
    };
    if (firstDay(a) != firstDay(b)) return firstDay(a) > firstDay(b);
    return a.importedAt > b.importedAt;
}

TablesByVariant tablesOf(const TableSource& source, const std::vector<Release>& releases,
                         const std::vector<ReferenceList>& lists)
{
    TablesByVariant found;
    for (const auto& one : releases)
        if (source.system == one.system)
            found[""].push_back(
                {one.id, one.name, {}, one.inForce, one.sourceName, one.importedAt, one.rows, one.kind});
    for (const auto& one : lists)
        if (source.list == one.kind)
            found[one.variant].push_back({one.id, one.name, one.variant, one.inForce, one.sourceName, one.importedAt,
                                          one.rows, ReleaseKind::official});
    if (found.empty()) found.try_emplace("");
    for (auto& [variant, tables] : found) std::sort(tables.begin(), tables.end(), isNewer);
    return found;
}

bool isOfficial(const InstalledTable& table)
{
    return table.kind != ReleaseKind::starter;
}

const InstalledTable* coveringOn(const std::vector<InstalledTable>& tables, Date day)
{
    const auto found = std::find_if(tables.begin(), tables.end(), [day](const InstalledTable& table) {
        return isOfficial(table) && table.inForce.contains(day);
    });
    return found == tables.end() ? nullptr : &*found;
}

/// The newest that began before the day: what serves for want of a better one.
const InstalledTable* olderThan(const std::vector<InstalledTable>& tables, Date day)
{
    const auto found = std::find_if(tables.begin(), tables.end(), [day](const InstalledTable& table) {
        return isOfficial(table) && (!table.inForce.first || *table.inForce.first <= day);
    });
    return found == tables.end() ? nullptr : &*found;
}

TableState stateOf(const TableStatus& status, const InstalledTable* current, Date on)
{
    const auto& source = *status.source;
    if (current == nullptr) {
        if (olderThan(status.installed, on) != nullptr) return TableState::olderIsUsed;
        if (std::any_of(status.installed.begin(), status.installed.end(),
                        [](const InstalledTable& table) { return !isOfficial(table); }))
            return TableState::starterOnly;
        return source.isOptional ? TableState::notInstalled : TableState::missing;
    }
    const auto last = current->inForce.last;
    if (last && on.daysUntil(*last) <= UpdateCentre::warningDays &&
        coveringOn(status.installed, last->plusDays(1)) == nullptr)
        return TableState::expiresSoon;
    const auto update = lastUpdate(source.cycle, on);
    if (update && current->inForce.first && *current->inForce.first < *update) return TableState::updateIsOut;
    return TableState::inForce;
}

std::string sentenceOf(const TableStatus& status, Date on)
{
    const auto due = status.nextDue ? "The next update is due on " + status.nextDue->iso() + "." : std::string();
    const auto with = [&due](std::string text) { return due.empty() ? text : text + " " + due; };
    switch (status.state) {
    case TableState::inForce:
        return with(status.inForce + " is in force" + (status.lastDay ? " until " + status.lastDay->iso() : "") + ".");
    case TableState::expiresSoon:
        return status.inForce + " ends on " + status.lastDay->iso() + " and nothing installed follows it.";
    case TableState::updateIsOut:
        return status.inForce + " is in force; an update may be out since " +
               lastUpdate(status.source->cycle, on)->iso() + ".";
    case TableState::olderIsUsed:
        return "Nothing installed covers " + on.iso() + "; " + status.inForce + " is the newest before it.";
    case TableState::starterOnly: return with("Only the starter table of common codes is installed.");
    case TableState::missing: return with("Nothing is installed.");
    case TableState::notInstalled: return "Nothing is installed; it is not needed for coding.";
    }
    return {};
}

TableStatus judged(const TableSource& source, std::string variant, std::vector<InstalledTable> installed, Date on)
{
    TableStatus status;
    status.source = &source;
    status.variant = std::move(variant);
    status.installed = std::move(installed);
    const auto* current = coveringOn(status.installed, on);
    const auto* used = current != nullptr ? current : olderThan(status.installed, on);
    if (used != nullptr) {
        status.inForce = used->name;
        status.lastDay = used->inForce.last;
    }
    status.nextDue = nextUpdate(source.cycle, on);
    if (status.nextDue) {
        const auto* next = coveringOn(status.installed, *status.nextDue);
        status.isNextInstalled = next != nullptr && next->inForce.first && *next->inForce.first > on;
    }
    status.state = stateOf(status, current, on);
    status.sentence = sentenceOf(status, on);
    return status;
}

}  // namespace

std::string_view toString(TableState state) noexcept
{
    switch (state) {
    case TableState::inForce: return "in force";
    case TableState::expiresSoon: return "expires soon";
    case TableState::updateIsOut: return "update may be out";
    case TableState::olderIsUsed: return "older one used";
    case TableState::starterOnly: return "starter only";
    case TableState::missing: return "missing";
    case TableState::notInstalled: return "not installed";
    }
    return "";
}

bool needsAttention(TableState state) noexcept
{
    return state != TableState::inForce && state != TableState::notInstalled;
}

Result<std::vector<TableStatus>> UpdateCentre::status(Date on)
{
    CW_TRY(const auto releases, m_workspace.library().releases());
    CW_TRY(const auto lists, m_workspace.tables().lists());
    CW_TRY(auto tx, m_workspace.work().beginRead());
    std::vector<TableStatus> all;
    for (const auto& source : tableSources()) {
        CW_TRY(const auto ours, m_workspace.settings().value(*tx, settingOf(source)));
        for (auto& [variant, tables] : tablesOf(source, releases, lists)) {
            auto status = judged(source, variant, std::move(tables), on);
            status.isAddressOurs = !ours.empty();
            status.address = withYear(ours.empty() ? std::string(source.address) : ours, on);
            all.push_back(std::move(status));
        }
    }
    return all;
}

Status UpdateCentre::setAddress(std::string_view key, std::string_view address)
{
    CW_CHECK(require(m_workspace, Permission::importCodes));
    CW_TRY(const auto* source, sourceOf(key));
    const auto trimmed = text::trim(address);
    const auto lower = text::lowerAscii(trimmed);
    const bool isWeb = lower.starts_with("https://") || lower.starts_with("http://");
    if (!trimmed.empty() && (!isWeb || trimmed.find_first_of(" \t\r\n") != std::string_view::npos))
        return Error{ErrorKind::invalidInput, "APP-111",
                     "an address begins with https:// or http:// and has no blanks"};
    CW_TRY(auto tx, m_workspace.work().beginWrite());
    CW_CHECK(m_workspace.settings().setValue(*tx, settingOf(*source), trimmed));
    CW_CHECK(m_workspace.audit().append(
        *tx, {m_workspace.user().name, "updates.address", {}, std::string(key) + " " + std::string(trimmed)}));
    return tx->commit();
}

Result<std::string> UpdateCentre::addressFor(std::string_view key, Date on)
{
    CW_TRY(const auto* source, sourceOf(key));
    CW_TRY(auto tx, m_workspace.work().beginRead());
    CW_TRY(const auto ours, m_workspace.settings().value(*tx, settingOf(*source)));
    return withYear(ours.empty() ? std::string(source->address) : ours, on);
}

Result<DownloadedFile> UpdateCentre::download(Downloads& downloads, std::string_view key,
                                              const std::filesystem::path& folder, const Progress& progress)
{
    CW_CHECK(require(m_workspace, Permission::importCodes));
    CW_TRY(const auto address, addressFor(key, m_workspace.clock().today()));
    if (address.empty())
        return Error{ErrorKind::unsupported, "APP-113",
                     "this table comes with your own licence; import the file that you were given"};
    std::error_code failure;
    std::filesystem::create_directories(folder, failure);
    if (failure) return Error{ErrorKind::io, "APP-114", "the download folder cannot be made: " + failure.message()};
    CW_TRY(auto file, downloads.download({address, folder}, progress));
    if (!file.isPage) return file;
    std::filesystem::remove(file.file, failure);
    return Error{ErrorKind::unsupported, "APP-112",
                 file.address + " is a page, not a file: open it in a browser and import what you download there, or "
                                "enter the address of the file itself"};
}

Result<ImpactReport> UpdateCentre::impact(CodeSystem system, std::string_view from, std::string_view to)
{
    CW_TRY(auto comparison, LibraryDesk(m_workspace).diff(system, from, to));
    return std::move(comparison.impact);
}

}  // namespace cw::app
