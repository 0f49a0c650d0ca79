#include "store/work/claim_repository.h"

#include "base/digest.h"
#include "store/work/work_database.h"

namespace cw::store {

namespace {

constexpr std::int64_t lastControlNumber = 999'999'999;  // ISA13 and GS06 have nine digits.

Result<std::int64_t> next(Database& database, std::string_view counter)
{
    CW_TRY(auto statement, database.prepare("INSERT INTO control_counter (name, last_value) VALUES (?, 1) "
                                            "ON CONFLICT (name) DO UPDATE SET last_value = last_value + 1 "
                                            "RETURNING last_value"));
    CW_TRY(const bool row, statement.bind(counter).step());
    if (!row || statement.integer(0) > lastControlNumber)
        return Error{ErrorKind::conflict, "STORE-050", "control numbers are used up: " + std::string(counter)};
    const auto value = statement.integer(0);
    // The statement must run to its end before the transaction can commit.
    CW_TRY([[maybe_unused]] const bool more, statement.step());
    return value;
}

struct Predecessor {
    std::optional<std::int64_t> id;
    std::int64_t version = 0;
};

Result<Predecessor> lastClaimOf(Database& database, EncounterRowId encounter)
{
    CW_TRY(auto select,
           database.prepare("SELECT id, version FROM claim WHERE encounter = ? ORDER BY version DESC LIMIT 1"));
    CW_TRY(const bool row, select.bind(encounter.value).step());
    if (!row) return Predecessor{};
    return Predecessor{select.integer(0), select.integer(1)};
}

}  // namespace

Result<ControlNumbers> SqliteClaimRepository::takeControlNumbers(WriteTx& tx)
{
    auto& database = databaseOf(tx);
    ControlNumbers numbers;
    CW_TRY(numbers.interchange, next(database, "interchange"));
    CW_TRY(numbers.group, next(database, "group"));
    CW_TRY(numbers.batch, next(database, "batch"));
    return numbers;
}

Result<BatchId> SqliteClaimRepository::record(WriteTx& tx, const Batch& batch, std::string_view fileBytes,
                                              const std::vector<NewClaim>& claims, const Actor& actor)
{
    auto& database = databaseOf(tx);
    const BatchId id{m_ids.next()};
    CW_TRY(auto insert,
           database.prepare("INSERT INTO claim_batch (id, number, form, is_test, file_name, file_bytes, digest, "
                            "interchange_control_number, claim_count, charge_cents, exported_at, exported_by) "
                            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    insert.bind(id.value).bind(batch.number).bind(batch.form).bind(batch.test ? 1 : 0).bind(batch.fileName);
    insert.bindBlob(fileBytes).bind(batch.digest).bind(batch.interchangeControlNumber).bind(batch.claims);
    CW_CHECK(insert.bind(batch.charges.inCents()).bind(m_clock.now().milliseconds).bind(actor.name).run());

    CW_TRY(auto claim, database.prepare("INSERT INTO claim (id, batch, encounter, claim_number, version, replaces, "
                                        "charge_cents, status) VALUES (?, ?, ?, ?, ?, ?, ?, 'exported')"));
    CW_TRY(auto snapshot, database.prepare("INSERT INTO claim_snapshot (claim, bytes, digest) VALUES (?, ?, ?)"));
    for (const auto& entry : claims) {
        CW_TRY(const auto before, lastClaimOf(database, entry.encounter));
        const auto claimId = m_ids.next();
        claim.bind(claimId).bind(id.value).bind(entry.encounter.value).bind(entry.claimNumber);
        CW_CHECK(claim.bind(before.version + 1).bind(before.id).bind(entry.charges.inCents()).run());
        CW_CHECK(snapshot.bind(claimId).bindBlob(entry.snapshot).bind(sha256Hex(entry.snapshot)).run());
    }
    return id;
}

Result<std::vector<Batch>> SqliteClaimRepository::batches(ReadTx& tx) const
{
    CW_TRY(auto select,
           databaseOf(tx).prepare(
               "SELECT id, number, form, is_test, file_name, digest, interchange_control_number, "
               "claim_count, charge_cents, exported_at, exported_by FROM claim_batch ORDER BY number DESC"));
    std::vector<Batch> found;
    while (true) {
        CW_TRY(const bool row, select.step());
        if (!row) return found;
        Batch batch;
        batch.id = BatchId{select.integer(0)};
        batch.number = select.integer(1);
        batch.form = select.text(2);
        batch.test = select.integer(3) != 0;
        batch.fileName = select.text(4);
        batch.digest = select.text(5);
        batch.interchangeControlNumber = select.integer(6);
        batch.claims = static_cast<int>(select.integer(7));
        batch.charges = Money::cents(select.integer(8));
        batch.exportedAt = Instant{select.integer(9)};
        batch.exportedBy = select.text(10);
        found.push_back(std::move(batch));
    }
}

Result<std::vector<ClaimRecord>> SqliteClaimRepository::claims(ReadTx& tx,
                                                               std::optional<std::int64_t> batchNumber) const
{
    CW_TRY(auto select, databaseOf(tx).prepare(
                            "SELECT c.id, c.batch, b.number, c.encounter, e.encounter_id, c.claim_number, c.version, "
                            "e.payer_name, c.charge_cents, c.status, c.last_response FROM claim c "
                            "JOIN claim_batch b ON b.id = c.batch JOIN encounter e ON e.id = c.encounter "
                            "WHERE ? IS NULL OR b.number = ? ORDER BY b.number DESC, e.encounter_id"));
    select.bind(batchNumber).bind(batchNumber);
    std::vector<ClaimRecord> found;
    while (true) {
        CW_TRY(const bool row, select.step());
        if (!row) return found;
        ClaimRecord claim;
        claim.id = ClaimId{select.integer(0)};
        claim.batch = BatchId{select.integer(1)};
        claim.batchNumber = select.integer(2);
        claim.encounter = EncounterRowId{select.integer(3)};
        claim.encounterId = select.text(4);
        claim.claimNumber = select.text(5);
        claim.version = static_cast<int>(select.integer(6));
        claim.payerName = select.text(7);
        claim.charges = Money::cents(select.integer(8));
        claim.status = select.text(9);
        claim.lastResponse = select.text(10);
        found.push_back(std::move(claim));
    }
}

Result<std::string> SqliteClaimRepository::batchFile(ReadTx& tx, BatchId batch) const
{
    CW_TRY(auto select, databaseOf(tx).prepare("SELECT file_bytes, digest FROM claim_batch WHERE id = ?"));
    CW_TRY(const bool row, select.bind(batch.value).step());
    if (!row) return Error{ErrorKind::notFound, "STORE-051", "no such claim file"};
    auto bytes = select.blob(0);
    if (sha256Hex(bytes) != select.view(1))
        return Error{ErrorKind::corrupt, "STORE-052", "the stored claim file does not fit its digest"};
    return bytes;
}

}  // namespace cw::store
