#include "search/words.h"

#include <algorithm>
#include <array>

namespace cw::search {

namespace {

/// Letters of the second UTF-8 byte after C3 (U+00C0 to U+00FF) without their accents; '\0' where there is none.
constexpr std::string_view latin1{"aaaaaaaceeeeiiiidnooooo\0ouuuuytsaaaaaaaceeeeiiiidnooooo\0ouuuuyty", 64};

constexpr std::array<std::string_view, 22> stopWords = {"a",    "an",   "and", "are", "as",   "at", "by", "for",
                                                        "from", "in",   "is",  "it",  "of",   "on", "or", "that",
                                                        "the",  "this", "to",  "was", "with", "due"};
constexpr std::array<std::string_view, 16> fillerWords = {
    "unspecified", "other",    "specified", "elsewhere", "classified", "nos",      "nec",       "not",
    "disease",     "disorder", "type",      "site",      "part",       "organism", "condition", "patient"};
constexpr std::array<std::string_view, 10> qualifierWords = {
    "right", "left", "bilateral", "unilateral", "initial", "subsequent", "sequela", "encounter", "closed", "without"};

bool isLetterOrDigit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}
bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

template <std::size_t n>
bool isIn(const std::array<std::string_view, n>& words, std::string_view word)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// One lower-case character of the text at `at`, and how many bytes it took; '\0' for a separator, '\'' for a sign that
/// joins.
std::pair<char, std::size_t> readCharacter(std::string_view text, std::size_t at)
{
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) {
        const char c = static_cast<char>(byte >= 'A' && byte <= 'Z' ? byte + 32 : byte);
        if (isLetterOrDigit(c) || c == '\'') return {c, 1};
        return {'\0', 1};
    }
    if (byte == 0xC3 && at + 1 < text.size()) {
        const auto index = static_cast<std::size_t>(static_cast<unsigned char>(text[at + 1])) - 0x80U;
        return {index < latin1.size() ? latin1[index] : '\0', 2};
    }
    if (byte == 0xE2 && text.substr(at, 3) == "\xE2\x80\x99") return {'\'', 3};
    std::size_t size = 1;
    while (at + size < text.size() && (static_cast<unsigned char>(text[at + size]) & 0xC0U) == 0x80U) ++size;
    return {'\0', size};
}

void dropPossessive(std::string& word)
{
    if (word.size() > 2 && word.ends_with("'s")) word.resize(word.size() - 2);
    std::erase(word, '\'');
}

template <typename Take>
void eachWord(std::string_view text, Take take)
{
    std::string word;
    std::size_t begin = 0;
    const auto finish = [&](std::size_t end) {
        dropPossessive(word);
        if (!word.empty()) take(word, begin, end - begin);
        word.clear();
    };
    for (std::size_t at = 0; at < text.size();) {
        auto [c, size] = readCharacter(text, at);
        const bool isPoint =
            text[at] == '.' && !word.empty() && isDigit(word.back()) && at + 1 < text.size() && isDigit(text[at + 1]);
        if (isPoint) c = '.';
        if (c == '\0') {
            finish(at);
        } else {
            if (word.empty()) begin = at;
            word.push_back(c);
        }
        at += size;
    }
    finish(text.size());
}

}  // namespace

void eachRawWord(std::string_view text,
                 const std::function<void(const std::string& raw, std::size_t begin, std::size_t size)>& take)
{
    eachWord(text, take);
}

std::string stemOf(std::string_view raw)
{
    std::string word(raw);
    if (word.size() <= 4 || word.back() != 's' || isDigit(word[0])) return word;
    if (word.ends_with("ies")) {
        word.resize(word.size() - 3);
        word.push_back('y');
        return word;
    }
    for (const std::string_view ending : {"sses", "xes", "ches", "shes"}) {
        if (word.ends_with(ending)) {
            word.resize(word.size() - 2);
            return word;
        }
    }
    for (const std::string_view kept : {"ss", "us", "is", "as"})
        if (word.ends_with(kept)) return word;
    word.pop_back();
    return word;
}

std::vector<std::string> wordsOf(std::string_view text)
{
    std::vector<std::string> words;
    eachWord(text, [&](const std::string& word, std::size_t, std::size_t) { words.push_back(stemOf(word)); });
    return words;
}

std::vector<PlacedWord> placedWordsOf(std::string_view text)
{
    std::vector<PlacedWord> words;
    eachWord(text, [&](const std::string& word, std::size_t begin, std::size_t size) {
        words.push_back({word, stemOf(word), begin, size});
    });
    return words;
}

std::string keyOf(const std::vector<std::string>& words)
{
    std::string key;
    for (const auto& word : words) {
        if (!key.empty()) key.push_back(' ');
        key += word;
    }
    return key;
}

WordClass classOf(std::string_view stem) noexcept
{
    if (isIn(stopWords, stem)) return WordClass::stop;
    if (isIn(fillerWords, stem)) return WordClass::filler;
    if (isIn(qualifierWords, stem)) return WordClass::qualifier;
    return WordClass::ordinary;
}

}  // namespace cw::search
