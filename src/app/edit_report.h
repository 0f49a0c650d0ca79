#pragma once

#include "app/edit_desk.h"

namespace cw::app {

/// The edits of an encounter today as the site has them.
Result<EditReport> reportOn(Workspace& workspace, ReadTx& tx, const Encounter& encounter);
/// The same while it is being coded: rules whose inputs did not change since the last call are not run again.
Result<EditReport> reportWhileCoding(Workspace& workspace, ReadTx& tx, const Encounter& encounter);
/// Of many, in their order, on all cores.
Result<std::vector<EditReport>> reportsOn(Workspace& workspace, ReadTx& tx,
                                          const std::vector<const Encounter*>& encounters, const Progress& progress);

/// Keeps what the edits said, to compare with after the next update of the tables.
Status keepResult(Workspace& workspace, WriteTx& tx, const Encounter& encounter, const EditReport& report);

/// Whether such lines let the encounter go on.
bool isReadyBy(const std::vector<std::string>& lines);

/// Errors that nobody has attested.
int blockers(const EditReport& report);
/// "PF-9: ..." of the first one; empty when nothing blocks.
std::string firstBlocker(const EditReport& report);

}  // namespace cw::app
