#include "search/build_state.h"
#include "search/words.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace cw::search {

namespace {

float weightOf(const std::string& word, std::uint32_t wordings, double all)
{
    switch (classOf(word)) {
    case WordClass::stop: return 0.01F;
    case WordClass::filler: return word == "unspecified" || word == "nos" ? 0.02F : 0.09F;
    case WordClass::qualifier: return 0.10F;
    case WordClass::ordinary: break;
    }
    const double rarity = std::log(all / (wordings + 1.0)) / std::log(all);
    return static_cast<float>(std::clamp(rarity, 0.2, 1.0));
}

/// The most telling wordings first, so that a scan may stop early: short ones, our own terms, everyday codes.
float staticKey(const BuildState& state, const BuiltPhrase& phrase, float weight)
{
    const auto target = state.table.targets[phrase.firstTarget];
    const auto& code = state.entries.code(target);
    float key = weight;
    if (phrase.kind >= PhraseKind::abbreviation) key -= phrase.rank == 1 ? 2.0F : 0.0F;
    if (code.isCommon) key -= 0.7F;
    if (!state.entries.latest(target).billable) key += 0.3F;
    if (code.system == CodeSystem::icd10pcs) key += 0.8F;
    if (state.isEpisode[target] != 0 && code.code.back() != 'A') key += 3.0F;
    return key;
}

}  // namespace

void orderWords(BuildState& state)
{
    const auto order = state.table.vocabulary.sorted();
    for (auto& word : state.table.words) word = order.placeOf[word];
    state.terms.resize(order.numberAt.size());
    std::vector<std::uint32_t> wordings(state.terms.size());
    for (const auto word : state.table.words) ++wordings[word];
    const double all = static_cast<double>(state.table.phrases.size() + 2);
    for (std::uint32_t place = 0; place < state.terms.size(); ++place) {
        const auto& word = state.table.vocabulary.words()[order.numberAt[place]];
        state.terms[place].text = state.put(word);
        state.terms[place].weight = weightOf(word, wordings[place], all);
    }
}

void orderPhrases(BuildState& state)
{
    state.isEpisode.resize(state.entries.size());
    for (std::uint32_t entry = 0; entry < state.entries.size(); ++entry)
        state.isEpisode[entry] = state.entries.isEpisode(entry) ? 1 : 0;
    const auto count = state.table.phrases.size();
    std::vector<float> weights(count);
    std::vector<std::pair<float, std::uint32_t>> order(count);
    std::vector<std::uint32_t> seen;
    for (std::uint32_t at = 0; at < count; ++at) {
        const auto& phrase = state.table.phrases[at];
        const auto first = state.table.words.begin() + phrase.firstWord;
        seen.assign(first, first + (phrase.wordCount - phrase.optionalCount));
        std::sort(seen.begin(), seen.end());
        seen.erase(std::unique(seen.begin(), seen.end()), seen.end());
        for (const auto word : seen) weights[at] += state.terms[word].weight;
        order[at] = {staticKey(state, phrase, weights[at]), at};
    }
    std::sort(order.begin(), order.end());
    state.phrases.reserve(count);
    std::vector<std::uint32_t> words;
    words.reserve(state.table.words.size());
    for (const auto& [key, at] : order) {
        const auto& built = state.table.phrases[at];
        format::Phrase phrase = {};
        phrase.firstWord = static_cast<std::uint32_t>(words.size());
        phrase.firstTarget = built.firstTarget;
        phrase.text = built.text.empty() ? format::Text{} : state.put(built.text);
        phrase.weight = weights[at];
        phrase.wordCount = built.wordCount;
        phrase.targetCount = built.targetCount;
        phrase.kind = static_cast<std::uint8_t>(built.kind);
        phrase.rank = built.rank;
        for (std::uint16_t word = 0; word < built.wordCount; ++word) {
            const bool isOptional = word >= built.wordCount - built.optionalCount;
            words.push_back(state.table.words[built.firstWord + word] | (isOptional ? format::optionalBit : 0U));
        }
        state.phrases.push_back(phrase);
    }
    state.table.words = std::move(words);
    state.sections.put(format::SectionId::phrases, state.phrases);
    state.sections.put(format::SectionId::phraseWords, state.table.words);
}

void writePostings(BuildState& state)
{
    std::vector<std::uint32_t> lastPhrase(state.terms.size(), 0xFFFFFFFFU);
    const auto eachPosting = [&](auto take) {
        std::fill(lastPhrase.begin(), lastPhrase.end(), 0xFFFFFFFFU);
        for (std::uint32_t at = 0; at < state.phrases.size(); ++at) {
            for (std::uint16_t i = 0; i < state.phrases[at].wordCount; ++i) {
                const auto word = state.table.words[state.phrases[at].firstWord + i] & ~format::optionalBit;
                if (std::exchange(lastPhrase[word], at) != at) take(word, at);
            }
        }
    };
    eachPosting([&](std::uint32_t word, std::uint32_t) { ++state.terms[word].postingCount; });
    std::uint32_t first = 0;
    for (auto& term : state.terms) {
        term.firstPosting = first;
        first += term.postingCount;
    }
    state.postings.resize(first);
    std::vector<std::uint32_t> next(state.terms.size());
    for (std::size_t word = 0; word < state.terms.size(); ++word) next[word] = state.terms[word].firstPosting;
    eachPosting([&](std::uint32_t word, std::uint32_t phrase) { state.postings[next[word]++] = phrase; });
    state.sections.put(format::SectionId::postings, state.postings);
}

}  // namespace cw::search
