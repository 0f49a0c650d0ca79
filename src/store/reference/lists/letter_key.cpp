#include "store/reference/lists/letter_key.h"

#include "base/text.h"

namespace cw::store {

namespace {

/// Base letters of U+00C0 to U+00FF, which UTF-8 writes as C3 80 to C3 BF.
constexpr std::string_view latinBase = "aaaaaaaceeeeiiiidnooooo ouuuuytsaaaaaaaceeeeiiiidnooooo ouuuuyty";

bool isAlphanumeric(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
}

std::string withoutPluralS(std::string key)
{
    if (key.size() > 3 && key.ends_with('s')) key.pop_back();
    return key;
}

/// Leaves out what a reference may or may not repeat.
std::string withoutLastWord(std::string key)
{
    for (const std::string_view word : {" nec", " nos", " of"}) {
        if (key.ends_with(word)) key.resize(key.size() - word.size());
    }
    return key;
}

}  // namespace

std::string letterKey(std::string_view title)
{
    std::string key;
    int depth = 0;
    bool isNewWord = false;
    for (std::size_t at = 0; at < title.size(); ++at) {
        char c = title[at];
        if (c == '(') ++depth;
        if (c == ')' && depth > 0) --depth;
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        const auto byte = static_cast<unsigned char>(c);
        if (byte == 0xC3 && at + 1 < title.size()) {
            const auto next = static_cast<unsigned char>(title[++at]);
            c = next >= 0x80 && next <= 0xBF ? latinBase[next - 0x80U] : ' ';
        }
        const bool isLetter = isAlphanumeric(c) || static_cast<unsigned char>(c) >= 0x80;
        if (depth > 0 || c == '\'') continue;  // "Hodgkin's" is one word.
        if (!isLetter) {
            isNewWord = true;
            continue;
        }
        if (isNewWord && !key.empty()) key += ' ';
        isNewWord = false;
        key += c;
    }
    return key;
}

int closeness(std::string_view title, std::string_view reference)
{
    const auto wanted = withoutPluralS(letterKey(reference));
    if (wanted.empty()) return 0;
    if (withoutPluralS(letterKey(title)) == wanted) return 3;
    for (const auto part : text::split(title, ',')) {
        if (withoutPluralS(letterKey(part)) == wanted) return 2;
    }
    const auto bare = withoutPluralS(withoutLastWord(letterKey(reference)));
    if (withoutPluralS(withoutLastWord(letterKey(title))) == bare) return 1;
    for (const auto part : text::split(title, ',')) {
        if (withoutPluralS(withoutLastWord(letterKey(part))) == bare) return 1;
    }
    return 0;
}

}  // namespace cw::store
