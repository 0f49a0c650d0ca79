#pragma once

#include "base/result.h"
#include "import/reference_file.h"
#include "import/table_text.h"

#include <pugixml.hpp>

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace cw {

/// An XML file of an agency, parsed. Only what such files need is accepted: one root element, UTF-8 (or Windows-1252 that
/// says so), no document type, at most 64 elements inside each other. Entities other than the five of XML are never
/// resolved.
class XmlText {
public:
    /// Fails with invalidInput that names file, line and reason: IMPORT-101 (bytes), IMPORT-102 (malformed or cut off),
    /// IMPORT-103 (document type), IMPORT-104 (root is not `root`), IMPORT-105 (nesting).
    static Result<XmlText> parse(std::string_view bytes, const std::string& label, std::string_view root);

    pugi::xml_node root() const { return m_document.document_element(); }
    /// What its "version" element says; may be empty.
    std::string version() const;
    /// `label: line 12: reason` as invalidInput.
    Error fault(std::string_view id, pugi::xml_node at, const std::string& reason) const;

private:
    XmlText() = default;
    pugi::xml_document m_document;
    std::string m_label;
    std::vector<std::size_t> m_lineStarts;
};

/// All text in the element, blanks and line ends in runs made one, none at the ends.
std::string textOf(pugi::xml_node element);
/// The same for any text.
std::string oneLine(std::string_view text);

/// Name of the root element at the beginning of an XML file; empty when it is none, or the addenda of a list.
std::string_view rootElement(std::string_view head);

/// Elements that a reader met and does not know, by name: they are told, not lost in silence.
using UnknownElements = std::map<std::string, std::int64_t, std::less<>>;
/// "left out, unknown: warning (3)"; nothing when all were known.
std::optional<std::string> describeUnknown(const UnknownElements& unknown);

/// Fills kind, name and inForce: the year that `version` (may be empty) or the names tell; fiscal years.
Result<ParsedList> fiscalList(ListKind kind, const std::string& version, const SourceText& text,
                              const CodeFileOptions& options);

}  // namespace cw
