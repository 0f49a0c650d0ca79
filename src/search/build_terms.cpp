#include "search/build_state.h"
#include "search/words.h"

#include <algorithm>
#include <string>
#include <tuple>
#include <utility>

namespace cw::search {

void writeSynonyms(BuildState& state)
{
    std::vector<std::pair<std::string, const SourceTerm*>> order;
    for (const auto& term : state.source.knowledge.terms) {
        auto key = keyOf(wordsOf(term.term));
        if (!key.empty()) order.emplace_back(std::move(key), &term);
    }
    std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) {
        return std::tie(a.first, a.second->rank) < std::tie(b.first, b.second->rank);
    });
    std::vector<format::Synonym> synonyms;
    for (const auto& [key, term] : order) {
        format::Synonym synonym = {};
        synonym.key = state.put(key);
        synonym.words = state.put(keyOf(wordsOf(term->words)));
        synonym.label = state.put(term->sense.empty() ? term->words : term->sense);
        synonym.kind = static_cast<std::uint8_t>(term->kind);
        synonym.rank = static_cast<std::uint8_t>(std::clamp(term->rank, 1, 200));
        synonym.firstTarget = static_cast<std::uint32_t>(state.table.targets.size());
        for (const auto& code : term->codes)
            for (const auto target : state.entries.targetsOf(code)) state.table.targets.push_back(target);
        synonym.targetCount =
            static_cast<std::uint16_t>(std::min<std::size_t>(state.table.targets.size() - synonym.firstTarget, 400));
        synonyms.push_back(synonym);
    }
    state.sections.put(format::SectionId::synonyms, synonyms);
    state.sections.put(format::SectionId::targets, state.table.targets);
}

void writeVariants(BuildState& state)
{
    std::vector<std::pair<std::string, std::string>> order;
    for (const auto& variant : state.source.knowledge.variants) {
        auto word = keyOf(wordsOf(variant.word));
        auto sameAs = keyOf(wordsOf(variant.sameAs));
        if (!word.empty() && !sameAs.empty() && word != sameAs) order.emplace_back(std::move(word), std::move(sameAs));
    }
    std::sort(order.begin(), order.end());
    order.erase(std::unique(order.begin(), order.end()), order.end());
    std::vector<format::Variant> variants;
    for (const auto& [word, sameAs] : order) variants.push_back({state.put(word), state.put(sameAs)});
    state.sections.put(format::SectionId::variants, variants);
}

}  // namespace cw::search
