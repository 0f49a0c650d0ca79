#include "app/worklist.h"
#include "tests/ui/support/test_prompter.h"
#include "tests/ui/support/test_workspace.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/list_table.h"
#include "ui/worklist/worklist_model.h"
#include "ui/worklist/worklist_page.h"

#include <gtest/gtest.h>

#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

namespace cw::ui {
namespace {

class WorklistOnScreen : public testing::Test {
protected:
    void open(const std::string& user)
    {
        m_signedIn = std::make_unique<SignedIn>(m_workspace, user, m_prompter);
        m_page = std::make_unique<WorklistPage>(m_signedIn->context());
        m_opened = std::make_unique<QSignalSpy>(m_page.get(), &Page::encounterRequested);
        m_ready = std::make_unique<QSignalSpy>(m_page.get(), &Page::ready);
        m_page->resize(1290, 740);
        m_page->show();
        ASSERT_TRUE(QTest::qWaitForWindowActive(m_page.get()));
        m_page->activate();
        waitLoaded(1);
    }
    void waitLoaded(int times)
    {
        ASSERT_TRUE(waitUntil([this, times] { return m_ready->size() >= times; }));
    }
    ListTable& table() const { return *m_page->findChild<ListTable*>(QStringLiteral("worklist.table")); }
    QComboBox& filter() const { return *m_page->findChild<QComboBox*>(QStringLiteral("worklist.filter")); }
    QLineEdit& find() const { return *m_page->findChild<QLineEdit*>(QStringLiteral("worklist.find")); }
    QStringList ids() const
    {
        QStringList list;
        for (int i = 0; i < table().model()->rowCount(); ++i)
            list.append(table().model()->index(i, WorklistModel::visit).data().toString());
        return list;
    }
    void choose(const QString& text)
    {
        const auto before = m_ready->size();
        filter().setCurrentText(text);
        waitLoaded(static_cast<int>(before) + 1);
    }

    TestWorkspace m_workspace;
    TestPrompter m_prompter;
    std::unique_ptr<SignedIn> m_signedIn;
    std::unique_ptr<WorklistPage> m_page;
    std::unique_ptr<QSignalSpy> m_opened;
    std::unique_ptr<QSignalSpy> m_ready;
};

TEST_F(WorklistOnScreen, ShowsACoderWhatIsTheirsAndOpensItByEnter)
{
    open("coder");
    const QStringList shown = ids();
    EXPECT_TRUE(shown.contains(QStringLiteral("V-10441")));
    EXPECT_FALSE(shown.contains(QStringLiteral("V-10449"))) << "coded already";
    EXPECT_TRUE(table().hasFocus());
    QTest::keyClick(&table(), Qt::Key_Down);
    QTest::keyClick(&table(), Qt::Key_Return);
    ASSERT_EQ(1, m_opened->size());
    EXPECT_EQ(shown.at(1), m_opened->at(0).at(0).toString());
    EXPECT_FALSE(m_opened->at(0).at(1).toBool());
}

TEST_F(WorklistOnScreen, OpensTheNextChartWithOneChord)
{
    open("coder");
    const auto next = m_signedIn->now<std::optional<std::string>>(
        [](app::Workspace& workspace) { return app::Worklist(workspace).next({}); });
    ASSERT_TRUE(next && *next);
    QTest::keyClick(&table(), Qt::Key_Return, Qt::ControlModifier);
    ASSERT_TRUE(waitUntil([this] { return m_opened->size() == 1; }));
    EXPECT_EQ(QString::fromStdString(**next), m_opened->at(0).at(0).toString());
}

TEST_F(WorklistOnScreen, FiltersByWordsByComboAndByChip)
{
    open("office");
    choose(QStringLiteral("Everything"));
    EXPECT_EQ(12, ids().size());
    find().setFocus();
    QTest::keyClicks(&find(), QStringLiteral("v-10445"));
    ASSERT_TRUE(waitUntil([this] { return ids() == QStringList(QStringLiteral("V-10445")); }));
    find().clear();
    ASSERT_TRUE(waitUntil([this] { return ids().size() == 12; }));

    auto* chip = m_page->findChild<Chip*>(QStringLiteral("chip.returned"));
    ASSERT_TRUE(chip);
    chip->setFocus();
    QTest::keyClick(chip, Qt::Key_Return);
    ASSERT_TRUE(waitUntil([this] { return ids() == QStringList(QStringLiteral("V-10448")); }));
    EXPECT_TRUE(chip->isChecked());
    QTest::keyClick(chip, Qt::Key_Space);
    ASSERT_TRUE(waitUntil([this] { return ids().size() > 1; }));
    EXPECT_EQ(0, filter().currentIndex());
}

TEST_F(WorklistOnScreen, SaysWhatToDoWhenNothingIsThere)
{
    open("office");
    find().setText(QStringLiteral("nobody of this name"));
    const auto* empty = m_page->findChild<EmptyState*>();
    ASSERT_TRUE(waitUntil([empty] { return !empty->sentence().isEmpty(); }));
    EXPECT_TRUE(empty->sentence().contains(QStringLiteral("Nothing matches")));
    choose(QStringLiteral("Status: Denied"));
    find().clear();
    ASSERT_TRUE(waitUntil([empty] { return empty->sentence().contains(QStringLiteral("No encounter stands there")); }));
}

TEST_F(WorklistOnScreen, AssignsToAnAccountAndTellsWhenThereIsNone)
{
    open("supervisor");
    choose(QStringLiteral("Status: New"));
    const QString id = ids().first();
    table().selectRow(0);
    m_prompter.texts = {QStringLiteral("coder"), QStringLiteral("nobody")};
    table().setFocus();
    QTest::keyClick(&table(), Qt::Key_A);
    ASSERT_TRUE(waitUntil([this] {
        return table().model()->index(0, WorklistModel::note).data().toString().contains(QStringLiteral("coder"));
    }));
    EXPECT_EQ(id, ids().first());
    QTest::keyClick(&table(), Qt::Key_A);
    ASSERT_TRUE(waitUntil([this] { return !m_prompter.errors.empty(); }));
    EXPECT_EQ(ErrorKind::notFound, m_prompter.errors.front().kind);
    EXPECT_EQ(QStringLiteral("Assign ") + id, m_prompter.asked.first());
}

TEST_F(WorklistOnScreen, RefusesAFileThatIsNoEncounter)
{
    open("office");
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("broken.json"));
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("{\"encounters\": [{]}");
    file.close();
    m_prompter.files = {{path}};
    table().setFocus();
    QTest::keyClick(&table(), Qt::Key_I, Qt::ControlModifier);
    ASSERT_TRUE(waitUntil([this] { return !m_prompter.errors.empty(); }));
    EXPECT_EQ(ErrorKind::invalidInput, m_prompter.errors.front().kind);
    EXPECT_TRUE(m_prompter.shown.isEmpty());
}

TEST_F(WorklistOnScreen, LeavesTheFocusOfSomebodyTypingAlone)
{
    open("supervisor");
    find().setFocus();
    QTest::keyClick(&find(), Qt::Key_A);
    EXPECT_EQ(QStringLiteral("a"), find().text()) << "the letter is a command in the list only";
    EXPECT_TRUE(m_prompter.asked.isEmpty());
}

}  // namespace
}  // namespace cw::ui
