#include "tests/import/documents/reader_fixture.h"

#include <gtest/gtest.h>
#include <zlib.h>

namespace cw {
namespace {

using namespace std::string_literals;

std::string pdf(const std::string& objects)
{
    return "%PDF-1.7\n" + objects + "trailer\n<< /Root 1 0 R >>\nstartxref\n9\n%%EOF\n";
}

std::string told(const std::string& bytes, const std::string& name, const std::string& password = {})
{
    const auto file = test::readBytes(bytes, name, password);
    if (!file) return describe(file.error());
    const auto& document = file->items.at(0).documents.at(0).document;
    std::string out = std::string(toString(document.format)) + ", " + std::to_string(document.pages) + " pages";
    if (!document.password.empty()) out += ", protected";
    for (const auto& note : file->notes) out += "; " + note;
    return out;
}

std::string number(std::uint32_t value, int size, bool isBigEndian = false)
{
    std::string out;
    for (int i = 0; i < size; ++i)
        out += static_cast<char>(value >> (8 * static_cast<unsigned>(isBigEndian ? size - 1 - i : i)) & 0xFFU);
    return out;
}

std::string packed(const std::string& text)
{
    uLongf size = compressBound(text.size());
    std::string out(size, '\0');
    compress(reinterpret_cast<Bytef*>(out.data()), &size, reinterpret_cast<const Bytef*>(text.data()), text.size());
    out.resize(size);
    return out;
}

struct PdfCase {
    const char* what;
    std::string objects;
    std::string expected;
};

class PdfChecks : public testing::TestWithParam<PdfCase> {};

TEST_P(PdfChecks, AcceptsOrRefuses)
{
    EXPECT_EQ(GetParam().expected, told(pdf(GetParam().objects), "a.pdf").substr(0, GetParam().expected.size()))
        << GetParam().what;
}

const std::string script = "IMPORT-220: a.pdf: the PDF holds a script (JavaScript); it was refused and nothing was run";
const std::string program = "IMPORT-220: a.pdf: the PDF holds an action that starts a program (Launch)";
const std::string onOpening = "IMPORT-220: a.pdf: the PDF holds an action that is done on opening (OpenAction)";

INSTANTIATE_TEST_SUITE_P(
    Pdf, PdfChecks,
    testing::Values(
        PdfCase{"plain", "1 0 obj << /Type /Catalog >> endobj\n", "pdf, 0 pages"},
        PdfCase{"script", "1 0 obj << /S /JavaScript /JS (app.alert\\(1\\)) >> endobj\n", script},
        PdfCase{"script by hex", "1 0 obj << /S /J#61vaScript /J#53 (x) >> endobj\n", script},
        PdfCase{"script in packed objects",
                "1 0 obj << /Type /ObjStm /Filter /FlateDecode >>\nstream\n" + packed("5 0 << /S/JavaScript/JS(x)>>") +
                    "\nendstream endobj\n",
                script},
        PdfCase{"script in plain objects",
                "1 0 obj << /Type /ObjStm >>\r\nstream\r\n5 0 << /JS (x) >>\r\nendstream endobj\n", script},
        PdfCase{"script as page text", "1 0 obj << /Length 9 >>\nstream\n(/JS (x))\nendstream endobj\n",
                "pdf, 0 pages"},
        PdfCase{"a name that begins alike", "1 0 obj << /JSmith 2 0 R /Launcher 1 >> endobj\n", "pdf, 0 pages"},
        PdfCase{"program", "1 0 obj << /S /Launch /F (calc.exe) >> endobj\n", program},
        PdfCase{"opens at a page", "1 0 obj << /OpenAction [3 0 R /Fit] >> endobj\n", "pdf, 0 pages"},
        PdfCase{"goes to a page", "1 0 obj << /OpenAction << /S /GoTo /D [3 0 R /Fit] >> >> endobj\n", "pdf, 0 pages"},
        PdfCase{"opens a link", "1 0 obj << /OpenAction << /S /URI /URI (http://example.invalid) >> >> endobj\n",
                onOpening},
        PdfCase{"opens a link elsewhere",
                "1 0 obj << /OpenAction 2 0 R >> endobj\n2 0 obj << /S /SubmitForm >> endobj\n", onOpening},
        PdfCase{"goes to a page elsewhere", "1 0 obj << /OpenAction 2 0 R >> endobj\n2 0 obj << /S /GoTo >> endobj\n",
                "pdf, 0 pages"},
        PdfCase{"attachment", "1 0 obj << /Type /EmbeddedFile >> endobj\n",
                "pdf, 0 pages; files attached to the PDF were not taken in and never opened"},
        PdfCase{"protected", "1 0 obj << /Encrypt 5 0 R >> endobj\n",
                "IMPORT-201: a.pdf: the PDF is protected; its password is needed"}));

TEST(Pdf, IsTakenWithItsPassword)
{
    const auto bytes = pdf("1 0 obj << /Encrypt 5 0 R >> endobj\n");
    EXPECT_EQ("pdf, 0 pages, protected", told(bytes, "a.pdf", "secret"));
    CountingIdSource ids;
    IncomingOptions options;
    options.opensWithoutPassword = [](std::string_view) { return true; };
    EXPECT_TRUE(readIncoming(bytes, "a.pdf", options, ids, Progress()));
}

std::string png(std::uint32_t width, std::uint32_t height)
{
    return "\x89PNG\r\n\x1A\n" + number(13, 4, true) + "IHDR" + number(width, 4, true) + number(height, 4, true) +
           "\x08\0\0\0\0"s + "crc!" + number(0, 4) + "IEND" + "crc!";
}

std::string jpeg(std::uint32_t width, std::uint32_t height)
{
    return "\xFF\xD8\xFF\xE0\0\x04xx\xFF\xC0\0\x0B\x08"s + number(height, 2, true) + number(width, 2, true) +
           "\x01\x11\0\x01\xFF\xDA\0\x04zzdata\xFF\xD9"s;
}

std::string gif(std::uint32_t width, std::uint32_t height)
{
    return "GIF89a" + number(width, 2) + number(height, 2) + "\0\0\0"s + "\x21\xFE\x02hi\0"s + "\x2C\0\0\0\0"s +
           number(width, 2) + number(height, 2) + "\0\x02\x01x\0"s + "\x3B";
}

/// A TIFF of one-strip pages, the last of which points to `next`.
std::string tiff(int pages, bool isBigEndian = false, std::uint32_t next = 0, std::uint32_t side = 100)
{
    const auto value = [isBigEndian](std::uint32_t n, int size) { return number(n, size, isBigEndian); };
    const auto entry = [&value](std::uint32_t tag, std::uint32_t content) {
        return value(tag, 2) + value(4, 2) + value(1, 4) + value(content, 4);
    };
    std::string out = (isBigEndian ? "MM" : "II") + value(42, 2) + value(8, 4);
    const std::uint32_t size = 2 + 4 * 12 + 4;
    for (int i = 0; i < pages; ++i) {
        const bool isLast = i + 1 == pages;
        out += value(4, 2) + entry(256, side) + entry(257, side) + entry(273, 0) + entry(279, 8);
        out += value(isLast ? next : 8 + size * static_cast<std::uint32_t>(i + 1), 4);
    }
    return out;
}

TEST(Images, AreTakenWhenWhole)
{
    EXPECT_EQ("png, 1 pages", told(png(2550, 3300), "a.png"));
    EXPECT_EQ("jpeg, 1 pages", told(jpeg(2550, 3300), "a.jpg"));
    EXPECT_EQ("gif, 1 pages", told(gif(640, 480), "a.gif"));
    EXPECT_EQ("tiff, 1 pages", told(tiff(1), "a.tif"));
    EXPECT_EQ("tiff, 7 pages", told(tiff(7, true), "a.tif"));
}

TEST(Images, OfAbsurdSizeAreRefused)
{
    const std::string end = " pixels is no page that can be shown";
    EXPECT_EQ("IMPORT-221: a.png: an image of 4294967295 by 4294967295" + end,
              told(png(0xFFFFFFFF, 0xFFFFFFFF), "a.png"));
    EXPECT_EQ("IMPORT-221: a.png: an image of 20001 by 20001" + end, told(png(20001, 20001), "a.png"));
    EXPECT_EQ("IMPORT-221: a.png: an image of 0 by 10" + end, told(png(0, 10), "a.png"));
    EXPECT_EQ("IMPORT-221: a.jpg: an image of 65535 by 65535" + end, told(jpeg(65535, 65535), "a.jpg"));
    EXPECT_EQ("IMPORT-221: a.gif: an image of 65535 by 65535" + end, told(gif(65535, 65535), "a.gif"));
    EXPECT_EQ("IMPORT-221: a.tif, page 1: an image of 90000 by 90000" + end, told(tiff(1, false, 0, 90000), "a.tif"));
}

TEST(Images, ThatAreCutOffAreRefused)
{
    for (const auto& whole : {png(10, 10), jpeg(10, 10), gif(10, 10)})
        for (std::size_t size = 9; size < whole.size() - 4; ++size)
            EXPECT_FALSE(test::readBytes(whole.substr(0, size), "a.img")) << size << " of " << whole.size();
    const auto whole = tiff(2);
    for (std::size_t size = 8; size < whole.size(); ++size)
        EXPECT_EQ("IMPORT-222", told(whole.substr(0, size), "a.tif").substr(0, 10)) << size;
}

TEST(Tiff, WithoutEndIsRefused)
{
    EXPECT_EQ("IMPORT-222: a.tif: the TIFF is damaged: its pages go round in a circle",
              told(tiff(3, false, 8), "a.tif"));
    EXPECT_EQ("IMPORT-223: a.tif: the TIFF has more than 5,000 pages", told(tiff(5001), "a.tif"));
}

TEST(PagedFiles, OfTheSharedFolderAreTaken)
{
    CW_SHARED_OR_SKIP(folder, "documents");
    int seen = 0;
    for (const char* part : {"derived_renderings", "pdf_docx/onc_test_patients", "pdf_docx/synthetic_faxes"})
        for (const auto& entry : std::filesystem::directory_iterator(*folder / part)) {
            const auto ending = entry.path().extension();
            if (ending != ".pdf" && ending != ".tif" && ending != ".jpg") continue;
            const auto file = test::readBytes(test::fileBytes(entry.path()), entry.path().filename().string());
            EXPECT_TRUE(file) << test::outcome(file);
            ++seen;
        }
    EXPECT_GT(seen, 20);
}

}  // namespace
}  // namespace cw
