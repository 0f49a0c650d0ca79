#include "ui/shell/main_window.h"

#include "ui/async/upkeep.h"
#include "ui/commands/bind.h"
#include "ui/shell/dialog_prompter.h"
#include "ui/shell/shell_view.h"
#include "ui/signin/sign_in_page.h"
#include "ui/widgets/text.h"

#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QDialog>
#include <QIcon>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace cw::ui {

MainWindow::MainWindow(Theme& theme, WorkspaceAccess access, Prompter* prompter, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_access(std::move(access)),
      m_ownPrompter(prompter ? nullptr : std::make_unique<DialogPrompter>()),
      m_prompter(prompter ? prompter : m_ownPrompter.get()),
      m_stack(new QStackedWidget(this)),
      m_signIn(new SignInPage(theme, QString::fromStdString(m_access.folder.string()), this))
{
    setWindowTitle(QStringLiteral("Chartwright"));
    setWindowIcon(QIcon(QStringLiteral(":/icons/chartwright.svg")));
    setMinimumSize(960, 600);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_stack);
    m_stack->addWidget(m_signIn);
    makeBackgrounds();

    connect(m_signIn, &SignInPage::signInRequested, this, &MainWindow::signIn);
    connect(m_signIn, &SignInPage::makeRequested, this, &MainWindow::makeWorkspace);
    bindCommand("window.theme", this,
                [this] { m_theme.setMode(m_theme.mode() == ThemeMode::light ? ThemeMode::dark : ThemeMode::light); });
    bindCommand("window.larger", this, [this] { m_theme.setScale(m_theme.scale() + 0.1); });
    bindCommand("window.smaller", this, [this] { m_theme.setScale(m_theme.scale() - 0.1); });
    bindCommand("window.normal", this, [this] { m_theme.setScale(1.0); });
    bindCommand("window.quit", this, [this] { close(); });

    m_idle.setSingleShot(true);
    m_idle.setInterval(idleMinutes * 60 * 1000);
    connect(&m_idle, &QTimer::timeout, this, &MainWindow::lock);
    qApp->installEventFilter(this);
    connect(qApp, &QApplication::focusChanged, this, &MainWindow::keepFocusVisible);
}

MainWindow::~MainWindow()
{
    qApp->removeEventFilter(this);
    disconnect(qApp, nullptr, this, nullptr);  // Deleting children moves the focus.
    if (m_leaving) {
        // Signed out a moment ago: nothing starts anew any more.
        m_leaving->disconnect(this);
        delete m_leaving;
    }
    dropShell();  // Before the threads its pages use.
}

void MainWindow::makeBackgrounds()
{
    m_work = std::make_unique<Background>();
    m_lookup = std::make_unique<Background>();
    m_upkeep = std::make_unique<Upkeep>();
    m_signIn->follow(*m_work);
}

void MainWindow::dropShell()
{
    delete m_shell;
    m_shell = nullptr;
}

void MainWindow::start(const QString& user)
{
    using Found = std::optional<std::vector<ShownAccount>>;
    m_lookup->runApart<Found>(
        this, {},
        [access = m_access](const Progress&) -> Result<Found> {
            if (!access.exists()) return Found();
            return Found(access.demoAccounts());
        },
        [this, user](Result<Found> found) {
            if (!found)
                m_signIn->showError(found.error());
            else if (*found)
                m_signIn->showSignIn(**found, user);
            else
                m_signIn->showFirstRun();
            emit signInShown();
        });
}

void MainWindow::makeWorkspace(bool demo, const QString& password)
{
    using Accounts = std::vector<ShownAccount>;
    m_signIn->showBusy(QStringLiteral("Making the workspace \u2026"));
    m_work->runApart<Accounts>(
        this, QStringLiteral("Making the workspace"),
        [access = m_access, demo, password](const Progress& progress) {
            return access.initialise(demo, utf8(password), progress);
        },
        [this, demo, password](Result<Accounts> accounts) {
            if (!accounts) return m_signIn->showError(accounts.error());
            m_signIn->showSignIn(demo ? *accounts : Accounts());
            if (demo || accounts->empty()) return;
            signIn(qs(accounts->front().user), password);
        });
}

void MainWindow::signIn(const QString& user, const QString& password)
{
    if (m_isLocked) return unlock(password);
    m_signIn->showBusy(QStringLiteral("Signing in \u2026"));
    openBoth(user, password);
}

