#include "ui/codes/code_list_model.h"

#include "ui/widgets/row_delegate.h"
#include "ui/widgets/text.h"
#include "ui/widgets/tone.h"

namespace cw::ui {

QString validityText(const DateInterval& valid)
{
    if (valid.first && valid.last) return QStringLiteral("%1 to %2").arg(qs(valid.first->iso()), qs(valid.last->iso()));
    if (valid.first) return QStringLiteral("since ") + qs(valid.first->iso());
    if (valid.last) return QStringLiteral("until ") + qs(valid.last->iso());
    return QStringLiteral("always");
}

const std::string& titleOf(const CodeEntry& entry)
{
    return entry.longTitle.empty() ? entry.shortTitle : entry.longTitle;
}

void CodeListModel::setEntries(std::vector<CodeEntry> entries)
{
    beginResetModel();
    m_entries = std::move(entries);
    endResetModel();
}

int CodeListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int CodeListModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columnCountOf;
}

QVariant CodeListModel::data(const QModelIndex& index, int role) const
{
    const auto& item = entry(index.row());
    const int column = index.column();
    const bool isStarter = item.kind == ReleaseKind::starter;
    switch (role) {
    case Qt::DisplayRole:
        switch (column) {
        case code: return qs(item.displayCode());
        case description: return qs(titleOf(item));
        case system: return item.isModifier ? QStringLiteral("Modifier") : qs(displayName(item.system));
        case validity: return item.validOnDate ? validityText(item.valid) : QStringLiteral("not in force");
        default: return isStarter ? QStringLiteral("starter") : qs(item.releaseName);
        }
    case Qt::ToolTipRole:
        if (column == description) return qs(titleOf(item));
        if (column == source && isStarter)
            return QStringLiteral("From our own table of common codes, not the official one");
        return {};
    case StrongRole: return column == code;
    case TabularRole: return column == code || column == validity;
    case MutedRole:
        return column == system || column == source || (column == validity && item.validOnDate) ||
               (column == description && !item.billable);
    case ChipRole: return column == source && isStarter ? QVariant(static_cast<int>(Tone::neutral)) : QVariant();
    case ToneRole:
        return column == validity && !item.validOnDate ? QVariant(static_cast<int>(Tone::warning)) : QVariant();
    default: return {};
    }
}

QVariant CodeListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    static const QStringList names = {QStringLiteral("Code"), QStringLiteral("Description"), QStringLiteral("System"),
                                      QStringLiteral("Valid"), QStringLiteral("Table")};
    return orientation == Qt::Horizontal && role == Qt::DisplayRole ? QVariant(names.value(section)) : QVariant();
}

}  // namespace cw::ui
