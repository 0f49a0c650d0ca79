#pragma once

#include "app/code_impact.h"

#include <QAbstractTableModel>

#include <vector>

namespace cw::ui {

/// Changed codes with what of ours uses them.
class ImpactModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { code, change, title, successors, encounters, sets, terms, columnCountOf };
    using QAbstractTableModel::QAbstractTableModel;
    void setReport(app::ImpactReport report);
    void setUsedOnly(bool on);
    const app::CodeImpact* at(int row) const;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void choose();
    app::ImpactReport m_report;
    std::vector<std::size_t> m_rows;
    bool m_isUsedOnly = true;
};

/// "2 open encounters, 1 code set, no own term": one sentence part for the whole report.
QString impactText(const app::ImpactReport& report);

}  // namespace cw::ui
