#pragma once

#include "tests/claim/strict/grammar.h"

#include <list>
#include <string_view>
#include <vector>

namespace cw::strict {

/// A loop as it stands in a file, with its segments in order and the loops in it.
struct Loop {
    std::string_view name;
    const Loop* parent = nullptr;
    std::vector<const Seg*> segments;
    std::list<Loop> loops;

    /// The first segment with this tag and, when given, one of these qualifiers in its first element; nullptr when none.
    const Seg* find(std::string_view tag, std::string_view qualifier = {}) const;
    std::vector<const Seg*> all(std::string_view tag, std::string_view qualifier = {}) const;
    const Loop* loop(std::string_view wanted) const;  ///< The first of this name, one level below.
    std::vector<const Loop*> allLoops(std::string_view wanted) const;
};

/// One set by its guide: what stands where it may not, too often, or is missing is a fault; elements are checked. A
/// segment without a place is left out of the tree.
void buildTree(const LoopRule& guide, const std::vector<Seg>& segments, Loop& root, Faults& faults);

/// Every loop of this name anywhere below.
std::vector<const Loop*> everyLoop(const Loop& root, std::string_view name);

}  // namespace cw::strict
