#pragma once

#include "base/clock.h"
#include "base/ids.h"
#include "base/money.h"
#include "base/transaction.h"
#include "claim/claim_status.h"
#include "encounter/encounter_repository.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace cw {

/// The numbers that identify an interchange; each is used once, ever (837 facts, section 1).
struct ControlNumbers {
    std::int64_t interchange = 1;  ///< ISA13, 1 to 999,999,999.
    std::int64_t group = 1;        ///< GS06.
    std::int64_t batch = 1;        ///< BHT03 ("B000219") and our batch number.
};

/// A claim file that was written.
struct Batch {
    BatchId id;
    std::int64_t number = 0;
    std::string form;  ///< toString(ClaimForm): "837p"
    bool test = false;
    std::string fileName;
    std::string digest;  ///< SHA-256 of the file.
    std::int64_t interchangeControlNumber = 0;
    std::int64_t groupControlNumber = 0;
    PartnerId partner;
    std::string partnerName;
    std::string receiverId;  ///< ISA08 as sent.
    int claims = 0;
    Money charges;
    Instant exportedAt;
    std::string exportedBy;
    std::optional<Instant> voidedAt;
    std::string voidedBy;
    std::string voidReason;
};

/// One claim in a batch.
struct ClaimRecord {
    ClaimId id;
    BatchId batch;
    std::int64_t batchNumber = 0;
    EncounterRowId encounter;
    std::string encounterId;
    std::string patientName;
    std::string claimNumber;  ///< CLM01.
    int version = 1;          ///< 1 for the first export of the encounter, then 2 …
    ClaimId replaces;         ///< The version before; not valid for the first.
    CoverageRank billed = CoverageRank::primary;
    std::string form;
    std::string frequency;  ///< 1, 7, 8.
    std::string payerName;
    std::string payerId;
    Date serviceFrom = Date::of(2000, 1, 1);
    Money charges;
    Money paid;
    Money patientShare;
    std::string payerControlNumber;  ///< From a 277CA (REF*1K) or 835 (CLP07); what REF*F8 of a correction must say.
    ClaimStatus status = ClaimStatus::exported;
    bool isLive = true;  ///< Waiting for or holding the payer's answer: at most one for an encounter and coverage.
    std::optional<Date> dueOn;  ///< Last day to file (rejected: to file again; denied: to appeal).
    std::string lastResponse;   ///< One sentence of ours; empty until a response names it.
    std::int64_t rowVersion = 0;
};

struct NewClaim {
    EncounterRowId encounter;
    std::string claimNumber;
    int version = 1;
    CoverageRank billed = CoverageRank::primary;
    std::string frequency = "1";
    std::string payerName;
    std::string payerId;
    std::string patientKey;  ///< Of patientMatchKey(): for responses without our numbers.
    Date serviceFrom = Date::of(2000, 1, 1);
    std::optional<Date> dueOn;
    Money charges;
    std::string snapshot;  ///< The claim's own segments, byte for byte as in the file.
};

/// "OKAFOR|IFE|19610402": what a response without our numbers is compared by, with date of service and charge. Upper case, letters only.
std::string patientMatchKey(std::string_view lastName, std::string_view firstName, std::optional<Date> birthDate);

/// What an answer, a void or a person did to a claim; a row of its timeline.
struct ClaimEvent {
    ClaimId claim;
    Instant at;
    std::string kind;      ///< "exported", "ta1", "999", "277ca", "835", "voided", "matched", "resubmitted", "note" …
    std::string outcome;   ///< "accepted", "rejected", "paid", "denied", "reversed", ""
    std::string sentence;  ///< Ours; codes and our ids, no names.
    std::string codes;     ///< "A7:255:IL", "CO-45 PR-2"; empty.
    std::optional<Money> amount;
    AnswerFileId file;  ///< Not valid: no file behind it.
    std::string by;     ///< Account.
};

/// Change of a claim by an event. Unset: stays.
struct ClaimChange {
    std::optional<ClaimStatus> status;
    std::optional<bool> isLive;
    std::optional<Money> paid;          ///< New total.
    std::optional<Money> patientShare;  ///< New total.
    std::optional<std::string> payerControlNumber;
    std::optional<std::optional<Date>> dueOn;
    std::string lastResponse;  ///< Empty: stays.
};

