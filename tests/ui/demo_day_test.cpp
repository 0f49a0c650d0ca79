// The demo day as three people live it: real widgets, real workspace, keyboard alone.
#include "base/file.h"
#include "claim/x12/reader.h"
#include "tests/ui/support/keyboard_day.h"

#include <QDialog>
#include <QListView>
#include <QTabBar>

#include <filesystem>

namespace cw::ui {

namespace {

class DemoDay : public KeyboardDay {};

}  // namespace

TEST_F(DemoDay, CoderSupervisorAndBillerFinishOneEncounterByKeyboard)
{
    // The coder finds the chart in the worklist and opens it.
    signIn("coder");
    if (HasFatalFailure()) return;
    press(Qt::Key_F, Qt::ControlModifier);
    type("10441");
    QTest::qWait(300);
    press(Qt::Key_1, Qt::AltModifier);
    press(Qt::Key_Return);
    ASSERT_TRUE(waitUntil([this] { return desk() != nullptr && desk()->session().isOpen(); }));
    EXPECT_EQ("V-10441", coded().encounterId);
    ASSERT_TRUE(waitUntil([this] { return desk()->panes().viewer().shownVersion().has_value(); }));

    // Three diagnoses and two procedures, each with the words that prove it.
    selectWords("Type 2 diabetes with diabetic chronic kidney disease");
    attach("E11.22", [this] { return hasDiagnosis("E1122"); });
    selectWords("Hypertension with chronic kidney disease");
    attach("I12.9", [this] { return hasDiagnosis("I129"); });
    selectWords("stage 3a");
    attach("N18.31", [this] { return hasDiagnosis("N1831"); });
    selectWords("Options were discussed");
    attach("99214", [this] { return hasLine("99214"); });
    selectWords("an injection, done today");
    attach("20610", [this] { return hasLine("20610"); });
    if (HasFatalFailure()) return;
    ASSERT_EQ(3U, coded().diagnoses.size());
    ASSERT_EQ(2U, coded().procedures.size());
    EXPECT_EQ("stage 3a", coded().diagnoses[2].evidence.at(0).quote);

    // The lines have no charge yet: an edit says so, and Enter on it goes to the field.
    ASSERT_TRUE(waitUntil([this] { return !desk()->session().isChecking(); }));
    EXPECT_FALSE(desk()->session().report().isReady());
    press(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    const auto blockers = [this] { return window->findChild<QListView*>(QStringLiteral("blockers")); };
    ASSERT_TRUE(waitUntil([&] { return blockers() != nullptr; })) << "submit explains itself";
    EXPECT_EQ(EncounterStatus::inCoding, stored("V-10441")->workflow.status);
    QTest::keyClick(blockers(), Qt::Key_Escape);
    ASSERT_TRUE(waitUntil([&] { return blockers() == nullptr; }));

    press(Qt::Key_5, Qt::AltModifier);
    press(Qt::Key_Home);
    for (const char* charge : {"186.00", "142.00"}) {
        press(Qt::Key_C);
        ASSERT_TRUE(waitUntil([] { return qobject_cast<QLineEdit*>(QApplication::focusWidget()) != nullptr; }));
        press(Qt::Key_A, Qt::ControlModifier);
        type(charge);
        press(Qt::Key_Return);
        ASSERT_TRUE(waitUntil([] { return qobject_cast<QLineEdit*>(QApplication::focusWidget()) == nullptr; }));
        press(Qt::Key_Down);
    }
    press(Qt::Key_Home);
    press(Qt::Key_Up);
    desk()->panes().codes().selectProcedure(coded().procedures[0].id);
    press(Qt::Key_M);
    ASSERT_TRUE(waitUntil([] { return qobject_cast<QLineEdit*>(QApplication::focusWidget()) != nullptr; }));
    type("25");
    press(Qt::Key_Return);
    ASSERT_TRUE(waitUntil([this] { return coded().procedures[0].modifiers == std::vector<std::string>{"25"}; }));
    EXPECT_EQ(Money::cents(18600), coded().procedures[0].charge);
    EXPECT_EQ(Money::cents(14200), coded().procedures[1].charge);

    ASSERT_TRUE(waitUntil([this] { return !desk()->session().isChecking() && desk()->session().report().isReady(); }));
    press(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    ASSERT_TRUE(waitUntil([this] { return stored("V-10441")->workflow.status == EncounterStatus::coded; }));
    signOut();
    if (HasFatalFailure()) return;

    // The supervisor opens it from the queue and approves.
    signIn("supervisor");
    if (HasFatalFailure()) return;
    window->shell()->openEncounter(QStringLiteral("V-10441"), true);
    ASSERT_TRUE(waitUntil([this] { return window->shell()->currentPageId() == QStringLiteral("review"); }));
    QTest::qWait(500);
    press(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    ASSERT_TRUE(waitUntil([this] { return stored("V-10441")->workflow.status == EncounterStatus::approved; }));
    signOut();
    if (HasFatalFailure()) return;

    // The biller exports everything of its payer; the file is read back.
    const auto folder = workspace.folder() / "claims";
    signIn("biller");
    if (HasFatalFailure()) return;
    press(Qt::Key_5, Qt::ControlModifier);
    ASSERT_TRUE(waitUntil([this] { return window->shell()->currentPageId() == QStringLiteral("billing"); }));
    // All payers are chosen at first: Ctrl+E, and Enter on the dialog's Export writes a file for each.
    ASSERT_TRUE(waitUntil([this] {
        const auto* tabs = window->findChild<QTabBar*>(QStringLiteral("billing.tabs"));
        return tabs != nullptr && tabs->tabText(0).section(QLatin1Char(' '), 1).toInt() > 0;
    }));
    const auto exportDialog = [this] { return window->findChild<QDialog*>(QStringLiteral("export.dialog")); };
    ASSERT_TRUE(waitUntil([&] {
        if (exportDialog() != nullptr) return true;
        press(Qt::Key_E, Qt::ControlModifier);
        QTest::qWait(100);
        return exportDialog() != nullptr;
    }));
    press(Qt::Key_Return);
    ASSERT_TRUE(waitUntil([this] { return !prompter.shown.isEmpty(); }));
    ASSERT_EQ(EncounterStatus::exported, stored("V-10441")->workflow.status);

    bool found = false;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        const auto bytes = readFile(entry.path());
        ASSERT_TRUE(bytes);
        if (bytes->find("CLM*V-10441*328***11:B:1*") == std::string::npos) continue;
        found = true;
        EXPECT_NE(std::string::npos, bytes->find("HI*ABK:E1122*ABF:I129*ABF:N1831~"));
        EXPECT_NE(std::string::npos, bytes->find("SV1*HC:99214:25*186*UN*1***1:2:3~"));
        EXPECT_NE(std::string::npos, bytes->find("SV1*HC:20610*142*UN*1***1:2:3~"));
        EXPECT_TRUE(x12::readInterchanges(*bytes)) << "envelope and counts fit";
    }
    EXPECT_TRUE(found);
    EXPECT_TRUE(prompter.errors.size() <= 1) << "only the refused submit was an error";
}

}  // namespace cw::ui
