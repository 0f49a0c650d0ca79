#pragma once

#include "base/clock.h"
#include "base/ids.h"
#include "edits/finding.h"

#include <string>
#include <vector>

namespace cw {

using AttestationId = Id<struct AttestationTag>;

/// Somebody took a finding for right, with a reason. It holds while rule, subjects and facts stay as they were; wording
/// and order of findings do not matter.
struct Attestation {
    AttestationId id;
    FindingKey key;
    std::string basis;  ///< basisOf() when it was made.
    AttestedBy by;
    bool operator==(const Attestation& other) const { return id == other.id; }
};

/// Digest of the facts that a finding rests on: the codes it names, code, role, POA and proof of its diagnoses; code,
/// modifiers, units, dates, pointed codes and proof of its lines; Finding::basis. No patient data can be read from it.
std::string basisOf(const Encounter& encounter, const Finding& finding);

/// Sets `attested` on every finding that one of them covers and whose rule allows it.
void applyAttestations(const Encounter& encounter, const std::vector<Attestation>& attestations, EditReport& report);

}  // namespace cw
