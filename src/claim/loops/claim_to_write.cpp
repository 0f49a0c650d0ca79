#include "claim/loops/claim_to_write.h"

#include <algorithm>

namespace cw::loops {

Money serviceCharges(const Encounter& encounter)
{
    Money total;
    for (const auto& line : encounter.procedures)
        if (isServiceLine(line)) total += line.charge.value_or(Money{});
    return total;
}

std::size_t serviceLineCount(const Encounter& encounter)
{
    return static_cast<std::size_t>(
        std::count_if(encounter.procedures.begin(), encounter.procedures.end(), isServiceLine));
}

}  // namespace cw::loops
