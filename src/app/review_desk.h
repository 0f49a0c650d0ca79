#pragma once

#include "app/workspace.h"

namespace cw::app {

/// The supervisor's use cases. What is reviewed is opened with CodingDesk::open.
class ReviewDesk {
public:
    explicit ReviewDesk(Workspace& workspace) : m_workspace(workspace) {}

    /// Coded and in review, oldest first.
    Result<std::vector<EncounterSummary>> queue();
    /// Refused with notReady (APP-010) while edits have errors, with denied (APP-031) for one's own coding unless
    /// the person holds all three working roles (a practice of one).
    Result<WorkflowState> approve(std::string_view encounterId);
    /// The reason is kept and shown to the coder. Empty: invalidInput.
    Result<WorkflowState> sendBack(std::string_view encounterId, std::string_view reason);

private:
    Workspace& m_workspace;
};

}  // namespace cw::app
