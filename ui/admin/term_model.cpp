#include "ui/admin/terms_pane.h"
#include "ui/widgets/row_delegate.h"
#include "ui/widgets/text.h"

#include <QStringList>

namespace cw::ui {

void TermModel::setRows(std::vector<TermRow> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

const SiteTerm* TermModel::at(int row) const
{
    return row >= 0 && row < rowCount() ? &m_rows[static_cast<std::size_t>(row)].term : nullptr;
}

int TermModel::rowOf(const std::string& name) const
{
    for (int i = 0; i < rowCount(); ++i)
        if (at(i)->term == name) return i;
    return -1;
}

int TermModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int TermModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columnCountOf;
}

QVariant TermModel::data(const QModelIndex& index, int role) const
{
    const auto* one = at(index.row());
    if (!one) return {};
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        switch (column) {
        case term: return qs(one->term);
        case words: return qs(one->words);
        case codes: {
            QStringList names;
            for (const auto& code : one->codes) names.append(qs(code));
            return names.join(QStringLiteral(", "));
        }
        default:
            return QStringLiteral("%1, %2").arg(m_rows[static_cast<std::size_t>(index.row())].changedAt,
                                                qs(one->addedBy));
        }
    case StrongRole: return column == term;
    case MutedRole: return column == changed;
    case TabularRole: return column == codes;
    default: return {};
    }
}

QVariant TermModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    static const QStringList names = {tr("Term"), tr("Stands for the words"), tr("Codes"), tr("Last changed")};
    return orientation == Qt::Horizontal && role == Qt::DisplayRole ? QVariant(names.value(section)) : QVariant();
}

}  // namespace cw::ui
