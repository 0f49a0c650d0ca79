#include "ui/codes/outline_model.h"

namespace cw::ui {

void OutlineModel::clear()
{
    beginResetModel();
    m_rows.clear();
    m_children.clear();
    m_open.clear();
    m_matches = {};
    endResetModel();
}

void OutlineModel::rebuild()
{
    beginResetModel();
    m_rows.clear();
    if (m_matches)
        appendMatches(0, 0, m_rows);
    else
        appendRows(0, 0, m_rows);
    endResetModel();
}

void OutlineModel::appendRows(std::int64_t parent, int depth, std::vector<Row>& into) const
{
    const auto found = m_children.find(parent);
    if (found == m_children.end()) return;
    for (const auto& node : found->second) {
        into.push_back({node.id, depth, node.hasChildren});
        if (m_open.contains(node.id)) appendRows(node.id, depth + 1, into);
    }
}

bool OutlineModel::appendMatches(std::int64_t parent, int depth, std::vector<Row>& into) const
{
    const auto found = m_children.find(parent);
    if (found == m_children.end()) return false;
    bool any = false;
    for (const auto& node : found->second) {
        const auto before = into.size();
        into.push_back({node.id, depth, node.hasChildren});
        const bool below = appendMatches(node.id, depth + 1, into);
        if (below || m_matches(node.id))
            any = true;
        else
            into.resize(before);
    }
    return any;
}

void OutlineModel::setChildren(std::int64_t parent, std::vector<OutlineNode> nodes)
{
    m_children[parent] = std::move(nodes);
    if (parent == 0) return rebuild();
    const int row = rowOf(parent);
    if (row >= 0 && m_open.contains(parent)) {
        m_open.erase(parent);
        open(row);
    }
}

void OutlineModel::open(int row)
{
    const auto id = idAt(row);
    if (branch(row) != Branch::closed) return;
    m_open.insert(id);
    if (!knowsChildren(id)) return emit childrenWanted(id);
    std::vector<Row> below;
    appendRows(id, depth(row) + 1, below);
    if (!below.empty()) {
        beginInsertRows({}, row + 1, row + static_cast<int>(below.size()));
        m_rows.insert(m_rows.begin() + row + 1, below.begin(), below.end());
        endInsertRows();
    }
    emit dataChanged(index(row, 0), index(row, 0));
}

void OutlineModel::close(int row)
{
    if (branch(row) != Branch::open) return;
    m_open.erase(idAt(row));
    int last = row;
    while (last + 1 < rowCount() && depth(last + 1) > depth(row)) ++last;
    if (last > row) {
        beginRemoveRows({}, row + 1, last);
        m_rows.erase(m_rows.begin() + row + 1, m_rows.begin() + last + 1);
        endRemoveRows();
    }
    emit dataChanged(index(row, 0), index(row, 0));
}

void OutlineModel::openLevels(int levels)
{
    std::vector<std::int64_t> level{0};
    for (int i = 0; i < levels; ++i) {
        std::vector<std::int64_t> below;
        for (const auto id : level)
            if (const auto found = m_children.find(id); found != m_children.end())
                for (const auto& node : found->second)
                    if (knowsChildren(node.id)) {
                        m_open.insert(node.id);
                        below.push_back(node.id);
                    }
        level = std::move(below);
    }
    rebuild();
}

void OutlineModel::setFilter(std::function<bool(std::int64_t)> matches)
{
    if (!m_matches && !matches) return;
    m_matches = std::move(matches);
    rebuild();
}

int OutlineModel::rowOf(std::int64_t id) const
{
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        if (m_rows[i].id == id) return static_cast<int>(i);
    return -1;
}

int OutlineModel::parentRow(int row) const
{
    for (int i = row - 1; i >= 0; --i)
        if (depth(i) < depth(row)) return i;
    return -1;
}

OutlineModel::Branch OutlineModel::branch(int row) const
{
    const auto& at = m_rows.at(static_cast<std::size_t>(row));
    if (!at.hasChildren) return Branch::none;
    return m_matches || (m_open.contains(at.id) && knowsChildren(at.id)) ? Branch::open : Branch::closed;
}

int OutlineModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant OutlineModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) return {};
    switch (role) {
    case DepthRole: return depth(index.row());
    case BranchRole: return static_cast<int>(branch(index.row()));
    default: return cell(idAt(index.row()), index.column(), role);
    }
}

}  // namespace cw::ui
