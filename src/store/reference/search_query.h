#pragma once

#include "codeset/code_library.h"

#include <string>
#include <string_view>
#include <vector>

namespace cw::store {

/// What a user typed, taken apart. Any text is a query; one without letters or digits finds nothing.
struct SearchQuery {
    std::string code;                ///< Compact, upper case, when the whole query may be a code or the start of one.
    std::vector<std::string> words;  ///< Lower case, without accents, each once, at most twelve.

    /// As full-text expression: every word as a prefix. Safe for any query.
    std::string allWords() const;
    static std::string oneWord(std::string_view word);
};

SearchQuery parseQuery(const SearchRequest& request);

/// The words of a title, lower case and without accents, split as the full-text index splits them.
std::vector<std::string> titleWords(std::string_view title);

/// How well a title fits the words: 0 for the same words in the same order, greater is worse. `code` counts as a word.
int titleDistance(const std::vector<std::string>& words, std::string_view title, std::string_view code);

}  // namespace cw::store
