#pragma once

#include "import/documents/hl7/message.h"
#include "import/documents/hl7/timestamp.h"
#include "import/documents/incoming.h"

#include <optional>
#include <vector>

namespace cw::hl7 {

using Segments = std::vector<const Segment*>;

/// The first segment of this id; null when there is none.
const Segment* find(const Segments& segments, std::string_view id);

/// PV1 (HL7 v2.5.1 section 3.4.3) and IN1 (section 6.5.6) of one patient's part of a message; the number is PV1-19, else
/// PV1-50, else PID-18. Nothing when none of them tells anything. GT1 is not read. `notes` gets what was passed over.
std::optional<IncomingVisit> readVisit(const Segments& segments, std::vector<std::string>& notes);

/// When the event of an ADT message took place: EVN-6, else EVN-2.
Timestamp readEventTime(const Segments& segments);

}  // namespace cw::hl7
