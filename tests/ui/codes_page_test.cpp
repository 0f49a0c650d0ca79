#include "tests/ui/support/test_prompter.h"
#include "tests/ui/support/test_workspace.h"
#include "ui/codes/code_details_pane.h"
#include "ui/codes/codes_page.h"
#include "ui/shell/releases_text.h"
#include "ui/widgets/list_table.h"

#include <gtest/gtest.h>

#include <QLineEdit>
#include <QSignalSpy>
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
    QSignalSpy status(m_page.get(), &CodesPage::statusText);
    control<QLineEdit>("codes.date").setText(QStringLiteral("2025-02-30"));
    ASSERT_TRUE(waitUntil([&status] {
        return !status.isEmpty() && status.last().first().toString().contains(QStringLiteral("not a date"));
    }));
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

}  // namespace
}  // namespace cw::ui
