#pragma once

#include <cstdint>
#include <string_view>

namespace cw {

/// A piece of RTF (Rich Text Format Specification 1.9.1).
struct RtfToken {
    enum class Kind { end, open, close, text, word, symbol, byte };
    Kind kind = Kind::end;
    std::string_view text;  ///< Text; name of the control word; the one character of a symbol.
    bool hasNumber = false;
    std::int32_t number = 0;  ///< Parameter of the word; value of a \'hh byte.
};

/// Takes RTF apart. Any bytes give tokens; line ends are no text.
class RtfTokens {
public:
    explicit RtfTokens(std::string_view bytes) : m_rest(bytes) {}
    RtfToken next();
    /// Passes over the bytes of \binN.
    void skip(std::int32_t count);

private:
    RtfToken control();

    std::string_view m_rest;
};

}  // namespace cw
