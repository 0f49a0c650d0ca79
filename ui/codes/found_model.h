#pragma once

#include "app/workspace.h"
#include "search/searcher.h"

#include <QAbstractTableModel>

#include <vector>

namespace cw::ui {

/// A row of the search: a code, why it is there, and which words of its title match.
struct FoundCode {
    CodeEntry entry;
    std::string reason;
    int episodes = 1;  ///< Codes that the row stands for.
    std::vector<search::TextRange> marks;
};

/// For a background thread. A query without words lists what stands under `parent` of the query's system.
Result<std::vector<FoundCode>> findCodes(app::Workspace& workspace, const search::Query& query,
                                         const std::string& parent = {});

/// Hits of a search, or what lies below a code.
class FoundModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { code, description, why, system, state, columnCountOf };
    enum Role { MarksRole = Qt::UserRole + 220 };  ///< QList<QPair<int, int>>: begin and length in the text.
    using QAbstractTableModel::QAbstractTableModel;
    void setRows(std::vector<FoundCode> rows);
    const std::vector<FoundCode>& rows() const noexcept { return m_rows; }
    const FoundCode& row(int row) const { return m_rows.at(static_cast<std::size_t>(row)); }
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<FoundCode> m_rows;
};

}  // namespace cw::ui
