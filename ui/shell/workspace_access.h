#pragma once

#include "app/workspace.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace cw::ui {

/// An account shown on the sign-in page of a demo workspace, or once after a workspace was made.
struct ShownAccount {
    std::string user;
    std::string password;
    std::string roles;
};

/// What the window needs of `wiring`, so that it never sees it: main.cpp fills it, a test may too. All but
/// `folder` are called on a background thread.
struct WorkspaceAccess {
    std::filesystem::path folder;
    std::function<bool()> exists;
    std::function<std::vector<ShownAccount>()> demoAccounts;
    std::function<Result<std::unique_ptr<app::Workspace>>(const std::string& user, const std::string& password)> open;
    /// Makes the workspace; `password` is the administrator's, empty for a demo one.
    std::function<Result<std::vector<ShownAccount>>(bool demo, const std::string& password, const Progress& progress)>
        initialise;
};

}  // namespace cw::ui
