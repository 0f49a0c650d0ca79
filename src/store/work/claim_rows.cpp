#include "store/work/claim_rows.h"

#include "store/work/columns.h"

#include <array>

namespace cw::store {

namespace {

constexpr std::array<std::string_view, 3> rankNames = {"primary", "secondary", "tertiary"};

}  // namespace

const std::string_view selectClaims =
    "SELECT c.id, c.batch, b.number, c.encounter, e.encounter_id, e.patient_name, c.claim_number, c.version, c.replaces, "
    "c.billed, b.form, c.frequency, c.payer_name, c.payer_id, c.service_from, c.charge_cents, c.paid_cents, "
    "c.patient_share_cents, c.payer_control_number, c.status, c.is_live, c.due_on, c.last_response, c.row_version "
    "FROM claim c JOIN claim_batch b ON b.id = c.batch JOIN encounter e ON e.id = c.encounter ";

const std::string_view selectBatches =
    "SELECT id, number, form, is_test, file_name, digest, interchange_control_number, group_control_number, partner, "
    "partner_name, receiver_id, claim_count, charge_cents, exported_at, exported_by, voided_at, voided_by, void_reason "
    "FROM claim_batch ";

std::string_view rankName(CoverageRank rank) noexcept
{
    return rankNames[static_cast<std::size_t>(rank)];
}

Result<CoverageRank> rankOfName(std::string_view name)
{
    for (std::size_t i = 0; i < rankNames.size(); ++i)
        if (rankNames[i] == name) return static_cast<CoverageRank>(i);
    return Error{ErrorKind::corrupt, "STORE-344", "the coverage that a claim bills cannot be read"};
}

Result<ClaimRecord> claimOf(const Statement& row)
{
    ClaimRecord claim;
    claim.id = ClaimId{row.integer(0)};
    claim.batch = BatchId{row.integer(1)};
    claim.batchNumber = row.integer(2);
    claim.encounter = EncounterRowId{row.integer(3)};
    claim.encounterId = row.text(4);
    claim.patientName = row.text(5);
    claim.claimNumber = row.text(6);
    claim.version = smallOf(row, 7);
    claim.replaces = ClaimId{row.integer(8)};
    CW_TRY(claim.billed, rankOfName(row.view(9)));
    claim.form = row.text(10);
    claim.frequency = row.text(11);
    claim.payerName = row.text(12);
    claim.payerId = row.text(13);
    CW_TRY(claim.serviceFrom, Date::parse(row.view(14)));
    claim.charges = moneyOf(row, 15);
    claim.paid = moneyOf(row, 16);
    claim.patientShare = moneyOf(row, 17);
    claim.payerControlNumber = row.text(18);
    CW_TRY(claim.status, parseClaimStatus(row.view(19)));
    claim.isLive = row.integer(20) != 0;
    CW_TRY(claim.dueOn, dayOf(row, 21));
    claim.lastResponse = row.text(22);
    claim.rowVersion = row.integer(23);
    return claim;
}

Result<std::vector<ClaimRecord>> claimsOf(Statement& select)
{
    std::vector<ClaimRecord> found;
    while (true) {
        CW_TRY(const bool row, select.step());
        if (!row) return found;
        CW_TRY(auto claim, claimOf(select));
        found.push_back(std::move(claim));
    }
}

Batch batchOf(const Statement& row)
{
    Batch batch;
    batch.id = BatchId{row.integer(0)};
    batch.number = row.integer(1);
    batch.form = row.text(2);
    batch.test = row.integer(3) != 0;
    batch.fileName = row.text(4);
    batch.digest = row.text(5);
    batch.interchangeControlNumber = row.integer(6);
    batch.groupControlNumber = row.integer(7);
    batch.partner = PartnerId{row.integer(8)};
    batch.partnerName = row.text(9);
    batch.receiverId = row.text(10);
    batch.claims = smallOf(row, 11);
    batch.charges = moneyOf(row, 12);
    batch.exportedAt = Instant{row.integer(13)};
    batch.exportedBy = row.text(14);
    if (!row.isNull(15)) batch.voidedAt = Instant{row.integer(15)};
    batch.voidedBy = row.text(16);
    batch.voidReason = row.text(17);
    return batch;
}

Status insertEvent(Database& database, const ClaimEvent& event, std::int64_t at)
{
    CW_TRY(auto insert, database.prepare("INSERT INTO claim_event (claim, at, kind, outcome, sentence, codes, "
                                         "amount_cents, file, made_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    insert.bind(event.claim.value).bind(at).bind(event.kind).bind(event.outcome).bind(event.sentence);
    insert.bind(event.codes).bind(centsOf(event.amount)).bind(rowOf(event.file));
    return insert.bind(event.by).run();
}

}  // namespace cw::store
