// The document pane: what stays over refreshes, passwords, header, find, pop-out.
#include "tests/ui/support/viewer_documents.h"
#include "ui/commands/bind.h"
#include "ui/desk/viewer/document_finder.h"
#include "ui/desk/viewer/document_pane.h"
#include "ui/desk/viewer/document_view.h"
#include "ui/desk/viewer/pop_out_window.h"
#include "ui/desk/viewer_commands.h"
#include "ui/theme/theme.h"

#include <gtest/gtest.h>

#include <QAbstractButton>
#include <QApplication>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSplitter>
#include <QTest>

namespace cw::ui {
namespace {

std::string longNote()
{
    std::string text = "OFFICE VISIT\n\n";
    for (int i = 0; i < 120; ++i) text += "Line " + std::to_string(i) + " of the note, diabetes stable.\n\n";
    return text;
}

class Pane : public testing::Test {
protected:
    Pane() : m_splitter(&m_window), m_pane(new DocumentPane(m_theme, &m_splitter))
    {
        m_splitter.addWidget(new QLabel(QStringLiteral("left")));
        m_splitter.insertWidget(1, m_pane);
        m_splitter.addWidget(new QLabel(QStringLiteral("right")));
        m_window.resize(1000, 500);
        m_splitter.setGeometry(0, 0, 1000, 500);
        m_splitter.setSizes({60, 880, 60});
        bindViewerCommands(&m_window, *m_pane);
        m_window.show();
        m_window.activateWindow();
        EXPECT_TRUE(QTest::qWaitForWindowActive(&m_window));
    }
    DocumentView& view() { return *m_pane->view(); }
    bool showsWords(const char* words) const
    {
        for (const auto* widget : m_pane->findChildren<QWidget*>()) {
            const auto* label = qobject_cast<const QLabel*>(widget);
            const auto* button = qobject_cast<const QAbstractButton*>(widget);
            const QString text = label ? label->text() : button ? button->text() : QString();
            if (widget->isVisible() && text.contains(QString::fromUtf8(words))) return true;
        }
        return false;
    }
    int indexOf(const char* words) { return static_cast<int>(view().pageText(0).indexOf(QString::fromUtf8(words))); }

