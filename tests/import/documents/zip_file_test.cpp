#include "tests/import/documents/reader_fixture.h"

#include <gtest/gtest.h>

namespace cw {
namespace {

std::string told(const std::string& bytes, const std::string& password = {})
{
    const auto file = test::readBytes(bytes, "chart.zip", password);
    if (!file) return describe(file.error());
    std::string out = file->kind + "\n";
    for (const auto& item : file->items)
        out += item.record + ": " + (item.documents.empty() ? "?" : item.documents[0].document.title) + "\n";
    for (const auto& refused : file->refused) out += "refused " + refused.record + ": " + refused.reason + "\n";
    for (const auto& note : file->notes) out += "note " + note + "\n";
    return out;
}

TEST(ZipFile, GivesItsFiles)
{
    EXPECT_EQ("zip, 4 files\nvisit.txt: visit\nlabs/na.rtf: na\nrefused empty.txt: CHART-002\n", [] {
        auto text = told(test::makeZip({{"visit.txt", "Seen for cough."},
                                        {"labs/na.rtf", "{\\rtf1 Na 140\\par}"},
                                        {"empty.txt", ""},
                                        {".DS_Store", "x"}}));
        const auto at = text.find("empty.txt: empty.txt: the file is empty (0 bytes)");
        return at == std::string::npos ? text : text.replace(at, 49, "empty.txt: CHART-002");
    }());
}

TEST(ZipFile, RefusesPathsThatClimbOut)
{
    for (const char* path : {"../visit.txt", "a/../../visit.txt", "/etc/visit.txt", "C:/visit.txt", "..\\visit.txt"}) {
        const auto text = told(test::makeZip({{path, "x y"}, {"good.txt", "Seen."}}));
        EXPECT_NE(std::string::npos, text.find("refused " + std::string(path) + ": its path leads out of the zip file"))
            << text;
        EXPECT_NE(std::string::npos, text.find("good.txt: good"));
    }
}

TEST(ZipFile, RefusesABomb)
{
    const std::string zeros(std::size_t{12} << 20U, ' ');
    const auto text = told(test::makeZip({{"a.txt", zeros}, {"b.txt", "x"}}));
    EXPECT_EQ(
        "IMPORT-216: chart.zip: the zip file would unpack to 12 MB or more, which is no chart; nothing was unpacked",
        text);
}

TEST(ZipFile, RefusesZipsInside)
{
    const auto inner = test::makeZip({{"a.txt", "x"}});
    const auto text = told(test::makeZip({{"inner.zip", inner}, {"good.txt", "Seen."}}));
    EXPECT_NE(std::string::npos,
              text.find("refused inner.zip: a zip, Word or Excel file inside the zip file; not read"));
}

TEST(ZipFile, RefusesAWordFile)
{
    EXPECT_EQ("IMPORT-215: chart.zip: a Word, Excel or PowerPoint file; this kind is not read, save it as PDF or RTF",
              told(test::makeZip({{"[Content_Types].xml", "<Types/>"}, {"word/document.xml", "<w/>"}})));
}

TEST(ZipFile, SaysWhyNothingCanBeUsed)
{
    EXPECT_EQ(
        "IMPORT-217: chart.zip: nothing in the zip file can be used; a.bin: a.bin: neither text nor a kind of document "
        "that is read",
        told(test::makeZip({{"a.bin", "\x01\x02"}})));
    EXPECT_EQ("IMPORT-001", told("PK\x03\x04 cut off").substr(0, 10));
}

TEST(ZipFile, NeedsItsPassword)
{
    const auto bytes = test::makeEncryptedZip({{"visit.txt", "Seen for cough."}});
    EXPECT_EQ("IMPORT-201: chart.zip: the zip file is protected; its password is needed", told(bytes));
    EXPECT_EQ("IMPORT-201: chart.zip: the password of the zip file is wrong", told(bytes, "wrong"));
    EXPECT_EQ("zip, 1 files\nvisit.txt: visit\n", told(bytes, "secret"));
}

TEST(ZipFile, GivesTheDocumentsOfAnXdmPackage)
{
    CW_SHARED_OR_SKIP(path, "documents/ccda/onc_cures/XDM_LIM.ZIP");
    const auto file = test::readBytes(test::fileBytes(*path), "XDM_LIM.ZIP");
    ASSERT_TRUE(file) << test::outcome(file);
    EXPECT_EQ("XDM package, 4 files", file->kind);
    ASSERT_FALSE(file->items.empty());
    for (const auto& item : file->items) EXPECT_TRUE(item.record.starts_with("IHE_XDM/SUBSET01/CCDAAMB.XML"));
    int framed = 0;
    for (const auto& note : file->notes) framed += note.find("passed over") != std::string::npos ? 1 : 0;
    EXPECT_EQ(3, framed);
    EXPECT_TRUE(file->refused.empty());
}

}  // namespace
}  // namespace cw
