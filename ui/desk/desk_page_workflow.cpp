#include "app/worklist.h"
#include "ui/commands/bind.h"
#include "ui/commands/command_table.h"
#include "ui/desk/chart_panes.h"
#include "ui/desk/codes_pane.h"
#include "ui/desk/desk_page.h"
#include "ui/desk/edits_pane.h"
#include "ui/desk/viewer/document_pane.h"
#include "ui/desk/viewer_commands.h"
#include "ui/search/search_palette.h"
#include "ui/shell/prompter.h"
#include "ui/widgets/text.h"

namespace cw::ui {

void DeskPage::bindCommands()
{
    bindCommand("desk.next", this, [this] { release([this] { openNext(); }); });
    bindCommand("desk.submit", this, [this] { submit(); });
    bindCommand("desk.save", this, [this] {
        m_session.save();
        if (!m_session.hasUnsaved()) say(tr("Everything is saved"));
    });
    bindCommand("desk.hold", this, [this] { holdOrResume(); });
    bindCommand("desk.search", this, [this] { openSearch(SearchPurpose::add); });
    bindCommand("desk.recent", this, [this] { openSearch(SearchPurpose::add, true); });
    bindCommand("desk.undo", this, [this] { undo(); });
    bindCommand("desk.redo", this, [this] { redo(); });
    bindCommand("desk.check", this, [this] {
        m_session.check(true);
        if (m_session.isOpen()) say(tr("Edits are checked again"));
    });
    bindCommand("desk.nextEdit", this, [this] { m_panes->edits().walk(1); });
    bindCommand("desk.previousEdit", this, [this] { m_panes->edits().walk(-1); });
    bindCommand("desk.nextPane", this, [this] { m_panes->focusPane(1); });
    bindCommand("desk.previousPane", this, [this] { m_panes->focusPane(-1); });
    bindCommand("desk.documents", this, [this] { m_panes->focusDocuments(); });
    bindCommand("desk.viewer", this, [this] { m_panes->viewer().focusDocument(); });
    bindCommand("desk.codes", this, [this] { m_panes->codes().focusDiagnoses(); });
    bindCommand("desk.procedures", this, [this] { m_panes->codes().focusProcedures(); });
    bindCommand("desk.edits", this, [this] { m_panes->edits().focusFirstError(); });
}

void DeskPage::bindViewerCommands()
{
    ui::bindViewerCommands(this, m_panes->viewer());
}

void DeskPage::openNext()
{
    const std::string current = m_session.isOpen() ? m_session.encounter().encounterId : std::string();
    m_context.work.run<std::optional<std::string>>(
        this, [current](app::Workspace& workspace) { return app::Worklist(workspace).next(current); },
        [this](Result<std::optional<std::string>> next) {
            if (!next) {
                m_context.prompter.showError(this, next.error());
            } else if (*next) {
                openEncounter(qs(**next));
            } else {
                say(tr("All charts are done"));
                emit pageRequested(QStringLiteral("worklist"));
            }
        });
}

void DeskPage::submit()
{
    if (!m_session.canCode() || m_isSubmitting) return;
    m_isSubmitting = true;
    m_palette->closePalette();
    m_session.settle([this](const Status& status) {
        if (!status || !m_session.isOpen()) {
            m_isSubmitting = false;
            return;
        }
        m_context.work.run<WorkflowState>(
            this,
            [id = m_session.encounter().encounterId](app::Workspace& workspace) {
                return app::CodingDesk(workspace).submit(id);
            },
            [this](Result<WorkflowState> state) {
                m_isSubmitting = false;
                if (!state) return refuseSubmit(state.error());
                say(tr("%1 submitted").arg(qs(m_session.encounter().encounterId)));
                m_session.setWorkflow(*state);
                openNext();
            });
    });
}

void DeskPage::holdOrResume()
{
    if (!m_session.isOpen()) return;
    const auto run = [this](std::function<Result<WorkflowState>(app::CodingDesk&, const std::string&)> step) {
        m_session.settle([this, step = std::move(step)](const Status& status) {
            if (!status || !m_session.isOpen()) return;
            m_context.work.run<WorkflowState>(
                this,
                [step, id = m_session.encounter().encounterId](app::Workspace& workspace) {
                    app::CodingDesk desk(workspace);
                    return step(desk, id);
                },
                [this](Result<WorkflowState> state) { afterWorkflow(state); });
        });
    };
    if (m_session.workflow().status == EncounterStatus::pending) {
        return run([](app::CodingDesk& desk, const std::string& id) { return desk.resume(id); });
    }
    m_context.prompter.askText(
        this, tr("Hold this chart"), tr("What is it waiting for?"), {}, [run](std::optional<QString> reason) {
            if (!reason) return;
            run([text = utf8(*reason)](app::CodingDesk& desk, const std::string& id) { return desk.hold(id, text); });
        });
}

void DeskPage::afterWorkflow(const Result<WorkflowState>& state)
{
    if (!state) {
        m_context.prompter.showError(this, state.error());
        return;
    }
    emit countsChanged();
    openEncounter(qs(m_session.encounter().encounterId));
}

}  // namespace cw::ui
