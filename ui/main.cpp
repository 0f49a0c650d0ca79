#include "base/clock.h"
#include "base/log.h"
#include "ui/shell/main_window.h"
#include "ui/shell/screenshots.h"
#include "ui/shell/shell_view.h"
#include "ui/theme/theme.h"
#include "ui/widgets/text.h"
#include "wiring/workspace_factory.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QSettings>
#include <QTimer>

#include <time.h>
#include <unistd.h>
#include <cstdio>
#include <fstream>
#include <sstream>

namespace {

using namespace cw;
using namespace cw::ui;

struct Options {
    std::filesystem::path folder;
    QString user;
    QString theme;
    QString screenshots;
    bool startupTime = false;
};

/// Milliseconds since the kernel started this process; proc(5), field 22 of stat. Negative when it cannot be known.
double sinceProcessStart()
{
    std::ifstream file("/proc/self/stat");
    std::stringstream all;
    all << file.rdbuf();
    const std::string text = all.str();
    const auto afterName = text.rfind(')');  // The second field may hold blanks.
    if (afterName == std::string::npos) return -1;
    std::istringstream fields(text.substr(afterName + 1));
    std::string field;
    for (int i = 3; i <= 22; ++i) fields >> field;
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    const double start = std::stod(field) * 1000.0 / static_cast<double>(sysconf(_SC_CLK_TCK));
    return static_cast<double>(now.tv_sec) * 1000.0 + static_cast<double>(now.tv_nsec) / 1e6 - start;
}

Options readOptions(const QApplication& application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Medical coding workstation"));
    const QCommandLineOption workspace(QStringLiteral("workspace"), QStringLiteral("Workspace folder."),
                                       QStringLiteral("folder"));
    const QCommandLineOption user(QStringLiteral("user"),
                                  QStringLiteral("Account; with CHARTWRIGHT_PASSWORD set it signs in at once."),
                                  QStringLiteral("name"));
    const QCommandLineOption theme(QStringLiteral("theme"), QStringLiteral("light or dark."), QStringLiteral("theme"));
    const QCommandLineOption shots(QStringLiteral("screenshots"),
                                   QStringLiteral("Demo workspaces: save pictures of all pages and exit."),
                                   QStringLiteral("folder"));
    const QCommandLineOption startup(
        QStringLiteral("startup-time"),
        QStringLiteral("Print milliseconds from process start to a usable window and exit."));
    parser.addOptions({workspace, user, theme, shots, startup});
    parser.addHelpOption();
    parser.addVersionOption();
    parser.process(application);
    Options options;
    options.folder =
        parser.isSet(workspace) ? std::filesystem::path(utf8(parser.value(workspace))) : wiring::defaultWorkspace();
    options.user = parser.value(user);
    options.theme = parser.value(theme);
    options.screenshots = parser.value(shots);
    options.startupTime = parser.isSet(startup);
    return options;
}

WorkspaceAccess accessTo(const std::filesystem::path& folder, const Clock& clock)
{
    const auto shown = [](const std::vector<wiring::NewAccount>& accounts) {
        std::vector<ShownAccount> list;
        for (const auto& account : accounts) list.push_back({account.user, account.password, account.roles});
        return list;
    };
    WorkspaceAccess access;
    access.folder = folder;
    access.exists = [folder] { return wiring::isWorkspace(folder); };
    access.demoAccounts = [folder, shown] { return shown(wiring::demoAccounts(folder)); };
    access.open = [folder, &clock, index = wiring::codeIndexOf(folder, clock)](const std::string& user,
                                                                               const std::string& password) {
        return wiring::openWorkspace(folder, user, password, clock, index);
    };
    access.initialise = [folder, shown, &clock](bool demo, const std::string& password,
                                                const Progress& progress) -> Result<std::vector<ShownAccount>> {
        wiring::InitRequest request;
        request.folder = folder;
        request.demo = demo;
        request.password = password;
        CW_TRY(const auto accounts, wiring::initialise(request, clock, progress));
        return shown(accounts);
    };
    return access;
}

QString takePassword()
{
    const QString password = qEnvironmentVariable("CHARTWRIGHT_PASSWORD");
    qunsetenv("CHARTWRIGHT_PASSWORD");
    return password;
}

void loadLook(Theme& theme, const Options& options)
{
    const QSettings settings;
    const QString mode = options.theme.isEmpty() ? settings.value(QStringLiteral("theme")).toString() : options.theme;
    theme.setMode(mode == QStringLiteral("dark") ? ThemeMode::dark : ThemeMode::light);
    if (options.screenshots.isEmpty()) theme.setScale(settings.value(QStringLiteral("textSize"), 1.0).toDouble());
}

void keepLook(Theme& theme)
{
    QObject::connect(&theme, &Theme::changed, &theme, [&theme] {
        QSettings settings;
        settings.setValue(QStringLiteral("theme"),
                          theme.mode() == ThemeMode::dark ? QStringLiteral("dark") : QStringLiteral("light"));
        settings.setValue(QStringLiteral("textSize"), theme.scale());
    });
}

int refuse(const char* why)
{
    std::fprintf(stderr, "chartwright: %s\n", why);
    return 2;
}

/// Signs in as the demo's office account and takes the pictures. False when this is no demo workspace.
bool startScreenshots(MainWindow& window, Theme& theme, const Options& options)
{
    for (const auto& account : wiring::demoAccounts(options.folder)) {
        if (account.user != "office") continue;
        auto* shots = new Screenshots(window, theme, options.screenshots);
        QObject::connect(&window, &MainWindow::signedIn, shots,
                         [shots] { QTimer::singleShot(600, shots, &Screenshots::start); });
        QObject::connect(&window, &MainWindow::signInFailed, shots, [] { QCoreApplication::exit(1); });
        QObject::connect(shots, &Screenshots::finished, shots, [](bool good) { QCoreApplication::exit(good ? 0 : 1); });
        QObject::connect(&window, &MainWindow::signInShown, shots, [shots, &window, account] {
            shots->takeSignIn();
            window.signIn(qs(account.user), qs(account.password));
        });
        window.start();
        return true;
    }
    return false;
}

void printStartupTime(MainWindow& window)
{
    const auto report = [&window] {
        // After what is queued behind the signal: the first paint of the page.
        QTimer::singleShot(0, &window, [] {
            std::printf("%.0f\n", sinceProcessStart());
            QCoreApplication::exit(0);
        });
    };
    QObject::connect(&window, &MainWindow::signInShown, &window, report);
    QObject::connect(&window, &MainWindow::signedIn, &window,
                     [&window, report] { QObject::connect(window.shell(), &ShellView::pageReady, &window, report); });
}

}  // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("Chartwright"));
    QApplication::setOrganizationName(QStringLiteral("Chartwright"));
    QApplication::setApplicationVersion(QStringLiteral("0.1.0"));
    QApplication::setDesktopFileName(QStringLiteral("chartwright"));
    QSettings::setDefaultFormat(QSettings::IniFormat);

    const Options options = readOptions(application);
    if (!options.theme.isEmpty() && options.theme != QStringLiteral("light") && options.theme != QStringLiteral("dark"))
        return refuse("--theme is light or dark");
    if (wiring::isWorkspace(options.folder)) startLog(options.folder / "logs", false);

    Theme theme;
    loadLook(theme, options);
    theme.applyTo(application);
    const SystemClock clock;
    MainWindow window(theme, accessTo(options.folder, clock));
    window.resize(1440, 900);
    window.show();

    const QString password = takePassword();
    if (!options.screenshots.isEmpty()) {
        if (!startScreenshots(window, theme, options)) return refuse("--screenshots needs a demo workspace");
        return QApplication::exec();
    }
    if (options.startupTime) printStartupTime(window);
    keepLook(theme);
    if (!options.user.isEmpty() && !password.isEmpty())
        window.signIn(options.user, password);
    else
        window.start(options.user);
    return QApplication::exec();
}
