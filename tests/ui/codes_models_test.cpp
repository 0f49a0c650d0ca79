// What the views of the Codes page say, without a window.
#include "ui/codes/change_model.h"
#include "ui/codes/details_html.h"
#include "ui/codes/details_target.h"
#include "ui/codes/index_model.h"
#include "ui/codes/letters.h"
#include "ui/codes/main_term_model.h"
#include "ui/codes/pcs_model.h"
#include "ui/codes/set_models.h"
#include "ui/codes/tabular_model.h"
#include "ui/widgets/row_delegate.h"
#include "ui/widgets/text.h"

#include <gtest/gtest.h>

#include <QSignalSpy>

namespace cw::ui {
namespace {

QString textAt(const QAbstractItemModel& model, int row, int column = 0)
{
    return model.index(row, column).data().toString();
}

QString titlesOf(const QAbstractItemModel& model)
{
    QStringList titles;
    for (int row = 0; row < model.rowCount(); ++row) titles.append(textAt(model, row));
    return titles.join(QLatin1Char(' '));
}

IndexEntry indexEntry(std::int64_t id, std::int64_t parent, const char* title, bool hasChildren = false)
{
    IndexEntry entry;
    entry.id = id;
    entry.parent = parent;
    entry.term.title = title;
    entry.hasChildren = hasChildren;
    return entry;
}

TabularEntry tabularEntry(std::int64_t id, TabularLevel level, const char* name, bool hasChildren)
{
    return {id, level, name, std::string("title of ") + name, hasChildren};
}

TEST(OutlineOfTheTabularList, AsksForChildrenOnceAndClosesAgain)
{
    TabularModel model;
    TabularRows rows;
    rows.entries = {tabularEntry(10, TabularLevel::chapter, "4", true),
                    tabularEntry(20, TabularLevel::chapter, "5", false)};
    model.setRoots(rows);
    QSignalSpy wanted(&model, &OutlineModel::childrenWanted);
    model.open(0);
    ASSERT_EQ(1, wanted.size());
    EXPECT_EQ(10, wanted.first().first().toLongLong());
    EXPECT_EQ(OutlineModel::Branch::closed, model.branch(0)) << "open when its rows are there";
    model.setBelow(10, {tabularEntry(11, TabularLevel::block, "E08-E13", true)});
    ASSERT_EQ(3, model.rowCount());
    EXPECT_EQ(1, model.depth(1));
    EXPECT_EQ(0, model.parentRow(1));
    EXPECT_EQ(QStringLiteral("E08-E13"), model.index(1, 0).data(OutlineModel::LeadRole).toString());
    model.close(0);
    EXPECT_EQ(2, model.rowCount());
    model.open(0);
    EXPECT_EQ(3, model.rowCount());
    EXPECT_EQ(1, wanted.size());
    EXPECT_EQ(2U, model.pathTo(11).size());
}

TEST(OutlineOfTheTabularList, OpensTheWayToACode)
{
    TabularModel model;
    TabularWay way;
    way.roots.entries = {tabularEntry(10, TabularLevel::chapter, "4", true),
                         tabularEntry(20, TabularLevel::chapter, "5", true)};
    way.names = {"5", "F01-F09", "F01"};
    way.below = {{tabularEntry(21, TabularLevel::block, "F01-F09", true)},
                 {tabularEntry(22, TabularLevel::code, "F01", false)}};
    EXPECT_EQ(22, model.openWay(way));
    EXPECT_EQ(4, model.rowCount());
    EXPECT_EQ(3, model.rowOf(22));
    EXPECT_EQ(2, model.depth(3));
}

class IndexRows : public testing::Test {
protected:
    IndexRows()
    {
        auto glaucoma = indexEntry(3, 2, "glaucoma");
        glaucoma.term.codes = {"E11.39", "H42"};
        auto sugar = indexEntry(5, 0, "Sugar");
        sugar.term.see = "Diabetes";
        model.setTerms({indexEntry(1, 0, "Diabetes", true), indexEntry(2, 1, "with", true), glaucoma,
                        indexEntry(4, 1, "young"), sugar},
                       1);
    }
    IndexModel model;
};

TEST_F(IndexRows, ShowOneLevelThenAllOnTheWayToATerm)
{
    EXPECT_EQ(QStringLiteral("Diabetes with young Sugar"), titlesOf(model));
    EXPECT_EQ(2, model.reveal(3));
    EXPECT_EQ(QStringLiteral("E11.39, H42"), textAt(model, 2, 1));
    EXPECT_EQ(QStringLiteral("see Diabetes"), textAt(model, 4, 2));
    EXPECT_EQ(QStringLiteral("Diabetes \u203a with \u203a glaucoma"), trailText(model.pathTo(3)));
}

TEST_F(IndexRows, NarrowToWordsAndComeBack)
{
    model.narrowTo(QStringLiteral("h42"));
    EXPECT_EQ(QStringLiteral("Diabetes with glaucoma"), titlesOf(model));
    EXPECT_EQ(2, model.rowForWords(QStringLiteral("H42")));
    model.narrowTo({});
    EXPECT_EQ(QStringLiteral("Diabetes with young Sugar"), titlesOf(model));
}

TEST_F(IndexRows, FindALetterAtTheOutermostLevel)
{
    EXPECT_EQ(3, model.rowFor(QStringLiteral("S")));
    EXPECT_EQ(2, model.rowFor(QStringLiteral("yo")));
    EXPECT_EQ(-1, model.rowFor(QStringLiteral("q")));
}

TEST(CellTable, KnowsCodesFromDashes)
{
    IndexModel model;
    auto site = indexEntry(1, 0, "belly");
    site.term.cells = {"C76.2", "C79.8-", "--", ""};
    model.setColumns({"Malignant Primary", "Malignant Secondary", "Ca in situ", "Uncertain Behavior"});
    model.setTerms({site}, 9);
    EXPECT_EQ("C76.2", model.codeAt(0, 1));
    EXPECT_EQ("C79.8-", model.codeAt(0, 2));
    EXPECT_EQ("", model.codeAt(0, 3));
    EXPECT_EQ("", model.codeAt(0, 4));
    EXPECT_EQ("", model.codeAt(0, 0));
    EXPECT_EQ(QStringLiteral("\u2013"), textAt(model, 0, 3));
    EXPECT_EQ(QStringLiteral("Primary"), model.headerData(1, Qt::Horizontal, Qt::DisplayRole).toString());
    EXPECT_EQ(QStringLiteral("In situ"), model.headerData(3, Qt::Horizontal, Qt::DisplayRole).toString());
    EXPECT_EQ(QStringLiteral("Accidental"), shortHeading(QStringLiteral("Poisoning Accidental (unintentional)")));
    EXPECT_EQ(QStringLiteral("Self-harm"), shortHeading(QStringLiteral("Poisoning, Intentional self-harm")));
}

TEST(MainTerms, AreFoundByLettersAlone)
{
    MainTermModel model;
    model.setTerms(
        {indexEntry(1, 0, "A-beta"), indexEntry(2, 0, "Diabetes, diabetic"), indexEntry(3, 0, "M\u00e9ni\u00e8re's")});
    EXPECT_EQ(1, model.rowFor(QStringLiteral("dia")));
    EXPECT_EQ(1, model.rowFor(QStringLiteral("diabetes diab")));
    EXPECT_EQ(2, model.rowFor(QStringLiteral("menie")));
    EXPECT_EQ(1, model.rowFor(QStringLiteral("c"))) << "where it would stand";
    EXPECT_EQ(2, model.rowFor(QStringLiteral("z")));
    EXPECT_EQ(2, model.rowOf(3));
}

TEST(CodesAsWritten, BecomeLinksOnce)
{
    const auto target = targetOf({"E11.2-", "H42", "h42", "--"}, CodeSystem::icd10cm);
    ASSERT_EQ(2U, target.codes.size());
    EXPECT_EQ("E112", target.codes[0].code);
    EXPECT_EQ("H42", target.codes[1].code);
}

TEST(PcsValues, SayTheExampleWhereThereIsNoLabel)
{
    PcsModel model;
    model.setChoices({{{'0', "Open"}, 12, ""}, {{'4', ""}, std::nullopt, "Resection of something"}});
    EXPECT_EQ(QStringLiteral("Open"), textAt(model, 0, PcsModel::label));
    EXPECT_EQ(QStringLiteral("12"), textAt(model, 0, PcsModel::left));
    EXPECT_EQ(QStringLiteral("Resection of something"), textAt(model, 1, PcsModel::label));
    EXPECT_EQ(1, model.rowOf('4'));
    EXPECT_EQ(-1, model.rowOf('9'));
}

TEST(Changes, AreFilteredByKindWordsAndUse)
{
    using K = app::CodeChangeKind;
    app::ReleaseComparison comparison;
    app::CodeImpact ended{{K::deleted, {CodeSystem::icd10cm, "E785"}, "Fat in the blood", "", true, false},
                          {},
                          {"Favourites (anna)"},
                          {},
                          {"E7850"}};
    app::CodeImpact added{{K::added, {CodeSystem::icd10cm, "E7850"}, "", "Fat, plain", false, true}, {}, {}, {}, {}};
    app::CodeImpact revised{
        {K::revised, {CodeSystem::icd10cm, "I10"}, "High pressure", "Pressure, high", true, true}, {}, {}, {}, {}};
    comparison.impact.codes = {ended, revised, added};
    ChangeModel model;
    model.setComparison(comparison);
    EXPECT_EQ(3, model.rowCount());
    EXPECT_EQ(1, model.touching());
    EXPECT_EQ(QStringLiteral("use E78.50"), model.index(0, ChangeModel::title).data(SecondLineRole).toString());
    EXPECT_EQ(QStringLiteral("was: High pressure"), model.index(1, ChangeModel::title).data(SecondLineRole).toString());
    EXPECT_EQ(QStringLiteral("Favourites (anna)"), textAt(model, 0, ChangeModel::touches));
    model.setFilter({K::revised, false, {}});
    ASSERT_EQ(1, model.rowCount());
    EXPECT_EQ(QStringLiteral("I10"), textAt(model, 0, ChangeModel::code));
    model.setFilter({std::nullopt, true, {}});
    EXPECT_EQ(1, model.rowCount());
    model.setFilter({std::nullopt, false, QStringLiteral("e78.5 plain")});
    ASSERT_EQ(1, model.rowCount());
    EXPECT_EQ(QStringLiteral("E78.50"), textAt(model, 0, ChangeModel::code));
}

TEST(Shelf, FlagsSetsAndCodesThatNeedACheck)
{
    app::SetCode ended;
    ended.member.key = {CodeSystem::icd10cm, "E785"};
    ended.state = app::MemberState::ended;
    ended.lastDay = Date::of(2025, 9, 30);
    CodeEntry successor;
    successor.code = "E7850";
    ended.successors = {successor};
    app::OpenedSet set;
    set.set.header.name = "Lipids";
    set.codes = {ended};
    set.flagged = 1;
    ShelfModel shelf;
    shelf.setShelf({{set}, {}});
    EXPECT_EQ(QStringLiteral("Recent codes Lipids"), titlesOf(shelf));
    EXPECT_EQ(QStringLiteral("1 to check"), textAt(shelf, 1, ShelfModel::state));
    SetCodeModel codes;
    codes.setCodes({ended});
    EXPECT_EQ(QStringLiteral("last day 2025-09-30; then E78.50"),
              codes.index(0, SetCodeModel::title).data(SecondLineRole).toString());
    EXPECT_EQ(QStringLiteral("ended"), textAt(codes, 0, SetCodeModel::state));
}

TEST(DetailsOfACode, ShowEveryLevelOfNotesWithLinks)
{
    DetailsPage page;
    page.target = targetOf(CodeSystem::icd10cm, "E1122");
    page.details.emplace();
    page.details->entry.code = "E1122";
    page.details->entry.longTitle = "<b>bold</b> & more";
    TabularPlace place;
    place.levels = {
        {tabularEntry(1, TabularLevel::chapter, "4", true), {{NoteKind::excludes1, "babies (P70-P74)"}}},
        {tabularEntry(2, TabularLevel::block, "E08-E13", true), {}},
        {tabularEntry(3, TabularLevel::code, "E11", true), {{NoteKind::includes, "one"}, {NoteKind::includes, "two"}}}};
    place.release = "FY2017";
    place.isOlderThanCodes = true;
    page.details->place = place;
    page.details->facts = {{ListKind::mue, "", "MUE practitioner", "3 a day", "2024 Q3", false},
                           {ListKind::hcc, "", "HCC (V24)", "18", "2025", true},
                           {ListKind::hcc, "", "HCC (V28)", "37", "2025", true}};
    const QString html =
        detailsHtml(page, tokensOf(ThemeMode::light), 1.0).replace(QStringLiteral("&nbsp;"), QStringLiteral(" "));
    EXPECT_TRUE(html.contains(QStringLiteral("&lt;b&gt;bold&lt;/b&gt; &amp; more")));
    EXPECT_TRUE(html.contains(QStringLiteral("href=\"code:icd10cm:P70\"")));
    EXPECT_TRUE(html.contains(QStringLiteral("href=\"code:icd10cm:P74\"")));
    EXPECT_TRUE(html.contains(QStringLiteral("Chapter 4")));
    EXPECT_FALSE(html.contains(QStringLiteral("Block E08-E13"))) << "a level without notes takes no room";
    EXPECT_TRUE(html.contains(QStringLiteral("one<br>two"))) << "notes of one kind stand together";
    EXPECT_TRUE(html.contains(QStringLiteral("notes of FY2017")));
    EXPECT_TRUE(html.contains(QStringLiteral("of another period")));
    EXPECT_TRUE(html.contains(QStringLiteral("2024 Q3")));
    EXPECT_TRUE(html.contains(QStringLiteral("V24 <b>18</b> \u00b7 V28 <b>37</b>"))) << "models share a row";
    EXPECT_LT(html.indexOf(QStringLiteral("one<br>two")), html.indexOf(QStringLiteral("Chapter 4")))
        << "the nearest level first";
}

}  // namespace
}  // namespace cw::ui
