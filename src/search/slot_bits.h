#pragma once

#include "search/reading.h"

#include <algorithm>
#include <array>
#include <bit>
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

/// Calls `take` with each number that all bitmaps have, in order, until it answers false. `all` is not empty.
template <typename Take>
void eachCommon(const std::vector<const Bits*>& all, Take take)
{
    constexpr std::size_t blockSize = 32;  // Words worked on at once: the inner loop becomes vector instructions.
    std::array<std::uint64_t, blockSize> block;
    const std::size_t words = all.front()->size();
    for (std::size_t begin = 0; begin < words; begin += blockSize) {
        const auto count = std::min(blockSize, words - begin);
        std::copy_n(all.front()->data() + begin, count, block.data());
        for (std::size_t other = 1; other < all.size(); ++other) {
            const auto* bits = all[other]->data() + begin;
            for (std::size_t i = 0; i < count; ++i) block[i] &= bits[i];
        }
        for (std::size_t i = 0; i < count; ++i) {
            for (auto word = block[i]; word != 0; word &= word - 1) {
                const auto bit = static_cast<std::size_t>(std::countr_zero(word));
                if (!take(static_cast<std::uint32_t>((begin + i) * 64 + bit))) return;
            }
        }
    }
}
inline bool isSet(const Bits& bits, std::uint32_t at) noexcept
{
    return ((bits[at / 64] >> (at % 64)) & 1U) != 0;
}

}  // namespace cw::search
