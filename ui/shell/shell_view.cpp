#include "ui/shell/shell_view.h"

#include "app/worklist.h"
#include "ui/async/upkeep.h"
#include "ui/commands/bind.h"
#include "ui/commands/command_table.h"
#include "ui/shell/command_menu.h"
#include "ui/shell/key_sheet.h"
#include "ui/shell/page_list.h"
#include "ui/shell/rail.h"
#include "ui/shell/releases_text.h"
#include "ui/shell/status_line.h"
#include "ui/theme/theme.h"
#include "ui/widgets/roles_text.h"
#include "ui/widgets/text.h"
#include "ui/worklist/worklist_filters.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace cw::ui {

ShellView::ShellView(const PageContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_rail(new Rail(context.theme, this)),
      m_stack(new QStackedWidget(this)),
      m_status(new StatusLine(context.theme, this))
{
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(m_rail);
    row->addWidget(m_stack, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(row, 1);
    column->addWidget(m_status);
    m_sheet = new KeySheet(context.theme, this);

    for (const auto& entry : pageList())
        if (isShown(entry, context.user.roles))
            m_rail->addPage(entry.id, entry.icon, entry.title, keyHint(entry.command));
    connect(m_rail, &Rail::pageChosen, this, &ShellView::showPage);
    connect(m_rail->menuButton(), &QAbstractButton::clicked, this, &ShellView::openMenu);
    connect(m_status, &StatusLine::keysRequested, m_sheet, &KeySheet::toggle);
    m_status->follow(context.work);
    if (context.upkeep) {
        m_status->follow(context.upkeep->background());
        connect(context.upkeep, &Upkeep::waitingChanged, this,
                [this](int count) { m_rail->setCount(QStringLiteral("inbox"), count); });
    }
    m_status->setUser(QStringLiteral("%1, %2").arg(qs(context.user.name), rolesText(toString(context.user.roles))));
    bindCommands();
    loadReleases();
    loadCounts();
    refreshIndex();
}

void ShellView::bindCommands()
{
    for (const auto& entry : pageList())
        if (isShown(entry, m_context.user.roles))
            bindCommand(entry.command, this, [this, id = entry.id] { showPage(id); });
    bindCommand("go.reload", this, [this] {
        if (auto* current = currentPage()) current->activate();
    });
    bindCommand("window.menu", this, [this] { openMenu(); });
    bindCommand("window.keys", this, [this] { m_sheet->toggle(); });
    bindCommand("window.lock", this, [this] { emit lockRequested(); });
    bindCommand("window.signout", this, [this] { emit signOutRequested(); });
}

Page* ShellView::page(const QString& id)
{
    if (const auto found = m_pages.find(id); found != m_pages.end()) return found->second;
    for (const auto& entry : pageList()) {
        if (entry.id != id || !isShown(entry, m_context.user.roles)) continue;
        auto* made = entry.make(m_context, m_stack);
        made->setObjectName(QStringLiteral("page.") + id);
        made->setAccessibleName(entry.title);
        m_stack->addWidget(made);
        connect(made, &Page::statusText, this, [this, id](const QString& text) {
            m_texts[id] = text;
            if (id == m_current) m_status->setText(text);
        });
        connect(made, &Page::saved, m_status, &StatusLine::setSaved);
        connect(made, &Page::encounterRequested, this, &ShellView::openEncounter);
        connect(made, &Page::fieldRequested, this, &ShellView::openField);
        connect(made, &Page::countsChanged, this, &ShellView::loadCounts);
        connect(made, &Page::releasesChanged, this, &ShellView::loadReleases);
        connect(made, &Page::pageRequested, this, &ShellView::showPage);
        connect(made, &Page::bookRequested, this, [this](const QString& place, Date on) {
            auto* codes = page(QStringLiteral("codes"));
            if (!codes) return;
            showPage(QStringLiteral("codes"));
            codes->openBook(place, on);
        });
        connect(made, &Page::ready, this, [this, id] { emit pageReady(id); });
        m_pages[id] = made;
        return made;
    }
    return nullptr;
}

void ShellView::showPage(const QString& id)
{
    auto* next = page(id);
    if (!next) return;
    if (m_current == id) {
        m_rail->setCurrent(id);
        return next->activate();
    }
    m_rail->setCurrent(m_current);
    release([this, id, next] {
        m_current = id;
        m_rail->setCurrent(id);
        m_stack->setCurrentWidget(next);
        m_status->setText(m_texts[id]);
        next->activate();
    });
}

void ShellView::openEncounter(const QString& encounterId, bool forReview)
{
    openOn(forReview ? QStringLiteral("review") : QStringLiteral("desk"),
           [encounterId](Page& target) { target.openEncounter(encounterId); });
}

void ShellView::openField(const QString& encounterId, const QString& pointer)
{
    openOn(QStringLiteral("desk"), [encounterId, pointer](Page& target) { target.openField(encounterId, pointer); });
}

void ShellView::openOn(const QString& id, std::function<void(Page&)> show)
{
    auto* target = page(id);
    if (!target) return;
    const auto open = [this, id, target, show = std::move(show)] {
        if (m_current != id) {
            m_current = id;
            m_rail->setCurrent(id);
            m_stack->setCurrentWidget(target);
            m_status->setText(m_texts[id]);
            target->activate();
        }
        show(*target);
    };
    release(open);
}

Page* ShellView::currentPage() const
{
    const auto found = m_pages.find(m_current);
    return found == m_pages.end() ? nullptr : found->second;
}

QStringList ShellView::pageIds() const
{
    QStringList ids;
    for (const auto& entry : pageList())
        if (isShown(entry, m_context.user.roles)) ids.append(entry.id);
    return ids;
}

void ShellView::release(std::function<void()> then)
{
    if (auto* current = currentPage())
        current->release(std::move(then));
    else
        then();
}

void ShellView::openMenu()
{
    auto* menu = makeCommandMenu(*window(), this);
    connect(menu, &QMenu::aboutToHide, menu, &QObject::deleteLater, Qt::QueuedConnection);
    auto* button = m_rail->menuButton();
    menu->popup(button->mapToGlobal(QPoint(button->width(), button->height() - menu->sizeHint().height())));
}

void ShellView::loadReleases()
{
    m_context.lookup.run<std::vector<Release>>(
        this, [](app::Workspace& workspace) { return workspace.library().releases(); },
        [this](Result<std::vector<Release>> releases) {
            m_status->setReleases(releases ? releasesText(*releases) : QStringLiteral("Code tables cannot be read"));
        });
}

void ShellView::refreshIndex()
{
    // The command line or another workstation may have imported meanwhile. The index that is there serves until then.
    m_context.lookup.run<bool>(
        this, [](app::Workspace& workspace) { return workspace.codeIndex().refresh(Progress()); }, [](Result<bool>) {});
}

void ShellView::loadCounts()
{
    if (!allows(m_context.user.roles, Permission::viewEncounters)) return;
    m_context.lookup.run<app::WorklistPage>(
        this,
        [filter = defaultFilter(m_context.user)](app::Workspace& workspace) {
            return app::Worklist(workspace).page(filter);
        },
        [this](Result<app::WorklistPage> page) {
            if (page) m_rail->setCount(QStringLiteral("worklist"), static_cast<int>(page->rows.size()));
        });
}

void ShellView::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), m_context.theme.tokens().surface);
}

}  // namespace cw::ui
