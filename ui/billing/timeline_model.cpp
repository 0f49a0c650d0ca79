#include "ui/billing/timeline_model.h"

#include "ui/billing/queue_models.h"
#include "ui/widgets/row_delegate.h"
#include "ui/widgets/text.h"

namespace cw::ui {

void TimelineModel::setEntries(std::vector<app::TimelineEntry> entries)
{
    beginResetModel();
    m_entries = std::move(entries);
    endResetModel();
}

const app::TimelineEntry* TimelineModel::at(int row) const
{
    return row >= 0 && row < rowCount() ? &m_entries[static_cast<std::size_t>(row)] : nullptr;
}

int TimelineModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int TimelineModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columnCountOf;
}

QVariant TimelineModel::data(const QModelIndex& index, int role) const
{
    const auto* entry = at(index.row());
    if (!entry) return {};
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case when: return qs(entry->when);
        case what: return qs(entry->what);
        case by: return qs(entry->by);
        default: return qs(entry->fileName);
        }
    case SecondLineRole: return index.column() == what ? qs(entry->detail) : QString();
    case Qt::ToolTipRole: return index.column() == what ? qs(entry->what + "\n" + entry->detail) : QVariant();
    case Qt::AccessibleTextRole:
        return index.column() == what ? qs(entry->what + ". " + entry->detail) : data(index, Qt::DisplayRole);
    case TabularRole: return index.column() == when;
    case MutedRole: return index.column() != what;
    default: return {};
    }
}

QVariant TimelineModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    static const QStringList names = {QStringLiteral("When"), QStringLiteral("What"), QStringLiteral("By"),
                                      QStringLiteral("File")};
    return headerCell(names, section, orientation, role, false);
}

}  // namespace cw::ui
