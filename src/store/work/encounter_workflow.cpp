#include "store/work/encounter_repository.h"
#include "store/work/work_database.h"

namespace cw::store {

namespace {

constexpr std::string_view moveSql = "UPDATE encounter SET status = ?, assigned_to = ?, note = ?, "
                                     "workflow_version = workflow_version + 1 WHERE id = ? AND workflow_version = ? "
                                     "RETURNING workflow_version, encounter_id";

struct Moved {
    std::int64_t version = 0;
    std::string encounterId;
};

Result<Moved> move(Statement& update, EncounterRowId row, const WorkflowState& seen, const WorkflowState& next)
{
    update.bind(toString(next.status)).bind(next.assignedTo).bind(next.note).bind(row.value);
    CW_TRY(const bool found, update.bind(seen.version).step());
    if (!found)
        return Error{ErrorKind::conflict, "STORE-067", "the encounter was moved on by somebody else; load it again"};
    Moved moved{update.integer(0), update.text(1)};
    CW_TRY([[maybe_unused]] const bool more, update.step());
    update.reset();
    return moved;
}

/// The note may hold clinical words: it stays with the encounter, not in the trail.
AuditEvent eventOf(const WorkflowState& seen, const WorkflowState& next, std::string encounterId,
                   std::string_view action, const Actor& actor)
{
    std::string detail = std::string(toString(seen.status)) + " > " + std::string(toString(next.status));
    if (seen.assignedTo != next.assignedTo) detail += ", to " + (next.assignedTo.empty() ? "nobody" : next.assignedTo);
    return {actor.name, std::string(action), std::move(encounterId), std::move(detail)};
}

}  // namespace

Result<WorkflowState> SqliteEncounterRepository::setWorkflow(WriteTx& tx, EncounterRowId row, const WorkflowState& seen,
                                                             const WorkflowState& next, std::string_view action,
                                                             const Actor& actor)
{
    CW_TRY(auto update, databaseOf(tx).prepare(moveSql));
    CW_TRY(auto moved, move(update, row, seen, next));
    WorkflowState stored = next;
    stored.version = moved.version;
    CW_CHECK(m_audit.append(tx, eventOf(seen, next, std::move(moved.encounterId), action, actor)));
    return stored;
}

Status SqliteEncounterRepository::setWorkflowOfMany(WriteTx& tx,
                                                    const std::vector<std::pair<EncounterRowId, WorkflowState>>& seen,
                                                    EncounterStatus next, std::string_view action, const Actor& actor)
{
    CW_TRY(auto update, databaseOf(tx).prepare(moveSql));
    std::vector<AuditEvent> events;
    events.reserve(seen.size());
    for (const auto& [row, before] : seen) {
        auto after = before;
        after.status = next;
        CW_TRY(auto moved, move(update, row, before, after));
        events.push_back(eventOf(before, after, std::move(moved.encounterId), action, actor));
    }
    return m_audit.appendMany(tx, events);
}

}  // namespace cw::store
