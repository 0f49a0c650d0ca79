#include "tests/import/cms/lists.h"

#include <gmock/gmock.h>

namespace cw {
namespace {

using test::contentOf;
using test::crlf;
using test::outcome;
using test::parseCms;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::StartsWith;

/// The head lines of a relative value file; with the column that CMS inserted in 2026 or without.
std::vector<std::string> headLines(bool withPric)
{
    const std::string pric = withPric ? ",PRIC" : "";
    const std::string gap = withPric ? "," : "";
    return {
        ",,2025 National Physician Fee Schedule Relative Value File July Release,,",
        ",,\"Copyright 1999 of an invented notice\",,",
        ",,RELEASED 06/30/2025,,",
        ",,,,,,,,,,,,,,,,,,,,,,,,," + gap + ",NON-FACILITY,FACILITY,",
        ",,,,NOT USED,,,,,,,,,,,,,,,,,,,,," + gap + "PHYSICIAN,,DIAGNOSTIC,PE USED,PE USED,MP USED",
        ",,,,FOR,,,NON-FAC,,FACILITY ,,,,,,,,,,,,,,,," + gap + "SUPERVISION OF,,IMAGING,FOR OPPS,FOR OPPS,FOR OPPS",
        ",,,STATUS,MEDICARE ,WORK,NON-FAC,NA,FACILITY,NA,MP,NON-FACILITY,FACILITY,PCTC,GLOB,PRE,INTRA,POST,MULT,"
        "BILAT,ASST,CO-,TEAM" +
            pric + ",ENDO,CONV,DIAGNOSTIC,CALCULATION,FAMILY,PAYMENT,PAYMENT,PAYMENT",
        "HCPCS,MOD,DESCRIPTION,CODE,PAYMENT,RVU,PE RVU,INDICATOR,PE RVU,INDICATOR,RVU,TOTAL,TOTAL,IND,DAYS,OP,OP,OP,"
        "PROC,SURG,SURG,SURG,SURG" +
            std::string(withPric ? ",IND" : "") + ",BASE,FACTOR,PROCEDURES,FLAG,INDICATOR,AMOUNT,AMOUNT,AMOUNT"};
}

std::string line(const std::string& code, const std::string& work, bool withPric = false)
{
    return code + ",26,\"Invented service, one\",A,," + work +
           ",10.25,,1.5,NA,0.12,13.29,4.54,1,090,0.10,0.80,0.10,2,1,0,"
           "2,0," +
           (withPric ? "9," : "") + "12340,32.3465,09,0,99,0.00,0.00,0.00";
}

std::string table(std::vector<std::string> rows, bool withPric = false)
{
    auto lines = headLines(withPric);
    lines.insert(lines.end(), rows.begin(), rows.end());
    return crlf(lines);
}

void expectTheRow(const FeeScheduleRow& row)
{
    EXPECT_EQ("12345", row.code);
    EXPECT_EQ("26", row.modifier);
    EXPECT_EQ("A", row.status);
    EXPECT_EQ(292, row.workRvu);
    EXPECT_EQ(1025, row.nonFacilityPeRvu);
    EXPECT_EQ(150, row.facilityPeRvu);
    EXPECT_EQ(12, row.malpracticeRvu);
    EXPECT_EQ(1329, row.nonFacilityTotal);
    EXPECT_EQ(454, row.facilityTotal);
    EXPECT_EQ("1", row.pcTc);
    EXPECT_EQ("090", row.globalDays);
    EXPECT_EQ("2", row.multiple);
    EXPECT_EQ("1", row.bilateral);
    EXPECT_EQ("0", row.assistant);
    EXPECT_EQ("2", row.coSurgeon);
    EXPECT_EQ("0", row.team);
    EXPECT_EQ("12340", row.endoscopicBase);
    EXPECT_EQ("09", row.supervision);
}

TEST(FeeScheduleTest, ReadsTheTableByTheNamesAboveItsColumns)
{
    for (const bool withPric : {false, true}) {
        const auto list = parseCms(table({line("12345", "2.92", withPric)}, withPric), "PPRRVU.csv");
        ASSERT_TRUE(list) << outcome(list);
        EXPECT_EQ(ListKind::mpfs, list->kind);
        EXPECT_EQ("2025 Q3", list->name);
        EXPECT_EQ((DateInterval{Date::of(2025, 7, 1), Date::of(2025, 9, 30)}), list->inForce);
        EXPECT_EQ(1, list->rowCount);
        EXPECT_THAT(list->checks, ElementsAre("1 lines, conversion factor 32.3465", "the totals of all lines add up"));
        const auto& schedule = contentOf<FeeSchedule>(*list);
        EXPECT_EQ(323'465, schedule.conversionFactor);
        expectTheRow(schedule.rows.at(0));
    }
}

std::string record(const std::string& work)
{
    std::string text(171, ' ');
    const auto put = [&](std::size_t first, const std::string& value) { text.replace(first - 1, value.size(), value); };
    put(1, "12345"
           "26"
           "Invented service, one");
    put(58, "A");
    put(60, work);
    put(67, " 10.25");
    put(76, "  1.50NA");
    put(85, " 0.12");
    put(91, " 13.29  4.54"
            "1"
            "090"
            ".10.80.10"
            "21020");
    put(128, "12340"
             " 32.3465"
             " 09"
             "0 99");
    return text;
}

TEST(FeeScheduleTest, ReadsTheFixedWidthRecords)
{
    const auto list =
        parseCms(crlf({"HDR COPYRIGHT 1999", "HDR OF AN INVENTED NOTICE", record("  2.92")}), "PPRRVU2025_Jul.txt");
    ASSERT_TRUE(list) << outcome(list);
    EXPECT_EQ("2025 Q3", list->name);
    const auto& schedule = contentOf<FeeSchedule>(*list);
    EXPECT_EQ(323'465, schedule.conversionFactor);
    expectTheRow(schedule.rows.at(0));
}

TEST(FeeScheduleTest, TellsTheScheduleOfQualifyingParticipantsApart)
{
    const auto bytes = table({line("12345", "2.92")});
    EXPECT_EQ("qpp", parseCms(bytes, "PPRRVU2026_Jul_QPP.csv")->variant);
    EXPECT_EQ("", parseCms(bytes, "PPRRVU2026_Jul_nonQPP.csv")->variant);
}

TEST(FeeScheduleTest, ListsSingleBadLinesAndRefusesMany)
{
    std::vector<std::string> rows(40, line("12345", "2.92"));
    rows[3] = line("12345", "a lot");
    rows[4] = line("1234", "2.92");
    const auto list = parseCms(table(rows), "PPRRVU.csv");
    ASSERT_TRUE(list) << outcome(list);
    EXPECT_EQ(38, list->rowCount);
    EXPECT_EQ(2, list->rejectedRows);
    EXPECT_THAT(list->rejections,
                ElementsAre("line 12: the work RVU is no number with two places", "line 13: not a CPT or HCPCS code"));
    rows[5] = line("12345", "2.925");
    EXPECT_THAT(outcome(parseCms(table(rows), "PPRRVU.csv")),
                AllOf(StartsWith("IMPORT-151: PPRRVU.csv: 3 of 40 rows"), HasSubstr("line 12")));
    EXPECT_THAT(outcome(parseCms(table({}), "PPRRVU.csv")), StartsWith("IMPORT-151: PPRRVU.csv: holds no row"));
}

TEST(FeeScheduleTest, RefusesDamagedFiles)
{
    EXPECT_THAT(outcome(parseCms(table({line("12345", "2.92"), "\"12346,26"}), "PPRRVU.csv")),
                StartsWith("IMPORT-161: PPRRVU.csv: line 10"));
    const auto records = crlf({"HDR NOTICE", record("  2.92"), record("  2.92")});
    EXPECT_THAT(outcome(parseCms(records.substr(0, records.size() - 2), "PPRRVU2025_Jul.txt")),
                StartsWith("IMPORT-162: PPRRVU2025_Jul.txt: line 3"));
    EXPECT_THAT(outcome(parseCms(records.substr(0, records.size() - 60), "PPRRVU2025_Jul.txt")),
                StartsWith("IMPORT-162"));
    // Other tables of the same package are no fee schedule.
    EXPECT_THAT(
        outcome(parseCms("ADDENDUM E,,\r\nContractor,State,Locality Number\r\n10112,AL,00\r\n", "GPCI2025.csv")),
        StartsWith("TEST-001"));
}

TEST(FeeScheduleTest, StopsWhenCancelled)
{
    std::stop_source stop;
    stop.request_stop();
    const auto list = parseCms(table({line("12345", "2.92")}), "PPRRVU.csv", {}, Progress({}, stop.get_token()));
    EXPECT_THAT(outcome(list), StartsWith("IMPORT-150"));
    EXPECT_EQ(ErrorKind::cancelled, list.error().kind);
}

}  // namespace
}  // namespace cw
