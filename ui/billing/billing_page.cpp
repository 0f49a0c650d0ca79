#include "ui/billing/billing_page.h"

#include "app/billing_desk.h"
#include "ui/billing/answer_import.h"
#include "ui/billing/claims_view.h"
#include "ui/billing/files_view.h"
#include "ui/billing/ready_view.h"
#include "ui/billing/reports_dialog.h"
#include "ui/billing/waiting_view.h"
#include "ui/commands/bind.h"
#include "ui/commands/command_table.h"
#include "ui/shell/prompter.h"
#include "ui/theme/theme.h"
#include "ui/widgets/keep_width.h"
#include "ui/widgets/text.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QStackedWidget>
#include <QTabBar>
#include <QTimer>

#include <algorithm>

namespace cw::ui {

namespace {

const QStringList& tabNames()
{
    static const QStringList names = {QStringLiteral("Ready"),    QStringLiteral("Failing"), QStringLiteral("Sent"),
                                      QStringLiteral("Rejected"), QStringLiteral("Denied"),  QStringLiteral("Paid"),
                                      QStringLiteral("Waiting"),  QStringLiteral("Files")};
    return names;
}

}  // namespace

BillingPage::BillingPage(PageContext context, QWidget* parent)
    : Page(std::move(context), parent), m_stack(new QStackedWidget(this)), m_askTotals(m_context.lookup, this)
{
    auto* line = new QWidget(this);
    line->setFixedHeight(1);
    line->setProperty("area", QStringLiteral("line"));
    line->setAttribute(Qt::WA_StyledBackground);
    stack(this, {makeStrip(), line, m_stack});
    makeViews();
    bind();
    connect(m_tabs, &QTabBar::currentChanged, this, &BillingPage::showTab);
}

QWidget* BillingPage::makeStrip()
{
    auto& theme = m_context.theme;
    auto* strip = new QWidget(this);
    strip->setProperty("area", QStringLiteral("surface"));
    strip->setAttribute(Qt::WA_StyledBackground);
    m_tabs = new QTabBar(strip);
    m_tabs->setAccessibleName(QStringLiteral("Billing lists"));
    m_tabs->setObjectName(QStringLiteral("billing.tabs"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setUsesScrollButtons(false);
    m_tabs->setElideMode(Qt::ElideNone);
    for (const auto& name : tabNames()) m_tabs->addTab(name);
    m_find = new QLineEdit(strip);
    m_find->setObjectName(QStringLiteral("billing.find"));
    m_find->setPlaceholderText(QStringLiteral("Claim, patient, payer  %1").arg(keyHint("billing.find")));
    m_find->setAccessibleName(QStringLiteral("Find a claim in this list"));
    m_find->setClearButtonEnabled(true);
    keepWidth(theme, *m_find, 220, 280);
    auto* row = new QHBoxLayout(strip);
    row->setContentsMargins(theme.scaled(14), 0, theme.scaled(10), 0);
    row->addWidget(m_tabs);
    row->addStretch(1);
    row->addWidget(m_find);
    auto* typing = new QTimer(this);
    typing->setSingleShot(true);
    typing->setInterval(150);
    connect(m_find, &QLineEdit::textChanged, typing, [typing] { typing->start(); });
    connect(typing, &QTimer::timeout, this, [this] { view(m_tabs->currentIndex()).find(m_find->text().trimmed()); });
    connect(m_find, &QLineEdit::returnPressed, this, [this] {
        view(m_tabs->currentIndex()).find(m_find->text().trimmed());
        view(m_tabs->currentIndex()).panes().at(1)->setFocus();
    });
    return strip;
}

void BillingPage::makeViews()
{
    add(readyTab, new ReadyView(m_context, ClaimQueue::ready, m_stack));
    add(failingTab, new ReadyView(m_context, ClaimQueue::failing, m_stack));
    add(sentTab, new ClaimsView(m_context, ClaimQueue::sent, m_stack));
    add(rejectedTab, new ClaimsView(m_context, ClaimQueue::rejected, m_stack));
    add(deniedTab, new ClaimsView(m_context, ClaimQueue::denied, m_stack));
    add(paidTab, new ClaimsView(m_context, ClaimQueue::paid, m_stack));
    auto* waiting = new WaitingView(m_context, m_stack);
    connect(waiting, &WaitingView::counted, this, [this](int count) { setCount(waitingTab, count); });
    add(waitingTab, waiting);
    auto* files = new FilesView(m_context, m_stack);
    connect(files, &FilesView::counted, this, [this](int count) { setCount(filesTab, count); });
    add(filesTab, files);
}

void BillingPage::add(Tab tab, BillingView* view)
{
    m_views.push_back(view);
    m_stack->addWidget(view);
    connect(view, &BillingView::changed, this, &BillingPage::reload);
    connect(view, &BillingView::statusText, this, &Page::statusText);
    connect(view, &BillingView::encounterRequested, this, &Page::encounterRequested);
    connect(view, &BillingView::fieldRequested, this, &Page::fieldRequested);
    connect(view, &BillingView::loaded, this, [this, tab] {
        if (tab == m_tabs->currentIndex()) emit ready();
    });
}

void BillingPage::bind()
{
    const std::initializer_list<std::pair<const char*, Tab>> tabs = {
        {"billing.ready", readyTab},       {"billing.failing", failingTab}, {"billing.sent", sentTab},
        {"billing.rejected", rejectedTab}, {"billing.denied", deniedTab},   {"billing.paid", paidTab},
        {"billing.waiting", waitingTab},   {"billing.files", filesTab}};
    for (const auto& [id, tab] : tabs)
        bindCommand(id, this, [this, tab = tab] {
            if (m_tabs->currentIndex() == tab) return view(tab).focusFirst();
            m_tabs->setCurrentIndex(tab);
        });
    bindCommand("billing.export", this, [this] {
        if (m_tabs->currentIndex() != readyTab) m_tabs->setCurrentIndex(readyTab);
        view(readyTab).exportClaims();
    });
    bindCommand("billing.check", this, [this] { check(); });
    bindCommand("billing.import", this, [this] { chooseAnswers(); });
    bindCommand("billing.importFolders", this, [this] {
        importAnswers(QStringLiteral("Looking into the partners' folders"),
                      [](app::Workspace& workspace, const Progress& progress) {
                          return app::AnswerDesk(workspace).importFolders(progress);
                      });
    });
    bindCommand("billing.find", this, [this] {
        m_find->setFocus();
        m_find->selectAll();
    });
    bindCommand("billing.reports", this, [this] { showReports(); });
    bindCommand("billing.nextPane", this, [this] { focusPane(1); });
    bindCommand("billing.previousPane", this, [this] { focusPane(-1); });
}

void BillingPage::focusPane(int direction)
{
    std::vector<QWidget*> panes;
    for (auto* pane : view(m_tabs->currentIndex()).panes())
        if (pane->isVisible()) panes.push_back(pane);
    if (panes.empty()) return;
    const auto at = std::find(panes.begin(), panes.end(), QApplication::focusWidget());
    const auto count = static_cast<int>(panes.size());
    const int current = at == panes.end() ? (direction > 0 ? -1 : 0) : static_cast<int>(at - panes.begin());
    panes[static_cast<std::size_t>((current + direction + count) % count)]->setFocus(Qt::ShortcutFocusReason);
}

void BillingPage::activate()
{
    showTab(m_tabs->currentIndex());
    loadTotals();
}

void BillingPage::showTab(int tab)
{
    m_stack->setCurrentIndex(tab);
    m_find->setVisible(tab < waitingTab);
    view(tab).find(m_find->text().trimmed());
    view(tab).load();
    view(tab).focusFirst();
}

void BillingPage::setCount(int tab, std::int64_t count)
{
    m_tabs->setTabText(tab, QStringLiteral("%1 %2").arg(tabNames().at(tab), countText(count)));
}

void BillingPage::loadTotals()
{
    m_askTotals.ask(
        [](app::Workspace& workspace) { return app::BillingDesk(workspace).totals(); },
        [this](const Result<std::vector<QueueTotal>>& totals) {
            if (!totals) return;
            for (const auto& total : *totals) {
                const int tab = static_cast<int>(total.queue);
                setCount(tab, total.claims);
                m_tabs->setTabToolTip(tab, QStringLiteral("$%1").arg(qs(total.charges.grouped())));
                if (total.queue == ClaimQueue::ready)
                    emit statusText(
                        QStringLiteral("%1 ready, $%2").arg(claimsText(total.claims), qs(total.charges.grouped())));
            }
        });
    view(waitingTab).load();
    view(filesTab).load();
}

void BillingPage::reload()
{
    emit countsChanged();
    loadTotals();
    if (m_tabs->currentIndex() < waitingTab) view(m_tabs->currentIndex()).load();
}

void BillingPage::check()
{
    if (m_isBusy) return;
    m_isBusy = true;
    m_context.work.runJob<int>(
        this, QStringLiteral("Checking claims"),
        [](app::Workspace& workspace, const Progress& progress) {
            return app::BillingDesk(workspace).checkApproved(progress);
        },
        [this](const Result<int>& failing) {
            m_isBusy = false;
            if (!failing)
                m_context.prompter.showError(this, failing.error());
            else
                emit statusText(*failing == 0 ? QStringLiteral("All are checked, none fails")
                                              : QStringLiteral("All are checked, %1 fail").arg(*failing));
            reload();
        });
}

void BillingPage::chooseAnswers()
{
    m_context.prompter.pickFiles(this, QStringLiteral("Import answers of payers"), QStringLiteral("All files (*)"),
                                 [this](const QStringList& files) {
                                     if (files.isEmpty()) return;
                                     std::vector<std::filesystem::path> paths;
                                     for (const QString& file : files) paths.emplace_back(utf8(file));
                                     importAnswers(QStringLiteral("Importing answers"),
                                                   [paths](app::Workspace& workspace, const Progress& progress) {
                                                       return app::AnswerDesk(workspace).importFiles(paths, progress);
                                                   });
                                 });
}

void BillingPage::importAnswers(
    const QString& title,
    std::function<Result<std::vector<app::AnswerOutcome>>(app::Workspace&, const Progress&)> import)
{
    if (m_isBusy) return emit statusText(QStringLiteral("Wait until what is running is done"));
    m_isBusy = true;
    m_context.work.runJob<std::vector<app::AnswerOutcome>>(
        this, title, std::move(import), [this](const Result<std::vector<app::AnswerOutcome>>& outcomes) {
            m_isBusy = false;
            if (outcomes)
                m_context.prompter.showText(this, QStringLiteral("Answers"), answersSummary(*outcomes));
            else
                m_context.prompter.showError(this, outcomes.error());
            reload();
        });
}

void BillingPage::showReports()
{
    const auto kind = m_tabs->currentIndex() == rejectedTab ? WorkItemKind::rejection : WorkItemKind::denial;
    (new ReportsDialog(m_context, kind, this))->open();
}

}  // namespace cw::ui
