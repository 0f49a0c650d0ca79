#include "tests/cli/command_line_fixture.h"

#include <regex>

namespace cw::test {
namespace {

/// None of these signs in: there is no patient in the code tables.
class CodeCommands : public CommandLineTest {
protected:
    Ran codes(std::vector<std::string> arguments)
    {
        arguments.insert(arguments.begin(), {"--workspace", place().string(), "codes"});
        return bare(arguments);
    }
};

TEST_F(CodeCommands, SearchRanksTheCodeItself)
{
    const auto ran = codes({"search", "I10", "--system", "icd10cm"});
    EXPECT_EQ(0, ran.status) << ran.err;
    const auto rows = ran.rows();
    EXPECT_EQ((std::vector<std::string>{"rank", "system", "code", "billable", "description"}), rows.at(0));
    EXPECT_EQ((std::vector<std::string>{"1", "icd10cm", "I10", "1"}),
              std::vector<std::string>(rows.at(1).begin(), rows.at(1).begin() + 4));
}

TEST_F(CodeCommands, SearchTakesWordsInAnyOrder)
{
    const auto one = codes({"search", "knee", "pain", "right", "--limit", "1"}).rows();
    EXPECT_EQ("M25.561", one.at(1)[2]);
    EXPECT_EQ(2U, one.size());
    EXPECT_EQ(one.at(1)[2], codes({"search", "right knee pain", "--limit", "1"}).rows().at(1)[2]);
}

TEST_F(CodeCommands, SearchInBatchTellsItsTimesOnTheLastErrorLine)
{
    const auto file = m_folder.write("queries.txt", "I10\nright knee pain\n\nzzzz qqqq\n");
    const auto ran = codes({"search", "--batch", file.string(), "--limit", "1"});
    EXPECT_EQ(0, ran.status);
    const auto rows = ran.rows();
    EXPECT_EQ((std::vector<std::string>{"query", "rank", "system", "code", "billable", "description"}), rows.at(0));
    ASSERT_EQ(3U, rows.size());
    EXPECT_EQ("right knee pain", rows[2][0]);
    EXPECT_TRUE(std::regex_match(ran.err, std::regex("3 queries, median [0-9]+ us, p99 [0-9]+ us\n"))) << ran.err;
}

TEST_F(CodeCommands, SearchAsJsonIsAnArray)
{
    const auto json = codes({"search", "I10", "--limit", "1", "--format", "json"}).json();
    ASSERT_EQ(1U, json.size());
    EXPECT_EQ("I10", json[0]["code"]);
    EXPECT_EQ(true, json[0]["billable"]);
    EXPECT_EQ(1, json[0]["rank"]);
}

TEST_F(CodeCommands, SearchOfABadDateSystemOrFileIsUnusable)
{
    EXPECT_EQ(3, codes({"search", "I10", "--on", "yesterday"}).status);
    EXPECT_EQ(3, codes({"search", "I10", "--system", "icd9"}).status);
    EXPECT_EQ(3, codes({"search", "--batch", path("none.txt")}).status);
    EXPECT_EQ(2, codes({"search", "I10", "--limit", "0"}).status);
}

TEST_F(CodeCommands, ShowPrintsPlaceAndValidity)
{
    const auto json = codes({"show", "M25.561", "--on", "2025-01-15", "--format", "json"}).json();
    EXPECT_EQ("icd10cm", json["system"]);
    EXPECT_EQ("M25.561", json["code"]);
    EXPECT_EQ(true, json["billable"]);
    EXPECT_EQ(true, json["valid"]);
    EXPECT_EQ("starter", json["table"]);
    EXPECT_EQ("M25", json["ancestors"][0]["code"]);
}

TEST_F(CodeCommands, ShowTakesTheCodeWithoutDot)
{
    EXPECT_EQ(codes({"show", "M25.561"}).out, codes({"show", "m25561"}).out);
}

TEST_F(CodeCommands, ShowOfAnUnknownCodeIsUnusableInput)
{
    const auto ran = codes({"show", "Q99.999Z"});
    EXPECT_EQ(3, ran.status);
    EXPECT_NE(std::string::npos, ran.err.find("Q99999Z"));
}

TEST_F(CodeCommands, ReleasesListWhatIsInstalled)
{
    const auto rows = codes({"releases"}).rows();
    ASSERT_EQ(4U, rows.size());
    EXPECT_EQ("system", rows[0][0]);
    for (std::size_t i = 1; i < rows.size(); ++i) EXPECT_EQ("starter", rows[i][2]);
}

TEST_F(CodeCommands, ImportIsForAdministrators)
{
    EXPECT_EQ(4, run("coder", {"codes", "import", path("none.zip")}).status);
}

TEST_F(CodeCommands, ImportOfAFileThatIsNoneIsUnusableInput)
{
    const auto ran = run("admin", {"codes", "import", m_folder.write("photo.jpg", "\xFF\xD8").string()});
    EXPECT_EQ(3, ran.status) << ran.err;
    EXPECT_NE(std::string::npos, ran.err.find("photo.jpg"));
    EXPECT_EQ(3, run("admin", {"codes", "import", path("none.zip")}).status);
}

}  // namespace
}  // namespace cw::test
