#pragma once

#include "app/code_lookup.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace cw::ui {

class Chip;
class Theme;

/// What is known of one code, at the right of the search.
class DetailsView final : public QWidget {
    Q_OBJECT

public:
    DetailsView(Theme& theme, QWidget* parent);
    /// What the list already knows, at once.
    void showEntry(const CodeEntry& entry);
    void showDetails(const app::CodeDetails& details);
    void showNothing();

private:
    Theme& m_theme;
    QLabel* m_code;
    QLabel* m_title;
    Chip* m_billable;
    Chip* m_validity;
    Chip* m_starter;
    QLabel* m_aboveHeading;
    QLabel* m_above;
    QLabel* m_belowHeading;
    QLabel* m_below;
    QLabel* m_release;
};

}  // namespace cw::ui
