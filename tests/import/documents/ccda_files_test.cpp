#include "base/file.h"
#include "base/text.h"
#include "tests/import/documents/ccda_fixture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <iostream>
#include <map>
#include <set>

namespace cw {
namespace {

using test::outcome;
using test::ccda::readCcda;

/// What is not an ordinary document or fragment among the test material; everything else must be read.
const std::map<std::string, std::string> refusals = {
    {"nonXMLBody_Example_with_Referenced_Content.xml", "IMPORT-236"},
    {"nonXMLBody_Example_with_Compressed_Content.xml", "IMPORT-202"},  // Not base64: "…QS7\xEF\xBF\xBD".
    {"UD.sample.xml", "IMPORT-236"}};

const std::map<std::string, DocumentFormat> embedded = {
    {"CDA_with_Embedded_PDF.ccda", DocumentFormat::pdf},
    {"Unstructured_Document_embed.ccda", DocumentFormat::pdf},
    {"Unstructured_Document_embed.xml", DocumentFormat::pdf},
    {"CDA_Embedded_Text_Plain_Surgical_Consult.xml", DocumentFormat::plainText}};

std::vector<std::filesystem::path> ccdaFiles(const std::filesystem::path& folder)
{
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        const auto extension = text::lowerAscii(entry.path().extension().string());
        if (entry.is_regular_file() && extension != ".pdf" && extension != ".zip") files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

bool isInside(TextRange range, const std::string& text)
{
    return 0 <= range.begin && range.begin <= range.end && range.end <= static_cast<std::int64_t>(text.size());
}

void expectSound(const IncomingDocument& incoming, const std::string& name)
{
    const auto& rendition = incoming.document.rendition;
    EXPECT_TRUE(text::isUtf8(rendition.text)) << name;
    for (const auto& block : rendition.blocks) {
        EXPECT_TRUE(isInside(block.range, rendition.text)) << name;
        for (const auto& cell : block.cells) EXPECT_TRUE(isInside(cell.range, rendition.text)) << name;
    }
    for (const auto& code : incoming.codes) {
        EXPECT_TRUE(isInside(code.span, rendition.text)) << name;
        EXPECT_FALSE(code.system.empty() || code.code.empty()) << name;
    }
}

std::string withoutComments(std::string text)
{
    for (auto at = text.find("<!--"); at != std::string::npos; at = text.find("<!--", at))
        text.erase(at, text.find("-->", at) + 3 - at);
    return text;
}

/// Codes of this system that any element of the file carries, found without XML.
std::set<std::string> codesInText(const std::string& text, const std::string& oid)
{
    std::set<std::string> codes;
    const auto mark = "codeSystem=\"" + oid + "\"";
    for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at + 1)) {
        const auto open = text.rfind('<', at);
        const auto tag = text.substr(open, text.find('>', at) - open);
        const auto code = tag.find(" code=\"");
        if (code == std::string::npos) continue;
        const auto value = tag.substr(code + 7, tag.find('"', code + 7) - code - 7);
        if (!value.empty()) codes.insert(value);
    }
    return codes;
}

std::set<std::string> codesRead(const IncomingFile& file, std::string_view system)
{
    std::set<std::string> codes;
    for (const auto& item : file.items)
        for (const auto& document : item.documents)
            for (const auto& code : document.codes)
                if (code.system == system) codes.insert(code.code);
    return codes;
}

TEST(CcdaFilesTest, EveryFileIsReadOrRefusedWithItsReason)
{
    CW_SHARED_OR_SKIP(folder, "documents/ccda");
    std::map<std::string, int> counts;
    std::size_t bytes = 0;
    std::chrono::duration<double> took{};
    for (const auto& path : ccdaFiles(*folder)) {
        const auto name = path.filename().string();
        const auto content = readFile(path);
        ASSERT_TRUE(content);
        bytes += content->size();
        const auto start = std::chrono::steady_clock::now();
        const auto file = readCcda(*content, name);
        took += std::chrono::steady_clock::now() - start;
        ++counts["files"];
        if (const auto refused = refusals.find(name); refused != refusals.end()) {
            ASSERT_FALSE(file) << name;
            EXPECT_EQ(refused->second, file.error().id) << file.error().detail;
            ++counts["refused"];
            continue;
        }
        ASSERT_TRUE(file) << name << ": " << outcome(file);
        ASSERT_EQ(1U, file->items.size()) << name;
        ASSERT_EQ(1U, file->items[0].documents.size()) << name;
        const auto& incoming = file->items[0].documents[0];
        const auto inside = embedded.find(name);
        EXPECT_EQ(inside == embedded.end() ? DocumentFormat::ccda : inside->second, incoming.document.format) << name;
        EXPECT_EQ(isPaged(incoming.document.format), incoming.document.rendition.blocks.empty()) << name;
        expectSound(incoming, name);
        ++counts[file->kind == "C-CDA fragment" ? "fragments" : inside == embedded.end() ? "documents" : "embedded"];
        counts["with a visit"] += file->items[0].kind == IncomingKind::admit;
        counts["codes"] += static_cast<int>(incoming.codes.size());
        counts["codes with their place"] += static_cast<int>(std::count_if(
            incoming.codes.begin(), incoming.codes.end(), [](const SourceCode& code) { return !code.span.isEmpty(); }));
    }
    EXPECT_EQ(3, counts["refused"]);
    EXPECT_EQ(4, counts["embedded"]);
    for (const auto& [what, count] : counts) std::cout << "C-CDA " << what << ": " << count << "\n";
    std::cout << "C-CDA read per second: " << counts["files"] / took.count() << " (" << bytes / 1024 << " KB)\n";
}

TEST(CcdaFilesTest, NoCodeOfAnEntryIsLost)
{
    CW_SHARED_OR_SKIP(folder, "documents/ccda");
    static const std::pair<const char*, const char*> systems[] = {{"2.16.840.1.113883.6.90", "icd10cm"},
                                                                  {"2.16.840.1.113883.6.103", "icd9cm"},
                                                                  {"2.16.840.1.113883.6.12", "cpt"}};
    std::map<std::string, std::size_t> counts;
    for (const auto& path : ccdaFiles(*folder)) {
        const auto content = readFile(path);
        ASSERT_TRUE(content);
        const auto file = readCcda(*content, path.filename().string());
        if (!file) continue;
        for (const auto& [oid, system] : systems) {
            const auto there = codesInText(withoutComments(*content), oid);
            const auto found = codesRead(*file, system);
            for (const auto& code : there)
                EXPECT_TRUE(found.contains(code)) << path.filename() << " " << system << " " << code;
            counts[system] += there.size();
        }
    }
    for (const auto& [system, count] : counts) std::cout << "C-CDA codes of " << system << ": " << count << "\n";
}

TEST(CcdaFilesTest, GoldPairsAreAmongTheSourceCodes)
{
    CW_SHARED_OR_SKIP(gold, "gold/ccda_icd10cm_pairs.tsv");
    const auto table = readFile(*gold);
    ASSERT_TRUE(table);
    int checked = 0;
    const auto rows = text::lines(*table);
    for (std::size_t i = 1; i < rows.size(); ++i) {
        const auto columns = text::split(rows[i], '\t');
        ASSERT_EQ(7U, columns.size());
        const auto path = test::sharedFile(std::string(columns[6]));
        if (!path) continue;
        const auto content = readFile(*path);
        ASSERT_TRUE(content);
        const auto file = readCcda(*content);
        ASSERT_TRUE(file) << outcome(file);
        EXPECT_TRUE(codesRead(*file, "icd10cm").contains(std::string(columns[1]))) << rows[i];
        EXPECT_TRUE(columns[3].empty() || codesRead(*file, "snomed").contains(std::string(columns[3]))) << rows[i];
        ++checked;
    }
    EXPECT_GT(checked, 0);
    std::cout << "gold pairs checked: " << checked << " of " << rows.size() - 1 << "\n";
}

}  // namespace
}  // namespace cw
