#include "app/billing/denial_desk.h"

#include "base/text.h"

#include <algorithm>

namespace cw::app {

namespace {

constexpr int mostLevels = 9;
constexpr std::size_t mostText = 4000;

/// Rejections and denials are work for billers, coders and their supervisors.
Status requireWork(const Workspace& workspace)
{
    const auto& roles = workspace.user().roles;
    if (allows(roles, Permission::code) || allows(roles, Permission::review)) return {};
    return require(workspace, Permission::bill);
}

/// A coder changes what lies on the coder's desk, but for what is about money.
Status requireChange(const Workspace& workspace, const WorkItem& stored, const WorkItem& wanted)
{
    const bool isMoney = wanted.outcome == WorkItemOutcome::writtenOff ||
                         wanted.outcome == WorkItemOutcome::patientBilled || wanted.recovered != stored.recovered;
    if (!isMoney && stored.desk == "coder" && allows(workspace.user().roles, Permission::code)) return {};
    return require(workspace, Permission::bill);
}

Status checkForm(const WorkItem& item, const WorkItem& stored)
{
    const auto refuse = [](std::string_view field, std::string_view why) {
        return Error{ErrorKind::invalidInput, "APP-291", std::string(field) + ": " + std::string(why)};
    };
    if (item.desk != "coder" && item.desk != "biller") return refuse("desk", "coder or biller");
    if (item.level < stored.level || item.level > mostLevels)
        return refuse("level", "from the level it has to " + std::to_string(mostLevels));
    if (item.recovered < std::min(Money(), stored.recovered) || item.recovered > Money::cents(99'999'999'999))
        return refuse("recovered", "an amount of nothing or more");
    if (item.rootCause.size() > 200) return refuse("root cause", "at most 200 characters");
    return {};
}

Status checkNote(const WorkItem& item, std::string_view note)
{
    const bool needsNote = item.outcome == WorkItemOutcome::writtenOff || item.outcome == WorkItemOutcome::upheld;
    if (needsNote && text::trim(note).empty())
        return Error{ErrorKind::invalidInput, "APP-290",
                     "to close it as " + std::string(toString(item.outcome)) + " takes a note"};
    if (note.size() > mostText) return Error{ErrorKind::invalidInput, "APP-292", "note: at most 4000 characters"};
    return {};
}

Status checkAssignee(Workspace& workspace, ReadTx& tx, const WorkItem& item)
{
    if (item.assignedTo.empty()) return {};
    CW_TRY(const auto user, workspace.users().find(tx, item.assignedTo));
    const bool mayWork = allows(user.roles, item.desk == "coder" ? Permission::code : Permission::bill);
    if (user.isDisabled || !mayWork)
        return Error{ErrorKind::invalidInput, "APP-293",
                     "account " + user.name + " cannot work on items of the " + item.desk + "'s desk"};
    return {};
}

/// What a person may change; all else stays as it was stored.
WorkItem changed(WorkItem stored, const WorkItem& wanted)
{
    stored.desk = wanted.desk;
    stored.assignedTo = wanted.assignedTo;
    stored.dueOn = wanted.dueOn;
    stored.level = wanted.level;
    stored.rootCause = std::string(text::trim(wanted.rootCause));
    stored.outcome = wanted.outcome;
    stored.recovered = wanted.recovered;
    stored.version = wanted.version;
    return stored;
}

}  // namespace

Result<std::vector<WorkItem>> DenialDesk::items(const WorkItemFilter& filter)
{
    CW_CHECK(requireWork(m_workspace));
    CW_TRY(auto tx, m_workspace.work().beginRead());
    return m_workspace.workItems().list(*tx, filter);
}

Result<std::pair<WorkItem, std::vector<WorkItemStep>>> DenialDesk::item(WorkItemId id)
{
    CW_CHECK(requireWork(m_workspace));
    CW_TRY(auto tx, m_workspace.work().beginRead());
    CW_TRY(auto found, m_workspace.workItems().item(*tx, id));
    CW_TRY(auto steps, m_workspace.workItems().steps(*tx, id));
    return std::pair(std::move(found), std::move(steps));
}

Result<WorkItem> DenialDesk::save(const WorkItem& item, std::string_view action, std::string_view note)
{
    CW_TRY(auto tx, m_workspace.work().beginWrite());
    CW_TRY(const auto stored, m_workspace.workItems().item(*tx, item.id));
    CW_CHECK(requireChange(m_workspace, stored, item));
    CW_CHECK(checkForm(item, stored));
    CW_CHECK(checkNote(item, note));
    if (item.assignedTo != stored.assignedTo || item.desk != stored.desk)
        CW_CHECK(checkAssignee(m_workspace, *tx, item));
    auto next = changed(stored, item);
    const bool closes = stored.outcome == WorkItemOutcome::open && next.outcome != WorkItemOutcome::open;
    WorkItemStep step;
    step.at = m_workspace.clock().now();
    step.by = m_workspace.user().name;
    step.level = next.level > stored.level ? next.level : 0;
    step.action = std::string(text::trim(action));
    if (step.action.empty()) step.action = closes ? "closed" : step.level > 0 ? "appealed" : "note";
    step.note = std::string(text::trim(note));
    CW_TRY([[maybe_unused]] const auto version, m_workspace.workItems().save(*tx, next, step));
    CW_CHECK(
        m_workspace.audit().append(*tx, {step.by, "denial.save", stored.encounterId,
                                         "claim " + stored.claimNumber + ", " + std::string(toString(stored.kind)) +
                                             " " + std::string(toString(next.outcome)) +
                                             (next.level > 0 ? ", level " + std::to_string(next.level) : "")}));
    CW_TRY(auto saved, m_workspace.workItems().item(*tx, item.id));
    CW_CHECK(tx->commit());
    return saved;
}

Result<std::vector<WorkItemCount>> DenialDesk::report(WorkItemReport kind, WorkItemKind of, DateInterval opened)
{
    CW_CHECK(requireWork(m_workspace));
    CW_TRY(auto tx, m_workspace.work().beginRead());
    return m_workspace.workItems().report(*tx, kind, of, opened);
}

const std::vector<std::string>& DenialDesk::rootCauses()
{
    static const std::vector<std::string> causes = {
        "Patient's data were wrong at registration",
        "Coverage was not checked before the visit",
        "Another payer comes first",
        "Authorization or referral was missing",
        "Code or modifier was wrong",
        "Diagnosis does not support the service",
        "Services belong together (bundling)",
        "Documentation was missing or too thin",
        "Provider is not enrolled or was named wrongly",
        "Filed too late",
        "Sent twice",
        "Not covered by the plan",
        "The payer was wrong",
    };
    return causes;
}

}  // namespace cw::app
