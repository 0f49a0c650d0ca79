#pragma once

#include "edits/notes/note_words.h"

#include <string>
#include <string_view>
#include <vector>

namespace cw::edits {

/// A code or range of codes as it stands in a sentence.
struct CodeMention {
    std::string first;  ///< Dotted, without hyphens: "E11.2"; of "I69." the category.
    std::string last;   ///< Empty unless a range.
    std::size_t begin = 0;
    std::size_t end = 0;  ///< Behind it with its hyphens.
    int parenthesis = 0;  ///< Number of the parenthesis that holds it, 0: none.
    bool isExcepted = false;
};

/// All of them, in order: "E08-E13", "I83.0-", "F10.- -F19.-", "S00.- to S09.-", "S32.1--S32.9".
std::vector<CodeMention> findCodes(std::string_view text, const IsCategory& isCategory);

/// What the text behind codes says of their later characters, as texts for CodePattern: "with fifth or sixth character 1-4
/// or 6", "with .42, .51-.52", "with 7th character B". Empty when it says nothing of the kind.
std::vector<std::string> narrowed(const std::vector<CodeMention>& mentions, std::string_view text,
                                  const IsCategory& isCategory);

/// "E11.2" or "E08-E13" as CodePattern reads it.
std::string patternText(const CodeMention& mention);

}  // namespace cw::edits
