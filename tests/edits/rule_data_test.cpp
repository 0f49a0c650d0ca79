#include "edits/data/rule_data.h"

#include <gtest/gtest.h>

namespace cw::test {

namespace {

using edits::parseRuleData;
using edits::RuleFile;

const std::string listHead = "list\tcodes\tfirst\tlast\tsource\tcomment\n";
const std::string pairHead = "rule\ta\tb\tuse\tfirst\tlast\tsource\tmessage\tfix\n";

std::string errorOf(const RuleFile& file)
{
    const auto data = parseRuleData({file});
    return data ? "none" : data.error().detail;
}

TEST(RuleData, ReadsListsWithDates)
{
    const auto data = parseRuleData({{"lists/test.tsv", "# a comment\n" + listHead +
                                                            "sepsis\tA40.-, A41.-\t\t\tOCG\t\n"
                                                            "sepsis\tA02.1\t2024-10-01\t\tOCG\n"}});
    ASSERT_TRUE(data) << data.error().detail;
    const auto& list = data->list("sepsis");
    EXPECT_TRUE(list.has("A419", Date::of(2020, 1, 1)));
    EXPECT_FALSE(list.has("A021", Date::of(2024, 9, 30)));
    EXPECT_TRUE(list.has("A021", Date::of(2024, 10, 1)));
    EXPECT_TRUE(data->list("nothing").isEmpty());
}

TEST(RuleData, ReadsPairsByRule)
{
    const auto data = parseRuleData(
        {{"pairs/test.tsv", pairHead + "GL-10\tJ44.9\tJ18.-\tJ44.0\t\t\tOCG I.B.9\t{a} and {b}\tUse {use}\n"}});
    ASSERT_TRUE(data);
    ASSERT_EQ(1U, data->pairsOf("GL-10").size());
    EXPECT_EQ("J44.0", data->pairsOf("GL-10").front().use);
    EXPECT_TRUE(data->pairsOf("GL-9").empty());
}

TEST(RuleData, NamesFileLineAndReason)
{
    EXPECT_EQ("lists/x.tsv, line 3: column source is empty",
              errorOf({"lists/x.tsv", "#\n" + listHead + "a\tA00\t\t\t\t\n"}));
    EXPECT_NE(std::string::npos,
              errorOf({"lists/x.tsv", listHead + "a\tA00-\t2024\t\tS\t\n"}).find("line 2: column first"));
    EXPECT_NE(std::string::npos, errorOf({"lists/x.tsv", "list\tcodes\n"}).find("the columns must be"));
    EXPECT_NE(std::string::npos, errorOf({"lists/x.tsv", ""}).find("the line that names the columns is missing"));
    EXPECT_NE(std::string::npos, errorOf({"other.tsv", listHead}).find("is no file of rules"));
    EXPECT_NE(std::string::npos,
              errorOf({"lists/x.tsv", listHead + "a\tA00\t\t\tS\tc\tmore\n"}).find("has 7 fields, not 6"));
    EXPECT_NE(std::string::npos,
              errorOf({"lists/x.tsv", listHead + "a\tA00\t2025-01-01\t2024-01-01\tS\n"}).find("before the first day"));
}

TEST(RuleData, OneFaultRefusesAll)
{
    EXPECT_FALSE(
        parseRuleData({{"lists/good.tsv", listHead + "a\tA00\t\t\tS\t\n"}, {"lists/bad.tsv", listHead + "a\n"}}));
}

TEST(RuleData, TakesWindowsLineEndsAndBlankLines)
{
    const auto data =
        parseRuleData({{"lists/x.tsv", "list\tcodes\tfirst\tlast\tsource\tcomment\r\n\r\na\tA00\t\t\tS\r\n"}});
    ASSERT_TRUE(data) << data.error().detail;
    EXPECT_TRUE(data->list("a").has("A001", Date::of(2024, 1, 1)));
}

}  // namespace

}  // namespace cw::test
