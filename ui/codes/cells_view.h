#pragma once

#include "ui/async/latest.h"
#include "ui/codes/codes_view.h"

namespace cw::ui {

class EmptyState;
class IndexModel;
class JumpField;
class ListTable;
class PaneHeader;

/// The Neoplasm Table or the Table of Drugs and Chemicals: arrows go over the cells, Enter opens the code in one.
class CellsView final : public CodesView {
    Q_OBJECT

public:
    CellsView(const CodesContext& context, ListKind table, QWidget* parent);
    void activate() override;
    void reload() override;
    void find() override;
    std::vector<QWidget*> panes() const override;
    void openTerm(std::int64_t term);

private:
    struct Table {
        std::vector<std::string> columns;
        std::vector<IndexEntry> terms;
    };
    void build();
    void showTable(Result<Table> table);
    void select(std::int64_t term);
    void jump(const QString& typed);
    void showCell(bool isOpened);
    void follow();

    ListKind m_kind;
    PaneHeader* m_header;
    JumpField* m_jump;
    ListTable* m_table;
    IndexModel* m_model;
    EmptyState* m_state;
    std::int64_t m_pending = 0;  ///< A term to select when the table is there.
    bool m_isLoaded = false;
};

}  // namespace cw::ui
