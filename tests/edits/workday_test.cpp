#include "edits/rules/timing/td_rules.h"

#include <gtest/gtest.h>

namespace cw::edits {

TEST(NextWorkday, PassesWeekendsAndFederalHolidays)
{
    const auto next = [](int year, unsigned month, unsigned day) {
        return nextWorkday(Date::of(year, month, day)).iso();
    };
    EXPECT_EQ("2025-06-30", next(2025, 6, 30));   // Monday.
    EXPECT_EQ("2025-06-30", next(2025, 6, 28));   // Saturday.
    EXPECT_EQ("2025-07-07", next(2025, 7, 4));    // Friday, Independence Day.
    EXPECT_EQ("2021-07-06", next(2021, 7, 4));    // Sunday; observed on Monday.
    EXPECT_EQ("2022-01-03", next(2021, 12, 31));  // New Year's Day on a Saturday, observed on Friday.
    EXPECT_EQ("2025-05-27", next(2025, 5, 26));   // Memorial Day.
    EXPECT_EQ("2020-05-26", next(2020, 5, 25));
    EXPECT_EQ("2025-11-28", next(2025, 11, 27));  // Thanksgiving.
    EXPECT_EQ("2020-06-19", next(2020, 6, 19));   // Before Juneteenth was one.
    EXPECT_EQ("2025-06-20", next(2025, 6, 19));
    EXPECT_EQ("2025-01-21", next(2025, 1, 20));  // Birthday of Martin Luther King.
    EXPECT_EQ("2025-02-18", next(2025, 2, 17));
    EXPECT_EQ("2025-09-02", next(2025, 9, 1));
    EXPECT_EQ("2025-10-14", next(2025, 10, 13));
    EXPECT_EQ("2025-11-12", next(2025, 11, 11));
    EXPECT_EQ("2025-12-26", next(2025, 12, 25));
}

}  // namespace cw::edits
