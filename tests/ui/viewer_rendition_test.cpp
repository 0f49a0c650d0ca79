// Documents that are not paged: tables, headings, offsets, and texts too long to be laid out at once.
#include "ui/desk/viewer/document_finder.h"
#include "ui/desk/viewer/rendition_view.h"
#include "ui/theme/theme.h"

#include <gtest/gtest.h>

#include <QElapsedTimer>
#include <QScrollBar>
#include <QTest>

namespace cw::ui {
namespace {

Rendition labReport()
{
    RenditionWriter writer;
    writer.heading(1, "Lab report");
    writer.labelled("Collected", "2025-03-17, fasting \xE2\x89\xA5 8 h");
    writer.heading(2, "Results");
    writer.beginTable();
    writer.headerRow({"Test", "Value", "Unit", "Flag"});
    writer.row(std::vector<std::string>{"Glucose", "182", "mg/dL", "high"});
    writer.row(std::vector<std::string>{"Sodium", "139", "mmol/L", ""});
    writer.row(std::vector<std::string>{"Glomerular filtration rate, estimated by the creatinine equation of 2021",
                                        "51", "mL/min/1.73 m2", "low"});
    writer.listItem(1, "Repeat in three months.");
    writer.listItem(2, "With urine albumin.");
    writer.note("An attachment was left out.");
    return std::move(writer).finish();
}

class RenditionViewer : public testing::Test {
protected:
    void show(Rendition rendition, DocumentFormat format = DocumentFormat::hl7, QSize size = {700, 500})
    {
        m_rendition = std::move(rendition);
        m_view = std::make_unique<RenditionView>(m_theme, DocumentVersionId{7}, m_rendition, format, &m_window);
        m_window.resize(size);
        m_view->setGeometry(QRect({0, 0}, size));
        m_window.show();
        m_view->show();
        m_window.activateWindow();
        EXPECT_TRUE(QTest::qWaitForWindowActive(&m_window));
        m_view->setFocus();
    }
    FoundRange rangeOf(const char* words) const
    {
        const auto text = QString::fromUtf8(words);
        const auto at = static_cast<int>(m_view->pageText(0).indexOf(text));
        EXPECT_GE(at, 0) << words;
        return {0, at, at + static_cast<int>(text.size())};
    }
    QRect boxOf(const char* words) const { return m_view->screenBox(rangeOf(words)); }
    std::string quoted() const
    {
        const auto selected = m_view->selectedSpan();
        if (!selected) return {};
        return m_rendition.text.substr(static_cast<std::size_t>(selected->span.begin),
                                       static_cast<std::size_t>(selected->span.end - selected->span.begin));
    }

    Theme m_theme;
    QWidget m_window;
    Rendition m_rendition;
    std::unique_ptr<RenditionView> m_view;
};

TEST_F(RenditionViewer, AlignsTheCellsOfATable)
{
    show(labReport());
    EXPECT_EQ(boxOf("182").left(), boxOf("139").left());
    EXPECT_EQ(boxOf("182").left(), boxOf("Value").left());
    EXPECT_EQ(boxOf("mg/dL").left(), boxOf("mmol/L").left());
    EXPECT_GT(boxOf("182").left(), boxOf("Glucose").right());
    EXPECT_EQ(boxOf("182").top(), boxOf("Glucose").top());
    EXPECT_GT(boxOf("139").top(), boxOf("182").bottom() - 4);
}

TEST_F(RenditionViewer, WrapsLongCellsInsteadOfCuttingThem)
{
    show(labReport(), DocumentFormat::hl7, {420, 500});
    const QRect first = boxOf("Glomerular");
    const QRect last = boxOf("2021");
    EXPECT_GT(last.top(), first.bottom() - 4) << "on a line below";
    EXPECT_LT(last.right(), boxOf("51").left());
    EXPECT_LE(boxOf("mL/min/1.73").right(), m_view->viewport()->width());
}

TEST_F(RenditionViewer, ScrollsATableThatDoesNotFit)
{
    RenditionWriter writer;
    std::vector<std::string> cells;
    for (int i = 0; i < 14; ++i) cells.push_back("Antimicrobial" + std::to_string(i));
    writer.headerRow(cells);
    writer.row(cells);
    show(std::move(writer).finish(), DocumentFormat::hl7, {420, 300});
    EXPECT_GT(m_view->horizontalScrollBar()->maximum(), 200);
    EXPECT_LT(boxOf("Antimicrobial12").right(), boxOf("Antimicrobial13").left());
    m_view->reveal(rangeOf("Antimicrobial13"));
    EXPECT_LE(boxOf("Antimicrobial13").right(), m_view->viewport()->width());
}

TEST_F(RenditionViewer, SelectsWithinACellByDoubleClickWhereItIsDrawn)
{
    show(labReport());
    QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, Qt::NoModifier, boxOf("139").center());
    EXPECT_EQ("139", quoted());
    QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, Qt::NoModifier, boxOf("Sodium").center());
    EXPECT_EQ("Sodium", quoted());
    EXPECT_EQ(static_cast<std::int64_t>(m_rendition.text.find("Sodium")), m_view->selectedSpan()->span.begin);
}

