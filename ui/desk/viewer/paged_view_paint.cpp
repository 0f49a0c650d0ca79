#include "ui/desk/viewer/page_turn.h"
#include "ui/desk/viewer/paged_view.h"
#include "ui/theme/theme.h"
#include "ui/widgets/chip.h"

#include <QPainter>

#include <algorithm>

namespace cw::ui {

void PagedView::paintContent(QPainter& painter, const QRectF& visible)
{
    if (m_pages.empty()) return;
    const int first = pageAt(visible.top());
    const int last = pageAt(visible.bottom());
    // What is wanted is what the whole view shows, not only the stretch that is painted now.
    const QRectF whole(scrollOffset(), QSizeF(viewport()->size()));
    wantPages(pageAt(whole.top()), pageAt(whole.bottom()));
    for (int page = first; page <= last; ++page) {
        const QRectF paper = pageBox(page);
        const QImage* image = m_cache.exact(requestFor(page));
        if (!image) image = m_cache.any(page, m_rotation);
        if (image) {
            const bool isScaled = image->size() != paper.size().toSize();
            painter.setRenderHint(QPainter::SmoothPixmapTransform, isScaled);
            painter.drawImage(paper, *image);
        } else {
            painter.fillRect(paper, Qt::white);
        }
        painter.setPen(theme().tokens().line);
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(paper.adjusted(-0.5, -0.5, 0.5, 0.5));
    }
    // The paper is white in both themes, so the marks are those of the light one.
    const Tokens light = tokensOf(ThemeMode::light);
    paintMarks(painter, visible, light, true);
    if (m_selected && !m_isMarking)
        paintAreaMark(painter, toContent(m_selected->page, boxOf(m_selected->parts)), MarkKind::selection, light);
    if (m_isMarking || m_dragFrom)
        paintAreaMark(painter, toContent(m_markedPage, turned(m_marked, opposite(m_rotation))), MarkKind::selection,
                      light);
    for (int page = first; page <= last; ++page)
        if (m_texts.isRecognised(page)) paintLabel(painter, pageBox(page), whole);
}

void PagedView::paintLabel(QPainter& painter, const QRectF& paper, const QRectF& visible) const
{
    // In the corner of what is seen of the page, so that it stays in sight while one reads.
    const QRectF seen = paper.intersected(visible);
    const QString text = tr("OCR, unverified");
    const double width = chipWidth(theme(), text);
    const double height = theme().scaled(24);
    if (seen.height() < height || seen.width() < width) return;
    const double left = seen.right() - width - 8;
    paintChip(painter, theme(), {left, seen.top() + 4, width, height}, left, Tone::warning, text);
}

}  // namespace cw::ui
