#include "tests/store/work_claims_fixture.h"

#include <sqlite3.h>

namespace cw::store {
namespace {

/// None of the statements that billing runs may read a whole table that grows with the claims.
class ClaimPlans : public ClaimsTest {
protected:
    template <class Work>
    std::vector<std::string> scans(Work work)
    {
        std::vector<std::string> statements;
        sqlite3_trace_v2(
            anna.database().handle(), SQLITE_TRACE_STMT,
            [](unsigned, void* context, void* statement, void*) {
                const char* sql = sqlite3_sql(static_cast<sqlite3_stmt*>(statement));
                static_cast<std::vector<std::string>*>(context)->emplace_back(sql == nullptr ? "" : sql);
                return 0;
            },
            &statements);
        {
            auto tx = must(anna.work->beginWrite());
            work(*tx);
        }
        sqlite3_trace_v2(anna.database().handle(), 0, nullptr, nullptr);
        std::vector<std::string> found;
        for (const auto& sql : statements) {
            if (sql.starts_with("BEGIN") || sql.starts_with("ROLLBACK") || sql.starts_with("--")) continue;
            auto plan = must(anna.database().prepare("EXPLAIN QUERY PLAN " + sql));
            while (must(plan.step()))
                if (isWhole(plan.text(3))) found.push_back(plan.text(3) + " IN " + sql);
        }
        return found;
    }
    /// Sums of queues are few rows; what waits or is open is walked along an index of nothing else.
    static bool isWhole(const std::string& step)
    {
        if (!step.starts_with("SCAN ")) return false;
        for (const auto* few :
             {"SCAN CONSTANT ROW", "SCAN queue_total", "SCAN q", "SCAN r", "SCAN v", "SCAN audit_head",
              "waiting_answer_open", "work_item_open", "encounter_to_bill", "control_counter"})
            if (step.find(few) != std::string::npos) return false;
        return true;
    }
};

TEST_F(ClaimPlans, OfReadingHaveNoFullScan)
{
    const auto batch = send({newClaim(row)});
    const auto id = claim().id;
    EXPECT_EQ(std::vector<std::string>{}, scans([&](WriteTx& tx) {
                  must(anna.claims.standing(tx, row, CoverageRank::primary));
                  must(anna.claims.batchByNumber(tx, 1));
                  must(anna.claims.batchByInterchange(tx, 1));
                  must(anna.claims.batchByGroup(tx, 1));
                  must(anna.claims.claims(tx, 1));
                  must(anna.claims.claim(tx, id));
                  must(anna.claims.claimsOf(tx, row));
                  must(anna.claims.byNumber(tx, "T-1"));
                  must(anna.claims.byPayerControlNumber(tx, "ICN"));
                  must(anna.claims.byPatient(tx, "X", Date::of(2025, 1, 1)));
                  must(anna.claims.batchFile(tx, batch));
                  must(anna.claims.snapshot(tx, id));
                  must(anna.claims.events(tx, id));
                  must(anna.answers.byDigest(tx, "d"));
                  must(anna.answers.waiting(tx));
                  must(anna.answers.payments(tx, id));
                  must(anna.answers.hasRemittance(tx, "P", "T", {}));
                  must(anna.items.list(tx, {.kind = WorkItemKind::denial}));
                  must(anna.items.openItemsOf(tx, id));
                  must(anna.items.steps(tx, WorkItemId{1}));
                  must(anna.encounters.loadMany(tx, {"T-1", "T-2"}));
              }));
}

TEST_F(ClaimPlans, OfQueuesHaveNoFullScan)
{
    send({newClaim(row)});
    EXPECT_EQ(
        std::vector<std::string>{}, scans([&](WriteTx& tx) {
            must(anna.queues.totals(tx));
            for (const auto queue : {ClaimQueue::sent, ClaimQueue::rejected, ClaimQueue::denied, ClaimQueue::paid}) {
                must(anna.queues.byPayer(tx, queue));
                must(anna.queues.claims(tx, {.queue = queue}));
                must(anna.queues.claims(tx, {.queue = queue, .payerId = "15202"}));
                must(anna.queues.claims(tx, {.queue = queue, .text = "T-1"}));
            }
            for (const auto queue : {ClaimQueue::ready, ClaimQueue::failing}) {
                must(anna.queues.byPayer(tx, queue));
                must(anna.queues.ready(tx, {.queue = queue}));
                must(anna.queues.ready(tx, {.queue = queue, .payerId = "15202"}));
                must(anna.queues.ready(tx, {.queue = queue, .text = "T-1"}));
            }
        }));
}

TEST_F(ClaimPlans, OfWritingHaveNoFullScan)
{
    const auto second = addVisit("T-2", 100);
    const auto file = addFile();
    const auto batch = send({newClaim(row)});
    const auto sent = claim();
    const auto seen = anna.load().workflow;
    EXPECT_EQ(
        std::vector<std::string>{}, scans([&](WriteTx& tx) {
            const auto numbers = must(anna.claims.takeControlNumbers(tx));
            const std::vector<NewClaim> claims{newClaim(second, "T-2")};
            must(anna.claims.record(tx, batchOf(numbers, "ISA", claims), "ISA", claims, anna.actor));
            ClaimEvent event;
            event.claim = sent.id;
            ClaimChange change;
            change.status = ClaimStatus::rejected;
            must(anna.claims.apply(tx, event, change, sent.rowVersion));
            must(anna.claims.voidBatch(tx, batch, "why", anna.actor));
            answers::Remittance remittance;
            remittance.claims.resize(1);
            const auto id = must(anna.answers.addRemittance(tx, file, remittance, {ClaimId{}}));
            must(anna.answers.assignPayment(tx, id, "", 0, sent.id));
            WorkItem item;
            item.claim = sent.id;
            item.id = must(anna.items.open(tx, item));
            item.version = 1;
            must(anna.items.save(tx, item, {}));
            must(anna.encounters.setWorkflowOfMany(tx, {{row, seen}}, EncounterStatus::exported, "x", anna.actor));
        }));
}

}  // namespace
}  // namespace cw::store
