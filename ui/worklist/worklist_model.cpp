#include "ui/worklist/worklist_model.h"

#include "ui/widgets/row_delegate.h"
#include "ui/widgets/text.h"
#include "ui/widgets/tone.h"
#include "ui/worklist/worklist_filters.h"

#include <algorithm>
#include <limits>

namespace cw::ui {

namespace {

int compare(const app::WorklistRow& a, const app::WorklistRow& b, int column)
{
    const auto& left = a.summary;
    const auto& right = b.summary;
    const auto sign = [](auto order) { return order < 0 ? -1 : order > 0 ? 1 : 0; };
    switch (column) {
    case WorklistModel::visit: return left.encounterId.compare(right.encounterId);
    case WorklistModel::patient: return QString::localeAwareCompare(qs(left.patientName), qs(right.patientName));
    case WorklistModel::serviceDate: return sign(left.serviceFrom <=> right.serviceFrom);
    case WorklistModel::place: return placeText(left).compare(placeText(right));
    case WorklistModel::payer: return QString::localeAwareCompare(qs(left.payerName), qs(right.payerName));
    case WorklistModel::charges: return sign(left.charges <=> right.charges);
    case WorklistModel::daysToFile: {
        // A payer without a known limit comes after all that have one.
        constexpr int never = std::numeric_limits<int>::max();
        return sign((a.fileBy ? a.daysToFile : never) <=> (b.fileBy ? b.daysToFile : never));
    }
    case WorklistModel::status: return static_cast<int>(left.status) - static_cast<int>(right.status);
    default: return left.note.compare(right.note);
    }
}

QString textOf(const app::WorklistRow& row, int column)
{
    const auto& summary = row.summary;
    switch (column) {
    case WorklistModel::visit: return qs(summary.encounterId);
    case WorklistModel::patient: return qs(summary.patientName);
    case WorklistModel::serviceDate: return qs(summary.serviceFrom.iso());
    case WorklistModel::place: return placeText(summary);
    case WorklistModel::payer: return qs(summary.payerName);
    case WorklistModel::charges: return qs(summary.charges.grouped());
    case WorklistModel::daysToFile: return row.fileBy ? QString::number(row.daysToFile) : QStringLiteral("\u2013");
    case WorklistModel::status: return qs(displayName(summary.status));
    default: return {};
    }
}

}  // namespace

QString WorklistModel::noteText(const EncounterSummary& summary) const
{
    if (summary.assignedTo.empty()) return qs(summary.note);
    const QString who = summary.assignedTo == m_user ? QStringLiteral("you") : qs(summary.assignedTo);
    return summary.note.empty() ? who : who + QStringLiteral(": ") + qs(summary.note);
}

void WorklistModel::setRows(std::vector<app::WorklistRow> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    sortRows();
    endResetModel();
}

int WorklistModel::indexOf(const std::string& encounterId) const
{
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        if (m_rows[i].summary.encounterId == encounterId) return static_cast<int>(i);
    return -1;
}

int WorklistModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int WorklistModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columnCountOf;
}

QVariant WorklistModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) return {};
    const auto& item = row(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole: return column == note ? noteText(item.summary) : textOf(item, column);
    case Qt::ToolTipRole: {
        if (column == note) return noteText(item.summary);
        if (column == daysToFile)
            return item.fileBy ? QStringLiteral("File by ") + qs(item.fileBy->iso())
                               : QStringLiteral("No filing limit is known for this payer");
        return {};
    }
    case Qt::AccessibleTextRole:
        return column == visit ? QStringLiteral("%1, %2").arg(textOf(item, visit), textOf(item, status))
                               : textOf(item, column);
    case Qt::TextAlignmentRole:
        return static_cast<int>((column == charges || column == daysToFile ? Qt::AlignRight : Qt::AlignLeft) |
                                Qt::AlignVCenter);
    case StrongRole: return column == visit;
    case TabularRole: return column == visit || column == serviceDate;
    case MutedRole: return column == note || (column == daysToFile && !item.fileBy);
    case ChipRole: return column == status ? QVariant(static_cast<int>(toneOf(item.summary.status))) : QVariant();
    case ToneRole:
        if (column != daysToFile || !item.fileBy || item.daysToFile > 30) return {};
        return static_cast<int>(item.daysToFile < 0 ? Tone::error : Tone::warning);
    default: return {};
    }
}

QVariant WorklistModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) return {};
    static const QStringList names = {
        QStringLiteral("Visit"),        QStringLiteral("Patient"), QStringLiteral("Service"),
        QStringLiteral("Place"),        QStringLiteral("Payer"),   QStringLiteral("Charges"),
        QStringLiteral("Days to file"), QStringLiteral("Status"),  QStringLiteral("Note")};
    if (role == Qt::DisplayRole) return names.value(section);
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((section == charges || section == daysToFile ? Qt::AlignRight : Qt::AlignLeft) |
                                Qt::AlignVCenter);
    return {};
}

void WorklistModel::sort(int column, Qt::SortOrder order)
{
    m_sortColumn = column;
    m_order = order;
    emit layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const auto before = persistentIndexList();
    std::vector<std::string> ids;
    for (const auto& index : before) ids.push_back(row(index.row()).summary.encounterId);
    sortRows();
    for (qsizetype i = 0; i < before.size(); ++i)
        changePersistentIndex(before[i], index(indexOf(ids[static_cast<std::size_t>(i)]), before[i].column()));
    emit layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

void WorklistModel::sortRows()
{
    std::stable_sort(m_rows.begin(), m_rows.end(), [this](const auto& a, const auto& b) {
        const int order = compare(a, b, m_sortColumn);
        return m_order == Qt::AscendingOrder ? order < 0 : order > 0;
    });
}

}  // namespace cw::ui
