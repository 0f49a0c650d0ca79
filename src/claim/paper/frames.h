#pragma once

#include "claim/paper/paper.h"

namespace cw::paper {

/// Where a form's printing grid begins on Letter paper, in points.
struct Grid {
    double left = 0;
    double top = 0;
    static constexpr double columnWidth = 7.2;
    static constexpr double rowHeight = 12;

    double x(double column) const noexcept { return left + (column - 1) * columnWidth; }
    double y(double row) const noexcept { return top + (row - 1) * rowHeight; }
};
Grid gridOf(ClaimForm form) noexcept;
const std::vector<Box>& boxesOf(ClaimForm form);

/// A frame of the readable version: edges in columns and rows, words of ours. Our own drawing, not the printed form's.
struct Frame {
    std::string_view caption;
    double left, top, right, bottom;
};
const std::vector<Frame>& frames1500();
const std::vector<Frame>& framesUb04();

}  // namespace cw::paper
