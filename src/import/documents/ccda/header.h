#pragma once

#include "import/documents/ccda/xml.h"
#include "import/documents/incoming.h"

#include <optional>
#include <string>
#include <vector>

namespace cw::ccda {

/// What the header of a ClinicalDocument tells (C-CDA R2.1, 1.1 US Realm Header).
struct Header {
    std::string kind;   ///< "Discharge Summary": the document type by its LOINC code; empty when it is none of C-CDA.
    std::string title;  ///< Never empty.
    DocumentType type = DocumentType::other;
    std::optional<Date> date;  ///< effectiveTime.
    std::string dateShown;
    std::string author;     ///< Person, else device, else organisation.
    std::string signedBy;   ///< legalAuthenticator.
    std::string custodian;  ///< Organisation that keeps the original.
    std::string key;        ///< setId, else id.
    std::string version;    ///< versionNumber, else effectiveTime.
    std::string replaces;   ///< Parent document under another key.
    std::string status;
    IncomingPatient patient;
    std::vector<std::string> otherNames;
};

/// Reads what is there; `notes` gets what is missing and matters for matching or dating.
Header readHeader(pugi::xml_node document, std::vector<std::string>& notes);

/// Title and labelled facts at the beginning of the readable text.
void writeHeader(const Header& header, RenditionWriter& writer);
/// Type, title, date, author and what names the document across versions.
void describe(const Header& header, NewDocument& document);

}  // namespace cw::ccda
