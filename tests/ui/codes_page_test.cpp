#include "tests/ui/support/test_prompter.h"
#include "tests/ui/support/test_workspace.h"
#include "ui/admin/admin_models.h"
#include "ui/admin/admin_page.h"
#include "ui/codes/code_details_pane.h"
#include "ui/codes/codes_page.h"
#include "ui/shell/releases_text.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/list_table.h"

#include <gtest/gtest.h>

#include <QCheckBox>
#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QTextEdit>

namespace cw::ui {
namespace {

template <class PageType>
class OnePage : public testing::Test {
protected:
    void SetUp() override
    {
        m_signedIn = std::make_unique<SignedIn>(m_workspace, "office", m_prompter);
        m_page = std::make_unique<PageType>(m_signedIn->context());
        m_page->resize(1290, 740);
        m_page->show();
        ASSERT_TRUE(QTest::qWaitForWindowActive(m_page.get()));
        m_page->activate();
    }
    template <class T>
    T& control(const char* name) const
    {
        return *m_page->template findChild<T*>(QString::fromLatin1(name));
    }
    QString cell(const char* table, int row, int column) const
    {
        return control<ListTable>(table).model()->index(row, column).data().toString();
    }
    int rows(const char* table) const { return control<ListTable>(table).model()->rowCount(); }

