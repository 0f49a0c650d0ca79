#pragma once

#include "import/documents/hl7/visit.h"

#include <string>
#include <string_view>
#include <vector>

namespace cw::hl7 {

/// "ADT A01" for people. What a damaged MSH-9 holds is not repeated.
std::string kindName(const Message& message);

/// What one message says of one patient: MSH, EVN and the segments from its PID to the next. A message mostly has one
/// part; ORU, A40 and others may have several (HL7 v2.5.1 section 7.3.1).
struct MessagePart {
    const Message& message;
    Segments segments;
    std::string record;     ///< "message 3", "message 3, patient 2".
    std::string_view name;  ///< Of the file.
    std::vector<std::string>& notes;

    std::string bytes() const { return message.bytesOf(segments); }
    std::string kind() const { return kindName(message); }
    const Segment* find(std::string_view id) const { return hl7::find(segments, id); }
};

/// One reader per kind of message, in the manner of the table in reader.cpp. They fill what is their own: kind, documents,
/// codes, charges, mergedFrom; patient and visit are there. They fail with invalidInput, naming the message.
Status readAdmission(const MessagePart& part, Incoming& item);      ///< ADT A01, A04.
Status readUpdate(const MessagePart& part, Incoming& item);         ///< ADT A03, A05 to A08, A28, A31.
Status readMerge(const MessagePart& part, Incoming& item);          ///< ADT A40, A34, A18; IMPORT-284 without MRG.
Status readChargePosting(const MessagePart& part, Incoming& item);  ///< DFT P03, P11; IMPORT-285 without FT1.
Status readResults(const MessagePart& part, Incoming& item);        ///< ORU, OUL; IMPORT-281 without a report.
Status readDocument(const MessagePart& part, Incoming& item);       ///< MDM; IMPORT-282 and -283 without a document.
Status readPharmacy(const MessagePart& part, Incoming& item);       ///< RDE, RDS; IMPORT-286 without an order.
Status readVaccinations(const MessagePart& part, Incoming& item);   ///< VXU; IMPORT-287 without RXA.

/// Number of an EI as a key that is the same in every message about it, with the authority that gave it.
std::string entityKey(const Field& ei, const std::string& authority);
/// Namespace or universal id of an EI; empty when none is told.
std::string entityAuthority(const Field& ei);
/// Sorts versions of one document: when its status changed, then when the message was sent (MSH-7).
std::string versionOf(const std::string& changed, const Message& message);

}  // namespace cw::hl7
