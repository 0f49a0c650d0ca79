#include "import/hcpcs_table.h"

#include "import/code_file.h"
#include "tests/import/fixtures.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace cw {
namespace {

using test::outcome;
using ::testing::StartsWith;

const std::string head =
    "HCPC,SEQNUM,RECID,LONG DESCRIPTION,SHORT DESCRIPTION,PRICE1,ADD DT,ACT EFF DT,TERM DT,ACTION CD\n";
const std::string goodRows = "   A1,0010,7,Invented modifier,Inv mod,,20020701,20020701,,N\n"
                             "Q0001,0010,3,\"Invented supply, each\",Inv supply,,20150101,20180101,20181231,N\n"
                             "Q0001,0020,4,of two,,,,,,\n"
                             "Q0002,0010,3,Invented \x96 device,Inv device,,20150101,20150101,,N\n";

Result<ParsedRelease> parse(const std::string& bytes, const std::string& name = "HCPC2026_OCT_ANWEB.csv")
{
    return parseCodeBytes(bytes, name, {}, Progress());
}

TEST(HcpcsTableTest, ReadsTheTableOf48Columns)
{
    const auto release = parse("Disclaimers,,,\n\n" + head + goodRows);
    ASSERT_TRUE(release) << outcome(release);
    EXPECT_EQ(CodeSystem::hcpcs, release->system);
    EXPECT_EQ("HCPCS 2026 October", release->name);
    EXPECT_TRUE(release->hasRowDates);
    ASSERT_EQ(3U, release->rows.size());
    EXPECT_EQ("A1", release->rows[0].code);
    EXPECT_TRUE(release->rows[0].isModifier);
    const auto& supply = release->rows[1];
    EXPECT_EQ("Q0001", supply.code);
    EXPECT_EQ("Invented supply, each of two", supply.longTitle);
    EXPECT_EQ("Inv supply", supply.shortTitle);
    EXPECT_EQ(Date::of(2015, 1, 1), supply.validFrom);
    EXPECT_EQ(Date::of(2018, 12, 31), supply.validUntil);
    EXPECT_EQ("Invented \xE2\x80\x93 device", release->rows[2].longTitle);
    EXPECT_EQ(3, release->rows[2].order);
}

TEST(HcpcsTableTest, ReadsDerivedListsWithAndWithoutDates)
{
    const auto dated = parse("hcpcs,long_description,short_description,price,date_term,date_added\n"
                             "Q0001,Invented supply,Inv supply,00,20181231,20150101\n",
                             "hcpcs_level2_2024_jul.csv");
    ASSERT_TRUE(dated) << outcome(dated);
    EXPECT_EQ("HCPCS 2024 July", dated->name);
    EXPECT_TRUE(dated->hasRowDates);
    EXPECT_EQ(Date::of(2018, 12, 31), dated->rows[0].validUntil);

    const auto undated = parse("Code,Description,last_updated\n   A1,Invented modifier,09-06-2025\nQ0001,Invented,x\n",
                               "hcpcs_2025_oct.csv");
    ASSERT_TRUE(undated) << outcome(undated);
    EXPECT_FALSE(undated->hasRowDates);
    EXPECT_TRUE(undated->rows[0].isModifier);
    EXPECT_EQ("A1", undated->rows[0].code);
    EXPECT_FALSE(undated->rows[1].validFrom);
    EXPECT_EQ("Invented", undated->rows[1].shortTitle);
}

struct BadRow {
    const char* name;
    const char* row;
    const char* message;
};

class HcpcsTableFaultTest : public ::testing::TestWithParam<BadRow> {};

TEST_P(HcpcsTableFaultTest, RefusesTheWholeFile)
{
    EXPECT_THAT(outcome(parse(head + goodRows + GetParam().row + "\n")),
                StartsWith("IMPORT-180: HCPC2026_OCT_ANWEB.csv: line 6: " + std::string(GetParam().message)));
}

INSTANTIATE_TEST_SUITE_P(
    Rows, HcpcsTableFaultTest,
    ::testing::Values(BadRow{"code", "q0003,0010,3,x,x,,20150101,,,N", "not a HCPCS code"},
                      BadRow{"modifier", "   A,0010,7,x,x,,20150101,,,N", "not a HCPCS modifier"},
                      BadRow{"text", "Q0003,0010,3,,x,,20150101,,,N", "no long description"},
                      BadRow{"added", "Q0003,0010,3,x,x,,soon,,,N", "no date on which it was added"},
                      BadRow{"ended", "Q0003,0010,3,x,x,,20150101,,20151331,N", "the termination date is not a date"},
                      BadRow{"duplicate", "Q0001,0010,3,x,x,,20150101,,,N", "duplicate code Q0001"},
                      BadRow{"stray", "Q0004,0010,4,x,x,,,,,", "continues another code"}),
    [](const auto& tested) { return std::string(tested.param.name); });

TEST(HcpcsTableTest, GivesWayToTheRecordsInOneZip)
{
    const auto records = test::crlf({test::hcpcsRecord("Q0009", '3', "Invented record")});
    const auto release =
        parse(test::makeZip({{"HCPC2026_OCT_ANWEB.csv", head + goodRows}, {"HCPC2026_OCT_ANWEB.txt", records}}),
              "HCPC2026_OCT.zip");
    ASSERT_TRUE(release) << outcome(release);
    ASSERT_EQ(1U, release->rows.size());
    EXPECT_EQ("Q0009", release->rows[0].code);
}

TEST(HcpcsTableTest, RefusesEmptyAndOpenTables)
{
    EXPECT_THAT(outcome(parse(head)), StartsWith("IMPORT-181"));
    EXPECT_THAT(outcome(parse(head + goodRows + "\"Q0003,0010\n")), StartsWith("IMPORT-182"));
    EXPECT_FALSE(recogniseHcpcsTable("Code,Description\n12345,Invented service\n"));
    std::stop_source stop;
    stop.request_stop();
    EXPECT_THAT(outcome(parseCodeBytes(head + goodRows, "HCPC2026.csv", {}, Progress({}, stop.get_token()))),
                StartsWith("IMPORT-183"));
}

}  // namespace
}  // namespace cw
