#pragma once

#include "edits/rule_run.h"

namespace cw::edits {

void checkSeventhMissing(RuleRun& run);  // CV-4
void checkSeventhAllowed(RuleRun& run);  // CV-5
void checkPlaceholder(RuleRun& run);     // CV-6
void checkSuperfluous(RuleRun& run);     // CV-7

/// The 7th characters that would complete a code that lacks nothing else: the tables know it as a heading or not at all,
/// and the Tabular List as a code with 7th characters. Null for any other code, and without a Tabular List.
const std::vector<SeventhCharacter>* missingSeventh(const RuleTables& tables, Date date, std::string_view compact,
                                                    const CodeStanding* standing);

}  // namespace cw::edits
