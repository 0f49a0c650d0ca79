#pragma once

#include "app/code_lookup.h"

#include <QStringList>
#include <QWidget>

#include <vector>

class QLabel;
class QScrollArea;
class QVBoxLayout;

namespace cw::ui {

class Chip;
class Theme;

/// What is known of one code, at the right of the search: validity, notes from chapter to code, facts of the lists.
class DetailsView final : public QWidget {
    Q_OBJECT

public:
    DetailsView(Theme& theme, QWidget* parent);
    /// What the list already knows, at once.
    void showEntry(const CodeEntry& entry);
    /// `usedBefore` says where the patient had the code on an earlier visit; may be empty.
    void showDetails(const app::CodeDetails& details, const QString& usedBefore = {});
    void showNothing();
    void scroll(int steps);  ///< For a keyboard that stays in the query.

private:
    struct Part {
        QString heading;
        QStringList lines;
    };
    void showParts(const std::vector<Part>& parts);
    static std::vector<Part> partsOf(const app::CodeDetails& details);

    Theme& m_theme;
    QScrollArea* m_area;
    QLabel* m_code;
    QLabel* m_title;
    Chip* m_billable;
    Chip* m_validity;
    Chip* m_starter;
    QWidget* m_parts;
    QLabel* m_release;
};

}  // namespace cw::ui
