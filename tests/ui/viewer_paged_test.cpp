// Pages of scans and PDF: OCR words, areas, rotation, drawing.
#include "tests/ui/support/viewer_documents.h"
#include "ui/desk/viewer/page_cache.h"
#include "ui/desk/viewer/page_turn.h"
#include "ui/desk/viewer/paged_view.h"
#include "ui/theme/theme.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QElapsedTimer>
#include <QMouseEvent>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <cstring>

namespace cw::ui {
namespace {

class PagedViewer : public testing::Test {
protected:
    /// Two scanned pages; the second has no text.
    PagedViewer()
    {
        PageSource source;
        source.sizes = {{612, 792}, {612, 792}};
        source.renderer =
            new PageRenderer(DocumentFormat::png, std::make_shared<const std::string>(makePng({612, 792})), {});
        m_view = std::make_unique<PagedView>(m_theme, DocumentVersionId{9}, std::move(source), &m_window);
        m_view->setPages(
            {recognisedPage({QStringLiteral("Chronic kidney disease"), QStringLiteral("stage 3a, stable")}), {}});
        m_window.resize(700, 500);
        m_view->setGeometry(0, 0, 700, 500);
        m_window.show();
        m_view->setFocus();
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier, int times = 1)
    {
        for (int i = 0; i < times; ++i) QTest::keyClick(m_view.get(), key, modifiers);
    }
    int indexOf(const char* words) const
    {
        return static_cast<int>(m_view->pageText(0).indexOf(QString::fromUtf8(words)));
    }
    QRect boxOf(const char* words) const
    {
        const int at = indexOf(words);
        return m_view->screenBox({0, at, at + static_cast<int>(std::strlen(words))});
    }

    Theme m_theme;
    QWidget m_window;
    std::unique_ptr<PagedView> m_view;
};

TEST_F(PagedViewer, SelectsRecognisedWordsAndSaysSo)
{
    QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, Qt::NoModifier, boxOf("kidney").center());
    const auto selected = m_view->selectedSpan();
    ASSERT_TRUE(selected);
    EXPECT_EQ(QStringLiteral("kidney"), selected->quote);
    EXPECT_TRUE(selected->isRecognised);
    EXPECT_EQ((Span{DocumentVersionId{9}, 0, 8, 14, {}}), selected->span);
}

TEST_F(PagedViewer, DrawsOneBoxPerLineOfRecognisedWords)
{
    const int begin = indexOf("kidney");
    const int end = indexOf("3a") + 2;
    const QRect both = m_view->screenBox({0, begin, end});
    EXPECT_EQ(boxOf("Chronic").top(), both.top());
    EXPECT_EQ(boxOf("stage").left(), both.left());
}

TEST_F(PagedViewer, MarksAnAreaByKeyboard)
{
    QSignalSpy changed(m_view.get(), &DocumentView::selectionChanged);
    ASSERT_TRUE(m_view->startArea());
    press(Qt::Key_Left, Qt::ControlModifier, 20);
    press(Qt::Key_Up, Qt::ControlModifier, 20);
    press(Qt::Key_Right, Qt::NoModifier, 8);
    press(Qt::Key_Down, Qt::NoModifier, 9);
    EXPECT_FALSE(m_view->selectedSpan()) << "not before Enter";
    press(Qt::Key_Return);
    auto selected = m_view->selectedSpan();
    ASSERT_TRUE(selected);
    EXPECT_EQ((PageArea{800, 900, 3000, 1000}), selected->span.area);
    EXPECT_EQ(0, selected->span.begin);
    EXPECT_EQ(0, selected->span.end);
    EXPECT_EQ(QStringLiteral("Chronic kidney disease stage 3a, stable"), selected->quote)
        << "words whose middle is inside";
    EXPECT_TRUE(selected->isRecognised);
    EXPECT_EQ(1, changed.size());

    ASSERT_TRUE(m_view->startArea());
    press(Qt::Key_Right, Qt::ShiftModifier, 5);
    press(Qt::Key_Down, Qt::ShiftModifier | Qt::ControlModifier, 2);
    press(Qt::Key_Escape);
    EXPECT_EQ(selected->span, m_view->selectedSpan()->span) << "Esc leaves what was selected before";
    press(Qt::Key_Escape);
    EXPECT_FALSE(m_view->selectedSpan());
}

TEST_F(PagedViewer, SaysThePageWhenAnAreaHasNoWords)
{
    m_view->verticalScrollBar()->setValue(m_view->verticalScrollBar()->maximum());
    ASSERT_TRUE(m_view->startArea());
    press(Qt::Key_Return);
    const auto selected = m_view->selectedSpan();
    ASSERT_TRUE(selected);
    EXPECT_EQ(1, selected->span.page);
    EXPECT_EQ(QStringLiteral("area of page 2"), selected->quote);
    EXPECT_FALSE(selected->isRecognised);
}

TEST_F(PagedViewer, MarksAnAreaByMouseWithAlt)
{
    const QRect word = boxOf("kidney").adjusted(-3, -3, 3, 3);
    QTest::mousePress(m_view->viewport(), Qt::LeftButton, Qt::AltModifier, word.topLeft());
    QMouseEvent move(QEvent::MouseMove, word.bottomRight(), m_view->viewport()->mapToGlobal(word.bottomRight()),
                     Qt::NoButton, Qt::LeftButton, Qt::AltModifier);
    QApplication::sendEvent(m_view->viewport(), &move);
    QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, Qt::AltModifier, word.bottomRight());
    const auto selected = m_view->selectedSpan();
    ASSERT_TRUE(selected);
    EXPECT_FALSE(selected->span.area.isEmpty());
    EXPECT_EQ(QStringLiteral("kidney"), selected->quote);
}

