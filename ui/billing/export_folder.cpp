#include "ui/billing/export_folder.h"

namespace cw::ui {

namespace {

constexpr auto settingKey = "export.folder";

}  // namespace

Result<std::filesystem::path> exportFolder(app::Workspace& workspace)
{
    CW_TRY(const auto tx, workspace.work().beginRead());
    CW_TRY(const std::string chosen, workspace.settings().value(*tx, settingKey));
    return chosen.empty() ? workspace.folder() / "claims" : std::filesystem::path(chosen);
}

Result<std::filesystem::path> setExportFolder(app::Workspace& workspace, const std::filesystem::path& folder)
{
    CW_CHECK(app::require(workspace, Permission::bill));
    CW_TRY(const auto tx, workspace.work().beginWrite());
    CW_CHECK(workspace.settings().setValue(*tx, settingKey, folder.string()));
    CW_CHECK(tx->commit());
    return folder;
}

}  // namespace cw::ui