    TestWorkspace m_workspace;
    TestPrompter m_prompter;
    std::unique_ptr<SignedIn> m_signedIn;
    std::unique_ptr<PageType> m_page;
};

using CodesOnScreen = OnePage<CodesPage>;

TEST_F(CodesOnScreen, FindsWhileTypingAndShowsDetails)
{
    QTest::keyClicks(&control<QLineEdit>("codes.query"), QStringLiteral("e11.22"));
    ASSERT_TRUE(
        waitUntil([this] { return rows("codes.table") > 0 && cell("codes.table", 0, 0) == QStringLiteral("E11.22"); }));
    const auto* details = m_page->findChild<CodeDetailsPane*>()->findChild<QTextEdit*>();
    ASSERT_TRUE(waitUntil([details] { return details->toPlainText().contains(QStringLiteral("E11.22")); }));
    EXPECT_TRUE(details->toPlainText().contains(QStringLiteral("billable")));
    EXPECT_TRUE(details->toPlainText().contains(QStringLiteral("starter table")));
    EXPECT_TRUE(details->toPlainText().contains(QStringLiteral("Stands under")));
}

TEST_F(CodesOnScreen, BrowsesDownAndComesBackToTheSameRow)
{
    auto& query = control<QLineEdit>("codes.query");
    auto& table = control<ListTable>("codes.table");
    QTest::keyClicks(&query, QStringLiteral("e11"));
    ASSERT_TRUE(waitUntil([this] { return rows("codes.table") > 1; }));
    int category = -1;
    for (int i = 0; i < rows("codes.table"); ++i)
        if (cell("codes.table", i, 0) == QStringLiteral("E11")) category = i;
    ASSERT_GE(category, 0);
    const int before = rows("codes.table");
    QTest::keyClick(&query, Qt::Key_Return);
    ASSERT_TRUE(table.hasFocus());
    table.selectRow(category);
    QTest::keyClick(&table, Qt::Key_Right);
    ASSERT_TRUE(waitUntil([this] { return cell("codes.table", 0, 0).startsWith(QStringLiteral("E11.")); }));
    QTest::keyClick(&table, Qt::Key_Left);
    ASSERT_TRUE(waitUntil([this, before] { return rows("codes.table") == before; }));
    EXPECT_EQ(QStringLiteral("E11"), cell("codes.table", table.currentRow(), 0));
}

TEST_F(CodesOnScreen, SaysWhenTheDateIsNone)
{
    control<QLineEdit>("codes.query").setText(QStringLiteral("knee"));
    ASSERT_TRUE(waitUntil([this] { return rows("codes.table") > 0; }));
    control<QLineEdit>("codes.date").setText(QStringLiteral("2025-02-30"));
    auto* state = control<ListTable>("codes.table").findChild<EmptyState*>();
    ASSERT_TRUE(waitUntil([state] { return state->sentence().contains(QStringLiteral("not a date")); }));
    EXPECT_EQ(0, rows("codes.table"));
}

TEST(CodeDetails, EscapesWhatComesFromATable)
{
    app::CodeDetails details;
    details.entry.code = "X1";
    details.entry.longTitle = "<b>bold</b> & more";
    const QString html = detailsHtml(details, tokensOf(ThemeMode::light), 1.0);
    EXPECT_TRUE(html.contains(QStringLiteral("&lt;b&gt;bold&lt;/b&gt; &amp; more")));
}

TEST(ReleasesText, PrefersTheNewestOfficialTable)
{
    const auto release = [](CodeSystem system, ReleaseKind kind, const char* name, std::optional<Date> first) {
        Release made;
        made.system = system, made.kind = kind, made.name = name, made.inForce.first = first;
        return made;
    };
    EXPECT_EQ(QStringLiteral("ICD-10-CM FY2025 \u00b7 HCPCS starter"),
              releasesText({release(CodeSystem::hcpcs, ReleaseKind::starter, "starter", std::nullopt),
                            release(CodeSystem::icd10cm, ReleaseKind::official, "FY2024", Date::of(2023, 10, 1)),
                            release(CodeSystem::icd10cm, ReleaseKind::official, "FY2025", Date::of(2024, 10, 1)),
                            release(CodeSystem::icd10cm, ReleaseKind::starter, "starter", Date::of(2026, 1, 1))}));
    EXPECT_EQ(QStringLiteral("No code tables"), releasesText({}));
}

using AdminOnScreen = OnePage<AdminPage>;

TEST_F(AdminOnScreen, ListsTablesAndAccountsAndAddsOne)
{
    ASSERT_TRUE(waitUntil([this] { return rows("admin.tables") == 3 && rows("admin.accounts") == 5; }));
    control<QLineEdit>("admin.name").setText(QStringLiteral("n.webb"));
    control<QLineEdit>("admin.password").setText(QStringLiteral("short"));
    for (auto* box : m_page->findChildren<QCheckBox*>()) box->setChecked(box->text() == QStringLiteral("coder"));
    control<QPushButton>("admin.add").click();
    ASSERT_TRUE(waitUntil([this] { return m_prompter.errors.size() == 1; }));
    EXPECT_EQ("IDENTITY-004", m_prompter.errors.front().id);
    control<QLineEdit>("admin.password").setText(QStringLiteral("long enough"));
    control<QPushButton>("admin.add").click();
    ASSERT_TRUE(waitUntil([this] { return rows("admin.accounts") == 6; }));
    EXPECT_TRUE(control<QLineEdit>("admin.password").text().isEmpty());
}

TEST_F(AdminOnScreen, RefusesAFileThatIsNoCodeTable)
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("letter.txt"));
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("Dear colleague,\nthis is no code table.\n");
    file.close();
    m_prompter.files = {{path}};
    ASSERT_TRUE(waitUntil([this] { return rows("admin.tables") == 3; }));
    control<QPushButton>("admin.import").click();
    ASSERT_TRUE(waitUntil([this] { return !m_prompter.errors.empty(); }));
    EXPECT_TRUE(m_prompter.shown.isEmpty());
    EXPECT_EQ(3, rows("admin.tables"));
}

TEST_F(AdminOnScreen, ImportsACptListAndTellsWhatItDid)
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("cpt.tsv"));
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("99213\tOffice visit, low\n99214\tOffice visit, moderate\n20610\tLarge joint injection\n");
    file.close();
    m_prompter.files = {{path}};
    control<QPushButton>("admin.import").click();
    ASSERT_TRUE(waitUntil([this] { return !m_prompter.shown.isEmpty() || !m_prompter.errors.empty(); }));
    ASSERT_TRUE(m_prompter.errors.empty()) << describe(m_prompter.errors.front());
    EXPECT_TRUE(m_prompter.shown.first().contains(QStringLiteral("3 rows read")));
    ASSERT_TRUE(waitUntil([this] { return rows("admin.tables") == 4; }));
}

}  // namespace
}  // namespace cw::ui
