#include "ui/codes/pcs_model.h"

#include "ui/widgets/row_delegate.h"
#include "ui/widgets/text.h"

#include <QLocale>

namespace cw::ui {

void PcsModel::setChoices(std::vector<app::PcsChoice> choices)
{
    beginResetModel();
    m_choices = std::move(choices);
    endResetModel();
}

int PcsModel::rowOf(char value) const
{
    for (std::size_t i = 0; i < m_choices.size(); ++i)
        if (m_choices[i].value.character == value) return static_cast<int>(i);
    return -1;
}

int PcsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_choices.size());
}

int PcsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columnCountOf;
}

QVariant PcsModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) return {};
    const auto& at = choice(index.row());
    const bool isExample = at.value.label.empty();
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case character: return QString(QLatin1Char(at.value.character));
        case label: return qs(isExample ? at.example : at.value.label);
        default: return at.codes ? QLocale::c().toString(static_cast<qlonglong>(*at.codes)) : QString();
        }
    case Qt::ToolTipRole: return index.column() == label ? qs(isExample ? at.example : at.value.label) : QString();
    case Qt::TextAlignmentRole:
        return index.column() == left ? QVariant(static_cast<int>(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
    case StrongRole: return index.column() == character;
    case TabularRole: return index.column() != label;
    case MutedRole: return index.column() == left || (index.column() == label && isExample);
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1, %2")
            .arg(QLatin1Char(at.value.character))
            .arg(qs(isExample ? at.example : at.value.label));
    default: return {};
    }
}

QVariant PcsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    static const QStringList names = {QStringLiteral("Key"), QStringLiteral("Value"), QStringLiteral("Codes left")};
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole && section == left) return static_cast<int>(Qt::AlignRight | Qt::AlignVCenter);
    return role == Qt::DisplayRole ? QVariant(names.value(section)) : QVariant();
}

}  // namespace cw::ui
