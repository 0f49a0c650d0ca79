// The views of the Codes page driven by keyboard on small invented lists.
#include "app/code_sets.h"
#include "tests/ui/support/small_library.h"
#include "tests/ui/support/test_prompter.h"
#include "tests/ui/support/test_workspace.h"
#include "tests/ui/walk.h"
#include "ui/codes/code_details_pane.h"
#include "ui/codes/codes_page.h"
#include "ui/codes/link_browser.h"
#include "ui/codes/pcs_view.h"
#include "ui/codes/set_models.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/list_table.h"
#include "ui/widgets/row_delegate.h"
#include "ui/widgets/text.h"

#include <gtest/gtest.h>

#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

namespace cw::ui {
namespace {

class CodesViews : public testing::Test {
protected:
    void open(bool withLists = true)
    {
        m_signedIn = std::make_unique<SignedIn>(m_workspace, "office", m_prompter);
        if (withLists) {
            const auto installed = m_signedIn->now<bool>([](app::Workspace& workspace) -> Result<bool> {
                CW_CHECK(installSmallLibrary(workspace));
                return true;
            });
            ASSERT_TRUE(installed) << describe(installed.error());
        }
        m_page = std::make_unique<CodesPage>(m_signedIn->context());
        m_status = std::make_unique<QSignalSpy>(m_page.get(), &CodesPage::statusText);
        m_page->resize(1290, 700);
        m_page->show();
        ASSERT_TRUE(QTest::qWaitForWindowActive(m_page.get()));
        control<QLineEdit>("codes.date").setText(QStringLiteral("2025-11-03"));
        m_page->activate();
        QTest::qWait(300);  // The date is taken after a pause.
    }
    template <class T>
    T& control(const char* name, int which = 0) const
    {
        const auto found = m_page->findChildren<T*>(QString::fromLatin1(name));
        EXPECT_GT(found.size(), which) << name;
        return *found.at(which);
    }
    /// The one of several controls of a name that is on screen.
    template <class T>
    T& shown(const char* name) const
    {
        for (auto* found : m_page->findChildren<T*>(QString::fromLatin1(name)))
            if (found->isVisible()) return *found;
        ADD_FAILURE() << name << " is not on screen";
        return control<T>(name);
    }
    static void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    static void type(const char* text)
    {
        for (const char* at = text; *at != '\0'; ++at) QTest::keyClick(QApplication::focusWidget(), *at);
    }
    static QString cell(const ListTable& table, int row, int column)
    {
        return table.model()->index(row, column).data().toString();
    }
    static QString currentText(const ListTable& table, int column = 0)
    {
        return cell(table, table.currentRow(), column);
    }
    QString details() const { return control<LinkBrowser>("codes.details").toPlainText(); }
    bool detailsSay(const char* words) const
    {
        return waitUntil([&] { return details().contains(QString::fromUtf8(words)); });
    }
    bool statusSays(const char* words) const
    {
        return waitUntil([&] {
            return !m_status->isEmpty() && m_status->last().first().toString().contains(QString::fromUtf8(words));
        });
    }

