#include "import/cpt_table.h"

#include "import/code_file.h"
#include "import/reference_file.h"
#include "tests/import/fixtures.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace cw {
namespace {

using test::crlf;
using test::makeZip;
using test::outcome;
using ::testing::ElementsAre;
using ::testing::StartsWith;

Result<ParsedRelease> parse(const std::string& bytes, const std::string& name)
{
    return parseCodeBytes(bytes, name, {}, Progress());
}

std::vector<std::string> titlesOf(const ParsedRelease& release)
{
    std::vector<std::string> all;
    for (const auto& row : release.rows) all.push_back(row.code + "|" + row.shortTitle + "|" + row.longTitle);
    return all;
}

TEST(CptTableTest, FollowsTheNamesOfItsColumns)
{
    const auto release = parse("Licensed to an invented practice,,\n"
                               "Long Description,Medium,CPT Code,Short\n"
                               "\"Invented service one, in full\",Invented service,12345,INV ONE\n"
                               "Invented service two,,12346,INV TWO\n"
                               "\n\"Three, \"\"quoted\"\"\",,0001T,\n",
                               "ours 2025.csv");
    ASSERT_TRUE(release) << outcome(release);
    EXPECT_EQ(CodeSystem::cpt, release->system);
    EXPECT_EQ("CPT 2025", release->name);
    EXPECT_EQ(ReleaseKind::licensed, release->kind);
    EXPECT_THAT(titlesOf(*release),
                ElementsAre("12345|INV ONE|Invented service one, in full", "12346|INV TWO|Invented service two",
                            "0001T|Three, \"quoted\"|Three, \"quoted\""));
}

TEST(CptTableTest, NamesBadRowsByTheirLine)
{
    std::string rows = "code,description\n";
    for (int i = 10; i < 60; ++i)
        rows += "123" + std::to_string(i) + ",\"Invented\nservice " + std::to_string(i) + "\"\n";
    const auto release = parse(rows + "1234,Invented\n", "cpt.csv");
    ASSERT_TRUE(release) << outcome(release);
    EXPECT_EQ(50U, release->rows.size());
    EXPECT_EQ("Invented service 10", release->rows[0].longTitle);
    EXPECT_THAT(release->rejections, ElementsAre("line 102: does not begin with a CPT code"));
    EXPECT_THAT(outcome(parse("code,description\n12345,Invented\n12346,\"open\n", "cpt.csv")),
                StartsWith("IMPORT-186"));
}

TEST(CptTableTest, IsNotTakenForOtherTables)
{
    EXPECT_FALSE(recogniseCptTable("HCPCSCode,ShortDescriptor\n12345,x\n"));
    EXPECT_FALSE(recogniseCptTable("code,kind,status\n12345,a,b\n"));
    EXPECT_FALSE(recogniseCptTable("code,description\nQ0001,Invented\n"));
    EXPECT_THAT(outcome(cptTableAsList("a,b\n", "f.csv")), StartsWith("IMPORT-185"));
}

const std::string shortFile = crlf({"Invented notice of the licensor", "", "12345 INV ONE", "12346 INV TWO"});
const std::string mediumFile = crlf({"12345\tInvented one", "12346\tInvented two"});
const std::string longFile =
    crlf({"12345\tInvented service one", "12346\tInvented service two", "0001T\tInvented service three"});

TEST(CptPartsTest, AreJoinedWhenTheyStandInOneZip)
{
    const auto zip = makeZip({{"CPT 2025/readme.txt", "read me"},
                              {"CPT 2025/MEDU.txt", mediumFile},
                              {"CPT 2025/SHORTU.txt", shortFile},
                              {"CPT 2025/LONGULT.txt", longFile}});
    const auto release = parse(zip, "CPT 2025.zip");
    ASSERT_TRUE(release) << outcome(release);
    EXPECT_EQ("CPT 2025", release->name);
    EXPECT_THAT(titlesOf(*release),
                ElementsAre("12345|INV ONE|Invented service one", "12346|INV TWO|Invented service two",
                            "0001T|Invented service three|Invented service three"));
    const auto file = parseReferenceBytes(zip, "CPT 2025.zip", {}, Progress());
    ASSERT_TRUE(file) << outcome(file);
    ASSERT_EQ(1U, file->releases.size());
    EXPECT_EQ(3U, file->releases[0].rows.size());
    EXPECT_THAT(file->ignored, ElementsAre("CPT 2025/readme.txt"));
}

TEST(CptPartsTest, OneFileAloneIsATableToo)
{
    const auto release = parse(shortFile, "SHORTU.txt");
    ASSERT_TRUE(release) << outcome(release);
    EXPECT_THAT(titlesOf(*release), ElementsAre("12345|INV ONE|INV ONE", "12346|INV TWO|INV TWO"));
}

TEST(CptPartsTest, TwoOfOneWidthAreRefused)
{
    EXPECT_THAT(outcome(parse(makeZip({{"LONGULT.txt", longFile}, {"LONGULT2.txt", longFile}}), "cpt.zip")),
                StartsWith("IMPORT-187: cpt.zip: LONGULT2.txt and LONGULT.txt both hold the long texts"));
}

TEST(CptPartsTest, LinesWithoutACodeAreNamed)
{
    std::vector<std::string> lines;
    for (int i = 10; i < 60; ++i) lines.push_back("123" + std::to_string(i) + "\tInvented service");
    lines[20] = "a line without code";
    const auto release = parse(crlf(lines), "LONGULT.txt");
    ASSERT_TRUE(release) << outcome(release);
    EXPECT_EQ(49U, release->rows.size());
    EXPECT_EQ(1, release->rejectedRows);
}

}  // namespace
}  // namespace cw
