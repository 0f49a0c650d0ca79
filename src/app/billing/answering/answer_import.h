#pragma once

#include "app/billing/answering/run.h"

#include <memory>
#include <string_view>

namespace cw::app::answering {

/// Imports one file of answers in a transaction of its own. Fails with what keeps all of it out.
Result<AnswerOutcome> importOne(Workspace& workspace, std::string_view name, std::string_view bytes,
                                const Progress& progress);

/// A run on a file that was imported before, for one of its answers.
Result<std::unique_ptr<Run>> runOn(Workspace& workspace, WriteTx& tx, AnswerFileId file, std::string_view bytes,
                                   const Progress& progress);

}  // namespace cw::app::answering
