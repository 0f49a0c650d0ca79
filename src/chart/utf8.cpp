#include "chart/utf8.h"

namespace cw::utf8 {

namespace {

bool isContinuation(char c) noexcept
{
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

std::size_t sizeByLead(unsigned char lead) noexcept
{
    if (lead >= 0xC2 && lead <= 0xDF) return 2;
    if (lead >= 0xE0 && lead <= 0xEF) return 3;
    if (lead >= 0xF0 && lead <= 0xF4) return 4;
    return 1;
}

char32_t smallest(std::size_t size) noexcept
{
    return size == 4 ? 0x10000 : size == 3 ? 0x800 : 0x80;
}

}  // namespace

Character characterAt(std::string_view text, std::size_t at) noexcept
{
    const auto lead = static_cast<unsigned char>(text[at]);
    if (lead < 0x80) return {lead, 1};
    const auto size = sizeByLead(lead);
    if (size == 1 || at + size > text.size()) return {broken, 1};
    char32_t code = lead & (0xFFU >> (size + 1));
    for (std::size_t i = 1; i < size; ++i) {
        if (!isContinuation(text[at + i])) return {broken, 1};
        code = (code << 6U) | (static_cast<unsigned char>(text[at + i]) & 0x3FU);
    }
    const bool isValid = code >= smallest(size) && code <= 0x10FFFF && !(code >= 0xD800 && code <= 0xDFFF);
    return isValid ? Character{code, size} : Character{broken, 1};
}

void append(std::string& text, char32_t code)
{
    const auto rest = [&](unsigned shift) { text += static_cast<char>(0x80U | ((code >> shift) & 0x3FU)); };
    if (code < 0x80) {
        text += static_cast<char>(code);
    } else if (code < 0x800) {
        text += static_cast<char>(0xC0U | (code >> 6U));
        rest(0);
    } else if (code < 0x10000) {
        text += static_cast<char>(0xE0U | (code >> 12U));
        rest(6);
        rest(0);
    } else {
        text += static_cast<char>(0xF0U | (code >> 18U));
        rest(12);
        rest(6);
        rest(0);
    }
}

std::optional<std::size_t> byteOffset(std::string_view text, std::int64_t units) noexcept
{
    std::size_t at = 0;
    while (units > 0 && at < text.size()) {
        const auto character = characterAt(text, at);
        units -= character.code >= 0x10000 ? 2 : 1;
        at += character.size;
    }
    if (units != 0) return std::nullopt;
    return at;
}

std::size_t startOfCharacter(std::string_view text, std::size_t at) noexcept
{
    for (std::size_t back = 0; back < 4 && back <= at && at < text.size(); ++back)
        if (!isContinuation(text[at - back])) return at - back;
    return at;
}

}  // namespace cw::utf8
