#pragma once

#include "ui/codes/outline_model.h"
#include "ui/codes/tabular_load.h"

namespace cw::ui {

/// Chapters, blocks, categories and codes of the Tabular List.
class TabularModel final : public OutlineModel {
    Q_OBJECT

public:
    using OutlineModel::OutlineModel;
    void setRoots(TabularRows rows);
    /// `parent` is an id of this model.
    void setBelow(std::int64_t parent, std::vector<TabularEntry> entries);
    /// Opens the way and gives the id of its end; 0 when it leads nowhere.
    std::int64_t openWay(TabularWay way);
    const TabularEntry& entry(std::int64_t id) const { return m_nodes.at(id).entry; }
    /// From the chapter down to the node.
    std::vector<TabularEntry> pathTo(std::int64_t id) const;
    bool isFromList() const noexcept { return m_isFromList; }
    int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : 1; }
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    QVariant cell(std::int64_t id, int column, int role) const override;

private:
    struct Node {
        TabularEntry entry;
        std::int64_t parent = 0;
    };
    std::vector<OutlineNode> keep(std::int64_t parent, std::vector<TabularEntry> entries);

    std::unordered_map<std::int64_t, Node> m_nodes;
    std::int64_t m_nextId = 0;  ///< For entries without an id.
    bool m_isFromList = true;
};

}  // namespace cw::ui
