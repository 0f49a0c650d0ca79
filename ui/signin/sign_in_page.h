#pragma once

#include "ui/shell/workspace_access.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace cw::ui {

class Background;
class FirstRunForm;
class SignInForm;

/// What the window shows while nobody is signed in, or while it is locked: no patient data anywhere.
class SignInPage final : public QWidget {
    Q_OBJECT

public:
    SignInPage(Theme& theme, const QString& folder, QWidget* parent = nullptr);
    void showSignIn(const std::vector<ShownAccount>& accounts, const QString& user = {});
    void showFirstRun();
    void showLocked(const QString& user);
    void showBusy(const QString& what);  ///< Until one of the others, or an error.
    void showError(const Error& error);
    void showNote(const QString& text);
    void follow(Background& background);  ///< Progress and Cancel of making a workspace.
    void focusFirst();

signals:
    void signInRequested(const QString& user, const QString& password);
    void makeRequested(bool demo, const QString& password);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void say(const QString& text, const char* role);
    void setBusy(bool busy);
    Theme& m_theme;
    QStackedWidget* m_forms;
    SignInForm* m_signIn;
    FirstRunForm* m_firstRun;
    QLabel* m_message;
    QProgressBar* m_bar;
    QPushButton* m_cancel;
};

}  // namespace cw::ui
