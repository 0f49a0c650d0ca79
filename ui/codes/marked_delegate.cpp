#include "ui/codes/marked_delegate.h"

#include "ui/codes/found_model.h"

#include <QPainter>

#include <algorithm>

namespace cw::ui {

void MarkedDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto marks = index.data(FoundModel::MarksRole).value<QList<QPair<int, int>>>();
    if (marks.isEmpty()) return RowDelegate::paint(painter, option, index);
    paintRow(*painter, m_theme, option, index);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setFont(m_theme.font(TextSize::work));
    const int padding = m_theme.scaled(8);
    const QRectF box = QRectF(option.rect).adjusted(padding, 0, -padding, -1);
    const QFontMetricsF metrics(painter->font());
    const QString text = metrics.elidedText(index.data().toString(), Qt::ElideRight, box.width());
    painter->setPen(Qt::NoPen);
    painter->setBrush(m_theme.tokens().searchHit);
    for (const auto& [begin, size] : marks) {
        const double left = box.left() + metrics.horizontalAdvance(text.left(begin));
        const double right = std::min(box.right(), box.left() + metrics.horizontalAdvance(text.left(begin + size)));
        if (right <= left) continue;
        painter->drawRoundedRect(
            QRectF(left - 1, box.center().y() - metrics.height() / 2, right - left + 2, metrics.height()), 2, 2);
    }
    painter->setPen(m_theme.tokens().text);  // Muted text is too faint on the tint.
    painter->drawText(box, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, text);
    painter->restore();
}

}  // namespace cw::ui
