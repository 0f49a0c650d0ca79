#pragma once

#include "claim/answer_repository.h"
#include "encounter/encounter.h"

#include <optional>
#include <string_view>
#include <vector>

namespace cw::app {

/// What a payer decided in the end, as the next payer must be told (837 2320 and 2430): of the payments in force, reversed
/// ones taken out, the newest. Adjustments of lines stay on lines; when the payer adjusted the claim as well, all are added
/// up on the claim, as they may not stand on both. Not set when no payment is in force.
std::optional<PayerAnswer> payerAnswerOf(const Encounter& encounter, std::string_view claimNumber,
                                         const std::vector<ClaimPayment>& payments);

}  // namespace cw::app
