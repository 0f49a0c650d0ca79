#include "ui/desk/viewer/document_view.h"

#include "ui/desk/viewer/document_accessible.h"
#include "ui/theme/theme.h"

#include <QMouseEvent>
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
    makeAccessible(*this);
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
    end.offset = std::min(end.offset, static_cast<int>(text.size()));
    // Spaces at the ends come from generous selecting and are no part of the proof.
    while (begin.offset < end.offset && text.at(begin.offset).isSpace()) ++begin.offset;
    while (end.offset > begin.offset && text.at(end.offset - 1).isSpace()) --end.offset;
    if (begin.offset >= end.offset) return std::nullopt;
    const QString quote = text.mid(begin.offset, end.offset - begin.offset).simplified();
    return SelectedSpan{spanOf(begin.page, begin.offset, end.offset), quote, isRecognised(begin.page)};
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
    const auto caretBefore = m_caret;
    m_caret = position;
    if (!extend) m_anchor = position;
    viewport()->update();
    if (caretBefore != m_caret) emit caretMoved();
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

void DocumentView::setSearchHits(std::vector<FoundRange> hits, int current)
{
    m_hits = std::move(hits);
    m_currentHit = current;
    viewport()->update();
}

void DocumentView::reveal(const Span& span)
{
    const auto [begin, end] = rangeOf(span);
    reveal(FoundRange{begin.page, begin.offset, end.offset});
}

void DocumentView::reveal(const FoundRange& range)
{
    const TextPosition begin{range.page, range.begin};
    setCaret(begin);
    // Looking makes exact what was estimated, and moves it: what counts is the second look.
    boxesOf(range.page, range.begin, range.end);
    QRectF all = caretBox(begin);
    for (const auto& box : boxesOf(range.page, range.begin, range.end)) all = all.united(box);
    scrollInto(all);
}

void DocumentView::scrollInto(const QRectF& box)
{
    const QRectF shown(scrollOffset(), QSizeF(viewport()->size()));
    if (shown.contains(box)) return;
    if (box.top() < shown.top() || box.bottom() > shown.bottom()) setScrollY(box.top() - viewport()->height() / 3.0);
    ensureVisible(box);
}

void DocumentView::setZoom(double zoom)
{
    zoom = std::clamp(zoom, 0.5, 4.0);
    if (std::abs(zoom - m_zoom) < 0.001) return;
    const auto anchor = scrollAnchor();
    m_zoom = zoom;
    layOut();
    updateScrollBars();
    scrollTo(anchor);
}

ScrollAnchor DocumentView::scrollAnchor() const
{
    if (scrollOffset().y() < 1) return {};
    const TextPosition top = positionAt(scrollOffset() + QPointF(viewport()->width() / 2.0, 0));
    const double factor = m_zoom * m_theme.scale();
    return {top.page, top.offset, (scrollOffset().y() - caretBox(top).top()) / factor};
}

double DocumentView::offsetOf(const ScrollAnchor& anchor) const
{
    const double factor = m_zoom * m_theme.scale();
    return caretBox(clamped({anchor.page, anchor.offset})).top() + anchor.inside * factor;
}

void DocumentView::scrollTo(const ScrollAnchor& anchor)
{
    setScrollY(anchor == ScrollAnchor{} ? 0 : offsetOf(anchor));
    viewport()->update();
}

void DocumentView::refresh()
{
    const auto anchor = scrollAnchor();
    layOut();
    updateScrollBars();
    scrollTo(anchor);
}

QPointF DocumentView::scrollOffset() const
{
    return {static_cast<double>(horizontalScrollBar()->value()), verticalScrollBar()->value() + pendingMove()};
}

void DocumentView::setScrollY(double y)
{
    takePendingMove();
    updateScrollBars();
    verticalScrollBar()->setValue(static_cast<int>(std::lround(y)));
    takePendingMove();
}

void DocumentView::settle()
{
    prepare(QRectF(scrollOffset(), QSizeF(viewport()->size())));
    setScrollY(scrollOffset().y());
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
    if (box.bottom() + margin > shown.bottom()) setScrollY(box.bottom() + margin - shown.height());
    if (box.top() - margin < scrollOffset().y()) setScrollY(box.top() - margin);
    if (box.right() + margin > shown.right())
        horizontalScrollBar()->setValue(static_cast<int>(box.right() + margin - shown.width()));
    if (box.left() - margin < horizontalScrollBar()->value())
        horizontalScrollBar()->setValue(static_cast<int>(box.left() - margin));
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

QRect DocumentView::screenBox(const FoundRange& range) const
{
    QRectF all = range.begin < range.end ? QRectF() : caretBox({range.page, range.begin});
    for (const auto& box : boxesOf(range.page, range.begin, range.end)) all = all.united(box);
    return all.translated(-scrollOffset()).toAlignedRect();
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
