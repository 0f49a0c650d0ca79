#include "import/documents/hl7/timestamp.h"

#include "base/text.h"

#include <algorithm>

namespace cw::hl7 {

namespace {

std::string_view takeDigits(std::string_view& text)
{
    const auto end = std::min(text.find_first_not_of("0123456789"), text.size());
    const auto digits = text.substr(0, end);
    text.remove_prefix(end);
    return digits;
}

bool take(std::string_view& text, char c)
{
    if (!text.starts_with(c)) return false;
    text.remove_prefix(1);
    return true;
}

int numberAt(std::string_view digits, std::size_t at)
{
    return (digits[at] - '0') * 10 + (digits[at + 1] - '0');
}

/// "1030", "103015", "10:30", "10:30:15": nothing else is needed of the time.
int readMinute(std::string_view text)
{
    auto digits = std::string(takeDigits(text));
    if (digits.size() == 2 && take(text, ':')) digits += takeDigits(text);
    if (digits.size() < 4 || digits.size() % 2 != 0) return -1;
    const int hour = numberAt(digits, 0);
    const int minute = numberAt(digits, 2);
    return hour < 24 && minute < 60 ? hour * 60 + minute : -1;
}

/// The date in front as eight digits; fewer when it is not whole. What follows it is left in `text`.
std::string takeDate(std::string_view& text)
{
    const auto first = takeDigits(text);
    if (first.size() == 4 && text.starts_with('-')) {
        take(text, '-');
        const auto month = takeDigits(text);
        if (month.size() != 2 || !take(text, '-')) return {};
        const auto day = takeDigits(text);
        return day.size() == 2 ? std::string(first).append(month).append(day) : std::string();
    }
    if ((first.size() == 1 || first.size() == 2) && take(text, '/')) {
        const auto day = takeDigits(text);
        if (day.empty() || day.size() > 2 || !take(text, '/')) return {};
        const auto year = takeDigits(text);
        const auto padded = [](std::string_view digits) { return std::string(2 - digits.size(), '0').append(digits); };
        return year.size() == 4 ? std::string(year) + padded(first) + padded(day) : std::string();
    }
    if (first.size() > 8) text = {first.data() + 8, first.size() - 8 + text.size()};
    return std::string(first.substr(0, 8));
}

}  // namespace

std::optional<LocalMinute> Timestamp::minute() const
{
    if (!date || minuteOfDay < 0) return std::nullopt;
    return LocalMinute{*date, minuteOfDay};
}

Timestamp parseTimestamp(std::string_view text)
{
    Timestamp found;
    text = text::trim(text);
    const auto digits = takeDate(text);
    if (digits.size() != 8) return found;
    if (const auto date = Date::parseCompact(digits)) found.date = *date;
    if (!found.date) return found;
    if (!take(text, 'T')) take(text, ' ');
    found.minuteOfDay = readMinute(text);
    return found;
}

std::string readableTimestamp(std::string_view text)
{
    const auto found = parseTimestamp(text);
    if (!found.date) return std::string(text::trim(text));
    const auto minute = found.minute();
    return minute ? found.date->iso() + " " + minute->iso().substr(11) : found.date->iso();
}

std::string sortableTimestamp(std::string_view text)
{
    const auto found = parseTimestamp(text);
    if (!found.date) return {};
    auto digits = found.date->compact();
    text = text::trim(text);
    // Seconds count too: a correction may follow its original within the minute.
    if (text.size() >= 14 && text::isDigits(text.substr(0, 14))) return std::string(text.substr(0, 14));
    const auto minute = found.minute();
    return digits + (minute ? minute->iso().substr(11, 2) + minute->iso().substr(14, 2) : "0000") + "00";
}

}  // namespace cw::hl7
