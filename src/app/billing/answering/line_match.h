#pragma once

#include "claim/answers/answer.h"
#include "encounter/encounter.h"

#include <string_view>
#include <vector>

namespace cw::app::answering {

/// The service line that each line of the answer speaks of, by 1-based position among the encounter's procedures; 0: none fits. By our
/// line number (REF*6R); else by code, modifiers, day and charge; else without the modifiers, which payers drop; else by the code
/// that was billed before the payer changed it (SVC06). A line that several parts of the answer name by number is theirs all.
std::vector<int> matchLines(const answers::RemitClaim& answer, const Encounter& encounter,
                            std::string_view claimNumber);

}  // namespace cw::app::answering
