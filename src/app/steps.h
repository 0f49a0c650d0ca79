#pragma once

#include "app/workspace.h"
#include "edits/finding.h"

#include <functional>
#include <set>
#include <string>

namespace cw::app {

/// Setting "edits.off": ids of advisory rules an administrator has switched off, comma separated.
Result<std::set<std::string, std::less<>>> rulesOff(Workspace& workspace, ReadTx& tx);

/// The edits of an encounter today, with the rules that are switched off left out.
Result<EditReport> reportOn(Workspace& workspace, ReadTx& tx, const Encounter& encounter);

/// One workflow step in a transaction of the caller: asks the table, the person's right, the edits where the step needs
/// them clean, and the reason where it needs one. Fails with denied, conflict, notReady (APP-010: edits have
/// errors) or invalidInput (APP-011: no reason given).
Result<WorkflowState> takeStep(Workspace& workspace, WriteTx& tx, const StoredEncounter& stored, WorkflowStep step,
                               std::string_view reason = {});

/// The same in a transaction of its own.
Result<WorkflowState> takeStepNow(Workspace& workspace, std::string_view encounterId, WorkflowStep step,
                                  std::string_view reason = {});

}  // namespace cw::app
