#pragma once

#include "claim/claim_repository.h"

#include <optional>
#include <string>

namespace cw::app::answering {

/// How an answer names a claim.
struct NamedClaim {
    std::string claimNumber;
    std::string payerControlNumber;
    std::string lastName;  ///< Of the patient; empty: not given.
    std::optional<Money> charge;
    std::optional<Date> serviceFrom;
    std::string payerId;  ///< Of who answers, when it is a payer of ours; then only its claims are found by its number.
};

struct ClaimMatch {
    std::optional<ClaimRecord> claim;
    std::string reason;  ///< Why there is none: a sentence without values.
};

/// The newest live claim of the number, else the newest of the number, else the one with the payer's number. A number of ours that comes
/// with another patient and another charge or day is somebody else's: numbers of two practices may be the same. Of several visits with one
/// number ("V-1001-2" may be a visit, or the second claim of V-1001) it is that with the same patient, charge and day.
Result<ClaimMatch> findClaim(const ClaimRepository& claims, ReadTx& tx, const NamedClaim& named);

/// Letters of a name as a claim would send it, in upper case and without accents, to compare by.
std::string lettersOf(std::string_view name);

/// The line that "V-1001-2" of claim "V-1001" names, by 1-based position among the procedures; 0 when it is no number of a line of that
/// claim. Numbers count the lines that are sent: ICD-10-PCS procedures are none.
int lineOfControlNumber(const Encounter& encounter, std::string_view claimNumber, std::string_view lineControlNumber);

}  // namespace cw::app::answering
