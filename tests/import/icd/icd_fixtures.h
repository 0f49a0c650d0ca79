#pragma once

#include "import/reference_file.h"
#include "tests/import/fixtures.h"

#include <string>

namespace cw::test {

/// A text as the dispatcher hands it to a reader; the name tells FY2030.
inline SourceText sourceText(std::string bytes, const std::string& name = "list_2030.xml")
{
    return {std::move(bytes), name, "f.zip: " + name, {name}};
}

inline std::string xmlFile(const std::string& root, const std::string& body, const std::string& version = "2030")
{
    return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\r\n<" + root + ">\r\n<version>" + version + "</version>\r\n" +
           body + "</" + root + ">\r\n";
}

/// A Tabular List with these sections in one chapter.
inline std::string tabularXml(const std::string& sections)
{
    return xmlFile("ICD10CM.tabular",
                   "<chapter><name>4</name><desc>Invented diseases (E00-E89)</desc>" + sections + "</chapter>\r\n");
}

/// A section with these diag elements.
inline std::string sectionXml(const std::string& id, const std::string& diags)
{
    return "<section id=\"" + id + "\"><desc>Invented block (" + id + ")</desc>" + diags + "</section>\r\n";
}

inline std::string diagXml(const std::string& code, const std::string& inside = "")
{
    return "<diag><name>" + code + "</name><desc>Invented " + code + "</desc>" + inside + "</diag>\r\n";
}

/// A main term "Zany" under the letter Z.
inline std::string indexXml(const std::string& inside, const std::string& before = "<title>INDEX TO DISEASES</title>",
                            const std::string& root = "ICD10CM.index")
{
    return xmlFile(root, before + "<letter><title>Z</title><mainTerm><title>Zany</title>" + inside +
                             "</mainTerm></letter>\r\n");
}

}  // namespace cw::test