class ClaimRepository {
public:
    virtual ~ClaimRepository() = default;
    /// Takes the next numbers. They belong to the transaction: given once it commits, and never again; a rolled back
    /// transaction has taken none, so that the record has no gaps.
    virtual Result<ControlNumbers> takeControlNumbers(WriteTx& tx) = 0;
    /// For files without an interchange (paper, tables): a batch number alone.
    virtual Result<std::int64_t> takeBatchNumber(WriteTx& tx) = 0;
    /// Undoes the last take in the same transaction, when its file came to nothing.
    virtual Status returnNumbers(WriteTx& tx, bool withInterchange) = 0;
    /// The version the next claim of each encounter will have, and the live claim it would stand beside.
    struct Standing {
        int nextVersion = 1;
        std::optional<ClaimRecord> live;  ///< For this coverage, of a batch that is no test and not voided.
        std::optional<ClaimRecord> last;  ///< The newest of any coverage.
    };
    virtual Result<Standing> standing(ReadTx& tx, EncounterRowId encounter, CoverageRank billed) const = 0;
    /// Records file, claims, immutable snapshots and their first events. Fails with conflict (STORE-340) when an encounter has a live claim
    /// for the coverage already, naming it; then the transaction must not be committed. A new live claim ends the one it
    /// replaces (status `replaced`) when that is paid, denied, accepted or rejected.
    virtual Result<BatchId> record(WriteTx& tx, const Batch& batch, std::string_view fileBytes,
                                   const std::vector<NewClaim>& claims, const Actor& actor) = 0;
    /// Newest first.
    virtual Result<std::vector<Batch>> batches(ReadTx& tx) const = 0;
    /// Fails with notFound.
    virtual Result<Batch> batchByNumber(ReadTx& tx, std::int64_t number) const = 0;
    virtual Result<std::optional<Batch>> batchByInterchange(ReadTx& tx,
                                                            std::int64_t interchangeControlNumber) const = 0;
    virtual Result<std::optional<Batch>> batchByGroup(ReadTx& tx, std::int64_t groupControlNumber) const = 0;
    /// Marks the batch and its claims voided; they are live no more. Fails with conflict (STORE-341) when a claim of it has an answer other than
    /// a rejection, or it is voided already.
    virtual Status voidBatch(WriteTx& tx, BatchId batch, std::string_view reason, const Actor& actor) = 0;
    /// All claims, or those of one batch number.
    virtual Result<std::vector<ClaimRecord>> claims(ReadTx& tx, std::optional<std::int64_t> batchNumber) const = 0;
    /// Fails with notFound.
    virtual Result<ClaimRecord> claim(ReadTx& tx, ClaimId id) const = 0;
    /// All versions, oldest first.
    virtual Result<std::vector<ClaimRecord>> claimsOf(ReadTx& tx, EncounterRowId encounter) const = 0;
    /// Newest first; test and voided ones are left out.
    virtual Result<std::vector<ClaimRecord>> byNumber(ReadTx& tx, std::string_view claimNumber) const = 0;
    virtual Result<std::vector<ClaimRecord>> byPayerControlNumber(ReadTx& tx, std::string_view number) const = 0;
    /// By patientMatchKey() and first day of service.
    virtual Result<std::vector<ClaimRecord>> byPatient(ReadTx& tx, std::string_view patientKey,
                                                       Date serviceFrom) const = 0;
    /// The file as it was sent, checked against its digest. Fails with notFound or corrupt.
    virtual Result<std::string> batchFile(ReadTx& tx, BatchId batch) const = 0;
    /// Fails with notFound or corrupt.
    virtual Result<std::string> snapshot(ReadTx& tx, ClaimId claim) const = 0;
    /// Changes a claim and adds the event to its timeline; `seen` is ClaimRecord::rowVersion, else conflict (STORE-342). Returns the new version.
    virtual Result<std::int64_t> apply(WriteTx& tx, const ClaimEvent& event, const ClaimChange& change,
                                       std::int64_t seen) = 0;
    /// Oldest first.
    virtual Result<std::vector<ClaimEvent>> events(ReadTx& tx, ClaimId claim) const = 0;
};

}  // namespace cw
