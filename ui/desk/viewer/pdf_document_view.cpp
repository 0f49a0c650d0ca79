#include "ui/desk/viewer/pdf_document_view.h"

#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace cw::ui {

namespace {

constexpr double gap = 12;
constexpr double printedScale = 96.0 / 72.0;
constexpr std::size_t imagesKept = 6;

}  // namespace

PdfDocumentView::PdfDocumentView(Theme& theme, DocumentVersionId version, std::unique_ptr<PdfReader> reader,
                                 QWidget* parent)
    : DocumentView(theme, version, parent), m_reader(std::move(reader))
{
    layOut();
}

Span PdfDocumentView::spanOf(int page, int begin, int end) const
{
    return {version(), page, begin, end};
}

std::pair<TextPosition, TextPosition> PdfDocumentView::rangeOf(const Span& span) const
{
    const int page = std::clamp(span.page, 0, std::max(0, pageCount() - 1));
    const auto size = static_cast<std::int64_t>(m_reader->text(page).text.size());
    const auto at = [&](std::int64_t offset) { return static_cast<int>(std::clamp<std::int64_t>(offset, 0, size)); };
    return {{page, at(span.begin)}, {page, at(span.end)}};
}

void PdfDocumentView::layOut()
{
    m_pages.clear();
    m_scales.clear();
    m_images.clear();
    const double available = std::max(120.0, viewport()->width() - 2 * gap);
    double widest = available;
    double y = gap;
    for (int page = 0; page < pageCount(); ++page) {
        const QSizeF points = m_reader->pageSize(page);
        const double width = std::max(1.0, points.width());
        const double scale = std::min(printedScale * theme().scale(), available / width) * zoom();
        const QSizeF pixels(std::round(points.width() * scale), std::round(points.height() * scale));
        m_pages.push_back({{0, y}, pixels});
        m_scales.push_back(scale);
        widest = std::max(widest, pixels.width());
        y += pixels.height() + gap;
    }
    m_size = {widest + 2 * gap, y};
    for (auto& page : m_pages) page.moveLeft(std::round((m_size.width() - page.width()) / 2));
}

QRectF PdfDocumentView::toContent(int page, const QRectF& points) const
{
    const double scale = m_scales[static_cast<std::size_t>(page)];
    const QPointF origin = pageBox(page).topLeft();
    return {origin + points.topLeft() * scale, points.size() * scale};
}

QList<QRectF> PdfDocumentView::boxesOf(int page, int begin, int end) const
{
    QList<QRectF> boxes;
    for (const auto& box : m_reader->boxes(page, {begin, end})) boxes.append(toContent(page, box));
    return boxes;
}

QRectF PdfDocumentView::caretBox(TextPosition position) const
{
    if (pageCount() == 0) return {};
    const auto size = static_cast<int>(m_reader->text(position.page).text.size());
    // Before the character, or behind the one before it at the end of a line.
    if (position.offset < size) {
        const auto& box = m_reader->boxes(position.page, {position.offset, position.offset + 1});
        if (!box.isEmpty()) {
            const QRectF at = toContent(position.page, box.first());
            return {at.left(), at.top(), 1, at.height()};
        }
    }
    for (int back = position.offset - 1; back >= 0 && back > position.offset - 8; --back) {
        const auto& box = m_reader->boxes(position.page, {back, back + 1});
        if (box.isEmpty()) continue;
        const QRectF at = toContent(position.page, box.last());
        return {at.right(), at.top(), 1, at.height()};
    }
    const QRectF paper = pageBox(position.page);
    return {paper.left() + gap, paper.top() + gap, 1, 14};
}

TextPosition PdfDocumentView::positionAt(QPointF content) const
{
    if (m_pages.empty()) return {};
    int page = 0;
    while (page + 1 < pageCount() && content.y() > pageBox(page).bottom() + gap / 2) ++page;
    const QPointF inside = (content - pageBox(page).topLeft()) / m_scales[static_cast<std::size_t>(page)];
    return {page, m_reader->indexAt(page, inside)};
}

std::pair<TextPosition, TextPosition> PdfDocumentView::lineAround(TextPosition position) const
{
    const QString& text = m_reader->text(position.page).text;
    const auto isLineEnd = [&text](int at) {
        return text.at(at) == QLatin1Char('\n') || text.at(at) == QLatin1Char('\r');
    };
    int begin = position.offset;
    int end = position.offset;
    while (begin > 0 && !isLineEnd(begin - 1)) --begin;
    while (end < text.size() && !isLineEnd(end)) ++end;
    return {{position.page, begin}, {position.page, end}};
}

QRectF PdfDocumentView::pageBox(int page) const
{
    return m_pages.empty() ? QRectF() : m_pages[static_cast<std::size_t>(page)];
}

const QImage& PdfDocumentView::image(int page)
{
    if (const auto known = m_images.find(page); known != m_images.end()) return known->second;
    while (m_images.size() >= imagesKept) {
        const bool firstIsFarther = page - m_images.begin()->first > m_images.rbegin()->first - page;
        m_images.erase(firstIsFarther ? m_images.begin() : std::prev(m_images.end()));
    }
    const double ratio = devicePixelRatioF();
    QImage rendered = m_reader->render(page, (pageBox(page).size() * ratio).toSize());
    rendered.setDevicePixelRatio(ratio);
    return m_images.emplace(page, std::move(rendered)).first->second;
}

void PdfDocumentView::paintContent(QPainter& painter, const QRectF& visible)
{
    for (int page = 0; page < pageCount(); ++page) {
        const QRectF paper = pageBox(page);
        if (!paper.intersects(visible)) continue;
        painter.drawImage(paper.topLeft(), image(page));
        painter.setPen(theme().tokens().line);
        painter.drawRect(paper.adjusted(-0.5, -0.5, 0.5, 0.5));
    }
    // The paper is white in both themes, so the marks are those of the light one.
    paintMarks(painter, visible, tokensOf(ThemeMode::light), true);
}

}  // namespace cw::ui
