#pragma once

#include "base/result.h"

#include <pugixml.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace cw::ccda {

/// The XML of a C-CDA or of a part of one, in any encoding that toUtf8() reads.
///
/// Names stand without their prefix ("sdtc:raceCode" is "raceCode"), so that a prefix that nobody declared does no harm.
/// No entity but the five of XML is resolved, nothing that the file points at is opened.
class Xml {
public:
    /// Fails with invalidInput that names file, line, column and reason: IMPORT-230 (document type declaration), IMPORT-231
    /// (no text), IMPORT-232 (malformed or cut off), IMPORT-233 (elements more than 200 deep).
    static Result<Xml> parse(std::string_view bytes, std::string_view name);

    /// The elements that stand in no other: one in a file that is XML, several in a loose fragment.
    std::vector<pugi::xml_node> roots() const;

private:
    Xml() = default;
    pugi::xml_document m_document;
};

/// The attribute without white space around it; empty when it is absent. Valid as long as the Xml.
std::string_view attribute(pugi::xml_node element, const char* name);
/// Its "ID" (narrative) or "id"; valid as long as the Xml.
std::string_view idOf(pugi::xml_node element);
/// All words in the element in one line; empty for no element.
std::string wordsOf(pugi::xml_node element);
/// Absent, or with a nullFlavor.
bool isNull(pugi::xml_node element);
/// Says to have the template of this OID, in any version.
bool hasTemplate(pugi::xml_node element, std::string_view oid);
/// The nullFlavor in words: "no information", "unknown" …; empty when there is none.
std::string nullWords(pugi::xml_node element);

}  // namespace cw::ccda
