#pragma once

#include "import/documents/hl7/message.h"
#include "import/documents/incoming.h"

#include <string>
#include <vector>

namespace cw::hl7 {

/// CX (HL7 v2.5.1 section 2.A.14): authority is the namespace id of CX.4, else its universal id.
Identifier readIdentifier(const Field& cx);
/// Namespace id of an HD, else its universal id, without "urn:oid:".
std::string readAuthority(const Field& hd);

/// PID-3, with PID-2 and PID-4 of old messages behind it; names, birth date, sex, address, phone (section 3.4.2).
IncomingPatient readPatient(const Segment& pid);
/// MRG-1, else MRG-4: the record number that goes away (section 3.4.9).
std::optional<Identifier> readMergedFrom(const Segment& mrg);

Address readAddress(const Field& xad);
/// XPN: names into a person that has none.
void readName(const Field& xpn, Person& person);
/// A person of an XCN (section 2.A.86), the NPI when it is one; nothing when no name and no NPI is told.
std::optional<Provider> readProvider(const Field& xcn);
/// "Smith, Jane" of an XCN or of the older CN; what stands there when it has no such parts.
std::string readableProvider(const Field& xcn);

}  // namespace cw::hl7
