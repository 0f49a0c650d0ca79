#include "import/code_file.h"

#include "import/release_dates.h"
#include "tests/import/fixtures.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace cw {
namespace {

using test::crlf;
using test::makeZip;
using test::orderRow;
using test::outcome;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::StartsWith;

std::string order()
{
    return crlf({orderRow(1, "A00", '0', "Cholera"), orderRow(2, "A009", '1', "Cholera, unspecified")});
}

Result<ParsedRelease> parse(std::string bytes, const std::string& name, CodeFileOptions options = {})
{
    return parseCodeBytes(std::move(bytes), name, options, Progress());
}

struct DatesCase {
    std::string fileName;
    std::string releaseOption;
    std::optional<Date> effective;
    std::string name;  ///< Empty: the year is not told.
    Date first = Date::of(2000, 1, 1);
    Date last = Date::of(2000, 1, 1);
};

class OrderDatesTest : public ::testing::TestWithParam<DatesCase> {};

TEST_P(OrderDatesTest, NamesTheReleaseAndItsDates)
{
    const auto& expected = GetParam();
    const auto release = parse(order(), expected.fileName, {{}, "", expected.releaseOption, expected.effective});
    if (expected.name.empty()) {
        EXPECT_THAT(outcome(release), AllOf(StartsWith("IMPORT-016: " + expected.fileName), HasSubstr("--effective")));
        return;
    }
    ASSERT_TRUE(release) << outcome(release);
    EXPECT_EQ(expected.name, release->name);
    EXPECT_EQ((DateInterval{expected.first, expected.last}), release->inForce) << release->inForce.first->iso();
}

INSTANTIATE_TEST_SUITE_P(
    Names, OrderDatesTest,
    ::testing::Values(
        DatesCase{"icd10cm_order_2025.txt", "", {}, "FY2025", Date::of(2024, 10, 1), Date::of(2025, 9, 30)},
        DatesCase{"icd10cm-order-2026.txt", "", {}, "FY2026", Date::of(2025, 10, 1), Date::of(2026, 9, 30)},
        DatesCase{"icd10cm-order-April-2025.txt", "", {}, "FY2025 April", Date::of(2025, 4, 1), Date::of(2025, 9, 30)},
        DatesCase{"icd10cm-order-Jan-2021.txt", "", {}, "FY2021 January", Date::of(2021, 1, 1), Date::of(2021, 9, 30)},
        DatesCase{"order-October-2025.txt", "", {}, "FY2026", Date::of(2025, 10, 1), Date::of(2026, 9, 30)},
        DatesCase{"orderFY25.txt", "", {}, "FY2025", Date::of(2024, 10, 1), Date::of(2025, 9, 30)},
        DatesCase{"icd10cm_order_2025.txt", "", Date::of(2025, 4, 1), "FY2025 April", Date::of(2025, 4, 1),
                  Date::of(2025, 9, 30)},
        DatesCase{"order.txt", "", Date::of(2024, 10, 1), "FY2025", Date::of(2024, 10, 1), Date::of(2025, 9, 30)},
        DatesCase{"order.txt", "FY2024", {}, "FY2024", Date::of(2023, 10, 1), Date::of(2024, 9, 30)},
        DatesCase{"icd10cm_order_2025.txt", "mine", {}, "mine", Date::of(2024, 10, 1), Date::of(2025, 9, 30)},
        DatesCase{"order.txt", "", {}, ""}, DatesCase{"order.txt", "mine", {}, ""},
        DatesCase{"order_123456.txt", "", {}, ""}));

TEST(CodeFileTest, TakesTheAprilUpdateFromTheNameOfTheZip)
{
    const auto release =
        parse(makeZip({{"icd10cm_order_2025.txt", order()}}), "april-1-2025-code-descriptions-tabular-order.zip");
    ASSERT_TRUE(release);
    EXPECT_EQ("FY2025 April", release->name);
    EXPECT_EQ(Date::of(2025, 4, 1), release->inForce.first);
}

TEST(CodeFileTest, RefusesAnEmptyFile)
{
    EXPECT_THAT(outcome(parse("", "icd10cm_order_2025.txt")),
                StartsWith("IMPORT-009: icd10cm_order_2025.txt: the file is empty"));
}

TEST(CodeFileTest, SaysWhatItLookedForInAZipWithoutATable)
{
    const auto bytes = makeZip({{"readme.txt", "hello"}, {"empty.txt", ""}});
    EXPECT_THAT(outcome(parse(bytes, "f.zip")),
                AllOf(StartsWith("IMPORT-012: f.zip: no member is an ICD-10-CM or ICD-10-PCS order file"),
                      HasSubstr("HCPCS records"), HasSubstr("CPT list")));
    EXPECT_THAT(
        outcome(parse(makeZip({{"icd10cm_order_2025.txt", order()}}), "f.zip", {CodeSystem::hcpcs, "", "", {}})),
        StartsWith("IMPORT-012: f.zip: no member is HCPCS records; it holds an ICD-10-CM order file"));
}

TEST(CodeFileTest, RefusesTwoTablesUnlessTheSystemTellsThemApart)
{
    const auto pcs = crlf({orderRow(1, "001", '0', "Bypass"), orderRow(2, "0016070", '1', "Bypass")});
    const auto bytes = makeZip({{"icd10cm_order_2025.txt", order()}, {"icd10pcs_order_2025.txt", pcs}});
    EXPECT_THAT(outcome(parse(bytes, "f.zip")),
                StartsWith("IMPORT-013: f.zip: holds more than one code table: icd10cm_order_2025.txt, icd10pcs"));
    EXPECT_EQ(CodeSystem::icd10pcs, parse(bytes, "f.zip", {CodeSystem::icd10pcs, "", "", {}}).value().system);
}

TEST(CodeFileTest, RefusesATruncatedZip)
{
    const auto whole = makeZip({{"icd10cm_order_2025.txt", order()}});
    for (std::size_t size = 4; size < whole.size(); size += 7) {
        const auto release = parse(whole.substr(0, size), "f.zip");
        ASSERT_FALSE(release) << size;
        EXPECT_THAT(outcome(release), StartsWith("IMPORT-001: f.zip: ")) << size;
    }
}

TEST(CodeFileTest, NamesTheMemberThatIsDamaged)
{
    auto bytes = makeZip({{"icd10cm_order_2025.txt", order()}}, true);
    bytes[bytes.find("unspecified")] = 'U';
    EXPECT_THAT(outcome(parse(bytes, "f.zip")), StartsWith("IMPORT-006: f.zip: icd10cm_order_2025.txt: "));
}

TEST(CodeFileTest, HoldsTheUsersWordAgainstTheContent)
{
    EXPECT_THAT(outcome(parse(order(), "o.txt", {CodeSystem::hcpcs, "", "", {}})),
                StartsWith("IMPORT-014: o.txt: is an ICD-10-CM order file, not HCPCS records"));
    EXPECT_THAT(outcome(parse("garbage", "o.txt", {{}, "order", "", {}})), StartsWith("IMPORT-020: o.txt: line 1"));
    EXPECT_THAT(outcome(parse("garbage", "o.txt", {CodeSystem::hcpcs, "", "", {}})), StartsWith("IMPORT-032: o.txt"));
    EXPECT_THAT(outcome(parse("garbage", "o.txt")), StartsWith("IMPORT-011: o.txt: not recognised"));
    EXPECT_THAT(outcome(parse(order(), "o.txt", {{}, "tabular", "", {}})), StartsWith("IMPORT-100"));
    EXPECT_THAT(outcome(parse(order(), "o.txt", {{}, "nonsense", "", {}})), StartsWith("IMPORT-018"));
    EXPECT_THAT(outcome(parse(order(), "o.txt", {CodeSystem::hcpcs, "order", "", {}})), StartsWith("IMPORT-019"));
}

TEST(CodeFileTest, ReadsAFileFromDiskAndGivesItsDigest)
{
    const test::TemporaryFolder folder;
    const auto file = folder.write("icd10cm_order_2025.txt", order());
    const auto release = parseCodeFile(file, {}, Progress());
    ASSERT_TRUE(release) << outcome(release);
    EXPECT_EQ("icd10cm_order_2025.txt", release->sourceName);
    EXPECT_EQ(parse(order(), "other_2025.txt").value().sourceDigest, release->sourceDigest);
    EXPECT_THAT(outcome(parseCodeFile(folder.path() / "absent", {}, Progress())), StartsWith("BASE-010"));
}

TEST(CodeFileTest, RandomDamageNeverCrashes)
{
    const std::string whole = order() + order();
    std::uint32_t state = 99;
    const auto next = [&state](std::size_t bound) {
        state = state * 1664525U + 1013904223U;
        return static_cast<std::size_t>(state >> 8U) % bound;
    };
    int good = 0;
    for (int round = 0; round < 3000; ++round) {
        auto bytes = order();
        bytes[next(bytes.size())] = static_cast<char>(next(256));
        if (const auto release = parse(bytes, "icd10cm_order_2025.txt")) {
            ++good;
            EXPECT_EQ(2U, release->rows.size());
        }
    }
    EXPECT_GT(good, 0);
    EXPECT_LT(good, 3000);
}

}  // namespace
}  // namespace cw
