#include "ui/search/hit_list.h"

#include <gtest/gtest.h>

namespace cw::ui {
namespace {

SearchHit hit(const char* code, bool billable, bool valid, const char* reason = "words")
{
    SearchHit made;
    made.entry.code = code;
    made.entry.longTitle = std::string("Title of ") + code;
    made.entry.billable = billable;
    made.entry.validOnDate = valid;
    made.entry.valid.last = valid ? std::nullopt : std::optional<Date>(Date::of(2024, 9, 30));
    made.reason = reason;
    return made;
}

TEST(HitList, MarksWordsThatBeginWithAWordOfTheQuery)
{
    const auto marks = matchedWords(QStringLiteral("Unilateral primary osteoarthritis, right knee"),
                                    {QStringLiteral("OSTEO"), QStringLiteral("kne"), QStringLiteral("lateral")});
    EXPECT_EQ((std::vector<std::pair<int, int>>{{19, 33}, {41, 45}}), marks);
}

TEST(HitList, PutsCodesNotInForceLastAndSaysTheirLastDay)
{
    HitListModel model;
    model.setHits({hit("M1711", true, false), hit("M1712", true, true), hit("M17", false, true)},
                  QStringLiteral("knee"));
    ASSERT_EQ(3, model.rowCount());
    EXPECT_EQ("M1712", model.at(0)->code);
    EXPECT_EQ("M1711", model.at(2)->code);
    EXPECT_TRUE(model.index(2).data(HitListModel::FadedRole).toBool());
    EXPECT_TRUE(model.index(2).data(HitListModel::ReasonRole).toString().contains(QStringLiteral("2024-09-30")));
    EXPECT_TRUE(model.index(1).data(HitListModel::ReasonRole).toString().contains(QStringLiteral("header")));
    EXPECT_TRUE(model.index(0).data(HitListModel::ReasonRole).toString().isEmpty()) << "the marked words say it";
}

TEST(HitList, SaysWhyWhenTheMarksDoNot)
{
    HitListModel model;
    model.setHits({hit("M1711", true, true, "oa = osteoarthritis")}, QStringLiteral("oa"));
    EXPECT_EQ(QStringLiteral("oa = osteoarthritis"), model.index(0).data(HitListModel::ReasonRole).toString());
}

}  // namespace
}  // namespace cw::ui
