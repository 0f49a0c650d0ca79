#pragma once

#include "search/slot.h"
#include "search/words.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cw::search {

/// One way to understand the query: a slot for each word.
struct Reading {
    std::vector<std::uint32_t> slots;  ///< Numbers in Understanding::slots, shared by the readings.
    float factor = 1;
    std::string via;  ///< What was read instead of what was typed; empty for the words themselves.
    bool isCorrected = false;
};

/// A term of ours that stands in the query, and the words beside it.
struct TermInQuery {
    const format::Synonym* synonym = nullptr;
    std::size_t begin = 0;  ///< First word.
    std::size_t end = 0;    ///< One past the last.
};

/// The query's words, understood.
struct Understanding {
    std::vector<PlacedWord> words;
    std::vector<Slot> slots;
    std::vector<std::uint32_t> slotOfWord;  ///< The slot of each word as typed.
    std::vector<Reading> readings;          ///< As typed first.
    std::vector<TermInQuery> terms;

    bool isRequired(std::uint32_t slot) const { return slots[slot].isRequired; }
};
Understanding understand(const Index& index, std::string_view query);

/// Adds the readings of the query with unknown words corrected; false when nothing can be. With `known` words that the
/// index knows are questioned too.
bool addCorrected(const Index& index, CorrectionCache& cache, Understanding& understanding, bool known);

}  // namespace cw::search
