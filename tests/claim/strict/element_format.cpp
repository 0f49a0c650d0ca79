#include "tests/claim/strict/element_format.h"

#include "base/date.h"
#include "base/text.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace cw::strict {

namespace {

std::size_t toNumber(std::string_view text)
{
    std::size_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

void readLengths(std::string_view text, Format& format)
{
    const auto dash = text.find('-');
    format.min = toNumber(text.substr(0, dash));
    format.max = dash == std::string_view::npos ? format.min : toNumber(text.substr(dash + 1));
}

Format parseFormat(std::string_view word);

std::vector<Format> parseComponents(std::string_view inner)
{
    std::vector<Format> components;
    for (const auto word : text::split(inner, ',')) components.push_back(parseFormat(word));
    return components;
}

Format parseFormat(std::string_view word)
{
    using Kind = Format::Kind;
    Format format;
    if (word == "-") return format;
    format.need = word.front() == 'R' ? Format::Need::required : Format::Need::situational;
    const auto body = word.substr(1);
    const auto rest = body.substr(1);
    switch (body.front()) {
    case 'a': format.kind = Kind::text, readLengths(rest, format); break;
    case '#': format.kind = Kind::digits, readLengths(rest, format); break;
    case '=': format.kind = Kind::choice, format.choices = text::split(rest, '|'); break;
    case 'n': format.kind = Kind::whole; break;
    case 'm': format.kind = Kind::money; break;
    case 'q': format.kind = Kind::quantity; break;
    case 'D': format.kind = Kind::day; break;
    case 'T': format.kind = Kind::time; break;
    case 'P': format.kind = Kind::period; break;
    case 'N': format.kind = Kind::npi; break;
    case 'x': format.kind = Kind::taxonomy; break;
    case 's': format.kind = Kind::state; break;
    case 'z': format.kind = Kind::zip; break;
    case '(':
        format.kind = Kind::composite, format.components = parseComponents(rest.substr(0, rest.size() - 1));
        break;
    default: break;
    }
    return format;
}

bool isTime(std::string_view text)
{
    return text.size() == 4 && text::isDigits(text) && toNumber(text.substr(0, 2)) < 24 &&
           toNumber(text.substr(2)) < 60;
}

bool isPeriod(std::string_view text, std::string_view format)
{
    if (format == "D8") return isDay(text);
    if (format == "TM") return isTime(text);
    if (format == "DT") return text.size() == 12 && isDay(text.substr(0, 8)) && isTime(text.substr(8));
    if (format != "RD8" || text.size() != 17 || text[8] != '-') return false;
    return isDay(text.substr(0, 8)) && isDay(text.substr(9)) && text.substr(0, 8) <= text.substr(9);
}

bool isTaxonomy(std::string_view text)
{
    return text.size() == 10 && text.back() == 'X' && std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
           });
}

bool fits(std::string_view value, std::string_view before, const Format& format)
{
    using Kind = Format::Kind;
    switch (format.kind) {
    case Kind::text: return value.size() >= format.min && value.size() <= format.max;
    case Kind::choice: return std::find(format.choices.begin(), format.choices.end(), value) != format.choices.end();
    case Kind::digits: return text::isDigits(value) && value.size() >= format.min && value.size() <= format.max;
    case Kind::whole: return text::isDigits(value) && (value.size() == 1 || value.front() != '0') && value.size() <= 9;
    case Kind::money: return isMoney(value, 2);
    case Kind::quantity: return isMoney(value, 3) && value.front() != '-';
    case Kind::day: return isDay(value);
    case Kind::time: return isTime(value);
    case Kind::period: return isPeriod(value, before);
    case Kind::npi: return isNpi(value);
    case Kind::taxonomy: return isTaxonomy(value);
    case Kind::state: return isState(value);
    case Kind::zip: return text::isDigits(value) && (value.size() == 5 || value.size() == 9);
    case Kind::composite: return true;
    }
    return false;
}

/// Blanks at the ends and characters that may not be sent: upper case of the extended set only.
std::string_view textFault(std::string_view value)
{
    if (value.front() == ' ' || value.back() == ' ') return "blank at an end";
    for (const char c : value) {
        if (c >= 'a' && c <= 'z') return "lower case";
        if (c < ' ' || c > '~' || c == '`') return "a character outside the X12 sets";
    }
    return {};
}

struct Place {
    const Seg& segment;
    std::string_view loop;
    Faults& faults;
    void add(const std::string& element, std::string_view why) const
    {
        faults.push_back(segment.where() + element + " (" + std::string(loop) + "): " + std::string(why));
    }
};

