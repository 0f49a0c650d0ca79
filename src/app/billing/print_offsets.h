#pragma once

#include "app/workspace.h"
#include "claim/paper/paper.h"

namespace cw::app {

/// How far a form's print is moved on this workspace's paper: settings "print.<form>.right" and ".down", in tenths of a
/// millimetre.
Result<paper::Offsets> printOffsets(Workspace& workspace, ReadTx& tx, ClaimForm form);
/// Fails with invalidInput (APP-273) beyond 20 mm.
Status setPrintOffsets(Workspace& workspace, ClaimForm form, const paper::Offsets& offsets);

}  // namespace cw::app
