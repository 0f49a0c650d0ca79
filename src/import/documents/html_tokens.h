#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace cw {

/// A piece of HTML.
struct HtmlToken {
    enum class Kind { end, text, open, close };
    Kind kind = Kind::end;
    std::string name;             ///< Of the element, lower case.
    std::string_view text;        ///< Text as it stands, entities not resolved.
    std::string_view attributes;  ///< Of the start tag, as they stand.
    bool isSelfClosed = false;    ///< "<svg/>"
};

/// Takes HTML apart in one pass: no tree, no recursion, the same time for any bytes. Comments, declarations and the
/// content of scripts, styles, frames, titles and text fields give no text (HTML Living Standard, 13.2.5 "Tokenization").
class HtmlTokens {
public:
    explicit HtmlTokens(std::string_view utf8) : m_rest(utf8) {}
    HtmlToken next();

private:
    HtmlToken tag();
    void passOver(std::string_view end, std::size_t from);
    void passOverContent(std::string_view name);

    std::string_view m_rest;
};

/// Code point of a named entity, 0 when there is none.
std::uint32_t htmlEntity(std::string_view name) noexcept;
/// Text with its entities resolved.
std::string htmlText(std::string_view text);
/// Value of an attribute (name in lower case), entities resolved; empty when it is not there.
std::string htmlAttribute(std::string_view attributes, std::string_view name);

}  // namespace cw
