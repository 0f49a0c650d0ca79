#include "import/icd/icd_files.h"
#include "tests/import/icd/icd_fixtures.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace cw {
namespace {

using test::indexXml;
using test::outcome;
using test::sourceText;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::StartsWith;

const std::string headings = "<indexHeading><head col=\"1\">Substance</head><head col=\"2\">Accident</head>"
                             "<head col=\"3\">Assault</head></indexHeading>";

Result<ParsedList> parse(const std::string& xml, ListKind kind = ListKind::index)
{
    return parseIndexFile(kind, sourceText(xml), {}, Progress());
}

/// The term that `inside` makes of the main term.
IndexTerm mainTerm(const std::string& inside, ListKind kind = ListKind::index, const std::string& before = "")
{
    const auto root = kind == ListKind::pcsIndex ? "ICD10PCS.index" : "ICD10CM.index";
    const auto list = parse(indexXml(inside, before, root), kind);
    EXPECT_TRUE(list) << outcome(list);
    return list ? std::get<IndexTree>(list->content).terms.front() : IndexTerm{};
}

TEST(IndexFileTest, ReadsTermsInTheOrderOfTheBook)
{
    const auto list =
        parse(indexXml("<code>E00.0</code><term level=\"1\"><title>acute</title><code>E00.1</code><term "
                       "level=\"2\"><title>left</title><see>Zany, left</see></term></term><term level=\"1\">"
                       "<title>chronic</title><seeAlso>Other</seeAlso><code>E00.2-</code></term>"));
    ASSERT_TRUE(list) << outcome(list);
    EXPECT_EQ(ListKind::index, list->kind);
    EXPECT_EQ("FY2030", list->name);
    EXPECT_EQ(4, list->rowCount);
    EXPECT_THAT(list->checks, ElementsAre("1 main terms and 3 terms under them"));
    const auto& tree = std::get<IndexTree>(list->content);
    EXPECT_EQ("INDEX TO DISEASES", tree.title);
    EXPECT_THAT(tree.columns, IsEmpty());
    ASSERT_EQ(4U, tree.terms.size());
    EXPECT_EQ("Zany", tree.terms[0].title);
    EXPECT_EQ(-1, tree.terms[0].parent);
    EXPECT_EQ(0, tree.terms[1].parent);
    EXPECT_EQ(1, tree.terms[2].parent);
    EXPECT_EQ(2, tree.terms[2].level);
    EXPECT_EQ("Zany, left", tree.terms[2].see);
    EXPECT_EQ(0, tree.terms[3].parent);
    EXPECT_EQ("Other", tree.terms[3].seeAlso);
    EXPECT_THAT(tree.terms[3].codes, ElementsAre("E00.2-"));
}

struct TitleCase {
    std::string xml;
    std::string title;
    std::string nonessential;
};

class IndexTitleTest : public ::testing::TestWithParam<TitleCase> {};

TEST_P(IndexTitleTest, IsPartedFromNonessentialWords)
{
    const auto list = parse(indexXml("<term level=\"1\"><title>" + GetParam().xml + "</title></term>"));
    ASSERT_TRUE(list) << outcome(list);
    const auto& term = std::get<IndexTree>(list->content).terms[1];
    EXPECT_EQ(GetParam().title, term.title);
    EXPECT_EQ(GetParam().nonessential, term.nonessential);
}

INSTANTIATE_TEST_SUITE_P(Titles, IndexTitleTest,
                         ::testing::Values(TitleCase{"plain", "plain", ""},
                                           TitleCase{"a<nemod>(b) (c)</nemod>", "a", "(b) (c)"},
                                           TitleCase{"vein<nemod>(small)</nemod> NEC", "vein NEC", "(small)"},
                                           TitleCase{"air<nemod>(s)</nemod>, kind", "air, kind", "(s)"},
                                           TitleCase{"<nemod>(gastro)</nemod>enteritis", "enteritis", "(gastro)"},
                                           TitleCase{"<nemod>(gun)</nemod>", "(gun)", ""},
                                           TitleCase{"a<nemod>(b)</nemod><nemod>(c)</nemod>", "a", "(b) (c)"}));

TEST(IndexFileTest, ReadsManifestationsAndCategories)
{
    EXPECT_THAT(mainTerm("<code>E00.4</code><manif>I43</manif>").codes, ElementsAre("E00.4", "I43"));
    EXPECT_THAT(mainTerm("<subcat>H93.3</subcat>").codes, ElementsAre("H93.3-"));
    EXPECT_EQ("category M01", mainTerm("<seecat>M01</seecat>").see);
}

TEST(IndexFileTest, ReadsCellsUnderTheirHeadings)
{
    const auto list = parse(indexXml("<cell col=\"3\">T51.3</cell><cell col=\"2\">--</cell><term level=\"1\"><title>x"
                                     "</title><see>Zany</see></term>",
                                     headings),
                            ListKind::drugs);
    ASSERT_TRUE(list) << outcome(list);
    const auto& tree = std::get<IndexTree>(list->content);
    EXPECT_EQ("Table of Drugs and Chemicals", tree.title);
    EXPECT_THAT(tree.columns, ElementsAre("Accident", "Assault"));
    EXPECT_THAT(tree.terms[0].cells, ElementsAre("--", "T51.3"));
    EXPECT_THAT(tree.terms[1].cells, ElementsAre("", ""));
}

TEST(IndexFileTest, TakesWordsInBracketsOfTheNeoplasmTable)
{
    const auto term = mainTerm("<manif>under side</manif>", ListKind::neoplasm, headings);
    EXPECT_EQ("[under side]", term.nonessential);
    EXPECT_THAT(term.codes, IsEmpty());
}

TEST(IndexFileTest, ReadsReferencesOfThePcsIndex)
{
    const auto see = mainTerm("<see>Resection, Uterus<codes>0UT9</codes></see>", ListKind::pcsIndex);
    EXPECT_EQ("Resection, Uterus", see.see);
    EXPECT_THAT(see.codes, ElementsAre("0UT9"));
    const auto use = mainTerm("<use>Stimulator in<tab>0JH</tab></use>", ListKind::pcsIndex);
    EXPECT_EQ("use Stimulator in", use.see);
    EXPECT_THAT(use.codes, ElementsAre("0JH"));
    EXPECT_THAT(mainTerm("<code>0DTJ4ZZ</code><tab>F02</tab>", ListKind::pcsIndex).codes,
                ElementsAre("0DTJ4ZZ", "F02"));
    const auto list =
        parse(indexXml("<term level=\"1\"><use>Muscle, Left</use></term>", "", "ICD10PCS.index"), ListKind::pcsIndex);
    ASSERT_TRUE(list) << outcome(list);
    EXPECT_EQ("", std::get<IndexTree>(list->content).terms[1].title);
}

TEST(IndexFileTest, TellsWhatItLeavesOut)
{
    const auto list = parse(indexXml("<warning>x</warning>"));
    ASSERT_TRUE(list);
    EXPECT_THAT(list->checks, Contains("left out, unknown: warning (1)"));
}

TEST(IndexFileTest, RefusesFaultsWithTheirLine)
{
    EXPECT_THAT(outcome(parse(indexXml("\n<term level=\"1\"></term>"))),
                StartsWith("IMPORT-117: f.zip: list_2030.xml: line 5: a term without title"));
    EXPECT_THAT(outcome(parse(indexXml("<cell col=\"2\">x</cell>"))), StartsWith("IMPORT-116"));
    EXPECT_THAT(outcome(parse(indexXml("<cell col=\"4\">x</cell>", headings))), StartsWith("IMPORT-116"));
    EXPECT_THAT(outcome(parse(indexXml("", "<indexHeading><head col=\"99\">x</head></indexHeading>"))),
                StartsWith("IMPORT-115"));
    EXPECT_THAT(outcome(parse(test::xmlFile("ICD10CM.index", "<letter><title>A</title></letter>"))),
                StartsWith("IMPORT-118"));
    EXPECT_THAT(outcome(parse(indexXml("", "", "ICD10PCS.index"))), StartsWith("IMPORT-104"));
}

}  // namespace
}  // namespace cw