std::string elementName(std::size_t number)
{
    return (number < 10 ? "0" : "") + std::to_string(number);
}

void checkValue(const Place& place, const std::string& name, std::string_view value, std::string_view before,
                const Format& format)
{
    if (value.empty()) {
        if (format.need == Format::Need::required) place.add(name, "missing");
        return;
    }
    if (format.need == Format::Need::notUsed) return place.add(name, "not used in the guide");
    if (const auto fault = textFault(value); !fault.empty()) return place.add(name, fault);
    if (!fits(value, before, format)) place.add(name, "not of its format");
}

void checkComposite(const Place& place, const std::string& name, std::size_t element, const Format& format)
{
    const auto parts = place.segment.components(element);
    if (parts.empty()) {
        if (format.need == Format::Need::required) place.add(name, "missing");
        return;
    }
    if (parts.back().empty()) place.add(name, "ends in an empty component");
    if (parts.size() > format.components.size()) place.add(name, "too many components");
    for (std::size_t i = 0; i < format.components.size(); ++i) {
        const auto value = i < parts.size() ? parts[i] : std::string_view{};
        const auto before = i > 0 && i - 1 < parts.size() ? parts[i - 1] : std::string_view{};
        checkValue(place, name + "-" + std::to_string(i + 1), value, before, format.components[i]);
    }
}

}  // namespace

std::vector<Format> parseFormats(std::string_view words)
{
    std::vector<Format> formats;
    for (const auto word : text::split(words, ' '))
        if (!word.empty()) formats.push_back(parseFormat(word));
    return formats;
}

void checkElements(const Seg& segment, const std::vector<Format>& formats, std::string_view loop, Faults& faults)
{
    const Place place{segment, loop, faults};
    const auto count = segment.parts.size() - 1;
    if (count == 0) return place.add("", "no elements");
    if (segment.parts.back().empty()) place.add("", "ends in an empty element");
    if (count > formats.size()) place.add("", "too many elements");
    for (std::size_t i = 1; i <= formats.size(); ++i) {
        const auto& format = formats[i - 1];
        const auto name = elementName(i);
        if (format.kind == Format::Kind::composite)
            checkComposite(place, name, i, format);
        else {
            checkValue(place, name, segment.at(i), segment.at(i - 1), format);
            if (segment.at(i).find(segment.componentSign) != std::string_view::npos)
                place.add(name, "component separator in a simple element");
        }
    }
}

bool isMoney(std::string_view text, std::size_t decimals)
{
    if (text.starts_with('-')) text.remove_prefix(1);
    const auto point = text.find('.');
    const auto whole = text.substr(0, point);
    const auto part = point == std::string_view::npos ? std::string_view{} : text.substr(point + 1);
    if (whole.size() + part.size() > 18 || (whole.empty() && part.empty())) return false;
    if (!whole.empty() && !text::isDigits(whole)) return false;
    if (whole.starts_with('0') && text != "0") return false;
    if (point == std::string_view::npos) return true;
    return !part.empty() && part.size() <= decimals && text::isDigits(part) && part.back() != '0';
}

std::int64_t numberOf(std::string_view text)
{
    const bool negative = text.starts_with('-');
    if (negative) text.remove_prefix(1);
    const auto point = text.find('.');
    auto part = point == std::string_view::npos ? std::string() : std::string(text.substr(point + 1));
    part.resize(3, '0');
    const auto value = static_cast<std::int64_t>(toNumber(text.substr(0, point)) * 1000 + toNumber(part));
    return negative ? -value : value;
}

bool isNpi(std::string_view text)
{
    if (text.size() != 10 || !text::isDigits(text) || (text.front() != '1' && text.front() != '2')) return false;
    int sum = 24;  // What the prefix 80840 adds.
    for (std::size_t i = 0; i < 10; ++i) {
        int digit = text[9 - i] - '0';
        if (i % 2 == 1) digit = digit > 4 ? digit * 2 - 9 : digit * 2;
        sum += digit;
    }
    return sum % 10 == 0;
}

bool isDay(std::string_view text)
{
    return text.size() == 8 && Date::parseCompact(text).hasValue();
}

bool isState(std::string_view text)
{
    static constexpr std::string_view states =
        " AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA "
        "RI SC SD TN TX UT VT VA WA WV WI WY AS GU MP PR VI UM FM MH PW AA AE AP ";
    return text.size() == 2 && states.find(" " + std::string(text) + " ") != std::string_view::npos;
}

}  // namespace cw::strict
