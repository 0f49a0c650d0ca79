#pragma once

#include "ui/admin/import_batch.h"

#include <QAbstractTableModel>

namespace cw::ui {

/// The files of an import and how far each is.
class ImportFileModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { name, step, columnCountOf };
    ImportFileModel(ImportBatch& batch, QObject* parent);
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void follow();
    ImportBatch& m_batch;
    int m_rows = 0;
};

}  // namespace cw::ui
