#pragma once

#include "app/workspace.h"

#include <filesystem>

namespace cw::ui {

/// Where claim files go: what was chosen last in this workspace, else its folder "claims". On the background thread.
Result<std::filesystem::path> exportFolder(app::Workspace& workspace);
Result<std::filesystem::path> setExportFolder(app::Workspace& workspace, const std::filesystem::path& folder);

}  // namespace cw::ui
