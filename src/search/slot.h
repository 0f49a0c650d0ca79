#pragma once

#include "search/corrections.h"
#include "search/index.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cw::search {

/// Terms that would answer one word of a query, and how well.
struct Alternative {
    Index::TermRange terms;
    float quality = 1;       ///< Of a whole match.
    bool isPrefix = false;   ///< The quality then falls with the letters not typed.
    std::uint8_t typed = 0;  ///< Letters of a prefix.
};

/// One word of a query with all that may stand for it.
struct Slot {
    std::string raw;
    std::string stem;
    std::vector<Alternative> alternatives;
    float weight = 1;        ///< How much the word tells.
    bool isRequired = true;  ///< False for of, unspecified, type.
    bool hasExact = false;   ///< The index knows the word as typed.
    bool isCorrected = false;

    /// 0 when the term does not answer the word.
    float quality(const Index& index, std::uint32_t term) const noexcept;
};

/// A slot for one word. `isOpen`: the last word, still being typed. `isExact`: no prefixes, the word is known to be whole.
Slot makeSlot(const Index& index, std::string_view raw, std::string_view stem, bool isOpen, bool isExact);
/// The slot with its word corrected; nothing when the index knows none that is near. With `keep` the word as typed stays
/// an alternative.
std::optional<Slot> correctedSlot(const Index& index, CorrectionCache& cache, const Slot& slot, bool isOpen, bool keep);
/// Other forms of a word, and terms of ours, by their key.
std::span<const format::Variant> variantsOf(const Index& index, std::string_view key);
std::span<const format::Synonym> synonymsOf(const Index& index, std::string_view key);

}  // namespace cw::search
