#pragma once

#include "ui/search/code_search.h"

#include <QPointer>
#include <QWidget>

#include <vector>

class QCheckBox;
class QLabel;
class QLineEdit;
class QListView;
class QTabBar;

namespace cw::ui {

class Chip;
class DetailsView;
class EmptyState;
class HitListModel;
class KeyHint;
class Theme;

/// What the search is opened for.
struct PaletteRequest {
    QString seed;             ///< First query, selected, so that typing replaces it; empty keeps the last one.
    std::string encounterId;  ///< Whose earlier codes are offered; may be empty.
    std::optional<Date> on;   ///< Codes are judged on this day.
    search::Setting setting = search::Setting::any;
    QString purpose;           ///< What Enter does: "attach with the selected words, stay".
    bool showsRecent = false;  ///< Begins with the last codes used instead of a query.
    bool mayTakeSets = true;
};

/// The code search over a page: type, arrows, Enter. It stays open after Enter; Esc gives focus and scroll back as they
/// were. Covers its parent; only the panel in the middle is opaque. Gives out billable codes in force only: for a header, a
/// code that lacks its seventh character or one that has ended, Enter lists what to take instead.
class SearchPalette final : public QWidget {
    Q_OBJECT

public:
    SearchPalette(Theme& theme, Background& lookup, QWidget* parent);
    ~SearchPalette() override;

    void openWith(const PaletteRequest& request);
    void closePalette();
    bool isOpen() const { return isVisible(); }
    /// Says in the palette what became of the chosen codes; the query is selected for the next one.
    void confirmTaken(const QString& text, const std::vector<CodeKey>& codes);
    void noteUsed(const std::vector<CodeKey>& codes) { m_search.noteUsed(codes); }
    void showProblem(const QString& text);

signals:
    void codeChosen(const cw::CodeEntry& entry);
    void setChosen(const QString& name, const std::vector<cw::CodeKey>& codes);
    void closed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void build();
    QWidget* buildFilterRow();
    QWidget* buildFooter();
    void connectParts();
    void place();
    void search();
    void showFound(const FoundCodes& codes);
    void showCounts(const FoundCodes& codes);
    void showFacts(const FoundCodes& codes);
    void showCurrent(const QModelIndex& index);
    void take();
    void expand();
    void collapse();
    void askRows();
    void move(int rows);
    void chooseFilter(int tab);
    void toggleDetails();
    void toggleFavourite();
    bool handleKey(QKeyEvent& event);
    bool isFilterKey(const QKeyEvent& event) const;
    void showMessage(const QString& text, bool isGood);
    std::optional<CodeSystem> system() const;

    Theme& m_theme;
    CodeSearch m_search;
    QWidget* m_panel;
    QLineEdit* m_input = nullptr;
    QTabBar* m_filter = nullptr;
    QCheckBox* m_billable = nullptr;
    QLabel* m_facts = nullptr;
    Chip* m_message = nullptr;
    QListView* m_list = nullptr;
    HitListModel* m_model;
    DetailsView* m_details = nullptr;
    EmptyState* m_empty = nullptr;
    KeyHint* m_purpose = nullptr;
    QPointer<QWidget> m_focusBefore;
    std::vector<CodeEntry> m_path;        ///< Codes that were opened, one below the other.
    std::optional<CodeEntry> m_comeBack;  ///< Made current again when the rows above come back.
    std::optional<Date> m_on;
    bool m_mayTakeSets = true;
};

}  // namespace cw::ui
