#pragma once

#include "search/searcher.h"

#include <array>
#include <cstdint>

namespace cw::search {

/// The query's filters and what each entry is worth by itself.
class Judge {
public:
    Judge(const Index& index, const Query& query);
    /// False for entries that the filters leave out. `factor` is what the entry's score is multiplied by; `isChosen`:
    /// a term of ours names the code, so that only the setting weighs.
    bool admits(std::uint32_t entry, bool isChosen, float& factor, bool& isInForce) const noexcept;
    /// The span that answers for the day, and whether the code is in force on it.
    const format::Span& spanOf(const format::Entry& entry, bool& isInForce) const noexcept;
    /// A table other than the starter covers the day; without a day nothing needs to.
    bool isCovered(std::uint8_t system) const noexcept;

private:
    const Index& m_index;
    const Query& m_query;
    std::int32_t m_day = 0;
    std::array<bool, 4> m_isCovered = {};
};

}  // namespace cw::search
