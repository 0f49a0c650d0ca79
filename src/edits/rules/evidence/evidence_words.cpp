#include "edits/rules/evidence/evidence_words.h"

#include "edits/rules/evidence/evidence_phrases.h"

#include <algorithm>

namespace cw::edits {

namespace {

constexpr std::size_t termReach = 6;  // Words between a term and the quote that it speaks of.
constexpr std::size_t historyReach = 10;
constexpr std::size_t behindReach = 4;

/// From one token to behind another.
struct Range {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool holds(std::size_t at) const noexcept { return begin <= at && at < end; }
    bool isEmpty() const noexcept { return begin >= end; }
};

bool isSameWord(std::string_view a, std::string_view b) noexcept
{
    const auto same = [](char x, char y) { return (x | 0x20) == (y | 0x20); };
    if (a.size() > b.size()) std::swap(a, b);
    if (!std::equal(a.begin(), a.end(), b.begin(), same)) return false;
    const auto rest = b.substr(a.size());
    return rest.empty() || isWord(rest, "s") || isWord(rest, "es");
}

/// True when a token inside (or outside) of the ranges is a word of the title that says something.
bool namesTitleWord(const Tokens& tokens, const Tokens& title, Range ahead, Range behind, bool inside)
{
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if ((ahead.holds(i) || behind.holds(i)) != inside) continue;
        const Token& token = tokens[i];
        if (!token.isWord() || token.text.size() < 4 || isEmptyTitleWord(token)) continue;
        for (const auto& word : title)
            if (word.isWord() && word.text.size() >= 4 && isSameWord(word.text, token.text)) return true;
    }
    return false;
}

/// What the term reaches in a text of its own: to the next mark or joining word on either side.
Range reachAhead(const Tokens& tokens, const PhraseHit& hit)
{
    std::size_t end = hit.end;
    while (end < tokens.size() && tokens[end].isWord() && !endsReach(tokens[end])) ++end;
    return {hit.end, end};
}

Range reachBehind(const Tokens& tokens, const PhraseHit& hit)
{
    std::size_t begin = hit.begin;
    while (begin > 0 && tokens[begin - 1].isWord() && !endsReach(tokens[begin - 1])) --begin;
    return {begin, hit.begin};
}

bool hasOnlyFillerBefore(const Tokens& tokens, std::size_t end)
{
    return std::all_of(tokens.begin(), tokens.begin() + static_cast<std::ptrdiff_t>(end), [](const Token& token) {
        return !token.isWord() || isFiller(token) || (token.text.front() >= '0' && token.text.front() <= '9');
    });
}

void set(WordsSay& says, Term term)
{
    switch (term) {
    case Term::uncertain: says.uncertain = true; break;
    case Term::ruledOut: says.ruledOut = true; break;
    case Term::denied: says.denied = true; break;
    case Term::past: says.past = true; break;
    case Term::family: says.family = true; break;
    case Term::exposed: says.onlyExposed = true; break;
    }
}

/// A term inside the quote.
bool countsInQuote(const Tokens& quote, const PhraseHit& hit, const Tokens& title)
{
    if (hit.reach == Reach::adjacent) return false;
    Range ahead = hit.reach == Reach::behind ? Range{} : reachAhead(quote, hit);
    Range behind = hit.reach == Reach::ahead ? Range{} : reachBehind(quote, hit);
    if (ahead.isEmpty() && behind.isEmpty()) behind = {0, hit.begin};
    const bool isStrict = hit.term == Term::past || hit.term == Term::denied || hit.term == Term::family;
    if (isStrict && hasOnlyFillerBefore(quote, hit.begin)) {
        // "history of stroke, here with pneumonia" for the pneumonia.
        return title.empty() || namesTitleWord(quote, title, ahead, behind, true) ||
               !namesTitleWord(quote, title, ahead, behind, false);
    }
    if (title.empty()) return !isStrict;
    if (namesTitleWord(quote, title, ahead, behind, true)) return true;
    return !isStrict && !namesTitleWord(quote, title, ahead, behind, false);
}

/// "COPD, possible pneumonia": no word of the title says of which of the two the term speaks.
bool mayMeanAnother(const Tokens& quote, const PhraseHit& hit, const Tokens& title)
{
    const Range ahead = hit.reach == Reach::behind ? Range{} : reachAhead(quote, hit);
    const Range behind = hit.reach == Reach::ahead ? Range{} : reachBehind(quote, hit);
    if (ahead.isEmpty() && behind.isEmpty()) return false;
    if (namesTitleWord(quote, title, ahead, behind, true)) return false;
    const auto names = [&quote](std::size_t from, std::size_t to) {
        return std::any_of(quote.begin() + static_cast<std::ptrdiff_t>(from),
                           quote.begin() + static_cast<std::ptrdiff_t>(to), [](const Token& token) {
                               return token.isWord() && !isFiller(token) && !isAuxiliary(token) && !endsReach(token);
                           });
    };
    return names(0, behind.isEmpty() ? hit.begin : behind.begin) || (ahead.isEmpty() && names(hit.end, quote.size()));
}

/// Where the quote stands in the sentence; empty when it does not.
Range placeIn(const Tokens& sentence, const Tokens& quote)
{
    std::size_t first = 0;
    std::size_t last = quote.size();
    while (first < last && !quote[first].isWord()) ++first;
    while (last > first && !quote[last - 1].isWord()) --last;
    if (first == last) return {};
    const auto isSame = [](const Token& a, const Token& b) {
        return a.kind == b.kind && a.text.size() == b.text.size() && isSameWord(a.text, b.text);
    };
    const auto found = std::search(sentence.begin(), sentence.end(), quote.begin() + static_cast<std::ptrdiff_t>(first),
                                   quote.begin() + static_cast<std::ptrdiff_t>(last), isSame);
    if (found == sentence.end()) return {};
    const auto begin = static_cast<std::size_t>(found - sentence.begin());
    return {begin, begin + last - first};
}

/// A term before the quote, from its end to where the quote begins.
bool reachesQuote(const Tokens& sentence, const PhraseHit& hit, std::size_t quote)
{
    static const std::vector<std::string_view> causes = {"due", "secondary", "from", "in", "on"};
    static const std::vector<std::string_view> qualities = {"acute",   "new",   "active",
                                                            "current", "known", "significant"};
    const bool isHistory = hit.term == Term::past || hit.term == Term::family;
    std::size_t words = 0;
    for (std::size_t i = hit.end; i < quote; ++i, ++words) {
        const Token& token = sentence[i];
        if (token.kind == Token::Kind::stop) return false;
        if (isHistory) {
            if (endsHistory(token)) return false;
            continue;
        }
        if (!token.isWord() || endsReach(token)) return false;
        if (i > hit.end && isAnyOf(token, causes)) return false;  // "likely X due to Y", but "likely due to Y".
        if (hit.reach == Reach::adjacent && !isAnyOf(token, qualities)) return false;
    }
    return words <= (isHistory ? historyReach : termReach);
}

/// A term behind the quote: "pneumonia is suspected", "pneumonia, probable".
bool reachesBack(const Tokens& sentence, const PhraseHit& hit, std::size_t quoteEnd)
{
    static const std::vector<std::string_view> continued = {"at", "given", "based", "but",  "and",
                                                            "by", "per",   "on",    "after"};
    std::size_t i = quoteEnd;
    if (i + 1 == hit.begin && sentence[i].kind == Token::Kind::comma) ++i;
    if (hit.begin - i > behindReach) return false;
    for (; i < hit.begin; ++i)
        if (!isAuxiliary(sentence[i])) return false;
    return hit.end >= sentence.size() || !sentence[hit.end].isWord() || isAnyOf(sentence[hit.end], continued);
}

void readSentence(WordsSay& says, const Tokens& sentence, Range quote)
{
    for (std::size_t i = 0; i < sentence.size();) {
        const auto hit = phraseHit(sentence, i);
        i = hit ? hit->end : i + 1;
        if (!hit) continue;
        if (hit->end <= quote.begin && hit->reach != Reach::behind && reachesQuote(sentence, *hit, quote.begin))
            set(says, hit->term);
        else if (hit->begin >= quote.end && (hit->reach == Reach::behind || hit->reach == Reach::either) &&
                 reachesBack(sentence, *hit, quote.end))
            set(says, hit->term);
    }
}

}  // namespace

