#include "chart/document.h"

#include <gtest/gtest.h>

namespace cw {
namespace {

std::string pdf(const std::string& body = "1 0 obj\n<< /Type /Catalog >>\nendobj\n")
{
    return "%PDF-1.4\n" + body + "trailer\n<< /Root 1 0 R >>\nstartxref\n9\n%%EOF\n";
}

std::string refusal(const std::string& bytes, const std::string& name = "scan.pdf")
{
    const auto format = recogniseDocument(bytes, name);
    return format ? "accepted" : describe(format.error());
}

TEST(RecogniseDocument, KnowsAPdfByItsContentWhateverItsName)
{
    EXPECT_EQ(DocumentFormat::pdf, *recogniseDocument(pdf(), "scan.pdf"));
    EXPECT_EQ(DocumentFormat::pdf, *recogniseDocument(pdf(), "scan.txt"));
}

TEST(RecogniseDocument, KnowsPlainText)
{
    EXPECT_EQ(DocumentFormat::plainText, *recogniseDocument("Visit\r\n\tBP 120/80\f", "visit.txt"));
}

TEST(RecogniseDocument, KnowsTextInUtf8AndWindows1252)
{
    EXPECT_EQ(DocumentFormat::plainText, *recogniseDocument("caf\xC3\xA9", "visit.txt"));
    EXPECT_EQ(DocumentFormat::plainText, *recogniseDocument("caf\xE9", "visit.txt"));
}

TEST(RecogniseDocument, RefusesZeroBytes)
{
    EXPECT_EQ("CHART-002: scan.pdf: the file is empty (0 bytes)", refusal(""));
}

TEST(RecogniseDocument, RefusesAPdfThatIsCutOff)
{
    const auto whole = pdf(std::string(5000, 'x'));
    EXPECT_EQ("CHART-003: scan.pdf: the PDF is cut off: its end mark is missing", refusal(whole.substr(0, 3000)));
}

TEST(RecogniseDocument, RefusesAPdfProtectedByAPassword)
{
    EXPECT_TRUE(
        refusal(pdf("trailer\n<< /Encrypt 5 0 R >>\n")).starts_with("CHART-004: scan.pdf: the PDF is protected"));
}

TEST(RecogniseDocument, RefusesBytesNamedPdf)
{
    EXPECT_EQ("CHART-005: scan.pdf: named .pdf but its content is not a PDF",
              refusal(std::string("\xFF\xD8\0\x10JFIF", 8)));
}

TEST(RecogniseDocument, RefusesTextNamedPdf)
{
    EXPECT_EQ("CHART-006: scan.PDF: named .pdf but its content is not a PDF", refusal("just text", "scan.PDF"));
}

TEST(RecogniseDocument, RefusesOtherBytes)
{
    EXPECT_EQ("CHART-005: photo.jpg: neither a PDF nor plain text",
              refusal(std::string("\xFF\xD8\0\x10JFIF", 8), "photo.jpg"));
    EXPECT_EQ("CHART-005: note.doc: neither a PDF nor plain text", refusal("\xD0\xCF\x11\xE0", "note.doc"));
}

TEST(DocumentTypes, GoThereAndBack)
{
    for (int i = 0; i <= static_cast<int>(DocumentType::other); ++i) {
        const auto type = static_cast<DocumentType>(i);
        EXPECT_EQ(type, *parseDocumentType(toString(type)));
        EXPECT_FALSE(displayName(type).empty());
    }
}

TEST(DocumentTypes, RefuseWhatIsNone)
{
    const auto type = parseDocumentType("selfie");
    ASSERT_FALSE(type);
    EXPECT_EQ("CHART-001", type.error().id);
}

}  // namespace
}  // namespace cw
