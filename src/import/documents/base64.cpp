#include "import/documents/readers.h"

#include <array>
#include <cstdint>

namespace cw {

namespace {

constexpr std::uint8_t none = 0xFF;
constexpr std::uint8_t blank = 0xFE;

constexpr std::array<std::uint8_t, 256> makeValues()
{
    std::array<std::uint8_t, 256> values{};
    values.fill(none);
    constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (std::size_t i = 0; i < letters.size(); ++i)
        values.at(static_cast<unsigned char>(letters[i])) = static_cast<std::uint8_t>(i);
    for (const char c : std::string_view(" \t\r\n\f\v")) values.at(static_cast<unsigned char>(c)) = blank;
    return values;
}

constexpr auto values = makeValues();

Error notBase64(std::string_view record, std::string_view reason)
{
    return {ErrorKind::invalidInput, "IMPORT-202",
            std::string(record) + ": the embedded document is not base64: " + std::string(reason)};
}

}  // namespace

Result<std::string> decodeBase64(std::string_view text, std::string_view record)
{
    std::string out;
    out.reserve(text.size() / 4 * 3 + 3);
    std::uint32_t bits = 0;
    int held = 0;  ///< Letters in `bits`.
    std::size_t at = 0;
    for (; at < text.size() && text[at] != '='; ++at) {
        const auto value = values.at(static_cast<unsigned char>(text[at]));
        if (value == blank) continue;
        if (value == none) return notBase64(record, "character " + std::to_string(at + 1) + " is none of its letters");
        bits = bits << 6U | value;
        if (++held < 4) continue;
        out += static_cast<char>(bits >> 16U & 0xFFU);
        out += static_cast<char>(bits >> 8U & 0xFFU);
        out += static_cast<char>(bits & 0xFFU);
        held = 0;
        bits = 0;
    }
    for (std::size_t rest = at; rest < text.size(); ++rest)
        if (text[rest] != '=' && values.at(static_cast<unsigned char>(text[rest])) != blank)
            return notBase64(record, "it goes on after its padding");
    if (held == 1) return notBase64(record, "it is cut off");
    if (held == 2) out += static_cast<char>(bits >> 4U & 0xFFU);
    if (held == 3) {
        out += static_cast<char>(bits >> 10U & 0xFFU);
        out += static_cast<char>(bits >> 2U & 0xFFU);
    }
    return out;
}

}  // namespace cw
