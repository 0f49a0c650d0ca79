#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace cw::search {

/// The words of a text as the index knows them: lower case without accents, plural and possessive endings taken off.
/// Letters and digits make words; a decimal point stays inside a number ("0.5").
std::vector<std::string> wordsOf(std::string_view text);

/// A word and where it stands in the text, for highlighting.
struct PlacedWord {
    std::string raw;   ///< Lower case, without accents.
    std::string stem;  ///< As the index knows it.
    std::size_t begin = 0;
    std::size_t size = 0;
};
std::vector<PlacedWord> placedWordsOf(std::string_view text);

/// Each word before its endings are taken off, with begin and size of its place.
void eachRawWord(std::string_view text,
                 const std::function<void(const std::string& raw, std::size_t begin, std::size_t size)>& take);

/// "fractures" and "fracture" are one word to the index.
std::string stemOf(std::string_view raw);

/// Words joined by single blanks: the key of a term.
std::string keyOf(const std::vector<std::string>& words);

/// How much a word tells. Words that say nothing of the condition (of, unspecified, encounter) hardly count when a
/// title is compared with a query, whatever their frequency.
enum class WordClass {
    ordinary,
    stop,      ///< of, the, and: never required of a title.
    filler,    ///< unspecified, other, type: not required either.
    qualifier  ///< right, left, initial, subsequent: required when asked for, else they hardly count.
};
WordClass classOf(std::string_view stem) noexcept;

}  // namespace cw::search
