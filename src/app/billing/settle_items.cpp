#include "app/billing/settle_items.h"

namespace cw::app {

Status closeItems(Workspace& workspace, WriteTx& tx, ClaimId claim, std::optional<WorkItemKind> kind,
                  WorkItemOutcome outcome)
{
    CW_TRY(const auto open, workspace.workItems().openItemsOf(tx, claim));
    for (auto item : open) {
        if (kind && item.kind != *kind) continue;
        item.outcome = outcome;
        const WorkItemStep step{workspace.clock().now(), workspace.user().name, 0, std::string(toString(outcome)), {}};
        CW_TRY([[maybe_unused]] const auto version, workspace.workItems().save(tx, item, step));
    }
    return {};
}

}  // namespace cw::app
