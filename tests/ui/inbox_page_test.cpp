#include "tests/support/temporary_folder.h"
#include "tests/ui/support/chart_files.h"
#include "tests/ui/support/test_prompter.h"
#include "tests/ui/support/test_workspace.h"
#include "tests/ui/walk.h"
#include "ui/desk/viewer/document_pane.h"
#include "ui/inbox/inbox_models.h"
#include "ui/inbox/inbox_page.h"
#include "ui/widgets/list_table.h"
#include "ui/widgets/text.h"

#include <gtest/gtest.h>

#include <QLineEdit>
#include <QTest>

namespace cw::ui {
namespace {

class InboxOnScreen : public testing::Test {
protected:
    InboxOnScreen() : signedIn(workspace, "office", prompter), page(signedIn.context())
    {
        writeChartFiles(files.path() / "in");
        page.resize(1290, 740);
        page.show();
        page.activateWindow();
        page.activate();
        waitUntil([this] { return page.isVisible(); });
        QTest::qWait(300);
        before = rows();
    }
    int rows() const { return page.waiting().model()->rowCount(); }
    void import()
    {
        prompter.files.push_back({qs((files.path() / "in").string())});
        QTest::keyClick(&page.waiting(), Qt::Key_I, Qt::ControlModifier);
        ASSERT_TRUE(waitUntil([this] { return rows() > before; }));
        QTest::qWait(200);
    }
    int rowOf(const char* file) const
    {
        for (int row = 0; row < rows(); ++row)
            if (cell(row, WaitingModel::source) == QLatin1String(file)) return row;
        return -1;
    }
    QString cell(int row, int column) const { return page.waiting().model()->index(row, column).data().toString(); }

    TestWorkspace workspace;
    test::TemporaryFolder files;
    TestPrompter prompter;
    SignedIn signedIn;
    InboxPage page;
    int before = 0;
};

TEST_F(InboxOnScreen, SaysWhyEachRecordWaits)
{
    import();
    if (HasFatalFailure()) return;
    // Nobody has said that the numbers of these authorities are ours: nothing is guessed.
    EXPECT_EQ(before + 6, rows());
    QStringList reasons;
    for (int row = 0; row < rows(); ++row) {
        reasons.append(cell(row, WaitingModel::reason));
        EXPECT_FALSE(reasons.last().isEmpty());
    }
    EXPECT_LE(4, reasons.filter(QStringLiteral("names no patient")).size())
        << reasons.join(QLatin1Char('|')).toStdString();
    ASSERT_EQ(1, prompter.shown.size());
    EXPECT_FALSE(prompter.shown.first().contains(QStringLiteral("Tolliver"))) << "notes carry no names";
}

TEST_F(InboxOnScreen, AttachesToTheChosenEncounterAndDiscardsWithAReason)
{
    import();
    if (HasFatalFailure()) return;
    const int all = rows();
    page.waiting().selectRow(rowOf("note.rtf"));
    QTest::keyClick(&page.waiting(), Qt::Key_F, Qt::ControlModifier);
    auto* find = page.findChild<QLineEdit*>(QStringLiteral("inbox.find"));
    ASSERT_TRUE(waitUntil([find] { return find->hasFocus(); }));
    QTest::keyClicks(find, QStringLiteral("tolliver"));
    ASSERT_TRUE(waitUntil([this] { return page.choices().model()->rowCount() >= 2; }));
    QTest::keyClick(find, Qt::Key_Return, Qt::ControlModifier);
    ASSERT_TRUE(waitUntil([&] { return rows() == all - 1; })) << "attached";
    EXPECT_TRUE(prompter.errors.empty());

    page.waiting().selectRow(rows() - 1);
    prompter.texts.push_back(QStringLiteral("advertisement"));
    QTest::keyClick(&page.waiting(), Qt::Key_Delete);
    ASSERT_TRUE(waitUntil([&] { return rows() == all - 2; })) << "discarded";
    const auto kept =
        signedIn.now<std::vector<UnmatchedItem>>([](app::Workspace& opened) { return app::Inbox(opened).list(true); });
    ASSERT_TRUE(kept);
    EXPECT_EQ(1, std::count_if(kept->begin(), kept->end(), [](const UnmatchedItem& item) {
                  return item.state == UnmatchedState::discarded && item.note == "advertisement";
              }));
}

TEST_F(InboxOnScreen, RemembersANumberSoThatTheRestMatches)
{
    import();
    if (HasFatalFailure()) return;
    const int summary = rowOf("summary.xml");
    ASSERT_GE(summary, 0);
    page.waiting().setFocus();
    page.waiting().selectRow(summary);
    ASSERT_TRUE(waitUntil([this] { return page.choices().model()->rowCount() > 0; })) << "the near patient is offered";
    QTest::keyClick(&page.waiting(), Qt::Key_R, Qt::AltModifier);
    const int all = rows();
    QTest::keyClick(&page.waiting(), Qt::Key_Return, Qt::ControlModifier);
    ASSERT_TRUE(waitUntil([&] { return rows() == all - 1; }));
    const auto known = signedIn.now<std::vector<KnownPatient>>(
        [](app::Workspace& opened) { return app::Inbox(opened).findPatients("Tolliver"); });
    ASSERT_TRUE(known && known->size() == 1);
    const PatientNumber remembered{chartFilesAuthority, "204417"};
    EXPECT_EQ(1, std::count(known->front().numbers.begin(), known->front().numbers.end(), remembered));
}

TEST_F(InboxOnScreen, IsWalkedByKeyboard)
{
    import();
    if (HasFatalFailure()) return;
    page.waiting().setFocus();
    EXPECT_EQ("", walkByTab(&page));
    page.waiting().setFocus();
    QTest::keyClick(&page.waiting(), Qt::Key_F6);
    EXPECT_FALSE(page.waiting().hasFocus());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_1, Qt::AltModifier);
    EXPECT_TRUE(page.waiting().hasFocus());
}

}  // namespace
}  // namespace cw::ui
