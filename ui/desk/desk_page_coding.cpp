#include "codeset/codes.h"
#include "ui/commands/command_table.h"
#include "ui/desk/chart_panes.h"
#include "ui/desk/codes_pane.h"
#include "ui/desk/desk_page.h"
#include "ui/desk/entry_text.h"
#include "ui/search/search_palette.h"
#include "ui/shell/prompter.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/text.h"

namespace cw::ui {

void DeskPage::openSearch(SearchPurpose purpose)
{
    if (!m_session.canCode()) {
        say(m_session.isOpen() ? qs(m_session.chart().whyNot) : tr("No chart is open."));
        return;
    }
    m_purpose = purpose;
    const auto selected = m_panes->selectedSpan();
    const QString seed = purpose == SearchPurpose::add && selected ? selected->quote : QString();
    // The palette may cover the words in the document: they are quoted where Enter is explained.
    QString words = selected ? selected->quote : QString();
    if (words.size() > 34) words = words.left(33) + QChar(0x2026);
    const QString add = selected ? tr("attach with \u201c%1\u201d, stay").arg(words) : tr("attach, stay");
    m_palette->openWith(seed, m_session.encounter().codingDate(),
                        purpose == SearchPurpose::add ? add : tr("replace the code of the current row"));
}

std::vector<Evidence> DeskPage::selectedEvidence()
{
    const auto selected = m_panes->selectedSpan();
    if (!selected) return {};
    return {app::makeEvidence(selected->span, utf8(selected->quote), m_panes->titleOf(selected->span.version),
                              m_session.ids())};
}

Result<Change> DeskPage::changeFor(const CodeEntry& entry)
{
    const auto evidence = selectedEvidence();
    auto& codes = m_panes->codes();
    const bool isReplace = m_purpose == SearchPurpose::replace;
    if (entry.system == CodeSystem::icd10cm) {
        CW_TRY(const auto code, Icd10CmCode::parse(entry.code));
        const auto current = codes.currentDiagnosis();
        if (isReplace && current && !codes.isProceduresCurrent()) {
            return Change(
                [code, id = *current](Encounter e) { return coding::replaceDiagnosis(std::move(e), id, code); });
        }
        return Change([this, code, evidence](Encounter e) {
            return coding::addDiagnosis(std::move(e), code, DiagnosisRole::diagnosis, evidence, m_session.ids());
        });
    }
    CW_TRY(const auto code, ProcedureCode::parse(entry.system, entry.code));
    const auto line = codes.currentProcedure();
    if (isReplace && line && codes.isProceduresCurrent()) {
        return Change([code, id = *line](Encounter e) { return coding::replaceProcedure(std::move(e), id, code); });
    }
    return Change([this, code, evidence](Encounter e) {
        return coding::addProcedure(std::move(e), code, evidence, m_session.ids());
    });
}

void DeskPage::takeCode(const CodeEntry& entry)
{
    const QString code = qs(entry.displayCode());
    const bool isReplace = m_purpose == SearchPurpose::replace;
    const auto change = changeFor(entry);
    const Status status =
        change ? m_session.apply(isReplace ? tr("Replace by %1").arg(code) : tr("Add %1").arg(code), *change)
               : Status(change.error());
    if (!status) {
        m_palette->showProblem(status.error().kind == ErrorKind::conflict ? tr("%1 is already there").arg(code)
                                                                          : sentenceFor(status.error()));
        return;
    }
    const auto& encounter = m_session.encounter();
    if (isReplace) {
        m_palette->closePalette();
        say(tr("Replaced by %1").arg(code));
        return;
    }
    // The new row becomes the current one, so that keys meant for it reach it after Esc.
    auto& codes = m_panes->codes();
    if (entry.system != CodeSystem::icd10cm && !encounter.procedures.empty()) {
        codes.selectProcedure(encounter.procedures.back().id);
    } else {
        for (const auto& diagnosis : encounter.diagnoses) {
            if (diagnosis.code.text == entry.code) codes.selectDiagnosis(diagnosis.id);
        }
    }
    m_palette->confirmTaken(m_panes->selectedSpan() ? tr("%1 attached with proof").arg(code)
                                                    : tr("%1 attached").arg(code));
    say(tr("%1 attached").arg(code));
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
