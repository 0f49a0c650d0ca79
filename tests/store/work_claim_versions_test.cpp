#include "tests/store/work_claims_fixture.h"

namespace cw::store {
namespace {

/// What becomes of a claim: answers, further versions, voiding.
class ClaimVersions : public ClaimsTest {};

TEST_F(ClaimVersions, AnEncounterIsNeverInTwoLiveBatches)
{
    send({newClaim(row)});
    const auto second = record(anna, {newClaim(row, "T-1-2", 2)});
    ASSERT_FALSE(second);
    EXPECT_EQ("STORE-340", second.error().id);
    EXPECT_EQ(ErrorKind::conflict, second.error().kind);
    EXPECT_NE(std::string::npos, second.error().detail.find("T-1"));
    EXPECT_EQ("1", anna.ask("SELECT count(*) FROM claim"));
    EXPECT_EQ("1", anna.ask("SELECT last_value FROM control_counter WHERE name = 'interchange'"));
}

TEST_F(ClaimVersions, AVersionStandsOnce)
{
    answer((send({newClaim(row)}), claim()), ClaimStatus::paid);
    const auto again = record(anna, {newClaim(row)});
    ASSERT_FALSE(again);
    EXPECT_EQ("STORE-340", again.error().id);
}

TEST_F(ClaimVersions, OfTwoBillersOneExportsAndOneIsRefused)
{
    const auto ben = another("ben", 2'000'000);
    EXPECT_TRUE(record(*ben, {newClaim(row)}));
    EXPECT_EQ("STORE-340", record(anna, {newClaim(row)}).error().id);
    EXPECT_EQ("STORE-340", record(anna, {newClaim(row, "T-1-2", 2)}).error().id);
    // What the repository looks at, the index holds as well.
    EXPECT_FALSE(
        anna.database().execute("INSERT INTO claim (batch, encounter, claim_number, version, billed, frequency, "
                                "payer_name, payer_id, patient_key, service_from, charge_cents, status, is_test, "
                                "is_live, sent_at) SELECT batch, encounter, claim_number, 2, billed, frequency, "
                                "payer_name, payer_id, patient_key, service_from, charge_cents, status, is_test, "
                                "1, sent_at FROM claim"));
}

TEST_F(ClaimVersions, AnotherCoverageHasAClaimOfItsOwn)
{
    send({newClaim(row)});
    answer(claim(), ClaimStatus::paid);
    auto secondary = newClaim(row, "T-1-2", 2);
    secondary.billed = CoverageRank::secondary;
    send({secondary});
    EXPECT_EQ(ClaimStatus::paid, claim().status);
    EXPECT_TRUE(claim().isLive);
    EXPECT_FALSE(claim("T-1-2").replaces.isValid());
    EXPECT_EQ("T-1-2", standing(CoverageRank::secondary).live->claimNumber);
    EXPECT_EQ("T-1", standing().live->claimNumber);
    EXPECT_EQ("T-1-2", standing().last->claimNumber);
    EXPECT_EQ(3, standing().nextVersion);
}

TEST_F(ClaimVersions, AFurtherClaimReplacesAnAnsweredOne)
{
    for (const auto status : {ClaimStatus::paid, ClaimStatus::denied, ClaimStatus::accepted, ClaimStatus::rejected}) {
        const int version = standing().nextVersion;
        const auto number = "T-1-" + std::to_string(version);
        send({newClaim(row, number, version)});
        const auto first = claim(number);
        ClaimChange change;
        if (status == ClaimStatus::rejected) change.isLive = false;
        answer(first, status, change);
        send({newClaim(row, number + "R", version + 1)});
        EXPECT_EQ(ClaimStatus::replaced, claim(number).status);
        EXPECT_FALSE(claim(number).isLive);
        EXPECT_EQ(first.id, claim(number + "R").replaces);
        EXPECT_EQ("replaced", events(first.id).back().kind);
        EXPECT_EQ(toString(status), events(first.id).back().outcome);
        answer(claim(number + "R"), ClaimStatus::denied);
    }
}

TEST_F(ClaimVersions, AnAnswerChangesWhatItNames)
{
    send({newClaim(row)});
    const auto before = claim();
    ClaimChange change;
    change.paid = Money::cents(8000);
    change.patientShare = Money::cents(2000);
    change.payerControlNumber = "ICN7";
    change.dueOn = std::optional(Date::of(2025, 6, 1));
    change.lastResponse = "Paid 80.00.";
    EXPECT_EQ(before.rowVersion + 1, answer(before, ClaimStatus::paid, change));
    auto after = claim();
    EXPECT_EQ(ClaimStatus::paid, after.status);
    EXPECT_EQ(Money::cents(8000), after.paid);
    EXPECT_EQ(Money::cents(2000), after.patientShare);
    EXPECT_EQ("ICN7", after.payerControlNumber);
    EXPECT_EQ(Date::of(2025, 6, 1), after.dueOn);
    EXPECT_EQ("Paid 80.00.", after.lastResponse);
    EXPECT_TRUE(after.isLive);
    EXPECT_EQ(after.id, read([&](ReadTx& tx) { return anna.claims.byPayerControlNumber(tx, "ICN7"); }).at(0).id);
    change = {};
    change.dueOn = std::optional<Date>();
    change.isLive = false;
    answer(after, ClaimStatus::denied, change);
    after = claim();
    EXPECT_FALSE(after.dueOn);
    EXPECT_FALSE(after.isLive);
    EXPECT_EQ(Money::cents(8000), after.paid);
    EXPECT_EQ("Paid 80.00.", after.lastResponse);
    EXPECT_EQ(3U, events(after.id).size());
}

TEST_F(ClaimVersions, AnAnswerToAChangedClaimIsRefused)
{
    send({newClaim(row)});
    const auto seen = claim();
    answer(seen, ClaimStatus::accepted);
    ClaimEvent event;
    event.claim = seen.id;
    event.kind = "note";
    const auto late = write([&](WriteTx& tx) { return anna.claims.apply(tx, event, {}, seen.rowVersion); });
    ASSERT_FALSE(late);
    EXPECT_EQ("STORE-342", late.error().id);
    EXPECT_EQ(2U, events(seen.id).size());
}

TEST_F(ClaimVersions, EventsKeepAllAndAreFrozen)
{
    send({newClaim(row)});
    ClaimEvent event;
    event.claim = claim().id;
    event.at = Instant{77};
    event.kind = "277ca";
    event.outcome = "rejected";
    event.sentence = "The member id is unknown.";
    event.codes = "A7:255:IL";
    event.amount = Money::cents(5);
    event.file = addFile();
    event.by = "anna";
    const auto seen = claim().rowVersion;
    must(write([&](WriteTx& tx) { return anna.claims.apply(tx, event, {}, seen); }));
    const auto kept = events(event.claim).at(1);
    EXPECT_EQ(event.at, kept.at);
    EXPECT_EQ(event.kind, kept.kind);
    EXPECT_EQ(event.outcome, kept.outcome);
    EXPECT_EQ(event.sentence, kept.sentence);
    EXPECT_EQ(event.codes, kept.codes);
    EXPECT_EQ(event.amount, kept.amount);
    EXPECT_EQ(event.file, kept.file);
    EXPECT_EQ(event.by, kept.by);
    EXPECT_EQ("77", anna.ask("SELECT responded_at FROM claim"));
    EXPECT_FALSE(anna.database().execute("UPDATE claim_event SET sentence = ''"));
    EXPECT_FALSE(anna.database().execute("DELETE FROM claim_event"));
}

class Voiding : public ClaimsTest {
protected:
    Status voidBatch(BatchId batch)
    {
        return write([&](WriteTx& tx) { return anna.claims.voidBatch(tx, batch, "never sent", anna.actor); });
    }
};

TEST_F(Voiding, TakesItsClaimsOutOfLife)
{
    const auto batch = send({newClaim(row)});
    const auto id = claim().id;
    must(voidBatch(batch));
    const auto voided = read([&](ReadTx& tx) { return anna.claims.batchByNumber(tx, 1); });
    EXPECT_EQ(m_clock.now(), voided.voidedAt);
    EXPECT_EQ("anna", voided.voidedBy);
    EXPECT_EQ("never sent", voided.voidReason);
    const auto after = read([&](ReadTx& tx) { return anna.claims.claim(tx, id); });
    EXPECT_EQ(ClaimStatus::voided, after.status);
    EXPECT_FALSE(after.isLive);
    EXPECT_EQ("voided", events(id).back().kind);
    EXPECT_TRUE(read([&](ReadTx& tx) { return anna.claims.byNumber(tx, "T-1"); }).empty());
    EXPECT_EQ(2, standing().nextVersion);
    EXPECT_FALSE(standing().last);
    send({newClaim(row, "T-1-2", 2)});
    EXPECT_EQ(id, claim("T-1-2").replaces);
}

TEST_F(Voiding, IsRefusedOnceTheyAreAnsweredOrItIsVoided)
{
    const auto batch = send({newClaim(row)});
    answer(claim(), ClaimStatus::accepted);
    EXPECT_EQ("STORE-341", voidBatch(batch).error().id);
    answer(claim(), ClaimStatus::rejected);
    must(voidBatch(batch));
    const auto twice = voidBatch(batch);
    EXPECT_EQ("STORE-341", twice.error().id);
    EXPECT_EQ(ErrorKind::conflict, twice.error().kind);
    EXPECT_EQ(ErrorKind::notFound, voidBatch(BatchId{5}).error().kind);
}

TEST_F(Voiding, GivesBackWhatItsClaimsHadReplaced)
{
    send({newClaim(row)});
    answer(claim(), ClaimStatus::paid);
    const auto batch = send({newClaim(row, "T-1-2", 2)});
    EXPECT_EQ(ClaimStatus::replaced, claim().status);
    must(voidBatch(batch));
    EXPECT_EQ(ClaimStatus::paid, claim().status);
    EXPECT_TRUE(claim().isLive);
    EXPECT_EQ(claim().id, standing().live->id);
}

}  // namespace
}  // namespace cw::store
