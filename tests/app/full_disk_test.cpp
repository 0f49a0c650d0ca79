#include "tests/support/small_disk.h"
#include "tests/support/workspace_fixture.h"

namespace cw::test {
namespace {

namespace fs = std::filesystem;

/// Nothing of the workspace is open in this process while a child works on a disk that is full.
class FullDisk : public WorkspaceTest {
protected:
    /// Room for the session to open, not for what comes then.
    std::string withLittleRoom(const std::function<std::string(app::Workspace&)>& work,
                               std::size_t room = 96 * 1024) const
    {
        return onSmallDisk(room, [&] { return work(*as("office")); });
    }
    std::string kindOf(const auto& result) const
    {
        return result ? "done" : std::string(toString(result.error().kind)) + ": " + result.error().detail;
    }
    void approved(int encounters)
    {
        const auto office = as("office");
        for (int i = 1; i <= encounters; ++i) approve(*office, "T-" + std::to_string(i));
    }
    std::vector<std::string> left() const
    {
        std::vector<std::string> names;
        for (const auto& entry : fs::directory_iterator(m_folder.path())) names.push_back(entry.path().filename());
        std::sort(names.begin(), names.end());
        return names;
    }
};

TEST_F(FullDisk, ImportFailsWholeAndSaysSo)
{
    m_folder.write("scan.txt", std::string(500'000, 'x'));
    auto encounter = cleanEncounter("T-2");
    encounter["documents"] = {{{"path", "scan.txt"}}};
    const auto file = writeEncounters({cleanEncounter("T-1"), encounter});
    const auto told =
        withLittleRoom([&](app::Workspace& office) { return kindOf(app::Intake(office).importEncounters(file)); });
    EXPECT_TRUE(told.starts_with("input/output: work.db: ")) << told;
    const auto office = as("office");
    EXPECT_EQ("0", count(*office, "encounter"));
    EXPECT_EQ("0", count(*office, "document"));
    EXPECT_TRUE(faults(*office).empty());
    EXPECT_EQ(2, must(app::Intake(*office).importEncounters(file)).encounters);
}

TEST_F(FullDisk, DocumentImportKeepsWhatFitted)
{
    import(*as("office"), {cleanEncounter("T-1")});
    const auto small = m_folder.write("1-small.txt", "small");
    const auto large = m_folder.write("2-large.txt", std::string(500'000, 'x'));
    const auto told = withLittleRoom([&](app::Workspace& office) {
        return kindOf(app::Intake(office).importDocuments({small, large}, "T-1", std::nullopt));
    });
    EXPECT_TRUE(told.starts_with("input/output: ")) << told;
    const auto office = as("office");
    EXPECT_EQ("1", count(*office, "document"));
    EXPECT_TRUE(faults(*office).empty());
}

TEST_F(FullDisk, ExportThatCannotRecordWritesNoFile)
{
    approved(40);
    const auto told = withLittleRoom(
        [&](app::Workspace& office) {
            std::vector<std::string> ids;
            for (int i = 1; i <= 40; ++i) ids.push_back("T-" + std::to_string(i));
            return kindOf(app::BillingDesk(office).exportClaims(exportOf(ids, out())));
        },
        64 * 1024);
    EXPECT_TRUE(told.starts_with("input/output: ")) << told;
    EXPECT_TRUE(fs::is_empty(out()));
    const auto office = as("office");
    EXPECT_EQ("0", count(*office, "claim_batch"));
    EXPECT_EQ("0", count(*office, "claim"));
    EXPECT_EQ("0", ask(*office, "SELECT count(*) FROM encounter WHERE status = 'exported'"));
    EXPECT_TRUE(faults(*office).empty());
}

TEST_F(FullDisk, BackupLeavesNoFileAndNoCopies)
{
    const auto before = left();
    const auto told =
        withLittleRoom([&](app::Workspace& office) { return kindOf(office.backUp(m_folder.path() / "b.zip", {})); });
    EXPECT_TRUE(told.starts_with("input/output: ")) << told;
    EXPECT_EQ(before, left());
    EXPECT_TRUE(faults(*as("office")).empty());
}

TEST_F(FullDisk, NewWorkspaceIsMadeWholeOrNotAtAll)
{
    const auto before = left();
    const auto told = onSmallDisk(256 * 1024, [&] {
        wiring::InitRequest request;
        request.folder = m_folder.path() / "fresh";
        request.demo = true;
        return kindOf(wiring::initialise(request, m_clock));
    });
    EXPECT_TRUE(told.starts_with("input/output: ")) << told;
    EXPECT_EQ(before, left());
}

TEST_F(FullDisk, SignInThatCannotBeAuditedIsRefused)
{
    const auto told = onSmallDisk(1, [&] { return kindOf(signIn("office", "demo-office")); });
    EXPECT_TRUE(told.starts_with("input/output: ")) << told;
    EXPECT_TRUE(signIn("office", "demo-office"));
}

}  // namespace
}  // namespace cw::test
