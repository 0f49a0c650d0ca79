#include "import/documents/hl7/escapes.h"

#include "base/text.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace cw::hl7 {

namespace {

constexpr int mostBlanks = 200;  // Of one \.sp\ or \.sk\: more is no layout any more.

std::optional<std::string> hexBytes(std::string_view digits)
{
    if (digits.empty() || digits.size() % 2 != 0) return std::nullopt;
    std::string bytes;
    for (std::size_t i = 0; i < digits.size(); i += 2) {
        unsigned value = 0;
        const auto [end, fault] = std::from_chars(digits.data() + i, digits.data() + i + 2, value, 16);
        if (fault != std::errc() || end != digits.data() + i + 2) return std::nullopt;
        if (value == '\n' && bytes.ends_with('\r')) bytes.pop_back();
        bytes += static_cast<char>(value);
    }
    std::replace(bytes.begin(), bytes.end(), '\r', '\n');
    return text::isUtf8(bytes) ? bytes : text::fromCp1252(bytes);
}

std::size_t countOf(std::string_view argument)
{
    argument = text::trim(argument);
    if (argument.starts_with('+')) argument.remove_prefix(1);
    int count = 1;
    std::from_chars(argument.data(), argument.data() + argument.size(), count);
    return static_cast<std::size_t>(std::clamp(count, 1, mostBlanks));
}

/// Formatting commands of FT data: ".br", ".sp 2", ".in+4" …
std::optional<std::string> formatting(std::string_view command)
{
    const auto name = text::lowerAscii(command.substr(0, 3));
    const auto argument = command.substr(std::min<std::size_t>(3, command.size()));
    if (name == ".br" || name == ".ce") return "\n";
    if (name == ".sp") return std::string(countOf(argument), '\n');
    if (name == ".sk") return std::string(countOf(argument), ' ');
    if (name == ".in" || name == ".ti" || name == ".fi" || name == ".nf") return "";
    return std::nullopt;
}

std::optional<std::string> meaning(std::string_view sequence, const Delimiters& delimiters)
{
    if (sequence.empty()) return std::nullopt;
    if (sequence.size() == 1) {
        switch (sequence.front()) {
        case 'F': return std::string(1, delimiters.field);
        case 'S': return std::string(1, delimiters.component);
        case 'T': return std::string(1, delimiters.subcomponent);
        case 'R': return std::string(1, delimiters.repetition);
        case 'E': return std::string(1, delimiters.escape);
        case 'P': return std::string(1, delimiters.truncation ? delimiters.truncation : '#');
        case 'H':
        case 'N': return "";
        default: return std::nullopt;
        }
    }
    if (sequence.front() == 'X') return hexBytes(sequence.substr(1));
    if (sequence.front() == '.') return formatting(sequence);
    return std::nullopt;
}

}  // namespace

std::string unescape(std::string_view text, const Delimiters& delimiters)
{
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const auto begin = text.find(delimiters.escape);
        out += text.substr(0, begin);
        if (begin == text.npos) break;
        const auto end = text.find(delimiters.escape, begin + 1);
        const auto known =
            end == text.npos ? std::nullopt : meaning(text.substr(begin + 1, end - begin - 1), delimiters);
        if (known) {
            out += *known;
            text.remove_prefix(end + 1);
        } else {
            out += delimiters.escape;
            text.remove_prefix(begin + 1);
        }
    }
    return out;
}

}  // namespace cw::hl7
