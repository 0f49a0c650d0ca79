#pragma once

#include "app/billing/denial_desk.h"
#include "ui/async/latest.h"
#include "ui/shell/page.h"

#include <QAbstractTableModel>
#include <QDialog>

class QComboBox;

namespace cw::ui {

class EmptyState;
class ListTable;

/// Counts of rejections or denials by one of their sides.
class WorkCountModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { key, items, open, amount, recovered, columnCountOf };
    using QAbstractTableModel::QAbstractTableModel;
    void setCounts(std::vector<WorkItemCount> counts);
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<WorkItemCount> m_counts;
};

/// Reports over all rejections and denials, not the first code of each: by code, payer, rule, outcome, root cause or coder,
/// with counts and dollars. Esc closes.
class ReportsDialog final : public QDialog {
    Q_OBJECT

public:
    ReportsDialog(PageContext& context, WorkItemKind kind, QWidget* parent);

private:
    void load();
    PageContext& m_context;
    QComboBox* m_kind;
    QComboBox* m_by;
    QComboBox* m_since;
    WorkCountModel* m_model;
    ListTable* m_table;
    EmptyState* m_state;
    Latest<std::vector<WorkItemCount>> m_ask;
};

}  // namespace cw::ui
