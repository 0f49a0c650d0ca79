#include "tests/support/tiny_disk.h"
#include "tests/support/workspace_fixture.h"

namespace cw::test {
namespace {

namespace fs = std::filesystem;

/// Disks that are really full, unlike those of FullDisk, which only keep a process from growing its files.
class SmallFileSystem : public WorkspaceTest {
protected:
    fs::path mountPoint() const { return m_folder.path() / "disk"; }
    static std::string told(const auto& result)
    {
        return result ? "done" : std::string(toString(result.error().kind)) + ": " + result.error().detail;
    }
};

TEST_F(SmallFileSystem, ExportOntoItRecordsNothingWhenTheFileDoesNotFit)
{
    CW_TINY_DISK_OR_SKIP(disk, mountPoint(), 8);
    const auto office = as("office");
    std::vector<std::string> ids;
    for (int i = 1; i <= 20; ++i) {
        ids.push_back("T-" + std::to_string(i));
        approve(*office, ids.back());
    }
    const auto exported = app::BillingDesk(*office).exportClaims(exportOf(ids, disk.path()));
    EXPECT_EQ("input/output: cannot write 837p-000001.x12: No space left on device", told(exported));
    EXPECT_TRUE(fs::is_empty(disk.path()));
    EXPECT_EQ("0", count(*office, "claim_batch"));
    EXPECT_EQ("approved", statusOf(*office, "T-1"));
    EXPECT_EQ(1U, must(app::BillingDesk(*office).exportClaims(exportOf(ids, out()))).files.size());
}

TEST_F(SmallFileSystem, BackupOntoItLeavesNothing)
{
    CW_TINY_DISK_OR_SKIP(disk, mountPoint(), 1024);
    const auto done = as("admin")->backUp(disk.path() / "backup.zip", {});
    EXPECT_TRUE(told(done).starts_with("input/output: ")) << told(done);
    EXPECT_TRUE(fs::is_empty(disk.path()));
}

TEST_F(SmallFileSystem, BackupThatFitsOnlyAsCopiesLeavesNothing)
{
    std::uintmax_t size = 0;
    for (const auto& entry : fs::directory_iterator(place())) size += entry.file_size();
    CW_TINY_DISK_OR_SKIP(disk, mountPoint(), size / 1024 * 3 / 2);
    const auto done = as("admin")->backUp(disk.path() / "backup.zip", {});
    EXPECT_TRUE(told(done).starts_with("input/output: ")) << told(done);
    EXPECT_TRUE(fs::is_empty(disk.path()));
}

TEST_F(SmallFileSystem, WorkspaceOnItRefusesAnImportWholeAndStaysSound)
{
    CW_TINY_DISK_OR_SKIP(disk, mountPoint(), 8 * 1024);
    copyTemplate(Content::none, disk.path() / "workspace");
    m_folder.write("scan.txt", std::string(6 * 1024 * 1024, 'x'));
    auto encounter = cleanEncounter("T-2");
    encounter["documents"] = {{{"path", "scan.txt"}}};
    {
        const auto coder = must(wiring::openWorkspace(disk.path() / "workspace", "coder", "demo-coder", m_clock));
        const auto imported = app::Intake(*coder).importEncounters(writeEncounters({cleanEncounter("T-1"), encounter}));
        EXPECT_TRUE(told(imported).starts_with("input/output: ")) << told(imported);
        EXPECT_EQ("0", count(*coder, "encounter"));
        EXPECT_EQ(1, import(*coder, {cleanEncounter("T-1")}).encounters);
    }
    const auto coder = must(wiring::openWorkspace(disk.path() / "workspace", "coder", "demo-coder", m_clock));
    EXPECT_TRUE(faults(*coder).empty());
    EXPECT_EQ("1", count(*coder, "encounter"));
}

}  // namespace
}  // namespace cw::test
