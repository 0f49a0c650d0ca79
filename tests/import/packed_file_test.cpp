#include "import/packed_file.h"

#include "tests/import/fixtures.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace cw {
namespace {

using test::makeGz;
using test::makeXz;
using test::outcome;
using ::testing::StartsWith;

std::string text()
{
    std::string all;
    for (int i = 0; i < 5000; ++i) all += "line " + std::to_string(i) + "\n";
    return all;
}

TEST(PackedFileTest, UnpacksAndTakesTheSuffixOff)
{
    const auto xz = unpackFile(makeXz(text()), "a.txt.xz");
    ASSERT_TRUE(xz) << outcome(xz);
    EXPECT_EQ(text(), xz->bytes);
    EXPECT_EQ("a.txt", xz->name);
    const auto gz = unpackFile(makeGz(text()), "a.txt.GZ");
    ASSERT_TRUE(gz) << outcome(gz);
    EXPECT_EQ(text(), gz->bytes);
    EXPECT_EQ("a.txt", gz->name);
    EXPECT_EQ("renamed", unpackFile(makeGz(text()), "renamed").value().name);
}

TEST(PackedFileTest, UnpacksSeveralPartsInARow)
{
    EXPECT_EQ("onetwo", unpackFile(makeXz("one") + makeXz("two"), "a.xz").value().bytes);
    EXPECT_EQ("onetwo", unpackFile(makeGz("one") + makeGz("two"), "a.gz").value().bytes);
}

TEST(PackedFileTest, LeavesOtherBytesAsTheyAre)
{
    EXPECT_FALSE(looksPacked("PK\x03\x04"));
    const auto plain = unpackFile("plain", "a.xz");
    ASSERT_TRUE(plain);
    EXPECT_EQ("plain", plain->bytes);
    EXPECT_EQ("a.xz", plain->name);
    EXPECT_EQ("", unpackFile("", "a").value().bytes);
}

TEST(PackedFileTest, RefusesWhatUnpacksBeyondTheLimit)
{
    const std::string large(5'000'000, '0');
    EXPECT_TRUE(unpackFile(makeXz(large), "a.xz", large.size()));
    EXPECT_THAT(outcome(unpackFile(makeXz(large), "a.xz", large.size() - 1)), StartsWith("IMPORT-142: a.xz: larger"));
    EXPECT_TRUE(unpackFile(makeGz(large), "a.gz", large.size()));
    EXPECT_THAT(outcome(unpackFile(makeGz(large), "a.gz", 1000)), StartsWith("IMPORT-143: a.gz: larger than 1000"));
}

TEST(PackedFileTest, RefusesEveryTruncation)
{
    const auto xz = makeXz(text());
    for (std::size_t size = 6; size < xz.size(); size += 31)
        EXPECT_THAT(outcome(unpackFile(xz.substr(0, size), "a.xz")), StartsWith("IMPORT-140: a.xz: ")) << size;
    const auto gz = makeGz(text());
    for (std::size_t size = 2; size < gz.size(); size += 31)
        EXPECT_THAT(outcome(unpackFile(gz.substr(0, size), "a.gz")), StartsWith("IMPORT-141: a.gz: ")) << size;
}

TEST(PackedFileTest, RefusesDamage)
{
    auto xz = makeXz(text());
    xz[xz.size() / 2] = static_cast<char>(xz[xz.size() / 2] ^ 0x20);
    EXPECT_THAT(outcome(unpackFile(xz, "a.xz")), StartsWith("IMPORT-140"));
    auto gz = makeGz(text());
    gz[gz.size() - 6] = static_cast<char>(gz[gz.size() - 6] ^ 0x20);  // The checksum.
    EXPECT_THAT(outcome(unpackFile(gz, "a.gz")), StartsWith("IMPORT-141"));
}

}  // namespace
}  // namespace cw
