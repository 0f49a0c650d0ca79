#include "app/edit_desk.h"
#include "edits/attestation.h"
#include "edits/engine/remedy.h"
#include "ui/commands/bind.h"
#include "ui/commands/command_table.h"
#include "ui/desk/blockers_dialog.h"
#include "ui/desk/chart_panes.h"
#include "ui/desk/desk_page.h"
#include "ui/desk/edits_pane.h"
#include "ui/desk/guideline_window.h"
#include "ui/desk/visit_facts_dialog.h"
#include "ui/shell/prompter.h"
#include "ui/widgets/text.h"

#include <QTimer>

namespace cw::ui {

void DeskPage::connectEdits()
{
    auto& edits = m_panes->edits();
    connect(&edits, &EditsPane::remedyWanted, this, &DeskPage::applyFix);
    connect(&edits, &EditsPane::attestWanted, this, &DeskPage::attest);
    connect(&edits, &EditsPane::withdrawWanted, this, &DeskPage::withdrawAttestation);
    connect(&edits, &EditsPane::sourceWanted, this, &DeskPage::openSource);
    bindCommand("desk.fix", this, [this] {
        const auto* finding = m_panes->edits().findingToFix();
        if (!finding) return say(tr("No edit here has a fix that is unambiguous"));
        const Finding chosen = *finding;
        applyFix(chosen);
    });
    bindCommand("desk.facts", this, [this] { askVisitFacts(); });
}

void DeskPage::applyFix(const Finding& finding)
{
    if (finding.remedies.empty()) return;
    const Remedy remedy = finding.remedies.front();
    auto& ids = m_session.ids();
    const Status status = m_session.apply(qs(remedy.label), [remedy, &ids](Encounter encounter) {
        return applyRemedy(std::move(encounter), remedy, ids);
    });
    if (status) return say(tr("%1. %2 takes it back").arg(qs(remedy.label), keyHint("desk.undo")));
    sayError(status.error());
}

void DeskPage::attest(const Finding& finding)
{
    if (!m_session.canCode()) return say(tr("This chart can only be read"));
    if (finding.attested) return say(tr("This is attested already"));
    if (!finding.canAttest) return say(tr("This must be mended: it cannot be attested."));
    m_context.prompter.askText(
        this, tr("Attest %1").arg(qs(finding.key.rule)),
        tr("Why is it right as it stands? It is printed in the audit packet."), {},
        [this, key = finding.key, basis = basisOf(m_session.encounter(), finding)](std::optional<QString> reason) {
            if (!reason) return;
            runOnEdits(tr("Attested"),
                       [key, basis, text = utf8(*reason)](app::EditDesk& desk, const std::string& id) -> Status {
                           if (auto made = desk.attest(id, key, text, basis); !made) return std::move(made).error();
                           return {};
                       });
        });
}

void DeskPage::withdrawAttestation(const Finding& finding)
{
    if (!m_session.canCode() || !finding.attested) return;
    runOnEdits(tr("The attestation is taken back"),
               [key = finding.key](app::EditDesk& desk, const std::string& id) -> Status {
                   CW_TRY(const auto all, desk.attestations(id));
                   for (const auto& one : all)
                       if (one.key == key) CW_CHECK(desk.withdrawAttestation(id, one.id));
                   return {};
               });
}

void DeskPage::runOnEdits(const QString& done, std::function<Status(app::EditDesk&, const std::string&)> step)
{
    // What is attested must be what is stored.
    m_session.settle([this, done, step = std::move(step)](const Status& settled) {
        if (!settled || !m_session.isOpen()) return;
        m_context.work.run<bool>(
            this,
            [step, id = m_session.encounter().encounterId](app::Workspace& workspace) -> Result<bool> {
                app::EditDesk desk(workspace);
                CW_CHECK(step(desk, id));
                return true;
            },
            [this, done](Result<bool> result) {
                if (!result) return m_context.prompter.showError(this, result.error());
                say(done);
                m_session.check(true);
            });
    });
}

void DeskPage::openSource(const Finding& finding)
{
    const Date on = m_session.isOpen() ? m_session.encounter().codingDate() : Date::of(2000, 1, 1);
    if (!finding.note.empty()) return emit bookRequested(qs(finding.note), on);
    if (!GuidelineWindow::openFor(qs(finding.source), on, m_context, window())) say(qs(finding.source));
}

void DeskPage::askVisitFacts()
{
    if (!m_session.canCode()) return;
    auto* dialog = new VisitFactsDialog(m_context.theme, m_session.encounter().claim.flags, window());
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        const auto flags = dialog->flags();
        const Status status =
            m_session.apply(tr("Facts of the visit"), [flags](Encounter encounter) -> Result<Encounter> {
                if (encounter.claim.flags == flags)
                    return Error{ErrorKind::conflict, "UI-052", "the facts of the visit are as they were"};
                encounter.claim.flags = flags;
                return encounter;
            });
        if (!status && status.error().kind != ErrorKind::conflict) sayError(status.error());
    });
    dialog->open();
}

void DeskPage::refuseSubmit(const Error& error)
{
    const bool isBlocked = !m_session.report().isReady();
    m_session.check(true);
    if (error.kind != ErrorKind::notReady || !isBlocked) {
        m_context.prompter.showError(this, error);
        return;
    }
    m_panes->edits().focusFirstError();
    auto* dialog = new BlockersDialog(m_context.theme, m_session.report(), window());
    // After the dialog is gone: it would take the focus away from the cell.
    connect(dialog, &BlockersDialog::findingChosen, this, [this](const Finding& finding) {
        QTimer::singleShot(0, this, [this, finding] {
            window()->activateWindow();
            m_panes->goTo(finding);
        });
    });
    connect(dialog, &QDialog::rejected, this, [this] {
        QTimer::singleShot(0, this, [this] {
            window()->activateWindow();
            m_panes->edits().focusFirstError();
        });
    });
    dialog->open();
}

}  // namespace cw::ui
