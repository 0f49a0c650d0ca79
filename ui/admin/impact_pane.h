#pragma once

#include "app/update_centre.h"
#include "ui/shell/page.h"

#include <QString>
#include <QWidget>

#include <optional>
#include <vector>

class QCheckBox;
class QComboBox;

namespace cw::ui {

class EmptyState;
class ImpactModel;
class ListTable;
class PaneHeader;

/// What a report can be about: two releases of a system, or codes that are in force on a day for the last time.
struct ImpactChoice {
    QString text;
    std::optional<CodeSystem> system;
    std::string from;
    std::string to;
    std::optional<Date> lastDay;
    bool operator==(const ImpactChoice&) const = default;
};
/// Neighbouring releases of each system, newest first, then the days on which something in use ends.
std::vector<ImpactChoice> impactChoices(const std::vector<Release>& releases, Date today);

/// Which open encounters, code sets and own terms a change of the code tables touches.
class ImpactPane final : public QWidget {
    Q_OBJECT

public:
    ImpactPane(PageContext& context, QWidget* parent);
    void load();
    void focusList();
    /// Shows the report of these two releases; told() follows.
    void show(CodeSystem system, const std::string& from, const std::string& to);

signals:
    void told(const QString& text);  ///< "ICD-10-CM FY2024 to FY2025 touches 2 open encounters, …"
    void encounterWanted(const QString& encounterId);

private:
    void showChoices(std::vector<ImpactChoice> choices);
    void choose(const ImpactChoice& choice);
    void showReport(const ImpactChoice& choice, Result<app::ImpactReport> report);
    void showCount();

    PageContext& m_context;
    PaneHeader* m_header;
    QComboBox* m_choice;
    QCheckBox* m_usedOnly;
    ImpactModel* m_model;
    ListTable* m_table;
    EmptyState* m_state;
    std::vector<ImpactChoice> m_choices;
    std::optional<ImpactChoice> m_shown;
    app::ImpactReport m_sums;  ///< Without its codes.
    std::size_t m_changes = 0;
    int m_turn = 0;
};

}  // namespace cw::ui
