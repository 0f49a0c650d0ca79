#pragma once

#include "codeset/code_library.h"
#include "ui/shell/page.h"

#include <optional>
#include <vector>

class QLineEdit;
class QTimer;

namespace cw::ui {

class Chip;
class CodeDetailsPane;
class CodeListModel;
class EmptyState;
class ListTable;
class PaneHeader;

/// Searching and browsing the code tables, on a date.
class CodesPage final : public Page {
    Q_OBJECT

public:
    explicit CodesPage(PageContext context, QWidget* parent = nullptr);
    void activate() override;

private:
    /// A list on the way down through the hierarchy, to come back to.
    struct Level {
        std::vector<CodeEntry> entries;
        int row = 0;
        QString detail;
    };
    QWidget* makeBar();
    void bind();
    void chooseSystem(std::size_t index);
    void search();
    void fill(Result<std::vector<CodeEntry>> entries, const QString& detail);
    void browseInto();
    void browseUp();
    void showDetails();
    std::optional<Date> date() const;
    std::optional<CodeSystem> system() const;

    QLineEdit* m_query;
    QLineEdit* m_date;
    std::vector<Chip*> m_systems;
    std::size_t m_system = 0;
    PaneHeader* m_header;
    ListTable* m_table;
    CodeListModel* m_model;
    EmptyState* m_state;
    CodeDetailsPane* m_details;
    QTimer* m_typing;
    QString m_detail;
    std::vector<Level> m_levels;
    int m_searchTurn = 0;
    int m_detailsTurn = 0;
};

}  // namespace cw::ui
