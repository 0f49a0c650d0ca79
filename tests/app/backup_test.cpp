#include "import/zip_archive.h"
#include "tests/support/workspace_fixture.h"

#include <set>

namespace cw::test {
namespace {

class Backup : public DemoWorkspaceTest {
protected:
    std::filesystem::path target() const { return m_folder.path() / "backup.zip"; }
    void unpack(const std::filesystem::path& to) const
    {
        const auto archive = must(ZipArchive::openFile(target()));
        for (const auto& member : archive.members())
            m_folder.write((to.filename() / member.name).string(), must(archive.read(member)));
    }
    static std::string list(app::Workspace& workspace)
    {
        std::string all;
        for (const auto& row : must(app::Worklist(workspace).page({})).rows)
            all += row.summary.encounterId + " " + std::string(toString(row.summary.status)) + " " +
                   row.summary.patientName + " " + row.summary.charges.decimal() + "\n";
        return all;
    }

    std::unique_ptr<app::Workspace> admin = as("admin");
};

TEST_F(Backup, HoldsBothDatabasesAndTheKeySlots)
{
    must(admin->backUp(target(), {}));
    std::set<std::string> names;
    const auto archive = must(ZipArchive::openFile(target()));
    for (const auto& member : archive.members()) names.insert(member.name);
    EXPECT_EQ((std::set<std::string>{"work.db", "keys.json", "reference.db"}), names);
}

TEST_F(Backup, OpensElsewhereWithTheSamePasswordAndList)
{
    must(admin->backUp(target(), {}));
    const auto before = list(*admin);
    admin.reset();
    const auto elsewhere = m_folder.path() / "elsewhere";
    unpack(elsewhere);
    const auto opened = must(wiring::openWorkspace(elsewhere, "biller", "demo-biller", m_clock));
    EXPECT_EQ(before, list(*opened));
    EXPECT_TRUE(faults(*opened).empty());
    EXPECT_EQ(ErrorKind::denied, wiring::openWorkspace(elsewhere, "biller", "wrong", m_clock).error().kind);
}

TEST_F(Backup, ShowsNoNameOfAPatient)
{
    if (!wiring::isEncrypted()) GTEST_SKIP() << "built with the system's SQLite: the work store is not encrypted";
    must(admin->backUp(target(), {}));
    const auto bytes = slurp(target());
    ASSERT_GT(bytes.size(), 100'000U);
    EXPECT_NE(std::string::npos,
              bytes.find("Essential (primary) hypertension"));  // What is stored plainly would be found.
    for (const auto* name : {"Tolliver", "Bernadette", "Brightwell"})
        EXPECT_EQ(std::string::npos, bytes.find(name)) << name;
}

TEST_F(Backup, ReplacesNothing)
{
    m_folder.write("backup.zip", "an older backup");
    const auto done = admin->backUp(target(), {});
    ASSERT_FALSE(done);
    EXPECT_EQ(ErrorKind::conflict, done.error().kind);
    EXPECT_EQ("an older backup", slurp(target()));
}

TEST_F(Backup, IntoAFolderThatIsNotThereOrIsAFileFails)
{
    m_folder.write("a-file", "x");
    const auto done = admin->backUp(m_folder.path() / "a-file" / "backup.zip", {});
    ASSERT_FALSE(done);
    EXPECT_EQ(ErrorKind::io, done.error().kind);
    EXPECT_EQ("x", slurp(m_folder.path() / "a-file"));
}

TEST_F(Backup, WhileAnotherWritesHoldsWhatWasCommitted)
{
    const auto coder = as("coder");
    auto tx = must(coder->work().beginWrite());
    const auto stored = must(coder->encounters().load(*tx, "V-10441"));
    auto next = stored.workflow;
    next.note = "not committed";
    must(coder->encounters().setWorkflow(*tx, stored.encounter.row, stored.workflow, next, "step", coder->actor()));
    must(admin->backUp(target(), {}));
    must(tx->commit());
    unpack(m_folder.path() / "elsewhere");
    const auto opened = must(wiring::openWorkspace(m_folder.path() / "elsewhere", "admin", "demo-admin", m_clock));
    EXPECT_EQ("", ask(*opened, "SELECT note FROM encounter WHERE encounter_id = 'V-10441'"));
    EXPECT_EQ("not committed", ask(*admin, "SELECT note FROM encounter WHERE encounter_id = 'V-10441'"));
    EXPECT_TRUE(faults(*opened).empty());
}

TEST_F(Backup, LeavesOneFileOnly)
{
    must(admin->backUp(target(), {}));
    EXPECT_EQ((std::set<std::string>{"workspace", "backup.zip"}), [&] {
        const auto names = m_folder.names();
        return std::set<std::string>(names.begin(), names.end());
    }());
}

}  // namespace
}  // namespace cw::test
