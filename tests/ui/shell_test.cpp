#include "tests/ui/support/test_prompter.h"
#include "tests/ui/support/test_workspace.h"
#include "tests/ui/walk.h"
#include "ui/shell/key_sheet.h"
#include "ui/shell/main_window.h"
#include "ui/shell/page.h"
#include "ui/shell/shell_view.h"
#include "ui/signin/sign_in_page.h"
#include "ui/widgets/list_table.h"

#include <gtest/gtest.h>

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

namespace cw::ui {
namespace {

class Window : public testing::Test {
protected:
    void open(const WorkspaceAccess& access)
    {
        m_window = std::make_unique<MainWindow>(m_theme, access, &m_prompter);
        m_window->resize(1366, 768);
        m_window->show();
        ASSERT_TRUE(QTest::qWaitForWindowActive(m_window.get()));
        QSignalSpy shown(m_window.get(), &MainWindow::signInShown);
        m_window->start();
        ASSERT_TRUE(waitUntil([&shown] { return shown.size() == 1; }));
    }
    void signIn(const char* user)
    {
        QSignalSpy signedIn(m_window.get(), &MainWindow::signedIn);
        m_window->signIn(QString::fromLatin1(user), QStringLiteral("demo-") + QString::fromLatin1(user));
        ASSERT_TRUE(waitUntil([&signedIn] { return signedIn.size() == 1; }));
        QSignalSpy ready(m_window->shell(), &ShellView::pageReady);
        ASSERT_TRUE(waitUntil([&ready] { return !ready.isEmpty(); }));
    }
    void go(const QString& page)
    {
        m_window->shell()->showPage(page);
        ASSERT_TRUE(waitUntil([this, &page] {
            return m_window->shell()->currentPageId() == page &&
                   m_window->shell()->currentPage()->isAncestorOf(QApplication::focusWidget());
        }));
        QTest::qWait(150);
    }
    template <class T>
    T& control(const char* name) const
    {
        auto* found = m_window->findChild<T*>(QString::fromLatin1(name));
        EXPECT_TRUE(found) << name;
        return *found;
    }
    QString message() const { return control<QLabel>("signin.message").text(); }
    static void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    static void type(const QString& text) { QTest::keyClicks(QApplication::focusWidget(), text); }

