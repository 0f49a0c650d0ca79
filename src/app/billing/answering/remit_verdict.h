#pragma once

#include "claim/answers/answer.h"

#include <string>
#include <vector>

namespace cw::app::answering {

/// What a payer decided on a claim, judged from its amounts and reasons and not from the status code alone (835 facts).
enum class RemitDecision {
    paid,       ///< Something is paid, or contract, patient, deductible or another payer explain that nothing is.
    denied,     ///< Nothing is paid, and a reason that denies stands for the whole of it.
    reversed,   ///< CLP02 22.
    noDecision  ///< 23: not a claim of this payer; 25: what it would pay.
};

/// A reason for which the payer did not pay what it could have paid.
struct DeniedPart {
    int line = 0;  ///< 1-based position in RemitClaim::lines; 0: the claim.
    Adjustment adjustment;
};

struct RemitVerdict {
    RemitDecision decision = RemitDecision::paid;
    std::vector<DeniedPart> denied;
    Money deniedAmount;
    bool isUnexplained = false;  ///< Denied, but no reason stands in the answer.
};
RemitVerdict judge(const answers::RemitClaim& claim);

/// What the patient owes by this answer; a reversal takes it back (negative).
Money patientShareOf(const answers::RemitClaim& claim);

/// "CO-45 PR-1", each once, claim first.
std::string reasonCodesOf(const answers::RemitClaim& claim);

}  // namespace cw::app::answering
