#pragma once

#include "search/reading.h"

#include <cstdint>
#include <deque>
#include <span>
#include <vector>

namespace cw::search {

using Bits = std::vector<std::uint64_t>;

/// For the slots of one query, as bitmaps: the wordings that have their word, and the codes that their word leads to.
/// Each is made when first asked for; the memory is kept between queries.
class SlotBits {
public:
    explicit SlotBits(const Index& index) : m_index(index) {}
    void begin(const std::vector<Slot>& slots);
    /// References stay good until the next begin().
    const Bits& phrases(const std::vector<Slot>& slots, std::uint32_t slot);
    const Bits& entries(const std::vector<Slot>& slots, std::uint32_t slot);

private:
    struct Level {
        std::deque<Bits> pool;     ///< References into it stay good.
        std::vector<int> placeOf;  ///< -1: not made.
        std::size_t used = 0;
    };
    Bits& fresh(Level& level, std::uint32_t slot, std::size_t words);

    const Index& m_index;
    Level m_phrases;
    Level m_entries;
};

/// Takes the bits away that `other` lacks.
void narrow(Bits& into, const Bits& other) noexcept;
inline bool isSet(const Bits& bits, std::uint32_t at) noexcept
{
    return ((bits[at / 64] >> (at % 64)) & 1U) != 0;
}

}  // namespace cw::search
