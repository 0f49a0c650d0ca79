#include "ui/desk/viewer/rendition_view.h"

#include "ui/theme/theme.h"

#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace cw::ui {

namespace {

// Design pixels at 100 %.
constexpr double paperWidth = 560;
constexpr double sideMargin = 34;
constexpr double topMargin = 26;
constexpr double textSize = 13.5;
constexpr double fixedSize = 13;
constexpr double leastFixedSize = 11.5;
constexpr double fixedAdvance = 0.603;  ///< Of the fixed-width face, per pixel of its size.
constexpr int widestLine = 160;         ///< Characters; longer lines are broken.

}  // namespace

RenditionView::RenditionView(Theme& theme, DocumentVersionId version, const Rendition& rendition, DocumentFormat format,
                             QWidget* parent)
    : DocumentView(theme, version, parent), m_text(rendition.text)
{
    m_layout.setContent(itemsOf(rendition, m_text, format == DocumentFormat::plainText), m_text.text());
    layOut();
}

Span RenditionView::spanOf(int, int begin, int end) const
{
    return {version(), 0, m_text.byteOf(begin), m_text.byteOf(end), {}};
}

std::pair<TextPosition, TextPosition> RenditionView::rangeOf(const Span& span) const
{
    return {{0, m_text.indexOf(span.begin)}, {0, m_text.indexOf(span.end)}};
}

void RenditionView::layOut()
{
    const double factor = zoom() * theme().scale();
    const double available = viewport()->width();
    // Text flows: in a narrow pane the paper gets narrower instead of being cut.
    const double narrow = std::max(std::min(paperWidth * factor, available), 240.0);
    const double side = std::min(sideMargin * factor, narrow / 8);
    RenditionStyle style;
    style.body = theme().font(TextSize::work);
    style.size = textSize * factor;
    style.width = narrow - 2 * side;
    style.wideWidth = std::max(style.width, available - 2 * side);
    const int columns = std::min(m_layout.items().widths.columns + 1, widestLine);
    style.fixedSize =
        std::clamp(style.wideWidth / (fixedAdvance * columns), leastFixedSize * factor, fixedSize * factor);
    style.fixedWidth = std::ceil(fixedAdvance * style.fixedSize * columns) + 2;
    m_layout.build(style);
    m_width = m_layout.widest() + 2 * side;
    m_left = std::max(0.0, std::floor((available - m_width) / 2));
    m_origin = {m_left + side, std::round(topMargin * factor)};
    m_layout.setAnchor(verticalScrollBar()->value() - m_origin.y());
}

QRectF RenditionView::paper() const
{
    const double height = m_layout.height() + 2 * m_origin.y();
    return {m_left, 0, m_width, std::max(height, static_cast<double>(viewport()->height()))};
}

QSizeF RenditionView::contentSize() const
{
    return {paper().right(), paper().height()};
}

QList<QRectF> RenditionView::boxesOf(int, int begin, int end) const
{
    auto boxes = m_layout.boxes(begin, end);
    for (auto& box : boxes) box.translate(m_origin);
    return boxes;
}

QRectF RenditionView::caretBox(TextPosition position) const
{
    return m_layout.caret(position.offset).translated(m_origin);
}

TextPosition RenditionView::positionAt(QPointF content) const
{
    return {0, m_layout.indexAt(content - m_origin)};
}

std::pair<TextPosition, TextPosition> RenditionView::lineAround(TextPosition position) const
{
    const auto [begin, end] = m_layout.lineAround(position.offset);
    return {{0, begin}, {0, end}};
}

QRectF RenditionView::pageBox(int) const
{
    return paper();
}

std::pair<TextPosition, TextPosition> RenditionView::shownRange(const QRectF& visible) const
{
    const auto [begin, end] = m_layout.shownRange(visible.top() - m_origin.y(), visible.bottom() - m_origin.y());
    return {{0, begin}, {0, end}};
}

void RenditionView::prepare(const QRectF& visible)
{
    m_layout.setAnchor(verticalScrollBar()->value() - m_origin.y());
    m_layout.prepare(visible.top() - m_origin.y(), visible.bottom() - m_origin.y());
}

void RenditionView::takePendingMove()
{
    m_layout.takeMoved();
    m_layout.setAnchor(verticalScrollBar()->value() - m_origin.y());
}

void RenditionView::paintContent(QPainter& painter, const QRectF& visible)
{
    const Tokens& tokens = theme().tokens();
    const QRectF sheet = paper();
    painter.fillRect(sheet, tokens.paper);
    painter.fillRect(QRectF(sheet.left(), sheet.top(), 1, sheet.height()), tokens.faintLine);
    painter.fillRect(QRectF(sheet.right() - 1, sheet.top(), 1, sheet.height()), tokens.faintLine);
    paintMarks(painter, visible, tokens, false);
    painter.save();
    painter.translate(m_origin);
    const auto [begin, end] = selectionRange();
    m_layout.draw(painter, visible.translated(-m_origin), begin.offset, end.offset,
                  {tokens.paperText, tokens.muted, tokens.onAccent, tokens.line, tokens.faintLine});
    painter.restore();
}

}  // namespace cw::ui
