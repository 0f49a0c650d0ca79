#include "ui/review/queue_model.h"

#include "ui/widgets/row_delegate.h"
#include "ui/widgets/text.h"

namespace cw::ui {

void QueueModel::setRows(std::vector<EncounterSummary> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int QueueModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QString QueueModel::encounterIdAt(int row) const
{
    return row >= 0 && row < rowCount() ? qs(m_rows[static_cast<std::size_t>(row)].encounterId) : QString();
}

int QueueModel::rowOf(const QString& encounterId) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (encounterIdAt(row) == encounterId) return row;
    }
    return -1;
}

QVariant QueueModel::data(const QModelIndex& index, int role) const
{
    if (index.row() < 0 || index.row() >= rowCount()) return {};
    const auto& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case visit: return qs(row.encounterId);
        case patient: return qs(row.patientName);
        case service: return qs(row.serviceFrom.iso());
        case coder: return row.assignedTo.empty() ? tr("nobody") : qs(row.assignedTo);
        case charges: return qs(row.charges.grouped());
        default: return {};
        }
    case StrongRole: return index.column() == visit;
    case TabularRole: return index.column() == visit || index.column() == service;
    case MutedRole: return index.column() == coder;
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter | (index.column() == charges ? Qt::AlignRight : Qt::AlignLeft));
    default: return {};
    }
}

QVariant QueueModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(Qt::AlignVCenter | (section == charges ? Qt::AlignRight : Qt::AlignLeft));
    }
    if (role != Qt::DisplayRole) return {};
    switch (section) {
    case visit: return tr("Visit");
    case patient: return tr("Patient");
    case service: return tr("Service");
    case coder: return tr("Coder");
    case charges: return tr("Charges");
    default: return {};
    }
}

}  // namespace cw::ui
