#pragma once

#include "import/documents/hl7/raw_messages.h"

#include <string>
#include <vector>

namespace cw::hl7 {

/// The segments of a message in UTF-8, by MSH-18 (HL7 table 0211). A segment that is UTF-8 is that, whatever is declared;
/// where no set is declared that we read, the others are taken as Windows-1252. Both are noted. Each segment is judged
/// by itself, so that a part of a message reads as the whole does. Never fails.
std::vector<std::string> decodeSegments(const RawMessage& raw, char separator, std::vector<std::string>& notes);

}  // namespace cw::hl7
