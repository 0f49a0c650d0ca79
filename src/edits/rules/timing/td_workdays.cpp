#include "edits/rules/timing/td_rules.h"

namespace cw::edits {

namespace {

int weekday(Date day)  // 0 is Sunday.
{
    const int days = Date::of(1970, 1, 4).daysUntil(day);  // A Sunday.
    return ((days % 7) + 7) % 7;
}

/// The nth weekday of a month; the last for n = 5 and a month with four is not asked.
Date nthWeekday(int year, unsigned month, int wanted, int n)
{
    const Date first = Date::of(year, month, 1);
    return first.plusDays((wanted - weekday(first) + 7) % 7 + 7 * (n - 1));
}

bool isObserved(Date holiday, Date day)
{
    const int on = weekday(holiday);
    return day == (on == 6 ? holiday.plusDays(-1) : on == 0 ? holiday.plusDays(1) : holiday);
}

bool isFederalHoliday(Date day)
{
    const int year = day.year();
    if (isObserved(Date::of(year, 1, 1), day) || (year < 2199 && isObserved(Date::of(year + 1, 1, 1), day)))
        return true;
    if (year >= 2021 && isObserved(Date::of(year, 6, 19), day)) return true;
    if (isObserved(Date::of(year, 7, 4), day) || isObserved(Date::of(year, 11, 11), day)) return true;
    if (isObserved(Date::of(year, 12, 25), day)) return true;
    const Date juneFirst = Date::of(year, 6, 1);
    const Date memorial = juneFirst.plusDays(-((weekday(juneFirst) + 6) % 7 == 0 ? 7 : (weekday(juneFirst) + 6) % 7));
    return day == nthWeekday(year, 1, 1, 3) || day == nthWeekday(year, 2, 1, 3) || day == memorial ||
           day == nthWeekday(year, 9, 1, 1) || day == nthWeekday(year, 10, 1, 2) || day == nthWeekday(year, 11, 4, 4);
}

}  // namespace

Date nextWorkday(Date day)
{
    while (weekday(day) == 0 || weekday(day) == 6 || isFederalHoliday(day)) day = day.plusDays(1);
    return day;
}

}  // namespace cw::edits
