#include "claim/answers/reading/values.h"

#include "base/text.h"

namespace cw::answers {

namespace {

/// A decimal number times ten to the power of `scale`, rounded half away from zero.
std::optional<std::int64_t> scaled(std::string_view text, int scale) noexcept
{
    const bool negative = text.starts_with('-');
    if (negative || text.starts_with('+')) text.remove_prefix(1);
    const auto point = text.find('.');
    const auto whole = text.substr(0, point);
    const auto fraction = point == std::string_view::npos ? std::string_view{} : text.substr(point + 1);
    if (whole.empty() && fraction.empty()) return std::nullopt;
    std::int64_t value = 0;
    std::size_t digits = 0;
    for (const char c : whole) {
        if (c < '0' || c > '9') return std::nullopt;
        if (value != 0 || c != '0') ++digits;
        if (digits > 9) return std::nullopt;
        value = value * 10 + (c - '0');
    }
    int decimals = 0;
    bool roundUp = false;
    for (const char c : fraction) {
        if (c < '0' || c > '9') return std::nullopt;
        if (decimals < scale) value = value * 10 + (c - '0');
        if (decimals == scale) roundUp = c >= '5';
        ++decimals;
    }
    for (; decimals < scale; ++decimals) value *= 10;
    if (roundUp) ++value;
    return negative ? -value : value;
}

}  // namespace

std::optional<Money> readMoney(std::string_view text) noexcept
{
    if (const auto value = scaled(text, 2)) return Money::cents(*value);
    return std::nullopt;
}

std::optional<Quantity> readQuantity(std::string_view text) noexcept
{
    if (const auto value = scaled(text, 3)) return Quantity::thousandths(*value);
    return std::nullopt;
}

std::optional<int> readCount(std::string_view text) noexcept
{
    if (text.empty() || text.size() > 9) return std::nullopt;
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

std::optional<Date> readDay(std::string_view text)
{
    const auto day = text.size() == 6 ? Date::parseCompact("20" + std::string(text)) : Date::parseCompact(text);
    if (!day) return std::nullopt;
    return *day;
}

Days readDays(std::string_view text)
{
    const auto dash = text.find('-');
    Days days{readDay(text.substr(0, dash)), std::nullopt};
    days.last = dash == std::string_view::npos ? days.first : readDay(text.substr(dash + 1));
    return days;
}

std::string textOf(std::string_view bytes)
{
    return text::isAscii(bytes) || text::isUtf8(bytes) ? std::string(bytes) : text::fromCp1252(bytes);
}

std::string textAt(const Piece& piece, std::size_t position)
{
    return textOf(piece.element(position));
}

std::string textAt(const Piece& piece, std::size_t position, std::size_t component)
{
    return textOf(piece.component(position, component));
}

}  // namespace cw::answers