TEST_F(RenditionViewer, SelectsAcrossCellsAndBlocks)
{
    show(labReport());
    m_view->setCaret({0, rangeOf("Glucose").begin});
    m_view->setCaret({0, rangeOf("mg/dL").end}, true);
    EXPECT_EQ("Glucose\t182\tmg/dL", quoted());
    EXPECT_EQ(QStringLiteral("Glucose 182 mg/dL"), m_view->selectedSpan()->quote);
    m_view->setCaret({0, rangeOf("fasting").begin});
    m_view->setCaret({0, rangeOf("Sodium").end}, true);
    EXPECT_TRUE(quoted().starts_with("fasting \xE2\x89\xA5 8 h")) << "bytes are counted, not letters";
    EXPECT_TRUE(quoted().ends_with("Sodium"));
}

TEST_F(RenditionViewer, WalksFromCellToCellByKeyboard)
{
    show(labReport());
    m_view->setCaret({0, rangeOf("182").begin});
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    EXPECT_EQ(rangeOf("139").begin, m_view->caretPosition().offset) << "down stays in the column";
    QTest::keyClick(m_view.get(), Qt::Key_End, Qt::ShiftModifier);
    EXPECT_EQ("139", quoted()) << "a cell is a line of its own";
    QTest::keyClick(m_view.get(), Qt::Key_Home);
    QTest::keyClick(m_view.get(), Qt::Key_Left);
    EXPECT_EQ(rangeOf("Sodium").end, m_view->caretPosition().offset);
}

TEST_F(RenditionViewer, KeepsTheLinesOfPreformattedText)
{
    RenditionWriter writer;
    writer.preformatted("Glucose        182\nSodium         139");
    show(std::move(writer).finish());
    EXPECT_EQ(boxOf("182").left(), boxOf("139").left());
    EXPECT_GT(boxOf("139").top(), boxOf("182").top());
}

std::string longNote(int paragraphs)
{
    std::string text;
    for (int i = 0; i < paragraphs; ++i) {
        text += "Paragraph " + std::to_string(i) + ". ";
        for (int j = 0; j <= i % 7; ++j)
            text += "She walks with a stick and sleeps badly because of the pain in her knee. ";
        text += "\n\n";
    }
    return text + "Written on the last line.\n";
}

TEST_F(RenditionViewer, LaysOutALongTextOnlyWhereItIsSeen)
{
    const auto text = longNote(3500);
    ASSERT_GT(text.size(), 1'000'000U);
    QElapsedTimer clock;
    clock.start();
    show(plainTextRendition(text), DocumentFormat::plainText);
    m_view->grab();
    EXPECT_LT(clock.elapsed(), 400) << "two layouts and a picture, with a build that is not optimised";
    EXPECT_FALSE(m_view->layout().isExact(rangeOf("Paragraph 3000.").begin));
    m_view->reveal(rangeOf("Paragraph 3000."));
    EXPECT_TRUE(m_view->viewport()->rect().contains(boxOf("Paragraph 3000.")));
    m_view->grab();
    EXPECT_TRUE(m_view->viewport()->rect().contains(boxOf("Paragraph 3000."))) << "nothing moves when it is drawn";
}

