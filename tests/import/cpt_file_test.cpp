#include "import/cpt_file.h"

#include "import/code_file.h"
#include "tests/import/fixtures.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace cw {
namespace {

using test::outcome;
using ::testing::ElementsAre;
using ::testing::StartsWith;

Result<ParsedRelease> parse(std::string text, const std::string& name = "list.tsv", CodeFileOptions options = {})
{
    return parseCodeBytes(std::move(text), name, options, Progress());
}

/// `count` good rows with codes from 10000 on.
std::string goodRows(int count)
{
    std::string text;
    for (int i = 0; i < count; ++i) text += std::to_string(10000 + i) + "\tService number " + std::to_string(i) + "\n";
    return text;
}

TEST(CptFileTest, ReadsCodeAndDescriptor)
{
    const auto release = parse("Code\tDescriptor\n99213\tVisit, established patient\n0001F\tQuality measure\r\n");
    ASSERT_TRUE(release) << outcome(release);
    EXPECT_EQ(CodeSystem::cpt, release->system);
    EXPECT_EQ(ReleaseKind::licensed, release->kind);
    EXPECT_EQ("CPT licensed", release->name);
    EXPECT_EQ(DateInterval{}, release->inForce);
    ASSERT_EQ(2U, release->rows.size());
    EXPECT_EQ("99213", release->rows[0].code);
    EXPECT_EQ("Visit, established patient", release->rows[0].shortTitle);
    EXPECT_EQ("Visit, established patient", release->rows[0].longTitle);
    EXPECT_TRUE(release->rows[0].billable);
    EXPECT_EQ("0001F", release->rows[1].code);
    EXPECT_EQ("Quality measure", release->rows[1].longTitle);
}

TEST(CptFileTest, TakesTheFirstTextAsShortAndTheLastAsLong)
{
    const auto release =
        parse("CPT Code\tShort\tMedium\tLong\n99213\tVst est\tVisit estab\tVisit, established patient\t\n");
    ASSERT_TRUE(release);
    EXPECT_EQ("Vst est", release->rows[0].shortTitle);
    EXPECT_EQ("Visit, established patient", release->rows[0].longTitle);
}

TEST(CptFileTest, TakesTwoCharactersAsModifier)
{
    const auto release = parse("99213\tVisit\n99214\tLonger visit\n25\tSeparate visit on the same day\n");
    ASSERT_TRUE(release);
    EXPECT_FALSE(release->rows[1].isModifier);
    EXPECT_TRUE(release->rows[2].isModifier);
    EXPECT_EQ("25", release->rows[2].code);
}

TEST(CptFileTest, ConvertsWindows1252AndDropsAByteOrderMark)
{
    EXPECT_EQ("Men\xC3\xA9tri\xC3\xA8re", parse("99213\tMen\xE9tri\xE8re\n").value().rows[0].longTitle);
    EXPECT_EQ("Men\xC3\xA9", parse("\xEF\xBB\xBF"
                                   "99213\tMen\xC3\xA9\n",
                                   "a.tsv", {CodeSystem::cpt, "", "", {}})
                                 .value()
                                 .rows[0]
                                 .longTitle);
}

TEST(CptFileTest, TakesOffTheQuotesOfASpreadsheet)
{
    const auto release = parse("99213\t\"Visit, \"\"short\"\"\"\n99214\t\"\n99215\tAn \"odd\" visit\n");
    ASSERT_TRUE(release) << outcome(release);
    EXPECT_EQ("Visit, \"short\"", release->rows[0].longTitle);
    EXPECT_EQ("\"", release->rows[1].longTitle);
    EXPECT_EQ("An \"odd\" visit", release->rows[2].longTitle);
}

TEST(CptFileTest, IgnoresARepeatedRowAndRefusesAContradiction)
{
    const auto repeated = parse("99213\tVisit\n99214\tLonger\n99213\tVisit\n");
    ASSERT_TRUE(repeated);
    EXPECT_EQ(2U, repeated->rows.size());
    EXPECT_EQ(0, repeated->rejectedRows);
    EXPECT_THAT(outcome(parse("99213\tVisit\n99214\tLonger\n99213\tOther\n")),
                StartsWith("IMPORT-040: list.tsv: line 3, column 1: code 99213 comes twice with different text"));
}

TEST(CptFileTest, ListsBadRowsUpToOneInTwenty)
{
    const auto release = parse(goodRows(38) + "9921X\tNo such code\n99999\t\n");
    ASSERT_TRUE(release) << outcome(release);
    EXPECT_EQ(38U, release->rows.size());
    EXPECT_EQ(2, release->rejectedRows);
    EXPECT_THAT(release->rejections, ElementsAre("line 39: does not begin with a CPT code", "line 40: no descriptor"));
    EXPECT_THAT(outcome(parse(goodRows(37) + "9921X\tNo such code\n99999\t\n")),
                StartsWith("IMPORT-041: list.tsv: 2 of 39 rows"));
}

TEST(CptFileTest, ListsAtMostHundredRejections)
{
    std::string text = goodRows(4000);
    for (int i = 0; i < 150; ++i) text += "bad\tx\n";
    const auto release = parse(text);
    ASSERT_TRUE(release);
    EXPECT_EQ(150, release->rejectedRows);
    EXPECT_EQ(100U, release->rejections.size());
}

TEST(CptFileTest, RefusesAFileWithoutAnyCode)
{
    CodeFileOptions options;
    options.kind = "cpt";
    EXPECT_THAT(outcome(parse("nothing\there\n", "list.tsv", options)),
                StartsWith("IMPORT-041: list.tsv: 1 of 1 rows"));
    EXPECT_THAT(outcome(parse("Code\tText\n", "list.tsv", options)), StartsWith("IMPORT-041: list.tsv: 0 of 0 rows"));
    EXPECT_THAT(outcome(parse("nothing\there\n")), StartsWith("IMPORT-011"));
}

TEST(CptFileTest, TakesNameAndDatesFromOptionsElseTheYearOfTheFileName)
{
    EXPECT_EQ("CPT 2025", parse(goodRows(3), "cpt_2025.txt").value().name);
    CodeFileOptions options;
    options.releaseName = "CPT spring";
    options.effective = Date::of(2025, 1, 1);
    const auto release = parse(goodRows(3), "cpt_2025.txt", options);
    ASSERT_TRUE(release);
    EXPECT_EQ("CPT spring", release->name);
    EXPECT_EQ((DateInterval{Date::of(2025, 1, 1), std::nullopt}), release->inForce);
}

}  // namespace
}  // namespace cw
