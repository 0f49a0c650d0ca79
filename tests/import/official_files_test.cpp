#include "import/code_file.h"
#include "tests/import/fixtures.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>

namespace cw {
namespace {

using test::outcome;

const CodeRow* find(const ParsedRelease& release, std::string_view code)
{
    const auto found =
        std::find_if(release.rows.begin(), release.rows.end(), [&](const CodeRow& row) { return row.code == code; });
    return found == release.rows.end() ? nullptr : &*found;
}

std::ptrdiff_t billable(const ParsedRelease& release)
{
    return std::count_if(release.rows.begin(), release.rows.end(), [](const CodeRow& row) { return row.billable; });
}

TEST(OfficialFilesTest, Icd10CmOfFiscalYear2025)
{
    CW_SHARED_OR_SKIP(file, "reference/icd10cm/icd10cm_2025_cms_code_descriptions_tabular_order.zip");
    const auto start = std::chrono::steady_clock::now();
    const auto release = parseCodeFile(*file, {}, Progress());
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    ASSERT_TRUE(release) << outcome(release);
    EXPECT_EQ("FY2025", release->name);
    EXPECT_EQ((DateInterval{Date::of(2024, 10, 1), Date::of(2025, 9, 30)}), release->inForce);
    EXPECT_EQ(97'584U, release->rows.size());
    EXPECT_EQ(74'260, billable(*release));
    ASSERT_NE(nullptr, find(*release, "S72001A"));
    EXPECT_EQ("Fracture of unspecified part of neck of right femur, initial encounter for closed fracture",
              find(*release, "S72001A")->longTitle);
    EXPECT_LT(took.count(), 5.0);  // Well under 1 s where nothing else runs; sanitizers are slower.
    RecordProperty("seconds", std::to_string(took.count()));
}

TEST(OfficialFilesTest, Icd10CmOfFiscalYear2024)
{
    CW_SHARED_OR_SKIP(file, "reference/icd10cm/icd10cm_2024_cms_code_descriptions_tabular_order.zip");
    const auto release = parseCodeFile(*file, {}, Progress());
    ASSERT_TRUE(release) << outcome(release);
    EXPECT_EQ("FY2024", release->name);
    EXPECT_EQ(74'044, billable(*release));
}

TEST(OfficialFilesTest, Icd10PcsOfFiscalYear2025)
{
    CW_SHARED_OR_SKIP(file, "reference/icd10pcs/icd10pcs_2025_cms_order_file.zip");
    const auto release = parseCodeFile(*file, {}, Progress());
    ASSERT_TRUE(release) << outcome(release);
    EXPECT_EQ(CodeSystem::icd10pcs, release->system);
    EXPECT_EQ("FY2025", release->name);
    EXPECT_EQ(78'948, billable(*release));
}

TEST(OfficialFilesTest, Hcpcs2018)
{
    CW_SHARED_OR_SKIP(file, "reference/hcpcs/2018-Alpha-Numeric-HCPCS-File.zip");
    const auto release = parseCodeFile(*file, {}, Progress());
    ASSERT_TRUE(release) << outcome(release);
    EXPECT_EQ("HCPCS 2018", release->name);
    EXPECT_EQ((DateInterval{Date::of(2018, 1, 1), Date::of(2018, 12, 31)}), release->inForce);
    const auto modifiers =
        std::count_if(release->rows.begin(), release->rows.end(), [](const CodeRow& row) { return row.isModifier; });
    EXPECT_EQ(354, modifiers);
    EXPECT_EQ(6205, static_cast<std::ptrdiff_t>(release->rows.size()) - modifiers);
    EXPECT_EQ(static_cast<std::ptrdiff_t>(release->rows.size()), billable(*release));
    const auto ended = std::count_if(release->rows.begin(), release->rows.end(),
                                     [](const CodeRow& row) { return row.validUntil.has_value(); });
    EXPECT_EQ(466, ended);
    EXPECT_TRUE(std::all_of(release->rows.begin(), release->rows.end(),
                            [](const CodeRow& row) { return row.validFrom.has_value(); }));
}

TEST(OfficialFilesTest, OtherOfficialZipsAreRefused)
{
    CW_SHARED_OR_SKIP(poa, "reference/poa/POAexemptCodesFY25.zip");
    EXPECT_THAT(outcome(parseCodeFile(*poa, {}, Progress())), ::testing::StartsWith("IMPORT-012"));
    CW_SHARED_OR_SKIP(xml, "reference/icd10cm_xml/ICD10CM_FY2017_Full_XML.zip");
    EXPECT_THAT(outcome(parseCodeFile(*xml, {}, Progress())), ::testing::StartsWith("IMPORT-012"));
}

}  // namespace
}  // namespace cw
