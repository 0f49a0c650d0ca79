#include "qt/pdf_reader.h"
#include "ui/desk/viewer/pdf_document_view.h"
#include "ui/theme/theme.h"

#include <gtest/gtest.h>

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>
#include <QTest>

namespace cw::ui {
namespace {

const QStringList pages = {QStringLiteral("Type 2 diabetes with diabetic kidney disease \u2265 3 months.\n"
                                          "Hypertension, at goal. Fi\u00e8vre.\n"
                                          "Right knee osteoarthritis limiting walks."),
                           QStringLiteral("Second page: gout of the left foot.")};

std::string makePdf()
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setPageSize(QPageSize(QPageSize::A4));
        QPainter painter(&writer);
        painter.setFont(QFont(QStringLiteral("DejaVu Sans"), 11));
        for (const QString& text : pages) {
            if (&text != &pages.front()) writer.newPage();
            painter.drawText(QRect(600, 600, 8000, 9000), Qt::TextWordWrap, text);
        }
    }
    return bytes.toStdString();
}

TEST(PdfReader, FindsEveryCharacterWhereItIsDrawn)
{
    const auto reader = PdfReader::open(makePdf());
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
    const auto reader = PdfReader::open(makePdf());
    ASSERT_TRUE(reader);
    const QString text = (*reader)->text(0).text;
    const auto knee = static_cast<int>(text.indexOf(QStringLiteral("knee osteo")));
    EXPECT_EQ(1, (*reader)->boxes(0, {knee, knee + 18}).size());
    EXPECT_EQ(3, (*reader)->boxes(0, {0, static_cast<int>(text.size())}).size());
}

TEST(PdfReader, SnapsPointsInTheMargin)
{
    const auto reader = PdfReader::open(makePdf());
    ASSERT_TRUE(reader);
    EXPECT_EQ(0, (*reader)->indexAt(0, {1, 1}));
    const auto end = static_cast<int>((*reader)->text(0).text.size());
    EXPECT_EQ(end, (*reader)->indexAt(0, {590, 830}));
}

TEST(PdfReader, RendersOnWhite)
{
    const auto reader = PdfReader::open(makePdf());
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
    const std::string good = makePdf();
    EXPECT_EQ("QT-001", PdfReader::open({}).error().id);
    EXPECT_EQ("QT-003", PdfReader::open(good.substr(0, good.size() / 2)).error().id);
    EXPECT_EQ("QT-003", PdfReader::open("no PDF at all").error().id);
}

TEST(PdfReader, SaysThatAPasswordIsNeeded)
{
    // A complete PDF whose standard security handler (revision 2) has a user password.
    static const std::string locked =
        "%PDF-1.4\n"
        "1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
        "2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n"
        "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>\nendobj\n"
        "4 0 obj\n<< /Filter /Standard /V 1 /R 2 /P -4\n"
        "/O <0101010101010101010101010101010101010101010101010101010101010101>\n"
        "/U <0202020202020202020202020202020202020202020202020202020202020202> >>\nendobj\n"
        "trailer\n<< /Root 1 0 R /Encrypt 4 0 R /Size 5\n"
        "/ID [<00112233445566778899AABBCCDDEEFF> <00112233445566778899AABBCCDDEEFF>] >>\n"
        "%%EOF\n";
    const auto reader = PdfReader::open(locked);
    ASSERT_FALSE(reader);
    EXPECT_EQ("QT-002", reader.error().id);
}

TEST(PdfViewer, SelectsByKeyboardWithinThePage)
{
    auto reader = PdfReader::open(makePdf());
    ASSERT_TRUE(reader);
    Theme theme;
    QWidget window;
    window.resize(700, 600);
    PdfDocumentView view(theme, DocumentVersionId{3}, std::move(*reader), &window);
    view.setGeometry(0, 0, 700, 600);
    window.show();
    const auto at = static_cast<int>(view.pageText(0).indexOf(QStringLiteral("Hypertension")));
    view.setCaret({0, at});
    QTest::keyClick(&view, Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier);
    auto selected = view.selectedSpan();
    ASSERT_TRUE(selected);
    EXPECT_EQ(QStringLiteral("Hypertension"), selected->quote);
    EXPECT_EQ((Span{DocumentVersionId{3}, 0, at, at + 12}), selected->span);

    QTest::keyClick(&view, Qt::Key_End, Qt::ControlModifier | Qt::ShiftModifier);
    selected = view.selectedSpan();
    ASSERT_TRUE(selected);
    EXPECT_EQ(0, selected->span.page) << "evidence stays on one page";
    EXPECT_TRUE(selected->quote.endsWith(QStringLiteral("walks.")));
}

TEST(PdfViewer, SelectsByMouse)
{
    auto reader = PdfReader::open(makePdf());
    ASSERT_TRUE(reader);
    const int knee = static_cast<int>((*reader)->text(0).text.indexOf(QStringLiteral("osteoarthritis")));
    const QRectF word = (*reader)->boxes(0, {knee, knee + 14}).front();
    const QSizeF paper = (*reader)->pageSize(0);
    Theme theme;
    QWidget window;
    PdfDocumentView view(theme, DocumentVersionId{3}, std::move(*reader), &window);
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
