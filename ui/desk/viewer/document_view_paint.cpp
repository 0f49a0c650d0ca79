#include "ui/desk/viewer/document_view.h"
#include "ui/theme/theme.h"

#include <QPaintEvent>
#include <QPainter>

#include <algorithm>

namespace cw::ui {

void DocumentView::paintMarks(QPainter& painter, const QRectF& visible, const Tokens& tokens, bool onPaper) const
{
    const auto shown = shownRange(visible);
    for (const auto& highlight : m_highlights) {
        const auto& span = highlight.span;
        if (span.version != m_version || span.page < shown.first.page || span.page > shown.second.page) continue;
        if (!span.area.isEmpty()) {
            if (const QRectF box = areaBox(span); !box.isEmpty()) paintAreaMark(painter, box, highlight.kind, tokens);
            continue;
        }
        const auto [begin, end] = rangeOf(span);
        if (end <= shown.first || begin >= shown.second) continue;
        paintMark(painter, boxesToPaint(begin.page, begin.offset, end.offset), highlight.kind, tokens, onPaper);
    }
    paintHits(painter, shown, tokens, onPaper);
    const auto [begin, end] = selectionRange();
    if (begin != end && end > shown.first && begin < shown.second) {
        // What is far outside the screen needs no boxes: a selection may be as long as the document.
        const auto from =
            std::max(begin, TextPosition{begin.page, shown.first.page == begin.page ? shown.first.offset : 0});
        const auto to = shown.second.page == end.page ? std::min(end, shown.second) : end;
        paintMark(painter, boxesOf(begin.page, from.offset, to.offset), MarkKind::selection, tokens, onPaper);
    }
}

void DocumentView::paintHits(QPainter& painter, const std::pair<TextPosition, TextPosition>& shown,
                             const Tokens& tokens, bool onPaper) const
{
    auto hit =
        std::lower_bound(m_hits.begin(), m_hits.end(), shown.first, [](const FoundRange& range, TextPosition at) {
            return TextPosition{range.page, range.end} <= at;
        });
    for (; hit != m_hits.end() && TextPosition{hit->page, hit->begin} < shown.second; ++hit) {
        const bool isCurrent = hit - m_hits.begin() == m_currentHit;
        paintMark(painter, boxesToPaint(hit->page, hit->begin, hit->end),
                  isCurrent ? MarkKind::currentSearchHit : MarkKind::searchHit, tokens, onPaper);
    }
}

void DocumentView::paintEvent(QPaintEvent* event)
{
    settle();
    QPainter painter(viewport());
    painter.fillRect(event->rect(), m_theme.tokens().window);
    painter.translate(-scrollOffset());
    paintContent(painter, QRectF(event->rect()).translated(scrollOffset()));
    if (!hasFocus()) return;
    const QRectF caret = caretBox(m_caret);
    // On a page that was turned to its side the caret lies down.
    const bool isUpright = caret.height() >= caret.width();
    painter.fillRect(isUpright ? QRectF(caret.left() - 0.75, caret.top(), 1.5, caret.height())
                               : QRectF(caret.left(), caret.top() - 0.75, caret.width(), 1.5),
                     m_theme.tokens().accent);
    painter.resetTransform();
    painter.setPen(m_theme.tokens().accent);
    painter.drawRect(viewport()->rect().adjusted(0, 0, -1, -1));
}

}  // namespace cw::ui
