#include "tests/import/documents/reader_fixture.h"

#include <gtest/gtest.h>

namespace cw {
namespace {

using namespace std::string_literals;

std::string refusal(const std::string& bytes, const std::string& name)
{
    return test::outcome(test::readBytes(bytes, name));
}

TEST(Incoming, TakesAPlainFile)
{
    const auto file = test::readBytes("Seen for cough.\r\n", "lab report 3.txt");
    ASSERT_TRUE(file) << test::outcome(file);
    EXPECT_EQ("Text", file->kind);
    ASSERT_EQ(1U, file->items.size());
    const auto& item = file->items[0];
    EXPECT_EQ(IncomingKind::document, item.kind);
    EXPECT_TRUE(item.patient.identifiers.empty());
    ASSERT_EQ(1U, item.documents.size());
    const auto& document = item.documents[0].document;
    EXPECT_EQ("lab report 3", document.title);
    EXPECT_EQ(DocumentType::labReport, document.type);
    EXPECT_EQ("lab report 3.txt", document.sourceName);
    EXPECT_EQ("Seen for cough.\r\n", document.bytes);
    EXPECT_EQ(document.bytes, document.rendition.text);
    EXPECT_EQ(1, document.pages);
    EXPECT_EQ("", document.sourceKey);
}

TEST(Incoming, TakesTextInAnyUsualEncoding)
{
    for (const auto& bytes : {"\xEF\xBB\xBF"
                              "caf\xC3\xA9\n"s,
                              "caf\xC3\xA9\r"s, "caf\xE9\n"s,
                              "\xFF\xFE"
                              "c\0a\0f\0\xE9\0\n\0"s,
                              "\xFE\xFF\0c\0a\0f\0\xE9\0\n"s, "c\0a\0f\0\xE9\0\n\0"s, "caf\xE9\n\x1A"s,
                              "\xFF\xFE\0\0c\0\0\0a\0\0\0f\0\0\0\xE9\0\0\0\n\0\0\0"s}) {
        const auto file = test::readBytes(bytes, "a.txt");
        ASSERT_TRUE(file) << test::outcome(file);
        EXPECT_EQ("caf\xC3\xA9\n", file->items[0].documents[0].document.bytes);
    }
}

TEST(Incoming, RefusesEntities)
{
    const std::string end =
        ": its document type declares entities or elements of its own; such XML is refused, nothing was "
        "expanded or fetched";
    const std::string bomb =
        "<?xml version=\"1.0\"?><!DOCTYPE lolz [<!ENTITY lol \"lol\"><!ENTITY lol2 \"&lol;&lol;\">]>"
        "<ClinicalDocument xmlns=\"urn:hl7-org:v3\">&lol2;</ClinicalDocument>";
    EXPECT_EQ("IMPORT-204: a.xml" + end, refusal(bomb, "a.xml"));
    std::string wide = "\xFF\xFE";
    for (const char c : bomb) wide += {c, '\0'};
    EXPECT_EQ("IMPORT-204: a.xml" + end, refusal(wide, "a.xml"));
    EXPECT_EQ("IMPORT-204: a.html" + end,
              refusal("<!DOCTYPE html [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><html>&x;", "a.html"));
    EXPECT_EQ("IMPORT-204: the body" + end, test::outcome(readEmbedded(bomb, "text/xml", "title", "the body")));
}

TEST(Incoming, RefusesALotOfNothingWithoutReadingIt)
{
    EXPECT_EQ("IMPORT-200: a.bin: larger than 256 MB", refusal(std::string(257U << 20U, '\0'), "a.bin"));
    EXPECT_EQ("CHART-011: a.bin: begins with nothing but zero bytes", refusal(std::string(16U << 20U, '\0'), "a.bin"));
}

TEST(Incoming, RefusesTextWithoutWords)
{
    EXPECT_EQ("IMPORT-206: a.txt: the text holds no words", refusal(" \r\n\t", "a.txt"));
}

TEST(Incoming, NeverPutsContentIntoAMessage)
{
    for (const std::string& bytes :
         {"Smith\x01John"s, "<?xml version='1.0'?><Smith/>"s, "{\"Smith\": 1}"s, "{\\rtf1{\\v Smith}}"s})
        EXPECT_EQ(std::string::npos, refusal(bytes, "a.json").find("Smith"));
}

TEST(Incoming, TellsEncounterJson)
{
    EXPECT_TRUE(isEncounterJson(" {\"schema\": \"encounters/1\", \"encounters\": []}"));
    EXPECT_FALSE(isEncounterJson("{\"resourceType\": \"Bundle\", \"encounters\": []}"));
    EXPECT_FALSE(isEncounterJson("{\"a\": \"\\\"encounters\\\":\", \"b\": {\"encounters\": 1}}"));
    EXPECT_FALSE(isEncounterJson(""));
    EXPECT_FALSE(isEncounterJson("{\"encounters"));
    EXPECT_FALSE(isEncounterJson("[{\"encounters\": 1}]"));
}

TEST(Incoming, TakesEveryTranscribedNote)
{
    CW_SHARED_OR_SKIP(folder, "documents/notes/mtsamples_txt");
    int seen = 0;
    for (const auto& entry : std::filesystem::directory_iterator(*folder)) {
        const auto bytes = test::fileBytes(entry.path());
        const auto file = test::readBytes(bytes, entry.path().filename().string());
        ASSERT_TRUE(file) << test::outcome(file);
        const auto& document = file->items[0].documents[0].document;
        EXPECT_EQ(DocumentFormat::plainText, document.format);
        EXPECT_EQ(document.bytes, document.rendition.text);
        EXPECT_FALSE(document.rendition.blocks.empty());
        ++seen;
    }
    EXPECT_GT(seen, 50);
}

TEST(Embedded, IsToldByContent)
{
    const auto html =
        readEmbedded("no markup at the beginning <b>here</b>", "text/html; charset=utf-8", "Note", "entry 1");
    ASSERT_TRUE(html) << test::outcome(html);
    EXPECT_EQ(DocumentFormat::html, html->format);
    EXPECT_EQ("p: no markup at the beginning *here*\n", test::shape(html->rendition));
    const auto rtf = readEmbedded("{\\rtf1 Seen\\par}", "text/plain", "Note", "entry 1");
    ASSERT_TRUE(rtf);
    EXPECT_EQ(DocumentFormat::rtf, rtf->format);
    EXPECT_EQ("Note", rtf->title);
    const auto latin = readEmbedded("caf\xE9", "text/plain; charset=ISO-8859-1", "Note", "entry 1");
    ASSERT_TRUE(latin);
    EXPECT_EQ("caf\xC3\xA9", latin->bytes);
    EXPECT_EQ("CHART-002: entry 1: the file is empty (0 bytes)",
              test::outcome(readEmbedded("", "text/plain", "", "entry 1")));
    EXPECT_EQ("CHART-004", test::outcome(readEmbedded("PK\x03\x04", "application/zip", "", "entry 1")).substr(0, 9));
    EXPECT_EQ("IMPORT-201",
              test::outcome(readEmbedded("%PDF-1.4\n<< /Encrypt 1 0 R >>\n%%EOF", "", "", "entry 1")).substr(0, 10));
}

}  // namespace
}  // namespace cw
