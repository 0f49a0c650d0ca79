#pragma once

#include <span>
#include <string_view>
#include <vector>

namespace cw::edits {

/// How the words of a document speak of the condition that they are proof of. Several may be set; none set means that
/// the words state the condition plainly, or say nothing of it.
struct WordsSay {
    bool uncertain = false;    ///< "possible", "rule out", "still to be ruled out", "consistent with"
    bool ruledOut = false;     ///< "ruled out", and not "cannot be ruled out"
    bool denied = false;       ///< "no evidence of", "negative for", "no history of"
    bool past = false;         ///< "history of", "s/p", and nothing that says it is still there
    bool family = false;       ///< "family history of"
    bool isGuess = false;      ///< A term counts, but the quote names something else that it may be about.
    bool onlyExposed = false;  ///< "exposure to", "inconclusive", and nothing that says "positive" or "confirmed"
};

/// Reads the proof of one code. `sentence` is the sentence of the document around the quote, or empty; `title` that of
/// the code, or empty.
///
/// In the quote a term counts wherever it stands, unless words of the code's title stand outside its reach and none
/// within: "migraine, possible sinusitis" is plain proof of a migraine. In the sentence a term counts when it stands
/// before the quote (at most six words, no comma, semicolon, full stop, "and", "with" or "but" between) or directly
/// behind it ("pneumonia is suspected"). History reaches further: over commas and "and", up to a verb.
/// ASCII case is ignored; words are whole words. The texts may be anything, also no valid UTF-8.
WordsSay readWords(std::string_view quote, std::string_view sentence, std::string_view title);

/// True when one of the phrases stands in the text as whole words; hyphens count as blanks. Phrases are lower case.
bool mentions(std::string_view text, std::span<const std::string_view> phrases);

/// Phrases of a literal, parted by "; ": "due to; secondary to". They point into it.
std::vector<std::string_view> phraseList(std::string_view literal);

/// Position behind the phrase in the text, as `mentions` finds it; npos when it is not there.
std::size_t behindPhrase(std::string_view text, std::string_view phrase);

/// True when the texts have a word of four letters or more in common.
bool sharesWord(std::string_view text, std::string_view other);

}  // namespace cw::edits
