#pragma once

#include "search/judge.h"
#include "search/reading.h"
#include "search/searcher.h"
#include "search/slot_bits.h"

#include <cstdint>
#include <vector>

namespace cw::search {

/// What is known of an entry while a query runs.
struct Candidate {
    float score = 0;
    std::uint32_t entry = 0;
    std::uint32_t phrase = 0;
    MatchKind match = MatchKind::words;
    bool isInForce = true;
    std::uint16_t reading = 0;
};

/// Collects the best score of each entry over all readings of a query.
class Candidates {
public:
    explicit Candidates(const Index& index);

    /// The understanding must outlive the query; slots and readings may be added to it.
    void begin(const Query& query, const Understanding& understanding);
    /// Wordings that have all required words of the reading.
    void addMatches(std::uint16_t reading);
    /// Codes that have all words of the reading, spread over several wordings.
    void addSpread(std::uint16_t reading);
    /// Codes that have most of the words of the reading.
    void addPartial(std::uint16_t reading);
    /// Codes of the family of a term's codes that have the other words of the query.
    void addFamily(const TermInQuery& term);
    /// Codes by themselves.
    void addCode(std::uint32_t entry, float score, MatchKind match);

    /// Entries in force found so far.
    int inForce() const noexcept { return m_inForce; }
    /// The best ones in order, at least `count` of them when there are.
    std::vector<Candidate>& ranked(std::size_t count);
    const Judge& judge() const noexcept { return *m_judge; }

private:
    struct Best {
        std::uint32_t turn = 0;
        std::uint32_t place = 0;  ///< In m_found.
    };
    void offer(std::uint32_t entry, bool isInForce, const Candidate& candidate);
    void score(std::uint32_t phrase, std::uint16_t reading);
    void scoreEntry(std::uint32_t entry, std::uint16_t reading, float share, MatchKind match);
    /// Lays the alternatives of a reading out side by side: they are compared with every word of every wording.
    void prepare(const Reading& reading);
    float coverageOf(const format::Phrase& phrase, float& quality) const;
    /// The bitmaps of the reading's required words but those left out; empty when one of them has nothing.
    const std::vector<const Bits*>& bitmapsOf(const Reading& reading, bool ofEntries, std::uint32_t leftOut = 0);

    struct Want {
        std::uint32_t first;
        std::uint32_t last;  ///< One past the end.
        float quality;
        std::uint16_t slot;
        std::uint8_t typed;  ///< Letters of a prefix; 0 for a whole word.
    };

    const Index& m_index;
    std::vector<Want> m_wants;
    std::vector<float> m_slotWeights;
    float m_slotWeight = 0;  ///< Sum of the above.
    const Understanding* m_understanding = nullptr;
    SlotBits m_bits;
    std::vector<const Bits*> m_bitmaps;
    std::vector<Best> m_best;
    std::vector<Candidate> m_found;
    std::optional<Judge> m_judge;
    std::uint32_t m_turn = 0;
    std::size_t m_budget = 0;  ///< Wordings that may still be scored.
    int m_inForce = 0;
};

/// Higher is better: matches of another kind never mix.
int tierOf(MatchKind match) noexcept;

}  // namespace cw::search
