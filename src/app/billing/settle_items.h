#pragma once

#include "app/workspace.h"

namespace cw::app {

/// Closes the claim's open items, of one kind or (not set) of both, because something else settled them.
Status closeItems(Workspace& workspace, WriteTx& tx, ClaimId claim, std::optional<WorkItemKind> kind,
                  WorkItemOutcome outcome);

}  // namespace cw::app
