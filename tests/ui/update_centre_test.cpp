// The update centre, worked by keyboard.
#include "tests/qt/small_server.h"
#include "tests/ui/support/admin_on_screen.h"

#include <QDropEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QUrl>

namespace cw::ui {
namespace {

using UpdateCentrePage = Admin;

TEST_F(UpdateCentrePage, ListsEveryKindOfTableWithItsState)
{
    EXPECT_EQ(QStringLiteral("starter only"), state(QStringLiteral("ICD-10-CM codes")));
    EXPECT_EQ(QStringLiteral("missing"), state(QStringLiteral("NCCI PTP edits")));
    EXPECT_EQ(QStringLiteral("not installed"), state(QStringLiteral("Addenda")));
    EXPECT_EQ(1, (choose(QStringLiteral("ICD-10-CM codes")), rows("tables.installed")));
    EXPECT_TRUE(prompter.errors.empty());
}

TEST_F(UpdateCentrePage, ShowsTheDryRunFirstAndImportsByKeyboard)
{
    import({writeOrderFile(files.path(), 2025, oldYear)});
    ASSERT_TRUE(asks());
    EXPECT_TRUE(report().contains(QStringLiteral("added A01.0 Invented fever"))) << report().toStdString();
    EXPECT_TRUE(report().contains(QStringLiteral("Nothing is changed yet")));
    EXPECT_TRUE(report().contains(QStringLiteral("SHA-256")));
    const auto before = signedIn.now<std::vector<Release>>([](app::Workspace& ws) { return ws.library().releases(); });
    EXPECT_EQ(3U, before->size());
    EXPECT_TRUE(part<QPushButton>("import.take").hasFocus());
    press(Qt::Key_Return);
    ASSERT_TRUE(isDone());
    EXPECT_EQ(QStringLiteral("imported"), cell("import.files", 0, 1));
    press(Qt::Key_Escape);
    ASSERT_TRUE(
        waitUntil([this] { return (choose(QStringLiteral("ICD-10-CM codes")), rows("tables.installed")) == 2; }));
    EXPECT_EQ(QStringLiteral("older one used"), state(QStringLiteral("ICD-10-CM codes"))) << "FY2025 has ended";
    EXPECT_TRUE(prompter.errors.empty());
}

TEST_F(UpdateCentrePage, TakesSeveralFilesOneAfterAnotherAndGoesOnAfterAFault)
{
    const QString bad = write("notes.txt", "these are no codes\nat all\n");
    import({writeOrderFile(files.path(), 2025, oldYear), bad, writeOrderFile(files.path(), 2026, newYear)});
    ASSERT_TRUE(asks());
    part<QPushButton>("import.takeAll").setFocus();
    press(Qt::Key_Return);
    ASSERT_TRUE(asks()) << "the third ends all codes of the first: that is asked for itself";
    part<QPushButton>("import.take").click();
    ASSERT_TRUE(isDone());
    EXPECT_EQ(QStringLiteral("imported"), cell("import.files", 0, 1));
    EXPECT_EQ(QStringLiteral("refused"), cell("import.files", 1, 1));
    EXPECT_EQ(QStringLiteral("imported"), cell("import.files", 2, 1));
    table("import.files").selectRow(1);
    EXPECT_TRUE(report().contains(QStringLiteral("notes.txt was not imported"))) << report().toStdString();
    table("import.files").selectRow(2);
    EXPECT_TRUE(report().contains(QStringLiteral("deleted A01.0 Invented fever of the old kind")))
        << report().toStdString();
    EXPECT_TRUE(prompter.errors.empty()) << "nothing to click away between the files";
}

TEST_F(UpdateCentrePage, LeavesAFileForLater)
{
    import({writeOrderFile(files.path(), 2025, oldYear)});
    ASSERT_TRUE(asks());
    press(Qt::Key_Escape);
    ASSERT_TRUE(isDone());
    EXPECT_EQ(QStringLiteral("not now"), cell("import.files", 0, 1));
    const auto after = signedIn.now<std::vector<Release>>([](app::Workspace& ws) { return ws.library().releases(); });
    EXPECT_EQ(3U, after->size());
}

TEST_F(UpdateCentrePage, ImportsWhatIsDropped)
{
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(writeOrderFile(files.path(), 2026, newYear))});
    QDragEnterEvent enter(QPoint(100, 100), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&page, &enter);
    EXPECT_TRUE(enter.isAccepted());
    QDropEvent drop(QPointF(100, 100), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&page, &drop);
    ASSERT_TRUE(asks());
    EXPECT_TRUE(report().contains(QStringLiteral("FY2026")));
}

