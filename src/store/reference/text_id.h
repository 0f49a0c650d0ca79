#pragma once

#include "codeset/code_system.h"

#include <algorithm>
#include <cstdint>

namespace cw::store {

/// The id of a wording in `code_text`: from high to low bits the number of words in its title, system, modifier flag and
/// a running number. A full-text query answers in id order: the shortest titles of all systems first, and system and
/// flag can be told without reading the row.
namespace textId {

constexpr int wordsShift = 40;
constexpr int systemShift = 36;
constexpr int modifierShift = 35;
constexpr std::int64_t sequenceMask = (std::int64_t{1} << modifierShift) - 1;
constexpr std::size_t maximumWords = 4095;

constexpr std::int64_t make(std::size_t words, CodeSystem system, bool isModifier, std::int64_t sequence) noexcept
{
    return (static_cast<std::int64_t>(std::min(words, maximumWords)) << wordsShift) |
           (static_cast<std::int64_t>(system) << systemShift) | (std::int64_t{isModifier} << modifierShift) | sequence;
}
constexpr bool isModifier(std::int64_t id) noexcept
{
    return ((id >> modifierShift) & 1) != 0;
}
constexpr CodeSystem system(std::int64_t id) noexcept
{
    return static_cast<CodeSystem>((id >> systemShift) & 15);
}

}  // namespace textId

}  // namespace cw::store
