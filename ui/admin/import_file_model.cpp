#include "ui/admin/import_file_model.h"

#include "ui/widgets/row_delegate.h"
#include "ui/widgets/tone.h"

namespace cw::ui {

namespace {

Tone toneOf(ImportBatch::Step step)
{
    using Step = ImportBatch::Step;
    switch (step) {
    case Step::reading:
    case Step::importing: return Tone::accent;
    case Step::asking: return Tone::warning;
    case Step::imported: return Tone::done;
    case Step::failed: return Tone::error;
    default: return Tone::neutral;
    }
}

}  // namespace

ImportFileModel::ImportFileModel(ImportBatch& batch, QObject* parent) : QAbstractTableModel(parent), m_batch(batch)
{
    connect(&batch, &ImportBatch::changed, this, &ImportFileModel::follow);
}

void ImportFileModel::follow()
{
    // Rows keep their place while the steps change, so that a person may read what is above.
    const int rows = static_cast<int>(m_batch.items().size());
    if (rows == m_rows && rows > 0) {
        emit dataChanged(index(0, 0), index(rows - 1, columnCountOf - 1));
        return;
    }
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

int ImportFileModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int ImportFileModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columnCountOf;
}

QVariant ImportFileModel::data(const QModelIndex& index, int role) const
{
    if (index.row() >= static_cast<int>(m_batch.items().size())) return {};
    const auto& item = m_batch.items()[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole: return index.column() == name ? item.name : stepText(item.step);
    case Qt::ToolTipRole: return index.column() == name ? item.path : QVariant();
    case StrongRole: return index.column() == name;
    case ChipRole: return index.column() == step ? QVariant(static_cast<int>(toneOf(item.step))) : QVariant();
    default: return {};
    }
}

QVariant ImportFileModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    return section == name ? tr("File") : tr("State");
}

}  // namespace cw::ui
