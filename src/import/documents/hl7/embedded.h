#pragma once

#include "import/documents/hl7/message.h"
#include "import/documents/incoming.h"

namespace cw::hl7 {

/// The document in an ED (HL7 v2.5.1 section 2.A.24): type and subtype of tables 0191 and 0291, encoding of table 0299
/// (Base64, Hex, A). Fails with invalidInput: IMPORT-277 (no data), -278 (Hex), or as decodeBase64 and readEmbedded do.
Result<NewDocument> readEncapsulated(const Field& ed, const std::string& title, const std::string& record);

}  // namespace cw::hl7
