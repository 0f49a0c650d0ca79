#pragma once

#include "case_file.h"
#include "edits/facts.h"
#include "edits/policy.h"

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace cw::test {

/// What a case says of one rule.
struct Expectation {
    std::string rule;
    std::optional<Severity> severity;
    std::optional<std::vector<std::int64_t>> subjects;  ///< Sorted ids, as FindingKey has them.
    std::string label;                                  ///< Of `remedy:`.
    std::string place;
};

/// An attestation to be made of the finding that the case has.
struct CaseAttestation {
    FindingKey key;
    std::string who;
    std::string why;
    bool isStale = false;  ///< Made when the facts were others.
};

/// A case understood: the encounter, what is known beside it, and what the edits must say.
struct CaseUnderTest {
    std::string title;
    std::string place;
    Encounter encounter;
    EditContext context;
    EditPolicy policy;
    std::vector<CaseAttestation> attestations;
    std::vector<Expectation> fires;
    std::vector<Expectation> remedies;
    std::set<std::string> quiet;
    std::set<std::string> unchecked;
    bool isClean = false;
};

/// Throws CaseError.
CaseUnderTest understood(const CaseText& text);

}  // namespace cw::test
