#include "ui/desk/viewer/page_turn.h"
#include "ui/desk/viewer/paged_view.h"

#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>
#include <cmath>

namespace cw::ui {

namespace {

// Parts of the page.
constexpr double step = 0.01;
constexpr double bigStep = 0.05;
constexpr double least = 0.005;
constexpr double newWidth = 0.3;
constexpr double newHeight = 0.1;

bool isAreaKey(int key)
{
    switch (key) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Escape: return true;
    default: return false;
    }
}

}  // namespace

std::optional<SelectedSpan> PagedView::selectedSpan() const
{
    if (!m_selected) return DocumentView::selectedSpan();
    SelectedSpan selected{{version(), m_selected->page, 0, 0, m_selected->parts}, m_selected->words, false};
    selected.isRecognised = !selected.quote.isEmpty() && m_texts.isRecognised(m_selected->page);
    if (selected.quote.isEmpty()) selected.quote = tr("area of page %1").arg(m_selected->page + 1);
    return selected;
}

void PagedView::clearSelection()
{
    const bool hadArea = m_selected.has_value();
    DocumentView::clearSelection();
    m_selected.reset();
    viewport()->update();
    if (hadArea) emit selectionChanged();
}

void PagedView::setCaret(TextPosition position, bool extend)
{
    const bool hadArea = m_selected.has_value();
    m_selected.reset();
    DocumentView::setCaret(position, extend);
    if (hadArea) emit selectionChanged();
}

QRectF PagedView::areaBox(const Span& span) const
{
    return toContent(std::clamp(span.page, 0, std::max(0, pageCount() - 1)), boxOf(span.area));
}

bool PagedView::startArea()
{
    if (pageCount() == 0) return false;
    setFocus(Qt::ShortcutFocusReason);
    const QPointF centre = scrollOffset() + QPointF(viewport()->width(), viewport()->height()) / 2.0;
    m_markedPage = pageAt(centre.y());
    const QRectF paper = pageBox(m_markedPage);
    const QPointF middle((centre.x() - paper.left()) / paper.width(), (centre.y() - paper.top()) / paper.height());
    m_marked = {std::clamp(middle.x() - newWidth / 2, 0.0, 1 - newWidth),
                std::clamp(middle.y() - newHeight / 2, 0.0, 1 - newHeight), newWidth, newHeight};
    m_isMarking = true;
    viewport()->update();
    return true;
}

void PagedView::stopMarking()
{
    m_isMarking = false;
    m_dragFrom.reset();
    viewport()->update();
}

void PagedView::selectArea(int page, const QRectF& turnedParts)
{
    stopMarking();
    DocumentView::setCaret({page, 0});
    const PageArea parts = areaOf(turned(turnedParts, opposite(m_rotation)));
    m_selected = Area{page, parts, m_texts.wordsIn(page, boxOf(parts))};
    viewport()->update();
    emit selectionChanged();
}

bool PagedView::moveArea(const QKeyEvent& event)
{
    const double way = event.modifiers().testFlag(Qt::ControlModifier) ? bigStep : step;
    const double x = event.key() == Qt::Key_Left ? -way : event.key() == Qt::Key_Right ? way : 0;
    const double y = event.key() == Qt::Key_Up ? -way : event.key() == Qt::Key_Down ? way : 0;
    if (x == 0 && y == 0) return false;
    if (event.modifiers().testFlag(Qt::ShiftModifier)) {
        m_marked.setWidth(std::clamp(m_marked.width() + x, least, 1 - m_marked.left()));
        m_marked.setHeight(std::clamp(m_marked.height() + y, least, 1 - m_marked.top()));
    } else {
        m_marked.moveLeft(std::clamp(m_marked.left() + x, 0.0, 1 - m_marked.width()));
        m_marked.moveTop(std::clamp(m_marked.top() + y, 0.0, 1 - m_marked.height()));
    }
    ensureVisible(toContent(m_markedPage, turned(m_marked, opposite(m_rotation))));
    viewport()->update();
    return true;
}

bool PagedView::event(QEvent* event)
{
    // While a rectangle is marked, its keys are no shortcuts of the page around.
    if (event->type() == QEvent::ShortcutOverride && m_isMarking && isAreaKey(static_cast<QKeyEvent*>(event)->key())) {
        event->accept();
        return true;
    }
    return DocumentView::event(event);
}

void PagedView::keyPressEvent(QKeyEvent* event)
{
    if (!m_isMarking) return DocumentView::keyPressEvent(event);
    switch (event->key()) {
    case Qt::Key_Escape: return stopMarking();
    case Qt::Key_Return:
    case Qt::Key_Enter: return selectArea(m_markedPage, m_marked);
    default:
        if (!moveArea(*event)) QAbstractScrollArea::keyPressEvent(event);
    }
}

void PagedView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || !event->modifiers().testFlag(Qt::AltModifier) || pageCount() == 0) {
        stopMarking();
        return DocumentView::mousePressEvent(event);
    }
    const QPointF at = event->position() + scrollOffset();
    m_isMarking = false;
    m_markedPage = pageAt(at.y());
    m_dragFrom = turned(toParts(m_markedPage, at), m_rotation);
    m_marked = QRectF(*m_dragFrom, QSizeF());
}

void PagedView::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_dragFrom) return DocumentView::mouseMoveEvent(event);
    const QPointF to = turned(toParts(m_markedPage, event->position() + scrollOffset()), m_rotation);
    const auto inside = [](double part) { return std::clamp(part, 0.0, 1.0); };
    m_marked = QRectF({inside(m_dragFrom->x()), inside(m_dragFrom->y())}, QPointF(inside(to.x()), inside(to.y())))
                   .normalized();
    viewport()->update();
}

void PagedView::mouseReleaseEvent(QMouseEvent* event)
{
    if (!m_dragFrom) return DocumentView::mouseReleaseEvent(event);
    const QRectF marked = m_marked;
    stopMarking();
    if (marked.width() >= least && marked.height() >= least) selectArea(m_markedPage, marked);
}

}  // namespace cw::ui
