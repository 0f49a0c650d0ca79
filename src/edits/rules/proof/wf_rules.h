#pragma once

#include "edits/rule_run.h"

namespace cw::edits {

// wf_proof.cpp
void checkHasProof(RuleRun& run);      // WF-1
void checkProofMatches(RuleRun& run);  // WF-2
void checkProofDate(RuleRun& run);     // WF-3
void checkProofSection(RuleRun& run);  // WF-4
void checkProofAuthor(RuleRun& run);   // WF-5
// wf_rules.cpp
void checkAttestations(RuleRun& run);  // WF-9
void checkDataAge(RuleRun& run);       // WF-13

}  // namespace cw::edits
