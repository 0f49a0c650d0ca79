#include "app/steps.h"

#include "base/text.h"
#include "edits/rules.h"

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
    std::string first;
    for (const auto& finding : report.findings) {
        if (finding.severity != Severity::error) continue;
        first = std::string(finding.key.rule) + ": " + finding.message;
        break;
    }
    const int errors = report.count(Severity::error);
    return Error{ErrorKind::notReady, "APP-010",
                 "encounter " + encounterId + " has " + std::to_string(errors) + (errors == 1 ? " error" : " errors") +
                     "; first " + first};
}

}  // namespace

Result<std::set<std::string, std::less<>>> rulesOff(Workspace& workspace, ReadTx& tx)
{
    CW_TRY(const auto list, workspace.settings().value(tx, "edits.off"));
    std::set<std::string, std::less<>> off;
    // Only advisory rules can be switched off; the others guard the claim file itself.
    for (const auto id : text::split(list, ','))
        for (const auto& rule : ruleCatalogue())
            if (rule.advisory && rule.id == text::trim(id)) off.emplace(rule.id);
    return off;
}

Result<EditReport> reportOn(Workspace& workspace, ReadTx& tx, const Encounter& encounter)
{
    CW_TRY(const auto off, rulesOff(workspace, tx));
    CW_TRY(const auto facts, gatherFacts(encounter, workspace.library(), workspace.clock().today()));
    return runEdits(encounter, facts, off);
}

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
