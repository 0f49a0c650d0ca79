#pragma once

#include "import/documents/ccda/statements.h"
#include "import/documents/incoming.h"

#include <optional>
#include <vector>

namespace cw::ccda {

/// componentOf/encompassingEncounter of a ClinicalDocument, and who took part; nothing when it has none. The number is
/// empty when the encounter has no id.
std::optional<IncomingVisit> readVisit(pugi::xml_node document);

/// Coverage and Policy Activities of the Payers section (templates 2.16.840.1.113883.10.20.22.4.60 and .61), by their
/// sequence numbers. Empty when the document has none.
std::vector<Coverage> readCoverages(pugi::xml_node document);

/// Codes that the header gives to the visit (encompassingEncounter/code) and to the documented service
/// (documentationOf/serviceEvent/code, the procedure of an operative note).
std::vector<Statement> headerStatements(pugi::xml_node document);

/// The visit in labelled lines of the readable text.
void writeVisit(const IncomingVisit& visit, RenditionWriter& writer);

}  // namespace cw::ccda
