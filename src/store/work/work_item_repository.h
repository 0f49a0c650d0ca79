#pragma once

#include "base/clock.h"
#include "claim/work_item.h"
#include "store/sqlite/database.h"

namespace cw::store {

/// Work items as rows: work_item_save, work_item_load and work_item_report hold its functions.
class SqliteWorkItemRepository final : public WorkItemRepository {
public:
    explicit SqliteWorkItemRepository(const Clock& clock) : m_clock(clock) {}
    Result<WorkItemId> open(WriteTx& tx, const WorkItem& item) override;
    Result<std::vector<WorkItem>> list(ReadTx& tx, const WorkItemFilter& filter) const override;
    Result<WorkItem> item(ReadTx& tx, WorkItemId id) const override;
    Result<std::vector<WorkItemStep>> steps(ReadTx& tx, WorkItemId id) const override;
    Result<std::vector<WorkItem>> openItemsOf(ReadTx& tx, ClaimId claim) const override;
    Result<std::int64_t> save(WriteTx& tx, const WorkItem& item, const WorkItemStep& step) override;
    /// byCoder: the account that coded the visit last, or else last submitted it, when the item was opened.
    Result<std::vector<WorkItemCount>> report(ReadTx& tx, WorkItemReport kind, WorkItemKind of,
                                              DateInterval opened) const override;

private:
    const Clock& m_clock;
};

}  // namespace cw::store
