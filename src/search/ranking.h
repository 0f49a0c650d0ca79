#pragma once

#include "search/searcher.h"

namespace cw::search::ranking {

// What a match is worth. The figures were set by the queries of tests/data/search and tests/bench/search_quality.

/// How far a wording may stand for its codes.
constexpr float ofKind(PhraseKind kind, int rank, float coverage) noexcept
{
    const bool isWhole = coverage > 0.985F;
    switch (kind) {
    case PhraseKind::title: return 1.0F;
    case PhraseKind::shortTitle: return 0.9F;
    case PhraseKind::inclusion: return 0.98F;
    case PhraseKind::index: return 0.99F;
    default: break;
    }
    const float sense = rank == 1 ? 1.0F : rank == 2 ? 0.86F : 0.76F;
    return sense * (isWhole ? 1.22F : 0.93F);
}

/// Of a sense when its words stand for a term inside a longer query.
constexpr float ofRewriting(int rank) noexcept
{
    return rank == 1 ? 0.97F : rank == 2 ? 0.80F : 0.70F;
}

constexpr float ofSystem(CodeSystem system, Setting setting) noexcept
{
    const bool inpatient = setting == Setting::inpatient;
    const bool outpatient = setting == Setting::outpatient;
    switch (system) {
    case CodeSystem::icd10cm: return 1.0F;
    case CodeSystem::icd10pcs: return inpatient ? 0.99F : outpatient ? 0.75F : 0.91F;
    case CodeSystem::hcpcs: return inpatient ? 0.90F : 0.97F;
    case CodeSystem::cpt: return inpatient ? 0.90F : 0.98F;
    }
    return 1.0F;
}

/// Of so many letters typed of a word of so many.
constexpr float ofPrefix(std::uint8_t typed, std::uint32_t letters) noexcept
{
    constexpr float shortest = 0.55F;
    constexpr float longest = 0.95F;
    const float part = letters > 0 ? static_cast<float>(typed) / static_cast<float>(letters) : 1.0F;
    return shortest + (longest - shortest) * (part < 1.0F ? part : 1.0F);
}

constexpr float header = 0.85F;
constexpr float common = 1.05F;
constexpr float laterEpisode = 0.90F;     ///< Seventh character other than A.
constexpr float qualityMeasure = 0.80F;   ///< HCPCS codes that report a quality measure, not a service.
constexpr float perTarget = 0.004F;       ///< Taken off for each place after the first among the codes of a wording,
constexpr float perOwnTarget = 0.03F;     ///< and of a term of ours, whose order is meant.
constexpr float coverageShare = 0.60F;    ///< The rest is earned by matching at all.
constexpr float variantWord = 0.96F;      ///< Another form of the word.
constexpr float wholeBag = 0.80F;         ///< All words, but spread over several wordings of the code.
constexpr float refinedFamily = 0.92F;    ///< A term and words that choose among the codes of its family.
constexpr float leastShare = 0.40F;       ///< Of the weight of the query's words, for a partial match.
constexpr int enough = 5;                 ///< Literal hits from which on spelling is not questioned (feature S8).
constexpr std::size_t mostPartial = 20;   ///< Hits after which those with only some of the words are left out.
constexpr int enoughForPartial = 10;      ///< Hits from which on partial matches are not looked for.
constexpr std::size_t mostScored = 1400;  ///< Wordings weighed for one query,
constexpr std::size_t mostScoredAsTyped = 180;  ///< for its words as typed,
constexpr std::size_t mostScoredElse = 120;     ///< and for each other reading.
constexpr std::size_t mostWays = 24;            ///< Ways to leave words out that are tried.
constexpr std::size_t mostReadings = 14;

}  // namespace cw::search::ranking
