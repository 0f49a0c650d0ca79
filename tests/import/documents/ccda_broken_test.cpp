#include "tests/import/documents/ccda_fixture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace cw {
namespace {

using test::outcome;
using test::ccda::bodyOutline;
using test::ccda::ccdaDocument;
using test::ccda::ccdaSection;
using test::ccda::readCcda;
using testing::Contains;
using testing::HasSubstr;

struct BrokenCase {
    const char* name;
    std::string bytes;
    const char* id;
    const char* detail;
};

std::string deep(int levels)
{
    std::string open;
    std::string close;
    for (int i = 0; i < levels; ++i) {
        open += "<component>";
        close += "</component>";
    }
    return open + close;
}

class CcdaBrokenTest : public testing::TestWithParam<BrokenCase> {};

TEST_P(CcdaBrokenTest, IsRefusedWithPlaceAndReason)
{
    const auto file = readCcda(GetParam().bytes);
    ASSERT_FALSE(file);
    EXPECT_EQ(GetParam().id, file.error().id) << file.error().detail;
    EXPECT_THAT(file.error().detail, HasSubstr(GetParam().detail));
}

INSTANTIATE_TEST_SUITE_P(
    Kinds, CcdaBrokenTest,
    testing::Values(
        BrokenCase{
            "EntityBomb",
            "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><ClinicalDocument/>",
            "IMPORT-230", "note.xml: has a document type declaration"},
        BrokenCase{"ExternalEntity",
                   "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><ClinicalDocument><title>&a;</title>",
                   "IMPORT-230", "document type"},
        BrokenCase{"ExternalDtd", "<!DOCTYPE x SYSTEM \"http://example.invalid/x.dtd\"><ClinicalDocument/>",
                   "IMPORT-230", "document type"},
        BrokenCase{"ZeroByte", std::string("<ClinicalDocument>\0</ClinicalDocument>", 39), "IMPORT-231", "value 0"},
        BrokenCase{"WrongEndTag", "<ClinicalDocument>\n <tïtle>x</other>\n</ClinicalDocument>", "IMPORT-232",
                   "note.xml: line 2, column 12: not well-formed XML"},
        BrokenCase{"CutOff", "<ClinicalDocument>\n<component><structuredBody>", "IMPORT-232", "the file is cut off"},
        BrokenCase{"NoXml", "Dear colleague", "IMPORT-232", "line 1"},
        BrokenCase{"TooDeep", deep(300), "IMPORT-233", "line 1, column 2202: more than 200 elements inside each other"},
        BrokenCase{"OtherRoot", "<feed><section/></feed>", "IMPORT-234", "root element must be ClinicalDocument"},
        BrokenCase{"NothingInIt", "<ClinicalDocument/>", "IMPORT-235", "neither a patient nor a body"},
        BrokenCase{"EmptyFragment", "<component/>", "IMPORT-241", "no section and no entry"}),
    [](const auto& one) { return one.param.name; });

TEST(CcdaReaderTest, AUndeclaredPrefixIsNoFault)
{
    const auto file = readCcda(
        "<section><text><q:paragraph>Word</q:paragraph></text><entry><observation xsi:type=\"x\">"
        "<value xsi:type=\"CD\" code=\"I10\" codeSystem=\"2.16.840.1.113883.6.90\"/></observation></entry></section>");
    ASSERT_TRUE(file) << outcome(file);
    EXPECT_EQ("C-CDA fragment", file->kind);
    const auto& item = file->items[0];
    EXPECT_TRUE(item.patient.identifiers.empty());
    EXPECT_EQ("", displayName(item.patient.person));
    EXPECT_THAT(file->notes, Contains("a fragment of a C-CDA: it names no patient, author or date"));
    EXPECT_THAT(item.documents[0].document.rendition.text, HasSubstr("Word"));
    ASSERT_EQ(1U, item.documents[0].codes.size());
    EXPECT_EQ("icd10cm", item.documents[0].codes[0].system);
}

TEST(CcdaReaderTest, PrefixedDocumentIsRead)
{
    const auto file =
        readCcda("<cda:ClinicalDocument><cda:recordTarget><cda:patientRole><cda:id root=\"1\" extension=\"7\"/>"
                 "</cda:patientRole></cda:recordTarget><cda:component><cda:structuredBody><cda:component>"
                 "<cda:section><cda:title>A</cda:title><cda:text>b</cda:text></cda:section></cda:component>"
                 "</cda:structuredBody></cda:component></cda:ClinicalDocument>");
    ASSERT_TRUE(file) << outcome(file);
    EXPECT_EQ("7", file->items[0].patient.person.mrn);
    EXPECT_EQ("h2: A\np: b\n", bodyOutline(file->items[0].documents[0].document.rendition));
}

TEST(CcdaReaderTest, FragmentsOfEveryKindAreReadable)
{
    const std::string statement =
        "<observation><code code=\"8302-2\" codeSystem=\"2.16.840.1.113883.6.1\" displayName=\"Height\"/>"
        "<value value=\"177\" unit=\"cm\"/></observation>";
    const std::string section =
        "<section><title>Vital signs</title><text>Height 177 cm</text><entry>" + statement + "</entry></section>";
    for (const auto& bytes :
         {section, "<component>" + section + "</component>",
          "<component><structuredBody><component>" + section + "</component></structuredBody></component>",
          "<structuredBody><component>" + section + "</component></structuredBody>", "<entry>" + statement + "</entry>",
          statement, statement + statement}) {
        const auto file = readCcda(bytes);
        ASSERT_TRUE(file) << bytes << outcome(file);
        EXPECT_THAT(file->items[0].documents[0].document.rendition.text, HasSubstr("177 cm")) << bytes;
        EXPECT_FALSE(file->items[0].documents[0].document.title.empty());
    }
}

TEST(CcdaReaderTest, ReadsWindows1252AndUtf16)
{
    const std::string latin =
        "<?xml version=\"1.0\" encoding=\"windows-1252\"?><section><title>Caf\xE9</title><text>x</text></section>";
    const auto narrow = readCcda(latin);
    ASSERT_TRUE(narrow) << outcome(narrow);
    EXPECT_EQ("Café", narrow->items[0].documents[0].document.title);
    std::string wide = "\xFF\xFE";
    for (const char c : std::string("<section><title>Cafe</title><text>x</text></section>")) wide += {c, '\0'};
    const auto utf16 = readCcda(wide);
    ASSERT_TRUE(utf16) << outcome(utf16);
    EXPECT_EQ("Cafe", utf16->items[0].documents[0].document.title);
}

TEST(CcdaReaderTest, ControlCharactersAndSurrogatesDoNotMoveCodes)
{
    const auto file = readCcda(ccdaDocument(ccdaSection(
        "11450-4", "Problems", "A&#1;B &#xD800; <content ID=\"a\">knee &#160; pain</content>&#xD800;",
        "<entry><observation><templateId root=\"2.16.840.1.113883.10.20.22.4.4\"/><value code=\"M25.569\" "
        "codeSystem=\"2.16.840.1.113883.6.90\"><originalText><reference value=\"#a\"/></originalText></value></observation></entry>")));
    ASSERT_TRUE(file) << outcome(file);
    const auto& document = file->items[0].documents[0];
    ASSERT_EQ(1U, document.codes.size());
    EXPECT_EQ("knee pain", test::ccda::words(document.document.rendition, document.codes[0].span));
}

TEST(CcdaReaderTest, AHugeTableOfSpansStaysSmall)
{
    std::string rows;
    for (int i = 0; i < 200; ++i) rows += "<td rowspan=\"5000\">x</td><td/>";
    rows = "<tr>" + rows + "</tr>";
    for (int i = 0; i < 5000; ++i) rows += "<tr><td>y</td></tr>";
    const auto file = readCcda(ccdaDocument(ccdaSection("1", "T", "<table>" + rows + "</table>")));
    ASSERT_TRUE(file) << outcome(file);
    std::size_t cells = 0;
    for (const auto& block : file->items[0].documents[0].document.rendition.blocks) cells += block.cells.size();
    EXPECT_LT(cells, 200'000U);
}

TEST(CcdaReaderTest, StopsWhenCancelled)
{
    std::stop_source stop;
    stop.request_stop();
    const IncomingOptions options;
    CountingIdSource ids;
    const Progress progress({}, stop.get_token());
    const auto file = readCcdaFile({"<section/>", "x.xml", options, ids, progress});
    ASSERT_FALSE(file);
    EXPECT_EQ(ErrorKind::cancelled, file.error().kind);
}

}  // namespace
}  // namespace cw
