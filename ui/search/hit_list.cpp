#include "ui/search/hit_list.h"

#include "ui/widgets/text.h"

#include <QStringList>

#include <algorithm>

namespace cw::ui {

void HitListModel::setRows(std::vector<FoundRow> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

void HitListModel::updateStars()
{
    if (!m_rows.empty()) emit dataChanged(index(0), index(rowCount() - 1));
}

int HitListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

const FoundRow* HitListModel::at(int row) const
{
    return row >= 0 && row < rowCount() ? &m_rows[static_cast<std::size_t>(row)] : nullptr;
}

Qt::ItemFlags HitListModel::flags(const QModelIndex& index) const
{
    const auto* row = at(index.row());
    if (!row || row->kind == FoundRow::Kind::heading) return Qt::NoItemFlags;
    return Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
}

int HitListModel::walk(int row, int steps) const
{
    const int last = rowCount() - 1;
    const int direction = steps < 0 ? -1 : 1;
    const auto isHeading = [this](int at) {
        return m_rows[static_cast<std::size_t>(at)].kind == FoundRow::Kind::heading;
    };
    int target = std::clamp(row + steps, 0, std::max(0, last));
    while (target >= 0 && target <= last && isHeading(target)) target += direction;
    return target < 0 || target > last ? row : target;
}

int HitListModel::rowOf(const CodeEntry& entry) const
{
    for (int i = 0; i < rowCount(); ++i) {
        const auto& row = m_rows[static_cast<std::size_t>(i)];
        const bool isSame = row.entry.system == entry.system && row.entry.code == entry.code;
        if (row.kind == FoundRow::Kind::code && isSame) return i;
    }
    return -1;
}

QVariant HitListModel::data(const QModelIndex& index, int role) const
{
    const auto* row = at(index.row());
    if (!row) return {};
    const bool isCode = row->kind == FoundRow::Kind::code;
    const auto& entry = row->entry;
    const bool isStarred = isCode && m_isFavourite && m_isFavourite(entry);
    switch (role) {
    case Qt::DisplayRole: return row->title;
    case CodeRole: return isCode ? qs(entry.displayCode()) : QString();
    case ReasonRole: return row->reason;
    case SystemRole: return isCode ? qs(displayName(entry.system)) : QString();
    case StarterRole: return isCode && entry.kind == ReleaseKind::starter && !isUnknown(entry);
    case FadedRole: return isCode && !entry.validOnDate;
    case HeadingRole: return row->kind == FoundRow::Kind::heading;
    case StarRole: return isStarred;
    case Qt::AccessibleTextRole: {
        if (!isCode) return row->reason.isEmpty() ? row->title : row->title + QStringLiteral(", ") + row->reason;
        QStringList parts = {QStringLiteral("%1 %2").arg(qs(entry.displayCode()), row->title),
                             qs(displayName(entry.system))};
        if (isStarred) parts.append(tr("favourite"));
        if (!row->reason.isEmpty()) parts.append(row->reason);
        return parts.join(QStringLiteral(", "));
    }
    default: return {};
    }
}

}  // namespace cw::ui
