// The biller's page by keyboard: from ready to file, and what is kept of it.
#include "tests/ui/support/billing_on_screen.h"
#include "tests/ui/walk.h"
#include "ui/billing/queue_models.h"
#include "ui/billing/segment_view.h"
#include "ui/commands/command_table.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QLineEdit>
#include <QPushButton>
#include <QTextBlock>

namespace cw::ui {
namespace {

const std::vector<Visit> threeVisits = {{.id = "T-1"},
                                        {.id = "T-2", .lastName = "Tamsin", .firstName = "Orla"},
                                        {.id = "T-3", .payerId = "77001", .payerName = "Fallbrook Health"}};

class BillingReady : public BillingOnScreen {
protected:
    void SetUp() override
    {
        ready(threeVisits);
        if (HasFatalFailure()) return;
        open();
        if (HasFatalFailure()) return;
        ASSERT_TRUE(waitUntil([this] { return button().isEnabled(); }));
    }
    SegmentView& preview() const { return part<SegmentView>("billing.preview"); }
    QPushButton& button() const { return part<QPushButton>("billing.export"); }
    ListTable& payers() const { return table("billing.payers.ready"); }
    /// Files beside the one that the demo brings.
    QStringList written() const
    {
        const QDir folder(qs((workspace.folder() / "claims").string()));
        return folder.entryList({QStringLiteral("837p-*.x12")}, QDir::Files, QDir::Name).mid(1);
    }
    void choosePayer(const QString& name)
    {
        for (int row = 0; row < payers().model()->rowCount(); ++row)
            if (cell("billing.payers.ready", row, PayerModel::payer) == name) payers().selectRow(row);
        ASSERT_TRUE(waitUntil([&] {
            return button().isEnabled() &&
                   preview().toPlainText().contains(name.toUpper().section(QLatin1Char(' '), 0, 0));
        }));
    }
};

TEST_F(BillingReady, ShowsDollarsByPayerAndMarksTheClaimInThePreview)
{
    EXPECT_TRUE(tabs().tabText(0).startsWith(QStringLiteral("Ready ")));
    EXPECT_EQ(QStringLiteral("All payers"), cell("billing.payers.ready", 0, PayerModel::payer));
    choosePayer(QStringLiteral("Buckeye Mutual"));
    ASSERT_TRUE(waitRows("billing.claims.ready", 2));
    EXPECT_EQ(QStringLiteral("2"), cell("billing.payers.ready", payers().currentRow(), PayerModel::claims));
    EXPECT_EQ(QStringLiteral("410.00"), cell("billing.payers.ready", payers().currentRow(), PayerModel::charges));
    table("billing.claims.ready").selectRow(1);
    const QString id = cell("billing.claims.ready", 1, ClaimQueueModel::name);
    ASSERT_TRUE(waitUntil([this] { return preview().markedLines() > 5; }));
    QStringList marked;
    for (const auto& mark : preview().extraSelections()) marked.append(mark.cursor.block().text());
    ASSERT_EQ(1, marked.filter(QStringLiteral("CLM*")).size());
    EXPECT_TRUE(marked.filter(QStringLiteral("CLM*")).first().startsWith(QStringLiteral("CLM*") + id));
    auto& people = table("billing.preview.claims");
    EXPECT_EQ(2, people.model()->rowCount());
    const QString words = people.model()->index(people.currentRow(), 1).data(Qt::AccessibleTextRole).toString();
    EXPECT_TRUE(words.contains(QStringLiteral("99213-25 20610-RT"))) << words.toStdString();
    EXPECT_TRUE(words.contains(QStringLiteral("M25.561 I10 E78.5"))) << words.toStdString();
}

TEST_F(BillingReady, TakesThreeKeysFromReadyToFile)
{
    choosePayer(QStringLiteral("Fallbrook Health"));
    payers().setFocus();
    keys = 0;
    press(Qt::Key_E, Qt::ControlModifier);
    ASSERT_TRUE(waitDialog("export.dialog"));
    auto* focused = qobject_cast<QPushButton*>(QApplication::focusWidget());
    ASSERT_TRUE(focused);
    EXPECT_EQ(QStringLiteral("Export"), focused->text());
    press(Qt::Key_Return);
    ASSERT_TRUE(waitShown());
    EXPECT_LE(keys, 3) << "the third closes the message";
    ASSERT_TRUE(waitNoDialog("export.dialog"));
    ASSERT_EQ(1, written().size());
    EXPECT_TRUE(prompter.shown.first().contains(written().first()));
    EXPECT_EQ(EncounterStatus::exported, statusOf("T-3"));
    EXPECT_EQ(EncounterStatus::approved, statusOf("T-1"));
    ASSERT_TRUE(waitTab(2, "Sent 2"));

    // The file as sent, among the files.
    press(Qt::Key_8, Qt::AltModifier);
    EXPECT_EQ(7, tabs().currentIndex());
    ASSERT_TRUE(waitUntil([this] { return table("billing.files").currentRow() == 0; }));
    press(Qt::Key_Return);
    QFile sent(QDir(qs((workspace.folder() / "claims").string())).filePath(written().first()));
    ASSERT_TRUE(sent.open(QIODevice::ReadOnly));
    const QString bytes = segmentLines(sent.readAll().toStdString());
    const auto shows = [&](SegmentView* view) { return view->toPlainText() == bytes; };
    ASSERT_TRUE(waitUntil([&] {
        const auto views = page->findChildren<SegmentView*>(QStringLiteral("billing.file"));
        return std::any_of(views.begin(), views.end(), shows);
    }));
}

TEST_F(BillingReady, WritesNothingWhenTheDialogIsLeft)
{
    press(Qt::Key_E, Qt::ControlModifier);
    ASSERT_TRUE(waitDialog("export.dialog"));
    press(Qt::Key_Escape);
    ASSERT_TRUE(waitNoDialog("export.dialog"));
    QTest::qWait(100);
    EXPECT_TRUE(prompter.shown.isEmpty());
    EXPECT_TRUE(written().isEmpty());
    EXPECT_TRUE(button().isEnabled());
}

TEST_F(BillingReady, TakesFormFolderAndTestFromTheDialog)
{
    QTemporaryDir folder;
    choosePayer(QStringLiteral("Fallbrook Health"));
    press(Qt::Key_E, Qt::ControlModifier);
    ASSERT_TRUE(waitDialog("export.dialog"));
    auto* open = dialog("export.dialog");
    open->findChild<QLineEdit*>(QStringLiteral("export.folder"))->setText(folder.path());
    open->findChild<QCheckBox*>(QStringLiteral("export.test"))->setChecked(true);
    press(Qt::Key_Return);
    ASSERT_TRUE(waitShown());
    EXPECT_FALSE(QDir(folder.path()).entryList({QStringLiteral("*.x12")}, QDir::Files).isEmpty());
    EXPECT_EQ(EncounterStatus::approved, statusOf("T-3")) << "a test file counts as nothing sent";
    const auto stored = signedIn.now<std::string>([](app::Workspace& office) -> Result<std::string> {
        CW_TRY(const auto tx, office.work().beginRead());
        return office.settings().value(*tx, "export.folder");
    });
    EXPECT_EQ(folder.path().toStdString(), *stored);
}

TEST_F(BillingReady, ReturnsAnEncounterWithAReasonOnly)
{
    choosePayer(QStringLiteral("Buckeye Mutual"));
    ASSERT_TRUE(waitRows("billing.claims.ready", 2));
    prompter.texts = {QString(), QStringLiteral("wrong subscriber")};
    table("billing.claims.ready").setFocus();
    press(Qt::Key_R);
    ASSERT_TRUE(waitUntil([this] { return prompter.errors.size() == 1; }));
    EXPECT_EQ(ErrorKind::invalidInput, prompter.errors.front().kind);
    prompter.errors.clear();
    press(Qt::Key_R);
    ASSERT_TRUE(waitRows("billing.claims.ready", 1));
}

TEST_F(BillingReady, FindsAClaimByPatient)
{
    press(Qt::Key_F, Qt::ControlModifier);
    type("tamsin");
    press(Qt::Key_Return);
    ASSERT_TRUE(waitRows("billing.claims.ready", 1));
    EXPECT_EQ(QStringLiteral("T-2"), cell("billing.claims.ready", 0, ClaimQueueModel::name));
    EXPECT_EQ(&table("billing.claims.ready"), QApplication::focusWidget());
}

TEST_F(BillingReady, ChecksAllAgainAsAJob)
{
    QSignalSpy said(page.get(), &Page::statusText);
    press(Qt::Key_F9);
    ASSERT_TRUE(waitUntil([&said] {
        return std::any_of(said.begin(), said.end(), [](const auto& one) {
            return one.first().toString().startsWith(QStringLiteral("All are checked"));
        });
    }));
}

TEST_F(BillingReady, IsWalkedByTabInEveryTab)
{
    const std::initializer_list<Qt::Key> numbers = {Qt::Key_1, Qt::Key_2, Qt::Key_3, Qt::Key_4,
                                                    Qt::Key_5, Qt::Key_6, Qt::Key_7, Qt::Key_8};
    for (const auto number : numbers) {
        press(number, Qt::AltModifier);
        QTest::qWait(150);
        EXPECT_EQ("", walkByTab(page.get())) << "tab " << tabs().currentIndex();
        QWidget* before = QApplication::focusWidget();
        press(Qt::Key_F6);
        EXPECT_NE(before, QApplication::focusWidget());
    }
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

TEST(FileText, CutsAWindowAroundTheClaimOutOfALongFile)
{
    std::string file =
        "ISA*00*          *00*          *ZZ*A              *ZZ*B              *250101*1200*^*00501*000000001*0*T*:~";
    for (int i = 1; i < 50000; ++i) file += "REF*D9*" + std::to_string(i) + "~";
    const auto shown = fileText(file, "REF*D9*40000~REF*D9*40001~");
    const QStringList lines = shown.text.split(QLatin1Char('\n'));
    EXPECT_EQ(20000, lines.size());
    EXPECT_EQ(2, shown.marked);
    EXPECT_EQ(QStringLiteral("REF*D9*40000~"), lines.at(shown.markedAt));
    EXPECT_FALSE(shown.note.isEmpty());
    EXPECT_TRUE(fileText("%PDF-1.4").text.isEmpty());
    EXPECT_EQ(QStringLiteral("a,b\nc,d"), fileText("a,b\nc,d").text);
}

}  // namespace
}  // namespace cw::ui
