#include "codeset/pcs_tables.h"
#include "codeset/tabular.h"
#include "import/reference_file.h"
#include "tests/import/fixtures.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>

namespace cw {
namespace {

using test::outcome;
using ::testing::Contains;
using ::testing::ElementsAre;

ParsedFile parse(const std::filesystem::path& file, const std::string& kind = "")
{
    const auto start = std::chrono::steady_clock::now();
    auto parsed = parseReferenceFile(file, {{}, kind, "", {}}, Progress());
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    EXPECT_TRUE(parsed) << outcome(parsed);
    EXPECT_LT(took.count(), 5.0);  // Under 0.5 s for each list where nothing else runs; sanitizers are slower.
    ::testing::Test::RecordProperty("seconds", std::to_string(took.count()));
    return parsed ? std::move(*parsed) : ParsedFile{};
}

std::vector<std::string> billable(const ParsedRelease& release)
{
    std::vector<std::string> codes;
    for (const auto& row : release.rows)
        if (row.billable) codes.push_back(row.code);
    std::sort(codes.begin(), codes.end());
    return codes;
}

const ParsedList& listOf(const ParsedFile& file, ListKind kind)
{
    return *std::find_if(file.lists.begin(), file.lists.end(), [&](const auto& list) { return list.kind == kind; });
}

TEST(IcdOfficialTest, TabularOf2017GivesExactlyTheCodesOfItsOrderFile)
{
    CW_SHARED_OR_SKIP(xml, "reference/icd10cm_xml/ICD10CM_FY2017_Full_XML.zip");
    CW_SHARED_OR_SKIP(order, "reference/icd10cm_xml/icd10cm_2017_cms_code_descriptions.zip");
    const auto file = parse(*xml);
    ASSERT_EQ(5U, file.lists.size());
    EXPECT_EQ(3U, file.ignored.size());  // The schemas.
    const auto& tabular = listOf(file, ListKind::tabular);
    EXPECT_EQ("FY2017", tabular.name);
    EXPECT_EQ((DateInterval{Date::of(2016, 10, 1), Date::of(2017, 9, 30)}), tabular.inForce);
    EXPECT_THAT(tabular.checks, ElementsAre("43,910 listed codes give 71,486 complete codes"));
    const auto codes = expandToCodes(std::get<Tabular>(tabular.content));
    EXPECT_EQ(71'486U, codes.size());
    const auto orderFile = parse(*order);
    ASSERT_EQ(1U, orderFile.releases.size());
    EXPECT_EQ(billable(orderFile.releases.front()), codes);
    EXPECT_THAT(listOf(file, ListKind::index).checks, ElementsAre("7,973 main terms and 69,226 terms under them"));
    EXPECT_EQ(7'572, listOf(file, ListKind::externalIndex).rowCount);
    EXPECT_EQ(1'930, listOf(file, ListKind::neoplasm).rowCount);
    EXPECT_EQ(7'416, listOf(file, ListKind::drugs).rowCount);
}

TEST(IcdOfficialTest, TabularOfJanuary2021GivesExactlyTheCodesOfItsOrderFile)
{
    CW_SHARED_OR_SKIP(xml, "reference/icd10cm_xml/icd10cm_tabular_2021.xml.xz");
    CW_SHARED_OR_SKIP(order, "reference/icd10cm_xml/icd10cm-order-Jan-2021.txt.xz");
    const auto file = parse(*xml, "tabular");
    ASSERT_EQ(1U, file.lists.size());
    EXPECT_EQ("icd10cm_tabular_2021.xml.xz", file.lists.front().sourceName);
    const auto codes = expandToCodes(std::get<Tabular>(file.lists.front().content));
    const auto orderFile = parse(*order, "order");
    ASSERT_EQ(1U, orderFile.releases.size());
    EXPECT_EQ("FY2021 January", orderFile.releases.front().name);
    EXPECT_EQ(72'621U, codes.size());
    EXPECT_EQ(billable(orderFile.releases.front()), codes);
}

TEST(IcdOfficialTest, PcsTablesOf2023GiveExactlyTheCodesOfTheirOrderFile)
{
    CW_SHARED_OR_SKIP(xml, "reference/icd10pcs/icd10pcs_tables_2023.xml.xz");
    CW_SHARED_OR_SKIP(order, "reference/icd10pcs/icd10pcs_2023_cms_order_file.zip");
    const auto file = parse(*xml);
    ASSERT_EQ(1U, file.lists.size());
    EXPECT_THAT(file.lists.front().checks, ElementsAre("901 tables give 78,530 codes"));
    const auto orderFile = parse(*order);
    ASSERT_EQ(1U, orderFile.releases.size());
    EXPECT_EQ(billable(orderFile.releases.front()), expandToCodes(std::get<PcsTables>(file.lists.front().content)));
    ASSERT_EQ(1U, orderFile.lists.size());
    EXPECT_EQ("icd10pcs", orderFile.lists.front().variant);
    EXPECT_EQ(34, orderFile.lists.front().rowCount);
}

TEST(IcdOfficialTest, PcsIndexAndDefinitionsOf2023)
{
    CW_SHARED_OR_SKIP(index, "reference/icd10pcs/icd10pcs_index_2023.xml.xz");
    CW_SHARED_OR_SKIP(definitions, "reference/icd10pcs/icd10pcs_definitions_2023.xml.xz");
    EXPECT_THAT(parse(*index).lists.front().checks, ElementsAre("3,023 main terms and 21,179 terms under them"));
    EXPECT_EQ(1'031, parse(*definitions).lists.front().rowCount);
}

TEST(IcdOfficialTest, IndexesOfApril2026)
{
    CW_SHARED_OR_SKIP(drugs, "reference/icd10cm_xml/icd10cm-drug-April-1-2026-XML.xml.xz");
    CW_SHARED_OR_SKIP(external, "reference/icd10cm_xml/icd10cm-eindex-April-1-2026-XML.xml.xz");
    CW_SHARED_OR_SKIP(neoplasm, "reference/icd10cm_xml/icd10cm-neoplasm-April-1-2026-XML.xml.xz");
    const auto file = parse(*drugs);
    ASSERT_EQ(1U, file.lists.size());
    EXPECT_EQ(ListKind::drugs, file.lists.front().kind);
    EXPECT_EQ("FY2026 April", file.lists.front().name);
    EXPECT_EQ(Date::of(2026, 4, 1), file.lists.front().inForce.first);
    EXPECT_EQ(7'430, file.lists.front().rowCount);
    const auto& tree = std::get<IndexTree>(file.lists.front().content);
    EXPECT_THAT(tree.columns,
                ElementsAre("Poisoning Accidental (unintentional)", "Poisoning Intentional self-harm",
                            "Poisoning Assault", "Poisoning Undetermined", "Adverse effect", "Underdosing"));
    EXPECT_EQ(ListKind::externalIndex, parse(*external).lists.front().kind);
    EXPECT_EQ(ListKind::neoplasm, parse(*neoplasm).lists.front().kind);
}

TEST(IcdOfficialTest, CodeDescriptionsOf2025GiveReleaseAndAddenda)
{
    CW_SHARED_OR_SKIP(zip, "reference/icd10cm/icd10cm_2025_cms_code_descriptions_tabular_order.zip");
    const auto file = parse(*zip);
    ASSERT_EQ(1U, file.releases.size());
    EXPECT_EQ(97'584U, file.releases.front().rows.size());
    ASSERT_EQ(1U, file.lists.size());
    const auto& addenda = file.lists.front();
    EXPECT_EQ("icd10cm_2025_cms_code_descriptions_tabular_order.zip: icd10cm_order_addenda_2025.txt",
              addenda.sourceName);
    EXPECT_THAT(addenda.checks, Contains("agrees with its summary: codes 252 added, 36 deleted, 13 revised; headers 72 "
                                         "added, 0 deleted, 1 revised"));
    EXPECT_THAT(file.ignored,
                ::testing::UnorderedElementsAre("icd10cmCodesFile.pdf", "icd10OrderFiles.pdf", "icd10cm_codes_2025.txt",
                                                "icd10cm_codes_addenda_2025.txt"));
}

}  // namespace
}  // namespace cw
