#include "app/billing/claim_history.h"

#include <map>

namespace cw::app {

namespace {

using Part = BatchReconciliation::Part;

Part& partOf(BatchReconciliation& batch, ClaimStatus status)
{
    switch (status) {
    case ClaimStatus::accepted: return batch.accepted;
    case ClaimStatus::rejected: return batch.rejected;
    case ClaimStatus::paid: return batch.paid;
    case ClaimStatus::denied: return batch.denied;
    case ClaimStatus::replaced: return batch.replaced;
    case ClaimStatus::exported:
    case ClaimStatus::voided: break;  // Of a voided batch: nobody will answer, and the batch says so.
    }
    return batch.outstanding;
}

BatchReconciliation startOf(const Batch& batch)
{
    BatchReconciliation row;
    row.batchNumber = batch.number;
    row.fileName = batch.fileName;
    row.isVoided = batch.voidedAt.has_value();
    row.exported = {batch.claims, batch.charges};
    return row;
}

bool addsUp(const BatchReconciliation& row)
{
    Part sum;
    for (const auto* part : {&row.outstanding, &row.accepted, &row.rejected, &row.paid, &row.denied, &row.replaced}) {
        sum.claims += part->claims;
        sum.charges += part->charges;
    }
    return sum.claims == row.exported.claims && sum.charges == row.exported.charges;
}

}  // namespace

Result<std::vector<BatchReconciliation>> ClaimHistory::reconciliation()
{
    CW_CHECK(require(m_workspace, Permission::bill));
    CW_TRY(auto tx, m_workspace.work().beginRead());
    CW_TRY(const auto batches, m_workspace.claims().batches(*tx));
    CW_TRY(const auto claims, m_workspace.claims().claims(*tx, std::nullopt));
    std::map<BatchId, std::size_t> places;
    std::vector<BatchReconciliation> rows;
    for (const auto& batch : batches) {
        if (batch.test) continue;
        places[batch.id] = rows.size();
        rows.push_back(startOf(batch));
    }
    std::map<BatchId, bool> hasClaims;
    for (const auto& claim : claims) {
        const auto place = places.find(claim.batch);
        if (place == places.end()) continue;
        auto& row = rows[place->second];
        auto& part = partOf(row, claim.status);
        ++part.claims;
        part.charges += claim.charges;
        row.paidAmount += claim.paid;
        hasClaims[claim.batch] = true;
    }
    std::vector<BatchReconciliation> answered;
    for (const auto& batch : batches) {
        const auto place = places.find(batch.id);
        // Copies of data (JSON, CSV, XLSX, FHIR) are batches without claims: nobody answers them.
        if (place == places.end() || !hasClaims[batch.id]) continue;
        rows[place->second].agrees = addsUp(rows[place->second]);
        answered.push_back(std::move(rows[place->second]));
    }
    return answered;
}

}  // namespace cw::app