    TestWorkspace m_workspace;
    TestPrompter m_prompter;
    std::unique_ptr<SignedIn> m_signedIn;
    std::unique_ptr<CodesPage> m_page;
    std::unique_ptr<QSignalSpy> m_status;
};

TEST_F(CodesViews, EachHasAKeyAndFocusAndTabGoesRound)
{
    open();
    if (HasFatalFailure()) return;
    for (int view = 0; view < CodesPage::viewCount; ++view) {
        press(static_cast<Qt::Key>(Qt::Key_0 + (view + 1) % 10), Qt::AltModifier);
        EXPECT_EQ(view, m_page->view());
        ASSERT_TRUE(waitUntil([this] { return m_page->isAncestorOf(QApplication::focusWidget()); })) << view;
        QTest::qWait(150);
        EXPECT_EQ("", walkByTab(m_page.get())) << "view " << view;
        press(Qt::Key_F6);
        EXPECT_TRUE(m_page->isAncestorOf(QApplication::focusWidget())) << view;
    }
}

TEST_F(CodesViews, TabularOpensByArrowsAndShowsNotesOfAllLevels)
{
    open();
    if (HasFatalFailure()) return;
    press(Qt::Key_2, Qt::AltModifier);
    auto& tree = control<ListTable>("codes.tabular");
    ASSERT_TRUE(waitUntil([&tree] { return tree.model()->rowCount() == 2; }));
    EXPECT_TRUE(detailsSay("Chapter 4"));
    for (const int rows : {3, 4, 6}) {
        press(Qt::Key_Right);
        ASSERT_TRUE(waitUntil([&tree, rows] { return tree.model()->rowCount() == rows; })) << rows;
        press(Qt::Key_Right);
    }
    EXPECT_EQ(QStringLiteral("Sugar sickness with kidney trouble"), currentText(tree));
    press(Qt::Key_Right);
    ASSERT_TRUE(waitUntil([&tree] { return tree.model()->rowCount() == 7; }));
    press(Qt::Key_Right);
    ASSERT_TRUE(detailsSay("the stage"));
    for (const auto* words : {"babies", "what is taken", "grown people", "the stage", "Excludes1", "Code also",
                              "Excludes2", "notes of FY2025", "Index terms", "lasting"})
        EXPECT_TRUE(details().contains(QString::fromLatin1(words), Qt::CaseInsensitive)) << words;
    press(Qt::Key_Left);
    press(Qt::Key_Left);
    EXPECT_EQ(6, tree.model()->rowCount());
}

TEST_F(CodesViews, TabularGoesToATypedCodeAndFollowsLinksAndBack)
{
    open();
    if (HasFatalFailure()) return;
    press(Qt::Key_2, Qt::AltModifier);
    auto& tree = control<ListTable>("codes.tabular");
    ASSERT_TRUE(waitUntil([&tree] { return tree.model()->rowCount() == 2; }));
    type("s72001");
    EXPECT_TRUE(control<QLineEdit>("codes.tabularJump").hasFocus());
    ASSERT_TRUE(
        waitUntil([&] { return currentText(tree) == QStringLiteral("Break of the neck of the right thigh bone"); }));
    press(Qt::Key_Return);
    EXPECT_TRUE(tree.hasFocus());
    ASSERT_TRUE(detailsSay("S72.001A")) << "complete codes stand beside the seventh characters";
    press(Qt::Key_Return);
    auto& text = control<LinkBrowser>("codes.details");
    ASSERT_TRUE(text.hasFocus());
    press(Qt::Key_Right);
    EXPECT_EQ(QStringLiteral("code:icd10cm:S72001A"), text.currentLink());
    press(Qt::Key_Right);
    press(Qt::Key_Return);
    ASSERT_TRUE(detailsSay("subsequent encounter"));
    ASSERT_TRUE(
        waitUntil([this] { return m_page->findChild<CodeDetailsPane*>()->codeText() == QStringLiteral("S72.001D"); }));
    press(Qt::Key_Left, Qt::AltModifier);
    ASSERT_TRUE(
        waitUntil([this] { return m_page->findChild<CodeDetailsPane*>()->codeText() == QStringLiteral("S72.001"); }));
    press(Qt::Key_Right, Qt::AltModifier);
    ASSERT_TRUE(
        waitUntil([this] { return m_page->findChild<CodeDetailsPane*>()->codeText() == QStringLiteral("S72.001D"); }));
    press(Qt::Key_C, Qt::ControlModifier);
    EXPECT_EQ(QStringLiteral("S72.001D"), QApplication::clipboard()->text());
    press(Qt::Key_Escape);
    EXPECT_TRUE(tree.hasFocus());
}

TEST_F(CodesViews, FitASmallScreenWithLargeText)
{
    open();
    if (HasFatalFailure()) return;
    m_signedIn->theme.setScale(1.25);
    for (int view = 0; view < CodesPage::viewCount; ++view) {
        m_page->showView(static_cast<CodesPage::View>(view));
        QTest::qWait(50);
        EXPECT_LE(m_page->minimumSizeHint().width(), 1290) << view;
        EXPECT_LE(m_page->minimumSizeHint().height(), 700) << view;
    }
}

TEST_F(CodesViews, SearchFindsExplainsAndNarrows)
{
    open();
    if (HasFatalFailure()) return;
    type("fat blood");
    auto& table = control<ListTable>("codes.table");
    ASSERT_TRUE(waitUntil([&table] { return table.model()->rowCount() > 0; }));
    EXPECT_TRUE(cell(table, 0, 0).startsWith(QStringLiteral("E78.5"))) << cell(table, 0, 0).toStdString();
    press(Qt::Key_Down);
    press(Qt::Key_Return);
    EXPECT_TRUE(table.hasFocus());
    press(Qt::Key_S, Qt::AltModifier);
    press(Qt::Key_S, Qt::AltModifier);
    ASSERT_TRUE(waitUntil(
        [&table] { return table.model()->rowCount() == 0 || cell(table, 0, 3) == QStringLiteral("ICD-10-PCS"); }));
}

TEST_F(CodesViews, IndexJumpsFindsFollowsAndComesBack)
{
    open();
    if (HasFatalFailure()) return;
    press(Qt::Key_3, Qt::AltModifier);
    auto& mainTerms = shown<ListTable>("codes.mainTerms");
    auto& below = shown<ListTable>("codes.subTerms");
    ASSERT_TRUE(waitUntil([&] { return mainTerms.model()->rowCount() == 3 && below.model()->rowCount() == 3; }));
    mainTerms.setFocus();
    type("ho");
    ASSERT_TRUE(waitUntil([&] { return currentText(below) == QStringLiteral("Honey illness"); }));
    press(Qt::Key_Return);
    ASSERT_TRUE(below.hasFocus());
    press(Qt::Key_Return);  // It has no code: its reference is followed.
    ASSERT_TRUE(waitUntil([&] { return currentText(below) == QStringLiteral("Sugar sickness"); }));
    EXPECT_EQ(QStringLiteral("Sugar sickness"), currentText(mainTerms));
    press(Qt::Key_S);
    ASSERT_TRUE(waitUntil([&] { return currentText(below) == QStringLiteral("thigh"); }));
    press(Qt::Key_Left, Qt::AltModifier);
    ASSERT_TRUE(waitUntil([&] { return currentText(below) == QStringLiteral("Sugar sickness"); }));
    press(Qt::Key_F);
    type("pressure");
    EXPECT_EQ(3, below.model()->rowCount()) << "the term and those above it";
    EXPECT_EQ(QStringLiteral("eye pressure"), currentText(below));
    press(Qt::Key_Return);
    ASSERT_TRUE(below.hasFocus());
    ASSERT_TRUE(detailsSay("Code 1 of 2"));
    press(Qt::Key_Return);
    ASSERT_TRUE(waitUntil([this] { return control<LinkBrowser>("codes.details").hasFocus(); }));
    ASSERT_TRUE(detailsSay("E11.39"));
    press(Qt::Key_Return);  // The second code of the entry.
    ASSERT_TRUE(detailsSay("Code 2 of 2"));
    EXPECT_TRUE(detailsSay("Eye pressure in sickness classified elsewhere"));
}

TEST_F(CodesViews, CellsAreWalkedByArrows)
{
    open();
    if (HasFatalFailure()) return;
    press(Qt::Key_5, Qt::AltModifier);
    auto& table = shown<ListTable>("codes.cells");
    ASSERT_TRUE(waitUntil([&] { return table.model()->rowCount() == smallTableRows; }));
    ASSERT_TRUE(table.hasFocus());
    type("sk");
    ASSERT_TRUE(waitUntil([&] { return currentText(table) == QStringLiteral("skin"); }))
        << "letters are no commands here";
    press(Qt::Key_Return);
    ASSERT_TRUE(table.hasFocus());
    ASSERT_TRUE(detailsSay("C76.2"));
    for (int i = 0; i < 3; ++i) press(Qt::Key_Right);
    ASSERT_TRUE(detailsSay("D36.7"));
    press(Qt::Key_Return);
    EXPECT_TRUE(control<LinkBrowser>("codes.details").hasFocus());
}

TEST_F(CodesViews, PcsTakesSevenKeysAndBackspace)
{
    open();
    if (HasFatalFailure()) return;
    press(Qt::Key_7, Qt::AltModifier);
    auto* view = m_page->findChild<PcsView*>();
    auto& table = control<ListTable>("codes.pcs");
    ASSERT_TRUE(waitUntil([&] { return table.model()->rowCount() == 1; }));
    type("0ft");
    ASSERT_TRUE(waitUntil([&] { return table.model()->rowCount() == 2; }));
    EXPECT_EQ(QStringLiteral("Bile bag"), cell(table, 0, 1));
    EXPECT_EQ(QStringLiteral("2"), cell(table, 0, 2)) << "codes left";
    EXPECT_TRUE(detailsSay("Taking a whole part out"));
    type("9");
    EXPECT_TRUE(statusSays("has no value 9"));
    EXPECT_EQ("0FT", view->prefix());
    press(Qt::Key_Down);
    press(Qt::Key_Return);
    ASSERT_TRUE(waitUntil([&] { return view->prefix() == "0FTG" && table.model()->rowCount() == 1; }));
    press(Qt::Key_Backspace);
    ASSERT_TRUE(waitUntil([&] { return table.model()->rowCount() == 2; }));
    type("40zz");
    ASSERT_TRUE(waitUntil([&] { return view->prefix() == "0FT40ZZ"; }));
    ASSERT_TRUE(detailsSay("Taking out the bile bag, open"));
    press(Qt::Key_C, Qt::ControlModifier);
    EXPECT_EQ(QStringLiteral("0FT40ZZ"), QApplication::clipboard()->text());
    press(Qt::Key_Return);
    EXPECT_TRUE(control<LinkBrowser>("codes.details").hasFocus());
}

TEST_F(CodesViews, PcsIndexLeadsToWhereCodesAreBuilt)
{
    open();
    if (HasFatalFailure()) return;
    press(Qt::Key_8, Qt::AltModifier);
    auto& below = shown<ListTable>("codes.subTerms");
    ASSERT_TRUE(waitUntil([&] { return below.model()->rowCount() == 1; }));
    EXPECT_TRUE(detailsSay("Taking a whole part out")) << "what the beginning of the code means";
    below.setFocus();
    press(Qt::Key_Return);
    EXPECT_EQ(CodesPage::pcs, m_page->view());
    EXPECT_EQ("0FT4", m_page->findChild<PcsView*>()->prefix());
}

TEST_F(CodesViews, CompareListsWhatChanged)
{
    open();
    if (HasFatalFailure()) return;
    press(Qt::Key_9, Qt::AltModifier);
    auto& table = control<ListTable>("codes.changes");
    auto& from = control<QComboBox>("codes.compareFrom");
    ASSERT_TRUE(waitUntil([&from] { return from.count() == 3; }));
    from.setCurrentText(QStringLiteral("FY2025"));
    ASSERT_TRUE(waitUntil([&] { return table.model()->rowCount() == 3; })) << table.model()->rowCount();
    EXPECT_EQ(QStringLiteral("deleted"), cell(table, 0, 0));
    EXPECT_EQ(QStringLiteral("E78.5"), cell(table, 0, 1));
    press(Qt::Key_F, Qt::ControlModifier);
    type("much");
    ASSERT_EQ(1, table.model()->rowCount());
    EXPECT_EQ(QStringLiteral("E78.51"), cell(table, 0, 1));
    press(Qt::Key_Return);
    EXPECT_TRUE(table.hasFocus());
    EXPECT_TRUE(detailsSay("Fat in the blood, much"));
}

TEST_F(CodesViews, SetsAreMadeFilledOrderedSharedAndRemoved)
{
    open();
    if (HasFatalFailure()) return;
    type("E78.50");
    ASSERT_TRUE(detailsSay("E78.50"));
    press(Qt::Key_D, Qt::ControlModifier);
    ASSERT_TRUE(detailsSay("favourite"));
    m_prompter.texts = {QStringLiteral("Blood fat")};
    press(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    ASSERT_TRUE(statusSays("is in Blood fat now"));

    press(Qt::Key_0, Qt::AltModifier);
    auto& sets = control<ListTable>("codes.sets");
    auto& codes = control<ListTable>("codes.setCodes");
    ASSERT_TRUE(waitUntil([&] { return sets.model()->rowCount() == 3; }));
    EXPECT_EQ(QStringLiteral("Recent codes"), cell(sets, 0, 0));
    EXPECT_EQ(QStringLiteral("Favourites"), cell(sets, 1, 0));
    press(Qt::Key_End);
    ASSERT_TRUE(waitUntil([&] { return codes.model()->rowCount() == 1; }));
    m_prompter.texts = {QStringLiteral("e78.5")};
    press(Qt::Key_A);
    ASSERT_TRUE(waitUntil([&] { return codes.model()->rowCount() == 2; }));
    EXPECT_EQ(QStringLiteral("ended"), cell(codes, 1, SetCodeModel::state));
    EXPECT_EQ(QStringLiteral("1 to check"), cell(sets, 2, ShelfModel::state));
    press(Qt::Key_Right);
    ASSERT_TRUE(codes.hasFocus());
    press(Qt::Key_End);
    press(Qt::Key_Up, Qt::AltModifier);
    ASSERT_TRUE(waitUntil([&] { return cell(codes, 0, 0) == QStringLiteral("E78.5"); }));
    EXPECT_EQ(0, codes.currentRow()) << "the moved code stays current";
    m_prompter.texts = {QStringLiteral("until the new year")};
    press(Qt::Key_N);
    ASSERT_TRUE(waitUntil([&] {
        return codes.model()
            ->index(0, SetCodeModel::title)
            .data(SecondLineRole)
            .toString()
            .startsWith(QStringLiteral("until the new year"));
    }));
    press(Qt::Key_Delete);
    ASSERT_TRUE(waitUntil([&] { return codes.model()->rowCount() == 1; }));

    press(Qt::Key_Left);
    ASSERT_TRUE(sets.hasFocus());
    m_prompter.texts = {QStringLiteral("Fats")};
    press(Qt::Key_R);
    ASSERT_TRUE(waitUntil([&] { return cell(sets, 2, 0) == QStringLiteral("Fats"); }));
    press(Qt::Key_H);
    ASSERT_TRUE(waitUntil([&] { return cell(sets, 2, ShelfModel::state) == QStringLiteral("shared"); }));
    press(Qt::Key_Delete);
    ASSERT_TRUE(waitUntil([&] { return sets.model()->rowCount() == 2; }));
    EXPECT_TRUE(m_prompter.errors.empty());
}

TEST_F(CodesViews, SayTheNextStepWhenNothingIsInstalled)
{
    open(false);
    if (HasFatalFailure()) return;
    const auto sentence = [this] {
        QStringList all;
        for (auto* state : m_page->findChildren<EmptyState*>())
            if (state->isVisible()) all.append(state->sentence());
        return all.join(QLatin1Char('\n'));
    };
    press(Qt::Key_3, Qt::AltModifier);
    EXPECT_TRUE(waitUntil([&] { return sentence().contains(QStringLiteral("icd10cm_index.xml")); }));
    press(Qt::Key_4, Qt::AltModifier);
    EXPECT_TRUE(waitUntil([&] { return sentence().contains(QStringLiteral("icd10cm_eindex.xml")); }));
    press(Qt::Key_6, Qt::AltModifier);
    EXPECT_TRUE(waitUntil([&] { return sentence().contains(QStringLiteral("icd10cm_drug.xml")); }));
    press(Qt::Key_2, Qt::AltModifier);
    auto& tree = control<ListTable>("codes.tabular");
    EXPECT_TRUE(waitUntil([&] { return tree.model()->rowCount() > 10; })) << "the categories of the code table serve";
}

}  // namespace
}  // namespace cw::ui
