#include "app/workspace.h"

namespace cw::app {

Status require(const Workspace& workspace, Permission permission)
{
    if (allows(workspace.user().roles, permission)) return {};
    return Error{ErrorKind::denied, "APP-001",
                 "account " + workspace.user().name + " (" + toString(workspace.user().roles) + ") may not " +
                     std::string(toString(permission))};
}

}  // namespace cw::app
