#pragma once

#include "app/code_impact.h"
#include "app/library_desk.h"
#include "app/update_schedule.h"
#include "base/downloads.h"

#include <optional>
#include <string>
#include <vector>

namespace cw::app {

/// An installed table of any kind.
struct InstalledTable {
    Installed id;
    std::string name;
    std::string variant;
    DateInterval inForce;
    std::string sourceName;
    Instant importedAt;
    std::int64_t rows = 0;
    ReleaseKind kind = ReleaseKind::official;
};

enum class TableState {
    inForce,
    expiresSoon,   ///< In force, ends within UpdateCentre::warningDays, and nothing installed covers the day after.
    updateIsOut,   ///< In force, but the agency's last update day came after it began.
    olderIsUsed,   ///< None covers the day; the newest older one serves, marked with its year.
    starterOnly,   ///< Only our table of common codes.
    missing,       ///< Nothing installed.
    notInstalled,  ///< Nothing installed, and nobody needs it.
};
std::string_view toString(TableState state) noexcept;  ///< "in force", "expires soon" …
bool needsAttention(TableState state) noexcept;

/// How one kind of table stands; lists that come in variants (practitioner, outpatient) have a row for each.
struct TableStatus {
    const TableSource* source = nullptr;
    std::string variant;
    TableState state = TableState::missing;
    std::vector<InstalledTable> installed;  ///< Newest first.
    std::string inForce;                    ///< Name of the one in force or used instead; empty when there is none.
    std::optional<Date> lastDay;            ///< Its last day.
    std::optional<Date> nextDue;            ///< The agency's next update day.
    bool isNextInstalled = false;           ///< Something installed covers that day and begins then or later.
    std::string address;
    bool isAddressOurs = false;  ///< An administrator changed it.
    std::string sentence;        ///< "FY2025 ends on 2025-09-30; the next is due on 1 October." For people.
};

/// Keeps an eye on what is installed and what the agencies give out. Being offline is normal: nothing here needs a network
/// but download().
class UpdateCentre {
public:
    static constexpr int warningDays = 45;

    explicit UpdateCentre(Workspace& workspace) : m_workspace(workspace) {}

    /// In the order of tableSources(). Open to everybody.
    Result<std::vector<TableStatus>> status(Date on);
    /// An empty address goes back to the agency's page. {year}, {yy} and {fy} stand for the calendar year in four and
    /// two digits and the federal fiscal year. Fails with invalidInput for anything but http and https (APP-111), notFound
    /// for an unknown key (APP-110), denied. Audited.
    Status setAddress(std::string_view key, std::string_view address);
    /// With the year of `on` put in.
    Result<std::string> addressFor(std::string_view key, Date on);
    /// Into a new file in `folder` (made when missing). A page of the agency is no file: fails with unsupported (APP-112)
    /// and says to open it in a browser. What comes is to be shown with LibraryDesk::preview() and then imported.
    Result<DownloadedFile> download(Downloads& downloads, std::string_view key, const std::filesystem::path& folder,
                                    const Progress& progress = {});

    /// What the codes that change between two releases touch.
    Result<ImpactReport> impact(CodeSystem system, std::string_view from, std::string_view to);
    /// What the codes touch that are in force on `day` for the last time.
    Result<ImpactReport> expiring(Date day) { return expiringOn(m_workspace, day); }

private:
    Workspace& m_workspace;
};

}  // namespace cw::app
