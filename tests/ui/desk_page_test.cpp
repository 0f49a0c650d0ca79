// The desk with a real demo workspace behind it, worked by keyboard.
#include "tests/ui/support/test_prompter.h"
#include "tests/ui/support/test_workspace.h"
#include "ui/desk/blockers_dialog.h"
#include "ui/desk/chart_panes.h"
#include "ui/desk/code_models.h"
#include "ui/desk/codes_pane.h"
#include "ui/desk/desk_page.h"
#include "ui/desk/documents_pane.h"
#include "ui/desk/edit_list.h"
#include "ui/desk/edits_pane.h"
#include "ui/desk/viewer/document_pane.h"
#include "ui/desk/viewer/document_view.h"
#include "ui/desk/visit_facts_dialog.h"
#include "ui/search/search_palette.h"
#include "ui/widgets/list_table.h"
#include "ui/widgets/text.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QCheckBox>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QTest>

#include <cstring>

namespace cw::ui {
namespace {

class Desk : public testing::Test {
protected:
    Desk() : signedIn(workspace, "office", prompter), page(signedIn.context())
    {
        page.resize(1364, 876);
        page.show();
        page.activateWindow();
        page.activate();
        page.openEncounter(QStringLiteral("V-10441"));
        EXPECT_TRUE(waitUntil([this] { return session().isOpen() && page.panes().viewer().view(); }));
    }
    CodingSession& session() { return page.session(); }
    const Encounter& coded() { return session().encounter(); }
    DocumentView& view() { return *page.panes().viewer().view(); }
    QWidget* focus() { return QApplication::focusWidget() ? QApplication::focusWidget() : &page; }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(focus(), key, modifiers);
    }
    void type(const char* text) { QTest::keyClicks(focus(), QString::fromUtf8(text)); }
    void select(const char* words)
    {
        const auto at = static_cast<int>(view().pageText(0).indexOf(QString::fromUtf8(words)));
        ASSERT_GE(at, 0) << words;
        view().setCaret({0, at});
        view().setCaret({0, at + static_cast<int>(std::strlen(words))}, true);
    }
    QListView* hits() { return page.palette().findChild<QListView*>(QStringLiteral("searchHits")); }
    /// Types a code into the open palette and waits until it is the current hit.
    void search(const char* code)
    {
        type(code);
        const QString shown = QString::fromUtf8(code).toUpper();
        ASSERT_TRUE(waitUntil([&] {
            return hits()->currentIndex().data(Qt::AccessibleTextRole).toString().startsWith(shown + QLatin1Char(' '));
        })) << code;
    }
    void add(const char* code)
    {
        press(Qt::Key_K, Qt::ControlModifier);
        search(code);
        press(Qt::Key_Return);
        press(Qt::Key_Escape);
    }
    bool settled()
    {
        bool isDone = false;
        session().settle([&isDone](const Status& status) { isDone = status.hasValue(); });
        return waitUntil([&] { return isDone && !session().isChecking(); });
    }
    /// 20610 and 99213 on two diagnoses; the lines have no charge.
    void codeTheVisit()
    {
        select("osteoarthritis");
        for (const char* code : {"M17.11", "E11.22", "20610", "99213"}) add(code);
        ASSERT_EQ(2U, coded().diagnoses.size());
        ASSERT_EQ(2U, coded().procedures.size());
        ASSERT_TRUE(settled());
    }
    std::vector<int> pointersOf(std::size_t line)
    {
        std::vector<int> positions;
        for (const auto id : coded().procedures[line].pointers) positions.push_back(coded().claimPosition(id));
        return positions;
    }

