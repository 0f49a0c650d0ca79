#include "app/billing/answering/claim_book.h"

#include <map>
#include <optional>
#include <utility>

namespace cw::app::answering {

namespace {

/// The encounter's status while its claim has this one.
std::optional<EncounterStatus> encounterStatusOf(ClaimStatus status)
{
    switch (status) {
    case ClaimStatus::exported: return EncounterStatus::exported;
    case ClaimStatus::accepted: return EncounterStatus::accepted;
    case ClaimStatus::rejected: return EncounterStatus::rejected;
    case ClaimStatus::paid: return EncounterStatus::paid;
    case ClaimStatus::denied: return EncounterStatus::denied;
    case ClaimStatus::voided:
    case ClaimStatus::replaced: return std::nullopt;
    }
    return std::nullopt;
}

std::optional<WorkflowStep> stepTo(ClaimStatus from, ClaimStatus to)
{
    const bool wasDecided = from == ClaimStatus::paid || from == ClaimStatus::denied;
    switch (to) {
    case ClaimStatus::accepted: return wasDecided ? WorkflowStep::reverse : WorkflowStep::accept;
    case ClaimStatus::rejected: return WorkflowStep::reject;
    case ClaimStatus::paid: return WorkflowStep::pay;
    case ClaimStatus::denied: return WorkflowStep::deny;
    default: return std::nullopt;
    }
}

void update(ClaimRecord& record, const ClaimChange& change)
{
    if (change.status) record.status = *change.status;
    if (change.isLive) record.isLive = *change.isLive;
    if (change.paid) record.paid = *change.paid;
    if (change.patientShare) record.patientShare = *change.patientShare;
    if (change.payerControlNumber) record.payerControlNumber = *change.payerControlNumber;
    if (change.dueOn) record.dueOn = *change.dueOn;
    if (!change.lastResponse.empty()) record.lastResponse = change.lastResponse;
}

}  // namespace

OpenClaim& ClaimBook::keep(const ClaimRecord& found)
{
    return m_claims.try_emplace(found.id, OpenClaim{found, {}}).first->second;
}

Status ClaimBook::open(const std::vector<ClaimId>& claims)
{
    std::vector<std::string> ids;
    std::unordered_map<EncounterRowId, bool> asked;
    for (const auto claim : claims) {
        const auto& record = m_claims.at(claim).record;
        if (asked.emplace(record.encounter, true).second) ids.push_back(record.encounterId);
    }
    CW_TRY(auto stored, m_workspace.encounters().loadMany(m_tx, ids));
    for (auto& one : stored) {
        const auto row = one.encounter.row;
        const auto now = one.workflow.status;
        m_visits.emplace(row, Visit{std::move(one.encounter), std::move(one.workflow), now, {}, {}});
    }
    return {};
}

Status ClaimBook::close()
{
    std::map<std::pair<EncounterStatus, std::string>, std::vector<std::pair<EncounterRowId, WorkflowState>>> together;
    for (auto& [row, visit] : m_visits) {
        if (visit.now == visit.seen.status) continue;
        if (visit.note.empty()) {
            together[{visit.now, visit.action}].emplace_back(row, visit.seen);
            continue;
        }
        auto next = visit.seen;
        next.status = visit.now;
        next.note = visit.note;
        CW_TRY([[maybe_unused]] const auto state,
               m_workspace.encounters().setWorkflow(m_tx, row, visit.seen, next, visit.action, m_workspace.actor()));
    }
    m_visits.clear();
    for (const auto& [step, rows] : together)
        CW_CHECK(m_workspace.encounters().setWorkflowOfMany(m_tx, rows, step.first, step.second, m_workspace.actor()));
    return {};
}

const Encounter* ClaimBook::encounterOf(const ClaimRecord& claim) const
{
    const auto found = m_visits.find(claim.encounter);
    return found == m_visits.end() ? nullptr : &found->second.encounter;
}

Status ClaimBook::apply(ClaimId id, ClaimEvent event, const ClaimChange& change)
{
    auto& record = m_claims.at(id).record;
    event.claim = id;
    event.at = m_workspace.clock().now();
    event.by = m_workspace.user().name;
    event.file = m_file;
    if (change.status && *change.status != record.status) {
        CW_TRY(const auto aside, follow(record, *change.status, event.sentence));
        event.sentence += aside;
    }
    CW_TRY(const auto version, m_workspace.claims().apply(m_tx, event, change, record.rowVersion));
    update(record, change);
    record.rowVersion = version;
    return {};
}

Result<std::string> ClaimBook::follow(const ClaimRecord& before, ClaimStatus to, const std::string& reason)
{
    const auto found = m_visits.find(before.encounter);
    if (found == m_visits.end()) return std::string();
    auto& visit = found->second;
    const auto stays = " The encounter stays " + std::string(toString(visit.now));
    if (visit.now != encounterStatusOf(before.status)) return stays + ": it has gone on since the claim was sent.";
    if (before.status != ClaimStatus::exported) {
        CW_TRY(const bool newest, isNewest(before));
        if (!newest) return stays + ": a newer claim was sent.";
    }
    const auto step = stepTo(before.status, to);
    if (!step) return std::string();
    const auto rule = workflowRule(visit.now, *step);
    if (!rule) return stays + ".";
    visit.now = rule->to;
    visit.action = "encounter." + std::string(toString(*step));
    visit.note = rule->needsReason ? reason : "";
    return std::string();
}

Result<bool> ClaimBook::isNewest(const ClaimRecord& claim) const
{
    CW_TRY(const auto standing, m_workspace.claims().standing(m_tx, claim.encounter, claim.billed));
    return !standing.last || standing.last->id == claim.id;
}

Result<bool> ClaimBook::mayLive(const ClaimRecord& claim) const
{
    CW_TRY(const auto standing, m_workspace.claims().standing(m_tx, claim.encounter, claim.billed));
    return !standing.live || standing.live->id == claim.id;
}

}  // namespace cw::app::answering
