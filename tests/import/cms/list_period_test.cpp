#include "import/cms/list_period.h"

#include "tests/import/fixtures.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace cw {
namespace {

using test::outcome;

struct PeriodCase {
    const char* name;
    Issued issued;
    const char* expected;
    Date first;
    Date last;
};

class ListPeriodTest : public ::testing::TestWithParam<PeriodCase> {};

TEST_P(ListPeriodTest, FollowsFromTheName)
{
    const SourceText text{"", GetParam().name, GetParam().name, {}};
    const auto period = listPeriod(GetParam().issued, text, {});
    ASSERT_TRUE(period) << outcome(period);
    EXPECT_EQ(GetParam().expected, period->name);
    EXPECT_EQ((DateInterval{GetParam().first, GetParam().last}), period->inForce);
}

const auto q3From = Date::of(2024, 7, 1);
const auto q3To = Date::of(2024, 9, 30);

INSTANTIATE_TEST_SUITE_P(
    Names, ListPeriodTest,
    ::testing::Values(
        PeriodCase{"MCR_MUE_PractitionerServices_Eff_07-01-2024.csv", Issued::quarterly, "2024 Q3", q3From, q3To},
        PeriodCase{"ccipra-v302r0-f1.txt", Issued::quarterly, "2024 Q3", q3From, q3To},
        PeriodCase{"AOC_V2024Q3-MCR.txt", Issued::quarterly, "2024 Q3", q3From, q3To},
        PeriodCase{"list_20240815.csv", Issued::quarterly, "2024 Q3", q3From, q3To},
        PeriodCase{"RVU24C.zip", Issued::quarterly, "2024 Q3", q3From, q3To},
        PeriodCase{"RVU24AR.zip", Issued::quarterly, "2024 Q1", Date::of(2024, 1, 1), Date::of(2024, 3, 31)},
        PeriodCase{"PPRRVU24_JUL.csv", Issued::quarterly, "2024 Q3", q3From, q3To},
        PeriodCase{"PPRRVU2024_Oct.txt", Issued::quarterly, "2024 Q4", Date::of(2024, 10, 1), Date::of(2024, 12, 31)},
        PeriodCase{"pos_2024-05.csv", Issued::quarterly, "2024 Q2", Date::of(2024, 4, 1), Date::of(2024, 6, 30)},
        PeriodCase{"limits 2024.csv", Issued::quarterly, "2024", Date::of(2024, 1, 1), Date::of(2024, 12, 31)},
        PeriodCase{"ra_dx_to_cc_2025.csv", Issued::yearly, "2025", Date::of(2025, 1, 1), Date::of(2025, 12, 31)},
        PeriodCase{"exemptFY25.txt", Issued::fiscalYearly, "FY2025", Date::of(2024, 10, 1), Date::of(2025, 9, 30)},
        PeriodCase{"mce_v41.1_fy2024.csv", Issued::fiscalYearly, "FY2024", Date::of(2023, 10, 1),
                   Date::of(2024, 9, 30)},
        PeriodCase{"2018_I9gem.txt", Issued::fiscalYearly, "FY2018", Date::of(2017, 10, 1), Date::of(2018, 9, 30)}),
    [](const auto& tested) {
        std::string name = tested.param.name;
        for (char& c : name)
            if (std::isalnum(static_cast<unsigned char>(c)) == 0) c = '_';
        return name;
    });

TEST(ListPeriodTest, TheUsersWordWins)
{
    const SourceText text{"", "RVU24C.csv", "RVU24C.csv", {}};
    CodeFileOptions options;
    options.effective = Date::of(2025, 2, 15);
    const auto period = listPeriod(Issued::quarterly, text, options, StatedPeriod{2024, 1, 1, false});
    ASSERT_TRUE(period) << outcome(period);
    EXPECT_EQ("2025 Q1", period->name);
    EXPECT_EQ((DateInterval{Date::of(2025, 2, 15), Date::of(2025, 3, 31)}), period->inForce);
    options.releaseName = "trial";
    EXPECT_EQ("trial", listPeriod(Issued::quarterly, text, options)->name);
}

TEST(ListPeriodTest, TheContentWinsOverTheNameAndAMonthOverAYear)
{
    const SourceText text{"", "list.csv", "list.csv", {"notes 2020.csv", "RVU24C.zip"}};
    EXPECT_EQ("2024 Q1", listPeriod(Issued::quarterly, text, {}, StatedPeriod{2024, 1, 1, false})->name);
    EXPECT_EQ("2024 Q3", listPeriod(Issued::quarterly, text, {})->name);
}

TEST(ListPeriodTest, AYearOutOfReachIsRefused)
{
    const SourceText text{"", "list.csv", "list.csv", {}};
    for (const int year : {1979, 2100, 2199}) {
        CodeFileOptions options;
        options.effective = Date::of(year, 12, 1);
        EXPECT_THAT(outcome(listPeriod(Issued::fiscalYearly, text, options)), ::testing::StartsWith("IMPORT-159"));
    }
    const StatedPeriod title{9999, 7, 1, false};
    EXPECT_THAT(outcome(listPeriod(Issued::quarterly, text, {}, title)), ::testing::StartsWith("IMPORT-159"));
}

TEST(ListPeriodTest, ANameWithoutAYearIsAskedFor)
{
    const SourceText text{"", "limits.csv", "a.zip: limits.csv", {"a.zip"}};
    EXPECT_THAT(outcome(listPeriod(Issued::quarterly, text, {})),
                ::testing::StartsWith("IMPORT-154: a.zip: limits.csv"));
}

}  // namespace
}  // namespace cw