    TestWorkspace m_workspace;
    Theme m_theme;
    TestPrompter m_prompter;
    std::unique_ptr<MainWindow> m_window;
};

TEST_F(Window, SignsInByKeyboardWithADemoAccount)
{
    open(m_workspace.access());
    auto& accounts = control<ListTable>("signin.accounts");
    ASSERT_EQ(5, accounts.model()->rowCount());
    EXPECT_EQ(QString(), m_window->windowTitle().remove(QStringLiteral("Chartwright")));
    EXPECT_TRUE(control<QLineEdit>("signin.name").hasFocus());
    QSignalSpy signedIn(m_window.get(), &MainWindow::signedIn);
    type(QStringLiteral("coder"));
    press(Qt::Key_Return);
    type(QStringLiteral("wrong password"));
    QSignalSpy failed(m_window.get(), &MainWindow::signInFailed);
    press(Qt::Key_Return);
    ASSERT_TRUE(waitUntil([&failed] { return failed.size() == 1; }));
    EXPECT_FALSE(message().isEmpty());
    EXPECT_TRUE(control<QLineEdit>("signin.password").text().isEmpty());
    EXPECT_TRUE(m_prompter.errors.empty()) << "a line on the page, not a dialog";

    accounts.setFocus();
    accounts.selectRow(0);
    press(Qt::Key_Return);
    EXPECT_TRUE(control<QPushButton>("signin.button").hasFocus());
    press(Qt::Key_Space);
    ASSERT_TRUE(waitUntil([&signedIn] { return signedIn.size() == 1; }));
    EXPECT_EQ(QStringLiteral("worklist"), m_window->shell()->currentPageId());
    EXPECT_EQ(QStringLiteral("Chartwright"), m_window->windowTitle());
}

TEST_F(Window, ShowsThePagesOfTheRolesOnly)
{
    open(m_workspace.access());
    signIn("coder");
    EXPECT_EQ(QStringLiteral("worklist desk codes inbox"), m_window->shell()->pageIds().join(QLatin1Char(' ')));
    m_window->shell()->showPage(QStringLiteral("billing"));
    EXPECT_EQ(QStringLiteral("worklist"), m_window->shell()->currentPageId());
    signIn("biller");
    EXPECT_TRUE(m_window->shell()->pageIds().contains(QStringLiteral("billing")));
    EXPECT_FALSE(m_window->shell()->pageIds().contains(QStringLiteral("review")));
    signIn("office");
    EXPECT_EQ(7, m_window->shell()->pageIds().size());
}

TEST_F(Window, ChangesPagesByKeyAndOpensAChart)
{
    open(m_workspace.access());
    signIn("office");
    press(Qt::Key_3, Qt::ControlModifier);
    EXPECT_EQ(QStringLiteral("codes"), m_window->shell()->currentPageId());
    press(Qt::Key_1, Qt::ControlModifier);
    EXPECT_EQ(QStringLiteral("worklist"), m_window->shell()->currentPageId());
    auto& table = control<ListTable>("worklist.table");
    ASSERT_TRUE(waitUntil([&table] { return table.model()->rowCount() > 0 && table.hasFocus(); }));
    press(Qt::Key_Return);
    ASSERT_TRUE(waitUntil([this] { return m_window->shell()->currentPageId() == QStringLiteral("desk"); }));
    EXPECT_EQ(QStringLiteral("Chartwright"), m_window->windowTitle()) << "never a patient's name";
}

TEST_F(Window, LocksAndOpensForTheSamePersonOnly)
{
    open(m_workspace.access());
    signIn("office");
    auto* table = &control<ListTable>("worklist.table");
    press(Qt::Key_L, Qt::ControlModifier);
    EXPECT_TRUE(m_window->isLocked());
    EXPECT_FALSE(table->isVisible());
    EXPECT_FALSE(control<QLineEdit>("signin.name").isEnabled());
    EXPECT_TRUE(control<QLineEdit>("signin.password").hasFocus());
    press(Qt::Key_1, Qt::ControlModifier);
    EXPECT_FALSE(table->isVisible()) << "page keys are dead while locked";

    QSignalSpy unlocked(m_window.get(), &MainWindow::unlocked);
    type(QStringLiteral("demo-coder"));
    press(Qt::Key_Return);
    ASSERT_TRUE(waitUntil([this] { return message().contains(QLatin1Char('(')); }));
    EXPECT_TRUE(m_window->isLocked());
    type(QStringLiteral("demo-office"));
    press(Qt::Key_Return);
    ASSERT_TRUE(waitUntil([&unlocked] { return unlocked.size() == 1; }));
    EXPECT_FALSE(m_window->isLocked());
    EXPECT_TRUE(table->isVisible());
    EXPECT_TRUE(table->hasFocus());
}

TEST_F(Window, NeverGivesTheKeyboardToAHiddenPage)
{
    open(m_workspace.access());
    signIn("office");
    auto* table = &control<ListTable>("worklist.table");
    go(QStringLiteral("codes"));
    auto* query = &control<QLineEdit>("codes.query");
    table->setFocus();
    EXPECT_EQ(query, QApplication::focusWidget());
    press(Qt::Key_L, Qt::ControlModifier);
    query->setFocus();
    EXPECT_EQ(&control<QLineEdit>("signin.password"), QApplication::focusWidget());
}

TEST_F(Window, LocksItselfAfterIdleTimeButNotWhileSomebodyTypes)
{
    open(m_workspace.access());
    m_window->setIdleLimit(400);
    signIn("coder");
    for (int i = 0; i < 6; ++i) {
        QTest::qWait(120);
        press(Qt::Key_Down);
        ASSERT_FALSE(m_window->isLocked());
    }
    ASSERT_TRUE(waitUntil([this] { return m_window->isLocked(); }));
}

TEST_F(Window, SignsOutAndForgets)
{
    open(m_workspace.access());
    signIn("coder");
    QSignalSpy shown(m_window.get(), &MainWindow::signInShown);
    press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    ASSERT_TRUE(waitUntil([&shown] { return shown.size() == 1; }));
    EXPECT_EQ(nullptr, m_window->shell());
    EXPECT_TRUE(control<QLineEdit>("signin.name").isEnabled());
    EXPECT_TRUE(control<QLineEdit>("signin.password").text().isEmpty());
    signIn("biller");
    EXPECT_TRUE(m_window->shell()->pageIds().contains(QStringLiteral("billing")));
}

TEST_F(Window, ShowsAllKeysAndGivesTheFocusBack)
{
    open(m_workspace.access());
    signIn("office");
    auto* before = QApplication::focusWidget();
    auto* sheet = m_window->findChild<KeySheet*>();
    press(Qt::Key_Question);
    EXPECT_TRUE(sheet->isVisible());
    press(Qt::Key_Escape);
    EXPECT_FALSE(sheet->isVisible());
    EXPECT_EQ(before, QApplication::focusWidget());
}

TEST_F(Window, ChangesThemeAndTextSizeByKey)
{
    open(m_workspace.access());
    signIn("coder");
    press(Qt::Key_T, Qt::ControlModifier);
    EXPECT_EQ(ThemeMode::dark, m_theme.mode());
    press(Qt::Key_Equal, Qt::ControlModifier | Qt::AltModifier);
    EXPECT_NEAR(1.1, m_theme.scale(), 0.001);
    press(Qt::Key_0, Qt::ControlModifier | Qt::AltModifier);
    EXPECT_NEAR(1.0, m_theme.scale(), 0.001);
}

TEST_F(Window, ClosesByKeyOnceThePageHasSaved)
{
    open(m_workspace.access());
    signIn("coder");
    press(Qt::Key_Q, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_TRUE(waitUntil([this] { return !m_window->isVisible(); }));
}

TEST_F(Window, OffersToMakeAWorkspaceWhereThereIsNone)
{
    QTemporaryDir folder;
    // Static: what the window still does in the background when the test ends may ask it.
    static const FixedClock clock(Date::of(2025, 11, 3));
    open(accessToFolder(std::filesystem::path(folder.path().toStdString()) / "new", clock));
    EXPECT_TRUE(control<QPushButton>("firstrun.demo").hasFocus());

    control<QLineEdit>("firstrun.password").setText(QStringLiteral("short"));
    control<QPushButton>("firstrun.empty").click();
    EXPECT_TRUE(message().contains(QStringLiteral("8 characters")));
    control<QLineEdit>("firstrun.password").setText(QStringLiteral("long enough"));
    control<QLineEdit>("firstrun.again").setText(QStringLiteral("long enoug"));
    control<QPushButton>("firstrun.empty").click();
    EXPECT_TRUE(message().contains(QStringLiteral("differ")));

    QSignalSpy signedIn(m_window.get(), &MainWindow::signedIn);
    control<QLineEdit>("firstrun.again").setText(QStringLiteral("long enough"));
    control<QPushButton>("firstrun.empty").click();
    ASSERT_TRUE(waitUntil([&signedIn] { return signedIn.size() == 1; }));
    EXPECT_TRUE(m_window->shell()->pageIds().contains(QStringLiteral("admin")));
}

TEST_F(Window, MakesADemoWorkspaceWithItsAccountsOnThePage)
{
    QTemporaryDir folder;
    // Static: what the window still does in the background when the test ends may ask it.
    static const FixedClock clock(Date::of(2025, 11, 3));
    open(accessToFolder(std::filesystem::path(folder.path().toStdString()) / "new", clock));
    press(Qt::Key_Space);
    auto& accounts = control<ListTable>("signin.accounts");
    ASSERT_TRUE(waitUntil([&accounts] { return accounts.isVisible() && accounts.model()->rowCount() == 5; }));
    signIn("office");
}

TEST_F(Window, EveryControlHasANameAndTabGoesRound)
{
    open(m_workspace.access());
    EXPECT_EQ("", walkByTab(m_window.get())) << "sign-in";
    signIn("office");
    for (const QString& id : m_window->shell()->pageIds()) {
        if (id == QStringLiteral("desk")) {
            QSignalSpy ready(m_window->shell(), &ShellView::pageReady);
            m_window->shell()->openEncounter(QStringLiteral("V-10446"), false);
            waitUntil([&ready] { return !ready.isEmpty(); });
        } else {
            go(id);
        }
        EXPECT_EQ("", walkByTab(m_window.get())) << id.toStdString();
    }
}

TEST_F(Window, TheFirstRunPageIsWalkableToo)
{
    QTemporaryDir folder;
    // Static: what the window still does in the background when the test ends may ask it.
    static const FixedClock clock(Date::of(2025, 11, 3));
    open(accessToFolder(std::filesystem::path(folder.path().toStdString()) / "new", clock));
    EXPECT_EQ("", walkByTab(m_window.get()));
}

}  // namespace
}  // namespace cw::ui
