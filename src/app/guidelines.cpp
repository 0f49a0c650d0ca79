#include "app/guidelines.h"

#include "base/file.h"
#include "base/text.h"

#include <filesystem>
#include <vector>

namespace cw::app {

namespace {

std::filesystem::path folderOf(const Workspace& workspace)
{
    return workspace.folder() / "guidelines";
}

/// Fiscal years begin on 1 October.
int fiscalYearOn(Date day)
{
    return day.year() + (day >= Date::of(day.year(), 10, 1) ? 1 : 0);
}

}  // namespace

int fiscalYearOf(std::string_view name)
{
    const auto upper = text::upperAscii(name);
    for (auto at = upper.find("FY"); at != std::string::npos; at = upper.find("FY", at + 2)) {
        std::size_t digits = 0;
        int year = 0;
        while (digits < 4 && at + 2 + digits < upper.size() && upper[at + 2 + digits] >= '0' &&
               upper[at + 2 + digits] <= '9')
            year = year * 10 + (upper[at + 2 + digits++] - '0');
        if (digits == 4) return year;
        if (digits == 2) return 2000 + year;
    }
    return 0;
}

Status Guidelines::add(std::string_view name, std::string_view bytes)
{
    CW_CHECK(require(m_workspace, Permission::importCodes));
    if (!bytes.starts_with("%PDF-"))
        return Error{ErrorKind::invalidInput, "APP-260", std::string(name) + ": this is no PDF"};
    const auto file = std::filesystem::path(std::string(name)).filename();
    std::error_code failed;
    std::filesystem::create_directories(folderOf(m_workspace), failed);
    if (failed) return Error{ErrorKind::io, "APP-261", "the folder for guidelines: " + failed.message()};
    return writeFileAtomically(folderOf(m_workspace) / file, bytes, true);
}

Result<std::optional<GuidelineBook>> Guidelines::bookFor(Date on) const
{
    std::optional<std::filesystem::path> best;
    int bestYear = -1;
    std::error_code failed;
    for (const auto& entry : std::filesystem::directory_iterator(folderOf(m_workspace), failed)) {
        const int year = fiscalYearOf(entry.path().filename().string());
        const bool isWanted = year == fiscalYearOn(on);
        if (!isWanted && year <= bestYear) continue;
        best = entry.path();
        bestYear = year;
        if (isWanted) break;
    }
    if (!best) return std::optional<GuidelineBook>();
    CW_TRY(auto bytes, readFile(*best));
    return std::optional(GuidelineBook{best->filename().string(), bestYear, std::move(bytes)});
}

}  // namespace cw::app
