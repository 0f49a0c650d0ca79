#pragma once

#include "claim/answers/answer.h"

#include <string>
#include <string_view>

namespace cw::answers {

/// Codes of answers in words of our own (the official texts are X12's). An unknown code answers with a sentence that names it.
std::string wordsOfTa1Note(std::string_view note);
std::string wordsOfSegmentFault(std::string_view ik304);
std::string wordsOfElementFault(std::string_view ik403);
/// "The payer could not process the claim: the diagnosis code is not valid (billing provider)." of A7:254:85.
std::string wordsOf(const StatusCode& code);
/// "Contractual: the charge is above what the contract allows (CO-45)."
std::string wordsOfAdjustment(std::string_view group, std::string_view reason);
std::string wordsOfRemark(std::string_view remark);
std::string wordsOfClaimStatus(std::string_view clp02);
std::string wordsOfProviderAdjustment(std::string_view plb);

/// Whether the code is one of the published list (the codes themselves, without text, are facts): an unknown one is taken all the same.
bool isKnownReason(std::string_view carc);

/// Who can act on it.
enum class Desk { coder, biller };
/// A rejection by status code and entity: codes, modifiers, diagnoses and pointers go to the coder, all else to the biller.
Desk deskFor(const StatusCode& code);
/// A denial by its adjustment reasons (and remarks).
Desk deskForReason(std::string_view carc);
/// A reason that makes a line or claim denied rather than reduced: not what a contract, a deductible, a coinsurance or
/// another payer takes, nor informational (835 facts: judged from CAS, not from CLP02 alone).
bool isDenialReason(std::string_view group, std::string_view reason);

/// Rules of ours that look for what the payer complained of ("CV-1", "PF-3"); empty when none does.
std::vector<std::string> rulesThatLookForStatus(const StatusCode& code);
std::vector<std::string> rulesThatLookForReason(std::string_view carc, const std::vector<std::string>& remarks);
/// What a new rule would have to check when none does: one sentence.
std::string proposalFor(std::string_view carc);

}  // namespace cw::answers
