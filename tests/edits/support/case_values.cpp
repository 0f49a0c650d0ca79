#include "case_values.h"

#include "base/result.h"

#include <algorithm>
#include <cctype>
#include <charconv>

namespace cw::test {

Date dateOf(const CaseKey& key, std::string_view text)
{
    return mustRead(key, Date::parse(text), text);
}

Money moneyOf(const CaseKey& key, std::string_view text)
{
    return mustRead(key, Money::parse(text), text);
}

Quantity quantityOf(const CaseKey& key, std::string_view text)
{
    return mustRead(key, Quantity::parse(text), text);
}

int numberOf(const CaseKey& key, std::string_view text)
{
    int number = 0;
    const auto end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(text.data(), end, number);
    if (error != std::errc() || rest != end) refuse(key, "\"" + std::string(text) + "\" is no number");
    return number;
}

bool yesNo(const CaseKey& key, std::string_view text)
{
    if (text != "yes" && text != "no") refuse(key, "yes or no is expected");
    return text == "yes";
}

std::string compactCode(std::string_view text)
{
    std::string code;
    for (const char c : text)
        if (c != '.') code += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    return code;
}

Date birthOf(const CaseKey& key, std::string_view age, Date on)
{
    if (age.size() == 10) return dateOf(key, age);
    if (age.ends_with('d')) return on.plusDays(-numberOf(key, age.substr(0, age.size() - 1)));
    if (age.ends_with('m')) return on.plusDays(-numberOf(key, age.substr(0, age.size() - 1)) * 61 / 2 - 2);
    const int years = numberOf(key, age);
    auto born = Date::of(on.year() - years, 1, 1).plusDays(Date::of(on.year(), 1, 1).daysUntil(on) - 20);
    while (born.ageOn(on) > years) born = born.plusDays(20);
    while (born.ageOn(on) < years) born = born.plusDays(-20);
    return born;
}

}  // namespace cw::test
