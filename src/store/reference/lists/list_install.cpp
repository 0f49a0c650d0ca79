#include "store/reference/lists/list_comparison.h"
#include "store/reference/lists/reference_lists.h"
#include "store/reference/reference_snapshot.h"

namespace cw::store {

namespace {

/// What an install will write and answer, worked out before the first row is.
struct ListPlan {
    ListSummary summary;
    std::vector<ptp::Column> packedEdits;
};

std::string titleOf(const ParsedList& list)
{
    std::string title(displayName(list.kind));
    if (!list.variant.empty()) title += " " + list.variant;
    return title + " " + list.name;
}

Status checkList(const ParsedList& list)
{
    if (!fitsKind(list.kind, list.content))
        return Error{ErrorKind::invalidInput, "STORE-236", titleOf(list) + ": the content is of another kind"};
    if (contentRows(list.content) == 0)
        return Error{ErrorKind::invalidInput, "STORE-235", titleOf(list) + ": the list has no rows"};
    return checkOrder(list.content);
}

ReferenceList describe(const ParsedList& parsed, Instant now)
{
    ReferenceList list;
    list.kind = parsed.kind;
    list.variant = parsed.variant;
    list.name = parsed.name;
    list.inForce = parsed.inForce;
    list.sourceName = parsed.sourceName;
    list.sourceDigest = parsed.sourceDigest;
    list.importedAt = now;
    list.rows = parsed.rowCount > 0 ? parsed.rowCount : contentRows(parsed.content);
    list.checks = parsed.checks;
    return list;
}

Result<ptp::Difference> compareWith(Database& database, const ReferenceList& before, const ParsedList& list,
                                    const std::vector<ptp::Column>& packedEdits)
{
    if (list.kind == ListKind::ptp) return ptp::compare(database, before.id, packedEdits);
    CW_TRY(const auto stored, readContent(database, before));
    return compareContent(stored, list.content);
}

const ReferenceList* sameFile(const std::vector<ReferenceList>& lists, const ParsedList& list)
{
    for (const auto& present : lists) {
        if (present.kind == list.kind && present.variant == list.variant && !list.sourceDigest.empty() &&
            present.sourceDigest == list.sourceDigest)
            return &present;
    }
    return nullptr;
}

/// Reads only; must run in the transaction that then writes.
Result<ListPlan> planList(Database& database, const ParsedList& list, Instant now)
{
    ListPlan plan;
    auto& summary = plan.summary;
    summary.rejected = list.rejectedRows;
    summary.rejections = list.rejections;
    CW_TRY(const auto lists, readLists(database));
    if (const auto* present = sameFile(lists, list)) {
        summary.list = *present;
        summary.alreadyInstalled = true;
        return plan;
    }
    for (const auto& present : lists) {
        if (present.kind == list.kind && present.variant == list.variant && present.name == list.name)
            return Error{ErrorKind::conflict, "STORE-237",
                         titleOf(list) + " is installed from another file (" + present.sourceName +
                             "); withdraw it first"};
    }
    CW_CHECK(checkList(list));
    if (const auto* edits = std::get_if<PtpEdits>(&list.content)) {
        CW_TRY(plan.packedEdits, ptp::pack(*edits));
    }
    summary.list = describe(list, now);
    CW_TRY(summary.list.unknownCodes, countUnknown(database, codesNamedIn(list.kind, list.content, plan.packedEdits)));
    summary.added = contentRows(list.content);
    if (const auto* before = predecessorOf(lists, list)) {
        CW_TRY(const auto difference, compareWith(database, *before, list, plan.packedEdits));
        summary.comparedWith = before->name;
        summary.added = difference.added;
        summary.revised = difference.revised;
        summary.ended = difference.ended;
    }
    return plan;
}

}  // namespace

Result<ListSummary> ReferenceLists::installList(const ParsedList& list, const Progress& progress)
{
    CW_TRY(auto transaction, Transaction::begin(m_database));
    CW_TRY(auto plan, planList(m_database, list, m_clock.now()));
    auto& summary = plan.summary;
    if (summary.alreadyInstalled) return summary;
    const auto* schedule = std::get_if<FeeSchedule>(&list.content);
    CW_TRY(summary.list.id, insertList(m_database, summary.list, schedule != nullptr ? schedule->conversionFactor : 0));
    RowProgress rows(progress, contentRows(list.content), titleOf(list));
    CW_CHECK(writeContent(m_database, summary.list.id, list.content, plan.packedEdits, rows));
    CW_CHECK(transaction.commit());
    rows.finish();
    // Best effort: a reader elsewhere may hold the log open, then a later checkpoint shrinks it.
    (void)m_database.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    return summary;
}

Result<ListSummary> ReferenceLists::previewList(const ParsedList& list) const
{
    CW_TRY(const auto snapshot, Snapshot::take(m_database));
    CW_TRY(auto plan, planList(m_database, list, m_clock.now()));
    return plan.summary;
}

Status ReferenceLists::withdrawList(ReferenceListId list)
{
    CW_TRY(auto transaction, Transaction::begin(m_database));
    CW_TRY(const bool wasThere, deleteList(m_database, list));
    if (!wasThere) return Error{ErrorKind::notFound, "STORE-238", "no installed list " + std::to_string(list.value)};
    CW_CHECK(transaction.commit());
    (void)m_database.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    return {};
}

Result<std::vector<ReferenceList>> ReferenceLists::lists() const
{
    return readLists(m_database);
}

Result<ListContent> ReferenceLists::content(ReferenceListId id) const
{
    CW_TRY(const auto snapshot, Snapshot::take(m_database));
    CW_TRY(const auto all, readLists(m_database));
    for (const auto& list : all) {
        if (list.id == id) return readContent(m_database, list);
    }
    return Error{ErrorKind::notFound, "STORE-239", "no installed list " + std::to_string(id.value)};
}

}  // namespace cw::store
