#pragma once

#include "chart/text_difference.h"

#include <QString>

#include <string>
#include <vector>

namespace cw::ui {

/// A stretch of one side in UTF-16 offsets of its row's text.
struct DifferenceRange {
    int begin = 0;
    int end = 0;
    DifferencePart::Kind kind = DifferencePart::Kind::same;
};

/// What stands side by side: both sides begin with the same word, and no line that both share begins within.
struct DifferenceRow {
    QString left;
    QString right;
    std::vector<DifferenceRange> leftRanges;
    std::vector<DifferenceRange> rightRanges;
    bool isSame() const;
};

/// Two texts made ready to be shown; no widget, may be made on any thread.
struct PreparedDifference {
    std::vector<DifferenceRow> rows;
    double shared = 0;    ///< Part of the right text's words that stand in both, 0 to 1.
    int differences = 0;  ///< Rows that differ, neighbours counted once.
};
PreparedDifference prepareDifference(const std::string& left, const std::string& right);

}  // namespace cw::ui
