#pragma once

#include "ui/async/background.h"
#include "ui/shell/prompter.h"
#include "ui/shell/workspace_access.h"
#include "ui/theme/theme.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <memory>
#include <vector>

class QStackedWidget;

namespace cw::ui {

class ShellView;
class SignInPage;
class Upkeep;

/// The one window: sign-in page, or the shell of the signed-in person. Locks itself after idle minutes; locked, nothing
/// of the work is on screen, and only the same account's password opens it. The title never names a patient.
class MainWindow final : public QWidget {
    Q_OBJECT

public:
    static constexpr int idleMinutes = 10;

    /// `prompter` must outlive the window; null for dialogs.
    MainWindow(Theme& theme, WorkspaceAccess access, Prompter* prompter = nullptr, QWidget* parent = nullptr);
    ~MainWindow() override;

    /// Finds out what is in the folder and shows the sign-in page, or the first-run page. `user` is filled in.
    void start(const QString& user = {});
    void signIn(const QString& user, const QString& password);
    void signOut();
    void lock();
    bool isLocked() const noexcept { return m_isLocked; }
    ShellView* shell() const noexcept { return m_shell; }  ///< Null while nobody is signed in.
    void setIdleLimit(int milliseconds);

signals:
    void signInShown();  ///< Sign-in or first-run page is ready for typing.
    void signedIn();
    void signInFailed();
    void unlocked();

protected:
    void closeEvent(QCloseEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void makeWorkspace(bool demo, const QString& password);
    void openBoth(const QString& user, const QString& password);
    void failSignIn(const Error& error);
    void showShell(const User& user, Background::Opener opener);
    void unlock(const QString& password);
    void makeBackgrounds();
    void dropShell();
    void hideDialogs();
    void keepFocusVisible(QWidget* before, QWidget* now);

    Theme& m_theme;
    WorkspaceAccess m_access;
    std::unique_ptr<Prompter> m_ownPrompter;
    Prompter* m_prompter;
    QStackedWidget* m_stack;
    SignInPage* m_signIn;
    std::unique_ptr<Background> m_work;
    std::unique_ptr<Background> m_lookup;
    std::unique_ptr<Upkeep> m_upkeep;
    ShellView* m_shell = nullptr;
    QPointer<ShellView> m_leaving;                   ///< After signing out, until the event loop deletes it.
    std::vector<QPointer<QWidget>> m_hiddenDialogs;  ///< While locked.
    QPointer<QWidget> m_focusBeforeLock;
    QTimer m_idle;
    QString m_user;
    bool m_isLocked = false;
    bool m_mayClose = false;
};

}  // namespace cw::ui
