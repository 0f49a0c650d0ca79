#include "base/digest.h"
#include "tests/store/work_fixture.h"

#include <set>

namespace cw::store {
namespace {

class Claims : public WorkTest {
protected:
    Claims() : row(anna.add(visit())) {}

    ControlNumbers take(Desk& desk, bool commit = true)
    {
        auto tx = must(desk.work->beginWrite());
        const auto numbers = must(desk.claims.takeControlNumbers(*tx));
        if (commit) must(tx->commit());
        return numbers;
    }
    BatchId record(const std::string& bytes = "ISA*")
    {
        auto tx = must(anna.work->beginWrite());
        const auto numbers = must(anna.claims.takeControlNumbers(*tx));
        Batch batch;
        batch.number = numbers.batch;
        batch.form = "837p";
        batch.fileName = "837p.x12";
        batch.digest = sha256Hex(bytes);
        batch.interchangeControlNumber = numbers.interchange;
        batch.claims = 1;
        batch.charges = Money::cents(20500);
        const auto id =
            must(anna.claims.record(*tx, batch, bytes, {{row, "T-1", Money::cents(20500), "CLM*T-1~"}}, anna.actor));
        must(tx->commit());
        return id;
    }
    std::vector<ClaimRecord> list(std::optional<std::int64_t> batch = {})
    {
        auto tx = must(anna.work->beginRead());
        return must(anna.claims.claims(*tx, batch));
    }

    EncounterRowId row;
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

TEST_F(Claims, FileComesBackByteForByte)
{
    const std::string bytes("ISA*00*\xC3\xA9~\r\n\0", 14);
    const auto batch = record(bytes);
    auto tx = must(anna.work->beginRead());
    EXPECT_EQ(bytes, *anna.claims.batchFile(*tx, batch));
}

TEST_F(Claims, FileThatWasAlteredIsCorrupt)
{
    const auto batch = record();
    must(anna.database().execute("UPDATE claim_batch SET file_bytes = 'ISA+'"));
    auto tx = must(anna.work->beginRead());
    EXPECT_EQ(ErrorKind::corrupt, anna.claims.batchFile(*tx, batch).error().kind);
}

TEST_F(Claims, FileOfNoBatchIsNotFound)
{
    auto tx = must(anna.work->beginRead());
    EXPECT_EQ(ErrorKind::notFound, anna.claims.batchFile(*tx, BatchId{4}).error().kind);
}

TEST_F(Claims, BatchIsListedAsItWasRecorded)
{
    record();
    auto tx = must(anna.work->beginRead());
    const auto batch = must(anna.claims.batches(*tx)).front();
    EXPECT_EQ(1, batch.number);
    EXPECT_EQ("837p", batch.form);
    EXPECT_EQ("837p.x12", batch.fileName);
    EXPECT_EQ(1, batch.claims);
    EXPECT_EQ(Money::cents(20500), batch.charges);
    EXPECT_EQ("anna", batch.exportedBy);
    EXPECT_EQ(m_clock.now(), batch.exportedAt);
    EXPECT_FALSE(batch.test);
}

TEST_F(Claims, SecondClaimOfAnEncounterIsVersionTwoAndNamesTheFirst)
{
    record();
    record();
    ASSERT_EQ(2U, list().size());
    EXPECT_EQ(2, list(2).front().version);
    EXPECT_EQ(1, list(1).front().version);
    EXPECT_EQ(
        "1",
        anna.ask(
            "SELECT count(*) FROM claim c JOIN claim p ON p.id = c.replaces WHERE c.version = 2 AND p.version = 1"));
    EXPECT_TRUE(list(3).empty());
}

TEST_F(Claims, SnapshotIsStoredWithItsDigest)
{
    record();
    EXPECT_EQ("CLM*T-1~", anna.ask("SELECT bytes FROM claim_snapshot"));
    EXPECT_EQ(sha256Hex("CLM*T-1~"), anna.ask("SELECT digest FROM claim_snapshot"));
}

TEST_F(Claims, SnapshotIsFrozen)
{
    record();
    EXPECT_FALSE(anna.database().execute("UPDATE claim_snapshot SET bytes = 'CLM*T-2~'"));
    EXPECT_FALSE(anna.database().execute("DELETE FROM claim_snapshot"));
    EXPECT_EQ("CLM*T-1~", anna.ask("SELECT bytes FROM claim_snapshot"));
}

}  // namespace
}  // namespace cw::store
