#include "search/candidates.h"

#include "search/ranking.h"

#include <algorithm>
#include <cmath>

namespace cw::search {

namespace {

constexpr std::size_t mostSlots = 24;
constexpr std::uint32_t noPhrase = 0xFFFFFFFFU;

std::string_view codeOf(const format::Entry& entry)
{
    return {entry.code.data(), entry.codeSize};
}

/// 1 for the same code; the more letters differ, and the further in front, the less.
float likenessOf(std::string_view code, std::string_view other)
{
    float likeness = 1.0F;
    const auto size = std::max(code.size(), other.size());
    for (std::size_t i = 3; i < size; ++i) {
        const bool isSame = i < code.size() && i < other.size() && code[i] == other[i];
        if (!isSame) likeness -= 0.05F;
    }
    return likeness;
}

}  // namespace

int tierOf(MatchKind match) noexcept
{
    switch (match) {
    case MatchKind::code: return 4;
    case MatchKind::codePrefix: return 3;
    case MatchKind::words: return 2;
    case MatchKind::corrected: return 1;
    case MatchKind::partial: return 0;
    }
    return 0;
}

Candidates::Candidates(const Index& index) : m_index(index), m_bits(index), m_best(index.entries().size()) {}

void Candidates::begin(const Query& query, const Understanding& understanding)
{
    m_understanding = &understanding;
    m_judge.emplace(m_index, query);
    m_bits.begin(understanding.slots);
    if (++m_turn == 0) {
        std::fill(m_best.begin(), m_best.end(), Best{});
        m_turn = 1;
    }
    m_found.clear();
    m_budget = ranking::mostScored;
    m_inForce = 0;
}

void Candidates::offer(std::uint32_t entry, bool isInForce, const Candidate& candidate)
{
    auto& best = m_best[entry];
    if (best.turn == m_turn) {
        auto& known = m_found[best.place];
        if (std::pair(tierOf(candidate.match), candidate.score) > std::pair(tierOf(known.match), known.score))
            known = candidate;
        return;
    }
    best.turn = m_turn;
    best.place = static_cast<std::uint32_t>(m_found.size());
    m_found.push_back(candidate);
    if (isInForce) ++m_inForce;
}

void Candidates::prepare(const Reading& reading)
{
    m_wants.clear();
    m_slotWeights.clear();
    m_slotWeight = 0;
    for (std::size_t i = 0; i < std::min(reading.slots.size(), mostSlots); ++i) {
        const auto& slot = m_understanding->slots[reading.slots[i]];
        m_slotWeights.push_back(slot.weight);
        m_slotWeight += slot.weight;
        for (const auto& alternative : slot.alternatives) {
            if (alternative.terms.isEmpty()) continue;
            m_wants.push_back({alternative.terms.first, alternative.terms.last, alternative.quality,
                               static_cast<std::uint16_t>(i),
                               alternative.isPrefix ? alternative.typed : std::uint8_t{0}});
        }
    }
}

float Candidates::coverageOf(const format::Phrase& phrase, float& quality) const
{
    std::array<float, mostSlots> best = {};
    float matched = 0;
    const auto* terms = m_index.terms().data();
    const auto words = m_index.wordsOf(phrase);
    const auto* wants = m_wants.data();
    const auto* wantsEnd = wants + m_wants.size();
    for (const auto word : words) {
        const auto term = word & ~format::optionalBit;
        bool isMatched = false;
        for (const auto* want = wants; want != wantsEnd; ++want) {
            if (term - want->first >= want->last - want->first) continue;
            float q = want->quality;
            if (want->typed != 0) q *= ranking::ofPrefix(want->typed, terms[term].text.size);
            best[want->slot] = std::max(best[want->slot], q);
            isMatched = true;
        }
        if (isMatched && (word & format::optionalBit) == 0) matched += terms[term].weight;
    }
    float sum = 0;
    for (std::size_t i = 0; i < m_slotWeights.size(); ++i) sum += m_slotWeights[i] * best[i];
    quality = m_slotWeight > 0 ? sum / m_slotWeight : 0;
    return std::min(1.0F, matched / std::max(phrase.weight, 0.01F));
}

void Candidates::score(std::uint32_t number, std::uint16_t readingNumber)
{
    const auto& phrase = m_index.phrases()[number];
    const auto& reading = m_understanding->readings[readingNumber];
    float quality = 0;
    const float coverage = coverageOf(phrase, quality);
    const float kind = ranking::ofKind(static_cast<PhraseKind>(phrase.kind), phrase.rank, coverage * quality);
    const float base = reading.factor * quality * std::sqrt(quality) * kind *
                       (1.0F - ranking::coverageShare + ranking::coverageShare * coverage);
    const auto match = reading.isCorrected ? MatchKind::corrected : MatchKind::words;
    const bool isChosen = static_cast<PhraseKind>(phrase.kind) >= PhraseKind::abbreviation;
    float place = 1.0F;
    for (const auto target : m_index.targetsOf(phrase)) {
        float factor = 1;
        bool isInForce = true;
        if (m_judge->admits(target, isChosen, factor, isInForce))
            offer(target, isInForce, {base * factor * place, target, number, match, isInForce, readingNumber});
        place = std::max(0.8F, place - (isChosen ? ranking::perOwnTarget : ranking::perTarget));
    }
}

const std::vector<const Bits*>& Candidates::bitmapsOf(const Reading& reading, bool ofEntries, std::uint32_t leftOut)
{
    const auto& slots = m_understanding->slots;
    m_bitmaps.clear();
    for (std::size_t i = 0; i < std::min(reading.slots.size(), mostSlots); ++i) {
        const auto slot = reading.slots[i];
        if (!slots[slot].isRequired || ((leftOut >> i) & 1U) != 0) continue;
        if (slots[slot].alternatives.empty()) {
            m_bitmaps.clear();
            break;
        }
        m_bitmaps.push_back(ofEntries ? &m_bits.entries(slots, slot) : &m_bits.phrases(slots, slot));
    }
    return m_bitmaps;
}

void Candidates::addMatches(std::uint16_t number)
{
    const auto& reading = m_understanding->readings[number];
    const auto& bitmaps = bitmapsOf(reading, false);
    if (bitmaps.empty()) return;
    prepare(reading);
    auto left = std::min(m_budget, number == 0 ? ranking::mostScoredAsTyped : ranking::mostScoredElse);
    eachCommon(bitmaps, [&](std::uint32_t phrase) {
        if (left == 0) return false;
        --left;
        --m_budget;
        score(phrase, number);
        return true;
    });
}

void Candidates::scoreEntry(std::uint32_t entry, std::uint16_t readingNumber, float share, MatchKind match)
{
    float factor = 1;
    bool isInForce = true;
    if (!m_judge->admits(entry, false, factor, isInForce)) return;
    const auto title = m_index.entries()[entry].titlePhrase;
    const auto& reading = m_understanding->readings[readingNumber];
    float quality = 0;
    const float coverage = coverageOf(m_index.phrases()[title], quality);
    const float base = ranking::wholeBag * reading.factor * share * share *
                       (1.0F - ranking::coverageShare + ranking::coverageShare * coverage) * (0.7F + 0.3F * quality);
    offer(entry, isInForce, {base * factor, entry, title, match, isInForce, readingNumber});
}

void Candidates::addSpread(std::uint16_t number)
{
    const auto& reading = m_understanding->readings[number];
    const auto& bitmaps = bitmapsOf(reading, true);
    if (bitmaps.empty()) return;
    prepare(reading);
    auto left = ranking::mostScoredElse;
    const auto match = reading.isCorrected ? MatchKind::corrected : MatchKind::words;
    eachCommon(bitmaps, [&](std::uint32_t entry) {
        if (left-- == 0) return false;
        scoreEntry(entry, number, 1.0F, match);
        return true;
    });
}

void Candidates::addPartial(std::uint16_t number)
{
    const auto& reading = m_understanding->readings[number];
    const auto& slots = m_understanding->slots;
    std::vector<std::uint32_t> required;
    float all = 0;
    std::uint32_t hopeless = 0;
    for (std::uint32_t i = 0; i < std::min(reading.slots.size(), mostSlots); ++i) {
        const auto& slot = slots[reading.slots[i]];
        if (!slot.isRequired) continue;
        all += slot.weight;
        if (slot.alternatives.empty())
            hopeless |= 1U << i;
        else
            required.push_back(i);
    }
    // Ways to leave words out, the least telling first.
    struct Way {
        float share;
        std::uint32_t leftOut;
    };
    std::vector<Way> ways;
    const auto addWay = [&](std::uint32_t leftOut) {
        float kept = 0;
        for (const auto i : required)
            if (((leftOut >> i) & 1U) == 0) kept += slots[reading.slots[i]].weight;
        if (kept > 0 && kept / all >= ranking::leastShare) ways.push_back({kept / all, leftOut | hopeless});
    };
    if (hopeless != 0) addWay(0);
    for (std::size_t a = 0; a < required.size(); ++a) {
        addWay(1U << required[a]);
        for (std::size_t b = a + 1; b < required.size(); ++b) {
            addWay((1U << required[a]) | (1U << required[b]));
            for (std::size_t c = b + 1; c < required.size(); ++c)
                addWay((1U << required[a]) | (1U << required[b]) | (1U << required[c]));
        }
    }
    std::stable_sort(ways.begin(), ways.end(), [](const Way& a, const Way& b) { return a.share > b.share; });
    if (ways.size() > ranking::mostWays) ways.resize(ranking::mostWays);
    prepare(reading);
    std::size_t left = ranking::mostScoredElse;
    for (const auto& way : ways) {
        if (m_inForce >= ranking::enoughForPartial || left == 0) return;
        const auto& bitmaps = bitmapsOf(reading, true, way.leftOut);
        if (bitmaps.empty()) continue;
        eachCommon(bitmaps, [&](std::uint32_t entry) {
            if (left == 0) return false;
            --left;
            scoreEntry(entry, number, way.share, MatchKind::partial);
            return true;
        });
    }
}

void Candidates::addFamily(const TermInQuery& term)
{
    constexpr std::size_t mostFamily = 1500;
    const auto& slots = m_understanding->slots;
    Reading others;
    bool hasRequired = false;
    for (std::uint32_t i = 0; i < m_understanding->slotOfWord.size(); ++i) {
        if (i >= term.begin && i < term.end) continue;
        others.slots.push_back(m_understanding->slotOfWord[i]);
        hasRequired = hasRequired || slots[others.slots.back()].isRequired;
    }
    if (!hasRequired || bitmapsOf(others, true).empty()) return;
    const auto hasOthers = [this](std::uint32_t entry) {
        return std::all_of(m_bitmaps.begin(), m_bitmaps.end(), [&](const Bits* bits) { return isSet(*bits, entry); });
    };
    std::size_t tried = 0;
    for (const auto target : m_index.targets(term.synonym->firstTarget, term.synonym->targetCount)) {
        if (++tried > 3) break;
        const auto& entry = m_index.entries()[target];
        const auto system = static_cast<CodeSystem>(entry.system);
        if (system != CodeSystem::icd10cm && system != CodeSystem::icd10pcs) continue;
        bool isFound = false;
        for (auto size = std::min<std::size_t>(entry.codeSize, 6); size >= 3 && !isFound; --size) {
            const auto family = m_index.codesWithPrefix(system, false, codeOf(entry).substr(0, size));
            if (family.size() > mostFamily) break;
            for (const auto& member : family) {
                const auto number = static_cast<std::uint32_t>(&member - m_index.entries().data());
                float factor = 1;
                bool isInForce = true;
                if (!hasOthers(number) || !m_judge->admits(number, false, factor, isInForce)) continue;
                const float score = ranking::refinedFamily * ranking::ofRewriting(term.synonym->rank) * factor *
                                    likenessOf(codeOf(member), codeOf(entry));
                offer(number, isInForce, {score, number, noPhrase, MatchKind::words, isInForce, 0});
                isFound = true;
            }
        }
    }
}

void Candidates::addCode(std::uint32_t entry, float score, MatchKind match)
{
    float factor = 1;
    bool isInForce = true;
    if (m_judge->admits(entry, false, factor, isInForce))
        offer(entry, isInForce, {score, entry, noPhrase, match, isInForce, 0});
}

std::vector<Candidate>& Candidates::ranked(std::size_t count)
{
    const auto rank = [](const Candidate& c) { return std::tuple(!c.isInForce, -tierOf(c.match), -c.score, c.entry); };
    const auto isBetter = [&](const Candidate& a, const Candidate& b) { return rank(a) < rank(b); };
    if (m_found.size() > count) {
        std::nth_element(m_found.begin(), m_found.begin() + static_cast<std::ptrdiff_t>(count), m_found.end(),
                         isBetter);
        m_found.resize(count);
    }
    std::sort(m_found.begin(), m_found.end(), isBetter);
    return m_found;
}

}  // namespace cw::search
