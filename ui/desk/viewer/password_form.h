#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;

namespace cw::ui {

class Theme;

/// Asks for the password of a protected document in its place; Enter opens.
class PasswordForm final : public QWidget {
    Q_OBJECT

public:
    PasswordForm(Theme& theme, QWidget* parent);
    /// `isWrong`: one was given and did not open the document.
    void ask(bool isWrong);
    void focusField();

signals:
    void entered(const QString& password);

private:
    QLabel* m_sentence;
    QLineEdit* m_field;
};

}  // namespace cw::ui
