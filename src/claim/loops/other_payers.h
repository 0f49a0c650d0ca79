#pragma once

#include "claim/loops/claim_to_write.h"

namespace cw::loops {

/// Every coverage but the billed one, by rank; the answers of those that come before it. Refuses a claim with two coverages
/// of one rank (CLAIM-615), one that an earlier payer has not answered (-628), an answer that cannot be read (-616), that speaks of lines there are not (-617, -618), has
/// adjustments on claim and lines (-619), or does not balance: charge = paid + adjustments, on the line (-620) and on the claim
/// (-621) (837 facts, section 10).
std::vector<OtherPayer> otherPayers(x12::SegmentWriter& out, const Encounter& encounter, const Coverage& billed,
                                    Money charges);

/// Loops 2320, 2330A and 2330B of all of them. Refusals CLAIM-622 to -624.
void writeOtherPayers(x12::SegmentWriter& out, const ClaimToWrite& claim);

/// Loop 2430: what each of them said of the line at `position` among the encounter's procedures, from 1.
void writeLineAnswers(x12::SegmentWriter& out, const ClaimToWrite& claim, const ProcedureLine& line, int position);

/// CAS: one segment for each group, or more where a group has more than six reasons; amounts of zero are left out, as payers
/// reject them (claim lessons, 6). Refuses more than five segments (CLAIM-624).
void writeAdjustments(x12::SegmentWriter& out, const std::vector<Adjustment>& adjustments);

}  // namespace cw::loops
