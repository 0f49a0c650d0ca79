#include "ui/desk/edit_list.h"

#include "ui/widgets/text.h"
#include "ui/widgets/tone.h"

#include <QAbstractItemView>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace cw::ui {

namespace {

QString tableName(const std::string& table)
{
    const auto system = parseCodeSystem(table);
    return system ? qs(displayName(*system)) : qs(table);
}

constexpr auto wrapped = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap;

}  // namespace

void EditListModel::setReport(const EditReport& report)
{
    beginResetModel();
    m_report = report;
    std::stable_sort(m_report.findings.begin(), m_report.findings.end(),
                     [](const Finding& a, const Finding& b) { return a.severity > b.severity; });
    endResetModel();
}

int EditListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_report.findings.size() + m_report.notChecked.size());
}

const Finding* EditListModel::at(int row) const
{
    const auto at = static_cast<std::size_t>(row);
    return row >= 0 && at < m_report.findings.size() ? &m_report.findings[at] : nullptr;
}

int EditListModel::rowOf(const FindingKey& key) const
{
    for (std::size_t row = 0; row < m_report.findings.size(); ++row) {
        if (m_report.findings[row].key == key) return static_cast<int>(row);
    }
    return -1;
}

QVariant EditListModel::data(const QModelIndex& index, int role) const
{
    if (const auto* finding = at(index.row())) {
        switch (role) {
        case Qt::DisplayRole: return qs(finding->message);
        case FixRole: return qs(finding->fix);
        case SourceRole: return QStringLiteral("%1 \u00b7 %2").arg(qs(finding->key.rule), qs(finding->source));
        case SeverityRole: return static_cast<int>(finding->severity);
        case Qt::AccessibleTextRole:
            return QStringLiteral("%1: %2 %3")
                .arg(qs(toString(finding->severity)), qs(finding->message), qs(finding->fix));
        default: return {};
        }
    }
    const auto missing = static_cast<std::size_t>(index.row()) - m_report.findings.size();
    if (missing >= m_report.notChecked.size()) return {};
    const auto& table = m_report.notChecked[missing];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return tr("Not checked: no %1 table for %2 is installed").arg(tableName(table.table), qs(table.date.iso()));
    case FixRole: return tr("Ask an administrator to import the table that covers this day.");
    case SourceRole: return tr("not checked");
    case SeverityRole: return static_cast<int>(Severity::note);
    default: return {};
    }
}

EditDelegate::Parts EditDelegate::layOut(const QModelIndex& index, double width) const
{
    const double left = m_theme.scaled(34);
    const double right = width - m_theme.scaled(10);
    Parts parts;
    double y = m_theme.scaled(7);
    const auto place = [&](QRectF& box, const QString& text, const QFont& font) {
        if (text.isEmpty()) return;
        const QRectF bounds = QFontMetricsF(font).boundingRect(QRectF(0, 0, right - left, 4000), wrapped, text);
        box = QRectF(left, y, right - left, std::ceil(bounds.height()));
        y += box.height() + m_theme.scaled(2);
    };
    place(parts.message, index.data().toString(), m_theme.font(TextSize::work, true));
    place(parts.fix, index.data(EditListModel::FixRole).toString(), m_theme.font(TextSize::work));
    place(parts.source, index.data(EditListModel::SourceRole).toString(), m_theme.font(TextSize::label));
    parts.height = y + m_theme.scaled(6);
    return parts;
}

void EditDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    paintRow(*painter, m_theme, option, index);
    const auto& tokens = m_theme.tokens();
    const Parts parts = layOut(index, option.rect.width());
    painter->save();
    painter->translate(option.rect.topLeft());
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF box(m_theme.scaled(13), parts.message.top() + m_theme.scaled(3), m_theme.scaled(11),
                     m_theme.scaled(11));
    switch (static_cast<Severity>(index.data(EditListModel::SeverityRole).toInt())) {
    case Severity::error:
        painter->setPen(Qt::NoPen);
        painter->setBrush(tokens.error);
        painter->drawEllipse(box);
        break;
    case Severity::warning:
        painter->setPen(Qt::NoPen);
        painter->setBrush(tokens.warning);
        painter->drawPolygon(QPolygonF({{box.center().x(), box.top()}, box.bottomRight(), box.bottomLeft()}));
        break;
    case Severity::note:
        painter->setPen(QPen(tokens.muted, 1.5));
        painter->setBrush(Qt::NoBrush);
        painter->drawEllipse(box.adjusted(1, 1, -1, -1));
        break;
    }
    painter->setPen(tokens.text);
    painter->setFont(m_theme.font(TextSize::work, true));
    painter->drawText(parts.message, wrapped, index.data().toString());
    painter->setFont(m_theme.font(TextSize::work));
    painter->drawText(parts.fix, wrapped, index.data(EditListModel::FixRole).toString());
    painter->setPen(tokens.muted);
    painter->setFont(m_theme.font(TextSize::label));
    painter->drawText(parts.source, wrapped, index.data(EditListModel::SourceRole).toString());
    painter->restore();
}

QSize EditDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
    const int width = view ? view->viewport()->width() : option.rect.width();
    return {width, static_cast<int>(layOut(index, width).height)};
}

}  // namespace cw::ui
