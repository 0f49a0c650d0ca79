#include "edits/rules/evidence/evidence_phrases.h"

#include "edits/rules/evidence/evidence_words.h"

#include <algorithm>

namespace cw::edits {

namespace {

struct Phrase {
    std::string_view words;
    Term term;
    Reach reach;
};

// The terms of guidelines II.H and IV.H first, then others that say the same.
constexpr Phrase phrases[] = {
    {"probable", Term::uncertain, Reach::either},
    {"suspected", Term::uncertain, Reach::either},
    {"likely", Term::uncertain, Reach::either},
    {"questionable", Term::uncertain, Reach::either},
    {"possible", Term::uncertain, Reach::either},
    {"rule out", Term::uncertain, Reach::ahead},
    {"compatible with", Term::uncertain, Reach::ahead},
    {"consistent with", Term::uncertain, Reach::ahead},
    {"working diagnosis", Term::uncertain, Reach::either},
    {"working dx", Term::uncertain, Reach::either},
    {"r/o", Term::uncertain, Reach::ahead},
    {"ruling out", Term::uncertain, Reach::ahead},
    {"probably", Term::uncertain, Reach::either},
    {"possibly", Term::uncertain, Reach::either},
    {"unlikely", Term::uncertain, Reach::either},
    {"not likely", Term::uncertain, Reach::either},
    {"suspect", Term::uncertain, Reach::ahead},
    {"suspects", Term::uncertain, Reach::ahead},
    {"suspicion of", Term::uncertain, Reach::ahead},
    {"suspicion for", Term::uncertain, Reach::ahead},
    {"suspicious for", Term::uncertain, Reach::ahead},
    {"presumed", Term::uncertain, Reach::either},
    {"presumptive", Term::uncertain, Reach::ahead},
    {"presumably", Term::uncertain, Reach::either},
    {"concern for", Term::uncertain, Reach::ahead},
    {"concerns for", Term::uncertain, Reach::ahead},
    {"concerning for", Term::uncertain, Reach::ahead},
    {"worrisome for", Term::uncertain, Reach::ahead},
    {"suggestive of", Term::uncertain, Reach::ahead},
    {"indicative of", Term::uncertain, Reach::ahead},
    {"comparable with", Term::uncertain, Reach::ahead},
    {"c/w", Term::uncertain, Reach::ahead},
    {"appears to be", Term::uncertain, Reach::ahead},
    {"may represent", Term::uncertain, Reach::ahead},
    {"might represent", Term::uncertain, Reach::ahead},
    {"could represent", Term::uncertain, Reach::ahead},
    {"could be", Term::uncertain, Reach::ahead},
    {"might be", Term::uncertain, Reach::ahead},
    {"equivocal for", Term::uncertain, Reach::ahead},
    {"unconfirmed", Term::uncertain, Reach::either},
    {"not confirmed", Term::uncertain, Reach::behind},
    {"doubtful", Term::uncertain, Reach::either},
    {"provisional diagnosis", Term::uncertain, Reach::either},
    {"tentative diagnosis", Term::uncertain, Reach::either},
    {"differential diagnosis", Term::uncertain, Reach::ahead},
    {"differential includes", Term::uncertain, Reach::ahead},
    {"cannot exclude", Term::uncertain, Reach::ahead},
    {"can't exclude", Term::uncertain, Reach::ahead},
    {"cannot rule out", Term::uncertain, Reach::ahead},
    {"can't rule out", Term::uncertain, Reach::ahead},
    {"cannot be excluded", Term::uncertain, Reach::behind},
    {"not excluded", Term::uncertain, Reach::behind},

    {"ruled out", Term::ruledOut, Reach::either},
    {"rules out", Term::ruledOut, Reach::ahead},
    {"been excluded", Term::ruledOut, Reach::behind},
    {"was excluded", Term::ruledOut, Reach::behind},

    {"no evidence of", Term::denied, Reach::ahead},
    {"no evidence for", Term::denied, Reach::ahead},
    {"without evidence of", Term::denied, Reach::ahead},
    {"no sign of", Term::denied, Reach::ahead},
    {"no signs of", Term::denied, Reach::ahead},
    {"negative for", Term::denied, Reach::ahead},
    {"absence of", Term::denied, Reach::ahead},
    {"free of", Term::denied, Reach::ahead},
    {"denies", Term::denied, Reach::ahead},
    {"denied", Term::denied, Reach::ahead},
    {"does not have", Term::denied, Reach::ahead},
    {"no", Term::denied, Reach::adjacent},

    {"history of", Term::past, Reach::ahead},
    {"hx of", Term::past, Reach::ahead},
    {"h/o", Term::past, Reach::ahead},
    {"hx", Term::past, Reach::ahead},
    {"s/p", Term::past, Reach::ahead},
    {"status post", Term::past, Reach::ahead},

    {"family history", Term::family, Reach::ahead},
    {"family hx", Term::family, Reach::ahead},
    {"fhx", Term::family, Reach::ahead},

    {"exposure to", Term::exposed, Reach::ahead},
    {"exposed to", Term::exposed, Reach::ahead},
    {"contact with", Term::exposed, Reach::ahead},
    {"exposure", Term::exposed, Reach::behind},
    {"inconclusive", Term::exposed, Reach::either},
    {"indeterminate", Term::exposed, Reach::either},
    {"under investigation for", Term::exposed, Reach::ahead},
};

constexpr std::size_t letterOf(char c) noexcept  // 26 for what is none.
{
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'z' ? static_cast<std::size_t>(lower - 'a') : 26;
}

/// Phrases by their first two letters, longer ones first.
const std::vector<const Phrase*>& phrasesOf(std::string_view word)
{
    static const auto byLetters = [] {
        std::vector<std::vector<const Phrase*>> all(27 * 27);
        for (const auto& phrase : phrases)
            all[letterOf(phrase.words[0]) * 27 + letterOf(phrase.words[1])].push_back(&phrase);
        for (auto& some : all)
            std::stable_sort(some.begin(), some.end(),
                             [](const auto* a, const auto* b) { return a->words.size() > b->words.size(); });
        return all;
    }();
    return byLetters[letterOf(word[0]) * 27 + (word.size() > 1 ? letterOf(word[1]) : 26)];
}

const Token* nextWord(const Tokens& tokens, std::size_t at) noexcept
{
    return at < tokens.size() && tokens[at].isWord() ? &tokens[at] : nullptr;
}

/// True when one of the `reach` words before the place, without a mark between, is one of these.
bool isAfter(const Tokens& tokens, std::size_t at, std::size_t reach, const std::vector<std::string_view>& words)
{
    for (std::size_t back = 1; back <= reach && back <= at; ++back) {
        const Token& token = tokens[at - back];
        if (!token.isWord()) return false;
        if (isAnyOf(token, words)) return true;
    }
    return false;
}

bool isNegated(const Tokens& tokens, std::size_t at)
{
    static const std::vector<std::string_view> negations = {"no",     "not",     "without", "never",
                                                            "denies", "doesn't", "isn't",   "longer"};
    return isAfter(tokens, at, 2, negations);
}

/// "still to be ruled out", "has not been ruled out", "if MI is ruled out".
bool isOpen(const Tokens& tokens, std::size_t at)
{
    static const std::vector<std::string_view> open = {
        "not",   "cannot", "can't",  "can\xE2\x80\x99t", "couldn't", "yet",    "until", "still", "should",
        "must",  "need",   "needs",  "unless",           "if",       "hasn't", "never", "being", "wasn't",
        "isn't", "once",   "unable", "pending"};
    if (isAfter(tokens, at, 5, open)) return true;
    return at >= 2 && isWord(tokens[at - 1], "be") && isWord(tokens[at - 2], "to");
}

/// Uses of the words that say nothing of a diagnosis: "if possible", "likely to benefit", "consistent with prior".
bool isIdle(const Tokens& tokens, std::size_t at, std::size_t end)
{
    static const std::vector<std::string_view> conditions = {"if",       "as",       "when", "where",
                                                             "whenever", "wherever", "than"};
    static const std::vector<std::string_view> outcomes = {
        "side", "risk", "risks", "complication", "benefit", "benefits", "discharge", "adverse", "complications"};
    static const std::vector<std::string_view> earlier = {"prior", "previous", "baseline", "last", "age", "stated"};
    static const std::vector<std::string_view> beings = {"be", "have", "represent", "reflect"};
    const Token* next = nextWord(tokens, end);
    if (isWord(tokens[at], "possible")) return isAfter(tokens, at, 1, conditions) || (next && isAnyOf(*next, outcomes));
    if (isWord(tokens[at], "consistent") || isWord(tokens[at], "compatible")) return next && isAnyOf(*next, earlier);
    if (isWord(tokens[at], "likely") && next && isWord(*next, "to")) {
        const Token* verb = nextWord(tokens, end + 1);
        return !verb || !isAnyOf(*verb, beings);
    }
    return false;
}

/// The term in its surroundings; nothing when it says nothing of a condition.
std::optional<Term> readTerm(const Tokens& tokens, std::size_t at, std::size_t end, const Phrase& phrase)
{
    static const std::vector<std::string_view> refusals = {"no", "denies", "denied", "without", "negative", "any"};
    switch (phrase.term) {
    case Term::uncertain:
        if (isIdle(tokens, at, end) || isNegated(tokens, at)) return std::nullopt;
        return Term::uncertain;
    case Term::ruledOut: return isOpen(tokens, at) ? Term::uncertain : Term::ruledOut;
    case Term::past:
        if (const Token* next = nextWord(tokens, end); next && isWord(*next, "present")) return std::nullopt;
        if (isAfter(tokens, at, 1, {"natural", "family"})) return std::nullopt;
        return isAfter(tokens, at, 3, refusals) ? Term::denied : Term::past;
    case Term::family:
    case Term::exposed: return isNegated(tokens, at) ? std::nullopt : std::optional(phrase.term);
    case Term::denied: break;
    }
    return phrase.term;
}

}  // namespace

std::optional<PhraseHit> phraseHit(const Tokens& tokens, std::size_t at)
{
    const Token& token = tokens[at];
    if (token.kind == Token::Kind::doubt) return PhraseHit{Term::uncertain, Reach::ahead, at, at + 1};
    if (!token.isWord()) return std::nullopt;
    for (const Phrase* phrase : phrasesOf(token.text)) {
        const std::size_t taken = phraseAt(tokens, at, phrase->words);
        if (taken == 0) continue;
        const auto term = readTerm(tokens, at, at + taken, *phrase);
        if (!term) return std::nullopt;
        return PhraseHit{*term, phrase->reach, at, at + taken};
    }
    return std::nullopt;
}

bool saysStillActive(std::string_view text)
{
    static constexpr std::string_view words[] = {
        "current",       "currently",  "active",       "ongoing",    "undergoing", "still",     "continues",
        "on treatment",  "controlled", "uncontrolled", "worsening",  "flare",      "recurrent", "recurrence",
        "being treated", "stable on",  "exacerbation", "persistent", "metastatic"};
    return mentions(text, words);
}

bool saysConfirmed(std::string_view text)
{
    static constexpr std::string_view words[] = {"positive", "confirmed", "detected", "diagnosed", "pos"};
    return mentions(text, words);
}

bool endsReach(const Token& token) noexcept
{
    static const std::vector<std::string_view> words = {"but", "however", "although", "though", "except",
                                                        "and", "with",    "without",  "plus",   "while"};
    return isAnyOf(token, words);
}

bool endsHistory(const Token& token) noexcept
{
    static const std::vector<std::string_view> words = {
        "but",  "however",   "presents", "presented", "presenting", "here",  "now",
        "who",  "is",        "was",      "has",       "admitted",   "comes", "came",
        "seen", "complains", "reports",  "reported",  "for",        "with",  "found"};
    return isAnyOf(token, words);
}

bool isAuxiliary(const Token& token) noexcept
{
    static const std::vector<std::string_view> words = {
        "is",      "was",     "were",   "are",  "has",        "have",  "had",    "been", "be",
        "being",   "still",   "not",    "yet",  "to",         "can",   "could",  "may",  "felt",
        "thought", "remains", "cannot", "also", "considered", "needs", "should", "must"};
    return isAnyOf(token, words);
}

bool isFiller(const Token& token) noexcept
{
    static const std::vector<std::string_view> words = {
        "patient",     "pt",           "the",     "no",        "any",     "a",      "an",       "with",
        "has",         "had",          "have",    "she",       "he",      "they",   "is",       "was",
        "are",         "there",        "known",   "past",      "medical", "prior",  "personal", "remote",
        "long",        "longstanding", "year",    "years",     "old",     "yo",     "y/o",      "male",
        "female",      "man",          "woman",   "currently", "tested",  "pmh",    "pmhx",     "positive",
        "significant", "for",          "history", "who",       "also",    "screen", "screening"};
    return isAnyOf(token, words);
}

bool isEmptyTitleWord(const Token& token) noexcept
{
    static const std::vector<std::string_view> words = {
        "with",      "without",   "unspecified",   "other",        "type",       "disease",  "disorder",  "acute",
        "chronic",   "specified", "elsewhere",     "classified",   "left",       "right",    "bilateral", "initial",
        "encounter", "condition", "side",          "site",         "subsequent", "sequela",  "syndrome",  "mellitus",
        "primary",   "secondary", "status",        "from",         "history",    "personal", "part",      "organism",
        "cause",     "essential", "complications", "complication", "mild",       "moderate", "severe"};
    return isAnyOf(token, words);
}

}  // namespace cw::edits
