#include "edits/codes/code_pattern.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace cw::edits {
namespace {

TEST(CodePatternTest, ACodeStandsForAllUnderIt)
{
    for (const auto* text : {"E11.2", "E11.2-", "e112", "E112-"}) {
        const auto pattern = CodePattern::of(text);
        EXPECT_TRUE(pattern.matches("E112")) << text;
        EXPECT_TRUE(pattern.matches("E1122")) << text;
        EXPECT_FALSE(pattern.matches("E11")) << text;
        EXPECT_FALSE(pattern.matches("E113")) << text;
        EXPECT_EQ("E112", pattern.single());
        EXPECT_FALSE(pattern.isRange());
    }
    EXPECT_TRUE(CodePattern::of("E11.-").matches("E119"));
    EXPECT_EQ("E11.2-", CodePattern::of("e11.2-").text());
    EXPECT_FALSE(CodePattern().matches("E11"));
}

TEST(CodePatternTest, ARangeHoldsAllUnderItsEnds)
{
    const auto stages = CodePattern::of("N18.1-N18.3");
    EXPECT_TRUE(stages.matches("N181"));
    EXPECT_TRUE(stages.matches("N1832"));
    EXPECT_FALSE(stages.matches("N18"));
    EXPECT_FALSE(stages.matches("N184"));
    EXPECT_TRUE(stages.isRange());
    EXPECT_EQ("", stages.single());
    const auto neoplasms = CodePattern::of("C00-D49");
    for (const auto* inside : {"C00", "C7A020", "C969", "D3A090", "D499"}) EXPECT_TRUE(neoplasms.matches(inside));
    for (const auto* outside : {"B999", "D500", "E119"}) EXPECT_FALSE(neoplasms.matches(outside)) << outside;
    EXPECT_TRUE(CodePattern::of("C00\xE2\x80\x93"
                                "C14")
                    .matches("C069"));
}

TEST(CodePatternTest, RangesFollowTheOrderOfTheList)
{
    struct Row {
        const char* range;
        const char* code;
        bool isIn;
    };
    for (const auto& row :
         std::vector<Row>{{"C43-C44", "C4A9", true},      {"C45-C49", "C4A9", false},    {"C00-C75", "C7A00", false},
                          {"C76-C80", "C7B1", false},     {"C75-C76", "C7B1", true},     {"D10-D36", "D3A00", false},
                          {"D37-D48", "D3A00", false},    {"I10-I1A", "I160", true},     {"I10-I1A", "I1A0", true},
                          {"I10-I16", "I1A0", false},     {"I30-I5A", "I519", true},     {"J40-J4A", "J479", true},
                          {"M05-M14", "M1A00X0", true},   {"O00-O9A", "O9A212", true},   {"O00-O9A", "P000", false},
                          {"O00-O99", "O9A212", false},   {"Z30-Z39", "Z3A20", true},    {"Q00-QA0", "Q999", true},
                          {"C91.0-C91.9", "C91Z0", true}, {"O09.0-O09.9", "O09A0", true}})
        EXPECT_EQ(row.isIn, CodePattern::of(row.range).matches(row.code)) << row.range << " " << row.code;
}

TEST(CodePatternTest, CategoriesSortAsTheOfficialOrder)
{
    const std::vector<std::string> official = {
        "C43", "C4A", "C44", "C45", "C75", "C7A", "C7B", "C76", "D36", "D3A", "D37", "I16", "I1A", "I20", "I52", "I5A",
        "I60", "J47", "J4A", "J60", "M08", "M1A", "M10", "O99", "O9A", "P00", "Q99", "QA0", "R00", "Z36", "Z3A", "Z37"};
    std::vector<std::string> keys;
    for (const auto& category : official) keys.push_back(categoryKey(category));
    EXPECT_TRUE(std::is_sorted(keys.begin(), keys.end()));
    EXPECT_EQ(categoryKey("C4A"), categoryKey("C4A0"));
}

TEST(CodePatternTest, WildcardsAndSeventhCharacters)
{
    EXPECT_TRUE(CodePattern::of("I69.?3").matches("I69334"));
    EXPECT_FALSE(CodePattern::of("I69.?3").matches("I6940"));
    EXPECT_FALSE(CodePattern::of("I69.?3").matches("I693"));
    EXPECT_EQ("", CodePattern::of("I69.?3").single());
    const auto open = CodePattern::of("S12@BC");
    EXPECT_TRUE(open.matches("S12000B"));
    EXPECT_FALSE(open.matches("S12000A"));
    EXPECT_FALSE(open.matches("S12000"));
    EXPECT_TRUE(CodePattern::of("S72-S79@ABC").matches("S72001A"));
    const auto adverse = CodePattern::of("T36.??5-T50.??5");
    EXPECT_TRUE(adverse.matches("T360X5A"));
    EXPECT_FALSE(adverse.matches("T360X1A"));
    EXPECT_FALSE(adverse.matches("T510X5A"));
}

TEST(CodePatternTest, OtherCodeSystems)
{
    EXPECT_TRUE(CodePattern::of("99202-99205").matches("99204"));
    EXPECT_FALSE(CodePattern::of("99202-99205").matches("99211"));
    EXPECT_TRUE(CodePattern::of("10D07Z3-10D07Z8").matches("10D07Z6"));
    EXPECT_FALSE(CodePattern::of("10D07Z3-10D07Z8").matches("10D17Z6"));
    EXPECT_TRUE(CodePattern::of("J0120-J8999").matches("J7050"));
    EXPECT_TRUE(CodePattern::of("0DTJ").matches("0DTJ4ZZ"));
}

TEST(CodePatternTest, RefusesWhatIsNoCode)
{
    for (const auto* text : {"", "-", "E1.12", "E11.2.3", "E11,E12", "E11 2", "E13-E08", "E1122334455", "E11-", "S12@",
                             "S12@a-", "E11.?-E13.2", "?11-?13", "{E11}"}) {
        const auto pattern = CodePattern::parse(text);
        if (std::string(text) == "E11-") {  // Not a range: all under E11.
            EXPECT_TRUE(pattern);
            continue;
        }
        ASSERT_FALSE(pattern) << text;
        EXPECT_EQ("EDITS-010", pattern.error().id);
        EXPECT_EQ(ErrorKind::invalidInput, pattern.error().kind);
    }
}

TEST(CodePatternTest, SeveralInTheOrderOfTheText)
{
    const auto patterns = CodePatterns::of("E08-E13,  O24.-");
    ASSERT_EQ(2U, patterns.all().size());
    EXPECT_TRUE(patterns.matches("E119"));
    EXPECT_TRUE(patterns.matches("O24410"));
    EXPECT_FALSE(patterns.matches("O25"));
    EXPECT_EQ("E08-E13, O24.-", patterns.text());
    EXPECT_TRUE(CodePatterns::of("").isEmpty());
    EXPECT_FALSE(CodePatterns().matches("E119"));
    EXPECT_FALSE(CodePatterns::parse("E08, w!"));
}

}  // namespace
}  // namespace cw::edits
