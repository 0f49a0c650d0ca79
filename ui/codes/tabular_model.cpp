#include "ui/codes/tabular_model.h"

#include "ui/widgets/row_delegate.h"
#include "ui/widgets/text.h"

#include <algorithm>

namespace cw::ui {

void TabularModel::setRoots(TabularRows rows)
{
    clear();
    m_nodes.clear();
    m_isFromList = rows.isFromList;
    setChildren(0, keep(0, std::move(rows.entries)));
}

void TabularModel::setBelow(std::int64_t parent, std::vector<TabularEntry> entries)
{
    setChildren(parent, keep(parent, std::move(entries)));
}

std::vector<OutlineNode> TabularModel::keep(std::int64_t parent, std::vector<TabularEntry> entries)
{
    std::vector<OutlineNode> nodes;
    for (auto& entry : entries) {
        const auto id = m_isFromList ? entry.id : ++m_nextId;
        nodes.push_back({id, entry.hasChildren});
        m_nodes[id] = {std::move(entry), parent};
    }
    return nodes;
}

std::int64_t TabularModel::openWay(TabularWay way)
{
    if (rowCount() == 0 || way.roots.isFromList != m_isFromList) setRoots(std::move(way.roots));
    std::int64_t at = 0;
    for (std::size_t i = 0; i < way.names.size(); ++i) {
        std::int64_t next = 0;
        for (const auto& [id, node] : m_nodes)
            if (node.parent == at && node.entry.name == way.names[i]) next = id;
        if (next == 0) return at;
        at = next;
        if (i >= way.below.size()) return at;
        if (!knowsChildren(at)) setBelow(at, std::move(way.below[i]));
        if (const int row = rowOf(at); row >= 0) open(row);
    }
    return at;
}

std::vector<TabularEntry> TabularModel::pathTo(std::int64_t id) const
{
    std::vector<TabularEntry> path;
    for (auto at = m_nodes.find(id); at != m_nodes.end(); at = m_nodes.find(at->second.parent))
        path.push_back(at->second.entry);
    std::reverse(path.begin(), path.end());
    return path;
}

QVariant TabularModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return section == 0 && orientation == Qt::Horizontal && role == Qt::DisplayRole
               ? QVariant(QStringLiteral("Chapter, block, code"))
               : QVariant();
}

QVariant TabularModel::cell(std::int64_t id, int, int role) const
{
    const auto& entry = m_nodes.at(id).entry;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: return qs(entry.title);
    case LeadRole: return qs(entry.name);
    case StrongRole: return entry.level == TabularLevel::chapter;
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1%2 %3").arg(entry.level == TabularLevel::chapter ? QStringLiteral("Chapter ")
                                                                                  : QString(),
                                             qs(entry.name), qs(entry.title));
    default: return {};
    }
}

}  // namespace cw::ui
