#include "store/work/edit_repository.h"
#include "tests/store/work_claims_fixture.h"

namespace cw::store {
namespace {

class ClaimQueues : public ClaimsTest {
protected:
    void approve(EncounterRowId encounter, const std::string& encounterId)
    {
        auto tx = must(anna.work->beginWrite());
        const auto seen = must(anna.encounters.load(*tx, encounterId)).workflow;
        must(anna.encounters.setWorkflowOfMany(*tx, {{encounter, seen}}, EncounterStatus::approved, "encounter.approve",
                                               anna.actor));
        must(tx->commit());
    }
    void check(EncounterRowId encounter, std::vector<std::string> lines)
    {
        SqliteEditRepository edits{m_clock, anna.ids, anna.audit};
        must(write([&](WriteTx& tx) { return edits.setResult(tx, encounter, {std::move(lines), "d", Instant{1}}); }));
    }
    QueueTotal total(ClaimQueue queue)
    {
        const auto all = read([&](ReadTx& tx) { return anna.queues.totals(tx); });
        EXPECT_EQ(6U, all.size());
        return all.at(static_cast<std::size_t>(queue));
    }
    std::vector<PayerTotal> byPayer(ClaimQueue queue)
    {
        return read([&](ReadTx& tx) { return anna.queues.byPayer(tx, queue); });
    }
    std::string ready(QueueFilter filter)
    {
        std::string ids;
        for (const auto& found : read([&](ReadTx& tx) { return anna.queues.ready(tx, filter); }))
            ids += found.summary.encounterId + " ";
        return ids;
    }
    std::string claims(QueueFilter filter)
    {
        std::string numbers;
        for (const auto& found : read([&](ReadTx& tx) { return anna.queues.claims(tx, filter); }))
            numbers += found.claimNumber + " ";
        return numbers;
    }
    /// What triggers kept is what is there.
    void expectTotalsFit()
    {
        EXPECT_EQ("", anna.ask("SELECT queue, payer_id, count(*), sum(charge_cents), sum(paid_cents) FROM claim "
                               "WHERE queue <> '' GROUP BY 1, 2 EXCEPT SELECT * FROM queue_total"));
        EXPECT_EQ(anna.ask("SELECT count(*) FROM claim WHERE queue <> ''"),
                  anna.ask("SELECT coalesce(sum(claims), 0) FROM queue_total WHERE queue NOT IN ('ready', 'failing')"));
        EXPECT_EQ("", anna.ask("SELECT CASE edits_fail WHEN 1 THEN 'failing' ELSE 'ready' END, payer_id, count(*), "
                               "sum(charge_cents), 0 FROM encounter WHERE status = 'approved' GROUP BY 1, 2 "
                               "EXCEPT SELECT * FROM queue_total"));
        EXPECT_EQ(anna.ask("SELECT count(*) FROM encounter WHERE status = 'approved'"),
                  anna.ask("SELECT coalesce(sum(claims), 0) FROM queue_total WHERE queue IN ('ready', 'failing')"));
    }
};

TEST_F(ClaimQueues, ApprovedEncountersAreReadyOrFailing)
{
    const auto second = addVisit("T-2", 100);
    const auto third = addVisit("T-3", 200, "ZZ9");
    addVisit("T-4", 300);
    approve(row, "T-1");
    approve(second, "T-2");
    approve(third, "T-3");
    EXPECT_EQ(3, total(ClaimQueue::failing).claims);
    check(row, {"GL-1 warning E11.9", "PF-9 error I10 (attested)"});
    check(second, {"GL-1 warning E11.9", "PF-9 error I10"});
    check(third, {});
    EXPECT_EQ(2, total(ClaimQueue::ready).claims);
    EXPECT_EQ(Money::cents(41000), total(ClaimQueue::ready).charges);
    EXPECT_EQ(1, total(ClaimQueue::failing).claims);
    EXPECT_EQ("T-1 T-3 ", ready({.queue = ClaimQueue::ready}));
    EXPECT_EQ("T-2 ", ready({.queue = ClaimQueue::failing}));
    EXPECT_EQ("T-3 ", ready({.queue = ClaimQueue::ready, .payerId = "ZZ9"}));
    EXPECT_EQ("T-3 ", ready({.queue = ClaimQueue::ready, .text = "t-3"}));
    EXPECT_EQ("T-1 T-3 ", ready({.queue = ClaimQueue::ready, .text = "QUENNE"}));
    EXPECT_EQ("T-3 ", ready({.queue = ClaimQueue::ready, .limit = 5, .offset = 1}));
    const auto failing = read([&](ReadTx& tx) { return anna.queues.ready(tx, {.queue = ClaimQueue::failing}); }).at(0);
    EXPECT_TRUE(failing.isFailing);
    EXPECT_EQ("PF-9 error I10", failing.firstError);
    EXPECT_EQ(patientMrn, failing.summary.mrn);
    const auto payers = byPayer(ClaimQueue::ready);
    ASSERT_EQ(2U, payers.size());
    EXPECT_EQ("15202", payers[0].payerId);
    EXPECT_EQ("Medicare Part B", payers[0].payerName);
    EXPECT_EQ("MB", payers[0].claimFilingCode);
    EXPECT_EQ(1, payers[0].claims);
    EXPECT_EQ(1, payers[0].failing);
    EXPECT_EQ(0, payers[1].failing);
    EXPECT_EQ(Date::of(2025, 1, 15), payers[0].earliestService);
    expectTotalsFit();
}

TEST_F(ClaimQueues, UncheckedEncountersSayThatNobodyLooked)
{
    approve(row, "T-1");
    const auto found = read([&](ReadTx& tx) { return anna.queues.ready(tx, {.queue = ClaimQueue::failing}); });
    ASSERT_EQ(1U, found.size());
    EXPECT_EQ("not checked yet", found[0].firstError);
}

TEST_F(ClaimQueues, ReadyRowsNameTheCoverageToBill)
{
    auto seen = anna.load();
    auto after = seen.encounter;
    Coverage other;
    other.rank = CoverageRank::secondary;
    other.payer.name = "Medigap";
    after.coverages.push_back(other);
    after.coverages[0].adjudication = R"({"paid":"80.00"})";
    must(anna.save(seen, after));
    approve(row, "T-1");
    check(row, {});
    const auto found = read([&](ReadTx& tx) { return anna.queues.ready(tx, {.queue = ClaimQueue::ready}); });
    EXPECT_EQ(CoverageRank::secondary, found.at(0).billed);
}

TEST_F(ClaimQueues, ChangedChargesMoveTheSums)
{
    approve(row, "T-1");
    const auto seen = anna.load();
    auto after = seen.encounter;
    after.procedures[0].charge = Money::cents(1);
    after.coverages[0].payer.payerId = "NEW";
    must(anna.save(seen, after));
    EXPECT_EQ(Money::cents(8001), total(ClaimQueue::failing).charges);
    EXPECT_EQ("NEW", byPayer(ClaimQueue::failing).at(0).payerId);
    EXPECT_EQ(1U, byPayer(ClaimQueue::failing).size());
    expectTotalsFit();
}

TEST_F(ClaimQueues, ClaimsStandInTheQueueOfTheirStatus)
{
    std::vector<NewClaim> sent{newClaim(row)};
    for (int i = 2; i <= 6; ++i) {
        const auto id = "T-" + std::to_string(i);
        sent.push_back(newClaim(addVisit(id, i * 100), id));
    }
    sent[5].payerId = "ZZ9";
    sent[5].payerName = "Other";
    send(sent);
    EXPECT_EQ(6, total(ClaimQueue::sent).claims);
    const auto due = [&](const std::string& number, ClaimStatus status, Date day) {
        ClaimChange change;
        change.dueOn = std::optional(day);
        answer(claim(number), status, change);
    };
    answer(claim("T-2"), ClaimStatus::accepted);
    due("T-3", ClaimStatus::denied, Date::of(2025, 5, 2));
    due("T-4", ClaimStatus::denied, Date::of(2025, 5, 1));
    due("T-1", ClaimStatus::rejected, Date::of(2025, 4, 1));
    m_clock.set(Date::of(2025, 1, 21), 600);
    ClaimChange paid;
    paid.paid = Money::cents(9000);
    answer(claim("T-5"), ClaimStatus::paid, paid);
    m_clock.set(Date::of(2025, 1, 22), 600);
    answer(claim("T-6"), ClaimStatus::paid, paid);
    EXPECT_EQ("T-2 ", claims({.queue = ClaimQueue::sent}));
    EXPECT_EQ("T-4 T-3 ", claims({.queue = ClaimQueue::denied}));
    EXPECT_EQ("T-1 ", claims({.queue = ClaimQueue::rejected}));
    EXPECT_EQ("T-6 T-5 ", claims({.queue = ClaimQueue::paid}));
    EXPECT_EQ("T-6 ", claims({.queue = ClaimQueue::paid, .payerId = "ZZ9"}));
    EXPECT_EQ("T-5 ", claims({.queue = ClaimQueue::paid, .text = "medicare"}));
    EXPECT_EQ("", claims({.queue = ClaimQueue::paid, .payerId = "ZZ9", .text = "medicare"}));
    EXPECT_EQ("T-3 ", claims({.queue = ClaimQueue::denied, .limit = 1, .offset = 1}));
    const auto payers = byPayer(ClaimQueue::denied);
    ASSERT_EQ(1U, payers.size());
    EXPECT_EQ("MB", payers[0].claimFilingCode);
    EXPECT_EQ(Date::of(2025, 5, 1), payers[0].earliestDue);
    EXPECT_EQ(Money::cents(9000), byPayer(ClaimQueue::paid).at(0).paid);
    expectTotalsFit();
    send({newClaim(row, "T-1-2", 2)});
    EXPECT_EQ("", claims({.queue = ClaimQueue::rejected}));
    EXPECT_EQ(0, total(ClaimQueue::rejected).claims);
    EXPECT_TRUE(byPayer(ClaimQueue::rejected).empty());
    expectTotalsFit();
}

TEST_F(ClaimQueues, TestsAndVoidedBatchesStandInNone)
{
    must(record(anna, {newClaim(row)}, true));
    EXPECT_EQ(0, total(ClaimQueue::sent).claims);
    const auto batch = send({newClaim(row, "T-1-2", 2)});
    EXPECT_EQ(1, total(ClaimQueue::sent).claims);
    must(write([&](WriteTx& tx) { return anna.claims.voidBatch(tx, batch, "why", anna.actor); }));
    EXPECT_EQ(0, total(ClaimQueue::sent).claims);
    expectTotalsFit();
}

TEST_F(ClaimQueues, HaveNames)
{
    for (const auto queue : {ClaimQueue::ready, ClaimQueue::failing, ClaimQueue::sent, ClaimQueue::rejected,
                             ClaimQueue::denied, ClaimQueue::paid})
        EXPECT_EQ(queue, must(parseClaimQueue(toString(queue))));
    EXPECT_EQ("CLAIM-305", parseClaimQueue("lost").error().id);
    EXPECT_EQ("CLAIM-302", parseClaimStatus("lost").error().id);
    EXPECT_EQ("CLAIM-303", parseWorkItemKind("lost").error().id);
    EXPECT_EQ("CLAIM-304", parseWorkItemOutcome("lost").error().id);
}

}  // namespace
}  // namespace cw::store
