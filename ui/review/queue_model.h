#pragma once

#include "encounter/encounter_repository.h"

#include <QAbstractTableModel>

#include <vector>

namespace cw::ui {

/// Encounters that wait for review.
class QueueModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { visit, patient, service, coder, charges, columns };

    using QAbstractTableModel::QAbstractTableModel;
    void setRows(std::vector<EncounterSummary> rows);
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& = {}) const override { return columns; }
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    QString encounterIdAt(int row) const;  ///< Empty when there is no such row.
    int rowOf(const QString& encounterId) const;

private:
    std::vector<EncounterSummary> m_rows;
};

}  // namespace cw::ui
