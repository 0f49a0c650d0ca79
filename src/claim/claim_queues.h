#pragma once

#include "base/money.h"
#include "base/transaction.h"
#include "claim/claim_repository.h"
#include "encounter/encounter_repository.h"

#include <optional>
#include <string>
#include <vector>

namespace cw {

/// The biller's queues. Ready and failing are approved encounters (failing: what the edits kept of the last check has an
/// error that nobody attested, or no check is kept and none was made); the others are live claims by status, newest answer first.
enum class ClaimQueue { ready, failing, sent, rejected, denied, paid };
std::string_view toString(ClaimQueue queue) noexcept;
Result<ClaimQueue> parseClaimQueue(std::string_view text);  ///< Fails with invalidInput (CLAIM-305).

struct QueueTotal {
    ClaimQueue queue = ClaimQueue::ready;
    std::int64_t claims = 0;
    Money charges;
};

/// One payer of a queue.
struct PayerTotal {
    std::string payerName, payerId, claimFilingCode;
    std::int64_t claims = 0;
    Money charges;
    Money paid;
    std::int64_t failing = 0;             ///< Ready queue only.
    std::optional<Date> earliestService;  ///< For the days left to file.
    std::optional<Date> earliestFileBy;   ///< Of earliestService by the payer's limit; set by app::BillingDesk.
    std::optional<Date> earliestDue;      ///< Of claims that have a due day.
};

/// An approved encounter in the ready or failing queue.
struct ReadyRow {
    EncounterSummary summary;
    bool isFailing = false;
    std::string firstError;  ///< "PF-9: …" as kept.
    CoverageRank billed = CoverageRank::primary;
    std::optional<Date> fileBy;  ///< Last day to file; set by app::BillingDesk.
};

struct QueueFilter {
    ClaimQueue queue = ClaimQueue::sent;
    std::optional<std::string> payerId;
    std::string text;  ///< Part of claim number, visit id, patient or payer.
    int limit = 500;
    int offset = 0;
};

class ClaimQueueRepository {
public:
    virtual ~ClaimQueueRepository() = default;
    /// All six; at most 50 ms over 200,000 claims, as are the others.
    virtual Result<std::vector<QueueTotal>> totals(ReadTx& tx) const = 0;
    /// Most charges first.
    virtual Result<std::vector<PayerTotal>> byPayer(ReadTx& tx, ClaimQueue queue) const = 0;
    /// Ready and failing: oldest service first.
    virtual Result<std::vector<ReadyRow>> ready(ReadTx& tx, const QueueFilter& filter) const = 0;
    /// The others: rejected and denied by due day, sent oldest first, paid newest first.
    virtual Result<std::vector<ClaimRecord>> claims(ReadTx& tx, const QueueFilter& filter) const = 0;
};

/// Exported = accepted + rejected + paid + denied + outstanding, in count and cents, for one batch; voided batches say so.
struct BatchReconciliation {
    std::int64_t batchNumber = 0;
    std::string fileName;
    bool isVoided = false;
    struct Part {
        std::int64_t claims = 0;
        Money charges;
    };
    Part exported, outstanding, accepted, rejected, paid, denied, replaced;
    Money paidAmount;
    bool agrees = true;  ///< The parts add up to what the batch's record says.
};

}  // namespace cw
