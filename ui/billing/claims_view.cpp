#include "ui/billing/claims_view.h"

#include "ui/billing/claim_data_dialog.h"
#include "ui/billing/claim_export.h"
#include "ui/billing/claim_pane.h"
#include "ui/billing/work_actions.h"
#include "ui/codes/link_browser.h"
#include "ui/commands/bind.h"
#include "ui/commands/command_table.h"
#include "ui/shell/prompter.h"
#include "ui/widgets/list_table.h"
#include "ui/widgets/pane_header.h"
#include "ui/widgets/text.h"

#include <utility>

namespace cw::ui {

ClaimsView::ClaimsView(PageContext& context, ClaimQueue queue, QWidget* parent)
    : BillingView(context, parent),
      m_queue(new QueuePane(context.theme, context.lookup, queue, this)),
      m_claim(new ClaimPane(context.theme, context.lookup, this)),
      m_actions(new WorkActions(context, this))
{
    split(m_queue, m_claim);
    connect(m_queue, &QueuePane::rowChanged, this, &ClaimsView::showCurrent);
    connect(m_queue, &QueuePane::loaded, this, &BillingView::loaded);
    connect(m_queue, &QueuePane::rowActivated, this, [this] {
        if (isWork()) return openPlace();
        m_claim->timeline().setFocus();
    });
    connect(m_claim, &ClaimPane::fieldWanted, this, &ClaimsView::goTo);
    connect(m_claim, &ClaimPane::shown, this, [this] {
        if (std::exchange(m_wantsPlace, false)) openPlace();
    });
    connect(m_actions, &WorkActions::done, this, [this](const QString& what) {
        emit statusText(what);
        m_claim->reload();
        emit changed();
    });
    bind();
}

bool ClaimsView::isWork() const noexcept
{
    return m_queue->queue() == ClaimQueue::rejected || m_queue->queue() == ClaimQueue::denied;
}

void ClaimsView::bind()
{
    auto& claims = m_queue->claims();
    auto& hints = m_queue->claimsHeader();
    const bool isPaid = m_queue->queue() == ClaimQueue::paid;
    hints.addHint(keyHint("billing.open"), isWork() ? QStringLiteral("to what is wrong") : QStringLiteral("timeline"));
    bindCommand("billing.again", &claims, [this] { askAgain(); });
    bindCommand("billing.data", &claims, [this] { openData({}); });
    if (m_queue->queue() == ClaimQueue::sent)
        m_queue->header().addHint(keyHint("billing.import"), QStringLiteral("import answers"));
    else
        hints.addHint(keyHint("billing.again"), QStringLiteral("send again"));
    if (isPaid) {
        hints.addHint(keyHint("billing.next"), QStringLiteral("next payer"));
        bindCommand("billing.next", &claims, [this] { billNext(); });
    }
    if (isWork()) bindWork();
}

void ClaimsView::bindWork()
{
    m_queue->claimsHeader().addHint(keyHint("billing.data"), QStringLiteral("claim data"));
    m_queue->header().addHint(keyHint("billing.reports"), QStringLiteral("reports"));
    const std::initializer_list<std::pair<const char*, void (WorkActions::*)(const WorkItem&)>> actions = {
        {"billing.note", &WorkActions::note},
        {"billing.appeal", &WorkActions::appeal},
        {"billing.packet", &WorkActions::packet},
        {"billing.close", &WorkActions::close}};
    for (const auto& [id, action] : actions)
        bindCommand(id, &m_queue->claims(), [this, action = action] {
            const auto* sheet = m_claim->sheet();
            const auto* item = sheet ? sheet->current() : nullptr;
            if (!item) return emit statusText(QStringLiteral("Nothing is open about this claim"));
            const WorkItem chosen = *item;
            (m_actions->*action)(chosen);
        });
    auto& hints = m_claim->header();
    hints.addHint(keyHint("billing.note"), QStringLiteral("note"));
    if (m_queue->queue() == ClaimQueue::denied) {
        hints.addHint(keyHint("billing.appeal"), QStringLiteral("appeal"));
        hints.addHint(keyHint("billing.packet"), QStringLiteral("packet"));
    }
    hints.addHint(keyHint("billing.close"), QStringLiteral("close"));
}

void ClaimsView::load()
{
    m_queue->load();
}

void ClaimsView::focusFirst()
{
    m_queue->claims().setFocus();
}

std::vector<QWidget*> ClaimsView::panes() const
{
    return {&m_queue->payers(), &m_queue->claims(), &m_claim->text(), &m_claim->timeline()};
}

void ClaimsView::find(const QString& text)
{
    m_queue->setText(text);
}

const ClaimRecord* ClaimsView::current() const
{
    const auto* row = m_queue->currentRow();
    return row && row->claim ? &*row->claim : nullptr;
}

void ClaimsView::showCurrent()
{
    if (const auto* claim = current()) return m_claim->showClaim(*claim);
    m_wantsPlace = false;
    m_claim->showNothing(QStringLiteral("A claim's timeline and answers stand here."));
}

void ClaimsView::openPlace()
{
    if (!current()) return;
    const auto* sheet = m_claim->sheet();
    if (!sheet) {
        m_wantsPlace = true;
        return;
    }
    const auto* complaint = sheet->firstPlace();
    goTo(complaint ? qs(complaint->pointer) : QString());
}

void ClaimsView::goTo(const QString& pointer)
{
    const auto* claim = current();
    if (!claim) return;
    const QString id = qs(claim->encounterId);
    if (pointer.isEmpty()) return emit encounterRequested(id, false);
    const bool isOnDesk =
        pointer.startsWith(QLatin1String("/diagnoses")) || pointer.startsWith(QLatin1String("/procedures"));
    if (isOnDesk) return emit fieldRequested(id, pointer);
    openData(pointer);
}

void ClaimsView::openData(const QString& pointer)
{
    const auto* claim = current();
    if (!claim) return;
    openClaimData(this, m_context, claim->encounterId, utf8(pointer), [this] {
        emit statusText(QStringLiteral("Saved. %1 sends the claim again").arg(keyHint("billing.again")));
        m_claim->reload();
    });
}

void ClaimsView::askAgain()
{
    const auto* claim = current();
    if (!claim) return;
    askResend(this, m_context.theme, *claim,
              [this, chosen = *claim](const ResendChoice& choice) { sendAgain(chosen, choice); });
}

void ClaimsView::sendAgain(const ClaimRecord& claim, const ResendChoice& choice)
{
    using Written = std::optional<app::ExportOutcome>;
    m_context.work.runJob<Written>(
        this, QStringLiteral("Sending the claim again"),
        [id = claim.encounterId, choice](app::Workspace& workspace, const Progress& progress) -> Result<Written> {
            CW_TRY(const auto state, app::BillingDesk(workspace).resend(id, choice.frequency));
            static_cast<void>(state);
            if (!choice.writeNow) return Written();
            CW_TRY(auto outcome, runExport(workspace, {id}, ExportChoice{}, progress));
            return Written(std::move(outcome));
        },
        [this, number = qs(claim.claimNumber)](const Result<Written>& written) {
            if (!written)
                m_context.prompter.showError(this, written.error());
            else if (!*written)
                emit statusText(QStringLiteral("%1 is ready to be sent again").arg(number));
            else
                m_context.prompter.showText(this, outcomeTitle(**written),
                                            outcomeLines(**written).join(QLatin1Char('\n')));
            emit changed();
        });
}

void ClaimsView::billNext()
{
    const auto* claim = current();
    const auto* sheet = m_claim->sheet();
    if (!claim || !sheet) return;
    if (!sheet->file.next) return emit statusText(QStringLiteral("There is no further coverage to bill"));
    m_context.prompter.confirm(
        this, QStringLiteral("Bill the %1 coverage?").arg(rankText(*sheet->file.next)),
        QStringLiteral("The payer's answer goes into %1, which then is ready for that payer.")
            .arg(qs(claim->encounterId)),
        QStringLiteral("Bill"), [this, id = claim->id, name = qs(claim->encounterId)](bool yes) {
            if (!yes) return;
            m_context.work.run<WorkflowState>(
                this, [id](app::Workspace& workspace) { return app::BillingDesk(workspace).billNext(id); },
                [this, name](const Result<WorkflowState>& state) {
                    if (!state) return m_context.prompter.showError(this, state.error());
                    emit statusText(QStringLiteral("%1 is ready for its next payer").arg(name));
                    emit changed();
                });
        });
}

}  // namespace cw::ui
