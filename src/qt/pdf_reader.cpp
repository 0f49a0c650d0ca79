#include "qt/pdf_reader.h"

#include <QPainter>
#include <QPdfSelection>
#include <QPolygonF>

#include <algorithm>
#include <cmath>
#include <limits>

namespace cw {

namespace {

QList<QRectF> rectsOf(const QPdfSelection& selection)
{
    QList<QRectF> rects;
    for (const auto& polygon : selection.bounds()) {
        const QRectF rect = polygon.boundingRect();
        if (rect.isValid()) rects.append(rect);
    }
    return rects;
}

bool isOnOneLine(const QRectF& first, const QRectF& second)
{
    const double overlap = std::min(first.bottom(), second.bottom()) - std::max(first.top(), second.top());
    return overlap > 0.5 * std::min(first.height(), second.height());
}

double distance(const QRectF& box, QPointF point)
{
    const double dx = std::max({box.left() - point.x(), 0.0, point.x() - box.right()});
    const double dy = std::max({box.top() - point.y(), 0.0, point.y() - box.bottom()});
    // A margin beside a line belongs to that line rather than to the one above it that happens to reach further.
    return dx + 4 * dy;
}

Error openError(QPdfDocument::Error error)
{
    switch (error) {
    case QPdfDocument::Error::IncorrectPassword:
        return {ErrorKind::denied, "QT-002", "the PDF is protected: its password is needed"};
    case QPdfDocument::Error::UnsupportedSecurityScheme:
        return {ErrorKind::unsupported, "QT-004", "the PDF is protected in a way that cannot be read here"};
    default: return {ErrorKind::corrupt, "QT-003", "the PDF is damaged or cut off and cannot be shown"};
    }
}

}  // namespace

QList<QRectF> mergedByLine(const QList<QRectF>& boxes)
{
    QList<QRectF> merged;
    for (const auto& box : boxes) {
        const bool joins = !merged.isEmpty() && isOnOneLine(merged.last(), box) &&
                           box.left() - merged.last().right() < 2 * box.height();
        if (joins) {
            merged.last() = merged.last().united(box);
        } else {
            merged.append(box);
        }
    }
    return merged;
}

Result<std::unique_ptr<PdfReader>> PdfReader::open(std::string_view bytes, std::string_view password)
{
    if (bytes.empty()) return Error{ErrorKind::invalidInput, "QT-001", "the document is empty (0 bytes)"};
    std::unique_ptr<PdfReader> reader(new PdfReader);
    reader->m_bytes = QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size()));
    reader->m_buffer.setBuffer(&reader->m_bytes);
    reader->m_buffer.open(QIODevice::ReadOnly);
    if (!password.empty())
        reader->m_document.setPassword(QString::fromUtf8(password.data(), static_cast<qsizetype>(password.size())));
    reader->m_document.load(&reader->m_buffer);
    if (reader->m_document.status() != QPdfDocument::Status::Ready) return openError(reader->m_document.error());
    if (reader->m_document.pageCount() < 1) return openError(QPdfDocument::Error::InvalidFileFormat);
    return reader;
}

const PdfPageText& PdfReader::text(int page)
{
    if (const auto known = m_texts.find(page); known != m_texts.end()) return known->second;
    const auto all = m_document.getAllText(page);
    return m_texts.emplace(page, PdfPageText{all.text(), mergedByLine(rectsOf(all))}).first->second;
}

const QList<QRectF>& PdfReader::boxes(int page, PdfRange range)
{
    const auto key = std::make_tuple(page, range.begin, range.end);
    if (const auto known = m_boxes.find(key); known != m_boxes.end()) return known->second;
    QList<QRectF> boxes;
    if (range.begin < range.end) {
        boxes = mergedByLine(rectsOf(m_document.getSelectionAtIndex(page, range.begin, range.end - range.begin)));
    }
    return m_boxes.emplace(key, std::move(boxes)).first->second;
}

QPointF PdfReader::snapped(int page, QPointF point)
{
    const auto& runs = text(page).runs;
    const auto nearest = std::min_element(runs.begin(), runs.end(), [point](const QRectF& a, const QRectF& b) {
        return distance(a, point) < distance(b, point);
    });
    if (nearest == runs.end()) return point;
    const double inset = std::min(0.2, nearest->width() / 4);
    return {
        std::clamp(point.x(), nearest->left() + inset, nearest->right() - inset),
        std::clamp(point.y(), nearest->top() + nearest->height() * 0.3, nearest->bottom() - nearest->height() * 0.3)};
}

int PdfReader::characterAt(int page, QPointF point)
{
    // PDFium answers only for two points on two different glyphs: the first glyph of the page is the other one. When
    // the point is on that very glyph there is no answer, and the last glyph of the page tells the two cases apart.
    const auto& content = text(page).text;
    const auto glyphBox = [&](int from, int step) -> std::optional<std::pair<int, QPointF>> {
        for (int index = from; index >= 0 && index < content.size(); index += step) {
            if (content.at(index).isSpace()) continue;
            if (const auto& box = boxes(page, {index, index + 1}); !box.isEmpty())
                return {{index, box.first().center()}};
        }
        return std::nullopt;
    };
    const auto first = glyphBox(0, 1);
    if (!first) return 0;
    const auto selection = m_document.getSelection(page, first->second, point);
    if (!selection.isValid()) return first->first;
    // The range ends with the glyph hit when it lies after the first glyph, else it begins there.
    if (selection.startIndex() < first->first) return selection.startIndex();
    return std::max(selection.endIndex() - 1, 0);
}

int PdfReader::indexAt(int page, QPointF point)
{
    if (text(page).text.trimmed().isEmpty()) return 0;
    const QPointF target = snapped(page, point);
    const int size = static_cast<int>(text(page).text.size());
    int best = characterAt(page, target);
    // The hit tolerance of PDFium is wide: look at the neighbours for the box that really holds the point.
    double nearest = std::numeric_limits<double>::max();
    const int middle = best;
    for (int index = std::max(0, middle - 1); index <= std::min(size - 1, middle + 1); ++index) {
        for (const auto& box : boxes(page, {index, index + 1})) {
            const double away = distance(box, target);
            if (away < nearest) {
                nearest = away;
                best = index;
            }
        }
    }
    const auto& box = boxes(page, {best, best + 1});
    const bool isRightHalf = !box.isEmpty() && target.x() > box.first().center().x();
    return isRightHalf ? best + 1 : best;
}

QImage PdfReader::render(int page, QSize pixels)
{
    QImage paper(pixels.expandedTo({1, 1}), QImage::Format_RGB32);
    paper.fill(Qt::white);
    QPainter painter(&paper);
    painter.drawImage(QPoint(0, 0), m_document.render(page, paper.size()));
    return paper;
}

}  // namespace cw
