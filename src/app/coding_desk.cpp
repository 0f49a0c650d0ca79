#include "app/coding_desk.h"

#include "app/steps.h"
#include "base/digest.h"
#include "encounter/timely_filing.h"

namespace cw::app {

namespace {

Result<CodeTitles> titlesOf(const Encounter& encounter, const CodeLibrary& library)
{
    CodeTitles titles;
    const auto look = [&](CodeSystem system, const std::string& code, Date on) -> Status {
        if (code.empty() || titles.contains({system, code})) return {};
        CW_TRY(auto entry, library.find(system, code, on));
        if (entry) titles.emplace(std::pair(system, code), std::move(*entry));
        return {};
    };
    for (const auto& diagnosis : encounter.diagnoses)
        CW_CHECK(look(CodeSystem::icd10cm, diagnosis.code.text, encounter.codingDate()));
    for (const auto& line : encounter.procedures)
        if (line.system)
            CW_CHECK(look(*line.system, line.code.text, line.serviceFrom.value_or(encounter.service.from)));
    return titles;
}

std::string whyClosed(const StoredEncounter& stored, const Workspace& workspace)
{
    if (!isCodingOpen(stored.workflow.status))
        return "This encounter is " + std::string(toString(stored.workflow.status)) + "; its codes are closed.";
    if (!allows(workspace.user().roles, Permission::code)) return "Your account may look, not code.";
    return {};
}

}  // namespace

Evidence makeEvidence(const Span& span, std::string quote, std::string documentTitle, IdSource& ids)
{
    Evidence evidence;
    evidence.id = EvidenceId{ids.next()};
    evidence.span = span;
    evidence.digest = sha256Hex(quote);
    evidence.quote = std::move(quote);
    evidence.documentTitle = std::move(documentTitle);
    return evidence;
}

Result<std::set<std::string, std::less<>>> rulesOff(Workspace& workspace)
{
    CW_TRY(auto tx, workspace.work().beginRead());
    return rulesOff(workspace, *tx);
}

Result<OpenedChart> CodingDesk::open(std::string_view encounterId)
{
    CW_CHECK(require(m_workspace, Permission::viewEncounters));
    OpenedChart chart;
    {
        CW_TRY(auto tx, m_workspace.work().beginWrite());
        CW_TRY(chart.stored, m_workspace.encounters().load(*tx, encounterId));
        CW_TRY(chart.documents,
               m_workspace.documents().ofEncounter(*tx, chart.stored.encounter.row, m_workspace.user().id));
        CW_TRY(chart.report, reportOn(m_workspace, *tx, chart.stored.encounter));
        CW_CHECK(
            m_workspace.audit().append(*tx, {m_workspace.user().name, "encounter.open", std::string(encounterId), {}}));
        CW_CHECK(tx->commit());
    }
    const auto& encounter = chart.stored.encounter;
    CW_TRY(chart.titles, titlesOf(encounter, m_workspace.library()));
    if (const auto* primary = encounter.coverage(CoverageRank::primary))
        chart.fileBy = filingDeadline(encounter.service.from, primary->payer.claimFilingCode);
    if (chart.fileBy) chart.daysToFile = m_workspace.clock().today().daysUntil(*chart.fileBy);
    chart.whyNot = whyClosed(chart.stored, m_workspace);
    chart.canCode = chart.whyNot.empty();
    return chart;
}

Result<CheckedEncounter> CodingDesk::check(const Encounter& encounter) const
{
    CheckedEncounter checked;
    {
        CW_TRY(auto tx, m_workspace.work().beginRead());
        CW_TRY(checked.report, reportOn(m_workspace, *tx, encounter));
    }
    CW_TRY(checked.titles, titlesOf(encounter, m_workspace.library()));
    return checked;
}

Result<SaveOutcome> CodingDesk::save(const Encounter& before, const Encounter& after, const RowVersions& seen,
                                     const WorkflowState&)
{
    CW_CHECK(require(m_workspace, Permission::code));
    CW_TRY(auto tx, m_workspace.work().beginWrite());
    CW_TRY(const auto stored, m_workspace.encounters().load(*tx, after.encounterId));
    // A changed assignee or note is no reason to refuse; a status in which codes are closed is.
    if (!isCodingOpen(stored.workflow.status))
        return Error{ErrorKind::conflict, "APP-012",
                     "encounter " + after.encounterId + " is " + std::string(toString(stored.workflow.status)) +
                         " by now; its codes are closed"};
    SaveOutcome outcome;
    outcome.workflow = stored.workflow;
    if (stored.workflow.status != EncounterStatus::inCoding) {
        CW_TRY(outcome.workflow, takeStep(m_workspace, *tx, stored, WorkflowStep::startCoding));
    }
    CW_TRY(outcome.versions, m_workspace.encounters().save(*tx, before, after, seen, m_workspace.actor()));
    CW_CHECK(tx->commit());
    outcome.savedAt = m_workspace.clock().now();
    return outcome;
}

Result<std::string> CodingDesk::document(DocumentVersionId version)
{
    CW_CHECK(require(m_workspace, Permission::viewEncounters));
    CW_TRY(auto tx, m_workspace.work().beginWrite());
    CW_TRY(auto bytes, m_workspace.documents().bytes(*tx, version));
    CW_CHECK(m_workspace.documents().markRead(*tx, version, m_workspace.user().id));
    CW_CHECK(m_workspace.audit().append(
        *tx, {m_workspace.user().name, "document.open", {}, "version " + std::to_string(version.value)}));
    CW_CHECK(tx->commit());
    return bytes;
}

Result<WorkflowState> CodingDesk::submit(std::string_view encounterId)
{
    return takeStepNow(m_workspace, encounterId, WorkflowStep::submit);
}

Result<WorkflowState> CodingDesk::hold(std::string_view encounterId, std::string_view reason)
{
    return takeStepNow(m_workspace, encounterId, WorkflowStep::hold, reason);
}

Result<WorkflowState> CodingDesk::resume(std::string_view encounterId)
{
    return takeStepNow(m_workspace, encounterId, WorkflowStep::resume);
}

}  // namespace cw::app
