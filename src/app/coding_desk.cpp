#include "app/coding_desk.h"

#include "app/edit_cache.h"

#include "app/chart_desk.h"
#include "app/edit_report.h"
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

/// Takes the chart for this session when it may be coded, and says who else holds it.
Status takeLock(Workspace& workspace, WriteTx& tx, OpenedChart& chart, std::string_view session)
{
    const auto row = chart.stored.encounter.row;
    const auto now = workspace.clock().now();
    if (chart.canCode && !session.empty()) {
        const ChartLock wanted{workspace.user().name, toString(workspace.user().roles), std::string(session), now, now};
        CW_TRY(const auto held, workspace.locks().acquire(tx, row, wanted));
        if (held.session != session) chart.heldBy = held;
    } else {
        CW_TRY(chart.heldBy, workspace.locks().holder(tx, row, now));
        if (chart.heldBy && chart.heldBy->session == session) chart.heldBy.reset();
    }
    if (!chart.heldBy || !chart.canCode) return {};
    chart.canCode = false;
    chart.whyNot = chart.heldBy->account + " (" + chart.heldBy->roles + ") codes this chart since " +
                   workspace.clock().localTime(chart.heldBy->since) + "; you can read it.";
    return {};
}

/// What came after coding had begun must have been looked at.
Status requireSeen(Workspace& workspace, ReadTx& tx, const StoredEncounter& stored)
{
    CW_TRY(const auto late, workspace.documents().late(tx, stored.encounter.row));
    if (late.empty()) return {};
    const bool isOne = late.size() == 1;
    return Error{ErrorKind::notReady, "APP-150",
                 std::to_string(late.size()) + (isOne ? " document" : " documents") +
                     " arrived after coding began: look at " + (isOne ? "it" : "them") + " first"};
}

}  // namespace

Evidence makeEvidence(const Span& span, std::string quote, std::string documentTitle, IdSource& ids, bool isRecognised)
{
    Evidence evidence;
    evidence.id = EvidenceId{ids.next()};
    evidence.span = span;
    evidence.digest = sha256Hex(quote);
    evidence.quote = std::move(quote);
    evidence.documentTitle = std::move(documentTitle);
    evidence.isRecognised = isRecognised;
    return evidence;
}

Result<OpenedChart> CodingDesk::open(std::string_view encounterId, std::string_view session)
{
    CW_CHECK(require(m_workspace, Permission::viewEncounters));
    OpenedChart chart;
    {
        CW_TRY(auto tx, m_workspace.work().beginWrite());
        CW_TRY(chart.stored, m_workspace.encounters().load(*tx, encounterId));
        const auto row = chart.stored.encounter.row;
        CW_TRY(chart.documents, m_workspace.documents().ofEncounter(*tx, row, m_workspace.user().id));
        CW_TRY(chart.revision, m_workspace.documents().revision(*tx, row));
        CW_TRY(chart.lateDocuments, m_workspace.documents().late(*tx, row));
        CW_TRY(chart.report, reportOn(m_workspace, *tx, chart.stored.encounter));
        chart.whyNot = whyClosed(chart.stored, m_workspace);
        chart.canCode = chart.whyNot.empty();
        CW_CHECK(takeLock(m_workspace, *tx, chart, session));
        CW_CHECK(
            m_workspace.audit().append(*tx, {m_workspace.user().name, "encounter.open", std::string(encounterId), {}}));
        CW_CHECK(tx->commit());
    }
    const auto& encounter = chart.stored.encounter;
    CW_TRY(chart.titles, titlesOf(encounter, m_workspace.library()));
    if (const auto* primary = encounter.coverage(CoverageRank::primary))
        chart.fileBy = filingDeadline(encounter.service.from, primary->payer.claimFilingCode);
    if (chart.fileBy) chart.daysToFile = m_workspace.clock().today().daysUntil(*chart.fileBy);
    CW_TRY(chart.sourceCodes, ChartDesk(m_workspace).sourceCodes(encounter.row));
    return chart;
}

Result<CheckedEncounter> CodingDesk::check(const Encounter& encounter, bool anew) const
{
    if (anew) editCacheOf(m_workspace).historyFrom.reset();
    CheckedEncounter checked;
    {
        CW_TRY(auto tx, m_workspace.work().beginRead());
        CW_TRY(checked.report, reportWhileCoding(m_workspace, *tx, encounter));
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
    // Work is saved whatever the tables are like.
    CW_TRY(const auto now, m_workspace.encounters().load(*tx, after.encounterId));
    if (const auto report = reportOn(m_workspace, *tx, now.encounter))
        CW_CHECK(keepResult(m_workspace, *tx, now.encounter, *report));
    CW_CHECK(tx->commit());
    outcome.savedAt = m_workspace.clock().now();
    return outcome;
}

Result<WorkflowState> CodingDesk::submit(std::string_view encounterId)
{
    CW_TRY(auto tx, m_workspace.work().beginWrite());
    CW_TRY(const auto stored, m_workspace.encounters().load(*tx, encounterId));
    CW_TRY(auto state, takeStep(m_workspace, *tx, stored, WorkflowStep::submit));
    CW_CHECK(requireSeen(m_workspace, *tx, stored));
    CW_CHECK(tx->commit());
    return state;
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
