#pragma once

#include "ui/search/code_search.h"

#include <QPointer>
#include <QWidget>

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

/// The code search over a page: type, arrows, Enter. It stays open after Enter; Esc gives focus and scroll back as they
/// were. Covers its parent; only the panel in the middle is opaque.
class SearchPalette final : public QWidget {
    Q_OBJECT

public:
    SearchPalette(Theme& theme, Background& lookup, QWidget* parent);
    ~SearchPalette() override;

    /// `seed` is the first query, selected, so that typing replaces it. Codes are judged on `on`. `purpose` says what
    /// Enter does ("attach with the selected words, stay").
    void openWith(const QString& seed, std::optional<Date> on, const QString& purpose);
    void closePalette();
    bool isOpen() const { return isVisible(); }
    /// Says in the palette what became of the chosen code; the query is selected for the next one.
    void confirmTaken(const QString& text);
    void showProblem(const QString& text);

signals:
    void codeChosen(const cw::CodeEntry& entry);  ///< Billable ones only.
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
    void place();
    void search();
    void showFound(const FoundCodes& codes);
    void take();
    void expand();
    void collapse();
    void move(int rows);
    void chooseFilter(int tab);
    void toggleDetails();
    bool handleKey(QKeyEvent& event);
    void showMessage(const QString& text, bool isGood);
    std::optional<CodeSystem> system() const;

    Theme& m_theme;
    CodeSearch m_search;
    QWidget* m_panel;
    QLineEdit* m_input;
    QTabBar* m_filter;
    QLabel* m_facts;
    Chip* m_message;
    QListView* m_list;
    HitListModel* m_model;
    DetailsView* m_details;
    EmptyState* m_empty;
    KeyHint* m_purpose;
    QPointer<QWidget> m_focusBefore;
    std::optional<CodeEntry> m_below;  ///< The header whose codes are listed.
    QString m_codeBefore;              ///< Current code when a header was opened, for the way back.
    std::optional<Date> m_on;
};

}  // namespace cw::ui
