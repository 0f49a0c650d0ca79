// Finding and adding codes on the desk.
#include "tests/ui/support/palette_on_screen.h"

#include <QCheckBox>

namespace cw::ui {
namespace {

TEST_F(Palette, ListsTheEpisodesAndAddsTheChosenOne)
{
    open();
    find("sprain ankle right", "S93.401A");
    EXPECT_TRUE(current(HitListModel::ReasonRole).contains(QStringLiteral("3 episodes")));
    EXPECT_TRUE(part<QLineEdit>("searchInput").accessibleDescription().startsWith(QStringLiteral("S93.401A ")))
        << "told to a screen reader, as the list itself never has the focus";
    press(Qt::Key_Return);
    ASSERT_TRUE(waitUntil([this] { return column(HitListModel::CodeRole).size() == 3; }));
    EXPECT_TRUE(coded().isEmpty()) << "the episode is to be chosen first";
    EXPECT_TRUE(current(HitListModel::ReasonRole).contains(QStringLiteral("initial")));
    press(Qt::Key_Down);
    press(Qt::Key_Return);
    EXPECT_EQ(QStringLiteral("S93401D"), coded().join(QLatin1Char(' ')));
    EXPECT_TRUE(page.palette().isOpen());
    EXPECT_TRUE(message().contains(QStringLiteral("S93.401D attached")));
    press(Qt::Key_Left);
    EXPECT_TRUE(waitUntil([this] { return current() == QStringLiteral("S93.401A"); })) << "back to the hits";
}

TEST_F(Palette, OpensAHeaderByTheRightArrowAndComesBack)
{
    open();
    find("A01", "A01");
    press(Qt::Key_End);
    press(Qt::Key_Right);
    ASSERT_TRUE(waitUntil([this] { return current() == QStringLiteral("A01.1"); }));
    press(Qt::Key_Right);
    EXPECT_FALSE(column(HitListModel::CodeRole).isEmpty()) << "nothing below a code leaves the list as it is";
    press(Qt::Key_Left);
    EXPECT_TRUE(waitUntil([this] { return current() == QStringLiteral("A01"); }));
}

TEST_F(Palette, ShowsWhatIsNotInForceLastAndNeverAddsIt)
{
    open();
    press(Qt::Key_A, Qt::ControlModifier);
    type("invented fever");
    ASSERT_TRUE(waitUntil([this] { return column(HitListModel::CodeRole).contains(QStringLiteral("A01.0")); }));
    bool isFaded = false;
    for (int i = 0; i < hits().model()->rowCount(); ++i) {
        const bool now = hits().model()->index(i, 0).data(HitListModel::FadedRole).toBool();
        EXPECT_TRUE(now || !isFaded) << "a code in force below one that is not";
        isFaded = now;
    }
    EXPECT_TRUE(isFaded);
    find("A01.0", "A01.0");
    EXPECT_TRUE(current(HitListModel::ReasonRole).contains(QStringLiteral("last day 2025-09-30")));
    press(Qt::Key_Return);
    EXPECT_TRUE(waitUntil([this] { return message().contains(QStringLiteral("no code is named in its place")); }))
        << message().toStdString();
    EXPECT_TRUE(coded().isEmpty());
}

TEST_F(Palette, LeavesHeadersOutWhenAsked)
{
    open();
    press(Qt::Key_A, Qt::ControlModifier);
    type("invented fever");
    ASSERT_TRUE(waitUntil([this] { return column(HitListModel::CodeRole).contains(QStringLiteral("A01")); }));
    press(Qt::Key_B, Qt::AltModifier);
    EXPECT_TRUE(part<QCheckBox>("searchBillable").isChecked());
    EXPECT_TRUE(waitUntil([this] {
        const auto codes = column(HitListModel::CodeRole);
        return codes.contains(QStringLiteral("A01.1")) && !codes.contains(QStringLiteral("A01"));
    }));
}

TEST_F(Palette, OffersTheSecondCodeOfAnIndexEntryNext)
{
    const auto installed = signedIn.now<bool>([](app::Workspace& ws) -> Result<bool> {
        ParsedList list;
        list.kind = ListKind::index;
        list.name = "FY2026";
        list.sourceName = "index.xml";
        list.sourceDigest = "invented";
        list.rowCount = 1;
        list.content = IndexTree{"Index", {}, {{"Weakness of invented nerves", "", -1, 0, {"B02", "C03"}, "", "", {}}}};
        CW_TRY(const auto done, ws.tablesWriter().installList(list, {}));
        (void)done;
        return true;
    });
    ASSERT_TRUE(installed) << describe(installed.error());
    refreshIndex();
    open();
    find("marrow", "B02");
    ASSERT_TRUE(column(HitListModel::CodeRole).contains(QStringLiteral("C03")));
    press(Qt::Key_Return);
    EXPECT_EQ(QStringLiteral("C03"), current()) << "the second code is next";
    EXPECT_TRUE(current(HitListModel::ReasonRole).contains(QStringLiteral("also add")));
    press(Qt::Key_Return);
    EXPECT_EQ(QStringLiteral("B02 C03"), coded().join(QLatin1Char(' ')));
}

}  // namespace
}  // namespace cw::ui
