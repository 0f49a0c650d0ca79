#pragma once

#include <QAbstractTableModel>

#include <cstdint>
#include <functional>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace cw::ui {

/// A node of an outline.
struct OutlineNode {
    std::int64_t id = 0;  ///< Not 0, unique in the model.
    bool hasChildren = false;
};

/// A tree shown as a list of rows with depths, opened and closed by row. Children may come late. What a row says is the
/// business of the models made from it.
class OutlineModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Role {
        DepthRole = Qt::UserRole + 200,
        BranchRole,  ///< int of Branch.
        LeadRole,    ///< QString before the text: a code.
        TrailRole    ///< QString behind the text, muted.
    };
    enum class Branch { none, closed, open };
    using QAbstractTableModel::QAbstractTableModel;

    void clear();
    /// Roots when `parent` is 0. Rows appear when the parent is shown open, or was waiting for them.
    void setChildren(std::int64_t parent, std::vector<OutlineNode> nodes);
    bool knowsChildren(std::int64_t parent) const { return m_children.contains(parent); }
    /// Asks by childrenWanted() for children that are not known yet.
    void open(int row);
    void close(int row);
    /// Opens what is known, as many levels down.
    void openLevels(int levels);
    /// Shows what matches and what stands above it, all open; an empty function shows all as it was open before.
    void setFilter(std::function<bool(std::int64_t)> matches);

    std::int64_t idAt(int row) const { return m_rows.at(static_cast<std::size_t>(row)).id; }
    int rowOf(std::int64_t id) const;  ///< -1 when it is not shown.
    int parentRow(int row) const;      ///< -1 for roots.
    Branch branch(int row) const;
    int depth(int row) const { return m_rows.at(static_cast<std::size_t>(row)).depth; }
    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

signals:
    void childrenWanted(qint64 parent);

protected:
    /// What a cell says; `id` is a node of the model.
    virtual QVariant cell(std::int64_t id, int column, int role) const = 0;

private:
    struct Row {
        std::int64_t id = 0;
        int depth = 0;
        bool hasChildren = false;
    };
    void appendRows(std::int64_t parent, int depth, std::vector<Row>& into) const;
    bool appendMatches(std::int64_t parent, int depth, std::vector<Row>& into) const;
    void rebuild();

    std::vector<Row> m_rows;
    std::unordered_map<std::int64_t, std::vector<OutlineNode>> m_children;
    std::unordered_set<std::int64_t> m_open;
    std::function<bool(std::int64_t)> m_matches;
};

}  // namespace cw::ui
