#include "ui/codes/outline_table.h"

#include "ui/commands/bind.h"
#include "ui/widgets/tabular.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace cw::ui {

void OutlineDelegate::paintBranch(QPainter& painter, const QRectF& box, OutlineModel::Branch branch) const
{
    if (branch == OutlineModel::Branch::none) return;
    const double size = m_theme.scaled(4);
    const QPointF centre = box.center();
    QPainterPath path;
    if (branch == OutlineModel::Branch::closed) {
        path.moveTo(centre.x() - size / 2, centre.y() - size);
        path.lineTo(centre.x() + size / 2, centre.y());
        path.lineTo(centre.x() - size / 2, centre.y() + size);
    } else {
        path.moveTo(centre.x() - size, centre.y() - size / 2);
        path.lineTo(centre.x(), centre.y() + size / 2);
        path.lineTo(centre.x() + size, centre.y() - size / 2);
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(m_theme.tokens().muted, 1.3));
    painter.drawPath(path);
}

void OutlineDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    if (index.column() != 0) return RowDelegate::paint(painter, option, index);
    paintRow(*painter, m_theme, option, index);
    painter->save();
    painter->setClipRect(option.rect);
    painter->setRenderHint(QPainter::Antialiasing);
    const int depth = index.data(OutlineModel::DepthRole).toInt();
    QRectF box = QRectF(option.rect).adjusted(m_theme.scaled(8 + 16 * depth), 0, -m_theme.scaled(8), -1);
    const QRectF triangle(box.left(), box.top(), m_theme.scaled(12), box.height());
    paintBranch(*painter, triangle, static_cast<OutlineModel::Branch>(index.data(OutlineModel::BranchRole).toInt()));
    box.setLeft(triangle.right() + m_theme.scaled(5));
    const bool isMuted = index.data(MutedRole).toBool();
    const QString lead = index.data(OutlineModel::LeadRole).toString();
    if (!lead.isEmpty()) {
        painter->setFont(m_theme.font(TextSize::work, true));
        painter->setPen(m_theme.tokens().text);
        const double width = tabularWidth(QFontMetricsF(painter->font()), lead);
        drawTabular(*painter, box, Qt::AlignLeft, lead);
        box.setLeft(box.left() + std::max<double>(m_theme.scaled(m_leadWidth), width + m_theme.scaled(9)));
    }
    const auto draw = [&](const QString& text, const QColor& colour) {
        if (text.isEmpty() || box.width() <= 0) return;
        const QFontMetricsF metrics(painter->font());
        painter->setPen(colour);
        painter->drawText(box, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                          metrics.elidedText(text, Qt::ElideRight, box.width()));
        box.setLeft(box.left() + metrics.horizontalAdvance(text) + m_theme.scaled(6));
    };
    painter->setFont(m_theme.font(TextSize::work, index.data(StrongRole).toBool()));
    draw(index.data(Qt::DisplayRole).toString(), isMuted ? m_theme.tokens().muted : m_theme.tokens().text);
    painter->setFont(m_theme.font(TextSize::work));
    draw(index.data(OutlineModel::TrailRole).toString(), m_theme.tokens().muted);
    painter->restore();
}

OutlineTable::OutlineTable(Theme& theme, const QString& accessibleName, int rowHeight, QWidget* parent)
    : ListTable(theme, accessibleName, rowHeight, parent), m_delegate(new OutlineDelegate(theme, this))
{
    setItemDelegate(m_delegate);
    bindCommand("codes.into", this, [this] { openOrEnter(); });
    bindCommand("codes.up", this, [this] { closeOrLeave(); });
}

void OutlineTable::setOutline(OutlineModel* model)
{
    m_outline = model;
    setModel(model);
}

std::int64_t OutlineTable::currentId() const
{
    return currentRow() < 0 ? 0 : m_outline->idAt(currentRow());
}

bool OutlineTable::selectId(std::int64_t id)
{
    const int row = m_outline->rowOf(id);
    if (row >= 0) selectRow(row);
    return row >= 0;
}

void OutlineTable::openOrEnter()
{
    const int row = currentRow();
    if (row < 0) return;
    if (m_outline->branch(row) == OutlineModel::Branch::closed)
        m_outline->open(row);
    else if (m_outline->branch(row) == OutlineModel::Branch::open)
        selectRow(row + 1);
}

void OutlineTable::closeOrLeave()
{
    const int row = currentRow();
    if (row < 0) return;
    if (m_outline->branch(row) == OutlineModel::Branch::open)
        m_outline->close(row);
    else if (const int parent = m_outline->parentRow(row); parent >= 0)
        selectRow(parent);
}

}  // namespace cw::ui
