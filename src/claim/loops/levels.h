#pragma once

#include "claim/loops/claim_to_write.h"

namespace cw::loops {

/// The hierarchy of one transaction set (837 facts, section 4): HL01 counts without gaps.
struct Levels {
    int last = 0;                      ///< HL01 last given.
    int billing = 0;                   ///< HL01 of the billing provider in force; 0: none yet.
    const Providers* named = nullptr;  ///< Whose billing provider and pay-to address that is.
};

/// Loops 1000A and 1000B: who sends and who receives.
void writeSubmitterAndReceiver(x12::SegmentWriter& out, const TradingPartner& partner);

/// Loops 2000A, 2010AA and 2010AB, unless the claim's billing provider and pay-to address are those in force.
void writeBillingLevel(x12::SegmentWriter& out, Levels& levels, const ClaimToWrite& claim);

/// Loops 2000B, 2010BA and 2010BB, and 2000C with 2010CA when the patient is not the member. Refusals CLAIM-256, -257.
void writeSubscriberLevel(x12::SegmentWriter& out, Levels& levels, const ClaimToWrite& claim);

/// SBR01 to 09, as 2000B and 2320 have it. `relationship` is SBR02.
void writeSbr(x12::SegmentWriter& out, const Coverage& coverage, std::string_view relationship, bool isInstitutional);

/// NM1*PR with N3 and N4 when the address is known (2010BB, 2330B).
void writePayerName(x12::SegmentWriter& out, const Payer& payer);

}  // namespace cw::loops
