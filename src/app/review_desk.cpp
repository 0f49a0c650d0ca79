#include "app/review_desk.h"

#include "app/steps.h"

namespace cw::app {

namespace {

/// One person with all three working roles is a practice of one: there nobody else could approve.
bool isPracticeOfOne(const User& user)
{
    return user.roles.contains(Role::coder) && user.roles.contains(Role::supervisor) &&
           user.roles.contains(Role::biller);
}

}  // namespace

Result<std::vector<EncounterSummary>> ReviewDesk::queue()
{
    CW_CHECK(require(m_workspace, Permission::review));
    CW_TRY(auto tx, m_workspace.work().beginRead());
    WorklistFilter filter;
    filter.statuses = {EncounterStatus::coded, EncounterStatus::inReview};
    return m_workspace.encounters().list(*tx, filter);
}

Result<WorkflowState> ReviewDesk::approve(std::string_view encounterId)
{
    CW_CHECK(require(m_workspace, Permission::review));
    CW_TRY(auto tx, m_workspace.work().beginWrite());
    CW_TRY(const auto stored, m_workspace.encounters().load(*tx, encounterId));
    if (stored.workflow.assignedTo == m_workspace.user().name && !isPracticeOfOne(m_workspace.user()))
        return Error{ErrorKind::denied, "APP-031",
                     "encounter " + std::string(encounterId) +
                         " was coded by the same account; somebody else approves it"};
    CW_TRY(auto state, takeStep(m_workspace, *tx, stored, WorkflowStep::approve));
    CW_CHECK(tx->commit());
    return state;
}

Result<WorkflowState> ReviewDesk::sendBack(std::string_view encounterId, std::string_view reason)
{
    return takeStepNow(m_workspace, encounterId, WorkflowStep::sendBack, reason);
}

}  // namespace cw::app
