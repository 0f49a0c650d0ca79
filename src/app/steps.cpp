#include "app/steps.h"

#include "app/edit_report.h"
#include "base/text.h"

namespace cw::app {

namespace {

Permission permissionFor(WorkflowRight right)
{
    switch (right) {
    case WorkflowRight::code: return Permission::code;
    case WorkflowRight::review: return Permission::review;
    case WorkflowRight::bill: return Permission::bill;
    }
    return Permission::manageUsers;
}

Status requireClean(const EditReport& report, const std::string& encounterId)
{
    if (report.isReady()) return {};
    const int errors = blockers(report);
    return Error{ErrorKind::notReady, "APP-010",
                 "encounter " + encounterId + " has " + std::to_string(errors) + (errors == 1 ? " error" : " errors") +
                     "; first " + firstBlocker(report)};
}

}  // namespace

Result<WorkflowState> takeStep(Workspace& workspace, WriteTx& tx, const StoredEncounter& stored, WorkflowStep step,
                               std::string_view reason)
{
    CW_TRY(const auto rule, workflowRule(stored.workflow.status, step));
    CW_CHECK(require(workspace, permissionFor(rule.right)));
    const auto& encounterId = stored.encounter.encounterId;
    if (rule.needsReason && text::trim(reason).empty())
        return Error{ErrorKind::invalidInput, "APP-011",
                     "to " + std::string(toString(step)) + " encounter " + encounterId + " takes a reason"};
    if (rule.needsCleanEdits) {
        CW_TRY(const auto report, reportOn(workspace, tx, stored.encounter));
        CW_CHECK(requireClean(report, encounterId));
        CW_CHECK(keepResult(workspace, tx, stored.encounter, report));
    }
    WorkflowState next = stored.workflow;
    next.status = rule.to;
    if (rule.needsReason) next.note = std::string(text::trim(reason));
    if (step == WorkflowStep::submit || step == WorkflowStep::resume) next.note.clear();
    // Who codes it holds it: a free encounter goes to the person who takes it into coding or submits it.
    const bool takes = step == WorkflowStep::startCoding || step == WorkflowStep::submit;
    if (takes && next.assignedTo.empty()) next.assignedTo = workspace.user().name;
    return workspace.encounters().setWorkflow(tx, stored.encounter.row, stored.workflow, next,
                                              "encounter." + std::string(toString(step)), workspace.actor());
}

Result<WorkflowState> takeStepNow(Workspace& workspace, std::string_view encounterId, WorkflowStep step,
                                  std::string_view reason)
{
    CW_TRY(auto tx, workspace.work().beginWrite());
    CW_TRY(const auto stored, workspace.encounters().load(*tx, encounterId));
    CW_TRY(auto state, takeStep(workspace, *tx, stored, step, reason));
    CW_CHECK(tx->commit());
    return state;
}

}  // namespace cw::app
