#include "ui/billing/billing_page.h"

#include "ui/async/background.h"
#include "ui/billing/claim_models.h"
#include "ui/billing/export_folder.h"
#include "ui/billing/payer_pane.h"
#include "ui/billing/preview_pane.h"
#include "ui/billing/segment_view.h"
#include "ui/commands/bind.h"
#include "ui/commands/command_table.h"
#include "ui/shell/prompter.h"
#include "ui/theme/theme.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/list_table.h"
#include "ui/widgets/pane_header.h"
#include "ui/widgets/text.h"

#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include <array>

namespace cw::ui {

BillingPage::BillingPage(PageContext context, QWidget* parent)
    : Page(std::move(context), parent),
      m_tabs(new QTabBar(this)),
      m_left(new QStackedWidget(this)),
      m_payers(new PayerPane(m_context.theme, this)),
      m_failing(nullptr),
      m_failingModel(new ReadyClaimModel(this)),
      m_failingState(nullptr),
      m_files(nullptr),
      m_fileModel(new BatchModel(this)),
      m_fileState(nullptr),
      m_preview(new PreviewPane(m_context.theme, this))
{
    m_tabs->setAccessibleName(QStringLiteral("Billing lists"));
    m_tabs->setObjectName(QStringLiteral("billing.tabs"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    for (const auto* name : {"Ready", "Failing", "Files"}) m_tabs->addTab(QString::fromLatin1(name));
    m_left->addWidget(m_payers);
    m_left->addWidget(makeFailing());
    m_left->addWidget(makeFiles());
    auto* split = new QSplitter(Qt::Horizontal, this);
    split->setChildrenCollapsible(false);
    split->setHandleWidth(1);
    split->addWidget(m_left);
    split->addWidget(m_preview);
    split->setStretchFactor(0, 1);
    split->setStretchFactor(1, 0);
    split->setSizes({m_context.theme.scaled(844), m_context.theme.scaled(520)});
    m_preview->setMinimumWidth(m_context.theme.scaled(400));

    auto* strip = new QWidget(this);
    strip->setProperty("area", QStringLiteral("surface"));
    strip->setAttribute(Qt::WA_StyledBackground);
    auto* stripRow = new QHBoxLayout(strip);
    stripRow->setContentsMargins(m_context.theme.scaled(14), 0, 0, 0);
    stripRow->addWidget(m_tabs);
    auto* line = new QWidget(this);
    line->setFixedHeight(1);
    line->setProperty("area", QStringLiteral("line"));
    line->setAttribute(Qt::WA_StyledBackground);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(strip);
    column->addWidget(line);
    column->addWidget(split, 1);

    connect(m_tabs, &QTabBar::currentChanged, this, &BillingPage::showTab);
    connect(m_payers, &PayerPane::groupChanged, this, &BillingPage::preview);
    connect(m_payers, &PayerPane::claimChanged, this, [this] {
        const auto* claim = m_payers->currentClaim();
        m_preview->markClaim(claim ? claim->summary.encounterId : std::string());
    });
    connect(m_payers, &PayerPane::claimOpened, this, [this](const QString& id) { emit encounterRequested(id, false); });
    connect(m_preview->exportButton(), &QPushButton::clicked, this, &BillingPage::askExport);
    connect(m_preview->folderButton(), &QPushButton::clicked, this, &BillingPage::chooseFolder);
    bind();
}

QWidget* BillingPage::makeFailing()
{
    auto* pane = new QWidget(this);
    auto* header = new PaneHeader(m_context.theme, QStringLiteral("Failing"), pane);
    header->setDetail(QStringLiteral("approved, but the edits find errors now"));
    header->addHint(keyHint("billing.open"), QStringLiteral("chart"));
    header->addHint(keyHint("billing.return"), QStringLiteral("return to the coder"));
    m_failing = new ListTable(m_context.theme, QStringLiteral("Failing claims"), 31, pane);
    m_failing->setObjectName(QStringLiteral("billing.failing"));
    m_failing->setModel(m_failingModel);
    m_failing->setColumnWidths({84, 150, 96, 130, 80, 86, 0}, ReadyClaimModel::finding);
    m_failingState = new EmptyState(m_context.theme, m_failing);
    auto* column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(header);
    column->addWidget(m_failing, 1);
    connect(m_failing, &ListTable::rowActivated, this,
            [this](int row) { emit encounterRequested(qs(m_failingModel->row(row).summary.encounterId), false); });
    return pane;
}

QWidget* BillingPage::makeFiles()
{
    auto* pane = new QWidget(this);
    auto* header = new PaneHeader(m_context.theme, QStringLiteral("Claim files"), pane);
    header->addHint(keyHint("billing.open"), QStringLiteral("show as sent"));
    m_files = new ListTable(m_context.theme, QStringLiteral("Claim files"), 31, pane);
    m_files->setObjectName(QStringLiteral("billing.files"));
    m_files->setModel(m_fileModel);
    m_files->setColumnWidths({52, 126, 54, 92, 72, 84, 60, 120, 0}, BatchModel::digest);
    m_fileState = new EmptyState(m_context.theme, m_files);
    auto* column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(header);
    column->addWidget(m_files, 1);
    connect(m_files, &ListTable::rowActivated, this, &BillingPage::showFile);
    return pane;
}

void BillingPage::bind()
{
    bindCommand("billing.export", this, [this] { askExport(); });
    bindCommand("billing.check", this, [this] { load(); });
    bindCommand("billing.ready", this, [this] { m_tabs->setCurrentIndex(readyTab); });
    bindCommand("billing.failing", this, [this] { m_tabs->setCurrentIndex(failingTab); });
    bindCommand("billing.files", this, [this] { m_tabs->setCurrentIndex(filesTab); });
    bindCommand("billing.nextPane", this, [this] {
        const std::array<QWidget*, 3> panes = {m_payers->payers(), m_payers->claims(), m_preview->view()};
        std::size_t at = panes.size() - 1;
        for (std::size_t i = 0; i < panes.size(); ++i)
            if (panes[i]->hasFocus()) at = i;
        do at = (at + 1) % panes.size();
        while (!panes[at]->isVisible());
        panes[at]->setFocus();
    });
    for (auto* table : {m_payers->claims(), m_failing})
        bindCommand("billing.return", table, [this, table] { sendBack(table); });
}

void BillingPage::activate()
{
    showTab(m_tabs->currentIndex());
    load();
    m_context.work.run<std::filesystem::path>(this, exportFolder, [this](Result<std::filesystem::path> folder) {
        if (!folder) return;
        m_folder = qs(folder->string());
        m_preview->setFolder(m_folder);
    });
}

void BillingPage::showTab(int tab)
{
    m_left->setCurrentIndex(tab);
    switch (tab) {
    case readyTab:
        preview();
        m_payers->payers()->setFocus();
        break;
    case failingTab:
        m_preview->showNothing(QStringLiteral("Failing claims are not written until their errors are gone."));
        m_failing->setFocus();
        break;
    default:
        m_preview->showNothing(QStringLiteral("Enter shows a file as it was sent."));
        loadFiles();
        m_files->setFocus();
    }
}

void BillingPage::load()
{
    const int turn = ++m_load;
    m_payers->state()->showLoading(QStringLiteral("Checking the approved encounters"));
    m_context.work.runJob<std::vector<app::PayerGroup>>(
        this, QStringLiteral("Checking claims"),
        [](app::Workspace& workspace, const Progress& progress) { return app::BillingDesk(workspace).ready(progress); },
        [this, turn](Result<std::vector<app::PayerGroup>> groups) {
            if (turn != m_load) return;
            if (groups)
                fill(*groups);
            else
                m_payers->state()->showFailed(groups.error(), keyHint("billing.check"), QStringLiteral("try again"));
            if (!groups || groups->empty()) emit ready();
        });
    loadFiles();
}

void BillingPage::fill(const std::vector<app::PayerGroup>& groups)
{
    int claims = 0;
    std::vector<app::ReadyClaim> failing;
    for (const auto& group : groups) {
        claims += group.claims - group.failing;
        for (const auto& row : group.rows)
            if (row.errors > 0) failing.push_back(row);
    }
    m_tabs->setTabText(readyTab, QStringLiteral("Ready %1").arg(claims));
    m_tabs->setTabText(failingTab, QStringLiteral("Failing %1").arg(failing.size()));
    m_failingModel->setRows(std::move(failing));
    m_failing->selectRow(0);
    if (m_failingModel->rowCount() == 0)
        m_failingState->showEmpty(QStringLiteral("Nothing fails."), keyHint("billing.ready"),
                                  QStringLiteral("see what is ready"));
    else
        m_failingState->showNothing();
    if (groups.empty())
        m_payers->state()->showEmpty(QStringLiteral("Nothing is approved and waiting to be sent."),
                                     keyHint("go.worklist"), QStringLiteral("worklist"));
    else
        m_payers->state()->showNothing();
    m_payers->setGroups(groups);
    emit statusText(QStringLiteral("%1 claim%2 ready").arg(claims).arg(claims == 1 ? QString() : QStringLiteral("s")));
}

std::vector<std::string> BillingPage::cleanIds() const
{
    std::vector<std::string> ids;
    if (const auto* group = m_payers->currentGroup())
        for (const auto& row : group->rows)
            if (row.errors == 0) ids.push_back(row.summary.encounterId);
    return ids;
}

void BillingPage::preview()
{
    if (m_tabs->currentIndex() != readyTab) return;
    const auto* group = m_payers->currentGroup();
    const int turn = ++m_previewTurn;
    if (!group) return m_preview->showNothing(QStringLiteral("A preview of the claim file stands here."));
    m_preview->showLoading();
    m_context.work.run<app::ClaimPreview>(
        this, [ids = cleanIds()](app::Workspace& workspace) { return app::BillingDesk(workspace).preview(ids); },
        [this, turn, payer = qs(group->payerName)](Result<app::ClaimPreview> result) {
            if (turn != m_previewTurn || m_tabs->currentIndex() != readyTab) return;
            if (result) {
                m_preview->showPreview(payer, *result);
                if (const auto* claim = m_payers->currentClaim()) m_preview->markClaim(claim->summary.encounterId);
            } else {
                m_preview->showFailed(result.error());
            }
            emit ready();
        });
}

void BillingPage::askExport()
{
    const auto ids = cleanIds();
    if (m_tabs->currentIndex() != readyTab || ids.empty() || m_folder.isEmpty()) return;
    const QString count =
        QStringLiteral("%1 claim%2").arg(ids.size()).arg(ids.size() == 1 ? QString() : QStringLiteral("s"));
    m_context.prompter.confirm(this, QStringLiteral("Export %1?").arg(count),
                               QStringLiteral("%1, $%2, go into one file in\n%3\nand their encounters become exported.")
                                   .arg(count, qs(m_preview->charges().grouped()), m_folder),
                               QStringLiteral("Export"), [this, ids](bool yes) {
                                   if (yes) exportClaims(ids);
                               });
}

void BillingPage::exportClaims(const std::vector<std::string>& ids)
{
    m_context.work.runJob<app::ExportOutcome>(
        this, QStringLiteral("Writing claims"),
        [ids, folder = utf8(m_folder)](app::Workspace& workspace, const Progress& progress) {
            return app::BillingDesk(workspace).exportClaims(ids, folder, false, progress);
        },
        [this](Result<app::ExportOutcome> outcome) {
            if (outcome)
                showOutcome(*outcome);
            else
                m_context.prompter.showError(this, outcome.error());
            emit countsChanged();
            load();
        });
}

void BillingPage::showOutcome(const app::ExportOutcome& outcome)
{
    QStringList lines;
    for (const auto& file : outcome.files)
        lines.append(QStringLiteral("%1 claim(s), $%2, batch %3, in\n%4")
                         .arg(file.batch.claims)
                         .arg(qs(file.batch.charges.grouped()))
                         .arg(file.batch.number)
                         .arg(qs(file.file.string())));
    for (const auto& refusal : outcome.refused)
        lines.append(QStringLiteral("Left out: %1, %2").arg(qs(refusal.encounterId), qs(refusal.reason)));
    for (const auto& replacement : outcome.replacements) lines.append(QStringLiteral("Changed: ") + qs(replacement));
    m_context.prompter.showText(this,
                                outcome.files.empty() ? QStringLiteral("No file was written")
                                                      : QStringLiteral("The claim file is written"),
                                lines.join(QLatin1Char('\n')));
}

void BillingPage::chooseFolder()
{
    m_context.prompter.pickFolder(this, QStringLiteral("Folder for claim files"), [this](const QString& folder) {
        if (folder.isEmpty()) return;
        m_context.work.run<std::filesystem::path>(
            this, [path = utf8(folder)](app::Workspace& workspace) { return setExportFolder(workspace, path); },
            [this](Result<std::filesystem::path> chosen) {
                if (!chosen) return m_context.prompter.showError(this, chosen.error());
                m_folder = qs(chosen->string());
                m_preview->setFolder(m_folder);
            });
    });
}

void BillingPage::loadFiles()
{
    m_context.work.run<std::vector<BatchRow>>(
        this,
        [](app::Workspace& workspace) -> Result<std::vector<BatchRow>> {
            CW_TRY(const auto batches, app::BillingDesk(workspace).batches());
            std::vector<BatchRow> rows;
            for (const auto& batch : batches)
                rows.push_back({batch, qs(workspace.clock().localDateTime(batch.exportedAt))});
            return rows;
        },
        [this](Result<std::vector<BatchRow>> rows) {
            if (!rows) return m_fileState->showFailed(rows.error(), keyHint("go.reload"), QStringLiteral("try again"));
            m_tabs->setTabText(filesTab, QStringLiteral("Files %1").arg(rows->size()));
            const int before = std::max(m_files->currentRow(), 0);
            m_fileModel->setRows(std::move(*rows));
            m_files->selectRow(before);
            if (m_fileModel->rowCount() == 0)
                m_fileState->showEmpty(QStringLiteral("No claim file was written yet."), keyHint("billing.ready"),
                                       QStringLiteral("see what is ready"));
            else
                m_fileState->showNothing();
        });
}

void BillingPage::showFile(int row)
{
    const Batch batch = m_fileModel->row(row).batch;
    m_context.work.run<std::string>(
        this, [id = batch.id](app::Workspace& workspace) { return app::BillingDesk(workspace).batchFile(id); },
        [this, batch](Result<std::string> bytes) {
            if (m_tabs->currentIndex() != filesTab) return;
            if (bytes)
                m_preview->showSent(batch, *bytes);
            else
                m_preview->showFailed(bytes.error());
        });
}

const app::ReadyClaim* BillingPage::claimOf(const ListTable* table) const
{
    if (table != m_failing) return m_payers->currentClaim();
    return m_failing->currentRow() >= 0 ? &m_failingModel->row(m_failing->currentRow()) : nullptr;
}

void BillingPage::sendBack(ListTable* table)
{
    const auto* claim = claimOf(table);
    if (!claim) return;
    m_context.prompter.askText(this, QStringLiteral("Return %1 to the coder").arg(qs(claim->summary.encounterId)),
                               QStringLiteral("Reason, shown to the coder"), qs(claim->firstError),
                               [this, id = claim->summary.encounterId](std::optional<QString> reason) {
                                   if (!reason) return;
                                   m_context.work.run<WorkflowState>(
                                       this,
                                       [id, text = utf8(reason->trimmed())](app::Workspace& workspace) {
                                           return app::BillingDesk(workspace).sendBack(id, text);
                                       },
                                       [this](Result<WorkflowState> result) {
                                           if (!result) return m_context.prompter.showError(this, result.error());
                                           emit countsChanged();
                                           load();
                                       });
                               });
}

}  // namespace cw::ui
