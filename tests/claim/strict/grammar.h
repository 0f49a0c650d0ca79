#pragma once

#include "tests/claim/strict/element_format.h"

#include <span>
#include <string_view>
#include <vector>

namespace cw::strict {

/// A place for a segment in the guide, in its order. A row with a loop's name begins that loop: its counts are those of
/// the loop. Rows with the same `group` (not 0) may stand in any order among themselves (one position of the standard).
struct Row {
    int depth;
    std::string_view loop;  ///< Empty: belongs to the loop above.
    std::string_view tag;
    std::string_view
        qualifiers;  ///< "DN|P3"; empty: any. HL: its third element; HI and composites: the first component.
    int min;
    int maxEach;  ///< Of one qualifier.
    int maxAll;
    int group;
    std::string_view elements;  ///< See Format.
};

struct Position {
    const Row* row = nullptr;
    std::vector<std::string_view> qualifiers;
    std::vector<Format> formats;
    bool takes(const Seg& segment) const;
    std::string_view qualifierOf(const Seg& segment) const;
};

struct LoopRule {
    std::string_view name;
    std::vector<Position> positions;  ///< The first begins the loop.
    std::vector<LoopRule> loops;
};

/// The set, ST to SE, as one tree.
const LoopRule& professionalGuide();
const LoopRule& institutionalGuide();
/// Of the rows of the levels, with the claim's loop put below subscriber and patient.
LoopRule guideOf(std::span<const Row> levels, std::span<const Row> claim);

}  // namespace cw::strict
