#include "chart/rendition_text.h"

#include "base/text.h"

#include <algorithm>
#include <cstdint>

namespace cw {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

enum class Class { blank, line, control, word };

struct Character {
    std::string_view bytes;  ///< As they stand in the text; one byte when they are no UTF-8.
    Class kind = Class::word;
};

std::size_t lengthByLead(unsigned char lead)
{
    if (lead < 0x80) return 1;
    return lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
}

Class classOfAscii(char c)
{
    if (c == ' ' || c == '\t') return Class::blank;
    if (c == '\n' || c == '\r' || c == '\f' || c == '\v') return Class::line;
    return static_cast<unsigned char>(c) < 0x20 || c == '\x7F' ? Class::control : Class::word;
}

Class classOfWide(std::string_view bytes)
{
    if (!text::isUtf8(bytes)) return Class::control;
    if (bytes == "\xC2\xA0") return Class::blank;
    // Next line (NEL), line separator and paragraph separator.
    if (bytes == "\xC2\x85" || bytes == "\xE2\x80\xA8" || bytes == "\xE2\x80\xA9") return Class::line;
    return bytes[0] == '\xC2' && static_cast<unsigned char>(bytes[1]) < 0xA0 ? Class::control : Class::word;
}

Character characterAt(std::string_view text, std::size_t at)
{
    if (static_cast<unsigned char>(text[at]) < 0x80) return {text.substr(at, 1), classOfAscii(text[at])};
    const auto bytes = text.substr(at, lengthByLead(static_cast<unsigned char>(text[at])));
    const auto kind = classOfWide(bytes);
    return {text::isUtf8(bytes) ? bytes : text.substr(at, 1), kind};
}

}  // namespace

std::string foldedText(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    bool isPending = false;
    for (std::size_t at = 0; at < text.size();) {
        const auto character = characterAt(text, at);
        at += character.bytes.size();
        if (character.kind == Class::blank || character.kind == Class::line) {
            isPending = !out.empty();
            continue;
        }
        if (isPending) out += ' ';
        isPending = false;
        out += character.kind == Class::control ? replacement : character.bytes;
    }
    return out;
}

std::string cleanLines(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const auto character = characterAt(text, at);
        at += character.bytes.size();
        if (character.kind == Class::line) {
            if (character.bytes == "\r" && at < text.size() && text[at] == '\n') ++at;
            out += '\n';
        } else {
            out += character.kind == Class::control ? replacement : character.bytes;
        }
    }
    const auto last = out.find_last_not_of(" \t\n");
    out.erase(last == std::string::npos ? 0 : last + 1);
    const auto first = out.find_first_not_of(" \t\n");
    if (first == std::string::npos) return {};
    const auto lineFeed = out.rfind('\n', first);
    if (lineFeed != std::string::npos) out.erase(0, lineFeed + 1);
    return out;
}

}  // namespace cw
