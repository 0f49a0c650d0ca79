#include "search/build_state.h"

#include <algorithm>

namespace cw::search {

namespace {

constexpr std::uint32_t broadFrom = 12000;  ///< A word or prefix with more postings than this gets bitmaps.
constexpr std::size_t longestBroad = 3;     ///< Letters.

struct Bitmaps {
    const BuildState& state;
    std::vector<std::uint64_t> phraseBits = {};
    std::vector<std::uint64_t> entryBits = {};
    std::uint32_t count = 0;

    /// For the terms together; gives the bitmap's number.
    std::uint32_t add(std::uint32_t first, std::uint32_t last)
    {
        const auto fill = [&](std::vector<std::uint64_t>& bits, std::size_t size,
                              const std::vector<std::uint32_t>& lists, auto begin, auto postings) {
            const auto at = bits.size();
            bits.resize(at + (size + 63) / 64);
            for (auto term = first; term < last; ++term)
                for (std::uint32_t i = 0; i < state.terms[term].*postings; ++i) {
                    const auto number = lists[state.terms[term].*begin + i];
                    bits[at + number / 64] |= std::uint64_t{1} << (number % 64);
                }
        };
        fill(phraseBits, state.phrases.size(), state.postings, &format::Term::firstPosting,
             &format::Term::postingCount);
        fill(entryBits, state.entries.size(), state.termEntries, &format::Term::firstEntry, &format::Term::entryCount);
        return count++;
    }
};

}  // namespace

void writeBitmaps(BuildState& state)
{
    Bitmaps bitmaps{state};
    std::vector<format::BroadPrefix> prefixes;
    for (std::uint32_t term = 0; term < state.terms.size(); ++term) {
        state.terms[term].bitmap = format::noBitmap;
        if (state.terms[term].postingCount > broadFrom) state.terms[term].bitmap = bitmaps.add(term, term + 1);
    }
    for (std::size_t size = 1; size <= longestBroad; ++size) {
        for (std::uint32_t first = 0; first < state.terms.size();) {
            const auto prefix = state.termText(first).substr(0, size);
            auto last = first;
            std::uint32_t postings = 0;
            for (; last < state.terms.size() && state.termText(last).substr(0, size) == prefix; ++last)
                postings += state.terms[last].postingCount;
            if (prefix.size() == size && postings > broadFrom) {
                format::BroadPrefix broad = {};
                prefix.copy(broad.text.data(), broad.text.size());
                broad.bitmap = bitmaps.add(first, last);
                prefixes.push_back(broad);
            }
            first = last;
        }
    }
    std::sort(prefixes.begin(), prefixes.end(), [](const auto& a, const auto& b) { return a.text < b.text; });
    state.sections.put(format::SectionId::broadPrefixes, prefixes);
    state.sections.put(format::SectionId::phraseBits, bitmaps.phraseBits);
    state.sections.put(format::SectionId::entryBits, bitmaps.entryBits);
    state.sections.put(format::SectionId::terms, state.terms);
}

}  // namespace cw::search
