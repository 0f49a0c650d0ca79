#include "search/slot_bits.h"

#include <algorithm>

namespace cw::search {

namespace {

void join(Bits& into, std::span<const std::uint64_t> other) noexcept
{
    for (std::size_t i = 0; i < other.size(); ++i) into[i] |= other[i];
}

void set(Bits& into, std::span<const std::uint32_t> numbers) noexcept
{
    for (const auto number : numbers) into[number / 64] |= std::uint64_t{1} << (number % 64);
}

/// Terms without a bitmap stand together; their lists are neighbours and are read in one go.
template <typename First, typename Count, typename Bitmap>
void setRange(const Index& index, Bits& into, Index::TermRange range, std::span<const std::uint32_t> lists, First first,
              Count count, Bitmap bitmap)
{
    const auto terms = index.terms();
    for (auto at = range.first; at < range.last;) {
        if (terms[at].bitmap != format::noBitmap) {
            join(into, bitmap(terms[at].bitmap));
            ++at;
            continue;
        }
        auto end = at;
        std::size_t size = 0;
        while (end < range.last && terms[end].bitmap == format::noBitmap) size += terms[end++].*count;
        set(into, lists.subspan(terms[at].*first, size));
        at = end;
    }
}

}  // namespace

void SlotBits::begin(const std::vector<Slot>& slots)
{
    for (auto* level : {&m_phrases, &m_entries}) {
        level->placeOf.assign(slots.size(), -1);
        level->used = 0;
    }
}

Bits& SlotBits::fresh(Level& level, std::uint32_t slot, std::size_t words)
{
    if (level.placeOf.size() <= slot) level.placeOf.resize(slot + 1, -1);
    if (level.used == level.pool.size()) level.pool.emplace_back();
    level.placeOf[slot] = static_cast<int>(level.used);
    auto& bits = level.pool[level.used++];
    bits.assign(words, 0);
    return bits;
}

const Bits& SlotBits::phrases(const std::vector<Slot>& slots, std::uint32_t slot)
{
    if (slot < m_phrases.placeOf.size() && m_phrases.placeOf[slot] >= 0)
        return m_phrases.pool[static_cast<std::size_t>(m_phrases.placeOf[slot])];
    auto& bits = fresh(m_phrases, slot, m_index.phraseBitWords());
    for (const auto& alternative : slots[slot].alternatives) {
        const auto broad = alternative.isPrefix ? m_index.broadBitmap(slots[slot].raw) : format::noBitmap;
        if (broad != format::noBitmap) {
            join(bits, m_index.phraseBits(broad));
            continue;
        }
        setRange(m_index, bits, alternative.terms, m_index.postings(), &format::Term::firstPosting,
                 &format::Term::postingCount, [this](std::uint32_t bitmap) { return m_index.phraseBits(bitmap); });
    }
    return bits;
}

const Bits& SlotBits::entries(const std::vector<Slot>& slots, std::uint32_t slot)
{
    if (slot < m_entries.placeOf.size() && m_entries.placeOf[slot] >= 0)
        return m_entries.pool[static_cast<std::size_t>(m_entries.placeOf[slot])];
    auto& bits = fresh(m_entries, slot, m_index.entryBitWords());
    for (const auto& alternative : slots[slot].alternatives) {
        const auto broad = alternative.isPrefix ? m_index.broadBitmap(slots[slot].raw) : format::noBitmap;
        if (broad != format::noBitmap) {
            join(bits, m_index.entryBits(broad));
            continue;
        }
        setRange(m_index, bits, alternative.terms, m_index.termEntries(), &format::Term::firstEntry,
                 &format::Term::entryCount, [this](std::uint32_t bitmap) { return m_index.entryBits(bitmap); });
    }
    return bits;
}

}  // namespace cw::search
