#include "ui/desk/chart_panes.h"
#include "ui/desk/codes_pane.h"
#include "ui/desk/desk_page.h"
#include "ui/desk/entry_text.h"
#include "ui/shell/prompter.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/text.h"

namespace cw::ui {

std::vector<Evidence> DeskPage::selectedEvidence()
{
    const auto selected = m_panes->selectedSpan();
    if (!selected) return {};
    return {app::makeEvidence(selected->span, utf8(selected->quote), m_panes->titleOf(selected->span.version),
                              m_session.ids(), selected->isRecognised)};
}

void DeskPage::attachSelection()
{
    const auto evidence = selectedEvidence();
    if (evidence.empty()) {
        say(tr("Select the words in the document first; then they can be attached here as proof."));
        return;
    }
    auto& codes = m_panes->codes();
    const auto line = codes.currentProcedure();
    const auto diagnosis = codes.currentDiagnosis();
    Status status;
    if (codes.isProceduresCurrent() && line) {
        status = m_session.apply(tr("Attach proof"), [id = *line, evidence](Encounter e) {
            return coding::addEvidence(std::move(e), id, evidence.front());
        });
    } else if (diagnosis) {
        status = m_session.apply(tr("Attach proof"), [id = *diagnosis, evidence](Encounter e) {
            return coding::addEvidence(std::move(e), id, evidence.front());
        });
    }
    if (status) {
        say(tr("The selected words are attached as proof"));
    } else {
        sayError(status.error());
    }
}

void DeskPage::askNdc(ProcedureId id)
{
    const auto* line = m_session.isOpen() ? m_session.encounter().find(id) : nullptr;
    if (!line || !m_session.canCode()) return;
    m_context.prompter.askText(this, tr("NDC of %1").arg(qs(line->code.text)),
                               tr("Code (5-4-2), quantity and unit (F2, GR, ME, ML, UN); empty removes it"),
                               drugCodeText(line->ndc), [this, id](std::optional<QString> text) {
                                   if (!text) return;
                                   const auto drug = parseDrugCode(*text);
                                   if (!drug) return sayError(drug.error());
                                   const Status status = m_session.apply(tr("NDC"), [id, drug](Encounter e) {
                                       return coding::setNdc(std::move(e), id, *drug);
                                   });
                                   if (!status && status.error().kind != ErrorKind::conflict) sayError(status.error());
                               });
}

void DeskPage::undo()
{
    if (const Status status = m_session.undo(); status) {
        say(tr("Undone"));
    } else {
        say(qs(status.error().detail));
    }
}

void DeskPage::redo()
{
    if (const Status status = m_session.redo(); status) {
        say(tr("Done again"));
    } else {
        say(qs(status.error().detail));
    }
}

}  // namespace cw::ui
