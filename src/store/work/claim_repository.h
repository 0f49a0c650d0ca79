#pragma once

#include "base/clock.h"
#include "claim/claim_repository.h"

namespace cw::store {

/// Claims as rows: claim_record (numbers, writing), claim_load, claim_events and claim_void hold its functions.
class SqliteClaimRepository final : public ClaimRepository {
public:
    SqliteClaimRepository(const Clock& clock, IdSource& ids) : m_clock(clock), m_ids(ids) {}
    Result<ControlNumbers> takeControlNumbers(WriteTx& tx) override;
    Result<std::int64_t> takeBatchNumber(WriteTx& tx) override;
    Status returnNumbers(WriteTx& tx, bool withInterchange) override;
    Result<Standing> standing(ReadTx& tx, EncounterRowId encounter, CoverageRank billed) const override;
    Result<BatchId> record(WriteTx& tx, const Batch& batch, std::string_view fileBytes,
                           const std::vector<NewClaim>& claims, const Actor& actor) override;
    Status voidBatch(WriteTx& tx, BatchId batch, std::string_view reason, const Actor& actor) override;

    Result<std::vector<Batch>> batches(ReadTx& tx) const override;
    Result<Batch> batchByNumber(ReadTx& tx, std::int64_t number) const override;
    Result<std::optional<Batch>> batchByInterchange(ReadTx& tx, std::int64_t interchangeControlNumber) const override;
    Result<std::optional<Batch>> batchByGroup(ReadTx& tx, std::int64_t groupControlNumber) const override;
    Result<std::vector<ClaimRecord>> claims(ReadTx& tx, std::optional<std::int64_t> batchNumber) const override;
    Result<ClaimRecord> claim(ReadTx& tx, ClaimId id) const override;
    Result<std::vector<ClaimRecord>> claimsOf(ReadTx& tx, EncounterRowId encounter) const override;
    Result<std::vector<ClaimRecord>> byNumber(ReadTx& tx, std::string_view claimNumber) const override;
    Result<std::vector<ClaimRecord>> byPayerControlNumber(ReadTx& tx, std::string_view number) const override;
    Result<std::vector<ClaimRecord>> byPatient(ReadTx& tx, std::string_view patientKey,
                                               Date serviceFrom) const override;
    Result<std::string> batchFile(ReadTx& tx, BatchId batch) const override;
    Result<std::string> snapshot(ReadTx& tx, ClaimId claim) const override;

    Result<std::int64_t> apply(WriteTx& tx, const ClaimEvent& event, const ClaimChange& change,
                               std::int64_t seen) override;
    Result<std::vector<ClaimEvent>> events(ReadTx& tx, ClaimId claim) const override;

private:
    const Clock& m_clock;
    IdSource& m_ids;
};

}  // namespace cw::store
