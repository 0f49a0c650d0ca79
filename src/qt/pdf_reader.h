#pragma once

#include "base/result.h"

#include <QBuffer>
#include <QByteArray>
#include <QImage>
#include <QList>
#include <QPdfDocument>
#include <QRectF>
#include <QSizeF>
#include <QString>

#include <map>
#include <memory>
#include <optional>
#include <string_view>
#include <tuple>
#include <vector>

namespace cw {

/// The text of one PDF page. Character offsets everywhere count UTF-16 units of `text`, as evidence spans do.
struct PdfPageText {
    QString text;
    QList<QRectF> runs;  ///< Where there is text at all: one box per line or part of it, in points from the top left.
};

/// Characters [begin, end) of a page's text.
struct PdfRange {
    int begin = 0;
    int end = 0;
    bool operator==(const PdfRange&) const = default;
};

/// A PDF in memory: its pages as images, their text, and where each stretch of text stands. Not a widget; one thread.
///
/// Text and boxes are looked up on demand and kept, because PDFium loads the page again for every question (5 ms).
class PdfReader {
public:
    /// Fails with invalidInput for no bytes (QT-001), denied when a password is needed or wrong (QT-002), corrupt when the
    /// file cannot be read (QT-003), unsupported for a security scheme PDFium lacks (QT-004).
    static Result<std::unique_ptr<PdfReader>> open(std::string_view bytes, std::string_view password = {});

    int pageCount() const { return m_document.pageCount(); }
    QSizeF pageSize(int page) const { return m_document.pagePointSize(page); }  ///< Points (1/72 inch).
    const PdfPageText& text(int page);
    /// Boxes of a stretch of text, one per line, in points. Empty when it has none (spaces, line ends).
    const QList<QRectF>& boxes(int page, PdfRange range);
    /// The character at or nearest to a point; 0 on a page without text. The answer is the gap before it, so the right
    /// half of a character gives the next one.
    int indexAt(int page, QPointF point);
    /// White paper with the page on it, `pixels` large.
    QImage render(int page, QSize pixels);

private:
    PdfReader() = default;
    int characterAt(int page, QPointF point);
    QPointF snapped(int page, QPointF point);

    QByteArray m_bytes;
    QBuffer m_buffer;
    QPdfDocument m_document;
    std::map<int, PdfPageText> m_texts;
    std::map<std::tuple<int, int, int>, QList<QRectF>> m_boxes;
};

/// Boxes that stand on one line and touch become one.
QList<QRectF> mergedByLine(const QList<QRectF>& boxes);

}  // namespace cw
