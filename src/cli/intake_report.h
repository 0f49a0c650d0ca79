#pragma once

#include "app/intake.h"
#include "cli/runner.h"

namespace cw::cli {

/// Prints counts on one line and notes on the error stream. 0; 1 when something waits or was refused; 3 when nothing at all
/// could be used.
int tellIntake(const Runner& runner, const app::IntakeOutcome& outcome);

}  // namespace cw::cli