    TestWorkspace workspace;
    TestPrompter prompter;
    SignedIn signedIn;
    DeskPage page;
};

TEST_F(Desk, SeedsTheSearchAndStaysOpenAfterEnter)
{
    select("osteoarthritis");
    press(Qt::Key_K, Qt::ControlModifier);
    auto* input = page.palette().findChild<QLineEdit*>(QStringLiteral("searchInput"));
    EXPECT_EQ(QStringLiteral("osteoarthritis"), input->text());
    EXPECT_EQ(input->text(), input->selectedText()) << "typing replaces the seed";
    EXPECT_TRUE(page.panes().selectedSpan()) << "the words stay selected below";
    search("M17.11");
    press(Qt::Key_Return);
    EXPECT_TRUE(page.palette().isOpen());
    EXPECT_EQ(QStringLiteral("M17.11"), input->selectedText()) << "ready for the next query";
    ASSERT_EQ(1U, coded().diagnoses.size());
    EXPECT_EQ("M1711", coded().diagnoses.front().code.text);
    ASSERT_EQ(1U, coded().diagnoses.front().evidence.size());
    EXPECT_EQ("osteoarthritis", coded().diagnoses.front().evidence.front().quote);

    press(Qt::Key_Return);
    EXPECT_EQ(1U, coded().diagnoses.size()) << "the same code is not added twice";
    press(Qt::Key_Escape);
    EXPECT_FALSE(page.palette().isOpen());
    EXPECT_TRUE(view().hasFocus()) << "focus goes back to where it was";
}

TEST_F(Desk, OpensAHeaderInsteadOfAttachingIt)
{
    press(Qt::Key_K, Qt::ControlModifier);
    search("E11.2");
    press(Qt::Key_Return);
    ASSERT_TRUE(waitUntil([this] {
        return hits()->currentIndex().data(Qt::AccessibleTextRole).toString().startsWith(QStringLiteral("E11.21"));
    }));
    EXPECT_TRUE(coded().diagnoses.empty());
    press(Qt::Key_Left);
    EXPECT_TRUE(waitUntil([this] {
        return hits()->currentIndex().data(Qt::AccessibleTextRole).toString().startsWith(QStringLiteral("E11.2 "));
    })) << "back to the hits, on the same row";
}

TEST_F(Desk, SavesAsOneGoes)
{
    QSignalSpy saved(&page, &Page::saved);
    select("osteoarthritis");
    add("M17.11");
    ASSERT_TRUE(waitUntil([&] { return !saved.empty() && !session().hasUnsaved(); }));
    EXPECT_EQ(EncounterStatus::inCoding, session().workflow().status);
    const auto stored =
        signedIn.now<app::OpenedChart>([](app::Workspace& ws) { return app::CodingDesk(ws).open("V-10441"); });
    ASSERT_TRUE(stored);
    ASSERT_EQ(1U, stored->stored.encounter.diagnoses.size());
    EXPECT_EQ(coded().diagnoses, stored->stored.encounter.diagnoses);
}

TEST_F(Desk, LinksDiagnosesByTheirNumbersAndUndoes)
{
    codeTheVisit();
    page.panes().codes().focusProcedures();
    page.panes().codes().procedures().selectRow(0);
    const auto all = pointersOf(0);
    press(Qt::Key_1);
    EXPECT_EQ((std::vector<int>{2}), pointersOf(0));
    press(Qt::Key_1);
    EXPECT_EQ((std::vector<int>{2, 1}), pointersOf(0)) << "the order of keys is kept";
    press(Qt::Key_Z, Qt::ControlModifier);
    press(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(all, pointersOf(0));
    press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_EQ((std::vector<int>{2}), pointersOf(0));
    press(Qt::Key_Asterisk);
    EXPECT_EQ((std::vector<int>{1, 2}), pointersOf(0));
    QSignalSpy said(&page, &Page::statusText);
    press(Qt::Key_9);
    EXPECT_EQ((std::vector<int>{1, 2}), pointersOf(0));
    ASSERT_FALSE(said.empty());
    EXPECT_TRUE(said.last().front().toString().contains(QStringLiteral("no diagnosis 9")));
    EXPECT_TRUE(settled());
    EXPECT_TRUE(prompter.errors.empty());
}

TEST_F(Desk, EditsInTheCell)
{
    codeTheVisit();
    page.panes().codes().focusProcedures();
    page.panes().codes().procedures().selectRow(1);
    press(Qt::Key_M);
    type("2");
    press(Qt::Key_Return);
    auto* editor = page.findChild<QLineEdit*>(QStringLiteral("cellEditor"));
    ASSERT_TRUE(editor) << "what is refused stays in the editor";
    EXPECT_TRUE(coded().procedures[1].modifiers.empty());
    type("5");
    press(Qt::Key_Return);
    EXPECT_EQ((std::vector<std::string>{"25"}), coded().procedures[1].modifiers);
    EXPECT_TRUE(page.panes().codes().procedures().hasFocus());
    press(Qt::Key_C);
    type("186");
    press(Qt::Key_Return);
    EXPECT_EQ(Money::cents(18600), coded().procedures[1].charge);
    press(Qt::Key_U);
    type("7");
    press(Qt::Key_Escape);
    EXPECT_EQ(Quantity::whole(1), coded().procedures[1].units) << "Esc leaves it";
    EXPECT_TRUE(settled());
}

TEST_F(Desk, MovesAndRemovesDiagnosesWithTheCurrentRow)
{
    codeTheVisit();
    auto& table = page.panes().codes().diagnoses();
    page.panes().codes().focusDiagnoses();
    table.selectRow(1);
    press(Qt::Key_Up, Qt::AltModifier);
    EXPECT_EQ("E1122", coded().diagnoses.front().code.text);
    EXPECT_EQ(0, table.currentRow()) << "the row goes with its code";
    press(Qt::Key_Down);
    press(Qt::Key_F);
    EXPECT_EQ("M1711", coded().diagnoses.front().code.text);
    press(Qt::Key_Delete);
    ASSERT_EQ(1U, coded().diagnoses.size());
    EXPECT_EQ("E1122", coded().diagnoses.front().code.text);
    EXPECT_EQ((std::vector<int>{1}), pointersOf(0)) << "pointers to the removed one are gone";
}

TEST_F(Desk, GoesFromAnEditToItsCell)
{
    codeTheVisit();
    ASSERT_GT(session().report().count(Severity::error), 0);
    press(Qt::Key_F8);
    auto& edits = page.panes().edits();
    EXPECT_TRUE(edits.list().hasFocus());
    // Walks to the missing charge of the first line, whatever else is said.
    const auto isCharge = [&edits] {
        return edits.current() && edits.current()->key.rule == "PF-8" && edits.current()->field == Field::charge;
    };
    for (int steps = 0; steps < 60 && !isCharge(); ++steps) press(Qt::Key_F8);
    ASSERT_TRUE(isCharge());
    press(Qt::Key_Return);
    auto& table = page.panes().codes().procedures();
    EXPECT_EQ(0, table.currentRow());
    EXPECT_EQ(ProcedureModel::charge, table.currentIndex().column());
    EXPECT_TRUE(qobject_cast<QLineEdit*>(QApplication::focusWidget())) << "the cell is open for typing";
    type("142");
    press(Qt::Key_Return);
    EXPECT_EQ(Money::cents(14200), coded().procedures[0].charge);
}

TEST_F(Desk, ListsEveryBlockerAsALinkWhenItCannotBeSubmitted)
{
    codeTheVisit();
    const auto dialog = [this] { return page.window()->findChild<BlockersDialog*>(); };
    press(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    ASSERT_TRUE(waitUntil([&] { return dialog() != nullptr; }));
    auto* list = dialog()->findChild<QListView*>(QStringLiteral("blockers"));
    ASSERT_TRUE(list);
    QStringList shown;
    for (int row = 0; row < list->model()->rowCount(); ++row)
        shown.append(list->model()->index(row, 0).data().toString());
    for (const auto& finding : session().report().findings)
        EXPECT_EQ(finding.blocks(), shown.contains(qs(finding.message))) << finding.message;
    EXPECT_EQ("V-10441", coded().encounterId) << "the chart stays open";
    QTest::keyClick(list, Qt::Key_Escape);
    ASSERT_TRUE(waitUntil([&] { return dialog() == nullptr; }));
    EXPECT_TRUE(waitUntil([this] { return page.panes().edits().list().hasFocus(); }));
}

TEST_F(Desk, EnterOnABlockerGoesToItsField)
{
    codeTheVisit();
    press(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    const auto dialog = [this] { return page.window()->findChild<BlockersDialog*>(); };
    ASSERT_TRUE(waitUntil([&] { return dialog() != nullptr; }));
    auto* list = dialog()->findChild<QListView*>(QStringLiteral("blockers"));
    auto& model = *list->model();
    for (int row = 0; row < model.rowCount(); ++row)
        if (model.index(row, 0).data(EditListModel::SourceRole).toString().startsWith(QStringLiteral("PF-8"))) {
            list->setCurrentIndex(model.index(row, 0));
            break;
        }
    QTest::keyClick(list, Qt::Key_Return);
    ASSERT_TRUE(waitUntil([] { return qobject_cast<QLineEdit*>(QApplication::focusWidget()) != nullptr; }));
    EXPECT_EQ(ProcedureModel::charge, page.panes().codes().procedures().currentIndex().column());
}

TEST_F(Desk, AppliesAFixWithOneKeyAndTakesItBack)
{
    codeTheVisit();
    ASSERT_TRUE(session().apply(QStringLiteral("Duplicate"), [](Encounter encounter) {
        encounter.diagnoses.push_back(encounter.diagnoses.front());
        encounter.diagnoses.back().id = {987654321};
        encounter.diagnoses.back().evidence.clear();
        return Result<Encounter>(std::move(encounter));
    }));
    ASSERT_TRUE(waitUntil([this] { return !session().isChecking(); }));
    auto& edits = page.panes().edits();
    for (int steps = 0; steps < 60 && !(edits.current() && edits.current()->key.rule == "GL-8"); ++steps)
        press(Qt::Key_F8);
    ASSERT_TRUE(edits.current());
    ASSERT_EQ("GL-8", edits.current()->key.rule);
    press(Qt::Key_A, Qt::AltModifier);
    EXPECT_EQ(2U, coded().diagnoses.size());
    press(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(3U, coded().diagnoses.size());
}

TEST_F(Desk, TicksFactsOfTheVisit)
{
    codeTheVisit();
    press(Qt::Key_V, Qt::AltModifier);
    const auto dialog = [this] { return page.window()->findChild<VisitFactsDialog*>(); };
    ASSERT_TRUE(waitUntil([&] { return dialog() != nullptr; }));
    auto* box = dialog()->findChild<QCheckBox*>(QStringLiteral("fact.screening"));
    ASSERT_TRUE(box);
    QTest::keyClick(box, Qt::Key_Space);
    QTest::keyClick(box, Qt::Key_Return);
    ASSERT_TRUE(waitUntil([this] { return !coded().claim.flags.empty(); }));
    EXPECT_EQ(std::vector<std::string>{"screening"}, coded().claim.flags);
}

TEST_F(Desk, SubmitsAndOpensTheNext)
{
    codeTheVisit();
    for (const int row : {0, 1}) {
        page.panes().codes().focusProcedures();
        page.panes().codes().procedures().selectRow(row);
        press(Qt::Key_C);
        type("100");
        press(Qt::Key_Return);
    }
    press(Qt::Key_M);
    type("25");
    press(Qt::Key_Return);
    ASSERT_TRUE(settled());
    ASSERT_EQ(0, session().report().count(Severity::error));
    press(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_TRUE(waitUntil([this] { return session().isOpen() && coded().encounterId != "V-10441"; }));
    const auto stored =
        signedIn.now<app::OpenedChart>([](app::Workspace& ws) { return app::CodingDesk(ws).open("V-10441"); });
    ASSERT_TRUE(stored);
    EXPECT_NE(EncounterStatus::inCoding, stored->stored.workflow.status);
}

TEST_F(Desk, ShowsTheProofInAnotherDocument)
{
    select("osteoarthritis");
    add("M17.11");
    const auto first = view().version();
    auto& list = page.panes().documents().list();
    page.panes().focusDocuments();
    press(Qt::Key_Down);
    press(Qt::Key_Return);
    ASSERT_TRUE(waitUntil([&] { return view().version() != first; }));
    EXPECT_FALSE(list.currentIndex().data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("unread")));
    emit page.panes().codes().evidenceWanted(coded().diagnoses.front().evidence);
    ASSERT_TRUE(waitUntil([&] { return view().version() == first; }));
    const auto span = coded().diagnoses.front().evidence.front().span;
    EXPECT_EQ(view().rangeOf(span).first, view().caretPosition());
}

TEST_F(Desk, SaysWhatWasNotSavedAfterAConflict)
{
    select("osteoarthritis");
    add("M17.11");
    ASSERT_TRUE(settled());
    // Another workstation removes the diagnosis meanwhile.
    const auto other = signedIn.now<app::SaveOutcome>([](app::Workspace& ws) -> Result<app::SaveOutcome> {
        app::CodingDesk desk(ws);
        CW_TRY(const auto chart, desk.open("V-10441"));
        const auto& before = chart.stored.encounter;
        CW_TRY(const auto after, coding::removeDiagnosis(before, before.diagnoses.front().id));
        return desk.save(before, after, chart.stored.versions, chart.stored.workflow);
    });
    ASSERT_TRUE(other) << describe(other.error());
    prompter.yes = false;
    page.panes().codes().focusDiagnoses();
    press(Qt::Key_K, Qt::ControlModifier);
    search("M17.0");
    press(Qt::Key_Return);
    press(Qt::Key_Escape);
    page.panes().codes().selectDiagnosis(coded().diagnoses.front().id);
    press(Qt::Key_Delete);
    ASSERT_TRUE(
        waitUntil([this] { return prompter.asked.contains(QStringLiteral("Somebody else changed this chart")); }));
    EXPECT_FALSE(session().canCode()) << "nothing more is done to a state that cannot be saved";
    EXPECT_FALSE(session().unsavedLabels().empty());

    bool hasLeft = false;
    page.release([&hasLeft] { hasLeft = true; });
    EXPECT_FALSE(hasLeft) << "leaving asks first";
    prompter.yes = true;
    page.release([&hasLeft] { hasLeft = true; });
    EXPECT_TRUE(hasLeft);
}

TEST_F(Desk, WalksThroughItsPanes)
{
    page.panes().viewer().focusDocument();
    std::vector<QWidget*> seen;
    for (int i = 0; i < 5; ++i) {
        press(Qt::Key_F6);
        seen.push_back(QApplication::focusWidget());
    }
    EXPECT_EQ(&page.panes().codes().diagnoses(), seen[0]);
    EXPECT_EQ(&page.panes().codes().procedures(), seen[1]);
    EXPECT_EQ(&page.panes().edits().list(), seen[2]);
    EXPECT_EQ(&view(), seen[4]);
    press(Qt::Key_F6, Qt::ShiftModifier);
    EXPECT_EQ(seen[3], QApplication::focusWidget());
}

TEST_F(Desk, LeavesTheFoundWordsSelected)
{
    press(Qt::Key_F, Qt::ControlModifier);
    type("insulin glargine");
    press(Qt::Key_Escape);
    ASSERT_TRUE(page.panes().selectedSpan());
    EXPECT_EQ(0, page.panes().selectedSpan()->quote.compare(QStringLiteral("insulin glargine"), Qt::CaseInsensitive));
    EXPECT_TRUE(view().hasFocus());
}

}  // namespace
}  // namespace cw::ui
