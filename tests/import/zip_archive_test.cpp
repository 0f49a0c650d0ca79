#include "import/zip_archive.h"

#include "tests/import/fixtures.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace cw {
namespace {

using test::makeZip;
using test::outcome;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::StartsWith;

TEST(ZipArchiveTest, ListsMembersAndReadsThem)
{
    const std::string large(1'000'000, 'x');
    const auto archive =
        ZipArchive::open(makeZip({{"folder/a.txt", "alpha"}, {"b.txt", large}, {"empty", ""}}), "f.zip");
    ASSERT_TRUE(archive) << outcome(archive);
    ASSERT_EQ(3U, archive->members().size());
    EXPECT_EQ("folder/a.txt", archive->members()[0].name);
    EXPECT_EQ(5U, archive->members()[0].size);
    EXPECT_EQ("alpha", archive->read(archive->members()[0]).value());
    EXPECT_EQ(large, archive->read(archive->members()[1]).value());
    EXPECT_EQ("", archive->read(archive->members()[2]).value());
}

TEST(ZipArchiveTest, ReadsTheHeadOfAMember)
{
    const auto archive = ZipArchive::open(makeZip({{"a.txt", "alphabet"}}), "f.zip");
    ASSERT_TRUE(archive);
    EXPECT_EQ("alp", archive->readHead(archive->members()[0], 3).value());
    EXPECT_EQ("alphabet", archive->readHead(archive->members()[0], 100).value());
}

TEST(ZipArchiveTest, RefusesAMemberAboveTheLimit)
{
    const auto archive = ZipArchive::open(makeZip({{"bomb", std::string(5000, '0')}}), "f.zip");
    ASSERT_TRUE(archive);
    EXPECT_TRUE(archive->read(archive->members()[0], 5000));
    EXPECT_THAT(outcome(archive->read(archive->members()[0], 4999)),
                StartsWith("IMPORT-003: f.zip: bomb: larger than 4999"));
    // A directory that lies about the size does not help.
    auto lying = archive->members()[0];
    lying.size = 10;
    EXPECT_THAT(outcome(archive->read(lying, 4999)), StartsWith("IMPORT-004: f.zip: bomb: larger than 4999"));
}

TEST(ZipArchiveTest, RefusesADeclaredSizeAbove512MegabytesWithoutUnpacking)
{
    const auto archive = ZipArchive::open(makeZip({{"bomb", "x"}}), "f.zip");
    ASSERT_TRUE(archive);
    auto member = archive->members()[0];
    member.size = (512ULL << 20U) + 1;
    EXPECT_THAT(outcome(archive->read(member)), StartsWith("IMPORT-003"));
}

TEST(ZipArchiveTest, NamesAMemberWhoseBytesDoNotMatchTheirCrc)
{
    auto bytes = makeZip({{"good.txt", "first"}, {"bad.txt", "content to damage"}}, true);
    bytes[bytes.find("content")] = 'C';
    const auto archive = ZipArchive::open(bytes, "f.zip");
    ASSERT_TRUE(archive) << outcome(archive);
    EXPECT_EQ("first", archive->read(archive->members()[0]).value());
    const auto bad = archive->read(archive->members()[1]);
    ASSERT_FALSE(bad);
    EXPECT_EQ(ErrorKind::corrupt, bad.error().kind);
    EXPECT_THAT(outcome(bad), StartsWith("IMPORT-006: f.zip: bad.txt: damaged or cut off"));
}

TEST(ZipArchiveTest, RefusesAnyTruncation)
{
    const auto whole = makeZip({{"a.txt", std::string(3000, 'a')}, {"b.txt", "two"}}, true);
    for (std::size_t size = 0; size < whole.size(); size += 97) {
        const auto archive = ZipArchive::open(whole.substr(0, size), "f.zip");
        ASSERT_FALSE(archive) << size;
        EXPECT_THAT(outcome(archive), StartsWith("IMPORT-001: f.zip: ")) << size;
        EXPECT_EQ(ErrorKind::corrupt, archive.error().kind);
    }
}

TEST(ZipArchiveTest, RefusesAnEncryptedMember)
{
    const auto archive = ZipArchive::open(test::makeEncryptedZip({{"a.txt", "alpha"}}), "f.zip");
    ASSERT_TRUE(archive);
    const auto read = archive->read(archive->members()[0]);
    ASSERT_FALSE(read);
    EXPECT_EQ(ErrorKind::unsupported, read.error().kind);
    EXPECT_THAT(outcome(read), StartsWith("IMPORT-005: f.zip: a.txt: "));
}

TEST(ZipArchiveTest, RefusesTooManyMembers)
{
    test::ZipMembers members;
    for (int i = 0; i < 10'001; ++i) members.emplace_back("m" + std::to_string(i), "");
    EXPECT_THAT(outcome(ZipArchive::open(makeZip(members), "f.zip")), StartsWith("IMPORT-002: f.zip"));
}

TEST(ZipArchiveTest, OpensAFileAndNamesItWithoutItsFolder)
{
    const test::TemporaryFolder folder;
    EXPECT_TRUE(ZipArchive::openFile(folder.write("good.zip", makeZip({{"a", "b"}}))));
    EXPECT_THAT(outcome(ZipArchive::openFile(folder.write("bad.zip", "PK\x03\x04 and nothing else"))),
                AllOf(StartsWith("IMPORT-001: bad.zip: "), ::testing::Not(HasSubstr(folder.path().string()))));
    EXPECT_THAT(outcome(ZipArchive::openFile(folder.path() / "absent.zip")), StartsWith("BASE-010"));
}

TEST(ZipArchiveTest, RandomDamageNeverCrashes)
{
    const auto whole = makeZip({{"a.txt", std::string(2004, 'a')}, {"b/c.txt", "two"}});
    std::uint32_t state = 12345;
    const auto next = [&state](std::size_t bound) {
        state = state * 1664525U + 1013904223U;
        return static_cast<std::size_t>(state >> 8U) % bound;
    };
    int readable = 0;
    for (int round = 0; round < 2000; ++round) {
        auto bytes = whole;
        for (int i = 0; i < 3; ++i) bytes[next(bytes.size())] = static_cast<char>(next(256));
        const auto archive = ZipArchive::open(bytes, "f.zip");
        if (!archive) continue;
        for (const auto& member : archive->members())
            if (archive->read(member, 1U << 20U)) ++readable;
    }
    EXPECT_GT(readable, 0);
}

}  // namespace
}  // namespace cw
