#include "import/icd/icd_files.h"
#include "tests/import/icd/icd_fixtures.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace cw {
namespace {

using test::diagXml;
using test::outcome;
using test::sectionXml;
using test::sourceText;
using test::tabularXml;
using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::StartsWith;

Result<ParsedList> parse(const std::string& xml, const CodeFileOptions& options = {})
{
    return parseTabularFile(sourceText(xml), options, Progress());
}

Result<ParsedList> parseDiags(const std::string& diags)
{
    return parse(tabularXml(sectionXml("E00-E07", diags)));
}

const Tabular& tabularOf(const Result<ParsedList>& list)
{
    return std::get<Tabular>(list.value().content);
}

const TabularNode& node(const Tabular& tabular, const std::string& name)
{
    return *std::find_if(tabular.nodes.begin(), tabular.nodes.end(), [&](const auto& one) { return one.name == name; });
}

TEST(TabularFileTest, ReadsChapterBlockAndCodesInOrder)
{
    const auto list = parseDiags(diagXml("E00", diagXml("E00.0") + diagXml("E00.1")) + diagXml("E01"));
    ASSERT_TRUE(list) << outcome(list);
    EXPECT_EQ(ListKind::tabular, list->kind);
    EXPECT_EQ("FY2030", list->name);
    EXPECT_EQ((DateInterval{Date::of(2029, 10, 1), Date::of(2030, 9, 30)}), list->inForce);
    EXPECT_EQ(6, list->rowCount);
    const auto& nodes = tabularOf(list).nodes;
    ASSERT_EQ(6U, nodes.size());
    EXPECT_EQ(TabularLevel::chapter, nodes[0].level);
    EXPECT_EQ("4", nodes[0].name);
    EXPECT_EQ("Invented diseases (E00-E89)", nodes[0].title);
    EXPECT_EQ("E00-E07", nodes[1].name);
    EXPECT_EQ("Invented block", nodes[1].title);  // The range is its name.
    EXPECT_EQ(0, nodes[1].parent);
    EXPECT_EQ("E000", nodes[3].name);
    EXPECT_EQ("Invented E00.0", nodes[3].title);
    EXPECT_EQ(2, nodes[3].parent);
    EXPECT_EQ(2, nodes[4].parent);
    EXPECT_EQ(1, nodes[5].parent);
    EXPECT_THAT(list->checks, ElementsAre("4 listed codes give 3 complete codes"));
}

struct NoteCase {
    std::string element;
    NoteKind kind;
};

class TabularNoteTest : public ::testing::TestWithParam<NoteCase> {};

TEST_P(TabularNoteTest, IsReadAtEveryLevel)
{
    const auto& element = GetParam().element;
    const auto notes =
        "<" + element + "><note>first (E01.-)</note><note>\tsecond\r\n  line</note><note/></" + element + ">";
    const auto list = parse(test::xmlFile("ICD10CM.tabular", "<chapter><name>4</name><desc>D</desc>" + notes +
                                                                 "<section id=\"E00\"><desc>B</desc>" + notes +
                                                                 diagXml("E00", notes) + "</section></chapter>"));
    ASSERT_TRUE(list) << outcome(list);
    for (const auto& one : tabularOf(list).nodes) {
        ASSERT_EQ(2U, one.notes.size()) << one.name;
        EXPECT_EQ(GetParam().kind, one.notes[0].kind);
        EXPECT_EQ("first (E01.-)", one.notes[0].text);
        EXPECT_EQ("second line", one.notes[1].text);
    }
}

INSTANTIATE_TEST_SUITE_P(
    Elements, TabularNoteTest,
    ::testing::Values(NoteCase{"includes", NoteKind::includes}, NoteCase{"inclusionTerm", NoteKind::inclusionTerm},
                      NoteCase{"excludes1", NoteKind::excludes1}, NoteCase{"excludes2", NoteKind::excludes2},
                      NoteCase{"codeFirst", NoteKind::codeFirst},
                      NoteCase{"useAdditionalCode", NoteKind::useAdditional}, NoteCase{"codeAlso", NoteKind::codeAlso},
                      NoteCase{"notes", NoteKind::note}, NoteCase{"sevenChrNote", NoteKind::seventhCharacter}),
    [](const auto& test) { return test.param.element; });

TEST(TabularFileTest, ReadsSeventhCharactersAndExpandsThem)
{
    const auto list = parseDiags(
        diagXml("E00", "<sevenChrDef><extension char=\"A\">initial</extension><extension char=\"B\">open</extension>"
                       "<note>\topen NOS</note><extension char=\"d\">later</extension></sevenChrDef>" +
                           diagXml("E00.0", "") + "<diag placeholder=\"true\"><name>E00.1X</name><desc>P</desc>" +
                           diagXml("E00.1X1") + "</diag>"));
    ASSERT_TRUE(list) << outcome(list);
    const auto& seventh = node(tabularOf(list), "E00").seventhCharacters;
    ASSERT_EQ(3U, seventh.size());
    EXPECT_EQ('B', seventh[1].character);
    EXPECT_EQ("open; open NOS", seventh[1].meaning);
    EXPECT_EQ('D', seventh[2].character);
    EXPECT_THAT(expandToCodes(tabularOf(list)),
                ElementsAre("E000XXA", "E000XXB", "E000XXD", "E001X1A", "E001X1B", "E001X1D"));
    EXPECT_THAT(list->checks, ElementsAre("4 listed codes give 6 complete codes"));
}

TEST(TabularFileTest, BlocksWithoutCodesHoldTheBlocksInTheirRange)
{
    const auto list = parse(tabularXml(sectionXml("E00-E40", "") + sectionXml("E00-E10", "") +
                                       sectionXml("E00-E05", diagXml("E00")) + sectionXml("E06", diagXml("E06")) +
                                       sectionXml("E11-E20", diagXml("E11")) + sectionXml("E41-E50", diagXml("E41"))));
    ASSERT_TRUE(list) << outcome(list);
    const auto parentOf = [&](const std::string& name) {
        const auto& nodes = tabularOf(list).nodes;
        return nodes[static_cast<std::size_t>(node(tabularOf(list), name).parent)].name;
    };
    EXPECT_EQ("4", parentOf("E00-E40"));
    EXPECT_EQ("E00-E40", parentOf("E00-E10"));
    EXPECT_EQ("E00-E10", parentOf("E00-E05"));
    EXPECT_EQ("E00-E10", parentOf("E06"));
    EXPECT_EQ("E00-E40", parentOf("E11-E20"));
    EXPECT_EQ("4", parentOf("E41-E50"));
}

TEST(TabularFileTest, TakesTheVisualTableAsNotes)
{
    const auto list = parseDiags(diagXml(
        "E00", "<visualImpairment><visCategory><heading>Category</heading><visRange><heading>Acuity</heading><visMax>"
               "<heading>Maximum</heading></visMax><visMin><heading>Minimum</heading></visMin></visRange></visCategory>"
               "<visCategory><value>1</value><visRange><visMax><value>6/18</value></visMax><visMin><value>6/60</value>"
               "</visMin></visRange><visRange><visMax><value>20/70</value></visMax></visRange></visCategory>"
               "</visualImpairment>"));
    ASSERT_TRUE(list) << outcome(list);
    const auto& notes = node(tabularOf(list), "E00").notes;
    ASSERT_EQ(2U, notes.size());
    EXPECT_EQ("Category: Acuity, Maximum to Minimum", notes[0].text);
    EXPECT_EQ("1: 6/18 to 6/60; 20/70", notes[1].text);
}

TEST(TabularFileTest, TellsWhatItLeavesOutAndWhatIsMisplaced)
{
    const auto list = parseDiags(diagXml("E00", diagXml("E00.1", diagXml("E00.2")) + "<novelty/>") + "<novelty/>");
    ASSERT_TRUE(list) << outcome(list);
    EXPECT_THAT(list->checks, Contains("E00.2 stands under E00.1"));
    EXPECT_THAT(list->checks, Contains("left out, unknown: novelty (2)"));
}

TEST(TabularFileTest, NamesWhatTheSchemaLetsGoWithoutName)
{
    const auto xml = test::xmlFile("ICD10CM.tabular",
                                   "<chapter><section>" + diagXml("E00") + diagXml("E02") + "</section></chapter>",
                                   "excerpt of FY2026 April 1 2026");
    const auto list = parseTabularFile(sourceText(xml, "t.xml"), {}, Progress());
    ASSERT_TRUE(list) << outcome(list);
    EXPECT_EQ("1", tabularOf(list).nodes[0].name);
    EXPECT_EQ("E00-E02", tabularOf(list).nodes[1].name);
    EXPECT_EQ("FY2026 April", list->name);
}

TEST(TabularFileTest, TakesNameAndDateFromTheUser)
{
    const auto xml = tabularXml(sectionXml("E00", diagXml("E00")));
    const auto january = parse(xml, {{}, "", "", Date::of(2030, 1, 1)});
    ASSERT_TRUE(january);
    EXPECT_EQ("FY2030 January", january->name);
    EXPECT_EQ(Date::of(2030, 1, 1), january->inForce.first);
    EXPECT_EQ("mine", parse(xml, {{}, "", "mine", {}}).value().name);
    const auto undated =
        parseTabularFile(sourceText(test::xmlFile("ICD10CM.tabular", "", ""), "t.xml"), {}, Progress());
    EXPECT_THAT(outcome(undated), StartsWith("IMPORT-016: f.zip: t.xml: "));
}

struct TabularFault {
    std::string diags;
    std::string message;
};

class TabularFaultTest : public ::testing::TestWithParam<TabularFault> {};

TEST_P(TabularFaultTest, IsRefusedWithItsLine)
{
    EXPECT_THAT(outcome(parseDiags("\n\n" + GetParam().diags)), HasSubstr(GetParam().message));
}

INSTANTIATE_TEST_SUITE_P(
    Faults, TabularFaultTest,
    ::testing::Values(
        TabularFault{diagXml("E0"), "IMPORT-111: f.zip: list_2030.xml: line 6: not an ICD-10-CM code: \"E0\""},
        TabularFault{"<diag><desc>x</desc></diag>", "IMPORT-111"},
        TabularFault{"<diag><name>E00</name></diag>", "IMPORT-112: f.zip: list_2030.xml: line 6: code E00"},
        TabularFault{diagXml("E00") + diagXml("E00"), "IMPORT-113: f.zip: list_2030.xml: line 7: duplicate code E00"},
        TabularFault{diagXml("E00", "<sevenChrDef><extension char=\"AB\">x</extension></sevenChrDef>"), "IMPORT-110"},
        TabularFault{diagXml("E00", "<sevenChrDef><extension>x</extension></sevenChrDef>"), "IMPORT-110"}));

TEST(TabularFileTest, RefusesAListWithoutCodes)
{
    EXPECT_THAT(outcome(parse(tabularXml(""))), StartsWith("IMPORT-107: f.zip: list_2030.xml: line 2: "));
    EXPECT_THAT(outcome(parse(tabularXml("<section/>"))), StartsWith("IMPORT-114"));
    EXPECT_THAT(outcome(parse(test::indexXml(""))), StartsWith("IMPORT-104"));
}

TEST(TabularFileTest, StopsWhenAsked)
{
    std::stop_source stop;
    stop.request_stop();
    const auto list =
        parseTabularFile(sourceText(tabularXml(sectionXml("E00", diagXml("E00")))), {}, Progress({}, stop.get_token()));
    ASSERT_FALSE(list);
    EXPECT_EQ(ErrorKind::cancelled, list.error().kind);
}

}  // namespace
}  // namespace cw
