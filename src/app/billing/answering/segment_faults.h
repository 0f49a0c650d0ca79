#pragma once

#include "claim/answers/answer.h"
#include "claim/answers/sent_place.h"
#include "claim/work_item.h"

#include <map>
#include <string>
#include <vector>

namespace cw::app::answering {

/// One fault of a 999, led back to what was sent.
struct PlacedFault {
    WorkItemCode code;      ///< Kind "segment", code "NM109:7" or "REF:3".
    answers::SentPlace at;  ///< `claimNumber` empty: the header, or not found.
};

/// All faults of a set, one for each element that is named; at most some hundred are looked up, a file with more is broken as a whole.
std::vector<PlacedFault> placedFaults(const std::string& batchFile, const answers::SetAck& set);

/// Corrects the fault's pointer for this encounter, whose coverages and diagnoses may stand in another order than in the file.
void pointInto(const Encounter& encounter, PlacedFault& fault);

/// "coder" when a coder can mend one of them.
std::string deskOf(const std::vector<WorkItemCode>& codes);

}  // namespace cw::app::answering
