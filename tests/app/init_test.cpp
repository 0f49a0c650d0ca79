#include "app/code_lookup.h"
#include "tests/support/workspace_fixture.h"

#include <sys/stat.h>

namespace cw::test {
namespace {

namespace fs = std::filesystem;

class Init : public testing::Test {
protected:
    Init() { ::setenv("CHARTWRIGHT_DATA", CW_SOURCE_DIR "/data", 1); }

    Result<std::vector<wiring::NewAccount>> make(const fs::path& folder, const std::string& administrator = "admin",
                                                 const std::string& password = "long-enough")
    {
        wiring::InitRequest request;
        request.folder = folder;
        request.administrator = administrator;
        request.password = password;
        return wiring::initialise(request, m_clock);
    }

    TemporaryFolder m_folder;
    FixedClock m_clock{Date::of(2025, 1, 20)};
};

TEST_F(Init, MakesOneAdministrator)
{
    const auto accounts = must(make(m_folder.path() / "w", "boss"));
    ASSERT_EQ(1U, accounts.size());
    EXPECT_EQ("boss", accounts[0].user);
    EXPECT_EQ("administrator", accounts[0].roles);
    EXPECT_EQ("long-enough", accounts[0].password);
    EXPECT_TRUE(wiring::openWorkspace(m_folder.path() / "w", "boss", "long-enough", m_clock));
    EXPECT_TRUE(wiring::demoAccounts(m_folder.path() / "w").empty());
}

TEST_F(Init, GeneratesAPasswordWhenNoneIsGiven)
{
    const auto one = must(make(m_folder.path() / "a", "admin", ""));
    const auto other = must(make(m_folder.path() / "b", "admin", ""));
    EXPECT_GE(one[0].password.size(), 16U);
    EXPECT_NE(one[0].password, other[0].password);
    EXPECT_TRUE(wiring::openWorkspace(m_folder.path() / "a", "admin", one[0].password, m_clock));
}

TEST_F(Init, IsForTheOwnerAlone)
{
    must(make(m_folder.path() / "w"));
    struct stat state {};
    ASSERT_EQ(0, ::stat((m_folder.path() / "w").c_str(), &state));
    EXPECT_EQ(0700U, state.st_mode & 0777U);
}

TEST_F(Init, RefusesAWorkspaceThatIsThere)
{
    must(make(m_folder.path() / "w"));
    const auto before = slurp(m_folder.path() / "w" / "keys.json");
    const auto again = make(m_folder.path() / "w");
    ASSERT_FALSE(again);
    EXPECT_EQ(ErrorKind::conflict, again.error().kind);
    EXPECT_EQ(before, slurp(m_folder.path() / "w" / "keys.json"));
}

TEST_F(Init, RefusesAFolderWithOtherFiles)
{
    m_folder.write("w/letter.txt", "x");
    const auto made = make(m_folder.path() / "w");
    ASSERT_FALSE(made);
    EXPECT_EQ(ErrorKind::conflict, made.error().kind);
    EXPECT_EQ((std::vector<std::string>{"w"}), m_folder.names());
    EXPECT_EQ("x", slurp(m_folder.path() / "w" / "letter.txt"));
}

TEST_F(Init, TakesAnEmptyFolder)
{
    fs::create_directories(m_folder.path() / "w");
    EXPECT_TRUE(make(m_folder.path() / "w"));
}

TEST_F(Init, WithABadNameOrPasswordLeavesNothing)
{
    EXPECT_EQ("IDENTITY-003", make(m_folder.path() / "w", "The Boss").error().id);
    EXPECT_EQ("IDENTITY-004", make(m_folder.path() / "w", "boss", "short").error().id);
    EXPECT_TRUE(m_folder.names().empty());
}

TEST_F(Init, InstallsTheStarterTables)
{
    must(make(m_folder.path() / "w"));
    const auto library = must(wiring::openLibrary(m_folder.path() / "w"));
    const auto details = must(app::CodeLookup(*library).details("I10", std::nullopt, Date::of(2025, 1, 15)));
    EXPECT_EQ("Essential (primary) hypertension", details.entry.longTitle);
    EXPECT_EQ(ReleaseKind::starter, details.entry.kind);
    EXPECT_FALSE(details.isRelease);
    EXPECT_EQ(3U, must(library->releases()).size());
}

TEST_F(Init, LibraryOfNoWorkspaceIsNotFound)
{
    EXPECT_EQ(ErrorKind::notFound, wiring::openLibrary(m_folder.path()).error().kind);
    EXPECT_FALSE(wiring::isWorkspace(m_folder.path()));
}

}  // namespace
}  // namespace cw::test
