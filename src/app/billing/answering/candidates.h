#pragma once

#include "app/billing/answer_desk.h"

namespace cw::app::answering {

/// Claims of ours that an answer without their number may speak of, likeliest first; at most twenty.
Result<std::vector<AnswerDesk::Candidate>> candidatesFor(Workspace& workspace, ReadTx& tx,
                                                         const WaitingAnswer& waiting);

}  // namespace cw::app::answering
