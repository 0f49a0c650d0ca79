#include "import/release_dates.h"

#include "base/text.h"

#include <array>

namespace cw {

namespace {

constexpr std::array<std::string_view, 12> monthNames = {"January",   "February", "March",    "April",
                                                         "May",       "June",     "July",     "August",
                                                         "September", "October",  "November", "December"};

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// The runs of digits or of letters in a name, lower case.
std::vector<std::string> words(std::string_view name)
{
    std::vector<std::string> found;
    char previous = ' ';
    for (const char raw : text::lowerAscii(name)) {
        const bool letter = raw >= 'a' && raw <= 'z';
        const bool goesOn = (letter && previous >= 'a' && previous <= 'z') || (isDigit(raw) && isDigit(previous));
        if (letter || isDigit(raw)) {
            if (!goesOn) found.emplace_back();
            found.back() += raw;
        }
        previous = raw;
    }
    return found;
}

unsigned monthOf(const std::string& word)
{
    for (std::size_t i = 0; i < monthNames.size(); ++i) {
        const auto full = text::lowerAscii(monthNames[i]);
        if (word == full || word == full.substr(0, 3)) return static_cast<unsigned>(i) + 1;
    }
    return 0;
}

unsigned monthOf(Date day)
{
    return static_cast<unsigned>(std::stoi(day.iso().substr(5, 2)));
}

int fiscalYearOf(Date day)
{
    return monthOf(day) >= 10 ? day.year() + 1 : day.year();
}

std::string named(std::string base, Date first, unsigned usualMonth)
{
    if (monthOf(first) != usualMonth) base += " " + std::string(monthNames.at(monthOf(first) - 1));
    return base;
}

/// The first day that the names tell for a release whose plain year begins at `start(year)`: a month beside a year is
/// taken as it stands; a month in one name and the year in another only if they agree on the release year.
template <class Start, class YearOf>
std::optional<Date> firstDay(const std::vector<std::string>& names, Start start, YearOf yearOf)
{
    std::optional<int> year;
    std::optional<Date> dated;
    for (const auto& name : names) {
        const auto period = periodInName(name);
        if (!period) continue;
        if (period->month != 0 && !dated) dated = Date::of(period->year, period->month, 1);
        if (period->month == 0 && !year) year = period->year;
    }
    if (dated && (!year || yearOf(*dated) == *year)) return dated;
    if (year) return start(*year);
    return std::nullopt;
}

}  // namespace

std::optional<NamedPeriod> periodInName(std::string_view name)
{
    NamedPeriod period;
    const auto all = words(name);
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto& word = all[i];
        if (period.year == 0 && word.size() == 4 && (word.starts_with("19") || word.starts_with("20")))
            period.year = std::stoi(word);
        if (period.year == 0 && word.size() == 2 && isDigit(word[0]) && i > 0 && all[i - 1].ends_with("fy"))
            period.year = 2000 + std::stoi(word);
        if (period.month == 0) period.month = monthOf(word);
    }
    if (period.year == 0) return std::nullopt;
    return period;
}

Result<ReleaseDates> fiscalRelease(const std::vector<std::string>& names, std::optional<Date> effective,
                                   const std::string& label)
{
    const auto octoberBefore = [](int year) { return Date::of(year - 1, 10, 1); };
    const auto first = effective ? effective : firstDay(names, octoberBefore, fiscalYearOf);
    if (!first)
        return Error{ErrorKind::invalidInput, "IMPORT-016",
                     label + ": the name of the file does not tell its fiscal year: give --effective"};
    const int year = fiscalYearOf(*first);
    return ReleaseDates{named("FY" + std::to_string(year), *first, 10), {*first, Date::of(year, 9, 30)}};
}

Result<ReleaseDates> calendarRelease(const std::vector<std::string>& names, std::optional<Date> effective,
                                     const std::string& label)
{
    const auto newYear = [](int year) { return Date::of(year, 1, 1); };
    const auto first = effective ? effective : firstDay(names, newYear, [](Date day) { return day.year(); });
    if (!first)
        return Error{ErrorKind::invalidInput, "IMPORT-017",
                     label + ": the name of the file does not tell its year: give --effective"};
    const int year = first->year();
    return ReleaseDates{named("HCPCS " + std::to_string(year), *first, 1), {*first, Date::of(year, 12, 31)}};
}

ReleaseDates licensedRelease(const std::vector<std::string>& names, std::optional<Date> effective)
{
    for (const auto& name : names)
        if (const auto period = periodInName(name)) return {"CPT " + std::to_string(period->year), {effective, {}}};
    return {"CPT licensed", {effective, {}}};
}

}  // namespace cw
