#include "ui/desk/document_list.h"
#include "ui/widgets/tabular.h"

#include <QAbstractItemView>
#include <QPainter>

namespace cw::ui {

void DocumentDelegate::paintHeading(QPainter& painter, const QRectF& box, const QModelIndex& index) const
{
    painter.setFont(m_theme.font(TextSize::label, true));
    painter.setPen(m_theme.tokens().muted);
    painter.drawText(box.adjusted(0, m_theme.scaled(5), 0, 0), Qt::AlignVCenter | Qt::AlignLeft,
                     index.data().toString());
}

/// Date, a word on the state, tags: from the right. The answer is their width.
double DocumentDelegate::paintRight(QPainter& painter, const QRectF& box, const QModelIndex& index) const
{
    const auto& tokens = m_theme.tokens();
    const bool isUnread = index.data(DocumentListModel::UnreadRole).toBool();
    painter.setFont(m_theme.font(TextSize::label, isUnread));
    const QFontMetricsF metrics(painter.font());
    double right = box.right();
    painter.setPen(tokens.muted);
    if (const QString date = index.data(DocumentListModel::DateRole).toString(); !date.isEmpty()) {
        drawTabular(painter, box, Qt::AlignRight, date);
        right -= tabularWidth(metrics, date) + m_theme.scaled(6);
    }
    if (const QString note = index.data(DocumentListModel::NoteRole).toString(); !note.isEmpty()) {
        const double width = metrics.horizontalAdvance(note);
        painter.setPen(note == DocumentListModel::tr("late") ? tokens.warning : tokens.muted);
        painter.drawText(QRectF(right - width, box.top(), width, box.height()), Qt::AlignVCenter | Qt::AlignLeft, note);
        right -= width + m_theme.scaled(6);
    }
    const QString tags = index.data(DocumentListModel::TagsRole).toString();
    for (auto letter = tags.crbegin(); letter != tags.crend(); ++letter) {
        const double side = m_theme.scaled(14);
        const QRectF tag(right - side, box.center().y() - side / 2, side, side);
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens.accentTint);
        painter.drawRoundedRect(tag, 2, 2);
        painter.setPen(tokens.accent);
        painter.drawText(tag, Qt::AlignCenter, QString(*letter));
        right -= side + m_theme.scaled(2);
    }
    return box.right() - right;
}

void DocumentDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto& tokens = m_theme.tokens();
    const QRectF box = QRectF(option.rect).adjusted(m_theme.scaled(10), 0, -m_theme.scaled(10), 0);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (index.data(DocumentListModel::IsHeadingRole).toBool()) {
        paintHeading(*painter, box, index);
        painter->restore();
        return;
    }
    const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
    if (view && view->currentIndex() == index) paintRow(*painter, m_theme, option, index);
    const double rightWidth = paintRight(*painter, box, index);
    const double indent = m_theme.scaled(8 + 12 * index.data(DocumentListModel::IndentRole).toInt());
    const QPointF mark(box.left() + indent - m_theme.scaled(7), box.center().y());
    painter->setPen(Qt::NoPen);
    painter->setBrush(tokens.accent);
    if (index.data(DocumentListModel::MarkedRole).toBool()) {
        const double r = m_theme.scaled(4);
        painter->drawPolygon(
            QPolygonF({mark + QPointF(0, -r), mark + QPointF(r, 0), mark + QPointF(0, r), mark + QPointF(-r, 0)}));
    } else if (index.data(DocumentListModel::ShownRole).toBool()) {
        painter->drawEllipse(mark, m_theme.scaled(2), m_theme.scaled(2));
    }
    painter->setFont(m_theme.font(TextSize::work, index.data(DocumentListModel::UnreadRole).toBool()));
    painter->setPen(indent > m_theme.scaled(8) ? tokens.muted : tokens.text);
    const QRectF text = box.adjusted(indent, 0, -rightWidth, 0);
    painter->drawText(text, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                      QFontMetricsF(painter->font()).elidedText(index.data().toString(), Qt::ElideRight, text.width()));
    painter->restore();
}

QSize DocumentDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {m_theme.scaled(80), m_theme.scaled(25)};
}

}  // namespace cw::ui
