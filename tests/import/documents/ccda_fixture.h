#pragma once

#include "import/documents/readers.h"
#include "tests/import/fixtures.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace cw::test::ccda {

/// readCcdaFile() on these bytes.
inline Result<IncomingFile> readCcda(std::string_view bytes, std::string_view name = "note.xml")
{
    static const IncomingOptions options;
    static const Progress progress;
    CountingIdSource ids;
    return readCcdaFile({bytes, name, options, ids, progress});
}

inline const char* const ccdaPatient =
    R"(<recordTarget><patientRole><id root="1.2.3.9" extension="MR-4711"/><patient>
  <name use="L"><given>Orla</given><family>Quennell</family></name><administrativeGenderCode code="F"/>
  <birthTime value="19610302"/></patient></patientRole></recordTarget>)";

/// A document of an invented patient. `header` stands after the recordTarget, `sections` are section elements.
inline std::string ccdaDocument(const std::string& sections, const std::string& header = {},
                                const std::string& patient = ccdaPatient)
{
    std::string components;
    std::size_t at = 0;
    while (at < sections.size()) {
        const std::string_view close = "</section>\n";
        const auto end = sections.find(close, at);
        const auto next = end == std::string::npos ? sections.size() : end + close.size();
        components += "<component>" + sections.substr(at, next - at) + "</component>";
        at = next;
    }
    return R"(<?xml version="1.0" encoding="UTF-8"?>
<?xml-stylesheet type="text/xsl" href="http://example.invalid/never.xsl"?>
<ClinicalDocument xmlns="urn:hl7-org:v3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<id root="1.2.3" extension="doc-1"/><code code="18842-5" codeSystem="2.16.840.1.113883.6.1"/>
<title>Discharge Summary</title><effectiveTime value="20250310143000-0500"/>)" +
           patient + header + "<component><structuredBody>" + components +
           "</structuredBody></component></ClinicalDocument>";
}

/// A section, with the line end that ccdaDocument() parts sections by.
inline std::string ccdaSection(const std::string& loinc, const std::string& title, const std::string& text,
                               const std::string& entries = {})
{
    return "<section><code code=\"" + loinc + "\" codeSystem=\"2.16.840.1.113883.6.1\"/><title>" + title +
           "</title><text>" + text + "</text>" + entries + "</section>\n";
}

inline std::string words(const Rendition& rendition, TextRange range)
{
    return rendition.text.substr(static_cast<std::size_t>(range.begin),
                                 static_cast<std::size_t>(range.end - range.begin));
}

/// The blocks as lines "kind level: words", cells parted by " | " (header cells in capitals "H:").
inline std::string outline(const Rendition& rendition)
{
    static constexpr const char* kinds[] = {"h", "p", "li", "tr", "pre", "note"};
    std::string out;
    for (const auto& block : rendition.blocks) {
        out += kinds[static_cast<int>(block.kind)];
        if (block.level > 0) out += std::to_string(block.level);
        out += ":";
        if (block.cells.empty()) out += " " + words(rendition, block.range);
        for (const auto& cell : block.cells) {
            out += cell.isHeader ? " H[" : " [";
            out += words(rendition, cell.range) + "]";
            if (cell.columns > 1) out += "x" + std::to_string(cell.columns);
        }
        out += "\n";
    }
    return out;
}

/// The outline from the first section on.
inline std::string bodyOutline(const Rendition& rendition)
{
    const auto all = outline(rendition);
    const auto at = all.find("h2:");
    return at == std::string::npos ? std::string() : all.substr(at);
}

}  // namespace cw::test::ccda
