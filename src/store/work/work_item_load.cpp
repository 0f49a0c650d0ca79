#include "base/text.h"
#include "store/work/columns.h"
#include "store/work/work_database.h"
#include "store/work/work_item_repository.h"

namespace cw::store {

namespace {

constexpr std::string_view selectItems =
    "SELECT w.id, w.kind, w.claim, c.claim_number, e.encounter_id, e.patient_name, c.payer_name, c.payer_id, "
    "c.service_from, c.charge_cents, w.amount_cents, w.desk, w.assigned_to, w.opened_on, w.due_on, w.level, "
    "w.root_cause, w.outcome, w.recovered_cents, w.closed_at, w.file, w.version "
    "FROM work_item w JOIN claim c ON c.id = w.claim JOIN encounter e ON e.id = c.encounter ";

/// By due day; those without one last.
constexpr std::string_view dueFirst = "ORDER BY w.due_on IS NULL, w.due_on, w.id ";

Result<WorkItem> itemOf(const Statement& row)
{
    WorkItem item;
    item.id = WorkItemId{row.integer(0)};
    CW_TRY(item.kind, parseWorkItemKind(row.view(1)));
    item.claim = ClaimId{row.integer(2)};
    item.claimNumber = row.text(3);
    item.encounterId = row.text(4);
    item.patientName = row.text(5);
    item.payerName = row.text(6);
    item.payerId = row.text(7);
    CW_TRY(item.serviceFrom, Date::parse(row.view(8)));
    item.charges = moneyOf(row, 9);
    item.amount = moneyOf(row, 10);
    item.desk = row.text(11);
    item.assignedTo = row.text(12);
    CW_TRY(item.openedOn, dayOf(row, 13));
    CW_TRY(item.dueOn, dayOf(row, 14));
    item.level = smallOf(row, 15);
    item.rootCause = row.text(16);
    CW_TRY(item.outcome, parseWorkItemOutcome(row.view(17)));
    item.recovered = moneyOf(row, 18);
    if (!row.isNull(19)) item.closedAt = Instant{row.integer(19)};
    item.file = AnswerFileId{row.integer(20)};
    item.version = row.integer(21);
    return item;
}

Status loadCodes(Database& database, WorkItem& into)
{
    CW_TRY(auto select, database.prepare("SELECT kind, code, line, amount_cents, sentence, pointer, rules, proposal "
                                         "FROM work_item_code WHERE item = ? ORDER BY place"));
    select.bind(into.id.value);
    while (true) {
        CW_TRY(const bool row, select.step());
        if (!row) return {};
        WorkItemCode code;
        code.kind = select.text(0);
        code.code = select.text(1);
        code.line = smallOf(select, 2);
        code.amount = moneyOf(select, 3);
        code.sentence = select.text(4);
        code.pointer = select.text(5);
        for (const auto rule : text::split(select.view(6), ' '))
            if (!rule.empty()) code.rules.emplace_back(rule);
        code.proposal = select.text(7);
        into.codes.push_back(std::move(code));
    }
}

Result<std::vector<WorkItem>> itemsOf(Database& database, Statement& select)
{
    std::vector<WorkItem> found;
    while (true) {
        CW_TRY(const bool row, select.step());
        if (!row) break;
        CW_TRY(auto item, itemOf(select));
        found.push_back(std::move(item));
    }
    for (auto& item : found) CW_CHECK(loadCodes(database, item));
    return found;
}

std::string conditions(const WorkItemFilter& filter)
{
    std::string where = "WHERE 1 = 1 ";
    if (filter.kind) where += "AND w.kind = ? ";
    if (filter.openOnly) where += "AND w.closed_at IS NULL ";
    if (!filter.desk.empty()) where += "AND w.desk = ? ";
    if (!filter.text.empty())
        where += "AND lower(c.claim_number || ' ' || e.patient_name || ' ' || c.payer_name) "
                 "LIKE '%' || lower(?) || '%' ESCAPE '\\' ";
    return where;
}

}  // namespace

Result<std::vector<WorkItem>> SqliteWorkItemRepository::list(ReadTx& tx, const WorkItemFilter& filter) const
{
    auto& database = databaseOf(tx);
    CW_TRY(auto select,
           database.prepare(std::string(selectItems) + conditions(filter) + std::string(dueFirst) + "LIMIT ?"));
    if (filter.kind) select.bind(toString(*filter.kind));
    if (!filter.desk.empty()) select.bind(filter.desk);
    if (!filter.text.empty()) select.bind(likeText(filter.text));
    select.bind(filter.limit);
    return itemsOf(database, select);
}

Result<WorkItem> SqliteWorkItemRepository::item(ReadTx& tx, WorkItemId id) const
{
    auto& database = databaseOf(tx);
    CW_TRY(auto select, database.prepare(std::string(selectItems) + "WHERE w.id = ?"));
    CW_TRY(auto found, itemsOf(database, select.bind(id.value)));
    if (found.empty()) return Error{ErrorKind::notFound, "STORE-352", "no such work item"};
    return std::move(found.front());
}

Result<std::vector<WorkItem>> SqliteWorkItemRepository::openItemsOf(ReadTx& tx, ClaimId claim) const
{
    auto& database = databaseOf(tx);
    CW_TRY(auto select, database.prepare(std::string(selectItems) + "WHERE w.claim = ? AND w.closed_at IS NULL " +
                                         std::string(dueFirst)));
    return itemsOf(database, select.bind(claim.value));
}

Result<std::vector<WorkItemStep>> SqliteWorkItemRepository::steps(ReadTx& tx, WorkItemId id) const
{
    CW_TRY(auto select, databaseOf(tx).prepare("SELECT at, made_by, level, action, note FROM work_item_step "
                                               "WHERE item = ? ORDER BY place"));
    select.bind(id.value);
    std::vector<WorkItemStep> found;
    while (true) {
        CW_TRY(const bool row, select.step());
        if (!row) return found;
        found.push_back(
            {Instant{select.integer(0)}, select.text(1), smallOf(select, 2), select.text(3), select.text(4)});
    }
}

}  // namespace cw::store
