#include "import/code_file.h"
#include "tests/store/reference_fixture.h"

#include <cstdlib>

namespace cw::store {

namespace {

/// The folder of published files, when this machine has it.
std::filesystem::path publishedFiles()
{
    const char* set = std::getenv("CHARTWRIGHT_SHARED");
    return (set != nullptr ? std::filesystem::path(set) : std::filesystem::path(CW_SOURCE_DIR) / ".." / "shared") /
           "reference";
}

class ReferenceFiles : public ReferenceTest {
protected:
    ImportSummary importFile(const std::filesystem::path& path)
    {
        const auto parsed = parseCodeFile(publishedFiles() / path, {}, {});
        if (!parsed) throw std::runtime_error(describe(parsed.error()));
        return install(*parsed);
    }
};

TEST_F(ReferenceFiles, PublishedTablesSideBySide)
{
    const std::filesystem::path order2024 = "icd10cm/icd10cm_2024_cms_code_descriptions_tabular_order.zip";
    const std::filesystem::path order2025 = "icd10cm/icd10cm_2025_cms_code_descriptions_tabular_order.zip";
    const std::filesystem::path hcpcs2018 = "hcpcs/2018-Alpha-Numeric-HCPCS-File.zip";
    for (const auto& path : std::vector{order2024, order2025, hcpcs2018}) {
        if (!std::filesystem::exists(publishedFiles() / path)) GTEST_SKIP() << "published file not here: " << path;
    }
    EXPECT_EQ(importFile(order2024).read, 97296);
    const auto next = importFile(order2025);
    EXPECT_EQ(next.read, 97584);
    EXPECT_EQ(next.comparedWith, "FY2024");
    EXPECT_EQ(97296 + next.added - next.ended, 97584);
    EXPECT_GT(next.added, 200);
    EXPECT_TRUE(importFile(order2025).alreadyInstalled);
    importFile(hcpcs2018);

    using State = CodeStanding::State;
    EXPECT_EQ(standing("E1122", "2025-01-15").state, State::valid);
    EXPECT_EQ(iso(standing("E1122", "2025-01-15").entry->valid), "2023-10-01..2025-09-30");
    EXPECT_EQ(standing("E11", "2025-01-15").state, State::header);
    EXPECT_EQ(standing("E10A0", "2024-01-15").state, State::notInForce);  // New in FY2025.
    EXPECT_EQ(standing("E10A0", "2025-01-15").state, State::valid);
    EXPECT_EQ(standing("A0428", "2018-06-01", CodeSystem::hcpcs).state, State::valid);
    EXPECT_EQ(library().children(CodeSystem::icd10cm, "", day("2025-01-15"))->size(), 1917U);
    EXPECT_EQ(library().children(CodeSystem::icd10cm, "E11", day("2025-01-15"))->front().code, "E110");

    const auto installed = *library().releases();
    for (const auto& release : installed) ASSERT_TRUE(library().withdraw(release.id));
    EXPECT_EQ(content(), (std::vector<std::string>{"ok|"}));
}

}  // namespace

}  // namespace cw::store
