#pragma once

#include "app/billing/answering/remit_verdict.h"
#include "app/billing/answering/run.h"

namespace cw::app::answering {

/// Last day to appeal: by the payer's record, from the day of the payment, else from today. Not set when the payer's limit is not known here.
std::optional<Date> appealBy(const BillingLists& lists, const ClaimRecord& claim, const answers::Remittance& remittance,
                             Date today);

/// What a person has to look at: each denied part with plain words, the field it leads to and our rules that look for it.
WorkItem denialItem(const Run& run, const ClaimRecord& claim, const answers::Remittance& remittance,
                    const answers::RemitClaim& answer, const RemitVerdict& verdict);

}  // namespace cw::app::answering
