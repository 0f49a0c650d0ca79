#include "app/billing/answering/claim_match.h"

#include "base/text.h"
#include "claim/x12/characters.h"

#include <algorithm>

namespace cw::app::answering {

namespace {

bool isSamePatient(const ClaimRecord& claim, const NamedClaim& named)
{
    const auto ours = lettersOf(std::string_view(claim.patientName).substr(0, claim.patientName.find(',')));
    const auto theirs = lettersOf(named.lastName);
    if (theirs.empty() || ours.empty() || theirs == ours) return true;
    // Payers cut names, and add a suffix or a second family name.
    return std::min(ours.size(), theirs.size()) >= 3 && (ours.starts_with(theirs) || theirs.starts_with(ours));
}

/// Amounts of a reversal are negative.
Money withoutSign(Money amount)
{
    return amount < Money() ? Money() - amount : amount;
}

bool isSameVisit(const ClaimRecord& claim, const NamedClaim& named)
{
    return (!named.charge || withoutSign(*named.charge) == withoutSign(claim.charges)) &&
           (!named.serviceFrom || *named.serviceFrom == claim.serviceFrom);
}

bool isForeign(const ClaimRecord& claim, const NamedClaim& named)
{
    return !isSamePatient(claim, named) && !isSameVisit(claim, named);
}

/// The newest live one, else the newest.
const ClaimRecord* bestOf(const std::vector<ClaimRecord>& newestFirst)
{
    const auto live = std::find_if(newestFirst.begin(), newestFirst.end(), [](const auto& one) { return one.isLive; });
    if (live != newestFirst.end()) return &*live;
    return newestFirst.empty() ? nullptr : &newestFirst.front();
}

bool areOfOneEncounter(const std::vector<ClaimRecord>& claims)
{
    return std::all_of(claims.begin(), claims.end(),
                       [&](const auto& one) { return one.encounter == claims.front().encounter; });
}

/// Those of one encounter; empty when several have the number and not just one of them fits.
std::vector<ClaimRecord> ofOneEncounter(std::vector<ClaimRecord> claims, const NamedClaim& named)
{
    if (areOfOneEncounter(claims)) return claims;
    std::erase_if(claims, [&](const auto& one) { return !isSamePatient(one, named) || !isSameVisit(one, named); });
    if (!areOfOneEncounter(claims)) claims.clear();
    return claims;
}

/// Numbers of two payers may be the same.
Result<std::vector<ClaimRecord>> claimsByPayersNumber(const ClaimRepository& claims, ReadTx& tx,
                                                      const NamedClaim& named)
{
    if (named.payerControlNumber.empty()) return std::vector<ClaimRecord>{};
    CW_TRY(auto found, claims.byPayerControlNumber(tx, text::trim(named.payerControlNumber)));
    if (!named.payerId.empty()) std::erase_if(found, [&](const auto& one) { return one.payerId != named.payerId; });
    return found;
}

}  // namespace

Result<ClaimMatch> findClaim(const ClaimRepository& claims, ReadTx& tx, const NamedClaim& named)
{
    ClaimMatch match;
    std::vector<ClaimRecord> byNumber;
    if (!named.claimNumber.empty()) {
        CW_TRY(byNumber, claims.byNumber(tx, text::upperAscii(text::trim(named.claimNumber))));
    }
    const bool hasNumber = !byNumber.empty();
    byNumber = ofOneEncounter(std::move(byNumber), named);
    const auto* best = bestOf(byNumber);
    if (hasNumber && best == nullptr) {
        match.reason = "Several visits of ours have this claim number, and not just one of them fits.";
        return match;
    }
    if (best != nullptr && isForeign(*best, named)) {
        match.reason = "A claim of ours has this number, but the patient and the day or charge are others.";
        return match;
    }
    if (best != nullptr && (best->isLive || named.payerControlNumber.empty())) {
        match.claim = *best;
        return match;
    }
    CW_TRY(const auto byPayer, claimsByPayersNumber(claims, tx, named));
    const auto* other = bestOf(byPayer);
    if (other != nullptr && !isForeign(*other, named) && areOfOneEncounter(byPayer) &&
        (best == nullptr || other->isLive)) {
        match.claim = *other;
    } else if (best != nullptr) {
        match.claim = *best;
    } else if (byPayer.size() > 1) {
        match.reason = "None of our claims has this number, and several have the payer's number.";
    } else if (named.claimNumber.empty() && named.payerControlNumber.empty()) {
        match.reason = "The answer names no claim number.";
    } else {
        match.reason = "None of our claims has this number or the payer's number.";
    }
    return match;
}

std::string lettersOf(std::string_view name)
{
    std::vector<x12::Replacement> ignored;
    std::string letters;
    for (const char c : x12::toSendable(name, ignored))
        if (c >= 'A' && c <= 'Z') letters += c;
    return letters;
}

int lineOfControlNumber(const Encounter& encounter, std::string_view claimNumber, std::string_view lineControlNumber)
{
    if (lineControlNumber.size() <= claimNumber.size() + 1 || !lineControlNumber.starts_with(claimNumber) ||
        lineControlNumber[claimNumber.size()] != '-')
        return 0;
    const auto digits = lineControlNumber.substr(claimNumber.size() + 1);
    if (!text::isDigits(digits) || digits.size() > 4) return 0;
    // The line's place among the procedures (claim/claim_file.h).
    const int line = std::stoi(std::string(digits));
    return line <= static_cast<int>(encounter.procedures.size()) ? line : 0;
}

}  // namespace cw::app::answering
