#pragma once

#include "claim/claim_file.h"
#include "encounter/ambulance.h"
#include "encounter/institutional_codes.h"
#include "encounter/payer_answer.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cw::read_back {

/// A claim as a receiver understands it. What an encounter keeps as JSON stands here as values, so that the text's layout does
/// not matter: Encounter::claim.institutional and Coverage::adjudication are empty.
struct ReadBack {
    Encounter encounter;  ///< Ids of diagnoses and lines are their places, from 1.
    InstitutionalCodes codes;
    std::optional<Ambulance> ambulance;
    std::map<CoverageRank, PayerAnswer> answers;  ///< Of the payers before the billed one.
    CoverageRank billed = CoverageRank::primary;
    std::string number;     ///< CLM01
    std::string frequency;  ///< CLM05-3
    bool operator==(const ReadBack&) const = default;
};

/// All claims of a file, in its order. What is not a readable 837P or 837I fails the running test and gives none.
std::vector<ReadBack> readClaims(const std::string& file);

/// What a claim is expected to read back as: the claim, without what an 837 does not carry, in the form in which it does. The
/// list of what is changed stands in normalised.cpp and is the whole of what a round trip may lose.
ReadBack normalised(const Claim& claim, ClaimForm form, const TradingPartner& partner);

/// The members in which they differ, with both values where they are short; empty when they are equal.
std::vector<std::string> differences(const ReadBack& expected, const ReadBack& found);

}  // namespace cw::read_back
