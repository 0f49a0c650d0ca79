#include "ui/codes/cell_delegate.h"

#include <QAbstractItemView>
#include <QPainter>

namespace cw::ui {

void CellDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    OutlineDelegate::paint(painter, option, index);
    const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
    if (!view || view->currentIndex() != index || index.column() == 0) return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(m_theme.tokens().accent, 2));
    painter->drawRoundedRect(QRectF(option.rect).adjusted(2, 2, -2, -3), 3, 3);
    painter->restore();
}

}  // namespace cw::ui
