#include "base/text.h"
#include "store/work/columns.h"
#include "store/work/work_database.h"
#include "store/work/work_item_repository.h"

namespace cw::store {

namespace {

/// Who answers for the codes of a claim: who coded a row of the visit last, else who last submitted it.
Result<std::string> coderOf(Database& database, ClaimId claim)
{
    CW_TRY(auto coded,
           database.prepare("SELECT coded_by FROM (SELECT d.coded_by, d.coded_at FROM diagnosis d JOIN claim c "
                            "ON c.encounter = d.encounter WHERE c.id = ?1 AND d.voided_at IS NULL UNION ALL "
                            "SELECT p.coded_by, p.coded_at FROM procedure_line p JOIN claim c "
                            "ON c.encounter = p.encounter WHERE c.id = ?1 AND p.voided_at IS NULL) AS r "
                            "WHERE coded_by <> '' ORDER BY coded_at DESC, coded_by LIMIT 1"));
    CW_TRY(const bool isCoded, coded.bind(claim.value).step());
    if (isCoded) return coded.text(0);
    CW_TRY(auto submitted, database.prepare("SELECT a.account FROM claim c JOIN encounter e ON e.id = c.encounter "
                                            "JOIN audit a ON a.encounter_id = e.encounter_id WHERE c.id = ? "
                                            "AND a.action = 'encounter.submit' ORDER BY a.sequence DESC LIMIT 1"));
    CW_TRY(const bool isSubmitted, submitted.bind(claim.value).step());
    return isSubmitted ? submitted.text(0) : std::string();
}

Status insertCodes(Database& database, std::int64_t item, const std::vector<WorkItemCode>& codes)
{
    CW_TRY(auto insert, database.prepare("INSERT INTO work_item_code (item, place, kind, code, line, amount_cents, "
                                         "sentence, pointer, rules, proposal) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    std::int64_t place = 0;
    for (const auto& code : codes) {
        insert.bind(item).bind(++place).bind(code.kind).bind(code.code).bind(code.line).bind(code.amount.inCents());
        insert.bind(code.sentence).bind(code.pointer).bind(text::join(code.rules, " "));
        CW_CHECK(insert.bind(code.proposal).run());
    }
    return {};
}

Status insertStep(Database& database, WorkItemId item, const WorkItemStep& step, std::int64_t at)
{
    CW_TRY(auto insert, database.prepare("INSERT INTO work_item_step (item, place, at, made_by, level, action, note) "
                                         "SELECT ?1, coalesce(max(place), 0) + 1, ?2, ?3, ?4, ?5, ?6 "
                                         "FROM work_item_step WHERE item = ?1"));
    insert.bind(item.value).bind(at).bind(step.by).bind(step.level).bind(step.action);
    return insert.bind(step.note).run();
}

}  // namespace

Result<WorkItemId> SqliteWorkItemRepository::open(WriteTx& tx, const WorkItem& item)
{
    auto& database = databaseOf(tx);
    CW_TRY(const auto coder, coderOf(database, item.claim));
    CW_TRY(const auto id, nextNumber(database, "work_item"));
    CW_TRY(
        auto insert,
        database.prepare("INSERT INTO work_item (id, kind, claim, amount_cents, desk, assigned_to, coder, opened_on, "
                         "due_on, level, root_cause, outcome, recovered_cents, closed_at, file) "
                         "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    insert.bind(id).bind(toString(item.kind)).bind(item.claim.value).bind(item.amount.inCents()).bind(item.desk);
    insert.bind(item.assignedTo).bind(coder).bind(item.openedOn.value_or(m_clock.today()).iso());
    insert.bind(isoOf(item.dueOn)).bind(item.level).bind(item.rootCause).bind(toString(item.outcome));
    const bool isOpen = item.outcome == WorkItemOutcome::open;
    insert.bind(item.recovered.inCents()).bind(isOpen ? std::nullopt : std::optional(m_clock.now().milliseconds));
    CW_CHECK(insert.bind(rowOf(item.file)).run());
    CW_CHECK(insertCodes(database, id, item.codes));
    return WorkItemId{id};
}

Result<std::int64_t> SqliteWorkItemRepository::save(WriteTx& tx, const WorkItem& item, const WorkItemStep& step)
{
    auto& database = databaseOf(tx);
    const auto now = m_clock.now().milliseconds;
    CW_TRY(auto update,
           database.prepare("UPDATE work_item SET desk = ?, assigned_to = ?, due_on = ?, level = ?, root_cause = ?, "
                            "outcome = ?, recovered_cents = ?, closed_at = CASE WHEN ? = 1 THEN NULL ELSE "
                            "coalesce(closed_at, ?) END, version = version + 1 WHERE id = ? AND version = ? "
                            "RETURNING version"));
    update.bind(item.desk).bind(item.assignedTo).bind(isoOf(item.dueOn)).bind(item.level).bind(item.rootCause);
    update.bind(toString(item.outcome)).bind(item.recovered.inCents());
    update.bind(item.outcome == WorkItemOutcome::open ? 1 : 0).bind(now).bind(item.id.value);
    CW_TRY(const bool row, update.bind(item.version).step());
    if (!row) return Error{ErrorKind::conflict, "STORE-351", "somebody else changed this work item; load it again"};
    const auto version = update.integer(0);
    CW_TRY([[maybe_unused]] const bool more, update.step());
    CW_CHECK(insertStep(database, item.id, step, step.at.milliseconds != 0 ? step.at.milliseconds : now));
    return version;
}

}  // namespace cw::store
