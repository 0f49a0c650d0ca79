#pragma once

#include "tests/import/fixtures.h"

#include <string>

namespace cw::test {

/// The inner XML of the parts of a workbook; empty parts are left out, but for the first sheet.
struct XlsxParts {
    std::string sheet;
    std::string secondSheet;
    std::string sharedStrings;
    std::string styles;
};

inline std::string makeXlsx(const XlsxParts& parts)
{
    const std::string head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    const auto sheet = [&](const std::string& rows) {
        return head + "<worksheet><sheetData>" + rows + "</sheetData></worksheet>";
    };
    ZipMembers members = {
        {"[Content_Types].xml", head + "<Types/>"},
        {"xl/workbook.xml", head + "<workbook><sheets><sheet name=\"First\" sheetId=\"1\" r:id=\"rId1\"/>"
                                   "<sheet name=\"Second\" sheetId=\"2\" r:id=\"rId2\"/></sheets></workbook>"},
        {"xl/_rels/workbook.xml.rels",
         head + "<Relationships><Relationship Id=\"rId2\" Target=\"/xl/worksheets/sheet2.xml\"/>"
                "<Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></Relationships>"},
        {"xl/worksheets/sheet1.xml", sheet(parts.sheet)}};
    if (!parts.secondSheet.empty()) members.emplace_back("xl/worksheets/sheet2.xml", sheet(parts.secondSheet));
    if (!parts.sharedStrings.empty())
        members.emplace_back("xl/sharedStrings.xml", head + "<sst>" + parts.sharedStrings + "</sst>");
    if (!parts.styles.empty())
        members.emplace_back("xl/styles.xml", head + "<styleSheet>" + parts.styles + "</styleSheet>");
    return makeZip(members);
}

}  // namespace cw::test
