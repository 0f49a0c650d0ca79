#include "ui/desk/viewer/document_view.h"

#include "ui/theme/theme.h"

#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyle>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace cw::ui {

DocumentView::DocumentView(Theme& theme, DocumentVersionId version, QWidget* parent)
    : QAbstractScrollArea(parent), m_theme(theme), m_version(version)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setCursor(Qt::IBeamCursor);
    verticalScrollBar()->setSingleStep(40);
    horizontalScrollBar()->setSingleStep(40);
    connect(&theme, &Theme::changed, this, &DocumentView::refresh);
}

std::pair<TextPosition, TextPosition> DocumentView::selectionRange() const
{
    return std::minmax(m_anchor, m_caret);
}

std::optional<SelectedSpan> DocumentView::selectedSpan() const
{
    auto [begin, end] = selectionRange();
    if (begin == end) return std::nullopt;
    const QString text = pageText(begin.page);
    // Spaces at the ends come from generous selecting and are no part of the proof.
    while (begin.offset < end.offset && text.at(begin.offset).isSpace()) ++begin.offset;
    while (end.offset > begin.offset && text.at(end.offset - 1).isSpace()) --end.offset;
    if (begin.offset == end.offset) return std::nullopt;
    const QString quote = text.mid(begin.offset, end.offset - begin.offset).simplified();
    return SelectedSpan{spanOf(begin.page, begin.offset, end.offset), quote};
}

void DocumentView::clearSelection()
{
    setCaret(m_caret);
}

void DocumentView::setCaret(TextPosition position, bool extend)
{
    position = clamped(position);
    if (extend && position.page != m_anchor.page) {
        const bool isBelow = position.page > m_anchor.page;
        position = {m_anchor.page, isBelow ? static_cast<int>(pageText(m_anchor.page).size()) : 0};
    }
    const auto before = selectionRange();
    m_caret = position;
    if (!extend) m_anchor = position;
    viewport()->update();
    if (before != selectionRange()) emit selectionChanged();
}

TextPosition DocumentView::clamped(TextPosition position) const
{
    position.page = std::clamp(position.page, 0, std::max(0, pageCount() - 1));
    position.offset = std::clamp(position.offset, 0, static_cast<int>(pageText(position.page).size()));
    return position;
}

void DocumentView::setHighlights(std::vector<Highlight> highlights)
{
    m_highlights = std::move(highlights);
    viewport()->update();
}

void DocumentView::setSearchHits(std::vector<Highlight> hits)
{
    m_hits = std::move(hits);
    viewport()->update();
}

void DocumentView::reveal(const Span& span)
{
    const auto [begin, end] = rangeOf(span);
    setCaret(begin);
    const auto boxes = boxesOf(begin.page, begin.offset, end.offset);
    QRectF all = caretBox(begin);
    for (const auto& box : boxes) all = all.united(box);
    const QRectF shown(scrollOffset(), QSizeF(viewport()->size()));
    if (shown.contains(all)) return;
    // With a third of the view above it, so that the sentence is seen in its place.
    verticalScrollBar()->setValue(static_cast<int>(all.top() - viewport()->height() / 3.0));
    ensureVisible(all);
}

void DocumentView::setZoom(double zoom)
{
    zoom = std::clamp(zoom, 0.5, 4.0);
    if (std::abs(zoom - m_zoom) < 0.001) return;
    m_zoom = zoom;
    refresh();
}

void DocumentView::refresh()
{
    const TextPosition top = positionAt(scrollOffset() + QPointF(viewport()->width() / 2.0, 0));
    const double inside = scrollOffset().y() - caretBox(top).top();
    const bool wasAtTop = verticalScrollBar()->value() == 0;
    layOut();
    updateScrollBars();
    if (!wasAtTop) verticalScrollBar()->setValue(static_cast<int>(std::lround(caretBox(top).top() + inside)));
    viewport()->update();
}

QPointF DocumentView::scrollOffset() const
{
    return {static_cast<double>(horizontalScrollBar()->value()), static_cast<double>(verticalScrollBar()->value())};
}

