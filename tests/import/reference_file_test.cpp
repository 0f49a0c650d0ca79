#include "import/reference_file.h"

#include "base/digest.h"
#include "tests/import/icd/icd_fixtures.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace cw {
namespace {

using test::crlf;
using test::diagXml;
using test::makeZip;
using test::orderRow;
using test::outcome;
using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::StartsWith;

std::string tabular()
{
    return test::tabularXml(test::sectionXml("E00", diagXml("E00")));
}

std::string order()
{
    return crlf({orderRow(1, "A00", '0', "Cholera"), orderRow(2, "A009", '1', "Cholera, unspecified")});
}

std::string addenda(const std::vector<std::string>& lines, int added)
{
    auto all = lines;
    all.insert(all.end(), {"", "Codes", "  2 codes in icd10cm_order_2030.txt",
                           "  " + std::to_string(added) + " additions", "  0 deletions", "  0 revisions"});
    return crlf(all);
}

Result<ParsedFile> parse(std::string bytes, const std::string& name, CodeFileOptions options = {})
{
    return parseReferenceBytes(std::move(bytes), name, options, Progress());
}

TEST(ReferenceFileTest, ReadsEveryKnownMemberOfAZip)
{
    const auto zip = makeZip({{"readme.txt", "hello"},
                              {"folder/Tabular.xml", tabular()},
                              {"icd10cm_order_2030.txt", order()},
                              {"Index.xml", test::indexXml("<code>E00</code>")},
                              {"schema.xsd", "<xsd:schema/>"}});
    const auto file = parse(zip, "f.zip");
    ASSERT_TRUE(file) << outcome(file);
    ASSERT_EQ(1U, file->releases.size());
    EXPECT_EQ("FY2030", file->releases[0].name);
    EXPECT_EQ("f.zip", file->releases[0].sourceName);
    EXPECT_EQ(sha256Hex(zip), file->releases[0].sourceDigest);
    ASSERT_EQ(2U, file->lists.size());
    EXPECT_EQ(ListKind::tabular, file->lists[0].kind);
    EXPECT_EQ("f.zip: folder/Tabular.xml", file->lists[0].sourceName);
    EXPECT_EQ(sha256Hex(tabular()), file->lists[0].sourceDigest);
    EXPECT_EQ(ListKind::index, file->lists[1].kind);
    EXPECT_THAT(file->ignored, ElementsAre("readme.txt", "schema.xsd"));
}

TEST(ReferenceFileTest, ReadsOnlyTheKindOrSystemThatIsAskedFor)
{
    const auto zip = makeZip({{"t.xml", tabular()}, {"icd10cm_order_2030.txt", order()}});
    const auto list = parse(zip, "f.zip", {{}, "tabular", "", {}});
    ASSERT_TRUE(list) << outcome(list);
    EXPECT_EQ(0U, list->releases.size());
    EXPECT_EQ(1U, list->lists.size());
    const auto release = parse(zip, "f.zip", {{}, "order", "", {}});
    ASSERT_TRUE(release) << outcome(release);
    EXPECT_EQ(1U, release->releases.size());
    EXPECT_EQ(0U, release->lists.size());
    EXPECT_THAT(outcome(parse(zip, "f.zip", {{}, "index", "", {}})),
                AllOf(StartsWith("IMPORT-122: f.zip: no member is Index to Diseases"),
                      HasSubstr("it holds Tabular List, an ICD-10-CM order file")));
    EXPECT_THAT(outcome(parse(zip, "f.zip", {CodeSystem::icd10pcs, "", "", {}})), StartsWith("IMPORT-122"));
}

TEST(ReferenceFileTest, ReadsPlainAndPackedFilesAlike)
{
    for (const auto& [bytes, name] : {std::pair{tabular(), std::string("t.xml")},
                                      {test::makeXz(tabular()), "t.xml.xz"},
                                      {test::makeGz(tabular()), "t.xml.gz"}}) {
        const auto file = parse(bytes, name);
        ASSERT_TRUE(file) << outcome(file);
        ASSERT_EQ(1U, file->lists.size());
        EXPECT_EQ(name, file->lists[0].sourceName);
        EXPECT_EQ(sha256Hex(tabular()), file->lists[0].sourceDigest);
    }
    const auto release = parse(test::makeXz(order()), "icd10cm_order_2030.txt.xz");
    ASSERT_TRUE(release) << outcome(release);
    EXPECT_EQ("FY2030", release->releases.front().name);
    EXPECT_EQ(2U, parse(test::makeXz(makeZip({{"t.xml", tabular()}, {"order_2030.txt", order()}})), "f.zip.xz")
                          .value()
                          .lists.size() +
                      1U);
}

TEST(ReferenceFileTest, OfTwoAddendaTheFullerIsKept)
{
    const auto small = addenda({"Add:         E001    One"}, 1);
    const auto large = addenda({"Add:         E001    One", "Add:         E002    Two"}, 2);
    const auto file = parse(makeZip({{"small.txt", small}, {"large.txt", large}}), "f.zip");
    ASSERT_TRUE(file) << outcome(file);
    ASSERT_EQ(1U, file->lists.size());
    EXPECT_EQ("f.zip: large.txt", file->lists[0].sourceName);
    EXPECT_THAT(file->ignored, ElementsAre("small.txt"));
}

TEST(ReferenceFileTest, OneMalformedMemberRefusesTheWholeFile)
{
    const auto cut = tabular().substr(0, tabular().size() - 30);
    const auto file = parse(makeZip({{"icd10cm_order_2030.txt", order()}, {"t.xml", cut}}), "f.zip");
    ASSERT_FALSE(file);
    EXPECT_THAT(outcome(file), AllOf(StartsWith("IMPORT-102: f.zip: t.xml: line "), HasSubstr("cut off")));
}

TEST(ReferenceFileTest, TwoTablesOfOneSystemAreRefused)
{
    const auto zip = makeZip({{"icd10cm_order_2030.txt", order()}, {"icd10cm_order_2031.txt", order()}});
    EXPECT_THAT(outcome(parse(zip, "f.zip")), StartsWith("IMPORT-121: f.zip: holds two code tables of ICD-10-CM"));
}

TEST(ReferenceFileTest, HoldsTheUsersWordAgainstTheContent)
{
    EXPECT_THAT(outcome(parse(tabular(), "t.xml", {{}, "index", "", {}})),
                StartsWith("IMPORT-119: t.xml: is Tabular List, not Index to Diseases and Injuries"));
    EXPECT_THAT(outcome(parse(order(), "o_2030.txt", {{}, "tabular", "", {}})),
                StartsWith("IMPORT-119: o_2030.txt: is an ICD-10-CM order file, not Tabular List"));
    EXPECT_THAT(outcome(parse("<other/>", "t.xml", {{}, "tabular", "", {}})),
                StartsWith("IMPORT-104: t.xml: line 1: the root element must be <ICD10CM.tabular>, not <other>"));
    EXPECT_THAT(outcome(parse("garbage", "o.txt", {{}, "order", "", {}})), StartsWith("IMPORT-020: o.txt: line 1"));
    EXPECT_THAT(outcome(parse("garbage", "o.txt")), StartsWith("IMPORT-149: o.txt: not recognised"));
    EXPECT_THAT(outcome(parse("", "o.txt")), StartsWith("IMPORT-120: o.txt: the file is empty"));
    EXPECT_THAT(outcome(parse(order(), "o.txt", {{}, "nonsense", "", {}})), StartsWith("IMPORT-018"));
}

TEST(ReferenceFileTest, DamagedArchivesAreNamed)
{
    const auto zip = makeZip({{"t.xml", tabular()}});
    EXPECT_THAT(outcome(parse(zip.substr(0, zip.size() - 9), "f.zip")), StartsWith("IMPORT-001: f.zip: "));
    EXPECT_THAT(outcome(parse(test::makeXz(tabular()).substr(0, 60), "t.xml.xz")),
                StartsWith("IMPORT-140: t.xml.xz: "));
}

TEST(ReferenceFileTest, ReadsAFileFromDisk)
{
    const test::TemporaryFolder folder;
    const auto file = parseReferenceFile(folder.write("t.xml", tabular()), {}, Progress());
    ASSERT_TRUE(file) << outcome(file);
    EXPECT_EQ("t.xml", file->lists.front().sourceName);
    EXPECT_THAT(outcome(parseReferenceFile(folder.path() / "absent", {}, Progress())), StartsWith("BASE-010"));
}

TEST(ReferenceFileTest, RandomDamageNeverCrashes)
{
    std::uint32_t state = 7;
    const auto next = [&state](std::size_t bound) {
        state = state * 1664525U + 1013904223U;
        return static_cast<std::size_t>(state >> 8U) % bound;
    };
    const std::string wholes[] = {tabular(),
                                  test::indexXml("<code>E00</code><term level=\"1\"><title>a</title></term>"),
                                  addenda({"Add:         E001    One"}, 1)};
    int good = 0;
    for (int round = 0; round < 3000; ++round) {
        auto bytes = wholes[round % 3];
        bytes[next(bytes.size())] = static_cast<char>(next(256));
        if (parse(bytes, "list_2030.xml")) ++good;
    }
    EXPECT_GT(good, 0);
}

}  // namespace
}  // namespace cw
