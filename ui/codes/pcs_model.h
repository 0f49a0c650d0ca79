#pragma once

#include "app/code_browser.h"

#include <QAbstractTableModel>

namespace cw::ui {

/// The values that the next axis of an ICD-10-PCS code may take.
class PcsModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { character, label, left, columnCountOf };
    using QAbstractTableModel::QAbstractTableModel;
    void setChoices(std::vector<app::PcsChoice> choices);
    const app::PcsChoice& choice(int row) const { return m_choices.at(static_cast<std::size_t>(row)); }
    int rowOf(char value) const;  ///< -1 when the axis has no such value.
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<app::PcsChoice> m_choices;
};

}  // namespace cw::ui
