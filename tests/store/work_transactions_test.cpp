#include "tests/store/work_fixture.h"
#include "tests/support/small_disk.h"

namespace cw::store {
namespace {

TEST_F(WorkTest, TransactionWithoutCommitLeavesNothing)
{
    {
        auto tx = must(anna.work->beginWrite());
        must(anna.encounters.add(*tx, visit(), anna.actor));
        EXPECT_TRUE(must(anna.encounters.exists(*tx, "T-1")));
    }
    auto tx = must(anna.work->beginRead());
    EXPECT_FALSE(must(anna.encounters.exists(*tx, "T-1")));
    EXPECT_EQ("0", anna.ask("SELECT count(*) FROM diagnosis"));
    EXPECT_EQ("0", anna.ask("SELECT count(*) FROM patient"));
}

TEST_F(WorkTest, TransactionThatWasDroppedLeavesNoAuditRow)
{
    anna.add(visit());
    const auto before = anna.trail().size();
    {
        auto tx = must(anna.work->beginWrite());
        must(anna.encounters.add(*tx, visit("T-2", 100), anna.actor));
    }
    EXPECT_EQ(before, anna.trail().size());
    EXPECT_TRUE(anna.verify().isWhole);
}

TEST_F(WorkTest, ReaderSeesTheOldStateUntilTheCommit)
{
    const auto ben = another("ben", 2'000'000);
    auto writing = must(anna.work->beginWrite());
    must(anna.encounters.add(*writing, visit(), anna.actor));
    {
        auto reading = must(ben->work->beginRead());
        EXPECT_FALSE(must(ben->encounters.exists(*reading, "T-1")));
    }
    must(writing->commit());
    auto reading = must(ben->work->beginRead());
    EXPECT_TRUE(must(ben->encounters.exists(*reading, "T-1")));
}

TEST_F(WorkTest, ReaderKeepsItsStateThroughACommitOfOthers)
{
    const auto ben = another("ben", 2'000'000);
    auto reading = must(ben->work->beginRead());
    EXPECT_FALSE(must(ben->encounters.exists(*reading, "T-1")));
    anna.add(visit());
    EXPECT_FALSE(must(ben->encounters.exists(*reading, "T-1")));
}

TEST_F(WorkTest, SecondWriterIsToldBusyAndLosesNothing)
{
    const auto ben = another("ben", 2'000'000);
    {
        auto writing = must(anna.work->beginWrite());
        const auto second = ben->work->beginWrite();
        ASSERT_FALSE(second);
        EXPECT_EQ(ErrorKind::busy, second.error().kind);
        must(anna.encounters.add(*writing, visit("T-1"), anna.actor));
        must(writing->commit());
    }
    ben->add(visit("T-2", 100));
    EXPECT_EQ("2", anna.ask("SELECT count(*) FROM encounter"));
}

TEST(WorkStore, OnAFullDiskASaveFailsWholeAndLaterOnesGoOn)
{
    const test::TemporaryFolder folder;
    const auto key = StoreKey::random();
    const FixedClock clock(Date::of(2025, 1, 20));
    const auto open = [&](bool create) {
        return std::make_unique<Desk>(folder.path() / "work.db", key.view(), clock, "anna", create ? 1'000 : 9'000,
                                      create);
    };
    open(true)->add(visit());
    const auto told = test::onSmallDisk(64 * 1024, [&]() -> std::string {
        const auto desk = open(false);
        auto tx = must(desk->work->beginWrite());
        const auto stored = must(desk->encounters.load(*tx, "T-1"));
        const auto large = note(std::string(400'000, 'x'));
        const auto added = desk->documents.add(*tx, stored.patient, stored.encounter.row, large);
        const auto committed = added ? tx->commit() : Status(added.error());
        return committed ? "stored" : std::string(toString(committed.error().kind));
    });
    EXPECT_EQ("input/output", told);
    const auto desk = open(false);
    EXPECT_EQ("0", desk->ask("SELECT count(*) FROM document"));
    EXPECT_EQ("ok", desk->ask("PRAGMA integrity_check"));
    EXPECT_TRUE(desk->addDocument("fits").isValid());
}

}  // namespace
}  // namespace cw::store
