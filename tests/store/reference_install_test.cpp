#include "tests/store/reference_fixture.h"

#include <sys/wait.h>
#include <unistd.h>
#include <csignal>
#include <fstream>

namespace cw::store {

namespace {

class ReferenceInstall : public ReferenceTest {};

TEST_F(ReferenceInstall, CountsAndListsARelease)
{
    auto release = fy2025(
        {header("E11", "Type 2 diabetes mellitus"), row("E119", "Without complications"), modifierRow("RT", "Right")});
    release.rejectedRows = 2;
    release.rejections = {"line 4: no title", "line 9: no title"};
    const auto summary = install(release);
    EXPECT_EQ(summary.read, 5);
    EXPECT_EQ(summary.added, 2);
    EXPECT_EQ(summary.revised, 0);
    EXPECT_EQ(summary.ended, 0);
    EXPECT_EQ(summary.rejected, 2);
    EXPECT_EQ(summary.rejections, release.rejections);
    EXPECT_EQ(summary.comparedWith, "");
    EXPECT_FALSE(summary.alreadyInstalled);

    const auto listed = *library().releases();
    ASSERT_EQ(listed.size(), 1U);
    EXPECT_EQ(listed[0].id, summary.release.id);
    EXPECT_EQ(listed[0].name, "FY2025");
    EXPECT_EQ(listed[0].kind, ReleaseKind::official);
    EXPECT_EQ(iso(listed[0].inForce), "2024-10-01..2025-09-30");
    EXPECT_EQ(listed[0].rows, 2);
    EXPECT_EQ(listed[0].billable, 1);
    EXPECT_EQ(listed[0].modifiers, 1);
    EXPECT_EQ(listed[0].importedAt, m_clock.now());
    EXPECT_EQ(listed[0].sourceName, "FY2025.txt");
}

TEST_F(ReferenceInstall, ComparesWithTheReleaseBefore)
{
    install(starter({row("A00", "Ours")}));
    install(fy2024({row("A00", "Same"), row("A01", "Old"), row("A02", "Flag"), row("A03", "Ended")}));
    const auto next = install(fy2025(
        {row("A00", "Same"), row("A01", "New"), header("A02", "Flag"), row("A04", "Added"), row("A05", "Added")}));
    EXPECT_EQ(next.comparedWith, "FY2024");
    EXPECT_EQ(next.added, 2);
    EXPECT_EQ(next.revised, 2);
    EXPECT_EQ(next.ended, 1);
    // An older table imported later is compared with nothing newer than itself.
    const auto older = install(
        table(CodeSystem::icd10cm, ReleaseKind::official, "FY2023", "2022-10-01", "2023-09-30", {row("A00", "Same")}));
    EXPECT_EQ(older.comparedWith, "");
    EXPECT_EQ(older.added, 1);
}

TEST_F(ReferenceInstall, SameFileTwiceChangesNothing)
{
    const auto release = fy2025(manyRows(50));
    install(release);
    const auto before = content();
    const auto again = install(release);
    EXPECT_TRUE(again.alreadyInstalled);
    EXPECT_EQ(again.release.name, "FY2025");
    EXPECT_EQ(content(), before);
}

TEST_F(ReferenceInstall, OtherFileUnderTheSameNameIsAConflict)
{
    install(fy2025(manyRows(50)));
    const auto before = content();
    auto other = fy2025(manyRows(51));
    other.sourceDigest = "another";
    const auto refused = library().install(other, {});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, ErrorKind::conflict);
    EXPECT_EQ(refused.error().id, "STORE-210");
    EXPECT_NE(refused.error().detail.find("withdraw"), std::string::npos);
    EXPECT_EQ(content(), before);
    // The name is free in another system.
    other.system = CodeSystem::icd10pcs;
    EXPECT_TRUE(library().install(other, {}));
}

TEST_F(ReferenceInstall, RefusesAnEmptyReleaseAndACodeTwice)
{
    install(fy2024(manyRows(10)));
    const auto before = content();
    EXPECT_EQ(library().install(fy2025({}), {}).error().id, "STORE-211");
    auto rows = manyRows(100);
    rows.push_back(row("A0007", "Another title"));
    const auto twice = library().install(fy2025(rows), {});
    ASSERT_FALSE(twice);
    EXPECT_EQ(twice.error().id, "STORE-212");
    EXPECT_EQ(content(), before);
    // A modifier may look like a code.
    EXPECT_TRUE(library().install(fy2025({row("E11", "Code"), modifierRow("E11", "Modifier")}), {}));
}

TEST_F(ReferenceInstall, CancelledHalfWayLeavesTheLibraryAsItWas)
{
    install(fy2024(manyRows(100)));
    const auto before = content();
    std::stop_source stop;
    std::int64_t seen = 0;
    const Progress progress(
        [&](std::int64_t done, std::int64_t total, const std::string&) {
            seen = done;
            EXPECT_EQ(total, 9000);
            if (done >= 4000) stop.request_stop();
        },
        stop.get_token());
    const auto cancelled = library().install(fy2025(manyRows(9000)), progress);
    ASSERT_FALSE(cancelled);
    EXPECT_EQ(cancelled.error().kind, ErrorKind::cancelled);
    EXPECT_EQ(seen, 4000);
    EXPECT_EQ(content(), before);
    EXPECT_EQ(library().releases()->size(), 1U);
    EXPECT_TRUE(library().install(fy2025(manyRows(9000)), {}));
}

TEST_F(ReferenceInstall, AFailureHalfWayLeavesTheLibraryAsItWas)
{
    install(fy2024(manyRows(100)));
    {
        auto other = Database::open(file(), {}, Database::Mode::readWrite);
        ASSERT_TRUE(other);
        ASSERT_TRUE((*other)->execute("CREATE TRIGGER refuse BEFORE INSERT ON code_in_release WHEN NEW.position = 2500 "
                                      "BEGIN SELECT RAISE(ABORT, 'refused'); END"));
    }
    const auto before = content();
    const auto failed = library().install(fy2025(manyRows(5000)), {});
    ASSERT_FALSE(failed);
    EXPECT_EQ(failed.error().kind, ErrorKind::conflict);
    EXPECT_EQ(content(), before);
    EXPECT_EQ(standing("A0001", "2025-01-15").state, CodeStanding::State::notChecked);
}

TEST_F(ReferenceInstall, AKilledProcessLeavesTheLibraryAsItWas)
{
    install(fy2024(manyRows(100)));
    const auto before = content();
    m_library.reset();
    const auto child = fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
        auto opened = ReferenceLibrary::open(file(), m_clock, Database::Mode::readWrite);
        if (!opened) _exit(1);
        const Progress progress([](std::int64_t done, std::int64_t, const std::string&) {
            if (done >= 6000) (void)raise(SIGKILL);
        });
        (void)(*opened)->install(fy2025(manyRows(9000)), progress);
        _exit(2);
    }
    int status = 0;
    ASSERT_EQ(waitpid(child, &status, 0), child);
    ASSERT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
    EXPECT_EQ(content(), before);
    const auto summary = install(fy2025(manyRows(9000)));
    EXPECT_FALSE(summary.alreadyInstalled);
    EXPECT_EQ(summary.comparedWith, "FY2024");
}

