#pragma once

#include "app/billing/claim_history.h"

#include <QAbstractTableModel>

namespace cw::ui {

/// A claim from encounter to payment, newest last.
class TimelineModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { when, what, by, file, columnCountOf };
    using QAbstractTableModel::QAbstractTableModel;
    void setEntries(std::vector<app::TimelineEntry> entries);
    const app::TimelineEntry* at(int row) const;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<app::TimelineEntry> m_entries;
};

}  // namespace cw::ui
