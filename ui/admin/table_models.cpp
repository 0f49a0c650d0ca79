#include "ui/admin/table_models.h"

#include "ui/widgets/interval_text.h"
#include "ui/widgets/row_delegate.h"
#include "ui/widgets/text.h"
#include "ui/widgets/tone.h"

#include <QLocale>

#include <algorithm>

namespace cw::ui {

namespace {

Tone toneOf(app::TableState state)
{
    switch (state) {
    case app::TableState::inForce: return Tone::done;
    case app::TableState::missing: return Tone::error;
    case app::TableState::notInstalled: return Tone::neutral;
    default: return Tone::warning;
    }
}

QString dayText(const std::optional<Date>& day)
{
    return day ? qs(day->iso()) : QString();
}

QVariant headerOf(const QStringList& names, int section, Qt::Orientation orientation, int role, bool isNumber)
{
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::DisplayRole) return names.value(section);
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return {};
}

}  // namespace

QString nameOfTable(const app::TableStatus& status)
{
    const QString name = qs(status.source->name);
    return status.variant.empty() ? name : QStringLiteral("%1, %2").arg(name, qs(status.variant));
}

void TableStatusModel::setRows(std::vector<TableRow> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

const TableRow* TableStatusModel::at(int row) const
{
    return row >= 0 && row < rowCount() ? &m_rows[static_cast<std::size_t>(row)] : nullptr;
}

int TableStatusModel::attention() const
{
    return static_cast<int>(std::count_if(m_rows.begin(), m_rows.end(),
                                          [](const TableRow& row) { return app::needsAttention(row.status.state); }));
}

int TableStatusModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int TableStatusModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columnCountOf;
}

QVariant TableStatusModel::data(const QModelIndex& index, int role) const
{
    const auto* row = at(index.row());
    if (!row) return {};
    const auto& status = row->status;
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        switch (column) {
        case name: return nameOfTable(status);
        case state: return qs(toString(status.state));
        case inUse: return qs(status.inForce);
        case until: return dayText(status.lastDay);
        case nextDue: return dayText(status.nextDue);
        default: return qs(status.sentence);
        }
    case Qt::ToolTipRole: return column == meaning ? QVariant(qs(status.sentence)) : QVariant();
    case StrongRole: return column == name;
    case MutedRole: return column == meaning || (column == nextDue && status.isNextInstalled);
    case TabularRole: return column == until || column == nextDue;
    case ChipRole: return column == state ? QVariant(static_cast<int>(toneOf(status.state))) : QVariant();
    case Qt::AccessibleTextRole:
        if (column != name) return {};
        return QStringLiteral("%1, %2, %3").arg(nameOfTable(status), qs(toString(status.state)), qs(status.sentence));
    default: return {};
    }
}

QVariant TableStatusModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return headerOf({tr("Table"), tr("State"), tr("In use"), tr("Until"), tr("Next due"), tr("What it means")}, section,
                    orientation, role, false);
}

void InstalledModel::show(const TableRow* row)
{
    beginResetModel();
    m_row = row ? *row : TableRow();
    endResetModel();
}

const app::InstalledTable* InstalledModel::at(int row) const
{
    const auto& all = m_row.status.installed;
    return row >= 0 && row < rowCount() ? &all[static_cast<std::size_t>(row)] : nullptr;
}

int InstalledModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_row.status.installed.size());
}

int InstalledModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columnCountOf;
}

QVariant InstalledModel::data(const QModelIndex& index, int role) const
{
    const auto* table = at(index.row());
    if (!table) return {};
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        switch (column) {
        case name: return table->name.empty() ? qs(toString(table->kind)) : qs(table->name);
        case inForce: return intervalText(table->inForce);
        case rows:
            return QLocale(QLocale::English, QLocale::UnitedStates).toString(static_cast<qlonglong>(table->rows));
        case imported: {
            const auto at = static_cast<std::size_t>(index.row());
            return at < m_row.importedAt.size() ? m_row.importedAt[at] : QString();
        }
        default: return qs(table->sourceName);
        }
    case Qt::TextAlignmentRole:
        return static_cast<int>((column == rows ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case StrongRole: return column == name;
    case TabularRole: return column == inForce || column == imported;
    case MutedRole: return column == imported || column == source;
    default: return {};
    }
}

QVariant InstalledModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return headerOf({tr("Release"), tr("In force"), tr("Rows"), tr("Imported"), tr("From")}, section, orientation, role,
                    section == rows);
}

}  // namespace cw::ui
