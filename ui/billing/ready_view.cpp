#include "ui/billing/ready_view.h"

#include "ui/billing/claim_data_dialog.h"
#include "ui/billing/claim_export.h"
#include "ui/billing/export_folder.h"
#include "ui/billing/preview_pane.h"
#include "ui/billing/segment_view.h"
#include "ui/commands/bind.h"
#include "ui/commands/command_table.h"
#include "ui/shell/prompter.h"
#include "ui/widgets/list_table.h"
#include "ui/widgets/pane_header.h"
#include "ui/widgets/text.h"

#include <QPushButton>

namespace cw::ui {

namespace {

constexpr int previewed = 500;

Result<PreviewSheet> previewOf(app::Workspace& workspace, const std::optional<std::string>& payerId)
{
    CW_TRY(auto ids, readyIds(workspace, payerId));
    const auto all = static_cast<std::int64_t>(ids.size());
    if (all > previewed) ids.resize(previewed);
    app::ExportRequest request;
    request.encounterIds = std::move(ids);
    CW_TRY(auto sheet, loadPreview(workspace, request, {}));
    sheet.more = std::max<std::int64_t>(0, all - previewed);
    return sheet;
}

}  // namespace

ReadyView::ReadyView(PageContext& context, ClaimQueue queue, QWidget* parent)
    : BillingView(context, parent),
      m_queue(new QueuePane(context.theme, context.lookup, queue, this)),
      m_preview(new PreviewPane(context.theme, this)),
      m_askPreview(context.lookup, this)
{
    split(m_queue, m_preview);
    m_queue->header().addHint(keyHint("billing.check"), QStringLiteral("check all"));
    if (queue == ClaimQueue::ready) m_queue->header().addHint(keyHint("billing.export"), QStringLiteral("export"));
    m_queue->claimsHeader().addHint(keyHint("billing.open"), QStringLiteral("chart"));
    m_queue->claimsHeader().addHint(keyHint("billing.data"), QStringLiteral("claim data"));
    m_queue->claimsHeader().addHint(keyHint("billing.return"), QStringLiteral("return to the coder"));
    connect(m_queue, &QueuePane::payerChanged, this, &ReadyView::preview);
    connect(m_queue, &QueuePane::rowChanged, this, &ReadyView::showCurrent);
    connect(m_queue, &QueuePane::loaded, this, &BillingView::loaded);
    connect(m_queue, &QueuePane::rowActivated, this, [this] {
        if (const auto* row = m_queue->currentRow()) emit encounterRequested(qs(row->encounterId), false);
    });
    connect(&m_preview->exportButton(), &QPushButton::clicked, this, &ReadyView::exportClaims);
    bind();
}

void ReadyView::bind()
{
    bindCommand("billing.return", &m_queue->claims(), [this] { sendBack(); });
    bindCommand("billing.data", &m_queue->claims(), [this] { openData(); });
}

void ReadyView::load()
{
    m_queue->load();
    m_context.lookup.run<std::filesystem::path>(this, exportFolder,
                                                [this](const Result<std::filesystem::path>& folder) {
                                                    if (!folder) return;
                                                    m_folder = qs(folder->string());
                                                    m_preview->setFolder(m_folder);
                                                });
}

void ReadyView::focusFirst()
{
    if (m_queue->queue() == ClaimQueue::ready)
        m_queue->payers().setFocus();
    else
        m_queue->claims().setFocus();
}

std::vector<QWidget*> ReadyView::panes() const
{
    return {&m_queue->payers(), &m_queue->claims(), &m_preview->claims(), &m_preview->view()};
}

void ReadyView::find(const QString& text)
{
    m_queue->setText(text);
}

void ReadyView::preview()
{
    const auto* payer = m_queue->currentPayer();
    m_askPreview.forget();
    if (m_queue->queue() == ClaimQueue::failing) return showCurrent();
    if (!payer)
        return m_preview->showNothing(
            QStringLiteral("The file stands here as it would be sent, once something is ready."));
    m_preview->showLoading();
    m_askPreview.ask([id = payer->id](app::Workspace& workspace) { return previewOf(workspace, id); },
                     [this](Result<PreviewSheet> sheet) {
                         if (!sheet) return m_preview->showFailed(sheet.error());
                         m_preview->showPreview(std::move(*sheet));
                         showCurrent();
                     });
}

void ReadyView::showCurrent()
{
    const auto* row = m_queue->currentRow();
    if (m_queue->queue() == ClaimQueue::ready) {
        if (row) m_preview->selectClaim(row->encounterId);
        return;
    }
    if (!row)
        return m_preview->showNothing(QStringLiteral("Claims that fail are not written until their errors are gone."));
    const QString why = row->detail.empty() ? QStringLiteral("it was not checked yet") : qs(row->detail);
    m_preview->showNothing(QStringLiteral("%1 is not sent:\n%2").arg(qs(row->encounterId), why),
                           keyHint(row->detail.empty() ? "billing.check" : "billing.open"),
                           row->detail.empty() ? QStringLiteral("check all") : QStringLiteral("open the chart"));
}

void ReadyView::exportClaims()
{
    const auto* payer = m_queue->currentPayer();
    if (m_queue->queue() != ClaimQueue::ready || !payer || m_isWriting) return;
    const auto count = payer->claims - payer->failing;
    if (count <= 0) return emit statusText(QStringLiteral("Nothing of this payer is ready"));
    const QString what = payer->id
                             ? QStringLiteral("%1 of %2, $%3. Their encounters become exported.")
                             : QStringLiteral("%1 of %2, $%3, one file for each. Their encounters become exported.");
    askExport(this, m_context.theme, m_context.prompter,
              what.arg(claimsText(count), payer->id ? qs(payer->name) : QStringLiteral("all payers"),
                       qs(payer->charges.grouped())),
              m_folder, [this, id = payer->id](const ExportChoice& choice) { write(id, choice); });
}

void ReadyView::write(const std::optional<std::string>& payerId, const ExportChoice& choice)
{
    m_isWriting = true;
    m_context.work.runJob<app::ExportOutcome>(
        this, QStringLiteral("Writing claims"),
        [payerId, choice](app::Workspace& workspace, const Progress& progress) -> Result<app::ExportOutcome> {
            CW_TRY(auto ids, readyIds(workspace, payerId));
            return runExport(workspace, std::move(ids), choice, progress);
        },
        [this](const Result<app::ExportOutcome>& outcome) {
            m_isWriting = false;
            if (outcome)
                m_context.prompter.showText(this, outcomeTitle(*outcome),
                                            outcomeLines(*outcome).join(QLatin1Char('\n')));
            else
                m_context.prompter.showError(this, outcome.error());
            emit changed();
        });
}

void ReadyView::sendBack()
{
    const auto* row = m_queue->currentRow();
    if (!row) return;
    m_context.prompter.askText(this, QStringLiteral("Return %1 to the coder").arg(qs(row->encounterId)),
                               QStringLiteral("Reason, shown to the coder"), qs(row->detail),
                               [this, id = row->encounterId](std::optional<QString> reason) {
                                   if (!reason) return;
                                   m_context.work.run<WorkflowState>(
                                       this,
                                       [id, text = utf8(reason->trimmed())](app::Workspace& workspace) {
                                           return app::BillingDesk(workspace).sendBack(id, text);
                                       },
                                       [this](const Result<WorkflowState>& result) {
                                           if (!result) return m_context.prompter.showError(this, result.error());
                                           emit changed();
                                       });
                               });
}

void ReadyView::openData()
{
    const auto* row = m_queue->currentRow();
    if (!row) return;
    openClaimData(this, m_context, row->encounterId, {}, [this] { emit changed(); });
}

}  // namespace cw::ui
