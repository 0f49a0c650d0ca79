#pragma once

#include "tests/claim/strict/segment.h"

#include <string_view>

namespace cw::strict {

/// Everything that is wrong with a file of one 837P or 837I interchange, one sentence each; empty when it is clean. Made
/// from the facts sheets alone and sharing no code with the writer (but dates and the forms of codes).
Faults strictFaults(std::string_view file);

}  // namespace cw::strict