WordsSay readWords(std::string_view quote, std::string_view sentence, std::string_view title)
{
    WordsSay says;
    const Tokens quoted = tokensOf(quote);
    Tokens titled;
    bool hasTitle = false;
    for (std::size_t i = 0; i < quoted.size();) {
        const auto hit = phraseHit(quoted, i);
        i = hit ? hit->end : i + 1;
        if (!hit) continue;
        if (!hasTitle) titled = tokensOf(title);
        hasTitle = true;
        if (!countsInQuote(quoted, *hit, titled)) continue;
        set(says, hit->term);
        says.isGuess = says.isGuess || mayMeanAnother(quoted, *hit, titled);
    }
    if (!sentence.empty()) {
        const Tokens around = tokensOf(sentence);
        if (const Range place = placeIn(around, quoted); !place.isEmpty()) readSentence(says, around, place);
    }
    if (says.past && (saysStillActive(quote) || saysStillActive(sentence))) says.past = false;
    if (says.onlyExposed && (saysConfirmed(quote) || saysConfirmed(sentence))) says.onlyExposed = false;
    return says;
}

bool mentions(std::string_view text, std::span<const std::string_view> phrases)
{
    if (text.empty()) return false;
    const Tokens tokens = tokensOf(text);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const char first = static_cast<char>(tokens[i].text.front() | 0x20);
        for (const auto phrase : phrases)
            if (phrase.front() == first && phraseAt(tokens, i, phrase) > 0) return true;
    }
    return false;
}

std::vector<std::string_view> phraseList(std::string_view literal)
{
    std::vector<std::string_view> phrases;
    while (!literal.empty()) {
        const auto end = std::min(literal.find("; "), literal.size());
        phrases.push_back(literal.substr(0, end));
        literal.remove_prefix(std::min(end + 2, literal.size()));
    }
    return phrases;
}

std::size_t behindPhrase(std::string_view text, std::string_view phrase)
{
    const Tokens tokens = tokensOf(text);
    for (std::size_t i = 0; i < tokens.size(); ++i)
        if (const auto taken = phraseAt(tokens, i, phrase); taken > 0) {
            const auto& last = tokens[i + taken - 1].text;
            return static_cast<std::size_t>(last.data() - text.data()) + last.size();
        }
    return std::string_view::npos;
}

bool sharesWord(std::string_view text, std::string_view other)
{
    const Tokens others = tokensOf(other);
    for (const auto& token : tokensOf(text))
        for (const auto& word : others)
            if (token.isWord() && word.isWord() && std::min(token.text.size(), word.text.size()) >= 4 &&
                isSameWord(token.text, word.text))
                return true;
    return false;
}

}  // namespace cw::edits
