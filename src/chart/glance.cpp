#include "chart/glance.h"

#include "base/text.h"

#include <algorithm>
#include <array>

namespace cw::glance {

namespace {

constexpr std::size_t wideLimit = std::size_t{64} << 10U;
constexpr std::string_view blanks = " \t\r\n\f\v";  // Vertical tab: HL7's start of block (MLLP), too.

std::string_view withoutBlanks(std::string_view text)
{
    const auto first = text.find_first_not_of(blanks);
    return first == std::string_view::npos ? std::string_view{} : text.substr(first);
}

/// Of the first bytes, how many at even and at odd places are zero.
std::array<std::size_t, 2> zerosOf(std::string_view head)
{
    std::array<std::size_t, 2> zeros{};
    for (std::size_t at = 0; at < head.size(); ++at)
        if (head[at] == '\0') ++zeros.at(at % 2);
    return zeros;
}

bool isWordCharacter(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == ' ';
}

/// The text after `end`, which is looked for from `from` on; empty when it is not there.
std::string_view after(std::string_view text, std::string_view end, std::size_t from)
{
    const auto at = text.find(end, from);
    return at == std::string_view::npos ? std::string_view{} : text.substr(at + end.size());
}

bool startsWithWord(std::string_view text, std::string_view lower)
{
    return text::lowerAscii(text.substr(0, lower.size())) == lower;
}

/// After a document type; takes down what it says.
std::string_view afterDocType(std::string_view text, Root& root)
{
    const auto end = text.find_first_of("[>", 9);
    if (end == std::string_view::npos) return {};
    root.docType = text::trim(text.substr(9, end - 9));
    root.hasInternalSubset = root.hasInternalSubset || text[end] == '[';
    return after(text, ">", text[end] == '[' ? std::min(text.find(']', end), text.size()) : end);
}

/// At a quotation mark of JSON: the place after the string.
std::size_t afterString(std::string_view json, std::size_t at) noexcept
{
    for (++at; at < json.size() && json[at] != '"'; ++at)
        if (json[at] == '\\') ++at;
    return at + 1;
}

bool isMemberAt(std::string_view json, std::size_t at, std::size_t end, std::string_view name) noexcept
{
    if (end - at != name.size() + 2 || json.compare(at + 1, name.size(), name) != 0) return false;
    const auto next = json.find_first_not_of(blanks, end);
    return next != std::string_view::npos && json[next] == ':';
}

}  // namespace

bool isWideText(std::string_view bytes) noexcept
{
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return true;
    const auto head = bytes.substr(0, 64);
    if (head.starts_with(std::string_view("\0\0\xFE\xFF", 4))) return true;
    const auto zeros = zerosOf(head);
    // Western text in UTF-16: every other byte is zero.
    return head.size() >= 4 && (zeros[0] == 0) != (zeros[1] == 0) &&
           std::max(zeros[0], zeros[1]) * 2 + 1 >= head.size();
}

std::string_view beginning(std::string_view bytes, std::string& storage)
{
    if (!isWideText(bytes)) {
        if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
        return withoutBlanks(bytes);
    }
    const auto head = bytes.substr(0, wideLimit);
    storage.clear();
    std::copy_if(head.begin(), head.end(), std::back_inserter(storage),
                 [](char c) { return c != '\0' && c != '\xFF' && c != '\xFE'; });
    return withoutBlanks(storage);
}

Root rootOf(std::string_view text)
{
    Root root;
    while (text.starts_with('<')) {
        if (text.starts_with("<?")) {
            text = after(text, ">", 2);
        } else if (text.starts_with("<!--")) {
            text = after(text, "-->", 4);
        } else if (startsWithWord(text, "<!doctype")) {
            text = afterDocType(text, root);
        } else {
            const auto nameEnd = text.find_first_of(" \t\r\n/>", 1);
            if (nameEnd == std::string_view::npos) return root;
            root.tag = text.substr(0, std::min(text.find('>'), text.size()));
            root.name = text.substr(1, nameEnd - 1);
            const auto colon = root.name.find(':');
            if (colon != std::string_view::npos) root.name.remove_prefix(colon + 1);
            return root;
        }
        text = withoutBlanks(text);
    }
    return root;
}

bool hasMember(std::string_view json, std::string_view name) noexcept
{
    if (!json.starts_with('{')) return false;
    std::size_t depth = 0;
    for (std::size_t at = 0; at < json.size();) {
        const char c = json[at];
        if (c == '"') {
            const auto end = afterString(json, at);
            if (end > json.size()) return false;
            if (depth == 1 && isMemberAt(json, at, end, name)) return true;
            at = end;
            continue;
        }
        if (c == '{' || c == '[') ++depth;
        if ((c == '}' || c == ']') && --depth == 0) return false;
        ++at;
    }
    return false;
}

bool isHl7(std::string_view text) noexcept
{
    static constexpr std::array<std::string_view, 3> headers = {"MSH", "FHS", "BHS"};
    static constexpr std::array<std::string_view, 10> segments = {"EVN", "PID", "PV1", "OBR", "OBX",
                                                                  "ORC", "NK1", "MSA", "TXA", "DG1"};
    if (text.size() < 3) return false;
    const auto name = text.substr(0, 3);
    if (std::find(segments.begin(), segments.end(), name) != segments.end()) return text.substr(3).starts_with('|');
    if (std::find(headers.begin(), headers.end(), name) == headers.end()) return false;
    // The separator and the encoding characters: nothing that a heading of a note would have there.
    const auto marks = text.substr(3, 2);
    return std::none_of(marks.begin(), marks.end(), isWordCharacter);
}

}  // namespace cw::glance
