#pragma once

#include "app/billing_desk.h"

#include <QAbstractTableModel>
#include <QString>

namespace cw::ui {

/// Approved encounters by payer; with more than one payer the first row is all of them together.
class PayerModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { payer, payerId, claims, charges, failing, days, columnCountOf };
    using QAbstractTableModel::QAbstractTableModel;
    void setGroups(std::vector<app::PayerGroup> groups);
    const app::PayerGroup& group(int row) const { return m_groups.at(static_cast<std::size_t>(row)); }
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<app::PayerGroup> m_groups;
};

/// The claims of a payer, or all failing ones.
class ReadyClaimModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { visit, patient, service, payer, charges, days, finding, columnCountOf };
    using QAbstractTableModel::QAbstractTableModel;
    void setRows(std::vector<app::ReadyClaim> rows);
    const app::ReadyClaim& row(int index) const { return m_rows.at(static_cast<std::size_t>(index)); }
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<app::ReadyClaim> m_rows;
};

struct BatchRow {
    Batch batch;
    QString when;  ///< Local date and time.
};

/// Claim files that were written, newest first.
class BatchModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { number, when, claims, charges, who, control, form, file, digest, columnCountOf };
    using QAbstractTableModel::QAbstractTableModel;
    void setRows(std::vector<BatchRow> rows);
    const BatchRow& row(int index) const { return m_rows.at(static_cast<std::size_t>(index)); }
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<BatchRow> m_rows;
};

}  // namespace cw::ui
