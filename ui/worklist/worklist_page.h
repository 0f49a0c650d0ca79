#pragma once

#include "app/worklist.h"
#include "ui/shell/page.h"
#include "ui/worklist/worklist_filters.h"

class QComboBox;
class QLineEdit;
class QPushButton;

namespace cw::ui {

class ChipRow;
class EmptyState;
class ListTable;
class WorklistModel;

/// Where the day begins: what is to be done, oldest first, and the key to begin with it.
class WorklistPage final : public Page {
    Q_OBJECT

public:
    explicit WorklistPage(PageContext context, QWidget* parent = nullptr);
    void activate() override;

private:
    QWidget* makeBar();
    void bind();
    void load();
    void fill(const app::WorklistPage& page);
    void showChips(const app::WorklistPage& page);
    void showEmpty();
    void chooseStatus(EncounterStatus status);
    void openNext();
    void openRow(int row);
    void assign();
    void importFiles();
    WorklistFilter filter() const;

    std::vector<FilterChoice> m_choices;
    QComboBox* m_filter;
    QLineEdit* m_text;
    ChipRow* m_chips;
    QPushButton* m_next;
    ListTable* m_table;
    WorklistModel* m_model;
    EmptyState* m_empty;
    int m_load = 0;  ///< Counts loads, so that only the newest shows.
};

}  // namespace cw::ui
