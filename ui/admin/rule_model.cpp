#include "ui/admin/rules_pane.h"

#include "ui/widgets/row_delegate.h"
#include "ui/widgets/text.h"
#include "ui/widgets/tone.h"

#include <QStringList>

#include <algorithm>

namespace cw::ui {

void RuleModel::setRows(std::vector<app::RuleSetting> rows)
{
    m_rows = std::move(rows);
    setFilter(m_filter);
}

void RuleModel::setFilter(const QString& words)
{
    beginResetModel();
    m_filter = words;
    m_shown.clear();
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const auto& one = *m_rows[i].rule;
        const QString text = QStringLiteral("%1 %2 %3").arg(qs(one.id), qs(one.title), qs(one.source));
        const auto parts = words.split(QLatin1Char(' '), Qt::SkipEmptyParts);
        if (std::all_of(parts.begin(), parts.end(),
                        [&text](const QString& part) { return text.contains(part, Qt::CaseInsensitive); }))
            m_shown.push_back(i);
    }
    endResetModel();
}

const app::RuleSetting* RuleModel::at(int row) const
{
    return row >= 0 && row < rowCount() ? &m_rows[m_shown[static_cast<std::size_t>(row)]] : nullptr;
}

int RuleModel::rowOf(std::string_view id) const
{
    for (int row = 0; row < rowCount(); ++row)
        if (at(row)->rule->id == id) return row;
    return -1;
}

int RuleModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int RuleModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant RuleModel::data(const QModelIndex& index, int role) const
{
    const auto* one = at(index.row());
    if (!one) return {};
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        switch (column) {
        case rule: return qs(one->rule->id);
        case title: return one->rule->advisory ? tr("%1 (advisory)").arg(qs(one->rule->title)) : qs(one->rule->title);
        case level: return one->isDefault ? qs(toString(one->level)) : tr("%1, changed").arg(qs(toString(one->level)));
        case payers: {
            QStringList all;
            for (const auto& [payer, at] : one->payers)
                all.append(QStringLiteral("%1 %2").arg(qs(payer), qs(toString(at))));
            return all.join(QStringLiteral(", "));
        }
        default: return qs(one->rule->source);
        }
    case StrongRole: return column == rule || (column == level && !one->isDefault);
    case MutedRole: return column == source || one->level == RuleLevel::off;
    case ToneRole:
        if (column != level) return {};
        if (one->level == RuleLevel::error) return static_cast<int>(Tone::error);
        return one->level == RuleLevel::warning ? QVariant(static_cast<int>(Tone::warning)) : QVariant();
    default: return {};
    }
}

QVariant RuleModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    static const QStringList names = {tr("Rule"), tr("What it looks for"), tr("Level"), tr("For payers"), tr("Source")};
    return orientation == Qt::Horizontal && role == Qt::DisplayRole ? QVariant(names.value(section)) : QVariant();
}

}  // namespace cw::ui