TEST_F(UpdateCentrePage, WithdrawsATableWhenTold)
{
    import({writeOrderFile(files.path(), 2026, newYear)});
    ASSERT_TRUE(asks());
    press(Qt::Key_Return, Qt::ControlModifier);
    ASSERT_TRUE(isDone());
    press(Qt::Key_Escape);
    ASSERT_TRUE(
        waitUntil([this] { return (choose(QStringLiteral("ICD-10-CM codes")), rows("tables.installed")) == 2; }));
    ASSERT_EQ(QStringLiteral("FY2026"), cell("tables.installed", 0, InstalledModel::name));
    table("tables.installed").setFocus();
    prompter.yes = false;
    press(Qt::Key_Delete);
    EXPECT_EQ(2, rows("tables.installed"));
    prompter.yes = true;
    press(Qt::Key_Delete);
    ASSERT_TRUE(
        waitUntil([this] { return (choose(QStringLiteral("ICD-10-CM codes")), rows("tables.installed")) == 1; }));
    table("tables.installed").setFocus();
    press(Qt::Key_Delete);
    ASSERT_TRUE(waitUntil([this] { return !prompter.errors.empty(); }));
    EXPECT_EQ("APP-106", prompter.errors.front().id) << "the starter table stays";
}

TEST_F(UpdateCentrePage, DownloadsFromTheAddressThatIsKept)
{
    QFile file(writeOrderFile(files.path(), 2026, newYear));
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    test::SmallServer server;
    server.answer("/icd10cm_order_2026.txt", "200 OK\r\nContent-Type: text/plain", file.readAll().toStdString());
    server.answer("/page", "200 OK\r\nContent-Type: text/html", "<!DOCTYPE html><html>a page</html>");
    choose(QStringLiteral("ICD-10-CM codes"));
    auto& address = part<QLineEdit>("tables.address");
    address.setFocus();
    address.setText(qs(server.url("/page")));
    press(Qt::Key_Return);
    ASSERT_TRUE(waitUntil([this] { return part<QPushButton>("tables.agencyAddress").isEnabled(); }));
    table("admin.tables").setFocus();
    press(Qt::Key_D);
    ASSERT_TRUE(waitUntil([this] { return !prompter.errors.empty(); }));
    EXPECT_EQ("APP-112", prompter.errors.front().id);

    address.setFocus();
    address.setText(qs(server.url("/icd10cm_order_{year}.txt")));
    press(Qt::Key_Return);
    address.clear();
    ASSERT_TRUE(waitUntil([&address] { return address.text().contains(QStringLiteral("{year}")); }))
        << "kept as entered, with the mark for the year";
    address.setText(qs(server.url("/icd10cm_order_2026.txt")));
    press(Qt::Key_Return);
    address.clear();
    ASSERT_TRUE(waitUntil([&address] { return address.text().contains(QStringLiteral("2026")); }));
    part<QPushButton>("tables.download").click();
    ASSERT_TRUE(asks());
    EXPECT_TRUE(report().contains(QStringLiteral("ICD-10-CM FY2026")));

    choose(QStringLiteral("ICD-10-CM codes"));
    part<QPushButton>("tables.agencyAddress").click();
    EXPECT_TRUE(waitUntil([this] { return !part<QPushButton>("tables.agencyAddress").isEnabled(); }));
}

}  // namespace
}  // namespace cw::ui