void MainWindow::openBoth(const QString& user, const QString& password)
{
    // Two connections, opened side by side: long jobs on one never hold up typing on the other.
    struct Pair {
        std::optional<User> user;
        std::optional<Error> error;
        int left = 2;
    };
    auto pair = std::make_shared<Pair>();
    const auto opener = [open = m_access.open, user = utf8(user), password = utf8(password)] {
        return open(user, password);
    };
    const auto arrived = [this, pair, opener](Result<User> result) {
        if (result)
            pair->user = *result;
        else
            pair->error = result.error();
        if (--pair->left > 0) return;
        if (pair->error)
            failSignIn(*pair->error);
        else
            showShell(*pair->user, opener);
    };
    m_work->open(opener, this, arrived);
    m_lookup->open(opener, this, arrived);
}

void MainWindow::failSignIn(const Error& error)
{
    makeBackgrounds();  // One of the two may have opened.
    m_signIn->showError(error);
    emit signInFailed();
}

void MainWindow::showShell(const User& user, Background::Opener opener)
{
    m_user = qs(user.name);
    dropShell();
    m_shell = new ShellView(PageContext{m_theme, *m_work, *m_lookup, *m_prompter, user, m_upkeep.get()}, this);
    m_stack->addWidget(m_shell);
    m_stack->setCurrentWidget(m_shell);
    connect(m_shell, &ShellView::lockRequested, this, &MainWindow::lock);
    connect(m_shell, &ShellView::signOutRequested, this, &MainWindow::signOut);
    const QStringList pages = m_shell->pageIds();
    if (!pages.isEmpty()) m_shell->showPage(pages.first());
    m_idle.start();
    emit signedIn();
    // A third connection, once the window can be used: nobody waits for it.
    QTimer::singleShot(500, m_upkeep.get(),
                       [upkeep = m_upkeep.get(), opener = std::move(opener)] { upkeep->open(opener); });
}

void MainWindow::signOut()
{
    if (!m_shell) return;
    m_shell->release([this] {
        m_idle.stop();
        m_stack->setCurrentWidget(m_signIn);
        m_shell->deleteLater();  // We may be inside one of its signals; its threads go after it.
        connect(m_shell, &QObject::destroyed, this, [this] {
            makeBackgrounds();
            start();
        });
        m_leaving = m_shell;
        m_shell = nullptr;
        m_user.clear();
    });
}

void MainWindow::lock()
{
    if (!m_shell || m_isLocked) return;
    m_isLocked = true;
    m_idle.stop();
    m_shell->release([] {});
    m_focusBeforeLock = QApplication::focusWidget();
    if (QApplication::clipboard()->ownsClipboard()) QApplication::clipboard()->clear();
    hideDialogs();
    m_signIn->showLocked(m_user);
    m_stack->setCurrentWidget(m_signIn);
    m_signIn->focusFirst();
}

void MainWindow::hideDialogs()
{
    if (auto* popup = QApplication::activePopupWidget()) popup->close();
    for (auto* dialog : findChildren<QDialog*>()) {
        if (!dialog->isVisible()) continue;
        m_hiddenDialogs.emplace_back(dialog);
        dialog->setVisible(false);
    }
}

void MainWindow::keepFocusVisible(QWidget* before, QWidget* now)
{
    // What loads late calls setFocus(), and Qt gives the keyboard even to a page that is hidden or locked by then.
    if (!now || now->isVisible() || !isAncestorOf(now)) return;
    if (m_isLocked || !m_shell)
        m_signIn->focusFirst();
    else if (before && before->isVisible() && isAncestorOf(before))
        before->setFocus();
}

void MainWindow::unlock(const QString& password)
{
    m_signIn->showBusy(QStringLiteral("Unlocking \u2026"));
    m_lookup->run<bool>(
        this,
        [user = utf8(m_user), password = utf8(password)](app::Workspace& workspace) -> Result<bool> {
            CW_CHECK(workspace.keys().verify(user, password));
            return true;
        },
        [this](Result<bool> result) {
            if (!result) return m_signIn->showError(result.error());
            m_isLocked = false;
            m_stack->setCurrentWidget(m_shell);
            for (const auto& dialog : std::exchange(m_hiddenDialogs, {}))
                if (dialog) dialog->setVisible(true);
            if (m_focusBeforeLock) m_focusBeforeLock->setFocus();
            m_idle.start();
            emit unlocked();
        });
}

void MainWindow::setIdleLimit(int milliseconds)
{
    m_idle.setInterval(milliseconds);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (!m_shell || m_mayClose) return event->accept();
    event->ignore();
    m_shell->release([this] {
        m_mayClose = true;
        // Later, as a window that is closing takes no second close().
        QMetaObject::invokeMethod(this, &QWidget::close, Qt::QueuedConnection);
    });
}

bool MainWindow::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
        if (m_idle.isActive()) m_idle.start();
        break;
    default: break;
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace cw::ui
