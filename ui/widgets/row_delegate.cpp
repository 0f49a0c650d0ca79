#include "ui/widgets/row_delegate.h"

#include "ui/widgets/chip.h"
#include "ui/widgets/tabular.h"

#include <QAbstractItemView>
#include <QHeaderView>
#include <QPainter>
#include <QTableView>

namespace cw::ui {

namespace {

bool isCurrentRow(const QAbstractItemView* view, const QModelIndex& index)
{
    return view && view->currentIndex().isValid() && view->currentIndex().row() == index.row() &&
           view->currentIndex().parent() == index.parent();
}

/// First and last shown column: where the bar and the ends of the outline are.
std::pair<bool, bool> edges(const QAbstractItemView* view, const QModelIndex& index)
{
    const auto* table = qobject_cast<const QTableView*>(view);
    if (!table) return {index.column() == 0, index.column() == index.model()->columnCount(index.parent()) - 1};
    const auto* header = table->horizontalHeader();
    const int visual = header->visualIndex(index.column());
    bool isFirst = true;
    bool isLast = true;
    for (int i = 0; i < header->count(); ++i) {
        if (header->isSectionHidden(header->logicalIndex(i))) continue;
        isFirst = isFirst && i >= visual;
        isLast = isLast && i <= visual;
    }
    return {isFirst, isLast};
}

}  // namespace

void RowDelegate::paintRow(QPainter& painter, const Theme& theme, const QStyleOptionViewItem& option,
                           const QModelIndex& index)
{
    const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
    const Tokens& t = theme.tokens();
    const QRect box = option.rect;
    const bool isCurrent = isCurrentRow(view, index);
    if (isCurrent) painter.fillRect(box, t.accentTint);
    painter.fillRect(box.left(), box.bottom(), box.width(), 1, t.faintLine);
    if (!isCurrent) return;
    const auto [isFirst, isLast] = edges(view, index);
    if (view->hasFocus()) {
        painter.fillRect(box.left(), box.top(), box.width(), 1, t.accent);
        painter.fillRect(box.left(), box.bottom(), box.width(), 1, t.accent);
        if (isLast) painter.fillRect(box.right(), box.top(), 1, box.height(), t.accent);
    }
    if (isFirst) painter.fillRect(box.left(), box.top(), 3, box.height(), t.accent);
}

void RowDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    paintRow(*painter, m_theme, option, index);
    const QString text = index.data(Qt::DisplayRole).toString();
    const int padding = m_theme.scaled(8);
    QRectF box = QRectF(option.rect).adjusted(padding, 0, -padding, -1);
    const bool alignRight = Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt()).testFlag(Qt::AlignRight);

    const QVariant chip = index.data(ChipRole);
    if (chip.isValid() && !text.isEmpty()) {
        const double left = alignRight ? box.right() - chipWidth(m_theme, text) : box.left();
        painter->save();
        painter->setClipRect(option.rect);
        paintChip(*painter, m_theme, box, left, static_cast<Tone>(chip.toInt()), text);
        painter->restore();
        return;
    }
    const QVariant tone = index.data(ToneRole);
    painter->save();
    painter->setPen(tone.isValid()                   ? coloursOf(static_cast<Tone>(tone.toInt()), m_theme.tokens()).text
                    : index.data(MutedRole).toBool() ? m_theme.tokens().muted
                                                     : m_theme.tokens().text);
    painter->setFont(m_theme.font(TextSize::work, index.data(StrongRole).toBool()));
    const QString second = index.data(SecondLineRole).toString();
    if (!second.isEmpty()) box.setHeight(box.height() / 2 + m_theme.scaled(3));
    if (alignRight || index.data(TabularRole).toBool())
        drawTabular(*painter, box, alignRight ? Qt::AlignRight : Qt::AlignLeft, text);
    else
        painter->drawText(box, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                          QFontMetricsF(painter->font()).elidedText(text, Qt::ElideRight, box.width()));
    if (!second.isEmpty()) {
        const QRectF below(box.left(), box.bottom() - m_theme.scaled(4), box.width(),
                           option.rect.bottom() - box.bottom());
        painter->setPen(m_theme.tokens().muted);
        painter->setFont(m_theme.font(TextSize::label));
        if (alignRight)
            drawTabular(*painter, below, Qt::AlignRight, second);
        else
            painter->drawText(below, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                              QFontMetricsF(painter->font()).elidedText(second, Qt::ElideRight, below.width()));
    }
    painter->restore();
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QString text = index.data(Qt::DisplayRole).toString();
    const QFontMetricsF metrics(m_theme.font(TextSize::work, index.data(StrongRole).toBool()));
    const double width = index.data(ChipRole).isValid() ? chipWidth(m_theme, text) : tabularWidth(metrics, text);
    return {static_cast<int>(width) + 2 * m_theme.scaled(8) + 1, option.rect.height()};
}

}  // namespace cw::ui
