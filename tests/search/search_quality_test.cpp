#include "import/reference_file.h"
#include "search/index_builder.h"
#include "search/knowledge_files.h"
#include "search/searcher.h"
#include "tests/support/search_exam.h"

#include <gtest/gtest.h>

#include <cstdlib>

namespace cw::search {
namespace {

/// The exam of tests/data/search over the official tables and our own terms: without Alphabetic Index, as after the first
/// import. What a coder must be able to rely on; bench/search_bench prints the whole table.
class SearchQuality : public ::testing::Test {
protected:
    static std::filesystem::path shared()
    {
        const char* set = std::getenv("CHARTWRIGHT_SHARED");
        return set != nullptr ? std::filesystem::path(set) : std::filesystem::path(CW_SOURCE_DIR) / ".." / "shared";
    }
    void SetUp() override
    {
        if (!std::filesystem::exists(shared() / "reference")) GTEST_SKIP() << "official files are not here";
    }
    static void add(Source& source, const ParsedRelease& release)
    {
        for (const auto& row : release.rows) {
            SourceCode code;
            code.system = release.system;
            code.code = row.code;
            code.isModifier = row.isModifier;
            code.spans.push_back({{}, {}, row.shortTitle, row.longTitle, row.billable, release.kind, release.name});
            source.codes.push_back(std::move(code));
        }
    }
};

TEST_F(SearchQuality, CodersFindTheirCodes)
{
    Source source;
    for (const char* name :
         {"icd10cm/icd10cm_2025_cms_code_descriptions_tabular_order.zip", "icd10pcs/icd10pcs_2025_cms_order_file.zip",
          "hcpcs/hcpcs_2025_oct_codes_and_modifiers_longdesc.csv"}) {
        const auto parsed = parseReferenceFile(shared() / "reference" / name, {}, {});
        ASSERT_TRUE(parsed) << parsed.error().detail;
        for (const auto& release : parsed->releases) add(source, release);
    }
    const auto cpt = parseStarterTables(CW_SOURCE_DIR "/data/starter", CodeSystem::cpt);
    ASSERT_TRUE(cpt);
    add(source, *cpt);
    auto knowledge = readKnowledge(CW_SOURCE_DIR "/data/search");
    ASSERT_TRUE(knowledge);
    source.knowledge = std::move(*knowledge);
    auto bytes = buildIndex(source, {});
    ASSERT_TRUE(bytes);
    Searcher searcher(*Index::fromBytes(std::move(*bytes)));
    auto result = exam::sit(searcher, exam::readQuestions(CW_TEST_DATA "/search/queries.tsv"));
    for (const auto& query : result.missed) std::cout << "missed: " << query << "\n";
    EXPECT_GE(result.all.asked, 400);
    EXPECT_GE(result.all.atTen(), 0.95);
    EXPECT_GE(result.all.atOne(), 0.75);
    for (const auto& [kind, least] : std::map<std::string, double>{{"abbreviation", 0.95},
                                                                   {"typo", 0.97},
                                                                   {"laterality", 0.98},
                                                                   {"code", 1.0},
                                                                   {"lay", 0.85},
                                                                   {"drug", 0.90},
                                                                   {"pcs", 0.80}})
        EXPECT_GE(result.kinds[kind].atTen(), least) << kind;
}

}  // namespace
}  // namespace cw::search
