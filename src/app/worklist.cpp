#include "app/worklist.h"

#include "encounter/timely_filing.h"

#include <algorithm>
#include <array>

namespace cw::app {

namespace {

/// What a coder is given first.
int urgency(EncounterStatus status)
{
    constexpr std::array order = {EncounterStatus::returned, EncounterStatus::rejected, EncounterStatus::inCoding,
                                  EncounterStatus::fresh};
    const auto at = std::find(order.begin(), order.end(), status);
    return at == order.end() ? -1 : static_cast<int>(at - order.begin());
}

}  // namespace

Result<WorklistPage> Worklist::page(const WorklistFilter& filter)
{
    CW_CHECK(require(m_workspace, Permission::viewEncounters));
    CW_TRY(auto tx, m_workspace.work().beginRead());
    CW_TRY(const auto all, m_workspace.encounters().list(*tx, {}));
    CW_TRY(auto found, m_workspace.encounters().list(*tx, filter));
    const Date today = m_workspace.clock().today();
    WorklistPage page;
    for (const auto& summary : all) ++page.counts[summary.status];
    for (auto& summary : found) {
        WorklistRow row;
        row.fileBy = filingDeadline(summary.serviceFrom, summary.claimFilingCode);
        if (row.fileBy) row.daysToFile = today.daysUntil(*row.fileBy);
        page.charges += summary.charges;
        page.oldestDays = std::max(page.oldestDays, summary.serviceFrom.daysUntil(today));
        row.summary = std::move(summary);
        page.rows.push_back(std::move(row));
    }
    return page;
}

Result<std::optional<std::string>> Worklist::next(std::string_view current)
{
    CW_CHECK(require(m_workspace, Permission::code));
    WorklistFilter mine;
    mine.statuses = {EncounterStatus::returned, EncounterStatus::rejected, EncounterStatus::inCoding,
                     EncounterStatus::fresh};
    mine.assignedTo = m_workspace.user().name;
    mine.orUnassigned = true;
    CW_TRY(auto tx, m_workspace.work().beginRead());
    CW_TRY(auto rows, m_workspace.encounters().list(*tx, mine));
    std::erase_if(rows, [current](const EncounterSummary& row) { return row.encounterId == current; });
    // The list comes oldest first; a stable sort keeps that within each urgency.
    std::stable_sort(rows.begin(), rows.end(), [](const EncounterSummary& a, const EncounterSummary& b) {
        return urgency(a.status) < urgency(b.status);
    });
    if (rows.empty()) return std::optional<std::string>{};
    return std::optional(rows.front().encounterId);
}

Result<WorkflowState> Worklist::assign(std::string_view encounterId, std::string_view userName)
{
    // A coder may take a free encounter; everything else is the supervisor's.
    CW_TRY(auto tx, m_workspace.work().beginWrite());
    CW_TRY(const auto stored, m_workspace.encounters().load(*tx, encounterId));
    const bool takesFree = stored.workflow.assignedTo.empty() && userName == m_workspace.user().name;
    if (!takesFree || !allows(m_workspace.user().roles, Permission::code))
        CW_CHECK(require(m_workspace, Permission::assign));
    if (!userName.empty()) {
        CW_TRY(const auto user, m_workspace.users().find(*tx, userName));
        if (user.isDisabled || !allows(user.roles, Permission::code))
            return Error{ErrorKind::invalidInput, "APP-002", "account " + user.name + " cannot code encounters"};
    }
    WorkflowState next = stored.workflow;
    next.assignedTo = std::string(userName);
    CW_TRY(auto state, m_workspace.encounters().setWorkflow(*tx, stored.encounter.row, stored.workflow, next,
                                                            "encounter.assign", m_workspace.actor()));
    CW_CHECK(tx->commit());
    return state;
}

}  // namespace cw::app
