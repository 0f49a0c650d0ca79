#pragma once

#include "cli/console.h"

#include <string>
#include <vector>

namespace cw::cli {

/// Runs one command; `arguments` without the program's name. Returns the exit status.
int run(const std::vector<std::string>& arguments, const Console& console);

}  // namespace cw::cli
