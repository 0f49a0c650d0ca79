#include "encounter/workflow.h"

#include <string>

namespace cw {

std::string_view toString(WorkflowStep step) noexcept
{
    switch (step) {
    case WorkflowStep::startCoding: return "start coding";
    case WorkflowStep::hold: return "hold";
    case WorkflowStep::resume: return "resume";
    case WorkflowStep::submit: return "submit";
    case WorkflowStep::startReview: return "start review";
    case WorkflowStep::sendBack: return "return";
    case WorkflowStep::approve: return "approve";
    case WorkflowStep::exportClaim: return "export";
    case WorkflowStep::reject: return "reject";
    case WorkflowStep::reopen: return "reopen";
    case WorkflowStep::takeBack: return "take back";
    case WorkflowStep::accept: return "accept";
    case WorkflowStep::pay: return "pay";
    case WorkflowStep::deny: return "deny";
    case WorkflowStep::reverse: return "reverse";
    case WorkflowStep::resend: return "resend";
    }
    return "";
}

const std::vector<WorkflowRule>& workflowTable()
{
    using S = EncounterStatus;
    using W = WorkflowStep;
    using R = WorkflowRight;
    static const std::vector<WorkflowRule> table = {
        {S::fresh, W::startCoding, S::inCoding, R::code},
        {S::returned, W::startCoding, S::inCoding, R::code},
        {S::rejected, W::startCoding, S::inCoding, R::code},
        {S::fresh, W::hold, S::pending, R::code, false, true},
        {S::inCoding, W::hold, S::pending, R::code, false, true},
        {S::returned, W::hold, S::pending, R::code, false, true},
        {S::pending, W::resume, S::inCoding, R::code},
        {S::pending, W::startCoding, S::inCoding, R::code},
        {S::fresh, W::submit, S::coded, R::code, true},
        {S::inCoding, W::submit, S::coded, R::code, true},
        {S::returned, W::submit, S::coded, R::code, true},
        {S::rejected, W::submit, S::coded, R::code, true},
        {S::coded, W::startReview, S::inReview, R::review},
        {S::coded, W::sendBack, S::returned, R::review, false, true},
        {S::inReview, W::sendBack, S::returned, R::review, false, true},
        {S::coded, W::approve, S::approved, R::review, true},
        {S::inReview, W::approve, S::approved, R::review, true},
        {S::approved, W::sendBack, S::returned, R::bill, false, true},
        {S::approved, W::exportClaim, S::exported, R::bill, true},
        {S::exported, W::reject, S::rejected, R::bill, false, true},
        {S::accepted, W::reject, S::rejected, R::bill, false, true},
        {S::exported, W::takeBack, S::approved, R::bill, false, true},
        {S::rejected, W::takeBack, S::approved, R::bill, false, true},
        {S::exported, W::accept, S::accepted, R::bill},
        {S::rejected, W::accept, S::accepted, R::bill},
        {S::exported, W::pay, S::paid, R::bill},
        {S::accepted, W::pay, S::paid, R::bill},
        {S::rejected, W::pay, S::paid, R::bill},
        {S::denied, W::pay, S::paid, R::bill},
        {S::exported, W::deny, S::denied, R::bill},
        {S::accepted, W::deny, S::denied, R::bill},
        {S::rejected, W::deny, S::denied, R::bill},
        {S::paid, W::deny, S::denied, R::bill},
        {S::paid, W::reverse, S::accepted, R::bill},
        {S::denied, W::reverse, S::accepted, R::bill},
        {S::rejected, W::resend, S::approved, R::bill, true},
        {S::accepted, W::resend, S::approved, R::bill, true},
        {S::denied, W::resend, S::approved, R::bill, true},
        {S::paid, W::resend, S::approved, R::bill, true},
        {S::denied, W::startCoding, S::inCoding, R::code},
        {S::coded, W::reopen, S::inCoding, R::code},
    };
    return table;
}

Result<WorkflowRule> workflowRule(EncounterStatus from, WorkflowStep step)
{
    for (const auto& rule : workflowTable())
        if (rule.from == from && rule.step == step) return rule;
    return Error{ErrorKind::conflict, "ENCOUNTER-003",
                 "cannot " + std::string(toString(step)) + " an encounter that is " + std::string(toString(from))};
}

bool isCodingOpen(EncounterStatus status) noexcept
{
    switch (status) {
    case EncounterStatus::fresh:
    case EncounterStatus::inCoding:
    case EncounterStatus::pending:
    case EncounterStatus::returned:
    case EncounterStatus::rejected: return true;
    default: return false;
    }
}

}  // namespace cw