TEST_F(ReferenceInstall, WithdrawRemovesAReleaseWhole)
{
    install(
        fy2024({row("E119", "Diabetes"), row("J189", "Pneumonia, unspecified organism"), row("I10", "Hypertension")}));
    const auto before = content();
    const auto added = install(
        fy2025({row("E119", "Diabetes"), row("J189", "Pneumonia, unspecified organism"), row("Z000", "Examination")}));
    ASSERT_TRUE(library().withdraw(added.release.id));
    EXPECT_EQ(content(), before);
    EXPECT_EQ(standing("E119", "2025-01-15").state, CodeStanding::State::notChecked);
    const auto big = install(fy2025(manyRows(200)));
    ASSERT_TRUE(library().withdraw(big.release.id));
    EXPECT_EQ(content(), before);

    const auto again = library().withdraw(big.release.id);
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().kind, ErrorKind::notFound);
    EXPECT_EQ(content(), before);
}

TEST_F(ReferenceInstall, AfterAWithdrawalAnotherFileMayTakeTheName)
{
    const auto first = install(fy2025({row("E119", "Diabetes")}));
    ASSERT_TRUE(library().withdraw(first.release.id));
    auto other = fy2025({row("E119", "Diabetes mellitus")});
    other.sourceDigest = "another";
    EXPECT_TRUE(library().install(other, {}));
}

