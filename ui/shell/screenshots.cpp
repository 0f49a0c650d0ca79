#include "ui/shell/screenshots.h"

#include "ui/codes/codes_scenes.h"
#include "ui/commands/bind.h"
#include "ui/desk/chart_panes.h"
#include "ui/desk/desk_page.h"
#include "ui/desk/desk_scenes.h"
#include "ui/search/search_palette.h"
#include "ui/shell/main_window.h"
#include "ui/shell/shell_view.h"

#include <QApplication>
#include <QDir>
#include <QLineEdit>
#include <QPixmap>

#include <utility>

namespace cw::ui {

namespace {

constexpr auto demoEncounter = "V-10446";

/// Tabs of the billing page beside its first, by the commands that show them.
const QStringList billingTabs = {QStringLiteral("billing.failing"),  QStringLiteral("billing.sent"),
                                 QStringLiteral("billing.rejected"), QStringLiteral("billing.denied"),
                                 QStringLiteral("billing.paid"),     QStringLiteral("billing.waiting"),
                                 QStringLiteral("billing.files")};
QString sceneOf(const QString& command)
{
    return QString(command).replace(QLatin1Char('.'), QLatin1Char('-'));
}

constexpr int settleTime = 350;
const QSize sizes[] = {QSize(1366, 768), QSize(1920, 1080)};

}  // namespace

Screenshots::Screenshots(MainWindow& window, Theme& theme, const QString& folder)
    : QObject(&window), m_window(window), m_theme(theme), m_folder(folder)
{
    m_settle.setSingleShot(true);
    connect(&m_settle, &QTimer::timeout, this, &Screenshots::take);
}

void Screenshots::takeSignIn()
{
    QDir().mkpath(m_folder);
    for (const QSize size : sizes)
        for (const auto mode : {ThemeMode::light, ThemeMode::dark}) {
            m_theme.setMode(mode);
            m_window.resize(size);
            save(QStringLiteral("signin"));
        }
}

void Screenshots::start()
{
    QStringList pages = m_window.shell()->pageIds();
    if (const auto desk = pages.indexOf(QStringLiteral("desk")); desk >= 0) {
        pages.insert(desk + 1, QStringLiteral("search"));
        pages.insert(desk + 2, QStringLiteral("search-home"));
        for (qsizetype i = 0; i < deskScenes().size(); ++i) pages.insert(desk + 3 + i, deskScenes().at(i));
    }
    if (const auto billing = pages.indexOf(QStringLiteral("billing")); billing >= 0)
        for (qsizetype i = 0; i < billingTabs.size(); ++i) pages.insert(billing + 1 + i, sceneOf(billingTabs[i]));
    if (const auto admin = pages.indexOf(QStringLiteral("admin")); admin >= 0) {
        pages.insert(admin + 1, QStringLiteral("admin-terms"));
        pages.insert(admin + 2, QStringLiteral("admin-impact"));
        pages.insert(admin + 3, QStringLiteral("admin-rules"));
        pages.insert(admin + 4, QStringLiteral("admin-own-rules"));
        pages.insert(admin + 5, QStringLiteral("admin-rule-files"));
        pages.insert(admin + 6, QStringLiteral("admin-partners"));
        pages.insert(admin + 7, QStringLiteral("admin-payers"));
        pages.insert(admin + 8, QStringLiteral("admin-providers"));
    }
    if (const auto codes = pages.indexOf(codesScenes().first()); codes >= 0)
        for (qsizetype i = 1; i < codesScenes().size(); ++i) pages.insert(codes + i, codesScenes().at(i));
    pages.append(QStringLiteral("keys"));
    for (const QSize size : sizes)
        for (const auto mode : {ThemeMode::light, ThemeMode::dark})
            for (const auto& page : pages) m_shots.push_back({mode, size, page});
    next();
}

void Screenshots::next()
{
    if (m_at == m_shots.size()) return emit finished(m_isGood);
    prepare(m_shots[m_at]);
}

void Screenshots::prepare(const Shot& shot)
{
    m_theme.setMode(shot.mode);
    m_window.resize(shot.size);
    auto* shell = m_window.shell();
    if (shot.page == QStringLiteral("search")) {
        openSearch(QStringLiteral("diab kidney"));
    } else if (shot.page == QStringLiteral("search-home")) {
        openSearch({});
    } else if (shot.page == QStringLiteral("admin-terms")) {
        trigger("admin.terms");
    } else if (shot.page == QStringLiteral("admin-impact")) {
        trigger("admin.impact");
    } else if (shot.page == QStringLiteral("admin-rules")) {
        trigger("admin.rules");
    } else if (shot.page == QStringLiteral("admin-own-rules")) {
        trigger("admin.ownRules");
    } else if (shot.page == QStringLiteral("admin-rule-files")) {
        trigger("admin.ruleFiles");
    } else if (shot.page == QStringLiteral("admin-partners")) {
        trigger("admin.partners");
    } else if (shot.page == QStringLiteral("admin-payers")) {
        trigger("admin.payers");
    } else if (shot.page == QStringLiteral("admin-providers")) {
        trigger("admin.providers");
    } else if (shot.page == QStringLiteral("keys")) {
        trigger("window.keys");
    } else if (shot.page.startsWith(QStringLiteral("billing-"))) {
        for (const auto& command : billingTabs)
            if (sceneOf(command) == shot.page) trigger(command.toLatin1().constData());
    } else if (shot.page == QStringLiteral("desk")) {
        shell->openEncounter(QString::fromLatin1(demoEncounter), false);
        QTimer::singleShot(settleTime * 2, this, [this] { showProof(); });
    } else if (deskScenes().contains(shot.page)) {
        if (shot.page == deskScenes().first()) shell->openEncounter(QString::fromLatin1(deskSceneEncounter), false);
        QTimer::singleShot(settleTime * 2, this, [this, page = shot.page] { showDeskScene(m_window, page); });
    } else if (codesScenes().contains(shot.page)) {
        shell->showPage(codesScenes().first());
        QTimer::singleShot(settleTime, this, [this, page = shot.page] { showCodesScene(m_window, page); });
    } else {
        shell->showPage(shot.page);
    }
    const bool isSlow = shot.page == QStringLiteral("desk") || shot.page == QStringLiteral("inbox") ||
                        shot.page.startsWith(QStringLiteral("billing"));
    const bool isCodes = codesScenes().contains(shot.page);
    const bool isDocument = deskScenes().contains(shot.page);
    m_settle.start(isDocument ? settleTime * 5 : isSlow || isCodes ? settleTime * 3 : settleTime);
}

void Screenshots::openSearch(const QString& query)
{
    trigger("desk.search");
    // Found by its place: without a window manager nothing has the focus.
    const auto* palette = m_window.findChild<SearchPalette*>();
    auto* edit = palette ? palette->findChild<QLineEdit*>() : nullptr;
    if (edit == nullptr) return;
    edit->selectAll();
    edit->insert(query);  // As typed: it counts as an edit.
}

void Screenshots::showProof()
{
    auto* desk = m_window.findChild<DeskPage*>();
    if (desk == nullptr || !desk->session().isOpen()) return;
    const auto& diagnoses = desk->session().encounter().diagnoses;
    if (!diagnoses.empty()) desk->panes().showEvidence(diagnoses.front().evidence);
}

void Screenshots::trigger(const char* command)
{
    if (auto* action = boundAction(&m_window, command)) action->trigger();
}

void Screenshots::save(const QString& page)
{
    const QString name =
        QStringLiteral("%1/%2-%3-%4x%5.png")
            .arg(m_folder, page, m_theme.mode() == ThemeMode::light ? QStringLiteral("light") : QStringLiteral("dark"))
            .arg(m_window.width())
            .arg(m_window.height());
    if (m_window.grab().save(name))
        ++m_saved;
    else
        m_isGood = false;
}

void Screenshots::take()
{
    const Shot& shot = m_shots[m_at++];
    save(shot.page);
    // So that there is something to see before anything is typed.
    if (shot.page == QStringLiteral("search") && !std::exchange(m_hasFavourite, true)) trigger("search.favourite");
    if (shot.page.startsWith(QStringLiteral("search")))
        if (auto* palette = m_window.findChild<SearchPalette*>()) palette->closePalette();
    if (deskScenes().contains(shot.page)) endDeskScene(m_window, shot.page);
    if (shot.page == QStringLiteral("billing-files")) trigger("billing.ready");
    if (shot.page == QStringLiteral("admin-rule-files")) trigger("admin.tables");
    if (shot.page == QStringLiteral("keys")) trigger("window.keys");
    next();
}

}  // namespace cw::ui
