#include "import/reference_file.h"
#include "tests/store/reference_lists_fixture.h"

#include <algorithm>
#include <chrono>
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

#define CW_PUBLISHED_OR_SKIP(file)                                                                                     \
    if (!std::filesystem::exists(publishedFiles() / (file))) GTEST_SKIP() << "published file not here: " << (file)

/// Published files in the library. What the importers make of them is tested with the importers.
class ReferenceListFiles : public ReferenceListsTest {
protected:
    ParsedFile parse(const std::filesystem::path& path)
    {
        return mustHave(parseReferenceFile(publishedFiles() / path, {}, {}));
    }
    /// Installs all of a file; each list must come back as it went in.
    std::vector<ListSummary> importFile(const std::filesystem::path& path)
    {
        const auto parsed = parse(path);
        for (const auto& release : parsed.releases) install(release);
        std::vector<ListSummary> summaries;
        for (const auto& list : parsed.lists) {
            const auto start = std::chrono::steady_clock::now();
            summaries.push_back(installList(list));
            const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
            const auto& summary = summaries.back();
            EXPECT_EQ(summary.list.rows, list.rowCount) << toString(list.kind);
            RecordProperty("seconds_" + std::string(toString(list.kind)) + list.variant, std::to_string(took.count()));
            if (list.kind == ListKind::ptp) continue;
            const auto stored = mustHave(lists().content(summary.list.id));
            const auto difference = compareContent(list.content, stored);
            EXPECT_EQ(0, difference.added + difference.revised + difference.ended) << toString(list.kind);
        }
        return summaries;
    }
    std::string fact(CodeSystem system, std::string_view code, std::string_view name, const char* on)
    {
        for (const auto& fact : mustHave(lists().facts(system, code, day(on)))) {
            if (fact.name == name) return fact.value;
        }
        return "none";
    }
    std::string follow(ListKind kind, std::string_view see)
    {
        const auto found = mustHave(lists().followSee(kind, see));
        std::string path;
        if (!found) return path;
        for (const auto& entry : mustHave(lists().indexPath(found->id))) path += "/" + entry.term.title;
        return path;
    }
};

TEST_F(ReferenceListFiles, FiscalYearsDifferAsTheAddendaSay)
{
    const std::filesystem::path order2024 = "icd10cm/icd10cm_2024_cms_code_descriptions_tabular_order.zip";
    const std::filesystem::path order2025 = "icd10cm/icd10cm_2025_cms_code_descriptions_tabular_order.zip";
    CW_PUBLISHED_OR_SKIP(order2024);
    CW_PUBLISHED_OR_SKIP(order2025);
    const auto older = parse(order2024);
    const auto newer = parse(order2025);
    ASSERT_EQ(older.releases.size(), 1U);
    ASSERT_EQ(newer.releases.size(), 1U);
    const auto from = install(older.releases[0]).release.id;
    const auto planned = mustHave(library().previewDiff(newer.releases[0]));
    const auto to = install(newer.releases[0]).release.id;
    const auto stored = mustHave(library().diff(from, to));
    for (const auto& diff : {planned, stored}) {
        EXPECT_EQ(diff.added.size(), 252U);
        EXPECT_EQ(diff.ended.size(), 36U);
        EXPECT_EQ(diff.revised.size(), 13U);
    }
}

TEST_F(ReferenceListFiles, NotesAndIndexesOf2017BesideCodesOf2025)
{
    const std::filesystem::path order2025 = "icd10cm/icd10cm_2025_cms_code_descriptions_tabular_order.zip";
    const std::filesystem::path books = "icd10cm_xml/ICD10CM_FY2017_Full_XML.zip";
    CW_PUBLISHED_OR_SKIP(order2025);
    CW_PUBLISHED_OR_SKIP(books);
    install(parse(order2025).releases.at(0));
    const auto summaries = importFile(books);
    EXPECT_EQ(summaries.size(), 5U);
    const auto place = mustHave(lists().place("E1122", day("2025-01-15")));
    ASSERT_TRUE(place);
    EXPECT_EQ(place->levels.size(), 5U);
    EXPECT_EQ(place->levels[1].entry.name, "E08-E13");
    EXPECT_TRUE(place->isOlderThanCodes);
    EXPECT_FALSE(place->restsOnAncestor);
    const auto fracture = mustHave(lists().place("S72001A", day("2025-01-15")));
    ASSERT_TRUE(fracture);
    EXPECT_FALSE(fracture->restsOnAncestor);
    EXPECT_EQ(fracture->seventhCharacters.size(), 16U);
    const auto fresh = mustHave(lists().place("E10A0", day("2025-01-15")));
    ASSERT_TRUE(fresh);
    EXPECT_TRUE(fresh->restsOnAncestor);
    EXPECT_EQ(mustHave(lists().tabularChildren(0, day("2025-01-15"))).size(), 21U);
    EXPECT_EQ(mustHave(lists().indexTerms(ListKind::index, 0, "diab", 1)).at(0).term.title, "Diabetes, diabetic");
    EXPECT_EQ(follow(ListKind::index, "Neoplasm, skin, benign"), "/Neoplasm, neoplastic/skin NOS");
    EXPECT_EQ(follow(ListKind::index, "Disease, heart, ischemic, atherosclerotic"),
              "/Disease, diseased/heart/ischemic/atherosclerotic");
    EXPECT_EQ(follow(ListKind::index, "Complications, vaccination"), "/Complication/vaccination");
    EXPECT_EQ(follow(ListKind::index, "condition"), "/Condition");
    EXPECT_FALSE(mustHave(lists().indexTermsOf("E1122", 20)).empty());
    for (const auto& list : mustHave(lists().lists())) mustDo(lists().withdrawList(list.id));
    EXPECT_EQ(listContent(), std::vector<std::string>{"ok"});
}

