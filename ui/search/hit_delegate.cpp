#include "ui/search/hit_list.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/tabular.h"

#include <QPainter>

#include <algorithm>

namespace cw::ui {

namespace {

constexpr int codeWidth = 76;
constexpr int systemWidth = 84;
constexpr int starWidth = 18;

}  // namespace

void HitDelegate::paintHeading(QPainter& painter, const QRectF& row, const QModelIndex& index) const
{
    painter.setPen(m_theme.tokens().muted);
    painter.setFont(m_theme.font(TextSize::label, true));
    painter.drawText(row, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, index.data().toString());
}

QRectF HitDelegate::paintEnds(QPainter& painter, const QRectF& row, const QModelIndex& index, const QColor& color) const
{
    const QString code = index.data(HitListModel::CodeRole).toString();
    const double left = code.isEmpty() ? 0 : m_theme.scaled(codeWidth);
    const double right = m_theme.scaled(systemWidth);
    painter.setPen(color);
    painter.setFont(m_theme.font(TextSize::work, true));
    drawTabular(painter, QRectF(row.left(), row.top(), left, row.height()), Qt::AlignLeft, code);
    painter.setPen(m_theme.tokens().muted);
    painter.setFont(m_theme.font(TextSize::work));
    painter.drawText(QRectF(row.right() - right, row.top(), right, row.height()), Qt::AlignVCenter | Qt::AlignLeft,
                     index.data(HitListModel::SystemRole).toString());
    QRectF middle(row.left() + left, row.top(), row.width() - left - right - m_theme.scaled(8), row.height());
    if (index.data(HitListModel::StarRole).toBool()) {
        const double width = m_theme.scaled(starWidth);
        painter.setPen(m_theme.tokens().warning);
        painter.drawText(QRectF(middle.right() - width, middle.top(), width, middle.height()), Qt::AlignCenter,
                         QStringLiteral("\u2605"));
        middle.setRight(middle.right() - width);
    }
    return middle;
}

void HitDelegate::paintTitle(QPainter& painter, const QRectF& box, const QModelIndex& index, const QColor& color) const
{
    const auto* model = qobject_cast<const HitListModel*>(index.model());
    const auto* row = model ? model->at(index.row()) : nullptr;
    const QFontMetricsF metrics(painter.font());
    const QString whole = index.data().toString();
    const QString title = metrics.elidedText(whole, Qt::ElideRight, box.width());
    const int shown = static_cast<int>(title == whole ? whole.size() : title.size() - 1);
    if (row) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.tokens().searchHit);
        for (const auto& [begin, end] : row->marks) {
            if (begin >= shown) break;
            const double left = box.left() + metrics.horizontalAdvance(title.left(begin));
            const double width = metrics.horizontalAdvance(title.mid(begin, std::min(end, shown) - begin));
            painter.drawRoundedRect(
                QRectF(left - 1, box.center().y() - metrics.height() / 2, width + 2, metrics.height()), 2, 2);
        }
    }
    painter.setPen(color);
    painter.drawText(box, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, title);
}

void HitDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const bool isHeading = index.data(HitListModel::HeadingRole).toBool();
    if (!isHeading) paintRow(*painter, m_theme, option, index);
    const auto& tokens = m_theme.tokens();
    const QColor color = index.data(HitListModel::FadedRole).toBool() ? tokens.muted : tokens.text;
    const QRectF row = QRectF(option.rect).adjusted(m_theme.scaled(10), 0, -m_theme.scaled(10), -1);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (isHeading) {
        paintHeading(*painter, row, index);
        painter->restore();
        return;
    }
    QRectF title = paintEnds(*painter, row, index, color);
    if (index.data(HitListModel::StarterRole).toBool()) {
        const QString word = tr("starter");
        const double width = chipWidth(m_theme, word);
        paintChip(*painter, m_theme, title, title.right() - width, Tone::neutral, word);
        title.setRight(title.right() - width - m_theme.scaled(8));
    }
    const QString reason = index.data(HitListModel::ReasonRole).toString();
    if (!reason.isEmpty()) {
        const QRectF below(title.left(), title.top() + m_theme.scaled(23), title.width(), m_theme.scaled(16));
        title.setBottom(title.top() + m_theme.scaled(25));
        painter->setPen(tokens.muted);
        painter->setFont(m_theme.font(TextSize::label));
        painter->drawText(below, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                          QFontMetricsF(painter->font()).elidedText(reason, Qt::ElideRight, below.width()));
    }
    painter->setFont(m_theme.font(TextSize::work));
    paintTitle(*painter, title, index, color);
    painter->restore();
}

QSize HitDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    if (index.data(HitListModel::HeadingRole).toBool()) return {m_theme.scaled(200), m_theme.scaled(26)};
    const bool hasReason = !index.data(HitListModel::ReasonRole).toString().isEmpty();
    return {m_theme.scaled(200), m_theme.scaled(hasReason ? 43 : 27)};
}

}  // namespace cw::ui