TEST_F(ReferenceInstall, AnotherConnectionSeesAnInstallAtOnce)
{
    install(fy2024({row("E119", "Diabetes")}));
    auto reader = ReferenceLibrary::open(file(), m_clock, Database::Mode::readOnly);
    ASSERT_TRUE(reader);
    EXPECT_EQ((*reader)->releases()->size(), 1U);
    const auto next = install(fy2025({row("E119", "Diabetes")}));
    EXPECT_EQ((*reader)->releases()->size(), 2U);
    EXPECT_EQ((*reader)->standing(CodeSystem::icd10cm, "E119", day("2025-01-15"))->state, CodeStanding::State::valid);
    ASSERT_TRUE(library().withdraw(next.release.id));
    EXPECT_EQ((*reader)->releases()->size(), 1U);
    EXPECT_FALSE((*reader)->withdraw({1}));
}

TEST_F(ReferenceInstall, RefusesFilesThatAreNoLibrary)
{
    EXPECT_EQ(ReferenceLibrary::open(file(), m_clock, Database::Mode::readWrite).error().kind, ErrorKind::notFound);

    std::ofstream(file()) << std::string(9000, 'x');
    const auto garbage = ReferenceLibrary::open(file(), m_clock, Database::Mode::create);
    ASSERT_FALSE(garbage);
    EXPECT_EQ(garbage.error().kind, ErrorKind::corrupt);
    EXPECT_EQ(garbage.error().id, "STORE-201");
    EXPECT_NE(garbage.error().detail.find("reference.db"), std::string::npos);
    EXPECT_EQ(std::filesystem::file_size(file()), 9000U);

    const auto foreign = m_folder / "other.db";
    {
        auto other = Database::open(foreign, {}, Database::Mode::create);
        ASSERT_TRUE(other && (*other)->execute("CREATE TABLE things (id INTEGER)"));
    }
    EXPECT_EQ(ReferenceLibrary::open(foreign, m_clock, Database::Mode::create).error().id, "STORE-202");

    const auto newer = m_folder / "newer.db";
    ASSERT_TRUE(ReferenceLibrary::open(newer, m_clock, Database::Mode::create));
    {
        auto other = Database::open(newer, {}, Database::Mode::readWrite);
        ASSERT_TRUE(other && (*other)->execute("PRAGMA user_version = 999"));
    }
    EXPECT_EQ(ReferenceLibrary::open(newer, m_clock, Database::Mode::create).error().id, "STORE-010");
    EXPECT_EQ(ReferenceLibrary::open(newer, m_clock, Database::Mode::readOnly).error().id, "STORE-010");
    {
        auto other = Database::open(newer, {}, Database::Mode::readWrite);
        ASSERT_TRUE(other && (*other)->execute("PRAGMA user_version = 0"));
    }
    EXPECT_EQ(ReferenceLibrary::open(newer, m_clock, Database::Mode::readOnly).error().id, "STORE-203");
}

TEST_F(ReferenceInstall, ADamagedFileIsAnErrorNotACrash)
{
    install(fy2025(manyRows(3000)));
    m_library.reset();
    const auto size = std::filesystem::file_size(file());
    {
        std::fstream damage(file(), std::ios::in | std::ios::out | std::ios::binary);
        damage.seekp(4096);
        damage << std::string(size - 4096, '\xA5');
    }
    auto opened = ReferenceLibrary::open(file(), m_clock, Database::Mode::readWrite);
    const auto isCorrupt = [](const Error& error) { return error.kind == ErrorKind::corrupt; };
    if (!opened) {
        EXPECT_TRUE(isCorrupt(opened.error())) << describe(opened.error());
        return;
    }
    const auto found = (*opened)->find(CodeSystem::icd10cm, "A000", {});
    ASSERT_FALSE(found);
    EXPECT_TRUE(isCorrupt(found.error())) << describe(found.error());
}

}  // namespace

}  // namespace cw::store
