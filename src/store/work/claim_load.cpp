#include "base/digest.h"
#include "store/work/claim_repository.h"
#include "store/work/claim_rows.h"
#include "store/work/work_database.h"

namespace cw::store {

namespace {

Result<Statement> select(ReadTx& tx, std::string_view what, std::string_view condition)
{
    return databaseOf(tx).prepare(std::string(what) + std::string(condition));
}

Result<std::optional<Batch>> oneBatch(ReadTx& tx, std::string_view condition, std::int64_t value)
{
    CW_TRY(auto found, select(tx, selectBatches, condition));
    CW_TRY(const bool row, found.bind(value).step());
    return row ? std::optional(batchOf(found)) : std::nullopt;
}

constexpr std::string_view newestInForce =
    "AND c.is_test = 0 AND c.status <> 'voided' ORDER BY b.number DESC, c.id DESC";

}  // namespace

Result<ClaimRepository::Standing> SqliteClaimRepository::standing(ReadTx& tx, EncounterRowId encounter,
                                                                  CoverageRank billed) const
{
    CW_TRY(auto versions, databaseOf(tx).prepare("SELECT max(version) FROM claim WHERE encounter = ?"));
    CW_TRY([[maybe_unused]] const bool row, versions.bind(encounter.value).step());
    Standing standing;
    if (versions.isNull(0)) return standing;
    standing.nextVersion = static_cast<int>(versions.integer(0)) + 1;
    CW_TRY(auto found, select(tx, selectClaims,
                              "WHERE c.encounter = ? AND c.is_test = 0 AND c.status <> 'voided' "
                              "ORDER BY c.version DESC"));
    CW_TRY(auto all, store::claimsOf(found.bind(encounter.value)));
    if (!all.empty()) standing.last = all.front();
    for (auto& claim : all)
        if (claim.isLive && claim.billed == billed) standing.live = std::move(claim);
    return standing;
}

Result<std::vector<Batch>> SqliteClaimRepository::batches(ReadTx& tx) const
{
    CW_TRY(auto found, select(tx, selectBatches, "ORDER BY number DESC"));
    std::vector<Batch> all;
    while (true) {
        CW_TRY(const bool row, found.step());
        if (!row) return all;
        all.push_back(batchOf(found));
    }
}

Result<Batch> SqliteClaimRepository::batchByNumber(ReadTx& tx, std::int64_t number) const
{
    CW_TRY(auto batch, oneBatch(tx, "WHERE number = ?", number));
    if (!batch) return Error{ErrorKind::notFound, "STORE-053", "there is no batch " + std::to_string(number)};
    return std::move(*batch);
}

Result<std::optional<Batch>> SqliteClaimRepository::batchByInterchange(ReadTx& tx,
                                                                       std::int64_t interchangeControlNumber) const
{
    return oneBatch(tx, "WHERE interchange_control_number = ?", interchangeControlNumber);
}

Result<std::optional<Batch>> SqliteClaimRepository::batchByGroup(ReadTx& tx, std::int64_t groupControlNumber) const
{
    return oneBatch(tx, "WHERE group_control_number = ?", groupControlNumber);
}

Result<std::vector<ClaimRecord>> SqliteClaimRepository::claims(ReadTx& tx,
                                                               std::optional<std::int64_t> batchNumber) const
{
    if (!batchNumber) {
        CW_TRY(auto all, select(tx, selectClaims, "ORDER BY b.number DESC, e.encounter_id"));
        return store::claimsOf(all);
    }
    CW_TRY(auto found, select(tx, selectClaims, "WHERE b.number = ? ORDER BY e.encounter_id"));
    return store::claimsOf(found.bind(*batchNumber));
}

Result<ClaimRecord> SqliteClaimRepository::claim(ReadTx& tx, ClaimId id) const
{
    CW_TRY(auto found, select(tx, selectClaims, "WHERE c.id = ?"));
    CW_TRY(const bool row, found.bind(id.value).step());
    if (!row) return Error{ErrorKind::notFound, "STORE-345", "no such claim"};
    return claimOf(found);
}

Result<std::vector<ClaimRecord>> SqliteClaimRepository::claimsOf(ReadTx& tx, EncounterRowId encounter) const
{
    CW_TRY(auto found, select(tx, selectClaims, "WHERE c.encounter = ? ORDER BY c.version"));
    return store::claimsOf(found.bind(encounter.value));
}

Result<std::vector<ClaimRecord>> SqliteClaimRepository::byNumber(ReadTx& tx, std::string_view claimNumber) const
{
    CW_TRY(auto found, select(tx, selectClaims, "WHERE c.claim_number = ? " + std::string(newestInForce)));
    return store::claimsOf(found.bind(claimNumber));
}

Result<std::vector<ClaimRecord>> SqliteClaimRepository::byPayerControlNumber(ReadTx& tx, std::string_view number) const
{
    CW_TRY(auto found,
           select(tx, selectClaims,
                  "WHERE c.payer_control_number = ? AND c.payer_control_number <> '' " + std::string(newestInForce)));
    return store::claimsOf(found.bind(number));
}

Result<std::vector<ClaimRecord>> SqliteClaimRepository::byPatient(ReadTx& tx, std::string_view patientKey,
                                                                  Date serviceFrom) const
{
    CW_TRY(auto found,
           select(tx, selectClaims, "WHERE c.patient_key = ? AND c.service_from = ? " + std::string(newestInForce)));
    return store::claimsOf(found.bind(patientKey).bind(serviceFrom.iso()));
}

Result<std::string> SqliteClaimRepository::batchFile(ReadTx& tx, BatchId batch) const
{
    CW_TRY(auto found, databaseOf(tx).prepare("SELECT f.bytes, b.digest FROM claim_batch b "
                                              "JOIN claim_batch_file f ON f.batch = b.id WHERE b.id = ?"));
    CW_TRY(const bool row, found.bind(batch.value).step());
    if (!row) return Error{ErrorKind::notFound, "STORE-051", "no such claim file"};
    auto bytes = found.blob(0);
    if (sha256Hex(bytes) != found.view(1))
        return Error{ErrorKind::corrupt, "STORE-052", "the stored claim file does not fit its digest"};
    return bytes;
}

Result<std::string> SqliteClaimRepository::snapshot(ReadTx& tx, ClaimId claim) const
{
    CW_TRY(auto found, databaseOf(tx).prepare("SELECT bytes, digest FROM claim_snapshot WHERE claim = ?"));
    CW_TRY(const bool row, found.bind(claim.value).step());
    if (!row) return Error{ErrorKind::notFound, "STORE-346", "no such claim"};
    auto bytes = found.blob(0);
    if (sha256Hex(bytes) != found.view(1))
        return Error{ErrorKind::corrupt, "STORE-347", "the stored claim does not fit its digest"};
    return bytes;
}

}  // namespace cw::store