    Theme m_theme;
    QWidget m_window;
    QSplitter m_splitter;
    DocumentPane* m_pane;
};

TEST_F(Pane, KeepsScrollSelectionAndFocusOverEveryRefresh)
{
    auto document = textDocument(5, longNote());
    m_pane->showDocument(document);
    auto* before = m_pane->view();
    view().setFocus();
    view().reveal(view().spanOf(0, indexOf("Line 60"), indexOf("Line 60") + 7));
    view().setCaret({0, indexOf("Line 61")});
    view().setCaret({0, indexOf("Line 61") + 7}, true);
    const int scroll = view().verticalScrollBar()->value();
    ASSERT_GT(scroll, 100);

    m_pane->setHighlights({{view().spanOf(0, 0, 5), MarkKind::proof}});
    m_pane->showDocument(document);
    document.info.status = "corrected";
    m_pane->showDocument(document);
    m_theme.setMode(ThemeMode::dark);
    m_pane->zoomBy(1.1);
    m_pane->resetZoom();
    EXPECT_EQ(before, m_pane->view());
    EXPECT_NEAR(scroll, view().verticalScrollBar()->value(), 3);
    EXPECT_EQ(QStringLiteral("Line 61"), m_pane->selectedSpan()->quote);
    EXPECT_TRUE(view().hasFocus());
    EXPECT_TRUE(showsWords("corrected"));
}

TEST_F(Pane, KeepsThePlaceOfEachDocumentAndOneZoom)
{
    m_pane->showDocument(textDocument(5, longNote()));
    view().reveal(view().spanOf(0, indexOf("Line 90"), indexOf("Line 90") + 7));
    m_pane->zoomBy(1.3);
    const int scroll = view().verticalScrollBar()->value();
    const auto caret = view().caretPosition();
    m_pane->showDocument(textDocument(6, longNote()));
    EXPECT_EQ(0, view().verticalScrollBar()->value());
    EXPECT_DOUBLE_EQ(1.3, view().zoom());
    m_pane->showDocument(textDocument(5, longNote()));
    EXPECT_NEAR(scroll, view().verticalScrollBar()->value(), 3);
    EXPECT_EQ(caret, view().caretPosition());
}

TEST_F(Pane, TellsOldStatusAndOcrInWords)
{
    auto document = textDocument(5, "Note.");
    document.info.isArchived = true;
    document.info.versionNumber = 2;
    document.info.versionCount = 3;
    document.info.status = "entered-in-error";
    document.info.isRecognised = true;
    document.info.pages = 3;
    m_window.resize(1400, 500);
    m_splitter.setGeometry(0, 0, 1400, 500);
    m_splitter.setSizes({60, 1280, 60});
    m_pane->showDocument(document);
    for (const char* words : {"A newer version exists", "entered in error", "OCR, unverified", "v2 of 3", "3 pages",
                              "D. Okonkwo MD", "2025-03-18"})
        EXPECT_TRUE(showsWords(words)) << words;
    m_pane->showDocument(textDocument(6, "Note."));
    for (const char* words : {"A newer version exists", "entered in error", "OCR, unverified"})
        EXPECT_FALSE(showsWords(words)) << words;
}

TEST_F(Pane, AsksForThePasswordAndOpens)
{
    QSignalSpy entered(m_pane, &DocumentPane::passwordEntered);
    m_pane->showDocument(pdfDocument(8, lockedPdf()));
    EXPECT_FALSE(m_pane->view());
    auto* field = m_pane->findChild<QLineEdit*>(QStringLiteral("documentPassword"));
    ASSERT_TRUE(field && field->isVisible());
    m_pane->focusDocument();
    EXPECT_TRUE(field->hasFocus());
    QTest::keyClicks(field, QStringLiteral("wrong"));
    QTest::keyClick(field, Qt::Key_Return);
    EXPECT_TRUE(showsWords("does not open"));
    EXPECT_EQ(0, entered.size());
    QTest::keyClicks(field, QStringLiteral("sesame"));
    QTest::keyClick(field, Qt::Key_Return);
    ASSERT_TRUE(m_pane->view());
    EXPECT_FALSE(field->isVisible());
    ASSERT_EQ(1, entered.size());
    EXPECT_EQ(QStringLiteral("sesame"), entered.front().at(1).toString());
}

TEST_F(Pane, AsksForThePasswordOfWhatCouldNotBeLoaded)
{
    QSignalSpy entered(m_pane, &DocumentPane::passwordEntered);
    auto info = pdfDocument(8, {}).info;
    m_pane->showFailed(info, {ErrorKind::denied, "UI-TEST", "the PDF is protected"});
    auto* field = m_pane->findChild<QLineEdit*>(QStringLiteral("documentPassword"));
    ASSERT_TRUE(field->isVisible());
    QTest::keyClicks(field, QStringLiteral("sesame"));
    QTest::keyClick(field, Qt::Key_Return);
    EXPECT_EQ(1, entered.size());
    m_pane->showFailed(info, {ErrorKind::corrupt, "UI-TEST", "the PDF is damaged"});
    EXPECT_FALSE(field->isVisible());
    EXPECT_TRUE(showsWords("The PDF is damaged"));
}

TEST_F(Pane, FindsOverAllPagesInStoredTexts)
{
    QStringList texts;
    for (int i = 0; i < 300; ++i) texts.append(QStringLiteral("Page %1. Hypertension, at goal.").arg(i + 1));
    auto document = pdfDocument(8, makePdf(texts));
    for (const auto& text : texts) document.pages.push_back({text.toStdString(), TextSource::embedded, {}});
    m_pane->showDocument(document);
    ASSERT_TRUE(m_pane->view());
    m_pane->find();
    auto* field = m_pane->findChild<QLineEdit*>(QStringLiteral("findField"));
    auto* count = m_pane->findChild<QLabel*>(QStringLiteral("findCount"));
    QElapsedTimer clock;
    clock.start();
    field->setText(QStringLiteral("hypertension"));
    EXPECT_TRUE(count->text().startsWith(QStringLiteral("1 of "))) << "the first hit is there at once";
    EXPECT_LT(clock.elapsed(), 200);
    EXPECT_TRUE(QTest::qWaitFor([&] { return count->text() == QStringLiteral("1 of 300"); }));
    EXPECT_LT(clock.elapsed(), 1500);
    QTest::keyClick(field, Qt::Key_F3, Qt::ShiftModifier);
    EXPECT_EQ(QStringLiteral("300 of 300"), count->text());
    EXPECT_EQ(299, view().caretPosition().page);
    QTest::keyClick(field, Qt::Key_Escape);
    EXPECT_EQ(QStringLiteral("Hypertension"), m_pane->selectedSpan()->quote);
}

TEST_F(Pane, ShowsPicturesAndTakesTheirWordsWhenTheyCome)
{
    auto document = pictureDocument(4, makePng({600, 800}), {});
    m_pane->reveal({DocumentVersionId{4}, 0, 0, 0, {1000, 8000, 500, 500}});
    m_pane->showDocument(document);
    ASSERT_TRUE(QTest::qWaitFor([&] { return m_pane->view() != nullptr; }));
    view().setFocus();
    m_pane->rotate();
    const auto* before = m_pane->view();
    document.pages = {recognisedPage({QStringLiteral("Left knee osteoarthritis")})};
    m_pane->showPageTexts(document);
    EXPECT_EQ(before, m_pane->view());
    EXPECT_EQ(1, view().rotation());
    EXPECT_TRUE(view().hasFocus());
    EXPECT_TRUE(showsWords("OCR, unverified"));
    EXPECT_TRUE(view().pageText(0).contains(QStringLiteral("knee")));
}

TEST_F(Pane, SaysWhatIsWrongWithAPicture)
{
    m_pane->showDocument(pictureDocument(4, "no picture at all", {}));
    EXPECT_TRUE(QTest::qWaitFor([&] { return showsWords("QT-0"); }));
    EXPECT_FALSE(m_pane->view());
}

TEST_F(Pane, MarksKindsByShape)
{
    auto document = textDocument(5, "Type 2 diabetes, hypertension, gout and asthma.\n");
    SourceCode code;
    code.system = "icd10cm";
    code.span = {17, 29};
    document.codes.push_back(code);
    const auto picture = [&](bool isArchived, MarkKind kind) {
        document.info.isArchived = isArchived;
        m_pane->showDocument(document);
        m_pane->setHighlights({{view().spanOf(0, 0, 15), kind}});
        // Grey, so that the kinds must differ by shape.
        return view().viewport()->grab().toImage().convertToFormat(QImage::Format_Grayscale8);
    };
    const QImage proof = picture(false, MarkKind::proof);
    const QImage current = picture(false, MarkKind::currentProof);
    const QImage archived = picture(true, MarkKind::proof);
    const QImage suggestion = picture(false, MarkKind::suggestion);
    EXPECT_NE(proof, current);
    EXPECT_NE(proof, archived);
    EXPECT_NE(proof, suggestion);
    EXPECT_NE(archived, suggestion);
    document.codes[0].system = "snomed";
    const QImage unmarked = picture(false, MarkKind::proof);
    EXPECT_NE(proof, unmarked) << "the code from the source was marked";
    document.codes.clear();
    EXPECT_EQ(unmarked, picture(false, MarkKind::proof)) << "a label is not";
}

TEST_F(Pane, MovesIntoAWindowOfItsOwnAndBack)
{
    m_pane->showDocument(textDocument(5, longNote()));
    view().setFocus();
    view().setCaret({0, indexOf("Line 3")});
    view().setCaret({0, indexOf("Line 3") + 6}, true);
    const auto* shown = m_pane->view();
    QTest::keyClick(&view(), Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
    ASSERT_TRUE(m_pane->popOut());
    EXPECT_EQ(m_pane->popOut(), m_pane->window());
    EXPECT_EQ(QStringLiteral("Document"), m_pane->window()->windowTitle());
    EXPECT_EQ(shown, m_pane->view());
    EXPECT_EQ(QStringLiteral("Line 3"), m_pane->selectedSpan()->quote);
    EXPECT_EQ(3, m_splitter.count());

    ASSERT_TRUE(QTest::qWaitFor([&] { return QApplication::activeWindow() == m_pane->popOut(); }));
    view().setFocus();
    QTest::keyClick(&view(), Qt::Key_Plus, Qt::ControlModifier);
    EXPECT_DOUBLE_EQ(1.1, m_pane->zoom()) << "the keys of the desk work there";
    QTest::keyClick(&view(), Qt::Key_F, Qt::ControlModifier);
    EXPECT_TRUE(m_pane->findChild<QLineEdit*>(QStringLiteral("findField"))->isVisible());

    m_pane->popOut()->close();
    EXPECT_FALSE(m_pane->popOut());
    EXPECT_EQ(1, m_splitter.indexOf(m_pane));
    EXPECT_EQ(shown, m_pane->view());
    EXPECT_TRUE(m_pane->isVisible());
}

TEST_F(Pane, GoesWithItsPageWhileInAWindowOfItsOwn)
{
    auto* page = new QSplitter(&m_window);
    auto* pane = new DocumentPane(m_theme, page);
    page->addWidget(pane);
    pane->showDocument(textDocument(5, "Note."));
    pane->togglePopOut();
    QPointer<QWidget> window = pane->popOut();
    ASSERT_TRUE(window);
    delete page;
    EXPECT_FALSE(window);
}

}  // namespace
}  // namespace cw::ui
