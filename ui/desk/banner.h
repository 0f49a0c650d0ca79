#pragma once

#include "app/coding_desk.h"

#include <QWidget>

#include <vector>

class QHBoxLayout;
class QLabel;

namespace cw::ui {

class Chip;
class Theme;

/// Who, when, where and for whom, over the whole page, 52 px. In a narrow window the less important fields go first;
/// patient, visit, date of service, status and buttons stay.
class EncounterBanner final : public QWidget {
    Q_OBJECT

public:
    EncounterBanner(Theme& theme, QWidget* parent);
    void showChart(const app::OpenedChart& chart, const Encounter& encounter, const WorkflowState& workflow);
    void showWorkflow(const WorkflowState& workflow);
    void showNothing();
    /// At the right, after the status.
    void addButton(QWidget* button);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct FieldBox {
        QWidget* box = nullptr;
        QLabel* value = nullptr;
        int importance = 0;  ///< The lowest goes first.
        bool hasValue = false;
    };
    FieldBox& addField(const QString& caption, int importance);
    void setValue(std::size_t field, const QString& text);
    void style();
    void fit();

    Theme& m_theme;
    QHBoxLayout* m_row;
    QLabel* m_patient;
    std::vector<FieldBox> m_fields;
    Chip* m_status;
    QHBoxLayout* m_buttons;
};

}  // namespace cw::ui
