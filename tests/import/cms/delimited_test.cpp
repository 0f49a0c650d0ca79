#include "import/cms/delimited.h"

#include "import/cms/named_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace cw {
namespace {

using ::testing::ElementsAre;

std::vector<std::vector<std::string>> recordsOf(std::string_view text)
{
    DelimitedReader reader(text);
    DelimitedRow row;
    std::vector<std::vector<std::string>> records;
    while (reader.next(row)) records.emplace_back(row.cells.begin(), row.cells.end());
    return records;
}

struct DelimitedCase {
    const char* name;
    std::string text;
    std::vector<std::vector<std::string>> records;
};

class DelimitedReaderTest : public ::testing::TestWithParam<DelimitedCase> {};

TEST_P(DelimitedReaderTest, GivesTheCells)
{
    EXPECT_EQ(GetParam().records, recordsOf(GetParam().text));
}

INSTANTIATE_TEST_SUITE_P(
    Texts, DelimitedReaderTest,
    ::testing::Values(DelimitedCase{"empty", "", {}}, DelimitedCase{"lf", "a,b\nc,d\n", {{"a", "b"}, {"c", "d"}}},
                      DelimitedCase{"crlf", "a,b\r\nc,\r\n", {{"a", "b"}, {"c", ""}}},
                      DelimitedCase{"noLineEnd", "a,b\nc", {{"a", "b"}, {"c"}}},
                      DelimitedCase{"endsWithComma", "a,", {{"a", ""}}},
                      DelimitedCase{"blankLine", "a\n\nb\n", {{"a"}, {""}, {"b"}}},
                      DelimitedCase{"quotes", "\"a, b\",\"say \"\"no\"\"\"\n", {{"a, b", "say \"no\""}}},
                      DelimitedCase{
                          "quotedLineFeed", "\"HCPCS/\r\nCPT\",x\r\ny,z\r\n", {{"HCPCS/\r\nCPT", "x"}, {"y", "z"}}},
                      DelimitedCase{"quoteInside", "5\" tube,b\n", {{"5\" tube", "b"}}},
                      DelimitedCase{"afterQuote", "\"a\"b,c\n", {{"ab", "c"}}},
                      DelimitedCase{"tabs", "a,b\tc\nd\t\"e\te\"\n", {{"a,b", "c"}, {"d", "e\te"}}},
                      DelimitedCase{"byteOrderMark",
                                    "\xEF\xBB\xBF"
                                    "caf\xC3\xA9,b\n",
                                    {{"caf\xC3\xA9", "b"}}},
                      DelimitedCase{"windows1252", "patient\x92s,\x96\n", {{"patient\xE2\x80\x99s", "\xE2\x80\x93"}}},
                      DelimitedCase{"openQuote", "a,b\n\"c,d\n", {{"a", "b"}, {""}}}),
    [](const auto& tested) { return std::string(tested.param.name); });

TEST(DelimitedReaderTest, CountsTheLinesInQuotedCells)
{
    DelimitedReader reader("\"one\ntwo\nthree\",x\nfour,y\n\"never closed\n");
    DelimitedRow row;
    ASSERT_TRUE(reader.next(row));
    EXPECT_EQ(1U, row.line);
    ASSERT_TRUE(reader.next(row));
    EXPECT_EQ(4U, row.line);
    EXPECT_FALSE(reader.openQuote());
    while (reader.next(row)) continue;
    EXPECT_EQ(5U, reader.openQuote());
}

TEST(NamedTableTest, FindsColumnsByTheLettersOfTheirNames)
{
    EXPECT_EQ("hcpcscptcode", columnKey("HCPCS/\nCPT Code"));
    static constexpr std::array<std::string_view, 3> names = {"code", "?date", "text"};
    EXPECT_TRUE(hasHeader("A notice\n\nText,Code\nx,y\n", names));
    EXPECT_FALSE(hasHeader("A notice\n\nText,Codes\nx,y\n", names));
    DelimitedReader reader("Text,CODE\n");
    DelimitedRow row;
    ASSERT_TRUE(reader.next(row));
    const auto places = columnsIn(row, names);
    ASSERT_TRUE(places);
    EXPECT_THAT(*places, ElementsAre(1, noColumn, 0));
}

}  // namespace
}  // namespace cw
