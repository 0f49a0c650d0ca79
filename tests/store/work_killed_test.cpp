#include "tests/store/work_fixture.h"
#include "tests/support/child_process.h"

#include <chrono>
#include <random>
#include <thread>

namespace cw::store {
namespace {

/// A clock that ends the process when it was asked often enough: the store asks it in the middle of its work.
class DeadlyClock final : public Clock {
public:
    explicit DeadlyClock(int lives) : m_lives(lives) {}
    Instant now() const override
    {
        if (--m_lives < 0) test::dieNow();
        return m_clock.now();
    }
    Date today() const override { return m_clock.today(); }
    std::string localTime(Instant at) const override { return m_clock.localTime(at); }
    std::string localDateTime(Instant at) const override { return m_clock.localDateTime(at); }

private:
    FixedClock m_clock{Date::of(2025, 1, 21)};
    mutable int m_lives;
};

/// Two diagnoses and a document at a time: whatever happens, the store holds all three or none.
void addThree(Desk& desk, std::int64_t number)
{
    auto tx = must(desk.work->beginWrite());
    const auto stored = must(desk.encounters.load(*tx, "T-1"));
    auto more = stored.encounter;
    more.diagnoses.push_back(diagnosis(10'000 + number * 2, "Z0000"));
    more.diagnoses.push_back(diagnosis(10'001 + number * 2, "Z0001"));
    must(desk.encounters.save(*tx, stored.encounter, more, stored.versions, desk.actor));
    const auto document = note("document " + std::to_string(number) + std::string(20'000, 'x'));
    must(desk.documents.add(*tx, stored.patient, stored.encounter.row, document));
    must(tx->commit());
}

class Killed : public testing::Test {
protected:
    // No connection is open in this process while a child works: SQLite's locks do not survive a fork.
    Killed() { Desk(file(), m_key.view(), m_clock, "anna", 1'000'000, true).add(visit()); }

    std::filesystem::path file() const { return m_folder.path() / "work.db"; }

    /// How many times three rows were added; fails when the store is not sound.
    std::int64_t added()
    {
        Desk desk(file(), m_key.view(), m_clock, "carl", 9'000'000, false);
        EXPECT_EQ("ok", desk.ask("PRAGMA integrity_check"));
        EXPECT_EQ("", desk.ask("PRAGMA foreign_key_check"));
        const auto verdict = desk.verify();
        EXPECT_TRUE(verdict.isWhole) << verdict.reason;
        const auto documents = std::stoll(desk.ask("SELECT count(*) FROM document"));
        EXPECT_EQ(3 + 2 * documents, static_cast<std::int64_t>(desk.load().encounter.diagnoses.size()));
        EXPECT_EQ(1 + 2 * documents, verdict.entries);
        return documents;
    }

    test::TemporaryFolder m_folder;
    StoreKey m_key = StoreKey::random();
    FixedClock m_clock{Date::of(2025, 1, 20)};
};

TEST_F(Killed, AtAnyPointOfASaveLeavesAllOrNothing)
{
    std::int64_t before = 0;
    bool survived = false;
    for (int lives = 0; lives < 50 && !survived; ++lives) {
        const auto end = test::inChild([&] {
            const DeadlyClock clock(lives);
            Desk desk(file(), m_key.view(), clock, "ben", 2'000'000 + lives * 1000, false);
            addThree(desk, lives);
            return std::string("done");
        });
        survived = !end.wasKilled;
        const auto now = added();
        EXPECT_EQ(survived ? before + 1 : before, now) << lives;
        before = now;
    }
    EXPECT_TRUE(survived);
}

TEST_F(Killed, AtRandomMomentsKeepsEverySaveThatWasReported)
{
    std::mt19937 random(20250120);
    std::int64_t number = 100;
    std::int64_t known = 0;
    for (int run = 0; run < 30; ++run) {
        const auto delay = std::chrono::microseconds(random() % 12'000);
        const auto end = test::inChild(
            [&] {
                Desk desk(file(), m_key.view(), m_clock, "ben", 3'000'000 + run * 10'000, false);
                for (int i = 0; i < 200; ++i) addThree(desk, number + i);
                return std::string("done");
            },
            [delay](pid_t child) {
                std::this_thread::sleep_for(delay);
                ::kill(child, SIGKILL);
            });
        number += 200;
        const auto now = added();
        EXPECT_GE(now, known);
        known = now;
        EXPECT_TRUE(end.wasKilled || end.told == "done");
    }
    RecordProperty("saves_recorded", std::to_string(known));
}

TEST_F(Killed, ProcessThatNeverWasLeavesRoomForTheNext)
{
    test::inChild([&]() -> std::string {
        Desk desk(file(), m_key.view(), m_clock, "ben", 2'000'000, false);
        const auto tx = must(desk.work->beginWrite());
        test::dieNow();
    });
    Desk next(file(), m_key.view(), m_clock, "carl", 4'000'000, false);
    addThree(next, 1);
    EXPECT_EQ(1, added());
}

TEST_F(Killed, TwoProcessesAtOnceLoseNothing)
{
    constexpr int each = 25;
    const auto work = [&](std::int64_t first) {
        Desk desk(file(), m_key.view(), m_clock, "ben", first, false);
        for (int i = 0; i < each; ++i) addThree(desk, first + i);
        return std::string("done");
    };
    test::ChildEnd inner;
    const auto outer = test::inChild([&] { return work(4'000'000); },
                                     [&](pid_t) { inner = test::inChild([&] { return work(5'000'000); }); });
    EXPECT_EQ("done", outer.told);
    EXPECT_EQ("done", inner.told);
    EXPECT_EQ(2 * each, added());
}

}  // namespace
}  // namespace cw::store
