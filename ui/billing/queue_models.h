#pragma once

#include "ui/billing/queue_load.h"

#include <QAbstractTableModel>

namespace cw::ui {

/// The payers of a queue with counts, dollars and the fewest days left.
class PayerModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { payer, payerId, claims, charges, failing, paid, days, columnCountOf };
    PayerModel(ClaimQueue queue, QObject* parent) : QAbstractTableModel(parent), m_queue(queue) {}
    void setRows(std::vector<PayerRow> rows);
    const PayerRow* at(int row) const;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    ClaimQueue m_queue;
    std::vector<PayerRow> m_rows;
};

/// The claims or encounters of a queue.
class ClaimQueueModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { name, patient, service, payer, charges, paid, days, state, detail, columnCountOf };
    ClaimQueueModel(ClaimQueue queue, QObject* parent) : QAbstractTableModel(parent), m_queue(queue) {}
    void setRows(std::vector<QueueRow> rows);
    const QueueRow* at(int row) const;
    int indexOf(const std::string& name) const;  ///< -1 when it is not there.
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const QueueRow& row, int column) const;
    QString stateText(const QueueRow& row) const;
    ClaimQueue m_queue;
    std::vector<QueueRow> m_rows;
};

/// What header cells of all lists of this page say.
QVariant headerCell(const QStringList& names, int section, Qt::Orientation orientation, int role, bool right);
QVariant cellAlignment(bool right);
/// Red when past, amber within 30 days.
QVariant daysTone(std::optional<int> days);
QString daysText(std::optional<int> days);

}  // namespace cw::ui
