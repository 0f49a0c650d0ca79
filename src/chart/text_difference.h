#pragma once

#include "chart/rendition.h"

#include <string_view>
#include <vector>

namespace cw {

/// A stretch of two texts that are compared: equal on both sides, or only on one.
struct DifferencePart {
    enum class Kind { same, removed, added };
    Kind kind = Kind::same;
    TextRange left;   ///< UTF-8 bytes; empty for added.
    TextRange right;  ///< Empty for removed.
    bool operator==(const DifferencePart&) const = default;
};

/// Word by word, white space aside, lines first (Myers, linear space) so that 100 KB notes take well under 100 ms. The parts
/// cover both texts in order. Same words of five lines or more in a row are what a copied-forward note shows.
std::vector<DifferencePart> differenceOf(std::string_view left, std::string_view right);
/// Share of the right text's words that stand in `same` parts, 0 to 1.
double sharedWords(const std::vector<DifferencePart>& parts, std::string_view right);

}  // namespace cw
