#pragma once

#include "base/result.h"
#include "encounter/status.h"

#include <string_view>
#include <vector>

namespace cw {

/// What a person (or an export) does to move an encounter.
enum class WorkflowStep {
    startCoding,
    hold,
    resume,
    submit,
    startReview,
    sendBack,
    approve,
    exportClaim,
    reject,
    reopen,
    takeBack,  ///< A batch is voided: exported, approved again.
    accept,    ///< The payer's system has the claim.
    pay,
    deny,
    reverse,  ///< A payment was taken back.
    resend    ///< Rejected, denied or paid: approved for a further claim.
};
std::string_view toString(WorkflowStep step) noexcept;

/// Who may take a step. Roles are translated to these in `identity`.
enum class WorkflowRight { code, review, bill };

/// One row of the table that every part asks: from, step, to, the right it takes, and what must hold first.
struct WorkflowRule {
    EncounterStatus from;
    WorkflowStep step;
    EncounterStatus to;
    WorkflowRight right;
    bool needsCleanEdits = false;  ///< No finding of severity error.
    bool needsReason = false;
};
const std::vector<WorkflowRule>& workflowTable();

/// The rule for a step from a status. Fails with conflict (ENCOUNTER-003), naming both.
Result<WorkflowRule> workflowRule(EncounterStatus from, WorkflowStep step);

/// True while diagnoses, procedures and evidence may be changed.
bool isCodingOpen(EncounterStatus status) noexcept;

}  // namespace cw
