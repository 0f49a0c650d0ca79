#include "tests/import/cms/lists.h"

#include <gmock/gmock.h>

namespace cw {
namespace {

using test::contentOf;
using test::crlf;
using test::outcome;
using test::parseCms;
using ::testing::ElementsAre;
using ::testing::StartsWith;

const std::vector<std::string> officialHead = {"Invented notice.\t\t\t\t\t\t",
                                               "Column1/Column2 Edits\t\t\t\t\t\t",
                                               "Column 1\tColumn 2\t*=in existence\tEffective\tDeletion\tModifier\tPTP "
                                               "Edit Rationale",
                                               "\t\tprior to 1996\tDate\tDate\t0=not allowed\t",
                                               "\t\t\t\t*=no data\t1=allowed\t",
                                               "\t\t\t\t\t9=not applicable\t"};

std::string official(const std::vector<std::string>& rows)
{
    auto lines = officialHead;
    lines.insert(lines.end(), rows.begin(), rows.end());
    return crlf(lines);
}

TEST(PtpListTest, ReadsTheOfficialLayout)
{
    const auto list = parseCms(official({"12345\tG0123\t*\t19960101\t*\t1\tInvented reason",
                                         "12345\t0001T\t\t20220101\t20231231\t0\tOther reason",
                                         "12345\t0001T\t\t20240101\t20240101\t9\tInvented reason"}),
                               "ccipra-v302r0-f2.TXT");
    ASSERT_TRUE(list) << outcome(list);
    EXPECT_EQ(ListKind::ptp, list->kind);
    EXPECT_EQ("practitioner f2", list->variant);
    EXPECT_EQ("2024 Q3", list->name);
    EXPECT_EQ(3, list->rowCount);
    EXPECT_THAT(list->checks, ElementsAre("3 edits, 1 of them without deletion date"));
    const auto& content = contentOf<PtpEdits>(*list);
    EXPECT_THAT(content.rationales, ElementsAre("Invented reason", "Other reason"));
    const auto& first = content.edits[0];
    EXPECT_EQ("12345", first.column1.view());
    EXPECT_EQ("G0123", first.column2.view());
    EXPECT_EQ(Date::of(1996, 1, 1), first.first);
    EXPECT_FALSE(first.last);
    EXPECT_EQ('1', first.modifierIndicator);
    EXPECT_EQ(Date::of(2023, 12, 31), content.edits[1].last);
    EXPECT_EQ(1, content.edits[1].rationale);
    EXPECT_EQ('9', content.edits[2].modifierIndicator);
    EXPECT_EQ(0, content.edits[2].rationale);
}

TEST(PtpListTest, ReadsAListWithoutEffectiveDates)
{
    const auto list = parseCms("column1\tcolumn2\tdeletion_date\tmodifier_indicator\trationale\n"
                               "12345\t12346\t*\t0\tInvented reason\n",
                               "edits_outpatient_2024Q3.tsv");
    ASSERT_TRUE(list) << outcome(list);
    EXPECT_EQ("outpatient", list->variant);
    EXPECT_FALSE(contentOf<PtpEdits>(*list).edits[0].first);
    EXPECT_FALSE(contentOf<PtpEdits>(*list).edits[0].last);
}

struct BadEdit {
    const char* name;
    const char* row;
    const char* reason;
};

class PtpFaultTest : public ::testing::TestWithParam<BadEdit> {};

TEST_P(PtpFaultTest, NamesTheBadLine)
{
    std::vector<std::string> rows(30, "12345\t12346\t\t20220101\t*\t1\tInvented reason");
    rows[1] = GetParam().row;
    const auto list = parseCms(official(rows), "ccipra-v302r0-f1.txt");
    ASSERT_TRUE(list) << outcome(list);
    EXPECT_EQ(29, list->rowCount);
    EXPECT_THAT(list->rejections, ElementsAre(std::string("line 8: ") + GetParam().reason));
}

INSTANTIATE_TEST_SUITE_P(
    Rows, PtpFaultTest,
    ::testing::Values(
        BadEdit{"column1", "1234\t12346\t\t20220101\t*\t1\tr", "column 1 is no CPT or HCPCS code"},
        BadEdit{"column2", "12345\tABCDE\t\t20220101\t*\t1\tr", "column 2 is no CPT or HCPCS code"},
        BadEdit{"effective", "12345\t12346\t\t20221301\t*\t1\tr", "the effective date is not YYYYMMDD"},
        BadEdit{"noEffective", "12345\t12346\t\t*\t*\t1\tr", "no effective date"},
        BadEdit{"deletion", "12345\t12346\t\t20220101\tnever\t1\tr", "the deletion date is neither YYYYMMDD nor *"},
        BadEdit{"modifier", "12345\t12346\t\t20220101\t*\t2\tr", "the modifier indicator must be 0, 1 or 9"},
        BadEdit{"columns", "12345\t12346\t20220101\t1", "must have 7 columns, or 5 without dates"}),
    [](const auto& tested) { return std::string(tested.param.name); });

TEST(PtpListTest, RefusesDamagedFiles)
{
    const auto whole = official({"12345\t12346\t\t20220101\t*\t1\tr", "12345\t12347\t\t20220101\t*\t1\tr"});
    EXPECT_THAT(outcome(parseCms(whole.substr(0, whole.size() - 1), "ccipra-v302r0-f1.txt")),
                StartsWith("IMPORT-163: ccipra-v302r0-f1.txt: line 8"));
    EXPECT_THAT(outcome(parseCms(official({}), "ccipra-v302r0-f1.txt")), StartsWith("IMPORT-151"));
    EXPECT_THAT(outcome(parseCms(whole, "edits.txt")), StartsWith("IMPORT-154"));
}

std::string mue(const std::string& setting, const std::string& rows)
{
    return "\"Notice of several lines,\r\ninvented \x96 for the test\",,,\r\n\"HCPCS/\nCPT Code\"," + setting +
           " MUE Values,MUE Adjudication Indicator,MUE Rationale\r\n" + rows;
}

TEST(MueListTest, TellsTheThreeSettingsByTheirHeadings)
{
    const std::string rows =
        "12345,2,3 Date of Service Edit: Clinical,Clinical: Data\r\nA0001,0,1 Line Edit,Policy\r\n";
    for (const auto& [heading, variant] :
         {std::pair("Practitioner Services", "practitioner"), std::pair("Outpatient Hospital Services", "outpatient"),
          std::pair("DME Supplier Services", "dme")}) {
        const auto list = parseCms(mue(heading, rows), "MCR_MUE_Eff_07-01-2024.csv");
        ASSERT_TRUE(list) << outcome(list);
        EXPECT_EQ(variant, list->variant);
        EXPECT_EQ("2024 Q3", list->name);
        const auto& limits = contentOf<MueLimits>(*list).limits;
        ASSERT_EQ(2U, limits.size());
        EXPECT_EQ("12345", limits[0].code);
        EXPECT_EQ(2, limits[0].units);
        EXPECT_EQ('3', limits[0].adjudication);
        EXPECT_EQ("Clinical: Data", limits[0].rationale);
        EXPECT_EQ('1', limits[1].adjudication);
    }
}

TEST(MueListTest, NamesBadRows)
{
    std::string rows;
    for (int i = 10; i < 80; ++i) rows += "123" + std::to_string(i) + ",2,2 Policy,CMS\r\n";
    const auto list = parseCms(mue("Practitioner Services", rows + "12345,many,2 Policy,CMS\r\n12345,2,Policy,CMS\r\n"
                                                                   "1234,2,2 Policy,CMS\r\n"),
                               "MUE_2024Q3.csv");
    ASSERT_TRUE(list) << outcome(list);
    EXPECT_EQ(70, list->rowCount);
    EXPECT_THAT(list->rejections, ElementsAre("line 75: the MUE value is no number of units",
                                              "line 76: the adjudication indicator must begin with 1, 2 or 3",
                                              "line 77: not a CPT or HCPCS code"));
    EXPECT_THAT(outcome(parseCms(mue("Practitioner Services", "x,1,1,r\r\n"), "MUE_2024Q3.csv")),
                StartsWith("IMPORT-151"));
    EXPECT_THAT(outcome(parseCms(mue("Practitioner Services", "12345,2,\"2 Policy\r\n"), "MUE_2024Q3.csv")),
                StartsWith("IMPORT-153: MUE_2024Q3.csv: line 5"));
}

TEST(AddOnListTest, ReadsDerivedAndOfficialColumns)
{
    const auto derived =
        parseCms("add_on_code,primary_code,aoc_edit_type\r\n12345,12346,1\r\n12347,CCCCC,2\r\n", "aoc_2024-07-02.csv");
    ASSERT_TRUE(derived) << outcome(derived);
    EXPECT_EQ("2024 Q3", derived->name);
    EXPECT_THAT(derived->checks, ElementsAre("2 rows, 2 add-on codes"));
    EXPECT_EQ("CCCCC", contentOf<AddOnCodes>(*derived).rows[1].primary);
    EXPECT_FALSE(contentOf<AddOnCodes>(*derived).rows[1].first);

    const auto official = parseCms(
        "Invented notice\t\t\t\t\t\t\t\n"
        "AOC_Edit_Type\tAdd-On_Code\tAOC_DelDT\tPrimary_Code\tPrimary_Code_DelDT\tAOC_Edit_EffDT\tAOC_Edit_DelDT\tNotes\n"
        "3\t12345\t\t12346\t2024091\t2013001\t2024366\t\n"
        "1\t12345\t\t12347\t\t2013001\t\t\n",
        "AOC_V2024Q3-MCR.txt");
    ASSERT_TRUE(official) << outcome(official);
    const auto& rows = contentOf<AddOnCodes>(*official).rows;
    ASSERT_EQ(2U, rows.size());
    EXPECT_EQ('3', rows[0].type);
    EXPECT_EQ(Date::of(2013, 1, 1), rows[0].first);
    EXPECT_EQ(Date::of(2024, 3, 31), rows[0].last);
    EXPECT_FALSE(rows[1].last);
}

TEST(AddOnListTest, RefusesRowsThatMeanNothing)
{
    for (const auto* row : {"1234,12346,1", "12345,DDDDD,1", "12345,12346,4"}) {
        const auto list =
            parseCms("add_on_code,primary_code,aoc_edit_type\n" + std::string(row) + "\n", "aoc_2024.csv");
        EXPECT_THAT(outcome(list), StartsWith("IMPORT-151: aoc_2024.csv: 1 of 1 rows are unusable; line 2: ")) << row;
    }
}

}  // namespace
}  // namespace cw
