#include "app/intake.h"

namespace cw::app {

namespace {

constexpr std::string_view key = "intake.authorities";

}  // namespace

Result<std::string> ownAuthorities(Workspace& workspace)
{
    CW_TRY(auto tx, workspace.work().beginRead());
    return workspace.settings().value(*tx, key);
}

Status setOwnAuthorities(Workspace& workspace, std::string_view authorities)
{
    CW_CHECK(require(workspace, Permission::manageUsers));
    CW_TRY(auto tx, workspace.work().beginWrite());
    CW_CHECK(workspace.settings().setValue(*tx, key, authorities));
    CW_CHECK(workspace.audit().append(*tx, {workspace.user().name, "settings.change", {}, std::string(key)}));
    return tx->commit();
}

}  // namespace cw::app
