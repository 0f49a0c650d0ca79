#include "import/icd/icd_files.h"
#include "tests/import/icd/icd_fixtures.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace cw {
namespace {

using test::crlf;
using test::outcome;
using test::sourceText;
using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::StartsWith;
using Kind = AddendaChange::Kind;

std::string padded(std::string text, std::size_t width)
{
    text.resize(std::max(width, text.size()), ' ');
    return text;
}

/// A line of an order addenda.
std::string change(const std::string& action, const std::string& flag, const std::string& code,
                   const std::string& title)
{
    const auto body = (flag.empty() ? "" : flag + " ") + padded(code, 7) + " ";
    return padded(action + ":", 13) + body + padded("short", 60) + " " + title;
}

std::vector<std::string> summary(const std::string& heading, int added, int deleted, int revised,
                                 const std::string& file = "icd10cm_order_2030.txt")
{
    return {heading,
            "  10 codes in icd10cm_order_2029.txt",
            "  12 codes in " + file,
            "    " + std::to_string(added) + " additions",
            "    " + std::to_string(deleted) + " deletions",
            "    " + std::to_string(revised) + " revisions",
            "of which",
            "    " + std::to_string(revised) + " revisions to both long and short titles",
            "    0 revisions to long title only",
            ""};
}

std::string file(std::vector<std::string> lines, const std::vector<std::string>& headers,
                 const std::vector<std::string>& codes)
{
    lines.push_back("");
    lines.insert(lines.end(), headers.begin(), headers.end());
    lines.insert(lines.end(), codes.begin(), codes.end());
    return crlf(lines);
}

Result<ParsedList> parse(const std::string& text, const std::string& name = "addenda.txt")
{
    return parseAddendaFile(sourceText(text, name), {}, Progress());
}

std::vector<std::string> goodLines()
{
    return {change("Revise from", "1", "E000", "Old words"), change("Revise to", "1", "E000", "New words"),
            change("Delete", "1", "E01", "A code"),          change("Add", "0", "E01", "A header"),
            change("Add", "1", "E010", "First under it"),    change("Delete", "1", "E02", "Gone")};
}

TEST(AddendaFileTest, ReadsChangesAndAgreesWithItsSummary)
{
    const auto list = parse(file(goodLines(), summary("Headers", 1, 0, 0), summary("Codes", 1, 2, 1)));
    ASSERT_TRUE(list) << outcome(list);
    EXPECT_EQ(ListKind::addenda, list->kind);
    EXPECT_EQ("icd10cm", list->variant);
    EXPECT_EQ("FY2030", list->name);  // As the summary names the later order file.
    EXPECT_EQ(4, list->rowCount);
    EXPECT_THAT(list->checks,
                ElementsAre("agrees with its summary: codes 1 added, 2 deleted, 1 revised; headers 1 added, "
                            "0 deleted, 0 revised",
                            "1 codes became headers or headers codes"));
    const auto& changes = std::get<Addenda>(list->content).changes;
    EXPECT_EQ(Kind::revised, changes[0].kind);
    EXPECT_EQ("Old words", changes[0].before);
    EXPECT_EQ("New words", changes[0].after);
    EXPECT_EQ(Kind::revised, changes[1].kind);  // Deleted and added: the flag changed.
    EXPECT_EQ("E01", changes[1].code);
    EXPECT_FALSE(changes[1].billable);
    EXPECT_EQ("A code", changes[1].before);
    EXPECT_EQ("A header", changes[1].after);
    EXPECT_EQ(Kind::added, changes[2].kind);
    EXPECT_EQ("First under it", changes[2].after);
    EXPECT_EQ(Kind::deleted, changes[3].kind);
    EXPECT_EQ("Gone", changes[3].before);
}

TEST(AddendaFileTest, ReadsCodeAddendaWithoutFlagsAndShortTitles)
{
    const auto list =
        parse(crlf({"Add:         E0011   One title only", "", "Codes", "  1 codes in icd10cm_order_2030.txt",
                    "  1 additions", "  0 deletions", "  0 revisions"}));
    ASSERT_TRUE(list) << outcome(list);
    EXPECT_EQ("One title only", std::get<Addenda>(list->content).changes.front().after);
}

TEST(AddendaFileTest, ReadsPcsAddendaWhereTheTableIsTheHeader)
{
    const auto pcs = "icd10pcs_order_2030.txt";
    const auto list = parse(file({change("Add", "", "XXA", "A table"), change("Add", "", "XXA536A", "A code")},
                                 summary("Headers", 1, 0, 0, pcs), summary("Codes", 1, 0, 0, pcs)));
    ASSERT_TRUE(list) << outcome(list);
    EXPECT_EQ("icd10pcs", list->variant);
    const auto& changes = std::get<Addenda>(list->content).changes;
    EXPECT_FALSE(changes[0].billable);
    EXPECT_EQ("A code", changes[1].after);
}

TEST(AddendaFileTest, TakesASummaryOfZeros)
{
    const auto text = file({}, summary("Headers", 0, 0, 0), summary("Codes", 0, 0, 0));
    ASSERT_TRUE(recogniseAddenda(text));
    const auto list = parse(text);
    ASSERT_TRUE(list) << outcome(list);
    EXPECT_EQ(0, list->rowCount);
}

TEST(AddendaFileTest, RefusesLinesThatDoNotAgreeWithTheSummary)
{
    EXPECT_THAT(outcome(parse(file(goodLines(), summary("Headers", 1, 0, 0), summary("Codes", 2, 2, 1)))),
                AllOf(StartsWith("IMPORT-139: f.zip: addenda.txt: "), HasSubstr("says codes 2 added"),
                      HasSubstr("are codes 1 added")));
}

TEST(AddendaFileTest, RefusesAFileThatIsCutOff)
{
    const auto whole = file(goodLines(), summary("Headers", 1, 0, 0), summary("Codes", 1, 2, 1));
    const auto counted = whole.rfind("deletions");
    for (std::size_t size = 0; size < counted; size += 5) EXPECT_FALSE(parse(whole.substr(0, size))) << size;
    EXPECT_THAT(outcome(parse(crlf(goodLines()))), StartsWith("IMPORT-136: f.zip: addenda.txt: line 6: "));
}

TEST(AddendaFileTest, NamesTheLineThatIsWrong)
{
    const auto headers = summary("Headers", 0, 0, 0);
    const auto codes = summary("Codes", 0, 0, 0);
    const auto fault = [&](const std::vector<std::string>& lines) {
        return outcome(parse(file(lines, headers, codes)));
    };
    EXPECT_THAT(fault({change("Add", "1", "E!", "x")}), HasSubstr("IMPORT-137: f.zip: addenda.txt: line 1, column 16"));
    EXPECT_THAT(fault({"Add:         1 E000"}), HasSubstr("ends before the title"));
    EXPECT_THAT(fault({change("Revise to", "1", "E000", "x")}), HasSubstr("pairs"));
    EXPECT_THAT(fault({change("Revise from", "1", "E000", "x"), change("Add", "1", "E001", "x")}), HasSubstr("pairs"));
    EXPECT_THAT(fault({change("Revise from", "1", "E000", "x"), change("Revise to", "1", "E001", "x")}),
                HasSubstr("another code"));
    EXPECT_THAT(fault({change("Revise from", "1", "E000", "x")}), StartsWith("IMPORT-138"));
    EXPECT_THAT(fault({change("Add", "1", "E000", "caf\xE9")}), HasSubstr("not ASCII"));
}

TEST(AddendaFileTest, RecognisesNothingElse)
{
    EXPECT_TRUE(recogniseAddenda(crlf(goodLines())));
    EXPECT_FALSE(recogniseAddenda(""));
    EXPECT_FALSE(recogniseAddenda("Read me\r\nfirst\r\n  12 additions\r\n"));
    EXPECT_FALSE(recogniseAddenda(crlf({test::orderRow(1, "A00", '0', "Cholera")})));
}

}  // namespace
}  // namespace cw
