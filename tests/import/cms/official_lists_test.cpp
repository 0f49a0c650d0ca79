#include "codeset/codes.h"
#include "import/zip_archive.h"
#include "tests/import/cms/lists.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <set>
#include <tuple>

namespace cw {
namespace {

using test::contentOf;
using test::outcome;
using test::parseOnlyList;
using ::testing::Contains;
using ::testing::ElementsAre;

const DateInterval thirdQuarter2024{Date::of(2024, 7, 1), Date::of(2024, 9, 30)};

TEST(OfficialListsTest, FeeScheduleOfOctober2025IsTheSameInBothForms)
{
    CW_SHARED_OR_SKIP(table, "reference/mpfs/PPRRVU2025_Oct_nodesc.csv.xz");
    CW_SHARED_OR_SKIP(records, "reference/mpfs/PPRRVU2025_Oct_nodesc.txt.xz");
    const auto csv = parseOnlyList(*table);
    const auto txt = parseOnlyList(*records);
    ASSERT_TRUE(csv) << outcome(csv);
    ASSERT_TRUE(txt) << outcome(txt);
    EXPECT_EQ(19'090, csv->rowCount);
    EXPECT_EQ(0, csv->rejectedRows);
    EXPECT_EQ("2025 Q4", csv->name);
    EXPECT_EQ(csv->name, txt->name);
    EXPECT_THAT(csv->checks, Contains("the totals of all lines add up"));
    EXPECT_EQ((DateInterval{Date::of(2025, 10, 1), Date::of(2025, 12, 31)}), csv->inForce);
    const auto& a = contentOf<FeeSchedule>(*csv);
    const auto& b = contentOf<FeeSchedule>(*txt);
    EXPECT_EQ(323'465, a.conversionFactor);
    EXPECT_EQ(a.conversionFactor, b.conversionFactor);
    const auto values = [](const FeeScheduleRow& r) {
        return std::tie(r.code, r.modifier, r.status, r.workRvu, r.nonFacilityPeRvu, r.facilityPeRvu, r.malpracticeRvu,
                        r.nonFacilityTotal, r.facilityTotal, r.pcTc, r.globalDays, r.multiple, r.bilateral, r.assistant,
                        r.coSurgeon, r.team, r.endoscopicBase, r.supervision);
    };
    auto left = a.rows;
    auto right = b.rows;
    const auto before = [](const auto& x, const auto& y) {
        return std::tie(x.code, x.modifier) < std::tie(y.code, y.modifier);
    };
    std::sort(left.begin(), left.end(), before);
    std::sort(right.begin(), right.end(), before);
    ASSERT_EQ(left.size(), right.size());
    int differing = 0;
    for (std::size_t i = 0; i < left.size(); ++i)
        if (values(left[i]) != values(right[i]) && ++differing < 5) ADD_FAILURE() << left[i].code << left[i].modifier;
    EXPECT_EQ(0, differing);
}

TEST(OfficialListsTest, FeeScheduleOf2026HasAColumnMore)
{
    CW_SHARED_OR_SKIP(file, "reference/format_samples/PPRRVU2026_Jul_nonQPP_excerpt_redacted.csv");
    const auto list = parseOnlyList(*file);
    ASSERT_TRUE(list) << outcome(list);
    EXPECT_EQ("2026 Q3", list->name);
    EXPECT_EQ("", list->variant);
    const auto& schedule = contentOf<FeeSchedule>(*list);
    EXPECT_EQ(334'009, schedule.conversionFactor);
    ASSERT_EQ(3U, schedule.rows.size());
    EXPECT_EQ("XXX", schedule.rows[0].globalDays);
    EXPECT_EQ("09", schedule.rows[0].supervision);
}

TEST(OfficialListsTest, PtpEditsRebuilt)
{
    CW_SHARED_OR_SKIP(file, "reference/ncci/ncci_ptp_practitioner_2024Q3_v302_noeffdate.tsv.xz");
    const auto list = parseOnlyList(*file);
    ASSERT_TRUE(list) << outcome(list);
    EXPECT_EQ("2024 Q3", list->name);
    EXPECT_EQ("practitioner", list->variant);
    EXPECT_EQ(thirdQuarter2024, list->inForce);
    EXPECT_EQ(2'546'017, list->rowCount);
    const auto& content = contentOf<PtpEdits>(*list);
    EXPECT_EQ(12U, content.rationales.size());
    EXPECT_EQ(1'669'820, std::count_if(content.edits.begin(), content.edits.end(),
                                       [](const PtpEdit& edit) { return !edit.last; }));
    std::vector<std::pair<PairCode, PairCode>> pairs;
    for (const auto& edit : content.edits) pairs.emplace_back(edit.column1, edit.column2);
    std::sort(pairs.begin(), pairs.end());
    EXPECT_EQ(2'238'466, std::unique(pairs.begin(), pairs.end()) - pairs.begin());
    EXPECT_LE(sizeof(PtpEdit), 32U);
}

TEST(OfficialListsTest, PtpEditsAreReadInASecond)
{
    CW_SHARED_OR_SKIP(file, "reference/ncci/ncci_ptp_practitioner_2024Q3_v302_noeffdate.tsv.xz");
    const auto list = parseOnlyList(*file);
    ASSERT_TRUE(list) << outcome(list);
    const auto& content = contentOf<PtpEdits>(*list);
    std::string bytes = "column1\tcolumn2\tdeletion_date\tmodifier_indicator\trationale\r\n";
    for (const auto& edit : content.edits)
        bytes += std::string(edit.column1) + '\t' + std::string(edit.column2) + '\t' +
                 (edit.last ? edit.last->compact() : "*") + '\t' + edit.modifierIndicator + '\t' +
                 content.rationales[edit.rationale] + "\r\n";
    const auto start = std::chrono::steady_clock::now();
    const auto again = test::parseCms(std::move(bytes), "ncci_2024Q3.tsv");
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    ASSERT_TRUE(again) << outcome(again);
    EXPECT_EQ(list->rowCount, again->rowCount);
    EXPECT_LT(took.count(), 10.0);  // Under 1 s where nothing else runs; sanitizers are slower.
    RecordProperty("seconds", std::to_string(took.count()));
}

TEST(OfficialListsTest, PtpEditsInTheOfficialLayout)
{
    CW_SHARED_OR_SKIP(file, "reference/format_samples/ccipra-v322r0-f1_excerpt.txt");
    const auto list = parseOnlyList(*file);
    ASSERT_TRUE(list) << outcome(list);
    EXPECT_EQ("2026 Q3", list->name);
    EXPECT_EQ("practitioner f1", list->variant);
    EXPECT_EQ(22, list->rowCount);
    EXPECT_EQ(0, list->rejectedRows);
    const auto& edit = contentOf<PtpEdits>(*list).edits.front();
    EXPECT_EQ(Date::of(2022, 1, 1), edit.first);
    EXPECT_EQ(Date::of(2023, 12, 31), edit.last);
}

TEST(OfficialListsTest, UnitLimitsOfThreeSettings)
{
    for (const auto& [name, variant, rows] :
         {std::tuple("Practitioner", "practitioner", 14'677), std::tuple("OutpatientHospital", "outpatient", 14'628),
          std::tuple("DMESupplier", "dme", 2'928)}) {
        CW_SHARED_OR_SKIP(file, "reference/ncci/MCR_MUE_" + std::string(name) + "Services_Eff_07-01-2024_rebuilt.csv");
        const auto list = parseOnlyList(*file);
        ASSERT_TRUE(list) << outcome(list);
        EXPECT_EQ(variant, list->variant);
        EXPECT_EQ(rows, list->rowCount);
        EXPECT_EQ(0, list->rejectedRows);
        EXPECT_EQ("2024 Q3", list->name);
        EXPECT_EQ(thirdQuarter2024, list->inForce);
    }
}

TEST(OfficialListsTest, AddOnCodes)
{
    CW_SHARED_OR_SKIP(file, "reference/ncci/ncci_aoc_2024-06-03.csv");
    const auto list = parseOnlyList(*file);
    ASSERT_TRUE(list) << outcome(list);
    EXPECT_EQ(7'465, list->rowCount);
    EXPECT_EQ(0, list->rejectedRows);
    std::set<std::string> codes;
    for (const auto& row : contentOf<AddOnCodes>(*list).rows) codes.insert(row.code);
    EXPECT_EQ(668U, codes.size());
    EXPECT_EQ("2024 Q3", list->name) << "posted in June for July";
    EXPECT_EQ(thirdQuarter2024, list->inForce);
}

TEST(OfficialListsTest, PresentOnAdmissionExemptCodes)
{
    CW_SHARED_OR_SKIP(file, "reference/poa/POAexemptCodesFY25.zip");
    const auto list = parseOnlyList(*file);
    ASSERT_TRUE(list) << outcome(list);
    EXPECT_EQ(38'154, list->rowCount);
    EXPECT_EQ(0, list->rejectedRows);
    EXPECT_EQ("FY2025", list->name);
    EXPECT_EQ((DateInterval{Date::of(2024, 10, 1), Date::of(2025, 9, 30)}), list->inForce);
    EXPECT_THAT(list->checks, Contains("38,154 codes exempt"));
    EXPECT_EQ("B900", contentOf<CodeFlags>(*list).flags.front().code);
    CW_SHARED_OR_SKIP(zip, "reference/poa/POAexemptCodesFY25.zip");
    const auto archive = ZipArchive::openFile(*zip);
    ASSERT_TRUE(archive) << outcome(archive);
    for (const auto& member : archive->members()) {
        if (member.name != "POAexemptCodesFY25.xlsx") continue;
        const auto sheet = parseReferenceBytes(*archive->read(member), member.name, {}, Progress());
        ASSERT_TRUE(sheet) << outcome(sheet);
        ASSERT_EQ(1U, sheet->lists.size());
        EXPECT_EQ(38'154, sheet->lists[0].rowCount);
    }
}

TEST(OfficialListsTest, CodeEditorLists)
{
    CW_SHARED_OR_SKIP(file, "reference/mce/mce_v41.1_fy2024_code_edits.csv");
    const auto list = parseOnlyList(*file);
    ASSERT_TRUE(list) << outcome(list);
    EXPECT_EQ(7'946, list->rowCount);
    EXPECT_EQ("FY2024", list->name);
    EXPECT_THAT(list->checks, ElementsAre("age adult: 854 codes", "age maternity: 2,543 codes", "age newborn: 42 codes",
                                          "age pediatric: 125 codes", "manifestation: 422 codes",
                                          "sex female: 3,431 codes", "sex male: 529 codes"));
}

TEST(OfficialListsTest, ConditionCategories)
{
    CW_SHARED_OR_SKIP(file, "reference/hcc/ra_dx_to_cc_2025.csv.xz");
    const auto list = parseOnlyList(*file);
    ASSERT_TRUE(list) << outcome(list);
    EXPECT_EQ(53'951, list->rowCount);
    EXPECT_EQ(0, list->rejectedRows);
    EXPECT_EQ("2025", list->name);
    EXPECT_THAT(list->checks, Contains("CMS-HCC V28: 8,090 rows"));
    for (const auto* other : {"reference/hcc/ra_labels_2026.csv", "reference/hcc/ra_hierarchies_2026.csv"}) {
        CW_SHARED_OR_SKIP(unused, other);
        const auto refused = parseOnlyList(*unused);
        ASSERT_FALSE(refused);
        EXPECT_EQ(ErrorKind::unsupported, refused.error().kind) << outcome(refused);
    }
}

TEST(OfficialListsTest, OutpatientStatusIndicators)
{
    CW_SHARED_OR_SKIP(file, "reference/mpfs/opps_addendum_b_2026-04_nodesc.csv");
    const auto list = parseOnlyList(*file);
    ASSERT_TRUE(list) << outcome(list);
    EXPECT_EQ(19'059, list->rowCount);
    EXPECT_EQ(0, list->rejectedRows) << ::testing::PrintToString(list->rejections);
    EXPECT_EQ("2026 Q2", list->name);
    EXPECT_EQ((DateInterval{Date::of(2026, 4, 1), Date::of(2026, 6, 30)}), list->inForce);
    EXPECT_THAT(list->checks, Contains("C: 1,438 codes"));
    EXPECT_THAT(list->checks, Contains("J2: 13 codes"));
}

TEST(OfficialListsTest, PlacesOfService)
{
    CW_SHARED_OR_SKIP(file, "reference/pos/cms_place_of_service_2024-05.csv");
    const auto list = parseOnlyList(*file);
    ASSERT_TRUE(list) << outcome(list);
    EXPECT_EQ(99, list->rowCount);
    EXPECT_THAT(list->checks, ElementsAre("52 assigned, 47 unassigned"));
    EXPECT_FALSE(list->inForce.last);
}

TEST(OfficialListsTest, EquivalenceMappingsBothWays)
{
    CW_SHARED_OR_SKIP(file, "reference/gems/Dxgem_2018.zip");
    const auto parsed = parseReferenceFile(*file, {}, Progress());
    ASSERT_TRUE(parsed) << outcome(parsed);
    std::map<std::string, std::int64_t> rows;
    for (const auto& list : parsed->lists) {
        EXPECT_EQ(0, list.rejectedRows);
        EXPECT_EQ("2018", list.name);
        rows[list.variant] = list.rowCount;
        if (list.variant == "icd9-icd10") {
            EXPECT_THAT(list.checks, ElementsAre("24,860 rows, 422 without match"));
        }
    }
    EXPECT_EQ((std::map<std::string, std::int64_t>{{"icd10-icd9", 81'593}, {"icd9-icd10", 24'860}}), rows);
}

TEST(OfficialListsTest, ConversionTableSpreadsheet)
{
    CW_SHARED_OR_SKIP(file, "reference/icd10cm/icd-10-cm-conversion-table-FY2025.xlsx");
    const auto list = parseOnlyList(*file);
    ASSERT_TRUE(list) << outcome(list);
    EXPECT_EQ(5'405, list->rowCount);
    EXPECT_EQ(0, list->rejectedRows) << ::testing::PrintToString(list->rejections);
    EXPECT_EQ("FY2025", list->name);
    std::map<std::string, std::optional<Date>> toH02101;
    for (const auto& map : contentOf<CodeMaps>(*list).maps) {
        if (map.from == "H02106") toH02101[map.to] = map.effective;
        EXPECT_TRUE(Icd10CmCode::parse(map.from)) << map.from;
    }
    EXPECT_EQ(Date::of(2018, 10, 1), toH02101["H02151"]);
}

}  // namespace
}  // namespace cw
