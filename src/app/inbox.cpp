#include "app/inbox.h"

#include "app/intake/candidates.h"
#include "app/intake/intake_run.h"
#include "app/intake/matching.h"
#include "app/intake/record_text.h"
#include "app/intake/waiting_records.h"
#include "base/text.h"

namespace cw::app {

Result<std::vector<UnmatchedItem>> Inbox::list(bool all)
{
    CW_CHECK(require(m_workspace, Permission::viewEncounters));
    CW_TRY(auto tx, m_workspace.work().beginRead());
    return m_workspace.unmatched().list(*tx, all);
}

Result<int> Inbox::countWaiting()
{
    CW_CHECK(require(m_workspace, Permission::viewEncounters));
    CW_TRY(auto tx, m_workspace.work().beginRead());
    return m_workspace.unmatched().countWaiting(*tx);
}

Result<OpenedUnmatched> Inbox::open(std::int64_t id)
{
    CW_CHECK(require(m_workspace, Permission::viewEncounters));
    const Progress progress;
    CW_TRY(auto record, WaitingRecords(m_workspace, progress).open(id));
    OpenedUnmatched opened;
    opened.item = std::move(record.item);
    for (auto& one : record.records) {
        if (namesNobody(opened.patient)) opened.patient = one.patient;
        if (!opened.visit) opened.visit = one.visit;
        for (auto& document : one.documents) opened.documents.push_back(std::move(document));
    }
    CW_TRY(auto tx, m_workspace.work().beginWrite());
    CW_TRY(opened.candidates, candidatesFor(m_workspace, *tx, opened.patient, opened.item.candidate));
    CW_TRY(opened.encounters, likelyEncounters(m_workspace, *tx, opened.candidates, opened.visit));
    CW_CHECK(m_workspace.audit().append(
        *tx, {m_workspace.user().name, "unmatched.open", {}, "record " + std::to_string(id)}));
    CW_CHECK(tx->commit());
    return opened;
}

Result<IntakeOutcome> Inbox::resolve(std::int64_t id, const Decision& decision)
{
    CW_CHECK(require(m_workspace, Permission::importEncounters));
    if (decision.encounterId.has_value() == decision.patient.isValid())
        return Error{ErrorKind::invalidInput, "APP-174", "name either an encounter or a patient"};
    const Progress progress;
    WaitingRecords waiting(m_workspace, progress);
    CW_TRY(const auto opened, waiting.open(id));
    if (opened.item.state != UnmatchedState::waiting)
        return Error{ErrorKind::conflict, "APP-175", "record " + std::to_string(id) + " is settled already"};
    CW_TRY(auto tx, m_workspace.work().beginWrite());
    GivenOwner owner{decision.patient, decision.encounterId.value_or(""), std::nullopt, true};
    if (decision.encounterId) {
        CW_TRY(const auto stored, m_workspace.encounters().load(*tx, *decision.encounterId));
        owner.patient = stored.patient;
    }
    IntakeOutcome outcome;
    CW_CHECK(waiting.settle(*tx, opened, owner,
                            decision.encounterId ? *decision.encounterId : "to the patient, without an encounter",
                            outcome));
    if (decision.rememberNumber)
        for (const auto& record : opened.records)
            CW_CHECK(rememberNumbers(m_workspace, *tx, record.patient, owner.patient));
    CW_CHECK(tx->commit());
    return outcome;
}

Result<IntakeOutcome> Inbox::retry(bool mayMakeEncounters, const Progress& progress)
{
    CW_CHECK(require(m_workspace, Permission::importEncounters));
    CW_TRY(const auto items, list());
    IntakeOutcome outcome;
    WaitingRecords waiting(m_workspace, progress);
    std::int64_t done = 0;
    for (const auto& item : items) {
        if (progress.isCancelled())
            return Error{ErrorKind::cancelled, "APP-176", "matching was cancelled; what was stored stays"};
        const auto isStored = waiting.retry(item.id, mayMakeEncounters, outcome);
        if (!isStored && isStoreFault(isStored.error())) return isStored.error();
        if (!isStored) outcome.notes.push_back(noteOf(item.sourceName, item.record, isStored.error().detail));
        if (!isStored || !*isStored) ++outcome.unmatched;
        progress.report(++done, static_cast<std::int64_t>(items.size()), "Matching again");
    }
    return outcome;
}

Status Inbox::discard(std::int64_t id, std::string_view reason)
{
    CW_CHECK(require(m_workspace, Permission::importEncounters));
    if (text::trim(reason).empty())
        return Error{ErrorKind::invalidInput, "APP-177", "to discard a record takes a reason"};
    CW_TRY(auto tx, m_workspace.work().beginWrite());
    CW_CHECK(m_workspace.unmatched().settle(*tx, id, UnmatchedState::discarded, m_workspace.user().name,
                                            text::trim(reason)));
    // The reason may name somebody: it stays with the record, not in the trail.
    CW_CHECK(m_workspace.audit().append(
        *tx, {m_workspace.user().name, "unmatched.discard", {}, "record " + std::to_string(id)}));
    return tx->commit();
}

Result<std::vector<KnownPatient>> Inbox::findPatients(std::string_view text)
{
    CW_CHECK(require(m_workspace, Permission::viewEncounters));
    CW_TRY(auto tx, m_workspace.work().beginRead());
    return m_workspace.patients().search(*tx, text, 200);
}

Result<std::vector<EncounterSummary>> Inbox::encountersOf(PatientId patient)
{
    CW_CHECK(require(m_workspace, Permission::viewEncounters));
    CW_TRY(auto tx, m_workspace.work().beginRead());
    CW_TRY(const auto known, m_workspace.patients().find(*tx, patient));
    return encountersOfPatient(m_workspace, *tx, known);
}

Result<std::vector<PatientMerge>> Inbox::merges()
{
    CW_CHECK(require(m_workspace, Permission::viewEncounters));
    CW_TRY(auto tx, m_workspace.work().beginRead());
    return m_workspace.patients().merges(*tx);
}

Status Inbox::undoMerge(std::int64_t merge)
{
    CW_CHECK(require(m_workspace, Permission::importEncounters));
    CW_TRY(auto tx, m_workspace.work().beginWrite());
    CW_CHECK(m_workspace.patients().undoMerge(*tx, merge, m_workspace.actor()));
    return tx->commit();
}

}  // namespace cw::app
