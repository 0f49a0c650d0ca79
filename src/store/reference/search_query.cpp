#include "store/reference/search_query.h"

#include "base/text.h"

#include <algorithm>
#include <array>

namespace cw::store {

namespace {

constexpr std::size_t maximumWords = 12;
constexpr std::size_t maximumWordBytes = 48;
constexpr std::size_t maximumQueryBytes = 4096;

/// One code point and how many bytes it took; U+FFFD and one byte where the text is not UTF-8.
struct CodePoint {
    char32_t value;
    std::size_t bytes;
};

CodePoint codePointAt(std::string_view text, std::size_t at)
{
    constexpr CodePoint broken{0xFFFD, 1};
    const auto lead = static_cast<unsigned char>(text[at]);
    if (lead < 0x80) return {lead, 1};
    const std::size_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || at + size > text.size()) return broken;
    char32_t value = lead & (0x7FU >> size);
    for (std::size_t i = 1; i < size; ++i) {
        const auto next = static_cast<unsigned char>(text[at + i]);
        if ((next & 0xC0U) != 0x80U) return broken;
        value = (value << 6U) | (next & 0x3FU);
    }
    return {value, size};
}

/// Base letters of U+00C0 to U+00FF; '.' where the letter has none and stays, ' ' for the two signs.
constexpr std::string_view latinBase = "aaaaaa.ceeeeiiii.nooooo .uuuuy..aaaaaa.ceeeeiiii.nooooo .uuuuy.y";

/// Letters beyond Latin-1 that the index keeps as letters. What is not listed separates words, which can lose a match in
/// a script that no code table uses, but never makes one word of ours two words of the index (a phrase, which it refuses).
bool isOtherLetter(char32_t value)
{
    return (value >= 0x100 && value <= 0x24F) || (value >= 0x391 && value <= 0x3A1) ||
           (value >= 0x3A3 && value <= 0x3A9) || (value >= 0x3B1 && value <= 0x3C9);
}

bool isCombiningMark(char32_t value)
{
    return value >= 0x300 && value <= 0x36F;
}

/// Calls `onWord` with each word, folded.
template <class OnWord>
void eachWord(std::string_view text, OnWord onWord)
{
    std::string word;
    for (std::size_t at = 0; at < text.size();) {
        const auto [value, bytes] = codePointAt(text, at);
        const char latin = value >= 0xC0 && value <= 0xFF ? latinBase[value - 0xC0] : ' ';
        if (value < 0x80 && ((value >= '0' && value <= '9') || (value >= 'a' && value <= 'z'))) {
            word += static_cast<char>(value);
        } else if (value >= 'A' && value <= 'Z') {
            word += static_cast<char>(value + ('a' - 'A'));
        } else if (latin != ' ' && latin != '.') {
            word += latin;
        } else if (latin == '.' || isOtherLetter(value)) {
            word += text.substr(at, bytes);
        } else if (!isCombiningMark(value) && !word.empty()) {
            onWord(std::move(word));
            word.clear();
        }
        at += bytes;
    }
    if (!word.empty()) onWord(std::move(word));
}

bool isCodeCharacter(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
}

bool hasDigit(std::string_view text)
{
    return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// "e11.22" and "E11." as "E1122" and "E11"; empty when this is no start of a code.
std::string compactCode(std::string_view text)
{
    std::string code = text::upperAscii(text);
    if (code.size() > 3 && code[3] == '.') code.erase(3, 1);
    if (code.empty() || code.size() > 7 || !std::all_of(code.begin(), code.end(), isCodeCharacter)) return {};
    return code;
}

/// Cuts at a character's border.
std::string_view atMost(std::string_view text, std::size_t bytes)
{
    if (text.size() <= bytes) return text;
    while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0U) == 0x80U) --bytes;
    return text.substr(0, bytes);
}

void addWord(std::vector<std::string>& words, std::string_view word)
{
    const std::string cut(atMost(word, maximumWordBytes));
    if (words.size() < maximumWords && std::find(words.begin(), words.end(), cut) == words.end()) words.push_back(cut);
}

}  // namespace

std::string SearchQuery::oneWord(std::string_view word)
{
    // Words are letters and digits only: within quotes none is an operator.
    return "\"" + std::string(word) + "\" *";
}

std::string SearchQuery::allWords() const
{
    std::vector<std::string> quoted;
    for (const auto& word : words) quoted.push_back(oneWord(word));
    return text::join(quoted, " ");
}

SearchQuery parseQuery(const SearchRequest& request)
{
    SearchQuery query;
    const auto whole = atMost(text::trim(request.query), maximumQueryBytes);
    const auto code = compactCode(whole);
    // Letters alone are a word, except where codes are made of letters: "bed" is a bed, not ICD-10-PCS table BED.
    const bool mayBeLetters = code.size() == 1 || request.modifiers || request.system == CodeSystem::icd10pcs;
    if (hasDigit(code) || mayBeLetters) query.code = code;

    std::string_view rest = whole;
    while (!rest.empty()) {
        const auto end = std::min(rest.find_first_of(" \t\r\n,;"), rest.size());
        const auto piece = rest.substr(0, end);
        const auto inText = compactCode(piece);
        if (piece.find('.') != piece.npos && hasDigit(inText))
            addWord(query.words, text::lowerAscii(inText));
        else
            eachWord(piece, [&](const std::string& word) { addWord(query.words, word); });
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return query;
}

std::vector<std::string> titleWords(std::string_view title)
{
    std::vector<std::string> words;
    eachWord(title, [&](std::string&& word) { words.push_back(std::move(word)); });
    return words;
}

int titleDistance(const std::vector<std::string>& words, std::string_view title, std::string_view code)
{
    constexpr int extraWord = 4;
    constexpr int notAtStart = 10;
    constexpr int onlyPrefix = 3;
    constexpr int outOfOrder = 2;
    const auto inTitle = titleWords(title);
    const auto folded = text::lowerAscii(code);
    std::vector<bool> isUsed(inTitle.size(), false);
    int distance = 0;
    std::size_t previous = 0;
    for (std::size_t w = 0; w < words.size(); ++w) {
        const auto& word = words[w];
        std::size_t best = inTitle.size();
        for (std::size_t at = 0; at < inTitle.size(); ++at) {
            if (isUsed[at] || !inTitle[at].starts_with(word)) continue;
            if (best == inTitle.size() || (inTitle[at].size() == word.size() && inTitle[best].size() != word.size()))
                best = at;
        }
        if (best == inTitle.size()) {
            // The short title may have it, in words of its own.
            distance += folded.starts_with(word) ? 0 : w == 0 ? notAtStart + onlyPrefix : onlyPrefix;
            continue;
        }
        isUsed[best] = true;
        if (inTitle[best].size() != word.size()) distance += onlyPrefix;
        if (w == 0 && best != 0) distance += notAtStart;
        if (w > 0 && best < previous) distance += outOfOrder;
        previous = best;
    }
    const auto extra = static_cast<int>(std::count(isUsed.begin(), isUsed.end(), false));
    return distance + extraWord * extra;
}

}  // namespace cw::store
