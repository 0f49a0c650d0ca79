#pragma once

#include "app/update_centre.h"

#include <QAbstractTableModel>
#include <QString>

#include <vector>

namespace cw::ui {

/// How one kind of table stands, with the local times of its imports beside it.
struct TableRow {
    app::TableStatus status;
    std::vector<QString> importedAt;  ///< One for each of status.installed.
    QString address;                  ///< As entered, {year} and {fy} not yet replaced; else the agency's.
};

/// "NCCI PTP edits, practitioner"
QString nameOfTable(const app::TableStatus& status);

/// The kinds of tables that a workspace can hold.
class TableStatusModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { name, state, inUse, until, nextDue, meaning, columnCountOf };
    using QAbstractTableModel::QAbstractTableModel;
    void setRows(std::vector<TableRow> rows);
    const TableRow* at(int row) const;
    int attention() const;  ///< Kinds that somebody should look after.
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<TableRow> m_rows;
};

/// The installed tables of one kind, newest first.
class InstalledModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { name, inForce, rows, imported, source, columnCountOf };
    using QAbstractTableModel::QAbstractTableModel;
    void show(const TableRow* row);
    const app::InstalledTable* at(int row) const;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    TableRow m_row;
};

}  // namespace cw::ui
