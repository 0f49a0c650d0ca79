#include "import/documents/rtf_tokens.h"

#include <algorithm>

namespace cw {

namespace {

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

int hexValue(char c)
{
    if (isDigit(c)) return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

}  // namespace

RtfToken RtfTokens::next()
{
    const auto first = m_rest.find_first_not_of("\r\n");
    m_rest.remove_prefix(std::min(first, m_rest.size()));
    if (m_rest.empty()) return {};
    const char c = m_rest.front();
    if (c == '{' || c == '}') {
        m_rest.remove_prefix(1);
        return {c == '{' ? RtfToken::Kind::open : RtfToken::Kind::close, {}, false, 0};
    }
    if (c == '\\') return control();
    const auto end = std::min(m_rest.find_first_of("\\{}\r\n"), m_rest.size());
    const auto text = m_rest.substr(0, end);
    m_rest.remove_prefix(end);
    return {RtfToken::Kind::text, text, false, 0};
}

void RtfTokens::skip(std::int32_t count)
{
    if (count > 0) m_rest.remove_prefix(std::min(static_cast<std::size_t>(count), m_rest.size()));
}

RtfToken RtfTokens::control()
{
    m_rest.remove_prefix(1);
    if (m_rest.empty()) return {};
    if (m_rest.front() == '\'' && m_rest.size() >= 3 && hexValue(m_rest[1]) >= 0 && hexValue(m_rest[2]) >= 0) {
        const auto value = hexValue(m_rest[1]) * 16 + hexValue(m_rest[2]);
        m_rest.remove_prefix(3);
        return {RtfToken::Kind::byte, {}, true, value};
    }
    if (!isLetter(m_rest.front())) {
        const auto symbol = m_rest.substr(0, 1);
        m_rest.remove_prefix(1);
        return {RtfToken::Kind::symbol, symbol, false, 0};
    }
    RtfToken token{RtfToken::Kind::word, {}, false, 0};
    std::size_t at = 0;
    while (at < m_rest.size() && isLetter(m_rest[at])) ++at;
    token.text = m_rest.substr(0, at);
    const bool isNegative = at + 1 < m_rest.size() && m_rest[at] == '-' && isDigit(m_rest[at + 1]);
    if (isNegative) ++at;
    std::int64_t number = 0;
    for (; at < m_rest.size() && isDigit(m_rest[at]); ++at) {
        number = std::min<std::int64_t>(number * 10 + (m_rest[at] - '0'), INT32_MAX);
        token.hasNumber = true;
    }
    token.number = static_cast<std::int32_t>(isNegative ? -number : number);
    if (at < m_rest.size() && m_rest[at] == ' ') ++at;
    m_rest.remove_prefix(at);
    return token;
}

}  // namespace cw
