#pragma once

#include <QString>
#include <QWidget>

class QComboBox;
class QGridLayout;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace cw::ui {

class PaneHeader;
class Theme;

/// A form below a list: heading, labelled fields in two columns, buttons.
class FormGrid final : public QWidget {
    Q_OBJECT

public:
    FormGrid(Theme& theme, const QString& title, QWidget* parent);
    void setTitle(const QString& title);
    QLineEdit* addLine(const QString& label, const char* object, const QString& example = {});
    QComboBox* addChoice(const QString& label, const char* object, const QStringList& names);
    QPushButton* addButton(const QString& text, const char* object);
    /// A widget over the whole width of the fields.
    void addWide(const QString& label, QWidget* widget);
    QLabel* addText(const char* object);  ///< A muted text below the fields.

private:
    void addLabel(const QString& text, QWidget* buddy);

    Theme& m_theme;
    PaneHeader* m_header;
    QGridLayout* m_grid;
    QHBoxLayout* m_buttons;
    int m_row = 0;
};

}  // namespace cw::ui