TEST_F(RenditionViewer, ScrollsUpThroughWhatWasNeverLaidOutWithoutJumps)
{
    show(plainTextRendition(longNote(2000)), DocumentFormat::plainText);
    m_view->reveal(rangeOf("Paragraph 1500."));
    m_view->grab();
    for (int i = 0; i < 60; ++i) {
        const auto watched = rangeOf(("Paragraph " + std::to_string(1495 - i) + ".").c_str());
        m_view->reveal(watched);
        m_view->grab();
        const int before = m_view->screenBox(watched).top();
        m_view->verticalScrollBar()->setValue(m_view->verticalScrollBar()->value() - 40);
        m_view->grab();
        EXPECT_NEAR(before + 40, m_view->screenBox(watched).top(), 1) << i;
    }
}

TEST_F(RenditionViewer, GoesToTheEndOfALongText)
{
    show(plainTextRendition(longNote(2000)), DocumentFormat::plainText);
    QTest::keyClick(m_view.get(), Qt::Key_End, Qt::ControlModifier);
    m_view->grab();
    EXPECT_TRUE(m_view->viewport()->rect().intersects(boxOf("last line")));
    QTest::keyClick(m_view.get(), Qt::Key_Home, Qt::ControlModifier);
    EXPECT_EQ(0, m_view->verticalScrollBar()->value());
}

TEST_F(RenditionViewer, FindsEverythingInALongTextQuickly)
{
    show(plainTextRendition(longNote(3500)), DocumentFormat::plainText);
    DocumentFinder finder;
    finder.setView(m_view.get());
    QElapsedTimer clock;
    clock.start();
    finder.setQuery(QStringLiteral("sleeps badly"));
    EXPECT_LT(clock.elapsed(), 300) << "the first hit";
    EXPECT_TRUE(QTest::qWaitFor([&] { return !finder.isSearching(); }));
    EXPECT_EQ(14'000, finder.hitCount());
    clock.restart();
    m_view->grab();
    EXPECT_LT(clock.elapsed(), 200) << "only hits on screen are drawn";
}

TEST_F(RenditionViewer, KeepsThePlaceOverZoomAndTheme)
{
    show(plainTextRendition(longNote(1500)), DocumentFormat::plainText);
    m_view->reveal(rangeOf("Paragraph 700."));
    m_view->setCaret({0, rangeOf("Paragraph 701.").begin});
    m_view->setCaret({0, rangeOf("Paragraph 701.").end}, true);
    for (const double zoom : {1.5, 0.8, 1.0}) {
        m_view->setZoom(zoom);
        m_view->grab();
        EXPECT_TRUE(m_view->viewport()->rect().intersects(boxOf("Paragraph 700."))) << zoom;
    }
    const int before = boxOf("Paragraph 700.").top();
    m_theme.setMode(ThemeMode::dark);
    m_view->grab();
    EXPECT_NEAR(before, boxOf("Paragraph 700.").top(), 1);
    EXPECT_EQ("Paragraph 701.", quoted());
    EXPECT_TRUE(m_view->hasFocus());
}

TEST_F(RenditionViewer, ShowsALayoutThatDoesNotFitWithoutHarm)
{
    Rendition broken;
    broken.text = "Short text.";
    broken.blocks.push_back({BlockKind::paragraph, 0, 0, {5, 400}, {}});
    broken.blocks.push_back({BlockKind::tableRow, 0, 1, {2, 9}, {{{2, 900}, false, 3}}});
    broken.emphasis.push_back({3, 70'000});
    show(std::move(broken));
    m_view->grab();
    EXPECT_EQ(QStringLiteral("Short text."), m_view->pageText(0));
}

}  // namespace
}  // namespace cw::ui
