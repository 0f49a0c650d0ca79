#include "tests/ui/support/test_prompter.h"
#include "tests/ui/support/test_workspace.h"
#include "ui/desk/chart_panes.h"
#include "ui/desk/codes_pane.h"
#include "ui/desk/viewer/document_pane.h"
#include "ui/desk/viewer/document_view.h"
#include "ui/review/review_page.h"
#include "ui/widgets/list_table.h"
#include "ui/widgets/text.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QTest>

namespace cw::ui {
namespace {

class Review : public testing::Test {
protected:
    Review() : signedIn(workspace, "office", prompter), page(signedIn.context())
    {
        page.resize(1364, 876);
        page.show();
        page.activateWindow();
        page.activate();
        EXPECT_TRUE(waitUntil([this] { return approve()->isEnabled() && page.panes().viewer().view(); }));
    }
    QPushButton* approve() { return page.findChild<QPushButton*>(QStringLiteral("approve")); }
    QString visitAt(int row) { return page.queue().model()->index(row, 0).data().toString(); }
    int waiting() { return page.queue().model()->rowCount(); }
    QWidget* focus() { return QApplication::focusWidget() ? QApplication::focusWidget() : &page; }
    EncounterStatus statusOf(const QString& visit)
    {
        const auto chart = signedIn.now<app::OpenedChart>(
            [id = utf8(visit)](app::Workspace& ws) { return app::CodingDesk(ws).open(id); });
        EXPECT_TRUE(chart);
        return chart ? chart->stored.workflow.status : EncounterStatus::fresh;
    }

    TestWorkspace workspace;
    TestPrompter prompter;
    SignedIn signedIn;
    ReviewPage page;
};

TEST_F(Review, OpensTheFirstAndShowsProofOnEnter)
{
    auto& table = page.panes().codes().diagnoses();
    ASSERT_GT(table.model()->rowCount(), 0);
    page.panes().codes().focusDiagnoses();
    auto* view = page.panes().viewer().view();
    const auto before = view->caretPosition();
    page.panes().codes().focusDiagnoses();
    table.selectRow(1);
    QTest::keyClick(&table, Qt::Key_E);
    QTest::keyClick(&table, Qt::Key_Return);
    EXPECT_TRUE(waitUntil([&] { return page.panes().viewer().view()->caretPosition() != before; }));
}

TEST_F(Review, ChangesNothing)
{
    auto& table = page.panes().codes().diagnoses();
    const int rows = table.model()->rowCount();
    page.panes().codes().focusDiagnoses();
    QTest::keyClick(&table, Qt::Key_Delete);
    EXPECT_EQ(rows, table.model()->rowCount());
    page.panes().codes().focusProcedures();
    QTest::keyClick(&page.panes().codes().procedures(), Qt::Key_M);
    EXPECT_FALSE(page.findChild<QWidget*>(QStringLiteral("cellEditor")));
}

TEST_F(Review, ApprovesAndOpensTheNext)
{
    const QString first = visitAt(0);
    const int count = waiting();
    QTest::keyClick(focus(), Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    ASSERT_TRUE(waitUntil([&] { return waiting() == count - 1; })) << count;
    EXPECT_TRUE(prompter.errors.empty());
    EXPECT_EQ(EncounterStatus::approved, statusOf(first));
}

TEST_F(Review, ReturnsWithAReason)
{
    const QString first = visitAt(0);
    const int count = waiting();
    QTest::keyClick(focus(), Qt::Key_R, Qt::ControlModifier);
    EXPECT_EQ(1, prompter.asked.size());
    EXPECT_EQ(count, waiting()) << "cancelled: nothing happens";
    prompter.texts.push_back(QStringLiteral("laterality of the second line"));
    QTest::keyClick(focus(), Qt::Key_R, Qt::ControlModifier);
    ASSERT_TRUE(waitUntil([&] { return waiting() == count - 1; }));
    EXPECT_EQ(EncounterStatus::returned, statusOf(first));
}

}  // namespace
}  // namespace cw::ui
