// A day with a chart of every kind of document: imported, matched, read, found, proved, corrected and audited, by keyboard.
#include "app/intake.h"
#include "base/file.h"
#include "tests/support/temporary_folder.h"
#include "tests/ui/support/chart_files.h"
#include "tests/ui/support/keyboard_day.h"
#include "ui/async/upkeep.h"
#include "ui/desk/documents_pane.h"
#include "ui/desk/find/chart_find_pane.h"
#include "ui/desk/find/found_places.h"
#include "ui/desk/viewer/document_view.h"
#include "ui/inbox/inbox_models.h"
#include "ui/inbox/inbox_page.h"
#include "ui/widgets/list_table.h"
#include "ui/widgets/text.h"

#include <QListView>
#include <QProcess>

#include <algorithm>

namespace cw::ui {

namespace {

class ChartDay : public KeyboardDay {
protected:
    void SetUp() override
    {
        writeChartFiles(files.path() / "in");
        const auto opened = workspace.access().open("office", TestWorkspace::passwordOf("office"));
        ASSERT_TRUE(opened);
        auto tx = (*opened)->work().beginWrite();
        ASSERT_TRUE(tx);
        ASSERT_TRUE(
            (*opened)->settings().setValue(**tx, "intake.authorities", std::string(chartFilesAuthority) + ",CITYLAB"));
        ASSERT_TRUE((*tx)->commit());
    }

    InboxPage* inbox() const { return window->findChild<InboxPage*>(); }
    DocumentPane& viewer() const { return desk()->panes().viewer(); }

    int waitingRow(const char* file) const
    {
        const auto& model = *inbox()->waiting().model();
        for (int row = 0; row < model.rowCount(); ++row)
            if (model.index(row, WaitingModel::source).data().toString() == QLatin1String(file)) return row;
        return -1;
    }

    void openChart()
    {
        press(Qt::Key_1, Qt::ControlModifier);
        press(Qt::Key_F, Qt::ControlModifier);
        press(Qt::Key_A, Qt::ControlModifier);
        type("10441");
        QTest::qWait(300);
        press(Qt::Key_1, Qt::AltModifier);
        press(Qt::Key_Return);
        ASSERT_TRUE(waitUntil([this] { return desk() != nullptr && desk()->session().isOpen(); }));
        ASSERT_TRUE(waitUntil([this] { return viewer().shownVersion().has_value(); }));
    }

