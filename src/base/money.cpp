#include "base/money.h"

#include <fmt/format.h>

#include <optional>

namespace cw {

namespace {

/// "-12.5" with scale 2 is -1250; nothing when the text is not such a number.
std::optional<std::int64_t> scaled(std::string_view text, int scale)
{
    bool negative = false;
    if (!text.empty() && text.front() == '-') {
        negative = true;
        text.remove_prefix(1);
    }
    const auto point = text.find('.');
    const auto whole = text.substr(0, point);
    const auto fraction = point == std::string_view::npos ? std::string_view{} : text.substr(point + 1);
    if (whole.size() + fraction.size() == 0 || whole.size() > 9 || fraction.size() > static_cast<std::size_t>(scale) ||
        (point != std::string_view::npos && fraction.empty()))
        return std::nullopt;
    std::int64_t value = 0;
    for (const auto part : {whole, fraction}) {
        for (const char c : part) {
            if (c < '0' || c > '9') return std::nullopt;
            value = value * 10 + (c - '0');
        }
    }
    for (auto digits = fraction.size(); digits < static_cast<std::size_t>(scale); ++digits) value *= 10;
    return negative ? -value : value;
}

/// The shortest decimal form: no trailing zeros; `leadingZero` says whether ".5" is written "0.5".
std::string shortest(std::int64_t value, std::int64_t unit, int digits, bool leadingZero)
{
    const bool negative = value < 0;
    const auto magnitude = static_cast<std::uint64_t>(negative ? -value : value);
    const auto whole = magnitude / static_cast<std::uint64_t>(unit);
    std::string fraction = fmt::format("{:0{}}", magnitude % static_cast<std::uint64_t>(unit), digits);
    while (!fraction.empty() && fraction.back() == '0') fraction.pop_back();
    std::string text = negative ? "-" : "";
    if (whole != 0 || fraction.empty() || leadingZero) text += std::to_string(whole);
    if (!fraction.empty()) text += "." + fraction;
    return text;
}

}  // namespace

Result<Money> Money::parse(std::string_view decimal)
{
    if (const auto value = scaled(decimal, 2)) return Money(*value);
    return Error{ErrorKind::invalidInput, "BASE-004", "not an amount such as 125.00 (at most two decimals)"};
}

std::string Money::decimal() const
{
    const auto magnitude = m_cents < 0 ? -m_cents : m_cents;
    return fmt::format("{}{}.{:02}", m_cents < 0 ? "-" : "", magnitude / 100, magnitude % 100);
}

std::string Money::grouped() const
{
    const std::string text = decimal();
    const std::size_t start = text.front() == '-' ? 1 : 0;
    const std::size_t point = text.size() - 3;
    std::string out = text.substr(0, start);
    for (std::size_t at = start; at < point; ++at) {
        if (at > start && (point - at) % 3 == 0) out += ',';
        out += text[at];
    }
    return out + text.substr(point);
}

std::string Money::x12() const
{
    return shortest(m_cents, 100, 2, false);
}

Result<Quantity> Quantity::parse(std::string_view decimal)
{
    if (const auto value = scaled(decimal, 3)) return Quantity(*value);
    return Error{ErrorKind::invalidInput, "BASE-005",
                 "not a number of units such as 1 or 0.5 (at most three decimals)"};
}

std::string Quantity::decimal() const
{
    return shortest(m_thousandths, 1000, 3, true);
}

std::string Quantity::x12() const
{
    return shortest(m_thousandths, 1000, 3, false);
}

}  // namespace cw
