#pragma once

#include "ui/async/latest.h"
#include "ui/codes/change_model.h"
#include "ui/codes/codes_view.h"

class QComboBox;

namespace cw::ui {

class Chip;
class EmptyState;
class JumpField;
class ListTable;

/// Two releases of a system compared: added, deleted, revised, and what of ours the changes touch.
class CompareView final : public CodesView {
    Q_OBJECT

public:
    CompareView(const CodesContext& context, QWidget* parent);
    void activate() override;
    void reload() override;
    void find() override;
    std::vector<QWidget*> panes() const override;

private:
    void build();
    QWidget* buildBar();
    QWidget* buildFilters();
    void showReleases(const Result<std::vector<Release>>& releases);
    void chooseSystem();
    void compare();
    void show(Result<app::ReleaseComparison> comparison);
    void chooseFilter(std::size_t choice);
    void filter();
    void showCurrent(bool isOpened);

    QComboBox* m_system;
    QComboBox* m_from;
    QComboBox* m_to;
    std::vector<Chip*> m_kinds;  ///< All, added, deleted, revised, used by us.
    std::size_t m_kind = 0;
    JumpField* m_words;
    ListTable* m_table;
    ChangeModel* m_model;
    EmptyState* m_state;
    Latest<app::ReleaseComparison> m_loader;
    std::vector<Release> m_releases;
    bool m_isLoaded = false;
    bool m_isFilling = false;  ///< The boxes change because they are filled, not by hand.
};

}  // namespace cw::ui
