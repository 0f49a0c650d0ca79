#pragma once

#include "app/code_sets.h"
#include "app/own_codes.h"

#include <QAbstractTableModel>

#include <vector>

namespace cw::ui {

/// What stands on the shelf: the codes that the person used last, favourites and sets.
struct Shelf {
    std::vector<app::OpenedSet> sets;
    std::vector<app::SetCode> recent;  ///< Most recent first, judged as the codes of a set are.
};

/// For a background thread.
Result<Shelf> loadShelf(app::Workspace& workspace, std::optional<Date> on);

/// The names at the left: recent codes first, then the sets.
class ShelfModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { name, state, count, columnCountOf };
    using QAbstractTableModel::QAbstractTableModel;
    void setShelf(Shelf shelf);
    const app::OpenedSet* set(int row) const;  ///< Null for the recent codes.
    const std::vector<app::SetCode>& codes(int row) const;
    int rowOf(CodeSetId id) const;  ///< -1 when it is gone.
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    Shelf m_shelf;
};

/// The codes of a set with how they stand on the day.
class SetCodeModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { code, title, system, state, columnCountOf };
    using QAbstractTableModel::QAbstractTableModel;
    void setCodes(std::vector<app::SetCode> codes);
    const app::SetCode& row(int row) const { return m_codes.at(static_cast<std::size_t>(row)); }
    int rowOf(const CodeKey& key) const;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<app::SetCode> m_codes;
};

}  // namespace cw::ui
