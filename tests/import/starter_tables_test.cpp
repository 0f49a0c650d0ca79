#include "import/code_file.h"
#include "tests/import/fixtures.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace cw {
namespace {

using test::outcome;
using ::testing::StartsWith;

class StarterTablesTest : public ::testing::Test {
protected:
    void SetUp() override
    {
        folder.write("icd10cm.tsv", "code\tbillable\tvalid_from\tshort\tlong\n"
                                    "A04\t0\t2023-10-01\tOther infections\tOther bacterial infections\n"
                                    "A047\t1\t2022-10-01\tEnterocolitis\tEnterocolitis, long\n");
        folder.write("hcpcs.tsv",
                     "code\tvalid_from\tshort\tlong\nA0425\t2001-01-01\tGround mileage\tGround mileage, mile\n");
        folder.write("cpt.tsv", "code\tvalid_from\tplain\n99213\t1992-01-01\tOffice visit\n");
        folder.write("modifiers.tsv", "modifier\tsystem\tvalid_from\tdescription\n"
                                      "25\tcpt\t1992-01-01\tSeparate visit\nRT\thcpcs\t1990-01-01\tRight side\n");
    }
    const test::TemporaryFolder folder;
};

TEST_F(StarterTablesTest, ReadsDiagnoses)
{
    const auto release = parseStarterTables(folder.path(), CodeSystem::icd10cm);
    ASSERT_TRUE(release) << outcome(release);
    EXPECT_EQ(ReleaseKind::starter, release->kind);
    EXPECT_EQ("starter", release->name);
    EXPECT_EQ("icd10cm.tsv", release->sourceName);
    EXPECT_EQ((DateInterval{Date::of(2022, 10, 1), std::nullopt}), release->inForce);
    ASSERT_EQ(2U, release->rows.size());
    EXPECT_FALSE(release->rows[0].billable);
    EXPECT_EQ(Date::of(2023, 10, 1), release->rows[0].validFrom);
    EXPECT_EQ("Enterocolitis", release->rows[1].shortTitle);
    EXPECT_EQ("Enterocolitis, long", release->rows[1].longTitle);
    EXPECT_TRUE(release->rows[1].billable);
}

TEST_F(StarterTablesTest, GivesEachSystemItsModifiers)
{
    const auto hcpcs = parseStarterTables(folder.path(), CodeSystem::hcpcs);
    ASSERT_TRUE(hcpcs) << outcome(hcpcs);
    ASSERT_EQ(2U, hcpcs->rows.size());
    EXPECT_EQ("Ground mileage, mile", hcpcs->rows[0].longTitle);
    EXPECT_EQ("RT", hcpcs->rows[1].code);
    EXPECT_TRUE(hcpcs->rows[1].isModifier);
    EXPECT_EQ(Date::of(1990, 1, 1), hcpcs->inForce.first);
    const auto cpt = parseStarterTables(folder.path(), CodeSystem::cpt);
    ASSERT_TRUE(cpt) << outcome(cpt);
    EXPECT_EQ("Office visit", cpt->rows[0].shortTitle);
    EXPECT_EQ("25", cpt->rows[1].code);
    EXPECT_NE(hcpcs->sourceDigest, cpt->sourceDigest);
}

TEST_F(StarterTablesTest, RefusesWhatIsNotAsExpected)
{
    EXPECT_THAT(outcome(parseStarterTables(folder.path(), CodeSystem::icd10pcs)), StartsWith("IMPORT-050"));
    folder.write("cpt.tsv", "code\tplain\n");
    EXPECT_THAT(outcome(parseStarterTables(folder.path(), CodeSystem::cpt)), StartsWith("IMPORT-051: cpt.tsv: line 1"));
    folder.write("cpt.tsv", "code\tvalid_from\tplain\n99213\t1992-01-01\n");
    EXPECT_THAT(outcome(parseStarterTables(folder.path(), CodeSystem::cpt)), StartsWith("IMPORT-052: cpt.tsv: line 2"));
    const std::string header = "code\tvalid_from\tplain\n";
    for (const char* row : {"9921\t1992-01-01\tx\n", "99213\t1992\tx\n", "99213\t1992-01-01\t\n"}) {
        folder.write("cpt.tsv", header + row);
        EXPECT_THAT(outcome(parseStarterTables(folder.path(), CodeSystem::cpt)),
                    StartsWith("IMPORT-053: cpt.tsv: line 2"));
    }
    folder.write("cpt.tsv", header + "99213\t1992-01-01\tx\n99213\t1992-01-01\tx\n");
    EXPECT_THAT(outcome(parseStarterTables(folder.path(), CodeSystem::cpt)),
                StartsWith("IMPORT-053: cpt.tsv: line 3: duplicate code 99213"));
    std::filesystem::remove(folder.path() / "modifiers.tsv");
    EXPECT_THAT(outcome(parseStarterTables(folder.path(), CodeSystem::hcpcs)), StartsWith("BASE-010: modifiers.tsv"));
}

TEST(OwnStarterTablesTest, AreWellFormed)
{
    const auto folder = std::filesystem::path(CW_SOURCE_DIR) / "data" / "starter";
    for (const auto system : {CodeSystem::icd10cm, CodeSystem::hcpcs, CodeSystem::cpt}) {
        const auto release = parseStarterTables(folder, system);
        ASSERT_TRUE(release) << outcome(release);
        EXPECT_GT(release->rows.size(), 100U);
        const bool hasModifiers =
            std::any_of(release->rows.begin(), release->rows.end(), [](const CodeRow& row) { return row.isModifier; });
        EXPECT_EQ(system != CodeSystem::icd10cm, hasModifiers);
    }
}

}  // namespace
}  // namespace cw
