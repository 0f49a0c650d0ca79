#pragma once

#include <QDialog>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace cw::ui {

/// A plain dialog: heading, what is below it, buttons at the right. Shown with open(), deletes itself, and never
/// reports after its parent is gone. Esc cancels, Enter takes the primary button.
class PromptDialog final : public QDialog {
    Q_OBJECT

public:
    PromptDialog(QWidget* parent, const QString& title);
    QVBoxLayout* body() const { return m_body; }
    QLabel* addText(const QString& text, const char* role = "");
    void addButton(const QString& text, bool primary, DialogCode code);

private:
    QVBoxLayout* m_body;
    QHBoxLayout* m_buttons;
};

}  // namespace cw::ui
