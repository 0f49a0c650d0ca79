#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace cw::edits {

/// A word of a text, or a mark that ends the reach of words before it.
struct Token {
    enum class Kind { word, comma, stop, doubt };  ///< stop: . ; : and a new line; doubt: "?" before a word.
    Kind kind = Kind::word;
    std::string_view text;  ///< As it stands.
    bool isWord() const noexcept { return kind == Kind::word; }
};
using Tokens = std::vector<Token>;

/// "S/p CABG, possible-PE." is s/p, CABG, comma, possible, PE, stop.
Tokens tokensOf(std::string_view text);

/// Equal but for ASCII case; `lower` is lower case.
bool isWord(std::string_view text, std::string_view lower) noexcept;
bool isWord(const Token& token, std::string_view lower) noexcept;
bool isAnyOf(const Token& token, const std::vector<std::string_view>& lower) noexcept;

/// Tokens that the phrase ("history of") takes at this place; 0 when it does not stand there.
std::size_t phraseAt(const Tokens& tokens, std::size_t at, std::string_view phrase) noexcept;

}  // namespace cw::edits
