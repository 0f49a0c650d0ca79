#include "base/date.h"

#include <gtest/gtest.h>

namespace cw {
namespace {

struct DateCase {
    const char* text;
    const char* iso;  ///< Null: refused.
};

void PrintTo(const DateCase& one, std::ostream* out)
{
    *out << '"' << one.text << '"';
}

class DateParse : public testing::TestWithParam<DateCase> {};

TEST_P(DateParse, AcceptsOrRefuses)
{
    const auto date = Date::parse(GetParam().text);
    if (GetParam().iso == nullptr) {
        ASSERT_FALSE(date);
        EXPECT_EQ("BASE-001", date.error().id);
    } else {
        ASSERT_TRUE(date);
        EXPECT_EQ(GetParam().iso, date->iso());
    }
}

INSTANTIATE_TEST_SUITE_P(Forms, DateParse,
                         testing::Values(DateCase{"2025-01-15", "2025-01-15"}, DateCase{"1800-01-01", "1800-01-01"},
                                         DateCase{"2199-12-31", "2199-12-31"}, DateCase{"2024-02-29", "2024-02-29"},
                                         DateCase{"2000-02-29", "2000-02-29"}, DateCase{"2025-02-29", nullptr},
                                         DateCase{"1900-02-29", nullptr}, DateCase{"1799-12-31", nullptr},
                                         DateCase{"2200-01-01", nullptr}, DateCase{"2025-13-01", nullptr},
                                         DateCase{"2025-00-10", nullptr}, DateCase{"2025-04-31", nullptr},
                                         DateCase{"2025-1-15", nullptr}, DateCase{"20250115", nullptr},
                                         DateCase{"2025/01/15", nullptr}, DateCase{" 2025-01-15", nullptr},
                                         DateCase{"2025-01-15T00:00", nullptr}, DateCase{"", nullptr},
                                         DateCase{"2025-01-1a", nullptr}, DateCase{"-025-01-15", nullptr}));

TEST(DateParseCompact, TakesEightDigits)
{
    EXPECT_EQ("2025-01-15", Date::parseCompact("20250115")->iso());
}

TEST(DateParseCompact, RefusesDashesAndImpossibleDays)
{
    for (const auto* text : {"2025-01-15", "20250230", "2025011", "202501150", "2025011x", ""}) {
        const auto date = Date::parseCompact(text);
        ASSERT_FALSE(date) << text;
        EXPECT_EQ("BASE-002", date.error().id);
    }
}

TEST(Date, WritesBothForms)
{
    const auto date = Date::of(2025, 3, 7);
    EXPECT_EQ("2025-03-07", date.iso());
    EXPECT_EQ("20250307", date.compact());
    EXPECT_EQ(2025, date.year());
}

TEST(Date, AddsDaysOverMonthAndLeapDay)
{
    EXPECT_EQ(Date::of(2024, 2, 29), Date::of(2024, 2, 28).plusDays(1));
    EXPECT_EQ(Date::of(2025, 3, 1), Date::of(2025, 2, 28).plusDays(1));
    EXPECT_EQ(Date::of(2024, 12, 31), Date::of(2025, 1, 1).plusDays(-1));
}

TEST(Date, CountsDaysBothWays)
{
    EXPECT_EQ(366, Date::of(2024, 1, 1).daysUntil(Date::of(2025, 1, 1)));
    EXPECT_EQ(-1, Date::of(2025, 1, 1).daysUntil(Date::of(2024, 12, 31)));
}

TEST(Date, OrdersByDay)
{
    EXPECT_LT(Date::of(1969, 12, 31), Date::of(1970, 1, 1));
    EXPECT_LT(Date::of(2025, 1, 31), Date::of(2025, 2, 1));
}

TEST(DateAge, GrowsOnTheBirthday)
{
    const auto born = Date::of(1961, 4, 2);
    EXPECT_EQ(62, born.ageOn(Date::of(2024, 4, 1)));
    EXPECT_EQ(63, born.ageOn(Date::of(2024, 4, 2)));
}

TEST(DateAge, OfALeapDayGrowsOnTheFirstOfMarch)
{
    const auto born = Date::of(2004, 2, 29);
    EXPECT_EQ(20, born.ageOn(Date::of(2025, 2, 28)));
    EXPECT_EQ(21, born.ageOn(Date::of(2025, 3, 1)));
}

TEST(LocalMinuteParse, TakesMinutePrecision)
{
    const auto minute = LocalMinute::parse("2025-01-15T10:30");
    ASSERT_TRUE(minute);
    EXPECT_EQ(630, minute->minuteOfDay);
    EXPECT_EQ("2025-01-15T10:30", minute->iso());
}

TEST(LocalMinuteParse, RefusesOtherForms)
{
    for (const auto* text : {"2025-01-15 10:30", "2025-01-15T24:00", "2025-01-15T10:60", "2025-01-15T10:30:00",
                             "2025-02-30T10:30", "2025-01-15T1030", "2025-01-15", ""}) {
        const auto minute = LocalMinute::parse(text);
        ASSERT_FALSE(minute) << text;
        EXPECT_EQ("BASE-003", minute.error().id);
    }
}

TEST(DateInterval, IncludesBothEnds)
{
    const DateInterval year{Date::of(2024, 10, 1), Date::of(2025, 9, 30)};
    EXPECT_TRUE(year.contains(Date::of(2024, 10, 1)));
    EXPECT_TRUE(year.contains(Date::of(2025, 9, 30)));
    EXPECT_FALSE(year.contains(Date::of(2024, 9, 30)));
    EXPECT_FALSE(year.contains(Date::of(2025, 10, 1)));
}

TEST(DateInterval, IsOpenWhereNothingIsSet)
{
    EXPECT_TRUE((DateInterval{std::nullopt, Date::of(2025, 1, 1)}.contains(Date::of(1850, 1, 1))));
    EXPECT_TRUE((DateInterval{Date::of(2025, 1, 1), std::nullopt}.contains(Date::of(2199, 1, 1))));
    EXPECT_TRUE(DateInterval{}.contains(Date::of(2025, 1, 1)));
}

}  // namespace
}  // namespace cw
