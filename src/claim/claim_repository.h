#pragma once

#include "base/clock.h"
#include "base/ids.h"
#include "base/money.h"
#include "base/transaction.h"
#include "encounter/encounter_repository.h"

#include <cstdint>
#include <string>
#include <vector>

namespace cw {

/// The numbers that identify an interchange; each is used once, ever (837 facts, section 1).
struct ControlNumbers {
    std::int64_t interchange = 1;  ///< ISA13, 1 to 999,999,999.
    std::int64_t group = 1;        ///< GS06.
    std::int64_t batch = 1;        ///< BHT03 and our batch number.
};

/// A claim file that was written.
struct Batch {
    BatchId id;
    std::int64_t number = 0;
    std::string form;  ///< "837p"
    bool test = false;
    std::string fileName;
    std::string digest;  ///< SHA-256 of the file.
    std::int64_t interchangeControlNumber = 0;
    int claims = 0;
    Money charges;
    Instant exportedAt;
    std::string exportedBy;
};

/// One claim in a batch.
struct ClaimRecord {
    ClaimId id;
    BatchId batch;
    std::int64_t batchNumber = 0;
    EncounterRowId encounter;
    std::string encounterId;
    std::string claimNumber;  ///< CLM01.
    int version = 1;          ///< 1 for the first export of the encounter, then 2 …
    std::string payerName;
    Money charges;
    std::string status;        ///< "exported", later "accepted", "rejected", …
    std::string lastResponse;  ///< Empty until a response names it.
};

struct NewClaim {
    EncounterRowId encounter;
    std::string claimNumber;
    Money charges;
    std::string snapshot;  ///< The claim's own segments, byte for byte as in the file.
};

class ClaimRepository {
public:
    virtual ~ClaimRepository() = default;
    /// Takes the next numbers; they are never given again, even when `tx` is used for nothing else.
    virtual Result<ControlNumbers> takeControlNumbers(WriteTx& tx) = 0;
    /// Records file, claims and immutable snapshots.
    virtual Result<BatchId> record(WriteTx& tx, const Batch& batch, std::string_view fileBytes,
                                   const std::vector<NewClaim>& claims, const Actor& actor) = 0;
    virtual Result<std::vector<Batch>> batches(ReadTx& tx) const = 0;
    /// All claims, or those of one batch number.
    virtual Result<std::vector<ClaimRecord>> claims(ReadTx& tx, std::optional<std::int64_t> batchNumber) const = 0;
    /// The file as it was sent, checked against its digest. Fails with notFound or corrupt.
    virtual Result<std::string> batchFile(ReadTx& tx, BatchId batch) const = 0;
};

}  // namespace cw
