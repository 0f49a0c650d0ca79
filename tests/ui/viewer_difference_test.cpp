#include "ui/desk/viewer/difference_view.h"
#include "ui/theme/theme.h"

#include <gtest/gtest.h>

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

namespace cw::ui {
namespace {

using Kind = DifferencePart::Kind;

const std::string before = "HISTORY\n"
                           "Pain in the left knee since Monday.\n"
                           "\n"
                           "PLAN\n"
                           "Continue metformin. Return in three months.\n";
const std::string after = "HISTORY\n"
                          "Pain in the right knee since\n"
                          "Monday.\n"
                          "\n"
                          "PLAN\n"
                          "Continue metformin. Return in three months.\n"
                          "Added a home exercise programme.\n";

/// The words of one kind on one side, row after row.
QString wordsOf(const PreparedDifference& difference, bool isLeft, Kind kind)
{
    QStringList words;
    for (const auto& row : difference.rows)
        for (const auto& range : isLeft ? row.leftRanges : row.rightRanges)
            if (range.kind == kind)
                words.append((isLeft ? row.left : row.right).mid(range.begin, range.end - range.begin).simplified());
    words.removeAll(QString());
    return words.join(QLatin1Char('|'));
}

TEST(DifferenceRows, StandInStep)
{
    const auto difference = prepareDifference(before, after);
    EXPECT_EQ(QStringLiteral("left"), wordsOf(difference, true, Kind::removed));
    EXPECT_EQ(QStringLiteral("right|Added a home exercise programme."), wordsOf(difference, false, Kind::added));
    EXPECT_EQ(2, difference.differences);
    for (const auto& row : difference.rows) {
        const bool hasPlan = row.left.contains(QStringLiteral("PLAN"));
        EXPECT_EQ(hasPlan, row.right.contains(QStringLiteral("PLAN")));
    }
    EXPECT_GT(difference.shared, 0.6);
    EXPECT_LT(difference.shared, 0.9);
}

TEST(DifferenceRows, LoseNoWord)
{
    const auto difference = prepareDifference(before, after);
    QStringList left;
    QStringList right;
    for (const auto& row : difference.rows) left.append(row.left), right.append(row.right);
    EXPECT_EQ(QString::fromStdString(before).simplified(), left.join(QLatin1Char(' ')).simplified());
    EXPECT_EQ(QString::fromStdString(after).simplified(), right.join(QLatin1Char(' ')).simplified());
}

class Difference : public testing::Test {
protected:
    Difference() : view(theme, &window)
    {
        window.resize(900, 500);
        view.setGeometry(0, 0, 900, 500);
        window.show();
        window.activateWindow();
        view.setFocus();
    }
    QWidget* canvas() { return view.findChild<QWidget*>(QStringLiteral("differenceCanvas")); }
    Theme theme;
    QWidget window;
    DifferenceView view;
};

TEST_F(Difference, WalksAndCloses)
{
    view.showTexts(QStringLiteral("2024-12-11"), before, QStringLiteral("2025-03-18"), after);
    EXPECT_TRUE(view.summary().contains(QStringLiteral("% of the words stand in both, 2 differences")));
    QTest::keyClick(canvas(), Qt::Key_F3);
    EXPECT_EQ(0, view.current());
    QTest::keyClick(canvas(), Qt::Key_F3, Qt::ShiftModifier);
    EXPECT_EQ(1, view.current());
    EXPECT_TRUE(view.summary().endsWith(QStringLiteral("difference 2 of 2")));
    QSignalSpy closed(&view, &DifferenceView::closed);
    QTest::keyClick(canvas(), Qt::Key_Escape);
    EXPECT_EQ(1, closed.size());
}

TEST_F(Difference, SaysWhyPicturesCannotBeCompared)
{
    view.showFailed({ErrorKind::unsupported, "APP-160", "document 7 is a picture without text"});
    EXPECT_EQ(0, view.differenceCount());
    view.showTexts({}, before, {}, before);
    EXPECT_EQ(0, view.differenceCount());
    EXPECT_TRUE(view.summary().startsWith(QStringLiteral("100 %")));
}

TEST_F(Difference, ShowsLongNotesQuickly)
{
    std::string left;
    for (int i = 0; i < 1500; ++i) left += "Line " + std::to_string(i) + " of a note that was copied forward.\n";
    std::string right = left;
    right.replace(right.find("Line 700"), 8, "Item 700");
    QElapsedTimer clock;
    clock.start();
    view.showTexts({}, left, {}, right);
    view.grab();
    EXPECT_LT(clock.elapsed(), 600);
    EXPECT_EQ(1, view.differenceCount());
}

}  // namespace
}  // namespace cw::ui
