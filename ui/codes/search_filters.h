#pragma once

#include "search/searcher.h"
#include "ui/theme/theme.h"

#include <QWidget>

#include <vector>

class QComboBox;

namespace cw::ui {

class Chip;

/// What a search is narrowed to: system, billable codes, chapter.
class SearchFilters final : public QWidget {
    Q_OBJECT

public:
    SearchFilters(Theme& theme, QWidget* parent);
    /// Sets the query's filters.
    void applyTo(search::Query& query) const;
    void chooseSystem(std::size_t choice);  ///< 0 is all, then the systems, then modifiers.
    void nextSystem();
    void toggleBillable();
    void focusChapter();
    bool isNarrowed() const;
    /// To be placed beside the query by who shows the filters.
    QComboBox* chapterBox() const { return m_chapter; }

signals:
    void changed();

private:
    std::vector<Chip*> m_systems;
    Chip* m_billable;
    QComboBox* m_chapter;
    std::size_t m_system = 0;
};

}  // namespace cw::ui
