#include "tests/store/work_claims_fixture.h"

#include <set>

namespace cw::store {
namespace {

class Claims : public ClaimsTest {
protected:
    ControlNumbers take(Desk& desk, bool commit = true)
    {
        auto tx = must(desk.work->beginWrite());
        const auto numbers = must(desk.claims.takeControlNumbers(*tx));
        if (commit) must(tx->commit());
        return numbers;
    }
    std::vector<ClaimRecord> list(std::optional<std::int64_t> batch = {})
    {
        return read([&](ReadTx& tx) { return anna.claims.claims(tx, batch); });
    }
};

TEST_F(Claims, NumbersCountUpAndNeverRepeat)
{
    const auto ben = another("ben", 2'000'000);
    std::set<std::int64_t> interchanges;
    for (int i = 0; i < 10; ++i) {
        interchanges.insert(take(anna).interchange);
        interchanges.insert(take(*ben).interchange);
    }
    EXPECT_EQ(20U, interchanges.size());
    EXPECT_EQ(1, *interchanges.begin());
    EXPECT_EQ(20, *interchanges.rbegin());
}

TEST_F(Claims, NumbersOfADroppedTransactionWereNeverGiven)
{
    const auto dropped = take(anna, false);
    EXPECT_EQ(dropped.interchange, take(anna).interchange);
}

TEST_F(Claims, NumbersEndAtNineDigits)
{
    take(anna);
    must(anna.database().execute("UPDATE control_counter SET last_value = 999999999 WHERE name = 'interchange'"));
    auto tx = must(anna.work->beginWrite());
    const auto numbers = anna.claims.takeControlNumbers(*tx);
    ASSERT_FALSE(numbers);
    EXPECT_EQ("STORE-050", numbers.error().id);
}

TEST_F(Claims, NumbersThatCameToNothingAreGivenAgain)
{
    take(anna);
    auto tx = must(anna.work->beginWrite());
    const auto first = must(anna.claims.takeControlNumbers(*tx));
    must(anna.claims.returnNumbers(*tx, true));
    EXPECT_EQ(first.batch, must(anna.claims.takeBatchNumber(*tx)));
    must(anna.claims.returnNumbers(*tx, false));
    const auto again = must(anna.claims.takeControlNumbers(*tx));
    EXPECT_EQ(first.interchange, again.interchange);
    EXPECT_EQ(first.group, again.group);
    EXPECT_EQ(first.batch, again.batch);
}

TEST_F(Claims, PaperTakesABatchNumberAlone)
{
    const auto before = take(anna);
    for (int i = 0; i < 2; ++i) {
        auto tx = must(anna.work->beginWrite());
        const auto number = must(anna.claims.takeBatchNumber(*tx));
        Batch batch = batchOf({}, "%PDF", {});
        batch.number = number;
        batch.form = "cms1500";
        batch.interchangeControlNumber = batch.groupControlNumber = 0;
        must(anna.claims.record(*tx, batch, "%PDF", {}, anna.actor));
        must(tx->commit());
    }
    const auto after = take(anna);
    EXPECT_EQ(before.interchange + 1, after.interchange);
    EXPECT_EQ(before.batch + 3, after.batch);
    EXPECT_EQ(0, read([&](ReadTx& tx) { return anna.claims.batches(tx); }).front().interchangeControlNumber);
    EXPECT_EQ("2", anna.ask("SELECT count(*) FROM claim_batch WHERE interchange_control_number IS NULL"));
}

TEST_F(Claims, AnInterchangeNumberStandsOnce)
{
    send({newClaim(row)});
    EXPECT_FALSE(
        anna.database().execute("UPDATE control_counter SET last_value = 0; "
                                "INSERT INTO claim_batch SELECT 7, 7, form, is_test, file_name, digest, "
                                "interchange_control_number, 99, partner, partner_name, receiver_id, claim_count, "
                                "charge_cents, exported_at, exported_by, NULL, '', '' FROM claim_batch"));
}

TEST_F(Claims, FileComesBackByteForByte)
{
    const std::string bytes("ISA*00*\xC3\xA9~\r\n\0", 14);
    const auto batch = must(record(anna, {newClaim(row)}, false, bytes));
    EXPECT_EQ(bytes, read([&](ReadTx& tx) { return anna.claims.batchFile(tx, batch); }));
}

TEST_F(Claims, FileThatWasAlteredIsCorrupt)
{
    const auto batch = send({newClaim(row)});
    EXPECT_FALSE(anna.database().execute("UPDATE claim_batch_file SET bytes = 'ISA+'"));
    EXPECT_FALSE(anna.database().execute("DELETE FROM claim_batch_file"));
    must(
        anna.database().execute("DROP TRIGGER claim_batch_file_is_frozen; UPDATE claim_batch_file SET bytes = 'ISA+'"));
    auto tx = must(anna.work->beginRead());
    EXPECT_EQ("STORE-052", anna.claims.batchFile(*tx, batch).error().id);
    EXPECT_EQ(ErrorKind::corrupt, anna.claims.batchFile(*tx, batch).error().kind);
}

TEST_F(Claims, WhatIsNotThereIsNotFound)
{
    auto tx = must(anna.work->beginRead());
    EXPECT_EQ(ErrorKind::notFound, anna.claims.batchFile(*tx, BatchId{4}).error().kind);
    EXPECT_EQ(ErrorKind::notFound, anna.claims.snapshot(*tx, ClaimId{4}).error().kind);
    EXPECT_EQ(ErrorKind::notFound, anna.claims.claim(*tx, ClaimId{4}).error().kind);
    EXPECT_EQ(ErrorKind::notFound, anna.claims.batchByNumber(*tx, 4).error().kind);
    EXPECT_FALSE(must(anna.claims.batchByInterchange(*tx, 4)));
    EXPECT_FALSE(must(anna.claims.batchByGroup(*tx, 4)));
    EXPECT_TRUE(must(anna.claims.byNumber(*tx, "T-9")).empty());
    EXPECT_TRUE(must(anna.claims.byPayerControlNumber(*tx, "")).empty());
}

TEST_F(Claims, BatchIsListedAsItWasRecorded)
{
    send({newClaim(row)});
    auto tx = must(anna.work->beginRead());
    const auto batch = must(anna.claims.batches(*tx)).front();
    EXPECT_EQ(1, batch.number);
    EXPECT_EQ("837p", batch.form);
    EXPECT_EQ("837p-1.x12", batch.fileName);
    EXPECT_EQ(1, batch.claims);
    EXPECT_EQ(Money::cents(20500), batch.charges);
    EXPECT_EQ("anna", batch.exportedBy);
    EXPECT_EQ(m_clock.now(), batch.exportedAt);
    EXPECT_EQ("Clearing House", batch.partnerName);
    EXPECT_EQ("CH123", batch.receiverId);
    EXPECT_FALSE(batch.partner.isValid());
    EXPECT_FALSE(batch.voidedAt);
    EXPECT_FALSE(batch.test);
    EXPECT_EQ(batch.id, must(anna.claims.batchByNumber(*tx, 1)).id);
    EXPECT_EQ(batch.id, must(anna.claims.batchByInterchange(*tx, 1))->id);
    EXPECT_EQ(batch.id, must(anna.claims.batchByGroup(*tx, 1))->id);
}

TEST_F(Claims, ClaimIsListedAsItWasRecorded)
{
    auto sent = newClaim(row);
    sent.dueOn = Date::of(2026, 1, 15);
    sent.frequency = "7";
    send({sent});
    const auto found = list(1).at(0);
    EXPECT_EQ("T-1", found.encounterId);
    EXPECT_EQ("Quenneville, Odile", found.patientName);
    EXPECT_EQ("T-1", found.claimNumber);
    EXPECT_EQ(1, found.version);
    EXPECT_FALSE(found.replaces.isValid());
    EXPECT_EQ(CoverageRank::primary, found.billed);
    EXPECT_EQ("837p", found.form);
    EXPECT_EQ("7", found.frequency);
    EXPECT_EQ("Medicare Part B", found.payerName);
    EXPECT_EQ("15202", found.payerId);
    EXPECT_EQ(Date::of(2025, 1, 15), found.serviceFrom);
    EXPECT_EQ(Money::cents(20500), found.charges);
    EXPECT_EQ(Money(), found.paid);
    EXPECT_EQ(ClaimStatus::exported, found.status);
    EXPECT_TRUE(found.isLive);
    EXPECT_EQ(Date::of(2026, 1, 15), found.dueOn);
    EXPECT_EQ(1, list().size());
    EXPECT_TRUE(list(2).empty());
    const auto told = events(found.id);
    ASSERT_EQ(1U, told.size());
    EXPECT_EQ("exported", told[0].kind);
    EXPECT_EQ("anna", told[0].by);
    EXPECT_EQ(Money::cents(20500), told[0].amount);
}

TEST_F(Claims, AreFoundByNumberAndByPatient)
{
    send({newClaim(row)});
    auto tx = must(anna.work->beginRead());
    const auto id = must(anna.claims.byNumber(*tx, "T-1")).at(0).id;
    const auto found = must(anna.claims.byPatient(*tx, patientMatchKey("Quenneville", "Odile", Date::of(1961, 4, 2)),
                                                  Date::of(2025, 1, 15)));
    ASSERT_EQ(1U, found.size());
    EXPECT_EQ(id, found[0].id);
    EXPECT_TRUE(must(anna.claims.byPatient(*tx, "QUENNEVILLE|ODILE|19610402", Date::of(2025, 1, 16))).empty());
    EXPECT_EQ(id, must(anna.claims.claimsOf(*tx, row)).at(0).id);
    EXPECT_EQ("CLM*T-1~", must(anna.claims.snapshot(*tx, id)));
}

TEST_F(Claims, PatientsAreComparedByTheirLettersAlone)
{
    EXPECT_EQ("OBRIENLUC|RENE|19610402", patientMatchKey("O'Brien-Luc", "Ren\xC3\xA9 ", Date::of(1961, 4, 2)));
    EXPECT_EQ("||", patientMatchKey("", "", {}));
}

TEST_F(Claims, TestClaimsAreNoClaims)
{
    must(record(anna, {newClaim(row)}, true));
    EXPECT_TRUE(read([&](ReadTx& tx) { return anna.claims.byNumber(tx, "T-1"); }).empty());
    EXPECT_FALSE(list(1).at(0).isLive);
    EXPECT_EQ(2, standing().nextVersion);
    EXPECT_FALSE(standing().live);
    EXPECT_FALSE(standing().last);
    send({newClaim(row, "T-1", 2)});
    EXPECT_FALSE(claim().replaces.isValid());
}

TEST_F(Claims, SnapshotIsStoredWithItsDigest)
{
    send({newClaim(row)});
    EXPECT_EQ("CLM*T-1~", anna.ask("SELECT bytes FROM claim_snapshot"));
    EXPECT_EQ(sha256Hex("CLM*T-1~"), anna.ask("SELECT digest FROM claim_snapshot"));
}

TEST_F(Claims, SnapshotIsFrozen)
{
    send({newClaim(row)});
    EXPECT_FALSE(anna.database().execute("UPDATE claim_snapshot SET bytes = 'CLM*T-2~'"));
    EXPECT_FALSE(anna.database().execute("DELETE FROM claim_snapshot"));
    EXPECT_FALSE(anna.database().execute("DELETE FROM claim"));
    EXPECT_FALSE(anna.database().execute("DELETE FROM claim_batch"));
    EXPECT_EQ("CLM*T-1~", anna.ask("SELECT bytes FROM claim_snapshot"));
    must(
        anna.database().execute("DROP TRIGGER claim_snapshot_is_frozen; UPDATE claim_snapshot SET bytes = 'CLM*T-2~'"));
    auto tx = must(anna.work->beginRead());
    EXPECT_EQ("STORE-347", anna.claims.snapshot(*tx, ClaimId{1}).error().id);
}

}  // namespace
}  // namespace cw::store
