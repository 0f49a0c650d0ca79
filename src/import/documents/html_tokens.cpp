#include "import/documents/html_tokens.h"

#include "base/text.h"
#include "import/documents/render.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace cw {

namespace {

constexpr std::string_view blanks = " \t\r\n\f";

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isRawText(std::string_view name)
{
    static constexpr std::array<std::string_view, 9> raw = {"script", "style",    "iframe",   "noembed", "noframes",
                                                            "title",  "textarea", "template", "xml"};
    return std::find(raw.begin(), raw.end(), name) != raw.end();
}

/// The place of the '>' that ends a tag, quoted values passed over.
std::size_t endOfTag(std::string_view text, std::size_t from)
{
    char quote = '\0';
    for (auto at = from; at < text.size(); ++at) {
        const char c = text[at];
        if (quote != '\0') {
            if (c == quote) quote = '\0';
        } else if (c == '>') {
            return at;
        } else if ((c == '"' || c == '\'') && text[at - 1] == '=') {
            quote = c;
        }
    }
    return std::string_view::npos;
}

/// Resolves the entity that begins at '&'; gives its length, 0 when it is none.
std::size_t resolve(std::string_view text, std::string& out)
{
    if (text.starts_with("&#")) {
        const bool isHex = text.size() > 2 && (text[2] == 'x' || text[2] == 'X');
        const char* first = text.data() + (isHex ? 3 : 2);
        std::uint32_t point = 0;
        const auto [last, failure] = std::from_chars(first, text.data() + text.size(), point, isHex ? 16 : 10);
        if (last == first) return 0;
        if (failure != std::errc{} || point == 0) point = 0xFFFD;
        if (point >= 0x80 && point <= 0x9F) {
            const char byte = static_cast<char>(point);  // The standard reads these as Windows-1252.
            out += text::fromCp1252({&byte, 1});
        } else {
            appendCodePoint(out, point);
        }
        const auto length = static_cast<std::size_t>(last - text.data());
        return length < text.size() && text[length] == ';' ? length + 1 : length;
    }
    std::size_t length = 1;
    while (length < text.size() && length < 12 &&
           (isLetter(text[length]) || (text[length] >= '0' && text[length] <= '9')))
        ++length;
    const auto point = htmlEntity(text.substr(1, length - 1));
    const bool isEnded = length < text.size() && text[length] == ';';
    // Only those of Latin-1 may stand without a semicolon.
    if (point == 0 || (!isEnded && point > 0xFF)) return 0;
    appendCodePoint(out, point);
    return isEnded ? length + 1 : length;
}

}  // namespace

HtmlToken HtmlTokens::next()
{
    while (!m_rest.empty()) {
        if (m_rest.front() == '<' && m_rest.size() > 1) {
            const char c = m_rest[1];
            if (isLetter(c) || (c == '/' && m_rest.size() > 2 && isLetter(m_rest[2]))) return tag();
            if (m_rest.starts_with("<!--")) {
                passOver("-->", 4);
                continue;
            }
            if (c == '!' || c == '?' || c == '/') {
                passOver(">", 2);
                continue;
            }
        }
        const auto end = std::min(m_rest.find('<', 1), m_rest.size());
        HtmlToken token{HtmlToken::Kind::text, {}, m_rest.substr(0, end), {}};
        m_rest.remove_prefix(end);
        return token;
    }
    return {};
}

HtmlToken HtmlTokens::tag()
{
    const bool isClose = m_rest[1] == '/';
    const std::size_t begin = isClose ? 2 : 1;
    const auto nameEnd = std::min(m_rest.find_first_of(" \t\r\n\f/>", begin), m_rest.size());
    const auto end = std::min(endOfTag(m_rest, nameEnd), m_rest.size());
    HtmlToken token{isClose ? HtmlToken::Kind::close : HtmlToken::Kind::open,
                    text::lowerAscii(m_rest.substr(begin, nameEnd - begin)),
                    {},
                    m_rest.substr(nameEnd, end - nameEnd)};
    m_rest.remove_prefix(std::min(end + 1, m_rest.size()));
    // A slash that ends an unquoted value belongs to it.
    const auto size = token.attributes.size();
    token.isSelfClosed =
        token.attributes.ends_with('/') &&
        (size == 1 || std::string_view(" \t\r\n\f\"'").find(token.attributes[size - 2]) != std::string_view::npos);
    if (!isClose && !token.isSelfClosed && isRawText(token.name)) passOverContent(token.name);
    return token;
}

void HtmlTokens::passOver(std::string_view end, std::size_t from)
{
    const auto at = m_rest.find(end, from);
    m_rest.remove_prefix(at == std::string_view::npos ? m_rest.size() : at + end.size());
}

void HtmlTokens::passOverContent(std::string_view name)
{
    for (auto at = m_rest.find("</"); at != std::string_view::npos; at = m_rest.find("</", at + 2)) {
        if (text::lowerAscii(m_rest.substr(at + 2, name.size())) != name) continue;
        m_rest.remove_prefix(at);
        return;
    }
    m_rest = {};
}

std::string htmlText(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const auto length = text[at] == '&' ? resolve(text.substr(at), out) : 0;
        if (length == 0) out += text[at];
        at += std::max<std::size_t>(length, 1);
    }
    return out;
}

std::string htmlAttribute(std::string_view attributes, std::string_view name)
{
    for (std::size_t at = attributes.find_first_not_of(" \t\r\n\f/"); at < attributes.size();
         at = attributes.find_first_not_of(" \t\r\n\f/", at)) {
        const auto nameEnd = std::min(attributes.find_first_of(" \t\r\n\f/=", at + 1), attributes.size());
        const bool isWanted = text::lowerAscii(attributes.substr(at, nameEnd - at)) == name;
        at = std::min(attributes.find_first_not_of(blanks, nameEnd), attributes.size());
        if (at == attributes.size() || attributes[at] != '=') {
            if (isWanted) return {};
            continue;
        }
        at = std::min(attributes.find_first_not_of(blanks, at + 1), attributes.size());
        if (at == attributes.size()) return {};
        const bool isQuoted = attributes[at] == '"' || attributes[at] == '\'';
        const auto begin = isQuoted ? at + 1 : at;
        const auto end =
            std::min(isQuoted ? attributes.find(attributes[at], begin) : attributes.find_first_of(blanks, begin),
                     attributes.size());
        if (isWanted) return htmlText(attributes.substr(begin, end - begin));
        at = isQuoted ? end + 1 : end;
    }
    return {};
}

}  // namespace cw
