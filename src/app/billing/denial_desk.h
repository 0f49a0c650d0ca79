#pragma once

#include "app/workspace.h"
#include "claim/work_item.h"

#include <filesystem>
#include <string>
#include <vector>

namespace cw::app {

/// Rejections and denials as work.
class DenialDesk {
public:
    explicit DenialDesk(Workspace& workspace) : m_workspace(workspace) {}

    Result<std::vector<WorkItem>> items(const WorkItemFilter& filter);
    Result<std::pair<WorkItem, std::vector<WorkItemStep>>> item(WorkItemId id);
    /// `item` as changed by a person; `action` and `note` become its next step. Closing needs an outcome; "written off" and "upheld" need a note (APP-290).
    /// A coder may change items of their desk, a biller all.
    Result<WorkItem> save(const WorkItem& item, std::string_view action, std::string_view note);
    Result<std::vector<WorkItemCount>> report(WorkItemReport kind, WorkItemKind of, DateInterval opened);
    static const std::vector<std::string>& rootCauses();  ///< Wording of ours; a site may type its own.

    /// Letter with the facts, the claim's lines, the answer, the evidence with its words and places, the text of the rules that speak for it,
    /// attestations; one PDF, audited. Fails with conflict when the file exists.
    Result<std::filesystem::path> appealPacket(WorkItemId id, const std::filesystem::path& target,
                                               std::string_view letter);

private:
    Workspace& m_workspace;
};

}  // namespace cw::app
