#include "import/zip_archive.h"
#include "tests/support/workspace_fixture.h"

namespace cw::test {
namespace {

/// Documents larger than 1 MB lie in files of the workspace folder: backup, check and sign-in see to them.
class LargeDocumentsOfAWorkspace : public DemoWorkspaceTest {
protected:
    DocumentVersionId addLarge(bool commits = true)
    {
        auto tx = must(office->work().beginWrite());
        const auto stored = must(office->encounters().load(*tx, "V-10441"));
        NewDocument document;
        document.format = DocumentFormat::pdf;
        document.bytes = content;
        const auto added = must(office->documents().add(*tx, stored.patient, stored.encounter.row, document));
        if (commits) must(tx->commit());
        return added.version;
    }
    std::vector<std::filesystem::path> files() const
    {
        std::vector<std::filesystem::path> all;
        for (const auto& entry : std::filesystem::directory_iterator(office->folder() / "documents"))
            all.push_back(entry.path());
        return all;
    }

    std::unique_ptr<app::Workspace> office = as("office");
    std::string content = "%PDF" + std::string(1'500'000, 'x');
};

TEST_F(LargeDocumentsOfAWorkspace, GoIntoTheBackupAndComeBackWithIt)
{
    const auto version = addLarge();
    const auto target = m_folder.path() / "backup.zip";
    must(office->backUp(target, {}));
    const auto elsewhere = m_folder.path() / "elsewhere";
    const auto archive = must(ZipArchive::openFile(target));
    for (const auto& member : archive.members())
        m_folder.write((elsewhere.filename() / member.name).string(), must(archive.read(member)));
    const auto opened = must(wiring::openWorkspace(elsewhere, "office", "demo-office", m_clock));
    auto tx = must(opened->work().beginRead());
    EXPECT_EQ(content, must(opened->documents().bytes(*tx, version)));
    tx.reset();
    EXPECT_EQ(std::vector<std::string>{}, faults(*opened));
}

TEST_F(LargeDocumentsOfAWorkspace, AreCheckedWithTheRest)
{
    addLarge();
    EXPECT_EQ(std::vector<std::string>{}, faults(*office));
    damage(files().front(), 1000, 1);
    ASSERT_EQ(1U, faults(*office).size());
    EXPECT_NE(std::string::npos, faults(*office).front().find("is damaged")) << faults(*office).front();
    std::filesystem::remove(files().front());
    ASSERT_EQ(1U, faults(*office).size());
    EXPECT_NE(std::string::npos, faults(*office).front().find("is missing")) << faults(*office).front();
}

TEST_F(LargeDocumentsOfAWorkspace, WithoutARowGoAtTheNextSignInOrCheck)
{
    addLarge(false);
    EXPECT_EQ(1U, files().size());
    const auto again = as("coder");
    EXPECT_EQ(0U, files().size());
    addLarge(false);
    EXPECT_TRUE(faults(*office).empty());
    EXPECT_EQ(0U, files().size());
}

}  // namespace
}  // namespace cw::test
