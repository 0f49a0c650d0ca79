#pragma once

#include "app/worklist.h"

#include <QAbstractTableModel>

namespace cw::ui {

/// The rows of the worklist, sortable by every column; oldest service date first to begin with.
class WorklistModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { visit, patient, serviceDate, place, payer, charges, daysToFile, status, note, columnCountOf };

    using QAbstractTableModel::QAbstractTableModel;

    void setUser(const std::string& name) { m_user = name; }  ///< Shown as "you".
    void setRows(std::vector<app::WorklistRow> rows);
    const app::WorklistRow& row(int index) const { return m_rows.at(static_cast<std::size_t>(index)); }
    int indexOf(const std::string& encounterId) const;  ///< -1 when it is not there.

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    QString noteText(const EncounterSummary& summary) const;
    void sortRows();
    std::string m_user;
    std::vector<app::WorklistRow> m_rows;
    int m_sortColumn = serviceDate;
    Qt::SortOrder m_order = Qt::AscendingOrder;
};

}  // namespace cw::ui
