#pragma once

#include "edits/rules/line_facts.h"

#include <vector>

namespace cw::edits {

/// A procedure with a global period, done by the same person or the same group and specialty; of this encounter or of
/// another one.
struct Surgery {
    std::string code;
    Date day = Date::of(2000, 1, 1);
    int days = 0;                    ///< 0, 10 or 90 (fee schedule field 104-106).
    const LineView* line = nullptr;  ///< Null: of another encounter.
    const PastService* past = nullptr;

    /// 90: the day before, the day and 90 days after; else the day and `days` after.
    DateInterval window() const;
};

/// Surgeries that may hold a visit of the line in their package; says "mpfs" not checked when none can be told. Global
/// days are those of the surgery's date, else of the visit's.
std::vector<Surgery> surgeriesAround(RuleRun& run, const LineView& visit);

}  // namespace cw::edits
