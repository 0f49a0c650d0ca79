#include "ui/commands/command_table.h"
#include "ui/desk/edit_list.h"
#include "ui/widgets/key_hint.h"
#include "ui/widgets/tone.h"

#include <QAbstractItemView>
#include <QPainter>

#include <cmath>

namespace cw::ui {

namespace {

constexpr auto wrapped = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap;

bool isHeading(const QModelIndex& index)
{
    return index.data(EditListModel::HeadingRole).isValid();
}

}  // namespace

EditDelegate::Parts EditDelegate::layOut(const QModelIndex& index, double width) const
{
    const double left = m_theme.scaled(34);
    const double right = width - m_theme.scaled(10);
    Parts parts;
    double y = m_theme.scaled(7);
    const auto place = [&](QRectF& box, const QString& text, const QFont& font) {
        if (text.isEmpty()) return;
        const QRectF bounds = QFontMetricsF(font).boundingRect(QRectF(0, 0, right - left, 4000), wrapped, text);
        box = QRectF(left, y, std::min(right - left, std::ceil(bounds.width()) + 1), std::ceil(bounds.height()));
        y += box.height() + m_theme.scaled(2);
    };
    place(parts.message, index.data().toString(), m_theme.font(TextSize::work, true));
    place(parts.fix, index.data(EditListModel::FixRole).toString(), m_theme.font(TextSize::work));
    const QFont small = m_theme.font(TextSize::label);
    place(parts.source, index.data(EditListModel::SourceRole).toString(), small);
    parts.message.setRight(right);
    parts.fix.setRight(right);

    // The links stand behind the source when there is room, else on a line of their own.
    const QFontMetricsF metrics(small);
    const double gap = m_theme.scaled(12);
    const double keyWidth = m_theme.scaled(46);
    const double lineHeight = metrics.height() + m_theme.scaled(2);
    double x = parts.source.right() + gap;
    double top = parts.source.bottom() - metrics.height();
    const auto placeLink = [&](QRectF& box, const QString& text) {
        if (text.isEmpty()) return;
        const double need = metrics.horizontalAdvance(text) + keyWidth;
        if (x + need > right && x > left) {
            x = left;
            top = y;
            y += lineHeight + m_theme.scaled(2);
        }
        box = QRectF(x, top, std::min(metrics.horizontalAdvance(text) + 1, right - x), metrics.height());
        x = box.right() + keyWidth;
    };
    placeLink(parts.remedy, index.data(EditListModel::RemedyRole).toString());
    if (index.data(EditListModel::AttestRole).toBool()) placeLink(parts.attest, tr("Attest"));
    parts.height = y + m_theme.scaled(6);
    return parts;
}

EditPart EditDelegate::partAt(const QModelIndex& index, double width, QPointF point) const
{
    if (isHeading(index)) return EditPart::none;
    const Parts parts = layOut(index, width);
    if (parts.remedy.contains(point)) return EditPart::remedy;
    if (parts.attest.contains(point)) return EditPart::attest;
    if (index.data(EditListModel::LinkRole).toBool() && parts.source.contains(point)) return EditPart::source;
    return EditPart::none;
}

void EditDelegate::paintHeading(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto& tokens = m_theme.tokens();
    painter.save();
    painter.setFont(m_theme.font(TextSize::label, true));
    painter.setPen(tokens.muted);
    const QRectF box = QRectF(option.rect).adjusted(m_theme.scaled(13), m_theme.scaled(6), 0, 0);
    painter.drawText(box, Qt::AlignLeft | Qt::AlignVCenter,
                     QStringLiteral("%1  %2").arg(index.data().toString()).arg(index.data(Qt::UserRole).toInt()));
    painter.restore();
}

void EditDelegate::paintMark(QPainter& painter, const QRectF& box, int severity) const
{
    const auto& tokens = m_theme.tokens();
    switch (static_cast<Severity>(severity)) {
    case Severity::error:
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens.error);
        painter.drawEllipse(box);
        break;
    case Severity::warning:
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens.warning);
        painter.drawPolygon(QPolygonF({{box.center().x(), box.top()}, box.bottomRight(), box.bottomLeft()}));
        break;
    case Severity::note:
        painter.setPen(QPen(tokens.muted, 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(box.adjusted(1, 1, -1, -1));
        break;
    }
}

void EditDelegate::paintLinks(QPainter& painter, const Parts& parts, const QModelIndex& index) const
{
    const auto& tokens = m_theme.tokens();
    QFont font = m_theme.font(TextSize::label);
    const auto draw = [&](const QRectF& box, const QString& text, const char* command) {
        if (box.isEmpty()) return;
        font.setUnderline(true);
        painter.setFont(font);
        painter.setPen(tokens.text);
        painter.drawText(box, Qt::AlignLeft | Qt::AlignVCenter, text);
        paintKeyBox(painter, m_theme, box.adjusted(0, 0, m_theme.scaled(60), 0), box.right() + m_theme.scaled(4),
                    keyHint(command));
    };
    draw(parts.remedy, index.data(EditListModel::RemedyRole).toString(), "desk.fix");
    draw(parts.attest, tr("Attest"), "edits.attest");
}

void EditDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    if (isHeading(index)) return paintHeading(*painter, option, index);
    paintRow(*painter, m_theme, option, index);
    const auto& tokens = m_theme.tokens();
    const Parts parts = layOut(index, option.rect.width());
    painter->save();
    painter->translate(option.rect.topLeft());
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF box(m_theme.scaled(13), parts.message.top() + m_theme.scaled(3), m_theme.scaled(11),
                     m_theme.scaled(11));
    paintMark(*painter, box, index.data(EditListModel::SeverityRole).toInt());
    if (index.data(EditListModel::NewRole).toBool()) {
        // A dot beside the mark: what the last change brought.
        painter->setPen(Qt::NoPen);
        painter->setBrush(tokens.accent);
        painter->drawRoundedRect(QRectF(m_theme.scaled(5), parts.message.top(), m_theme.scaled(3),
                                        parts.source.bottom() - parts.message.top()),
                                 1.5, 1.5);
    }
    painter->setPen(tokens.text);
    painter->setFont(m_theme.font(TextSize::work, true));
    painter->drawText(parts.message, wrapped, index.data().toString());
    painter->setFont(m_theme.font(TextSize::work));
    painter->drawText(parts.fix, wrapped, index.data(EditListModel::FixRole).toString());
    painter->setPen(tokens.muted);
    QFont source = m_theme.font(TextSize::label);
    source.setUnderline(index.data(EditListModel::LinkRole).toBool());
    painter->setFont(source);
    painter->drawText(parts.source, wrapped, index.data(EditListModel::SourceRole).toString());
    paintLinks(*painter, parts, index);
    painter->restore();
}

QSize EditDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
    const int width = view ? view->viewport()->width() : option.rect.width();
    if (isHeading(index)) return {width, static_cast<int>(m_theme.scaled(26))};
    return {width, static_cast<int>(layOut(index, width).height)};
}

}  // namespace cw::ui