void DocumentView::updateScrollBars()
{
    const QSizeF size = contentSize();
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setRange(0, std::max(0, static_cast<int>(std::ceil(size.width())) - viewport()->width()));
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setRange(0, std::max(0, static_cast<int>(std::ceil(size.height())) - viewport()->height()));
}

void DocumentView::ensureVisible(const QRectF& box)
{
    constexpr double margin = 12;
    const QRectF shown(scrollOffset(), QSizeF(viewport()->size()));
    if (box.bottom() + margin > shown.bottom())
        verticalScrollBar()->setValue(static_cast<int>(box.bottom() + margin - shown.height()));
    if (box.top() - margin < verticalScrollBar()->value())
        verticalScrollBar()->setValue(static_cast<int>(box.top() - margin));
    if (box.right() + margin > shown.right())
        horizontalScrollBar()->setValue(static_cast<int>(box.right() + margin - shown.width()));
    if (box.left() - margin < horizontalScrollBar()->value())
        horizontalScrollBar()->setValue(static_cast<int>(box.left() - margin));
}

void DocumentView::paintMarks(QPainter& painter, const QRectF& visible, const Tokens& tokens, bool onPaper) const
{
    const auto paint = [&](int page, int begin, int end, MarkKind kind) {
        if (!pageBox(page).intersects(visible)) return;
        paintMark(painter, boxesOf(page, begin, end), kind, tokens, onPaper);
    };
    for (const auto* list : {&m_highlights, &m_hits}) {
        for (const auto& highlight : *list) {
            if (highlight.span.version != m_version) continue;
            const auto [begin, end] = rangeOf(highlight.span);
            paint(begin.page, begin.offset, end.offset, highlight.kind);
        }
    }
    const auto [begin, end] = selectionRange();
    if (begin != end) paint(begin.page, begin.offset, end.offset, MarkKind::selection);
}

void DocumentView::paintEvent(QPaintEvent* event)
{
    QPainter painter(viewport());
    painter.fillRect(event->rect(), m_theme.tokens().window);
    painter.translate(-scrollOffset());
    paintContent(painter, QRectF(event->rect()).translated(scrollOffset()));
    if (!hasFocus()) return;
    const QRectF caret = caretBox(m_caret);
    painter.fillRect(QRectF(caret.left() - 0.75, caret.top(), 1.5, caret.height()), m_theme.tokens().accent);
    painter.resetTransform();
    painter.setPen(m_theme.tokens().accent);
    painter.drawRect(viewport()->rect().adjusted(0, 0, -1, -1));
}

void DocumentView::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    refresh();
}

void DocumentView::scrollContentsBy(int dx, int dy)
{
    QAbstractScrollArea::scrollContentsBy(dx, dy);
    viewport()->update();
    int page = 0;
    while (page + 1 < pageCount() && pageBox(page).bottom() < scrollOffset().y() + viewport()->height() / 3.0) ++page;
    if (page == m_topPage) return;
    m_topPage = page;
    emit pageChanged(page);
}

void DocumentView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton) return;
    m_isSelecting = true;
    setCaret(positionAt(event->position() + scrollOffset()), event->modifiers().testFlag(Qt::ShiftModifier));
}

void DocumentView::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_isSelecting) return;
    setCaret(positionAt(event->position() + scrollOffset()), true);
    ensureVisible({event->position() + scrollOffset(), QSizeF(1, 1)});
}

void DocumentView::mouseReleaseEvent(QMouseEvent*)
{
    m_isSelecting = false;
}

void DocumentView::mouseDoubleClickEvent(QMouseEvent* event)
{
    selectWordAt(positionAt(event->position() + scrollOffset()));
}

void DocumentView::selectWordAt(TextPosition position)
{
    const auto [begin, end] = wordAround(pageText(position.page), position.offset);
    setCaret({position.page, begin});
    setCaret({position.page, end}, true);
}

void DocumentView::wheelEvent(QWheelEvent* event)
{
    if (event->modifiers().testFlag(Qt::ControlModifier) && event->angleDelta().y() != 0) {
        emit zoomRequested(event->angleDelta().y() > 0 ? 1.1 : 1 / 1.1);
        return;
    }
    QAbstractScrollArea::wheelEvent(event);
}

void DocumentView::focusInEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void DocumentView::focusOutEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

}  // namespace cw::ui
