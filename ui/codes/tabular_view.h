#pragma once

#include "ui/async/latest.h"
#include "ui/codes/codes_view.h"
#include "ui/codes/tabular_load.h"

namespace cw::ui {

class EmptyState;
class JumpField;
class OutlineTable;
class PaneHeader;
class TabularModel;

/// The Tabular List as a tree that is opened by arrows; a typed code opens the way to it.
class TabularView final : public CodesView {
    Q_OBJECT

public:
    TabularView(const CodesContext& context, QWidget* parent);
    void activate() override;
    void reload() override;
    void find() override;
    std::vector<QWidget*> panes() const override;
    /// Opens the way to a code and selects it.
    void reveal(const std::string& code);

private:
    void loadBelow(std::int64_t parent);
    void showRoots(Result<TabularRows> rows);
    void showCurrent(bool isOpened);

    PaneHeader* m_header;
    JumpField* m_jump;
    OutlineTable* m_table;
    TabularModel* m_model;
    EmptyState* m_state;
    Latest<TabularWay> m_way;
    bool m_isLoaded = false;
};

}  // namespace cw::ui
