#include "search/slot.h"

#include "search/ranking.h"
#include "search/words.h"

#include <algorithm>

namespace cw::search {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isNumber(std::string_view word)
{
    return !word.empty() && isDigit(word[0]);
}

template <typename Record, typename Key>
std::span<const Record> equalTo(const Index& index, std::span<const Record> all, Key key, std::string_view word)
{
    const auto first = std::partition_point(all.begin(), all.end(),
                                            [&](const Record& record) { return index.text(record.*key) < word; });
    auto last = first;
    while (last != all.end() && index.text((*last).*key) == word) ++last;
    return {first, last};
}

void setWeight(const Index& index, Slot& slot, std::string_view stem)
{
    const auto kind = classOf(stem);
    slot.isRequired = kind == WordClass::ordinary || kind == WordClass::qualifier;
    slot.weight = kind == WordClass::stop ? 0.02F : kind == WordClass::filler ? 0.08F : 0.3F;
    if (kind != WordClass::ordinary) return;
    slot.weight = slot.hasExact ? 0.2F : 0.6F;
    for (const auto& alternative : slot.alternatives) {
        if (alternative.isPrefix || alternative.terms.isEmpty()) continue;
        slot.weight = std::max(slot.weight, index.terms()[alternative.terms.first].weight);
    }
}

}  // namespace

std::span<const format::Variant> variantsOf(const Index& index, std::string_view word)
{
    return equalTo(index, index.variants(), &format::Variant::word, word);
}
std::span<const format::Synonym> synonymsOf(const Index& index, std::string_view key)
{
    return equalTo(index, index.synonyms(), &format::Synonym::key, key);
}

float Slot::quality(const Index& index, std::uint32_t term) const noexcept
{
    float best = 0;
    for (const auto& alternative : alternatives) {
        if (term < alternative.terms.first || term >= alternative.terms.last) continue;
        float quality = alternative.quality;
        if (alternative.isPrefix) quality *= ranking::ofPrefix(alternative.typed, index.terms()[term].text.size);
        best = std::max(best, quality);
    }
    return best;
}

Slot makeSlot(const Index& index, std::string_view raw, std::string_view stem, bool isOpen, bool isExact)
{
    Slot slot;
    slot.raw = raw;
    slot.stem = stem;
    const auto exact = index.exactTerm(stem);
    slot.hasExact = !exact.isEmpty();
    if (slot.hasExact) slot.alternatives.push_back({exact, 1.0F, false, 0});
    const bool isTooShort = (raw.size() < 2 && !isOpen) || isNumber(raw);
    if (!isExact && !(isTooShort && slot.hasExact)) {
        const auto range = index.termsWithPrefix(raw);
        if (!range.isEmpty()) slot.alternatives.push_back({range, 1.0F, true, static_cast<std::uint8_t>(raw.size())});
    }
    for (const auto& variant : variantsOf(index, stem)) {
        const auto other = index.exactTerm(index.text(variant.sameAs));
        if (!other.isEmpty()) slot.alternatives.push_back({other, ranking::variantWord, false, 0});
    }
    setWeight(index, slot, stem);
    return slot;
}

std::optional<Slot> correctedSlot(const Index& index, CorrectionCache& cache, const Slot& slot, bool isOpen, bool keep)
{
    const auto& corrections = cache.of(index, slot.stem, isOpen);
    if (corrections.empty()) return std::nullopt;
    Slot better = slot;
    better.isCorrected = true;
    if (!keep) better.alternatives.clear();
    for (const auto& correction : corrections) {
        const float quality = (correction.distance <= 1 ? 0.9F : 0.72F) * (correction.isWhole ? 1.0F : 0.9F);
        better.alternatives.push_back(
            {correction.terms, quality, !correction.isWhole, static_cast<std::uint8_t>(slot.raw.size())});
    }
    setWeight(index, better, better.raw);
    better.raw = index.text(index.terms()[corrections.front().terms.first].text);
    return better;
}

}  // namespace cw::search
