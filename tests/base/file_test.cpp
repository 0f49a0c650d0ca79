#include "base/file.h"

#include "tests/support/small_disk.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <sys/stat.h>

namespace cw {
namespace {

using test::TemporaryFolder;

TEST(ReadFile, GivesAllBytes)
{
    const TemporaryFolder folder;
    const std::string bytes("a\0b\r\n\xFF", 6);
    EXPECT_EQ(bytes, *readFile(folder.write("some.bin", bytes)));
}

TEST(ReadFile, OfAnEmptyFileIsEmpty)
{
    const TemporaryFolder folder;
    EXPECT_EQ("", *readFile(folder.write("empty", "")));
}

TEST(ReadFile, NamesAMissingFileWithoutItsFolder)
{
    const TemporaryFolder folder;
    const auto bytes = readFile(folder.path() / "missing.txt");
    ASSERT_FALSE(bytes);
    EXPECT_EQ(ErrorKind::notFound, bytes.error().kind);
    EXPECT_EQ("BASE-010: missing.txt: no such file", describe(bytes.error()));
}

TEST(ReadFile, RefusesAFolder)
{
    const TemporaryFolder folder;
    EXPECT_EQ("BASE-019", readFile(folder.path()).error().id);
}

TEST(ReadFile, RefusesAFileBeyondTheLimit)
{
    const TemporaryFolder folder;
    const auto file = folder.write("long.txt", "12345");
    EXPECT_EQ("BASE-012", readFile(file, 4).error().id);
    EXPECT_TRUE(readFile(file, 5));
}

TEST(WriteFileAtomically, WritesForTheOwnerAlone)
{
    const TemporaryFolder folder;
    const auto file = folder.path() / "claim.x12";
    ASSERT_TRUE(writeFileAtomically(file, "bytes"));
    struct stat state {};
    ASSERT_EQ(0, ::stat(file.c_str(), &state));
    EXPECT_EQ(0600U, state.st_mode & 0777U);
    EXPECT_EQ("bytes", *readFile(file));
    EXPECT_EQ(std::vector<std::string>{"claim.x12"}, folder.names());
}

TEST(WriteFileAtomically, KeepsAnExistingFile)
{
    const TemporaryFolder folder;
    const auto file = folder.write("claim.x12", "old");
    const auto written = writeFileAtomically(file, "new");
    ASSERT_FALSE(written);
    EXPECT_EQ(ErrorKind::conflict, written.error().kind);
    EXPECT_EQ("old", *readFile(file));
    EXPECT_EQ(1U, folder.names().size());
}

TEST(WriteFileAtomically, ReplacesWhenAsked)
{
    const TemporaryFolder folder;
    const auto file = folder.write("claim.x12", "old");
    ASSERT_TRUE(writeFileAtomically(file, "new", true));
    EXPECT_EQ("new", *readFile(file));
    EXPECT_EQ(1U, folder.names().size());
}

TEST(WriteFileAtomically, FailsInAFolderThatIsNotThere)
{
    const TemporaryFolder folder;
    const auto written = writeFileAtomically(folder.path() / "none" / "claim.x12", "new");
    ASSERT_FALSE(written);
    EXPECT_EQ(ErrorKind::io, written.error().kind);
}

TEST(WriteFileAtomically, OnAFullDiskLeavesNothingBehind)
{
    const TemporaryFolder folder;
    const auto told = test::onSmallDisk(4096, [&] {
        const auto written = writeFileAtomically(folder.path() / "claim.x12", std::string(100'000, 'x'));
        return written ? "written" : written.error().detail;
    });
    EXPECT_EQ("cannot write claim.x12: File too large", told);
    EXPECT_TRUE(folder.names().empty());
}

TEST(WriteFileAtomically, OnAFullDiskKeepsTheOldFile)
{
    const TemporaryFolder folder;
    const auto file = folder.write("keys.json", "old");
    test::onSmallDisk(4096, [&] {
        const auto written = writeFileAtomically(file, std::string(100'000, 'x'), true);
        return written ? "written" : "refused";
    });
    EXPECT_EQ("old", *readFile(file));
    EXPECT_EQ(1U, folder.names().size());
}

TEST(StagedFile, GoesAwayUnlessItIsPlaced)
{
    const TemporaryFolder folder;
    {
        const auto staged = StagedFile::write(folder.path() / "claim.x12", "bytes");
        ASSERT_TRUE(staged);
        EXPECT_EQ(1U, folder.names().size());
        EXPECT_NE("claim.x12", folder.names().front());
    }
    EXPECT_TRUE(folder.names().empty());
}

TEST(StagedFile, HasItsNameOnlyOncePlaced)
{
    const TemporaryFolder folder;
    auto staged = StagedFile::write(folder.path() / "claim.x12", "bytes");
    ASSERT_TRUE(staged);
    EXPECT_FALSE(std::filesystem::exists(folder.path() / "claim.x12"));
    ASSERT_TRUE(staged->place(false));
    EXPECT_EQ("bytes", *readFile(folder.path() / "claim.x12"));
}

}  // namespace
}  // namespace cw
