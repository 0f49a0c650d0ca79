#include "chart/document.h"

#include <gtest/gtest.h>

namespace cw {
namespace {

using namespace std::string_literals;

std::string pdf(const std::string& body = "1 0 obj\n<< /Type /Catalog >>\nendobj\n")
{
    return "%PDF-1.4\n" + body + "trailer\n<< /Root 1 0 R >>\nstartxref\n9\n%%EOF\n";
}

std::string told(const std::string& bytes, const std::string& name = "note.txt")
{
    const auto format = recogniseDocument(bytes, name);
    return format ? std::string(toString(*format)) : describe(format.error());
}

struct Case {
    const char* what;
    std::string bytes;
    std::string name;
    std::string expected;  ///< A format, or the beginning of a refusal.
};

class RecogniseDocument : public testing::TestWithParam<Case> {};

TEST_P(RecogniseDocument, TellsTheKindByContent)
{
    const auto& given = GetParam();
    EXPECT_EQ(given.expected, told(given.bytes, given.name).substr(0, given.expected.size())) << given.what;
}

INSTANTIATE_TEST_SUITE_P(
    Kinds, RecogniseDocument,
    testing::Values(
        Case{"PDF", pdf(), "scan.pdf", "pdf"}, Case{"PDF of another name", pdf(), "scan.txt", "pdf"},
        Case{"bytes before the header", "\x01\x02junk\n" + pdf(), "scan.pdf", "pdf"},
        Case{"protected PDF", pdf("<< /Encrypt 5 0 R >>\n"), "scan.pdf", "pdf"},
        Case{"text", "Visit\r\n\tBP 120/80\f", "visit.txt", "text"}, Case{"UTF-8", "caf\xC3\xA9", "a.txt", "text"},
        Case{"Windows-1252", "caf\xE9", "a.txt", "text"}, Case{"UTF-16", "\xFF\xFEV\0i\0s\0i\0t\0"s, "a.txt", "text"},
        Case{"UTF-16 unmarked", "V\0i\0s\0i\0t\0 \0o\0n\0"s, "a.txt", "text"},
        Case{"DOS end mark", "Visit\r\n\x1A", "a.txt", "text"},
        Case{"heading like a segment", "MSH: normal affect", "a.txt", "text"},
        Case{"a letter like a bitmap", "BMI 31.2, discussed", "a.txt", "text"},
        Case{"angle bracket", "<5 mm nodule, left", "a.txt", "text"}, Case{"RTF", "{\\rtf1 Visit}", "a.doc", "rtf"},
        Case{"HTML", "<!DOCTYPE html>\n<title>x</title>", "a.txt", "html"},
        Case{"HTML after a comment", "<!-- made -->\n<HTML><body>", "a.htm", "html"},
        Case{"XHTML", "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'>", "a.xml", "html"},
        Case{"piece of HTML", "<p>Visit</p>", "a.txt", "html"},
        Case{"C-CDA", "\xEF\xBB\xBF<?xml version='1.0'?><?xml-stylesheet href='x'?><ClinicalDocument/>", "a.xml",
             "ccda"},
        Case{"prefixed C-CDA", "<v3:ClinicalDocument xmlns:v3='urn:hl7-org:v3'>", "a.txt", "ccda"},
        Case{"part of C-CDA", "<section><templateId root='1'/></section>", "a.xml", "ccda"},
        Case{"C-CDA in UTF-16", "\xFF\xFE<\0C\0l\0i\0n\0i\0c\0a\0l\0D\0o\0c\0u\0m\0e\0n\0t\0>\0"s, "a.xml", "ccda"},
        Case{"FHIR", "{\"id\": \"1\", \"resourceType\": \"Patient\"}", "a.json", "fhir"},
        Case{"HL7", "MSH|^~\\&|LAB", "a.txt", "hl7"}, Case{"HL7 batch", "FHS|^~\\&|", "a.txt", "hl7"},
        Case{"HL7, MLLP", "\x0BMSH|^~\\&|LAB\x1C\r", "a.txt", "hl7"}, Case{"HL7, @", "MSH@^~\\&@LAB", "a.txt", "hl7"},
        Case{"HL7 cut off in front", "PID|1||7", "a.txt", "hl7"}, Case{"HL7 cut off behind", "MSH", "a.txt", "hl7"},
        Case{"PNG", "\x89PNG\r\n\x1A\n\0\0"s, "a.png", "png"},
        Case{"JPEG", "\xFF\xD8\xFF\xE0\0\x10JFIF"s, "a.txt", "jpeg"}, Case{"GIF", "GIF89a\x01\0"s, "a.gif", "gif"},
        Case{"TIFF", "II*\0\x08\0\0\0"s, "a.tif", "tiff"},
        Case{"TIFF of Motorola", "MM\0*\0\0\0\x08"s, "a.tif", "tiff"}));

INSTANTIATE_TEST_SUITE_P(
    Refusals, RecogniseDocument,
    testing::Values(
        Case{"nothing", "", "a.pdf", "CHART-002: a.pdf: the file is empty (0 bytes)"},
        Case{"zeros", std::string(100'000, '\0'), "a.bin", "CHART-011: a.bin: begins with nothing but zero bytes"},
        Case{"cut-off PDF", pdf(std::string(5000, 'x')).substr(0, 3000), "scan.pdf",
             "CHART-003: scan.pdf: the PDF is cut off: its end mark is missing"},
        Case{"bytes named PDF", "\xFF\x01\x02", "scan.pdf",
             "CHART-005: scan.pdf: named .pdf but its content is not a PDF"},
        Case{"text named PDF", "just text", "scan.PDF", "CHART-006: scan.PDF: named .pdf but its content is not a PDF"},
        Case{"zip", "PK\x03\x04\x14", "a.zip", "CHART-004: a.zip: a zip file"},
        Case{"old Word", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "a.doc", "CHART-004: a.doc: an old Word"},
        Case{"DICOM", std::string(128, '\0') + "DICM" + std::string(4000, 'x'), "a.dcm",
             "CHART-004: a.dcm: a DICOM image"},
        Case{"audio", "RIFF\x10\x01\x02\x03WAVEfmt ", "a.wav", "CHART-004: a.wav: an audio recording"},
        Case{"bitmap", "BM\x01\x02\0\0"s, "a.bmp", "CHART-004: a.bmp: a bitmap"},
        Case{"FHIR as XML", "<Patient xmlns=\"http://hl7.org/fhir\"/>", "a.xml", "CHART-008"},
        Case{"other XML", "<?xml version='1.0'?><invoice/>", "a.xml", "CHART-009"},
        Case{"other JSON", "{\"a\": {\"resourceType\": \"Patient\"}}", "a.json", "CHART-010"},
        Case{"unknown bytes", "\x01\x02\x03", "a.bin", "CHART-005: a.bin: neither text nor a kind"}));

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

TEST(DocumentFormats, GoThereAndBack)
{
    for (int i = 0; i <= static_cast<int>(DocumentFormat::gif); ++i) {
        const auto format = static_cast<DocumentFormat>(i);
        EXPECT_EQ(format, *parseDocumentFormat(toString(format)));
        EXPECT_FALSE(displayName(format).empty());
        EXPECT_EQ(isPaged(format), isImage(format) || format == DocumentFormat::pdf);
    }
    EXPECT_EQ("CHART-007", parseDocumentFormat("docx").error().id);
}

}  // namespace
}  // namespace cw
