#include "edits/rules/evidence/evidence_tokens.h"

#include <algorithm>
#include <array>

namespace cw::edits {

namespace {

constexpr char lowered(char c) noexcept
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// Letters, digits, the apostrophe, and every byte beyond ASCII.
constexpr auto letters = [] {
    std::array<bool, 256> all{};
    for (std::size_t c = 0; c < all.size(); ++c)
        all[c] = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '\'' || c >= 0x80;
    return all;
}();

constexpr bool isLetter(char c) noexcept
{
    return letters[static_cast<unsigned char>(c)];
}

bool isLetterAt(std::string_view text, std::size_t at) noexcept
{
    return at < text.size() && isLetter(text[at]);
}

/// The slash of "s/p" and "h/o", which joins two single letters; "w/o" and "r/o" are of that form as well.
bool joinsLetters(std::string_view text, std::size_t slash, std::size_t begin) noexcept
{
    return text[slash] == '/' && slash == begin + 1 && isLetterAt(text, slash + 1) && !isLetterAt(text, slash + 2);
}

}  // namespace

Tokens tokensOf(std::string_view text)
{
    Tokens tokens;
    tokens.reserve(text.size() / 5 + 2);
    for (std::size_t i = 0; i < text.size();) {
        const char c = text[i];
        if (isLetter(c)) {
            std::size_t end = i + 1;
            while (end < text.size() && (isLetter(text[end]) || joinsLetters(text, end, i))) ++end;
            tokens.push_back({Token::Kind::word, text.substr(i, end - i)});
            i = end;
            continue;
        }
        const bool isInNumber = c == '.' && i > 0 && isLetter(text[i - 1]) && isLetterAt(text, i + 1);
        const bool isDoubt = c == '?' && isLetterAt(text, i + 1) && (i == 0 || !isLetter(text[i - 1]));
        if (isDoubt)
            tokens.push_back({Token::Kind::doubt, text.substr(i, 1)});
        else if (c == ',' || c == '(' || c == ')')
            tokens.push_back({Token::Kind::comma, text.substr(i, 1)});
        else if ((c == '.' && !isInNumber) || c == ';' || c == ':' || c == '\n' || c == '!' || c == '?')
            tokens.push_back({Token::Kind::stop, text.substr(i, 1)});
        ++i;
    }
    return tokens;
}

bool isWord(std::string_view text, std::string_view lower) noexcept
{
    return text.size() == lower.size() &&
           std::equal(text.begin(), text.end(), lower.begin(), [](char a, char b) { return lowered(a) == b; });
}

bool isWord(const Token& token, std::string_view lower) noexcept
{
    return token.isWord() && isWord(token.text, lower);
}

bool isAnyOf(const Token& token, const std::vector<std::string_view>& lower) noexcept
{
    return token.isWord() &&
           std::any_of(lower.begin(), lower.end(), [&token](auto word) { return isWord(token.text, word); });
}

std::size_t phraseAt(const Tokens& tokens, std::size_t at, std::string_view phrase) noexcept
{
    std::size_t taken = 0;
    while (!phrase.empty()) {
        const auto blank = std::min(phrase.find(' '), phrase.size());
        if (at + taken >= tokens.size() || !isWord(tokens[at + taken], phrase.substr(0, blank))) return 0;
        ++taken;
        phrase.remove_prefix(std::min(blank + 1, phrase.size()));
    }
    return taken;
}

}  // namespace cw::edits
