#include "ui/search/hit_list.h"

#include <gtest/gtest.h>

namespace cw::ui {
namespace {

const auto day = std::optional<Date>(Date::of(2025, 3, 18));

CodeEntry entry(const char* code, bool billable = true, bool valid = true)
{
    CodeEntry made;
    made.code = code;
    made.longTitle = std::string("Title of ") + code;
    made.releaseName = "FY2025";
    made.billable = billable;
    made.validOnDate = valid;
    if (!valid) made.valid.last = Date::of(2024, 9, 30);
    return made;
}

search::Hit hit(const char* code, search::MatchKind match = search::MatchKind::words,
                search::PhraseKind phrase = search::PhraseKind::title, const char* text = "")
{
    search::Hit made;
    made.entry = entry(code);
    made.match = match;
    made.phrase = phrase;
    made.phraseText = text;
    return made;
}

TEST(FoundCodes, SaysInPlainWordsWhyACodeIsThere)
{
    using search::MatchKind;
    using search::PhraseKind;
    EXPECT_EQ(QString(), whyFound(hit("M1711"))) << "the marked words say it";
    EXPECT_EQ(QString(), whyFound(hit("M1711", MatchKind::code)));
    EXPECT_EQ(QStringLiteral("abbreviation: congestive heart failure"),
              whyFound(hit("I509", MatchKind::words, PhraseKind::abbreviation, "congestive heart failure")));
    auto read = hit("M1711");
    read.correction = "osteoarthritis";
    EXPECT_EQ(QStringLiteral("read as osteoarthritis"), whyFound(read));
    auto misspelt = hit("E119", MatchKind::corrected, PhraseKind::index, "Diabetes, type 2");
    misspelt.correction = "diabetes";
    EXPECT_EQ(QStringLiteral("spelling read as diabetes; index: Diabetes, type 2"), whyFound(misspelt));
    EXPECT_EQ(QStringLiteral("only some of the words"), whyFound(hit("E119", MatchKind::partial)));
}

TEST(FoundCodes, SaysWhatKeepsACodeFromBeingUsed)
{
    EXPECT_EQ(QString(), obstacleOf(entry("M1711"), day, {}));
    EXPECT_TRUE(obstacleOf(entry("M17", false), day, {}).contains(QStringLiteral("header")));
    EXPECT_EQ(QStringLiteral("not in force on 2025-03-18, last day 2024-09-30, now Z68.55, Z68.56"),
              obstacleOf(entry("Z6854", true, false), day, {entry("Z6855"), entry("Z6856")}));
    CodeEntry later = entry("Z6855", true, false);
    later.valid = {Date::of(2025, 10, 1), std::nullopt};
    EXPECT_EQ(QStringLiteral("not in force on 2025-03-18, first day 2025-10-01"), obstacleOf(later, day, {}));
    CodeEntry bare;
    bare.code = "Q99X";
    EXPECT_TRUE(isUnknown(bare));
    EXPECT_EQ(QStringLiteral("in no installed table"), obstacleOf(bare, day, {}));
}

TEST(FoundCodes, MarksWordsBehindLettersOfSeveralBytes)
{
    const std::string title = "Sj\xc3\xb6gren syndrome with keratitis";
    EXPECT_EQ((std::vector<std::pair<int, int>>{{0, 7}, {22, 31}}), marksOf(title, {{0, 8}, {23, 9}}));
}

TEST(HitList, GreysCodesNotInForceAndTellsTheWholeRow)
{
    HitListModel model;
    model.setRows({hitRow(hit("M1712"), day, {}, {}), codeRow(entry("M1711", true, false), day)});
    ASSERT_EQ(2, model.rowCount());
    EXPECT_FALSE(model.index(0).data(HitListModel::FadedRole).toBool());
    EXPECT_TRUE(model.index(0).data(HitListModel::ReasonRole).toString().isEmpty());
    EXPECT_TRUE(model.index(1).data(HitListModel::FadedRole).toBool());
    const QString told = model.index(1).data(Qt::AccessibleTextRole).toString();
    EXPECT_TRUE(told.startsWith(QStringLiteral("M17.11 Title of M1711, ICD-10-CM, not in force")))
        << told.toStdString();
}

TEST(HitList, SaysThatARowStandsForSeveralEpisodes)
{
    auto folded = hit("S93401A");
    folded.episodes = 3;
    const auto row = hitRow(folded, day, {}, {});
    EXPECT_EQ(3, row.episodes);
    EXPECT_TRUE(row.reason.contains(QStringLiteral("3 episodes")));
}

TEST(HitList, WalksOverHeadingsAndShowsStars)
{
    HitListModel model;
    model.setFavourites([](const CodeEntry& of) { return of.code == "E119"; });
    model.setRows({headingRow(QStringLiteral("Your last five codes")), codeRow(entry("M1711"), day),
                   headingRow(QStringLiteral("Favourites")), codeRow(entry("E119"), day)});
    EXPECT_EQ(1, model.walk(0, 0)) << "the first row is a heading";
    EXPECT_EQ(3, model.walk(1, 1));
    EXPECT_EQ(1, model.walk(3, -1));
    EXPECT_EQ(1, model.walk(1, -1)) << "nothing above";
    EXPECT_EQ(3, model.walk(3, 10));
    EXPECT_EQ(Qt::NoItemFlags, model.flags(model.index(0)));
    EXPECT_FALSE(model.index(1).data(HitListModel::StarRole).toBool());
    EXPECT_TRUE(model.index(3).data(HitListModel::StarRole).toBool());
    EXPECT_TRUE(model.index(3).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("favourite")));
    EXPECT_EQ(3, model.rowOf(entry("E119")));
    EXPECT_EQ(-1, model.rowOf(entry("E118")));
}

}  // namespace
}  // namespace cw::ui
