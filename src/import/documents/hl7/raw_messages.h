#pragma once

#include "base/result.h"
#include "import/documents/incoming.h"

#include <string>
#include <string_view>
#include <vector>

namespace cw::hl7 {

/// A segment as it was sent: bytes without line end, in the character set of its message. A line that begins with no
/// segment id was put behind the line before it, parted by '\n'.
struct RawSegment {
    std::string bytes;
    int line = 0;  ///< In the file, from 1.
};

/// One message as it stands in the file, not judged yet.
struct RawMessage {
    int number = 0;                    ///< In the file, from 1.
    std::vector<RawSegment> segments;  ///< The first begins with "MSH".
};

/// Everything in a file: what lies between messages, and whether the counts of its batches hold.
struct RawFile {
    std::vector<RawMessage> messages;
    std::vector<RefusedRecord> refused;  ///< Segments outside any message.
    std::vector<std::string> notes;
};

/// Splits a file into messages (HL7 v2.5.1 section 2.10.3): one or many, with or without FHS/BHS/BTS/FTS, with the framing
/// bytes of MLLP or none, with CR, LF or CRLF or all of them. Counts of BTS-1 and FTS-1 that do not hold are notes: a
/// message is no worse for them. Never fails.
RawFile splitMessages(std::string_view bytes);

}  // namespace cw::hl7
