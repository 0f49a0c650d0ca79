#pragma once

#include "base/clock.h"
#include "base/ids.h"
#include "base/transaction.h"
#include "claim/answers/answer.h"
#include "claim/claim_repository.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cw {

/// A file of answers that was imported, byte for byte.
struct AnswerFileRecord {
    AnswerFileId id;
    std::string name;    ///< Without folder.
    std::string digest;  ///< SHA-256; each file once.
    std::string kinds;   ///< "TA1 999"
    int answers = 0;     ///< Acknowledged interchanges, sets, claims.
    int matched = 0;
    int waiting = 0;
    std::vector<std::string> warnings;
    Instant importedAt;
    std::string importedBy;
};

/// A part of an answer that fits none of our claims by number: waits until a person says which it is, or sets it aside.
struct WaitingAnswer {
    WaitingAnswerId id;
    AnswerFileId file;
    std::string kind;    ///< "277ca", "835", "999", "ta1"
    std::string reason;  ///< Why it waits: one sentence of ours.
    std::string claimNumber, payerControlNumber, patientName;
    std::optional<Date> serviceFrom;
    Money charge, paid;
    int firstSegment = 0, lastSegment = 0;  ///< In the file.
    std::optional<Instant> settledAt;
    std::string settledBy, settledHow;  ///< "matched V-1001", "set aside: reason"
};

/// One payment as kept.
struct RemittanceRecord {
    std::int64_t id = 0;
    AnswerFileId file;
    std::string payerName, payerId, traceNumber, method;
    std::optional<Date> paidOn;
    Money amount;
    Money claimsPaid;  ///< Sum of CLP04.
    Money taken;       ///< Sum of PLB.
    int claims = 0;
    bool isBalanced = true;
    std::vector<std::string> imbalances;
    std::vector<answers::ProviderAdjustment> adjustments;
};

/// What one remittance said of one claim.
struct ClaimPayment {
    std::int64_t id = 0;
    std::int64_t remittance = 0;
    ClaimId claim;  ///< Not valid: waits.
    std::string traceNumber, payerName;
    std::optional<Date> paidOn;
    answers::RemitClaim content;
    AnswerFileId file;
};

class AnswerRepository {
public:
    virtual ~AnswerRepository() = default;
    /// The file of this digest, if it was imported before.
    virtual Result<std::optional<AnswerFileRecord>> byDigest(ReadTx& tx, std::string_view digest) const = 0;
    virtual Result<AnswerFileId> addFile(WriteTx& tx, const AnswerFileRecord& file, std::string_view bytes) = 0;
    /// Counts and warnings once the file has been applied.
    virtual Status finishFile(WriteTx& tx, const AnswerFileRecord& file) = 0;
    /// Newest first.
    virtual Result<std::vector<AnswerFileRecord>> files(ReadTx& tx) const = 0;
    /// Checked against its digest. Fails with notFound or corrupt.
    virtual Result<std::string> fileBytes(ReadTx& tx, AnswerFileId file) const = 0;

    virtual Status addWaiting(WriteTx& tx, const WaitingAnswer& waiting) = 0;
    /// Those not settled, oldest first.
    virtual Result<std::vector<WaitingAnswer>> waiting(ReadTx& tx) const = 0;
    virtual Result<WaitingAnswer> waitingAnswer(ReadTx& tx, WaitingAnswerId id) const = 0;
    /// Fails with conflict (STORE-350) when it is settled already.
    virtual Status settle(WriteTx& tx, WaitingAnswerId id, std::string_view how, const Actor& actor) = 0;

    /// Keeps payment, claims, lines, adjustments, remarks and provider adjustments; `claims[i]` is the claim of content.claims[i], not
    /// valid while it waits. Returns the remittance's id.
    virtual Result<std::int64_t> addRemittance(WriteTx& tx, AnswerFileId file, const answers::Remittance& content,
                                               const std::vector<ClaimId>& claims) = 0;
    /// A payment that waited belongs to this claim.
    virtual Status assignPayment(WriteTx& tx, std::int64_t remittance, std::string_view claimNumber, int firstSegment,
                                 ClaimId claim) = 0;
    /// Newest first.
    virtual Result<std::vector<RemittanceRecord>> remittances(ReadTx& tx) const = 0;
    /// All that was said of a claim, oldest first, with lines and adjustments.
    virtual Result<std::vector<ClaimPayment>> payments(ReadTx& tx, ClaimId claim) const = 0;
    /// An earlier payment of the same trace number and payer (the same 835 sent twice in different files).
    virtual Result<bool> hasRemittance(ReadTx& tx, std::string_view payerId, std::string_view traceNumber,
                                       Money amount) const = 0;
};

}  // namespace cw
