#include "ui/admin/own_rules_pane.h"

#include "ui/widgets/row_delegate.h"
#include "ui/widgets/text.h"

namespace cw::ui {

void OwnRuleModel::setRows(std::vector<SiteRule> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

const SiteRule* OwnRuleModel::at(int row) const
{
    return row >= 0 && row < rowCount() ? &m_rows[static_cast<std::size_t>(row)] : nullptr;
}

int OwnRuleModel::rowOf(const std::string& name) const
{
    for (int row = 0; row < rowCount(); ++row)
        if (at(row)->id == name) return row;
    return -1;
}

int OwnRuleModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int OwnRuleModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant OwnRuleModel::data(const QModelIndex& index, int role) const
{
    const auto* one = at(index.row());
    if (!one) return {};
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case id: return qs(one->id);
        case title: return qs(one->title);
        case level: return qs(toString(one->level));
        case state: return one->isActive ? tr("in use, version %1").arg(one->version) : tr("not in use");
        default: return qs(one->source);
        }
    case StrongRole: return index.column() == id;
    case MutedRole: return index.column() == source || !one->isActive;
    default: return {};
    }
}

QVariant OwnRuleModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    static const QStringList names = {tr("Rule"), tr("What it looks for"), tr("Level"), tr("State"), tr("Whose rule")};
    return orientation == Qt::Horizontal && role == Qt::DisplayRole ? QVariant(names.value(section)) : QVariant();
}

}  // namespace cw::ui
