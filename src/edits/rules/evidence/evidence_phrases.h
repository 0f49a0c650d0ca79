#pragma once

#include "edits/rules/evidence/evidence_tokens.h"

#include <optional>

namespace cw::edits {

/// What a phrase says of the condition near it.
enum class Term { uncertain, ruledOut, denied, past, family, exposed };

/// Where the condition stands to the phrase.
enum class Reach {
    ahead,    ///< Behind the phrase: "possible pneumonia".
    behind,   ///< Before it: "pneumonia cannot be excluded".
    either,   ///< "suspected pneumonia", "pneumonia suspected".
    adjacent  ///< The next word, and only around a quote: "no pneumonia".
};

struct PhraseHit {
    Term term = Term::uncertain;
    Reach reach = Reach::ahead;
    std::size_t begin = 0;  ///< Tokens.
    std::size_t end = 0;
};

/// The phrase that stands at this place, the longest when several do, with what is before and behind it read as well:
/// "not ruled out" is uncertain, "no history of" denied, "if possible" nothing.
std::optional<PhraseHit> phraseHit(const Tokens& tokens, std::size_t at);

bool saysStillActive(std::string_view text);  ///< "currently", "exacerbation": the condition is not only history.
bool saysConfirmed(std::string_view text);    ///< "positive", "confirmed"

/// Words that end the reach of a term: "but", "and", "with".
bool endsReach(const Token& token) noexcept;
/// Verbs and words of a new thought, which end the reach of "history of".
bool endsHistory(const Token& token) noexcept;
/// "is", "has", "been", "not": words between a condition and a term behind it.
bool isAuxiliary(const Token& token) noexcept;
/// "patient", "with", "known": words before "history of" that name no condition.
bool isFiller(const Token& token) noexcept;
/// Words of titles that name nothing: "unspecified", "acute".
bool isEmptyTitleWord(const Token& token) noexcept;

}  // namespace cw::edits
