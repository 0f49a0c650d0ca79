#include "tests/ui/support/test_prompter.h"
#include "tests/ui/support/test_workspace.h"
#include "ui/billing/billing_page.h"
#include "ui/billing/claim_models.h"
#include "ui/billing/segment_view.h"
#include "ui/widgets/list_table.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>
#include <QTextBlock>

namespace cw::ui {
namespace {

class BillingOnScreen : public testing::Test {
protected:
    void SetUp() override
    {
        m_signedIn = std::make_unique<SignedIn>(m_workspace, "biller", m_prompter);
        m_page = std::make_unique<BillingPage>(m_signedIn->context());
        QSignalSpy ready(m_page.get(), &Page::ready);
        m_page->resize(1290, 740);
        m_page->show();
        ASSERT_TRUE(QTest::qWaitForWindowActive(m_page.get()));
        m_page->activate();
        ASSERT_TRUE(
            waitUntil([this] { return table("billing.payers").model()->rowCount() > 0 && button().isEnabled(); }));
    }
    ListTable& table(const char* name) const { return *m_page->findChild<ListTable*>(QString::fromLatin1(name)); }
    SegmentView& preview() const { return *m_page->findChild<SegmentView*>(QStringLiteral("billing.preview")); }
    QPushButton& button() const { return *m_page->findChild<QPushButton*>(QStringLiteral("billing.export")); }
    QTabBar& tabs() const { return *m_page->findChild<QTabBar*>(QStringLiteral("billing.tabs")); }
    void press(QWidget& widget, Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(&widget, key, modifiers);
    }

    TestWorkspace m_workspace;
    TestPrompter m_prompter;
    std::unique_ptr<SignedIn> m_signedIn;
    std::unique_ptr<BillingPage> m_page;
};

TEST_F(BillingOnScreen, ShowsWhatIsReadyAndMarksTheClaimInThePreview)
{
    EXPECT_TRUE(tabs().tabText(0).startsWith(QStringLiteral("Ready ")));
    auto& claims = table("billing.claims");
    ASSERT_GT(claims.model()->rowCount(), 0);
    const QString id = claims.model()->index(0, ReadyClaimModel::visit).data().toString();
    const QString text = preview().toPlainText();
    EXPECT_TRUE(text.startsWith(QStringLiteral("ISA*")));
    EXPECT_TRUE(text.contains(QStringLiteral("CLM*") + id));
    EXPECT_GT(preview().markedLines(), 5);
    const auto marks = preview().extraSelections();
    QStringList marked;
    for (const auto& mark : marks) marked.append(mark.cursor.block().text());
    EXPECT_EQ(1, marked.filter(QStringLiteral("CLM*")).size());
    EXPECT_EQ(1, marked.filter(QStringLiteral("CLM*") + id).size());
}

TEST_F(BillingOnScreen, ExportsByKeyAndKeepsTheFileAsSent)
{
    const int ready = tabs().tabText(0).section(QLatin1Char(' '), 1).toInt();
    ASSERT_GT(ready, 0);
    const QDir folder(QString::fromStdString((m_workspace.folder() / "claims").string()));
    const auto before = folder.entryList(QDir::Files).size();
    table("billing.payers").selectRow(0);
    press(table("billing.payers"), Qt::Key_E, Qt::ControlModifier);
    ASSERT_TRUE(waitUntil([this] { return !m_prompter.shown.isEmpty() || !m_prompter.errors.empty(); }));
    ASSERT_TRUE(m_prompter.errors.empty()) << describe(m_prompter.errors.front());
    const QStringList files = folder.entryList({QStringLiteral("837p-*")}, QDir::Files, QDir::Name | QDir::Reversed);
    ASSERT_EQ(before + 1, files.size());
    EXPECT_TRUE(m_prompter.shown.first().contains(files.first()));

    ASSERT_TRUE(
        waitUntil([this, &files] { return tabs().tabText(2) == QStringLiteral("Files %1").arg(files.size()); }));
    press(table("billing.payers"), Qt::Key_3, Qt::AltModifier);
    EXPECT_EQ(2, tabs().currentIndex());
    press(table("billing.files"), Qt::Key_Return);
    QFile sent(folder.filePath(files.first()));
    ASSERT_TRUE(sent.open(QIODevice::ReadOnly));
    const QString bytes = segmentLines(sent.readAll().toStdString());
    ASSERT_TRUE(waitUntil([this, &bytes] { return preview().toPlainText() == bytes; }));
    EXPECT_EQ(QStringLiteral("Ready 0"), tabs().tabText(0));
}

TEST_F(BillingOnScreen, WritesNothingWhenTheQuestionIsAnsweredNo)
{
    m_prompter.yes = false;
    const QString before = tabs().tabText(2);
    press(table("billing.payers"), Qt::Key_E, Qt::ControlModifier);
    EXPECT_EQ(1, m_prompter.asked.size());
    QTest::qWait(100);
    EXPECT_TRUE(m_prompter.shown.isEmpty());
    EXPECT_EQ(before, tabs().tabText(2));
    EXPECT_TRUE(button().isEnabled());
}

TEST_F(BillingOnScreen, ReturnsAnEncounterWithAReasonOnly)
{
    auto& claims = table("billing.claims");
    const int before = claims.model()->rowCount();
    m_prompter.texts = {QString(), QStringLiteral("wrong subscriber")};
    claims.setFocus();
    press(claims, Qt::Key_R);
    ASSERT_TRUE(waitUntil([this] { return m_prompter.errors.size() == 1; }));
    EXPECT_EQ(ErrorKind::invalidInput, m_prompter.errors.front().kind);
    press(claims, Qt::Key_R);
    auto& payers = table("billing.payers");
    ASSERT_TRUE(waitUntil([&] { return claims.model()->rowCount() < before || payers.model()->rowCount() == 0; }));
}

TEST_F(BillingOnScreen, RemembersTheFolderInTheWorkspace)
{
    QTemporaryDir folder;
    m_prompter.folders = {folder.path()};
    for (auto* button : m_page->findChildren<QPushButton*>())
        if (button->text().startsWith(QStringLiteral("Folder"))) button->click();
    const auto stored = [this] {
        return m_signedIn->now<std::string>([](app::Workspace& workspace) -> Result<std::string> {
            CW_TRY(const auto tx, workspace.work().beginRead());
            return workspace.settings().value(*tx, "export.folder");
        });
    };
    EXPECT_EQ(folder.path().toStdString(), *stored());
}

TEST(SegmentLines, PutsOneSegmentOnALineWhateverTheTerminator)
{
    EXPECT_EQ(QStringLiteral("ST*837~\nSE*2~"), segmentLines("ST*837~SE*2~"));
    EXPECT_EQ(QStringLiteral("ST*837~\nSE*2~"), segmentLines("ST*837~\r\nSE*2~\r\n"));
    const std::string isa =
        "ISA*00*          *00*          *ZZ*A              *ZZ*B              *250101*1200*^*00501*000000001*0*T*:!";
    ASSERT_EQ(106U, isa.size());
    EXPECT_EQ(QString::fromStdString(isa) + QStringLiteral("\nGS*HC!"), segmentLines(isa + "GS*HC!"));
}

}  // namespace
}  // namespace cw::ui
