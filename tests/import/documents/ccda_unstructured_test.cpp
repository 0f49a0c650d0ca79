#include "tests/import/documents/ccda_fixture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <zlib.h>

namespace cw {
namespace {

using test::outcome;
using test::ccda::readCcda;
using testing::HasSubstr;

std::string base64(std::string_view bytes)
{
    static constexpr char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    for (std::size_t at = 0; at < bytes.size(); at += 3) {
        const auto byte = [&](std::size_t i) {
            return at + i < bytes.size() ? static_cast<unsigned>(static_cast<unsigned char>(bytes[at + i])) : 0U;
        };
        const unsigned group = byte(0) << 16U | byte(1) << 8U | byte(2);
        for (unsigned i = 0; i < 4; ++i) out += at + i <= bytes.size() ? letters[group >> (18U - 6U * i) & 63U] : '=';
    }
    return out;
}

/// `windowBits`: 15 zlib, 31 gzip, -15 bare deflate.
std::string deflated(std::string bytes, int windowBits)
{
    z_stream stream{};
    EXPECT_EQ(Z_OK, deflateInit2(&stream, 9, Z_DEFLATED, windowBits, 8, Z_DEFAULT_STRATEGY));
    std::string out(deflateBound(&stream, bytes.size()) + 32, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(bytes.data());
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    EXPECT_EQ(Z_STREAM_END, deflate(&stream, Z_FINISH));
    out.resize(out.size() - stream.avail_out);
    deflateEnd(&stream);
    return out;
}

std::string unstructured(const std::string& text)
{
    return std::string(
               "<ClinicalDocument><id root=\"1.2.3\" extension=\"u-1\"/><code code=\"34133-9\"/><title>Faxed consult</title>"
               "<effectiveTime value=\"20250311\"/>") +
           test::ccda::ccdaPatient + "<author><assignedAuthor><assignedPerson><name><family>Vasko</family></name>" +
           "</assignedPerson></assignedAuthor></author><component><nonXMLBody>" + text +
           "</nonXMLBody></component></ClinicalDocument>";
}

constexpr std::string_view letter = "Dear colleague,\nthe knee is better.\n";

TEST(CcdaUnstructuredTest, TextWithTheFactsOfTheHeader)
{
    for (const auto& body : {"<text mediaType=\"text/plain\">" + std::string(letter) + "</text>",
                             "<text mediaType=\"text/plain\" representation=\"B64\">" + base64(letter) + "</text>"}) {
        const auto file = readCcda(unstructured(body));
        ASSERT_TRUE(file) << outcome(file);
        const auto& item = file->items[0];
        EXPECT_EQ(DocumentFormat::ccda, item.format);
        EXPECT_EQ("MR-4711", item.patient.person.mrn);
        const auto& document = item.documents.at(0).document;
        EXPECT_EQ(DocumentFormat::plainText, document.format);
        EXPECT_THAT(document.rendition.text, HasSubstr("the knee is better."));
        EXPECT_EQ("Faxed consult", document.title);
        EXPECT_EQ("Vasko", document.author);
        EXPECT_EQ(Date::of(2025, 3, 11), document.date);
        EXPECT_EQ("1.2.3^u-1", document.sourceKey);
    }
}

TEST(CcdaUnstructuredTest, RtfAndHtmlAreToldByContent)
{
    const auto rtf = readCcda(unstructured("<text mediaType=\"text/rtf\" representation=\"B64\">" +
                                           base64("{\\rtf1\\ansi The knee is better.\\par}") + "</text>"));
    ASSERT_TRUE(rtf) << outcome(rtf);
    EXPECT_EQ(DocumentFormat::rtf, rtf->items[0].documents[0].document.format);
    const auto html = readCcda(
        unstructured("<text mediaType=\"text/html\"><![CDATA[<html><body><p>The knee</p></body></html>]]></text>"));
    ASSERT_TRUE(html) << outcome(html);
    EXPECT_EQ(DocumentFormat::html, html->items[0].documents[0].document.format);
    EXPECT_EQ("C-CDA Continuity of Care Document with HTML inside", html->kind);
}

TEST(CcdaUnstructuredTest, CompressedDataInAllThreeWrappings)
{
    for (const int windowBits : {-15, 15, 31}) {
        const auto packed = deflated(std::string(letter), windowBits);
        const auto file = readCcda(unstructured(
            "<text mediaType=\"text/plain\" representation=\"B64\" compression=\"DF\">" + base64(packed) + "</text>"));
        ASSERT_TRUE(file) << windowBits << ": " << outcome(file);
        EXPECT_EQ(letter, file->items[0].documents[0].document.bytes);
    }
}

struct RefusedBody {
    const char* name;
    std::string text;
    const char* id;
};

class CcdaRefusedBodyTest : public testing::TestWithParam<RefusedBody> {};

TEST_P(CcdaRefusedBodyTest, SaysWhy)
{
    const auto file = readCcda(unstructured(GetParam().text));
    ASSERT_FALSE(file);
    EXPECT_EQ(GetParam().id, file.error().id);
    EXPECT_EQ(ErrorKind::invalidInput, file.error().kind);
    EXPECT_THAT(file.error().detail, HasSubstr("note.xml: nonXMLBody"));
    EXPECT_THAT(file.error().detail, testing::Not(HasSubstr("Quennell")));
}

INSTANTIATE_TEST_SUITE_P(
    Kinds, CcdaRefusedBodyTest,
    testing::Values(RefusedBody{"OtherFile", "<text><reference value=\"Quennell.pdf\"/></text>", "IMPORT-236"},
                    RefusedBody{"Nothing", "<text mediaType=\"application/pdf\" representation=\"B64\"> </text>",
                                "IMPORT-237"},
                    RefusedBody{"UnknownCompression",
                                "<text mediaType=\"text/plain\" representation=\"B64\" compression=\"Z\">AAAA</text>",
                                "IMPORT-238"},
                    RefusedBody{"DamagedCompression",
                                "<text mediaType=\"text/plain\" representation=\"B64\" compression=\"DF\">" +
                                    base64(deflated(std::string(letter), -15).substr(0, 12)) + "</text>",
                                "IMPORT-239"},
                    RefusedBody{"NoBase64", "<text mediaType=\"application/pdf\">%%%</text>", "IMPORT-202"}),
    [](const auto& one) { return one.param.name; });

// Not among the cases above: they are made anew whenever the test program starts.
TEST(CcdaCompressedBody, ABombIsRefused)
{
    const auto file =
        readCcda(unstructured("<text mediaType=\"text/plain\" representation=\"B64\" compression=\"DF\">" +
                              base64(deflated(std::string(std::size_t{300} << 20U, 'a'), 15)) + "</text>"));
    ASSERT_FALSE(file);
    EXPECT_EQ("IMPORT-240", file.error().id);
}

}  // namespace
}  // namespace cw