TEST_F(PagedViewer, TurnsWordsAndAreasWithThePage)
{
    const QRect upright = boxOf("kidney");
    const PageArea area{800, 900, 3000, 1000};
    m_view->setRotation(1);
    const QRect turnedBox = boxOf("kidney");
    EXPECT_GT(turnedBox.height(), turnedBox.width()) << "the word stands on its end";
    EXPECT_LT(upright.height(), upright.width());
    QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, Qt::NoModifier, turnedBox.center());
    ASSERT_TRUE(m_view->selectedSpan());
    EXPECT_EQ(QStringLiteral("kidney"), m_view->selectedSpan()->quote);
    for (int rotation = 0; rotation < 4; ++rotation) {
        const QRectF there = turned(cw::ui::boxOf(area), rotation);
        EXPECT_EQ(area, areaOf(turned(there, opposite(rotation)))) << rotation;
    }
    m_view->setRotation(4);
    EXPECT_EQ(0, m_view->rotation());
    EXPECT_EQ(upright, boxOf("kidney"));
}

TEST_F(PagedViewer, DrawsPagesTurned)
{
    const auto darkCorner = [&] {
        EXPECT_TRUE(QTest::qWaitFor([&] {
            m_view->grab();
            return m_view->isDrawn(0);
        }));
        const QImage shown = m_view->viewport()->grab().toImage();
        const int y = 40;
        const bool isLeft = qGray(shown.pixel(60, y)) < 60;
        const bool isRight = qGray(shown.pixel(shown.width() - 60, y)) < 60;
        return isLeft ? 'L' : isRight ? 'R' : '-';
    };
    m_view->setPages({{}, {}});
    EXPECT_EQ('L', darkCorner());
    m_view->setRotation(1);
    EXPECT_EQ('R', darkCorner()) << "turned to the right, the upper left corner is the upper right one";
}

TEST_F(PagedViewer, RevealsAnArea)
{
    m_view->setZoom(3);
    m_view->reveal(Span{DocumentVersionId{9}, 1, 0, 0, {5000, 8000, 2000, 500}});
    EXPECT_EQ(1, m_view->scrollAnchor().page);
    m_view->setHighlights({{{DocumentVersionId{9}, 1, 0, 0, {5000, 8000, 2000, 500}}, MarkKind::currentProof}});
    const QImage shown = m_view->viewport()->grab().toImage();
    const QColor line = tokensOf(ThemeMode::light).proofLine;
    int marked = 0;
    for (int y = 0; y < shown.height(); ++y)
        for (int x = 0; x < shown.width(); ++x) marked += shown.pixelColor(x, y) == line ? 1 : 0;
    EXPECT_GT(marked, 200) << "a frame";
}

TEST_F(PagedViewer, TurnsPagesWithoutTextByKey)
{
    m_view->setPages({{}, {}});
    press(Qt::Key_PageDown);
    EXPECT_GT(m_view->verticalScrollBar()->value(), 300);
    press(Qt::Key_PageUp);
    EXPECT_EQ(0, m_view->verticalScrollBar()->value());
}

TEST(PageCache, KeepsAtMost64Megabytes)
{
    PageCache cache;
    for (int page = 0; page < 20; ++page) {
        QImage image(1500, 2000, QImage::Format_RGB32);
        cache.put({page, image.size(), 0}, image);
        cache.use(page, page);
        EXPECT_LE(cache.bytes(), 64 << 20);
        EXPECT_TRUE(cache.exact({page, image.size(), 0}));
    }
    EXPECT_FALSE(cache.any(0, 0));
    EXPECT_TRUE(cache.any(18, 0));
    EXPECT_FALSE(cache.any(18, 1)) << "turned otherwise";
}

TEST(PagedViewerSpeed, ShowsTheFirstOf300PagesAndTurnsThem)
{
    QStringList texts;
    for (int i = 0; i < 300; ++i) texts.append(QStringLiteral("Page %1. Hypertension, at goal.").arg(i + 1));
    const std::string bytes = makePdf(texts);
    Theme theme;
    QWidget window;
    window.resize(800, 900);
    window.show();
    QElapsedTimer clock;
    clock.start();
    auto reader = PdfReader::open(bytes);
    ASSERT_TRUE(reader);
    PageSource source;
    for (int page = 0; page < 300; ++page) source.sizes.push_back((*reader)->pageSize(page));
    source.pdf = std::move(*reader);
    source.renderer = new PageRenderer(DocumentFormat::pdf, std::make_shared<const std::string>(bytes), {});
    PagedView view(theme, DocumentVersionId{3}, std::move(source), &window);
    view.setGeometry(0, 0, 800, 900);
    view.show();
    ASSERT_TRUE(QTest::qWaitFor([&] { return view.grab(), view.isDrawn(0); }));
    EXPECT_LT(clock.elapsed(), 600) << "300 ms in an optimised build";
    RecordProperty("first_page_ms", static_cast<int>(clock.elapsed()));
    qint64 worst = 0;
    for (int page = 1; page < 12; ++page) {
        clock.restart();
        view.scrollTo({page, 0, 0.0});
        view.grab();
        worst = std::max(worst, clock.elapsed());
        ASSERT_TRUE(QTest::qWaitFor([&] { return view.grab(), view.isDrawn(page); }));
    }
    RecordProperty("worst_turn_ms", static_cast<int>(worst));
    EXPECT_LT(worst, 100) << "the window never waits for a page";
}

}  // namespace
}  // namespace cw::ui
