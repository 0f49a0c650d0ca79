#pragma once

#include "app/workspace.h"

#include <string>
#include <string_view>

namespace cw::app {

/// One workflow step in a transaction of the caller: asks the table, the person's right, the edits where the step needs
/// them clean (and keeps what they said), and the reason where it needs one. Fails with denied, conflict, notReady (APP-010: edits have
/// errors that nobody attested) or invalidInput (APP-011: no reason given).
Result<WorkflowState> takeStep(Workspace& workspace, WriteTx& tx, const StoredEncounter& stored, WorkflowStep step,
                               std::string_view reason = {});

/// The same in a transaction of its own.
Result<WorkflowState> takeStepNow(Workspace& workspace, std::string_view encounterId, WorkflowStep step,
                                  std::string_view reason = {});

}  // namespace cw::app