    /// Ctrl+Shift+F, words, Enter: shows the document in which they stand.
    void findInChart(const char* words, const char* title)
    {
        press(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        press(Qt::Key_A, Qt::ControlModifier);
        type(words);
        auto& list = desk()->panes().finder().list();
        // Pages are read in the background: their words may be found a moment later.
        ASSERT_TRUE(waitUntil([&list, words] {
            const QString snippet = list.model()->index(0, 0).data(FoundPlacesModel::SnippetRole).toString();
            return list.isVisible() && snippet.contains(QLatin1String(words).left(8), Qt::CaseInsensitive);
        })) << words;
        press(Qt::Key_Return);
        ASSERT_TRUE(waitUntil([this, title] { return shownTitle() == title; })) << words << " in " << title;
    }

    std::string shownTitle() const
    {
        const auto version = viewer().shownVersion();
        const auto* info = version ? desk()->panes().documents().find(*version) : nullptr;
        return info ? info->title : std::string();
    }

    const Evidence* proofOf(const char* code) const
    {
        for (const auto& diagnosis : coded().diagnoses)
            if (diagnosis.code.text == code && !diagnosis.evidence.empty()) return &diagnosis.evidence.front();
        return nullptr;
    }

    bool hasDocument(const char* title) const
    {
        const auto& list = desk()->panes().documentList();
        return std::any_of(list.begin(), list.end(), [title](const DocumentInfo& info) { return info.title == title; });
    }

    /// Enter on the code's row: its proof is shown, wherever it stands.
    void expectJump(const char* code, const char* title)
    {
        for (const auto& diagnosis : coded().diagnoses)
            if (diagnosis.code.text == code) desk()->panes().codes().selectDiagnosis(diagnosis.id);
        press(Qt::Key_3, Qt::AltModifier);
        press(Qt::Key_Return);
        EXPECT_TRUE(waitUntil([this, title] { return shownTitle() == title; })) << code << ": " << shownTitle();
    }

    test::TemporaryFolder files;
};

}  // namespace

TEST_F(ChartDay, MixedDocumentsAreReadProvedCorrectedAndAudited)
{
    signIn("coder");
    if (HasFatalFailure()) return;

    // The folder comes in through the inbox: what names patient and visit finds its chart, the rest waits.
    press(Qt::Key_6, Qt::ControlModifier);
    ASSERT_TRUE(waitUntil([this] { return inbox() != nullptr && inbox()->isVisible(); }));
    const int before = [this] {
        waitUntil([this] { return inbox()->waiting().model()->rowCount() >= 0; });
        QTest::qWait(300);
        return inbox()->waiting().model()->rowCount();
    }();
    prompter.files.push_back({qs((files.path() / "in").string())});
    press(Qt::Key_I, Qt::ControlModifier);
    ASSERT_TRUE(waitUntil([&] { return inbox()->waiting().model()->rowCount() == before + 4; }))
        << "rtf, html, pdf and the scan name nobody; there are " << inbox()->waiting().model()->rowCount() - before;

    // One after the other is given to the encounter.
    int left = 4;
    for (const char* file : {"note.rtf", "leaflet.html", "eye-letter.pdf", "heart-fax.png"}) {
        inbox()->waiting().selectRow(waitingRow(file));
        press(Qt::Key_F, Qt::ControlModifier);
        press(Qt::Key_A, Qt::ControlModifier);
        type("Tolliver");
        ASSERT_TRUE(waitUntil([this] { return inbox()->choices().model()->rowCount() > 1; })) << file;
        QTest::qWait(200);
        press(Qt::Key_Return, Qt::ControlModifier);
        ASSERT_TRUE(waitUntil([&] { return inbox()->waiting().model()->rowCount() == before + left - 1; })) << file;
        --left;
    }

    openChart();
    if (HasFatalFailure()) return;
    for (const char* title : {"Summary of care", "eye-letter", "heart-fax", "note", "leaflet"})
        EXPECT_TRUE(hasDocument(title)) << title;

    // Proof from a table cell of the C-CDA, from the PDF, and from the scan once it is recognised.
    findInChart("Hyperlipidemia, mixed", "Summary of care");
    selectWords("Hyperlipidemia, mixed");
    attach("E78.2", [this] { return hasDiagnosis("E782"); });
    if (HasFatalFailure()) return;
    ASSERT_NE(nullptr, proofOf("E782"));
    EXPECT_EQ("Hyperlipidemia, mixed", proofOf("E782")->quote);

    findInChart("nonproliferative retinopathy", "eye-letter");
    selectWords("Mild nonproliferative retinopathy");
    attach("E11.3299", [this] { return hasDiagnosis("E113299"); });
    if (HasFatalFailure()) return;
    EXPECT_EQ("Mild nonproliferative retinopathy", proofOf("E113299")->quote);

    const bool hasOcr = QProcess::execute(QStringLiteral("tesseract"), {QStringLiteral("--version")}) == 0;
    if (hasOcr) {
        // Recognising gives way to everything else, and the demo has a scan of its own: on a busy machine it takes a while.
        const auto isRead = [this] {
            const auto& list = desk()->panes().documentList();
            return std::any_of(list.begin(), list.end(),
                               [](const DocumentInfo& info) { return info.title == "heart-fax" && info.isRecognised; });
        };
        for (int tries = 0; tries < 7 && !isRead(); ++tries) waitUntil(isRead);
        ASSERT_TRUE(isRead()) << "the scan is recognised in the background and the chart is told";
        findInChart("fibrillation", "heart-fax");
        selectWords("Atrial fibrillation");
        attach("I48.11", [this] { return hasDiagnosis("I4811"); });
        if (HasFatalFailure()) return;
        EXPECT_TRUE(proofOf("I4811")->isRecognised);
    }
    ASSERT_TRUE(waitUntil([this] { return !desk()->session().hasUnsaved(); }));
    signOut();
    if (HasFatalFailure()) return;

    // Another day: each proof is one key away.
    signIn("coder");
    openChart();
    if (HasFatalFailure()) return;
    expectJump("E782", "Summary of care");
    expectJump("E113299", "eye-letter");
    if (hasOcr) expectJump("I4811", "heart-fax");

    // A corrected summary arrives while the chart is open: said at once, the proof on the old version stays.
    writeCorrectedSummary(files.path() / "corrected.xml");
    {
        const auto other = workspace.access().open("office", TestWorkspace::passwordOf("office"));
        ASSERT_TRUE(other);
        const auto outcome = app::Intake(**other).importFiles({files.path() / "corrected.xml"}, {});
        ASSERT_TRUE(outcome) << outcome.error().detail;
        EXPECT_EQ(1, outcome->versions) << (outcome->notes.empty() ? "" : outcome->notes.front());
    }
    auto* late = window->findChild<QWidget*>(QStringLiteral("late"));
    ASSERT_NE(nullptr, late);
    ASSERT_TRUE(waitUntil([late] { return late->isVisible(); })) << "the late version is announced";
    ASSERT_NE(nullptr, proofOf("E782"));
    for (const auto& diagnosis : coded().diagnoses)
        if (diagnosis.code.text == "E782") desk()->panes().codes().selectDiagnosis(diagnosis.id);
    press(Qt::Key_3, Qt::AltModifier);
    press(Qt::Key_Return);
    ASSERT_TRUE(waitUntil([this] { return viewer().shownVersion() == proofOf("E782")->span.version; }))
        << "the archived version is shown with its proof";
    press(Qt::Key_J, Qt::ControlModifier);
    QTest::qWait(400);
    press(Qt::Key_J, Qt::ControlModifier);
    ASSERT_TRUE(waitUntil([late] { return !late->isVisible(); }));

    // The audit packet says all of it.
    prompter.folders.push_back(qs(files.path().string()));
    press(Qt::Key_P, Qt::ControlModifier);
    const auto packet = files.path() / "V-10441-audit-packet.pdf";
    ASSERT_TRUE(waitUntil([&packet] { return std::filesystem::exists(packet); }));
    QProcess text;
    text.start(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), qs(packet.string()), QStringLiteral("-")});
    ASSERT_TRUE(text.waitForFinished());
    const QString words = QString::fromUtf8(text.readAllStandardOutput());
    for (const char* expected :
         {"E78.2", "Hyperlipidemia, mixed", "E11.3299", "Mild nonproliferative retinopathy", "eye-letter", "archived"})
        EXPECT_TRUE(words.contains(QLatin1String(expected))) << expected;
    if (hasOcr) {
        EXPECT_TRUE(words.contains(QStringLiteral("OCR, unverified")));
    }
    EXPECT_TRUE(prompter.errors.empty()) << (prompter.errors.empty() ? "" : prompter.errors.front().detail);
}

}  // namespace cw::ui
