#include "tests/ui/support/viewer_documents.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>

namespace cw::ui {

std::string makePdf(const QStringList& pages)
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
            painter.drawText(QRect(600, 600, 8000, 12000), Qt::TextWordWrap, text);
        }
    }
    return bytes.toStdString();
}

std::string lockedPdf()
{
    // Standard security handler, revision 2; the page has no content that would have to be encrypted.
    return "%PDF-1.4\n"
           "1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
           "2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n"
           "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>\nendobj\n"
           "4 0 obj\n<< /Filter /Standard /V 1 /R 2 /P -4\n"
           "/O <92FE1F575CBC4C9644693F33C07CB54F587DCE1E2682FE9ECEA6107A1EF630DD>\n"
           "/U <0F082296B37AD1CD9F439F7184173C84F5C00DD28E7D725D49C4745D606FFE5B> >>\nendobj\n"
           "trailer\n<< /Root 1 0 R /Encrypt 4 0 R /Size 5\n"
           "/ID [<00112233445566778899AABBCCDDEEFF> <00112233445566778899AABBCCDDEEFF>] >>\n"
           "%%EOF\n";
}

std::string makePng(QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    // Upper left only, so that a turn can be seen.
    painter.fillRect(0, 0, size.width() / 4, size.height() / 4, Qt::black);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes.toStdString();
}

PageText recognisedPage(const QStringList& lines)
{
    PageText page;
    page.source = TextSource::recognised;
    QString text;
    int top = 1000;
    for (const QString& line : lines) {
        int left = 1000;
        for (const QString& word : line.split(QLatin1Char(' '))) {
            const auto begin = static_cast<int>(text.size());
            const auto size = static_cast<int>(word.size());
            page.words.push_back({begin, begin + size, {left, top, 100 * size, 150}, 90});
            left += 100 * (size + 1);
            text += word + QLatin1Char(' ');
        }
        text.back() = QLatin1Char('\n');
        top += 300;
    }
    page.text = text.toStdString();
    return page;
}

app::OpenedDocument textDocument(std::int64_t version, const std::string& text)
{
    app::OpenedDocument document;
    document.info.version = DocumentVersionId{version};
    document.info.title = "Progress note";
    document.info.author = "D. Okonkwo MD";
    document.info.date = Date::of(2025, 3, 18);
    document.info.digest = std::to_string(version);
    document.rendition = plainTextRendition(text);
    return document;
}

app::OpenedDocument pdfDocument(std::int64_t version, const std::string& bytes)
{
    auto document = textDocument(version, {});
    document.info.format = DocumentFormat::pdf;
    document.bytes = bytes;
    return document;
}

app::OpenedDocument pictureDocument(std::int64_t version, const std::string& bytes, std::vector<PageText> pages)
{
    auto document = textDocument(version, {});
    document.info.format = DocumentFormat::png;
    document.bytes = bytes;
    document.pages = std::move(pages);
    return document;
}

}  // namespace cw::ui
