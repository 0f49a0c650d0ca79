#include "tests/support/workspace_fixture.h"

namespace cw::test {
namespace {

namespace fs = std::filesystem;

/// A workspace with one encounter whose files are not open, to be broken.
class Damage : public DemoWorkspaceTest {
protected:
    Error refusal(const std::string& user = "office", const std::string& password = "demo-office") const
    {
        const auto opened = signIn(user, password);
        EXPECT_FALSE(opened);
        const Error error = opened ? Error{} : opened.error();
        EXPECT_EQ(std::string::npos, error.detail.find("Tolliver"));
        EXPECT_FALSE(error.detail.empty());
        return error;
    }
};

TEST_F(Damage, FolderWithoutWorkspaceIsSaidToBeNone)
{
    const auto opened = wiring::openWorkspace(m_folder.path() / "nowhere", "office", "demo-office", m_clock);
    ASSERT_FALSE(opened);
    EXPECT_EQ(ErrorKind::notFound, opened.error().kind);
    EXPECT_NE(std::string::npos, opened.error().detail.find("no workspace in that folder"));
    EXPECT_FALSE(fs::exists(m_folder.path() / "nowhere"));
}

TEST_F(Damage, FolderOfOtherFilesIsSaidToBeNone)
{
    m_folder.write("pictures/cat.jpg", "x");
    const auto opened = wiring::openWorkspace(m_folder.path() / "pictures", "office", "demo-office", m_clock);
    ASSERT_FALSE(opened);
    EXPECT_EQ(ErrorKind::notFound, opened.error().kind);
}

TEST_F(Damage, WrongPasswordIsDeniedAndChangesNothing)
{
    const auto before = slurp(place() / "work.db");
    EXPECT_EQ(ErrorKind::denied, refusal("office", "wrong").kind);
    EXPECT_EQ(before, slurp(place() / "work.db"));
}

TEST_F(Damage, NewerWorkspaceIsRefused)
{
    must(databaseOf(*as("office")).execute("PRAGMA user_version=1000"));
    const auto error = refusal();
    EXPECT_EQ(ErrorKind::unsupported, error.kind);
    EXPECT_NE(std::string::npos, error.detail.find("newer version of Chartwright"));
}

TEST_F(Damage, FirstPageOfTheWorkStoreIsNoticed)
{
    damage(place() / "work.db", 200, 64);
    const auto error = refusal();
    EXPECT_EQ(ErrorKind::corrupt, error.kind) << describe(error);
    EXPECT_NE(std::string::npos, error.detail.find("work.db"));
}

TEST_F(Damage, MiddleOfTheWorkStoreIsNoticedWhereItIsRead)
{
    const auto size = fs::file_size(place() / "work.db");
    damage(place() / "work.db", size / 4, size / 2);
    std::string told;
    const auto note = [&told](const auto& result) {
        if (result) return;
        EXPECT_EQ(ErrorKind::corrupt, result.error().kind) << describe(result.error());
        told += describe(result.error());
    };
    const auto opened = signIn("office", "demo-office");
    note(opened);
    if (opened) {
        const auto faults = (*opened)->integrityFaults();
        note(faults);
        if (faults)
            for (const auto& fault : *faults) told += fault;
        note(app::Worklist(**opened).page({}));
        note(app::CodingDesk(**opened).open("V-10441"));
    }
    EXPECT_FALSE(told.empty());
    EXPECT_EQ(std::string::npos, told.find("Tolliver"));
}

TEST_F(Damage, EveryPageOfTheWorkStoreIsNoticedByTheCheckOrAtOpening)
{
    constexpr std::uintmax_t pageSize = 4096;
    const auto pages = fs::file_size(place() / "work.db") / pageSize;
    const auto whole = slurp(place() / "work.db");
    for (std::uintmax_t page = 0; page < pages; page += pages / 8) {
        m_folder.write("workspace/work.db", whole);
        fs::remove(place() / "work.db-wal");
        fs::remove(place() / "work.db-shm");
        damage(place() / "work.db", page * pageSize + 1000, 1);
        const auto opened = signIn("office", "demo-office");
        if (!opened) {
            EXPECT_EQ(ErrorKind::corrupt, opened.error().kind) << page << describe(opened.error());
            continue;
        }
        const auto faults = (*opened)->integrityFaults();
        EXPECT_TRUE(!faults || !faults->empty()) << page;
    }
}

TEST_F(Damage, WorkStoreThatIsCutOffIsNoticed)
{
    fs::resize_file(place() / "work.db", fs::file_size(place() / "work.db") / 2);
    const auto opened = signIn("office", "demo-office");
    if (!opened) {
        EXPECT_EQ(ErrorKind::corrupt, opened.error().kind) << describe(opened.error());
        return;
    }
    const auto faults = (*opened)->integrityFaults();
    EXPECT_TRUE(!faults || !faults->empty());
}

TEST_F(Damage, EmptyWorkStoreIsNoticedAndNotTakenForANewOne)
{
    fs::resize_file(place() / "work.db", 0);
    const auto error = refusal();
    EXPECT_EQ(ErrorKind::corrupt, error.kind) << describe(error);
    EXPECT_NE(std::string::npos, error.detail.find("work.db: the file is empty")) << error.detail;
    EXPECT_EQ(0U, fs::file_size(place() / "work.db"));
}

TEST_F(Damage, KeySlotsAreNoticed)
{
    m_folder.write("workspace/keys.json", "{\"slots\": ");
    const auto error = refusal();
    EXPECT_EQ(ErrorKind::corrupt, error.kind);
    EXPECT_NE(std::string::npos, error.detail.find("keys.json"));
}

TEST_F(Damage, MissingKeySlotsAreNamed)
{
    fs::remove(place() / "keys.json");
    const auto error = refusal();
    EXPECT_EQ(ErrorKind::notFound, error.kind);
    EXPECT_NE(std::string::npos, error.detail.find("keys.json"));
}

TEST_F(Damage, KeysOfAnotherWorkspaceDoNotOpenTheWorkStore)
{
    wiring::InitRequest request;
    request.folder = m_folder.path() / "other";
    request.administrator = "office";
    request.password = "demo-office";
    must(wiring::initialise(request, m_clock));
    fs::copy_file(request.folder / "keys.json", place() / "keys.json", fs::copy_options::overwrite_existing);
    EXPECT_EQ(ErrorKind::corrupt, refusal().kind);
}

TEST_F(Damage, CodeTablesAreNoticed)
{
    m_folder.write("workspace/reference.db", "not a database at all, but long enough to be looked at as one");
    const auto error = refusal();
    EXPECT_EQ(ErrorKind::corrupt, error.kind) << describe(error);
    EXPECT_NE(std::string::npos, error.detail.find("reference.db"));
}

TEST_F(Damage, MissingCodeTablesAreNamed)
{
    fs::remove(place() / "reference.db");
    const auto error = refusal();
    EXPECT_EQ(ErrorKind::notFound, error.kind);
    EXPECT_NE(std::string::npos, error.detail.find("reference.db"));
}

TEST_F(Damage, AlteredAuditTrailIsAFault)
{
    const auto office = as("office");
    EXPECT_TRUE(faults(*office).empty());
    must(databaseOf(*office).execute("DROP TRIGGER audit_is_frozen; UPDATE audit SET detail = 'x' WHERE sequence = 5"));
    EXPECT_EQ((std::vector<std::string>{"audit trail: entry 5: the entry was altered"}), faults(*office));
}

TEST_F(Damage, RowThatNamesAMissingRowIsAFault)
{
    const auto office = as("office");
    must(databaseOf(*office).execute("PRAGMA foreign_keys=OFF; DELETE FROM document_version; PRAGMA foreign_keys=ON"));
    ASSERT_EQ(1U, faults(*office).size());
    EXPECT_NE(std::string::npos, faults(*office)[0].find("names a row that is not there"));
}

TEST_F(Damage, LockedWorkspaceLosesNothing)
{
    const auto office = as("office");
    const auto coder = as("coder");
    {
        const auto held = must(office->work().beginWrite());
        const auto placed = app::CodingDesk(*coder).hold("V-10441", "reason");
        ASSERT_FALSE(placed);
        EXPECT_EQ(ErrorKind::busy, placed.error().kind);
        EXPECT_TRUE(app::Worklist(*coder).page({}));
    }
    must(app::CodingDesk(*coder).hold("V-10441", "reason"));
    EXPECT_EQ("pending", statusOf(*office, "V-10441"));
    EXPECT_TRUE(faults(*office).empty());
}

TEST_F(Damage, OpeningALockedWorkspaceGivesUpAfterSomeSeconds)
{
    const auto office = as("office");
    const auto held = must(office->work().beginWrite());
    EXPECT_EQ(ErrorKind::busy, refusal("coder", "demo-coder").kind);
}

}  // namespace
}  // namespace cw::test
