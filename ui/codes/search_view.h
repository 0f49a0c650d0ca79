#pragma once

#include "ui/async/latest.h"
#include "ui/codes/codes_view.h"
#include "ui/codes/found_model.h"

#include <QTimer>

namespace cw::ui {

class EmptyState;
class JumpField;
class ListTable;
class PaneHeader;
class SearchFilters;

/// Searching the code tables while typing, and going down from a hit.
class SearchView final : public CodesView {
    Q_OBJECT

public:
    SearchView(const CodesContext& context, QWidget* parent);
    void activate() override;
    void reload() override { search(); }
    void find() override;
    std::vector<QWidget*> panes() const override;
    SearchFilters& filters() const { return *m_filters; }

private:
    /// A list on the way down through the hierarchy, to come back to.
    struct Level {
        std::vector<FoundCode> rows;
        int row = 0;
        QString detail;
    };
    void build();
    search::Query query() const;
    void search();
    void fill(Result<std::vector<FoundCode>> rows, const QString& detail);
    void browseInto();
    void browseUp();
    void showCurrent(bool isOpened);

    JumpField* m_query;
    SearchFilters* m_filters;
    PaneHeader* m_header;
    ListTable* m_table;
    FoundModel* m_model;
    EmptyState* m_state;
    Latest<std::vector<FoundCode>> m_finder;
    QTimer m_typing;
    QString m_detail;
    std::vector<Level> m_levels;
};

}  // namespace cw::ui
