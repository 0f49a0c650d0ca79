#pragma once

#include "edits/rule_run.h"

#include <optional>

/// Sides and "unspecified" codes, told by the titles of a code and of those beside it (EditFacts::siblings).
namespace cw::edits {

/// A diagnosis among the codes under its parent. For a completed code these stand without the end: S72.001 for S72.001A.
struct Kin {
    const std::vector<CodeEntry>* all = nullptr;
    const CodeEntry* self = nullptr;
    std::string_view end;  ///< What completes the diagnosis: "A", "XA"; may be empty.
};

/// Nothing when the codes beside it were not looked up or do not hold it.
std::optional<Kin> kinOf(const RuleRun& run, const DiagnosisView& diagnosis);

void checkUnspecifiedBesideSpecific(RuleRun& run);  // CV-14
void checkUnspecifiedSide(RuleRun& run);            // CV-15
void checkBothSides(RuleRun& run);                  // CV-16

}  // namespace cw::edits
