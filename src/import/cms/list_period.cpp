#include "import/cms/list_period.h"

#include "base/text.h"

#include <array>
#include <charconv>

namespace cw {

namespace {

constexpr std::array<std::string_view, 12> monthNames = {"january",   "february", "march",    "april",
                                                         "may",       "june",     "july",     "august",
                                                         "september", "october",  "november", "december"};
constexpr int firstYear = 1980;
constexpr int lastYear = 2099;
constexpr int firstNcciYear = 1994;  // Version 30 is that of 2024.

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// The runs of digits or of letters in a name, lower case.
std::vector<std::string> tokensOf(std::string_view name)
{
    std::vector<std::string> tokens;
    char previous = ' ';
    for (const char c : text::lowerAscii(name)) {
        const bool letter = c >= 'a' && c <= 'z';
        const bool goesOn = (letter && previous >= 'a' && previous <= 'z') || (isDigit(c) && isDigit(previous));
        if (letter || isDigit(c)) {
            if (!goesOn) tokens.emplace_back();
            tokens.back() += c;
        }
        previous = c;
    }
    return tokens;
}

/// Tokens with a safe look beyond their ends.
class Tokens {
public:
    explicit Tokens(std::string_view name) : m_all(tokensOf(name)) {}
    std::size_t size() const { return m_all.size(); }
    const std::string& at(std::size_t i) const { return i < m_all.size() ? m_all[i] : m_none; }
    /// -1 unless the token is a number of so many digits.
    int number(std::size_t i, std::size_t digits) const
    {
        const auto& token = at(i);
        if (token.size() != digits || !text::isDigits(token)) return -1;
        int value = 0;
        std::from_chars(token.data(), token.data() + token.size(), value);
        return value;
    }
    int year(std::size_t i) const
    {
        const int value = number(i, 4);
        return value >= firstYear && value <= lastYear ? value : -1;
    }

private:
    std::vector<std::string> m_all;
    std::string m_none;
};

bool isMonth(int value)
{
    return value >= 1 && value <= 12;
}

unsigned firstMonthOf(int quarter)
{
    return static_cast<unsigned>(quarter) * 3 - 2;
}

/// "07-01-2024" and "20240701".
std::optional<StatedPeriod> wholeDate(const Tokens& tokens, std::size_t i)
{
    const int month = tokens.number(i, 2);
    const int day = tokens.number(i + 1, 2);
    const int year = tokens.year(i + 2);
    if (isMonth(month) && day >= 1 && day <= 31 && year > 0)
        return StatedPeriod{year, static_cast<unsigned>(month), static_cast<unsigned>(day), false};
    if (const auto date = Date::parseCompact(tokens.at(i)); date && date->year() >= firstYear)
        return StatedPeriod{date->year(), static_cast<unsigned>(std::stoi(date->iso().substr(5, 2))),
                            static_cast<unsigned>(std::stoi(date->iso().substr(8, 2))), false};
    return std::nullopt;
}

/// "v322r0", "RVU25D", "PPRRVU25_OCT", "FY25", "FY2025".
std::optional<StatedPeriod> agencyForm(const Tokens& tokens, std::size_t i)
{
    const auto& word = tokens.at(i);
    const int version = tokens.number(i + 1, 3);
    if (word == "v" && version >= 100 && version % 10 < 4 && tokens.at(i + 2) == "r")
        return StatedPeriod{firstNcciYear + version / 10, firstMonthOf(version % 10 + 1), 1, false};
    const int shortYear = tokens.number(i + 1, 2);
    if (word.ends_with("fy") && shortYear >= 0) return StatedPeriod{2000 + shortYear, 0, 1, true};
    if (word.ends_with("fy") && tokens.year(i + 1) > 0) return StatedPeriod{tokens.year(i + 1), 0, 1, true};
    if (!word.ends_with("rvu") || shortYear < 0) return std::nullopt;
    const auto& release = tokens.at(i + 2);
    const bool isLetter = !release.empty() && release[0] <= 'd' && (release.size() == 1 || release.substr(1) == "r");
    const auto month = isLetter ? firstMonthOf(release[0] - 'a' + 1) : monthNamed(release);
    return StatedPeriod{2000 + shortYear, month, 1, false};
}

/// A year with what stands beside it: "2024Q3", "2024-06-03", "2025_Oct", "January 2021".
StatedPeriod aroundYear(const Tokens& tokens, std::size_t i)
{
    StatedPeriod period{tokens.year(i), 0, 1, false};
    const int quarter = tokens.at(i + 1) == "q" ? tokens.number(i + 2, 1) : -1;
    const int month = tokens.number(i + 1, 2);
    const int day = tokens.number(i + 2, 2);
    if (quarter >= 1 && quarter <= 4)
        period.month = firstMonthOf(quarter);
    else if (isMonth(month))
        period.month = static_cast<unsigned>(month);
    else if (const auto after = monthNamed(tokens.at(i + 1)))
        period.month = after;
    else if (i > 0)
        period.month = monthNamed(tokens.at(i - 1));
    if (isMonth(month) && day >= 1 && day <= 31) period.day = static_cast<unsigned>(day);
    return period;
}

int fiscalYearOf(Date day)
{
    return day >= Date::of(day.year(), 10, 1) ? day.year() + 1 : day.year();
}

unsigned monthOf(Date day)
{
    return static_cast<unsigned>(std::stoi(day.iso().substr(5, 2)));
}

ListPeriod quarterOf(Date day)
{
    const auto quarter = (monthOf(day) - 1) / 3 + 1;
    const auto first = Date::of(day.year(), quarter * 3 - 2, 1);
    const auto next = quarter == 4 ? Date::of(day.year() + 1, 1, 1) : Date::of(day.year(), quarter * 3 + 1, 1);
    return {std::to_string(day.year()) + " Q" + std::to_string(quarter), {first, next.plusDays(-1)}};
}

ListPeriod yearOf(int year)
{
    return {std::to_string(year), {Date::of(year, 1, 1), Date::of(year, 12, 31)}};
}

ListPeriod fiscalYear(int year)
{
    return {"FY" + std::to_string(year), {Date::of(year - 1, 10, 1), Date::of(year, 9, 30)}};
}

ListPeriod periodOf(Issued issued, const StatedPeriod& stated)
{
    const auto day = Date::of(stated.year, stated.month == 0 ? 1 : stated.month, 1);
    if (issued == Issued::fiscalYearly) return fiscalYear(stated.month == 0 ? stated.year : fiscalYearOf(day));
    if (issued == Issued::yearly || stated.month == 0) return yearOf(stated.year);
    return quarterOf(day);
}

std::optional<StatedPeriod> findPeriod(const SourceText& text, const CodeFileOptions& options,
                                       const std::optional<StatedPeriod>& told)
{
    if (told) return told;
    auto names = text.periodNames;
    names.insert(names.begin(), options.releaseName);
    names.push_back(text.name);
    std::optional<StatedPeriod> yearOnly;
    for (const auto& name : names) {
        const auto stated = statedPeriod(name);
        if (stated && (stated->month != 0 || stated->isFiscal)) return stated;
        if (stated && !yearOnly) yearOnly = stated;
    }
    return yearOnly;
}

}  // namespace

unsigned monthNamed(std::string_view word)
{
    const auto lower = text::lowerAscii(word);
    for (std::size_t i = 0; i < monthNames.size(); ++i)
        if (lower == monthNames.at(i) || lower == monthNames.at(i).substr(0, 3)) return static_cast<unsigned>(i) + 1;
    return 0;
}

std::optional<StatedPeriod> statedPeriod(std::string_view name)
{
    const Tokens tokens(name);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (const auto date = wholeDate(tokens, i)) return date;
        if (const auto form = agencyForm(tokens, i)) return form;
        if (tokens.year(i) > 0) return aroundYear(tokens, i);
    }
    return std::nullopt;
}

Result<ListPeriod> listPeriod(Issued issued, const SourceText& text, const CodeFileOptions& options,
                              const std::optional<StatedPeriod>& told)
{
    std::optional<StatedPeriod> stated = findPeriod(text, options, told);
    if (options.effective) stated = StatedPeriod{options.effective->year(), monthOf(*options.effective), 1, false};
    if (!stated)
        return Error{ErrorKind::invalidInput, "IMPORT-154",
                     text.label + ": neither the file nor its name tells when it holds: give --effective"};
    if (stated->year < firstYear || stated->year > lastYear)
        return Error{ErrorKind::invalidInput, "IMPORT-159",
                     text.label + ": the year " + std::to_string(stated->year) + " cannot be that of a list"};
    auto period = periodOf(issued, *stated);
    if (options.effective) period.inForce.first = options.effective;
    if (!options.releaseName.empty()) period.name = options.releaseName;
    return period;
}

Status setPeriod(Issued issued, const SourceText& text, const CodeFileOptions& options, ParsedList& list,
                 const std::optional<StatedPeriod>& told)
{
    CW_TRY(auto period, listPeriod(issued, text, options, told));
    list.name = std::move(period.name);
    list.inForce = period.inForce;
    return {};
}

}  // namespace cw
