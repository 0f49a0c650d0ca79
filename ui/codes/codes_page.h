#pragma once

#include "ui/codes/codes_view.h"
#include "ui/shell/page.h"

#include <QTimer>

#include <array>
#include <optional>

class QLineEdit;
class QStackedWidget;
class QTabBar;

namespace cw::ui {

class CellsView;
class CodeDetailsPane;
class IndexView;
class PcsView;
class SearchView;
class SetsView;
class TabularView;

/// The code library: search, the books of ICD-10-CM, building ICD-10-PCS codes, comparing tables, favourites and sets;
/// beside them all that is known of the chosen code.
class CodesPage final : public Page {
    Q_OBJECT

public:
    enum View { search, tabular, index, external, neoplasm, drugs, pcs, pcsIndex, compare, sets, viewCount };
    explicit CodesPage(PageContext context, QWidget* parent = nullptr);
    void activate() override;
    void openBook(const QString& place, Date on) override;
    void showView(View view);
    View view() const;

private:
    QWidget* makeBar();
    QWidget* makeBody();
    void addViews();
    void connectView(CodesView& view);
    void bind();
    void bindDetails();
    void openView();
    void openTerm(ListKind index, qint64 term);
    void openDetails(const DetailsTarget& target);
    void changeDate();
    void reloadWhenLibraryChanged();
    void reloadIfStale();
    void nextPane(int step);
    void goBack(bool forward);
    void copyCode();
    void reveal();
    void toggleFavourite();
    CodesView& current() const;

    CodesContext m_codes;
    QTabBar* m_tabs;
    QLineEdit* m_date;
    QStackedWidget* m_stack;
    CodeDetailsPane* m_details;
    std::array<CodesView*, viewCount> m_views{};
    SearchView* m_search = nullptr;
    TabularView* m_tabular = nullptr;
    PcsView* m_pcs = nullptr;
    SetsView* m_sets = nullptr;
    std::array<bool, viewCount> m_isStale{};  ///< To be loaded again when it comes to the front.
    std::optional<Date> m_day;                ///< Of the field, when it holds a date or nothing.
    QTimer m_typing;                          ///< In the date.
    std::string m_libraryKey;                 ///< What was installed when the views were loaded.
    bool m_isFirst = true;
};

}  // namespace cw::ui
