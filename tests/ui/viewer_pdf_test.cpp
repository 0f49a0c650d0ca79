#include "qt/pdf_reader.h"
#include "tests/ui/support/viewer_documents.h"
#include "ui/desk/viewer/paged_view.h"
#include "ui/theme/theme.h"

#include <gtest/gtest.h>

#include <QTest>

namespace cw::ui {
namespace {

const QStringList pages = {QStringLiteral("Type 2 diabetes with diabetic kidney disease \u2265 3 months.\n"
                                          "Hypertension, at goal. Fi\u00e8vre.\n"
                                          "Right knee osteoarthritis limiting walks."),
                           QStringLiteral("Second page: gout of the left foot.")};

PageSource sourceOf(std::unique_ptr<PdfReader> reader)
{
    PageSource source;
    for (int page = 0; page < reader->pageCount(); ++page) source.sizes.push_back(reader->pageSize(page));
    source.pdf = std::move(reader);
    source.renderer = new PageRenderer(DocumentFormat::pdf, std::make_shared<const std::string>(makePdf(pages)), {});
    return source;
}

TEST(PdfReader, FindsEveryCharacterWhereItIsDrawn)
{
    const auto reader = PdfReader::open(makePdf(pages));
    ASSERT_TRUE(reader);
    auto& pdf = **reader;
    ASSERT_EQ(2, pdf.pageCount());
    const QString text = pdf.text(0).text;
    EXPECT_TRUE(text.contains(QStringLiteral("Fi\u00e8vre")));
    EXPECT_TRUE(text.contains(QStringLiteral("\u2265 3 months")));
    int checked = 0;
    for (int i = 0; i < text.size(); ++i) {
        if (text.at(i).isSpace()) continue;
        const auto boxes = pdf.boxes(0, {i, i + 1});
        ASSERT_EQ(1, boxes.size()) << i;
        const QRectF box = boxes.front();
        EXPECT_EQ(i, pdf.indexAt(0, {box.left() + box.width() * 0.25, box.center().y()}));
        EXPECT_EQ(i + 1, pdf.indexAt(0, {box.left() + box.width() * 0.75, box.center().y()}));
        ++checked;
    }
    EXPECT_GT(checked, 90);
}

TEST(PdfReader, GivesOneBoxPerLine)
{
    const auto reader = PdfReader::open(makePdf(pages));
    ASSERT_TRUE(reader);
    const QString text = (*reader)->text(0).text;
    const auto knee = static_cast<int>(text.indexOf(QStringLiteral("knee osteo")));
    EXPECT_EQ(1, (*reader)->boxes(0, {knee, knee + 18}).size());
    EXPECT_EQ(3, (*reader)->boxes(0, {0, static_cast<int>(text.size())}).size());
}

TEST(PdfReader, SnapsPointsInTheMargin)
{
    const auto reader = PdfReader::open(makePdf(pages));
    ASSERT_TRUE(reader);
    EXPECT_EQ(0, (*reader)->indexAt(0, {1, 1}));
    const auto end = static_cast<int>((*reader)->text(0).text.size());
    EXPECT_EQ(end, (*reader)->indexAt(0, {590, 830}));
}

TEST(PdfReader, RendersOnWhite)
{
    const auto reader = PdfReader::open(makePdf(pages));
    ASSERT_TRUE(reader);
    const QImage image = (*reader)->render(0, {300, 424});
    EXPECT_EQ(QSize(300, 424), image.size());
    EXPECT_EQ(QColor(Qt::white), image.pixelColor(299, 423));
    int dark = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) dark += qGray(image.pixel(x, y)) < 128 ? 1 : 0;
    }
    EXPECT_GT(dark, 50) << "the text is drawn";
}

TEST(PdfReader, RefusesWhatIsNoPdf)
{
    const std::string good = makePdf(pages);
    EXPECT_EQ("QT-001", PdfReader::open({}).error().id);
    EXPECT_EQ("QT-003", PdfReader::open(good.substr(0, good.size() / 2)).error().id);
    EXPECT_EQ("QT-003", PdfReader::open("no PDF at all").error().id);
}

TEST(PdfReader, SaysThatAPasswordIsNeeded)
{
    const auto reader = PdfReader::open(lockedPdf());
    ASSERT_FALSE(reader);
    EXPECT_EQ("QT-002", reader.error().id);
    EXPECT_EQ("QT-002", PdfReader::open(lockedPdf(), "wrong").error().id);
    EXPECT_TRUE(PdfReader::open(lockedPdf(), "sesame"));
}

TEST(PdfViewer, SelectsByKeyboardWithinThePage)
{
    auto reader = PdfReader::open(makePdf(pages));
    ASSERT_TRUE(reader);
    Theme theme;
    QWidget window;
    window.resize(700, 600);
    PagedView view(theme, DocumentVersionId{3}, sourceOf(std::move(*reader)), &window);
    view.setGeometry(0, 0, 700, 600);
    window.show();
    const auto at = static_cast<int>(view.pageText(0).indexOf(QStringLiteral("Hypertension")));
    view.setCaret({0, at});
    QTest::keyClick(&view, Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier);
    auto selected = view.selectedSpan();
    ASSERT_TRUE(selected);
    EXPECT_EQ(QStringLiteral("Hypertension"), selected->quote);
    EXPECT_EQ((Span{DocumentVersionId{3}, 0, at, at + 12, {}}), selected->span);

    QTest::keyClick(&view, Qt::Key_End, Qt::ControlModifier | Qt::ShiftModifier);
    selected = view.selectedSpan();
    ASSERT_TRUE(selected);
    EXPECT_EQ(0, selected->span.page) << "evidence stays on one page";
    EXPECT_TRUE(selected->quote.endsWith(QStringLiteral("walks.")));
}

TEST(PdfViewer, SelectsByMouse)
{
    auto reader = PdfReader::open(makePdf(pages));
    ASSERT_TRUE(reader);
    const int knee = static_cast<int>((*reader)->text(0).text.indexOf(QStringLiteral("osteoarthritis")));
    const QRectF word = (*reader)->boxes(0, {knee, knee + 14}).front();
    const QSizeF paper = (*reader)->pageSize(0);
    Theme theme;
    QWidget window;
    PagedView view(theme, DocumentVersionId{3}, sourceOf(std::move(*reader)), &window);
    window.resize(700, 600);
    view.setGeometry(0, 0, 700, 600);
    window.show();
    const double scale = std::min(96.0 / 72.0, (view.viewport()->width() - 24.0) / paper.width());
    const double left = (view.viewport()->width() - std::round(paper.width() * scale)) / 2;
    const QPointF center(left + word.center().x() * scale, 12 + word.center().y() * scale);
    QTest::mouseDClick(view.viewport(), Qt::LeftButton, Qt::NoModifier, center.toPoint());
    ASSERT_TRUE(view.selectedSpan());
    EXPECT_EQ(QStringLiteral("osteoarthritis"), view.selectedSpan()->quote);
}

}  // namespace
}  // namespace cw::ui
