#include "ui/widgets/list_header.h"

#include <QPainter>

namespace cw::ui {

ListHeader::ListHeader(Theme& theme, QWidget* parent) : QHeaderView(Qt::Horizontal, parent), m_theme(theme)
{
    setSectionsClickable(true);
}

void ListHeader::paintEvent(QPaintEvent* event)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), m_theme.tokens().surface);
    painter.fillRect(0, height() - 1, width(), 1, m_theme.tokens().line);
    painter.end();
    QHeaderView::paintEvent(event);
}

void ListHeader::paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const
{
    const Tokens& t = m_theme.tokens();
    const bool isRight = Qt::Alignment(model()->headerData(logicalIndex, Qt::Horizontal, Qt::TextAlignmentRole).toInt())
                             .testFlag(Qt::AlignRight);
    const bool isSorted = isSortIndicatorShown() && sortIndicatorSection() == logicalIndex;
    QFont font = m_theme.font(TextSize::label);
    font.setWeight(QFont::Medium);
    const QFontMetrics metrics(font);
    const int padding = m_theme.scaled(8);
    const int arrow = isSorted ? m_theme.scaled(12) : 0;
    const QRect box = rect.adjusted(padding, 0, -padding, -1);
    const QString text = metrics.elidedText(model()->headerData(logicalIndex, Qt::Horizontal).toString(),
                                            Qt::ElideRight, box.width() - arrow);
    const int words = metrics.horizontalAdvance(text);
    painter->save();
    painter->fillRect(rect, t.surface);
    painter->fillRect(rect.left(), rect.bottom(), rect.width(), 1, t.line);
    painter->setPen(t.muted);
    painter->setFont(font);
    const int left = isRight ? box.right() - words : box.left();
    painter->drawText(QRect(left, box.top(), words + 1, box.height()), Qt::AlignVCenter | Qt::AlignLeft, text);
    if (isSorted) {
        // A number's triangle stands before the word, so that the word still ends where its numbers end.
        const double at = isRight ? left - arrow : left + words + m_theme.scaled(4);
        const double size = m_theme.scaled(7);
        const double middle = box.center().y() + 1.0;
        const double tip = sortIndicatorOrder() == Qt::AscendingOrder ? -1 : 1;
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(t.muted);
        painter->drawPolygon(
            QPolygonF({QPointF(at, middle - tip * size * 0.3), QPointF(at + size, middle - tip * size * 0.3),
                       QPointF(at + size / 2, middle + tip * size * 0.45)}));
    }
    painter->restore();
}

}  // namespace cw::ui
