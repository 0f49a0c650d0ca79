#include "ui/billing/queue_models.h"

#include "ui/widgets/row_delegate.h"
#include "ui/widgets/text.h"
#include "ui/widgets/tone.h"

#include <algorithm>

namespace cw::ui {

QVariant cellAlignment(bool right)
{
    return static_cast<int>((right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
}

QVariant headerCell(const QStringList& names, int section, Qt::Orientation orientation, int role, bool right)
{
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::DisplayRole) return names.value(section);
    if (role == Qt::TextAlignmentRole) return cellAlignment(right);
    return {};
}

QVariant daysTone(std::optional<int> days)
{
    if (!days || *days > 30) return {};
    return static_cast<int>(*days < 0 ? Tone::error : Tone::warning);
}

QString daysText(std::optional<int> days)
{
    if (!days) return QStringLiteral("\u2013");
    return *days < 0 ? QStringLiteral("%1 past").arg(-*days) : QString::number(*days);
}

void PayerModel::setRows(std::vector<PayerRow> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

const PayerRow* PayerModel::at(int row) const
{
    return row >= 0 && row < rowCount() ? &m_rows[static_cast<std::size_t>(row)] : nullptr;
}

int PayerModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int PayerModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columnCountOf;
}

QVariant PayerModel::data(const QModelIndex& index, int role) const
{
    const auto* row = at(index.row());
    if (!row) return {};
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case payer: return qs(row->name);
        case payerId: return row->id ? qs(*row->id) : QString();
        case claims: return countText(row->claims);
        case charges: return qs(row->charges.grouped());
        case failing: return countText(row->failing);
        case paid: return qs(row->paid.grouped());
        default: return daysText(row->daysLeft);
        }
    case Qt::TextAlignmentRole: return cellAlignment(index.column() >= claims);
    case StrongRole: return index.column() == payer && !row->id;
    case MutedRole: return index.column() == payerId || (index.column() == failing && row->failing == 0);
    case ChipRole:
        return index.column() == failing && row->failing > 0 ? QVariant(static_cast<int>(Tone::error)) : QVariant();
    case ToneRole: return index.column() == days ? daysTone(row->daysLeft) : QVariant();
    default: return {};
    }
}

QVariant PayerModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const QStringList names = {QStringLiteral("Payer"),
                               QStringLiteral("Payer id"),
                               QStringLiteral("Claims"),
                               QStringLiteral("Charges"),
                               QStringLiteral("Failing"),
                               QStringLiteral("Paid"),
                               QStringLiteral("Fewest %1").arg(daysTitle(m_queue).toLower())};
    return headerCell(names, section, orientation, role, section >= claims);
}

void ClaimQueueModel::setRows(std::vector<QueueRow> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

const QueueRow* ClaimQueueModel::at(int row) const
{
    return row >= 0 && row < rowCount() ? &m_rows[static_cast<std::size_t>(row)] : nullptr;
}

int ClaimQueueModel::indexOf(const std::string& wanted) const
{
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(), [&wanted](const QueueRow& row) { return row.name() == wanted; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int ClaimQueueModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ClaimQueueModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columnCountOf;
}

QString ClaimQueueModel::stateText(const QueueRow& row) const
{
    if (!row.claim) return row.billed == CoverageRank::primary ? QString() : rankText(row.billed);
    return displayName(row.claim->status);
}

QString ClaimQueueModel::text(const QueueRow& row, int column) const
{
    switch (column) {
    case name: return qs(row.name());
    case patient: return qs(row.patientName);
    case service: return qs(row.service.iso());
    case payer: return qs(row.payerName);
    case charges: return qs(row.charges.grouped());
    case paid: return qs(row.paid.grouped());
    case days: return daysText(row.daysLeft);
    case state: return stateText(row);
    default: break;
    }
    if (!row.detail.empty()) return qs(row.detail);
    if (row.claim) return m_queue == ClaimQueue::sent ? QStringLiteral("no answer yet") : QString();
    return row.isFailing ? QStringLiteral("not checked yet") : QStringLiteral("clean");
}

QVariant ClaimQueueModel::data(const QModelIndex& index, int role) const
{
    const auto* row = at(index.row());
    if (!row) return {};
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole: return text(*row, column);
    case Qt::ToolTipRole:
        return column == detail || column == patient || column == payer ? QVariant(text(*row, column)) : QVariant();
    case Qt::TextAlignmentRole: return cellAlignment(column == charges || column == paid || column == days);
    case StrongRole: return column == name;
    case TabularRole: return column == name || column == service;
    case MutedRole: return column == detail && !row->isFailing && (row->detail.empty() || m_queue == ClaimQueue::paid);
    case ToneRole:
        if (column == days) return daysTone(row->daysLeft);
        return column == detail && row->isFailing ? QVariant(static_cast<int>(Tone::error)) : QVariant();
    case ChipRole:
        if (column != state || stateText(*row).isEmpty()) return {};
        return static_cast<int>(row->claim && row->claim->status == ClaimStatus::accepted ? Tone::done : Tone::neutral);
    default: return {};
    }
}

QVariant ClaimQueueModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const bool isReady = m_queue == ClaimQueue::ready || m_queue == ClaimQueue::failing;
    const QStringList names = {isReady ? QStringLiteral("Visit") : QStringLiteral("Claim"),
                               QStringLiteral("Patient"),
                               QStringLiteral("Service"),
                               QStringLiteral("Payer"),
                               QStringLiteral("Charges"),
                               QStringLiteral("Paid"),
                               daysTitle(m_queue),
                               isReady ? QStringLiteral("Bills") : QStringLiteral("State"),
                               isReady ? QStringLiteral("Edits") : QStringLiteral("Last answer")};
    return headerCell(names, section, orientation, role, section == charges || section == paid || section == days);
}

}  // namespace cw::ui