TEST_F(ReferenceListFiles, NearlyEverySeeOfTheIndexLeadsSomewhere)
{
    const std::filesystem::path books = "icd10cm_xml/ICD10CM_FY2017_Full_XML.zip";
    CW_PUBLISHED_OR_SKIP(books);
    importFile(books);
    int all = 0;
    int found = 0;
    int whole = 0;
    for (const auto& list : mustHave(lists().lists())) {
        if (list.kind != ListKind::index) continue;
        const auto content = mustHave(lists().content(list.id));
        const auto& terms = std::get<IndexTree>(content).terms;
        for (std::size_t at = 0; at < terms.size(); at += 7) {
            const auto& see = terms[at].see;
            if (see.empty()) continue;
            ++all;
            const auto target = mustHave(lists().followSee(ListKind::index, see));
            if (!target) continue;
            ++found;
            const auto commas = std::count(see.begin(), see.end(), ',');
            if (static_cast<std::ptrdiff_t>(mustHave(lists().indexPath(target->id)).size()) > commas) ++whole;
        }
    }
    // What is left names ranges ("E08-E13 with .62"), the Table of Drugs as a whole, or is misspelt in the book.
    EXPECT_GT(found * 100, all * 97);
    EXPECT_GT(whole * 100, all * 70);
}

TEST_F(ReferenceListFiles, PcsTablesOf2023)
{
    CW_PUBLISHED_OR_SKIP("icd10pcs/icd10pcs_tables_2023.xml.xz");
    for (const auto* file : {"icd10pcs/icd10pcs_tables_2023.xml.xz", "icd10pcs/icd10pcs_index_2023.xml.xz",
                             "icd10pcs/icd10pcs_definitions_2023.xml.xz"})
        importFile(file);
    EXPECT_EQ(mustHave(lists().pcsNext("0")).size(), 31U);
    const auto table = mustHave(lists().pcsTable("0FT"));
    ASSERT_TRUE(table);
    EXPECT_EQ(mustHave(lists().pcsNext("0FT")).front().label, "Liver");
    EXPECT_EQ(mustHave(lists().pcsNext("0FT4")).size(), 2U);
    EXPECT_FALSE(mustHave(lists().pcsDefinitions('0', 3, "Resection")).empty());
    EXPECT_FALSE(mustHave(lists().indexTermsOf("0FT44ZZ", 5)).empty());
}

TEST_F(ReferenceListFiles, EveryOtherList)
{
    CW_PUBLISHED_OR_SKIP("ncci/MCR_MUE_PractitionerServices_Eff_07-01-2024_rebuilt.csv");
    for (const auto* file :
         {"mpfs/PPRRVU2025_Oct_nodesc.csv.xz", "ncci/MCR_MUE_PractitionerServices_Eff_07-01-2024_rebuilt.csv",
          "ncci/MCR_MUE_OutpatientHospitalServices_Eff_07-01-2024_rebuilt.csv",
          "ncci/MCR_MUE_DMESupplierServices_Eff_07-01-2024_rebuilt.csv", "ncci/ncci_aoc_2024-06-03.csv",
          "poa/POAexemptCodesFY25.zip", "mce/mce_v41.1_fy2024_code_edits.csv", "hcc/ra_dx_to_cc_2025.csv.xz",
          "gems/Dxgem_2018.zip", "icd10cm/icd-10-cm-conversion-table-FY2025.xlsx",
          "pos/cms_place_of_service_2024-05.csv"})
        importFile(file);
    EXPECT_TRUE(fact(CodeSystem::cpt, "27447", "Global days", "2025-10-15").starts_with("090: "));
    EXPECT_EQ(fact(CodeSystem::cpt, "99213", "Work RVU", "2025-10-15"), "1.30");
    EXPECT_NE(fact(CodeSystem::icd10cm, "E1122", "ICD-9-CM (GEM)", "2025-10-15"), "none");
    for (const auto& list : mustHave(lists().lists())) mustDo(lists().withdrawList(list.id));
    EXPECT_EQ(listContent(), std::vector<std::string>{"ok"});
}

TEST_F(ReferenceListFiles, PtpEditsByTheMillion)
{
    const std::filesystem::path path = "ncci/ncci_ptp_practitioner_2024Q3_v302_noeffdate.tsv.xz";
    CW_PUBLISHED_OR_SKIP(path);
    const auto id = importFile(path).at(0).list.id;
    RecordProperty("megabytes", std::to_string(std::filesystem::file_size(file()) / 1'000'000));
    EXPECT_LT(std::filesystem::file_size(file()), 110'000'000U);
    EXPECT_EQ(mustHave(lists().ptpEdits("0001A", "0591T", day("2023-12-31"))).size(), 1U);
    EXPECT_EQ(mustHave(lists().ptpEdits("0591T", "0001A", day("2024-01-01"))).size(), 0U);
    mustDo(lists().withdrawList(id));
    EXPECT_EQ(listContent(), std::vector<std::string>{"ok"});
}

}  // namespace

}  // namespace cw::store
