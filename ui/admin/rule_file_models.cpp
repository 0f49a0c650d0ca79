#include "ui/admin/rule_files_pane.h"

#include "ui/widgets/row_delegate.h"
#include "ui/widgets/text.h"

#include <QStringList>

namespace cw::ui {

void RuleFileModel::setRows(std::vector<Row> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

const RuleFileRecord* RuleFileModel::at(int row) const
{
    return row >= 0 && row < rowCount() ? &m_rows[static_cast<std::size_t>(row)].record : nullptr;
}

int RuleFileModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int RuleFileModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant RuleFileModel::data(const QModelIndex& index, int role) const
{
    const auto* one = at(index.row());
    if (!one) return {};
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case name: return qs(one->name);
        case rowsOf: return QString::number(one->rows);
        case when: return m_rows[static_cast<std::size_t>(index.row())].when;
        case who: return qs(one->who);
        default: return one->isInForce ? tr("in force") : tr("replaced or withdrawn");
        }
    case Qt::TextAlignmentRole:
        return index.column() == rowsOf ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case StrongRole: return index.column() == name;
    case MutedRole: return !one->isInForce;
    default: return {};
    }
}

QVariant RuleFileModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    static const QStringList names = {tr("File"), tr("Rows"), tr("Imported"), tr("By"), tr("State")};
    return orientation == Qt::Horizontal && role == Qt::DisplayRole ? QVariant(names.value(section)) : QVariant();
}

void RecheckModel::setReport(app::RecheckReport report)
{
    beginResetModel();
    m_report = std::move(report);
    endResetModel();
}

QString RecheckModel::encounterAt(int row) const
{
    return row >= 0 && row < rowCount() ? qs(m_report.changes[static_cast<std::size_t>(row)].encounterId) : QString();
}

int RecheckModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_report.changes.size());
}

int RecheckModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant RecheckModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const auto& one = m_report.changes[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case encounter: return qs(one.encounterId);
        case status: return qs(toString(one.status));
        case change: {
            QStringList parts;
            for (const auto& line : one.added) parts.append(tr("new: %1").arg(qs(line)));
            for (const auto& line : one.gone) parts.append(tr("gone: %1").arg(qs(line)));
            return parts.join(QStringLiteral("; "));
        }
        default:
            if (one.wasReady == one.isReady) return QString();
            return one.isReady ? tr("now ready") : tr("no longer ready");
        }
    case StrongRole: return index.column() == encounter || index.column() == ready;
    default: return {};
    }
}

QVariant RecheckModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    static const QStringList names = {tr("Visit"), tr("Status"), tr("What changed"), tr("Ready")};
    return orientation == Qt::Horizontal && role == Qt::DisplayRole ? QVariant(names.value(section)) : QVariant();
}

}  // namespace cw::ui
