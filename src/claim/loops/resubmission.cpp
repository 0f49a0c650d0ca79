#include "claim/loops/resubmission.h"

#include "base/text.h"

namespace cw::loops {

std::string_view frequencyOf(const ClaimToWrite& claim) noexcept
{
    const auto own = text::trim(claim.encounter.claim.frequencyCode);
    // "1" is what a practice system sends when it was asked nothing; the type of bill knows interim bills and late charges.
    if (!own.empty() && (own != "1" || !claim.isInstitutional())) return own;
    const auto bill = text::trim(claim.encounter.service.typeOfBill);
    if (claim.isInstitutional() && bill.size() >= 3) return bill.substr(bill.size() - 1);
    return own.empty() ? std::string_view("1") : own;
}

void checkResubmission(x12::SegmentWriter& out, const ClaimToWrite& claim)
{
    const auto frequency = frequencyOf(claim);
    const bool namesOriginal = !text::trim(claim.encounter.claim.originalReferenceNumber).empty();
    const bool corrects = frequency == "6" || frequency == "7" || frequency == "8";
    if (corrects && !namesOriginal)
        out.refuse("CLAIM-212", "REF02", "a correction, replacement or void needs the payer's claim control number");
    // Interim bills and late charges (837I 2 to 5, 9) may name it.
    if (frequency == "1" && namesOriginal && !claim.claim.referenceOnOriginal)
        out.refuse("CLAIM-213", "CLM05-3", "an original claim has no payer's claim control number");
}

}  // namespace cw::loops
