#include "app/code_sets.h"
#include "codeset/codes.h"
#include "ui/desk/chart_panes.h"
#include "ui/desk/codes_pane.h"
#include "ui/desk/desk_page.h"
#include "ui/search/search_palette.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/text.h"

#include <algorithm>

namespace cw::ui {

void DeskPage::openSearch(SearchPurpose purpose, bool showsRecent)
{
    if (!m_session.canCode()) {
        say(m_session.isOpen() ? qs(m_session.chart().whyNot) : tr("No chart is open."));
        return;
    }
    m_purpose = purpose;
    const auto selected = m_panes->selectedSpan();
    const auto& encounter = m_session.encounter();
    const bool isAdd = purpose == SearchPurpose::add;
    // The palette may cover the words in the document: they are quoted where Enter is explained.
    QString words = selected ? selected->quote : QString();
    if (words.size() > 34) words = words.left(33) + QChar(0x2026);
    PaletteRequest request;
    request.seed = isAdd && selected ? selected->quote : QString();
    request.encounterId = encounter.encounterId;
    request.on = encounter.codingDate();
    // ICD-10-PCS is for hospital inpatients (45 CFR 162.1002(c)(3)); everybody else's procedures are CPT and HCPCS.
    request.setting =
        encounter.setting == Setting::inpatient ? search::Setting::inpatient : search::Setting::outpatient;
    request.purpose = !isAdd     ? tr("replace the code of the current row")
                      : selected ? tr("attach with \u201c%1\u201d, stay").arg(words)
                                 : tr("attach, stay");
    request.showsRecent = showsRecent;
    request.mayTakeSets = isAdd;
    m_palette->openWith(request);
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
    if (isReplace) {
        m_palette->noteUsed({{entry.system, entry.code}});
        m_palette->closePalette();
        say(tr("Replaced by %1").arg(code));
        return;
    }
    selectAdded(entry.system, entry.code);
    m_palette->confirmTaken(m_panes->selectedSpan() ? tr("%1 attached with proof").arg(code)
                                                    : tr("%1 attached").arg(code),
                            {{entry.system, entry.code}});
    say(tr("%1 attached").arg(code));
}

void DeskPage::selectAdded(CodeSystem system, const std::string& code)
{
    // The new row becomes the current one, so that keys meant for it reach it after Esc.
    const auto& encounter = m_session.encounter();
    auto& codes = m_panes->codes();
    if (system != CodeSystem::icd10cm && !encounter.procedures.empty())
        return codes.selectProcedure(encounter.procedures.back().id);
    for (const auto& diagnosis : encounter.diagnoses)
        if (diagnosis.code.text == code) codes.selectDiagnosis(diagnosis.id);
}

void DeskPage::takeSet(const QString& name, const std::vector<CodeKey>& codes)
{
    if (!m_session.canCode()) return;
    m_context.lookup.run<app::SetAddition>(
        this,
        [encounter = m_session.encounter(), codes](app::Workspace& workspace) {
            return app::addSet(encounter, codes, workspace.library(), workspace.ids());
        },
        [this, name, codes, before = m_session.encounter()](Result<app::SetAddition> addition) {
            if (!m_session.isOpen() || m_session.encounter().encounterId != before.encounterId) return;
            if (!(m_session.encounter() == before)) return takeSet(name, codes);
            finishSet(name, codes, addition);
        });
}

void DeskPage::finishSet(const QString& name, const std::vector<CodeKey>& codes,
                         const Result<app::SetAddition>& addition)
{
    if (!addition) return m_palette->showProblem(sentenceFor(addition.error()));
    const Status status =
        m_session.apply(tr("Add %1").arg(name), [&addition](Encounter) { return addition->encounter; });
    if (!status) return m_palette->showProblem(sentenceFor(status.error()));
    std::vector<CodeKey> added;
    for (const auto& key : codes) {
        const bool isLeftOut = std::any_of(addition->leftOut.begin(), addition->leftOut.end(),
                                           [shown = displayCode(key.system, key.code)](const std::string& line) {
                                               return line.starts_with(shown + ":");
                                           });
        if (!isLeftOut) added.push_back(key);
    }
    QString text = addition->added == 1 ? tr("1 code added") : tr("%1 codes added").arg(addition->added);
    if (!addition->leftOut.empty())
        text += tr("; left out %1").arg(qs(addition->leftOut.front())) +
                (addition->leftOut.size() > 1 ? tr(" and %1 more").arg(addition->leftOut.size() - 1) : QString());
    m_palette->confirmTaken(text, added);
    say(text);
}

}  // namespace cw::ui
