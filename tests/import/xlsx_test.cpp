#include "import/xlsx.h"

#include "import/reference_file.h"
#include "tests/import/xlsx_fixture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace cw {
namespace {

using test::makeXlsx;
using test::makeZip;
using test::outcome;
using test::XlsxParts;
using ::testing::StartsWith;

std::string textOf(const XlsxParts& parts, std::string_view sheet = {})
{
    const auto text = xlsxAsText(makeXlsx(parts), "f.xlsx", sheet);
    return text ? *text : outcome(text);
}

TEST(XlsxTest, GivesSharedAndInlineTextNumbersAndDates)
{
    XlsxParts parts;
    parts.sharedStrings = "<si><t xml:space=\"preserve\">   A1</t></si>"
                          "<si><r><t>two </t></r><r><t>runs</t></r><rPh><t>no</t></rPh></si>";
    parts.styles =
        "<numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"mm/dd/yy;@\"/></numFmts>"
        "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"14\"/><xf numFmtId=\"2\"/></cellXfs>";
    parts.sheet = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"C1\" t=\"s\"><v>1</v></c></row>"
                  "<row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is><t>a &amp; \"b\"_x000D_\nc</t></is></c>"
                  "<c r=\"B3\" s=\"1\"><v>45017</v></c><c r=\"C3\" s=\"2\"><v>44197.5</v></c>"
                  "<c r=\"D3\" s=\"3\"><v>45017</v></c><c r=\"E3\"><v>2017</v></c>"
                  "<c r=\"F3\" t=\"str\"><f>1+1</f><v>2</v></c></row>";
    EXPECT_EQ("   A1\t\ttwo runs\n\n\"a & \"\"b\"\" c\"\t2023-04-01\t2021-01-01\t45017\t2017\t2\n", textOf(parts));
}

TEST(XlsxTest, TakesASheetByItsName)
{
    XlsxParts parts;
    parts.sheet = "<row><c t=\"str\"><v>first</v></c><c t=\"str\"><v>next</v></c></row>";
    parts.secondSheet = "<row><c t=\"str\"><v>second</v></c></row>";
    EXPECT_EQ("first\tnext\n", textOf(parts));
    EXPECT_EQ("second\n", textOf(parts, "Second"));
    EXPECT_THAT(textOf(parts, "Third"), StartsWith("IMPORT-157: f.xlsx: has no sheet Third"));
}

TEST(XlsxTest, RefusesWhatIsNoWorkbook)
{
    EXPECT_FALSE(looksLikeXlsx("PK\x03\x04"));
    EXPECT_FALSE(looksLikeXlsx(makeZip({{"a.txt", "text"}, {"xl/workbook.xml", "x"}})));
    EXPECT_TRUE(looksLikeXlsx(makeXlsx({})));
    EXPECT_THAT(outcome(xlsxAsText(makeZip({{"a.txt", "text"}}), "f.xlsx")), StartsWith("IMPORT-155"));
    XlsxParts broken;
    broken.sheet = "<row><c>";
    EXPECT_THAT(textOf(broken), StartsWith("IMPORT-156: f.xlsx: xl/worksheets/sheet1.xml is damaged"));
    EXPECT_THAT(outcome(xlsxAsText("PK\x03\x04 cut off", "f.xlsx")), StartsWith("IMPORT-001"));
}

TEST(XlsxTest, RefusesCellsBeyondASheet)
{
    for (const auto* sheet : {"<row r=\"2\"><c r=\"A2\"/></row><row r=\"1\"><c r=\"A1\"/></row>",
                              "<row r=\"1048577\"><c r=\"A1048577\"/></row>", "<row r=\"1\"><c r=\"XFE1\"/></row>",
                              "<row r=\"1\"><c r=\"B1\"/><c r=\"A1\"/></row>", "<row r=\"1\"><c r=\"12\"/></row>"}) {
        XlsxParts parts;
        parts.sheet = sheet;
        EXPECT_THAT(textOf(parts), StartsWith("IMPORT-158")) << sheet;
    }
}

TEST(XlsxTest, RefusesASheetThatGrowsWithoutBounds)
{
    XlsxParts parts;
    parts.sharedStrings = "<si><t>" + std::string(1U << 20U, 'x') + "</t></si>";
    for (int row = 1; row <= 300; ++row)
        parts.sheet += "<row r=\"" + std::to_string(row) + "\"><c t=\"s\"><v>0</v></c></row>";
    EXPECT_THAT(textOf(parts), StartsWith("IMPORT-158"));
}

TEST(XlsxTest, AListMayBeASpreadsheetAloneOrInAZip)
{
    XlsxParts parts;
    parts.sheet = "<row><c t=\"str\"><v>add_on_code</v></c><c t=\"str\"><v>primary_code</v></c>"
                  "<c t=\"str\"><v>aoc_edit_type</v></c></row>"
                  "<row><c><v>12345</v></c><c><v>12346</v></c><c><v>1</v></c></row>";
    const auto alone = parseReferenceBytes(makeXlsx(parts), "AOC_V2024Q3.xlsx", {}, Progress());
    ASSERT_TRUE(alone) << outcome(alone);
    ASSERT_EQ(1U, alone->lists.size());
    EXPECT_EQ(ListKind::addOn, alone->lists[0].kind);
    EXPECT_EQ("2024 Q3", alone->lists[0].name);

    const auto zipped = parseReferenceBytes(makeZip({{"notes.txt", "read me"}, {"AOC_V2024Q3.xlsx", makeXlsx(parts)}}),
                                            "aoc.zip", {}, Progress());
    ASSERT_TRUE(zipped) << outcome(zipped);
    ASSERT_EQ(1U, zipped->lists.size());
    EXPECT_EQ("aoc.zip: AOC_V2024Q3.xlsx", zipped->lists[0].sourceName);
    EXPECT_THAT(zipped->ignored, ::testing::ElementsAre("notes.txt"));

    XlsxParts other;
    other.sheet = "<row><c t=\"str\"><v>nothing known</v></c></row>";
    EXPECT_THAT(outcome(parseReferenceBytes(makeZip({{"a.xlsx", makeXlsx(other)}}), "a.zip", {}, Progress())),
                StartsWith("IMPORT-122: a.zip: no member is"));
}

}  // namespace
}  // namespace cw
