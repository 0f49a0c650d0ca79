#include "store/work/claim_queues.h"
#include "store/work/columns.h"
#include "store/work/work_database.h"

#include <algorithm>

namespace cw::store {

namespace {

bool isOfEncounters(ClaimQueue queue)
{
    return queue == ClaimQueue::ready || queue == ClaimQueue::failing;
}

/// Sums of one queue, and how many of each payer fail.
Result<std::vector<PayerTotal>> sums(Database& database, ClaimQueue queue)
{
    CW_TRY(auto select,
           database.prepare(
               "SELECT t.payer_id, t.claims, t.charge_cents, t.paid_cents, coalesce(f.claims, 0) "
               "FROM queue_total t LEFT JOIN queue_total f ON f.queue = 'failing' AND f.payer_id = t.payer_id "
               "AND t.queue = 'ready' WHERE t.queue = ? AND t.claims > 0"));
    select.bind(toString(queue));
    std::vector<PayerTotal> found;
    while (true) {
        CW_TRY(const bool row, select.step());
        if (!row) return found;
        PayerTotal total;
        total.payerId = select.text(0);
        total.claims = select.integer(1);
        total.charges = moneyOf(select, 2);
        total.paid = moneyOf(select, 3);
        total.failing = select.integer(4);
        found.push_back(std::move(total));
    }
}

/// Name, filing code and days, from the rows that come first in their index.
Status describeEncounters(Database& database, ClaimQueue queue, PayerTotal& total)
{
    CW_TRY(
        auto select,
        database.prepare("SELECT payer_name, claim_filing_code, service_from FROM encounter WHERE status = 'approved' "
                         "AND payer_id = ? AND edits_fail = ? ORDER BY service_from, encounter_id LIMIT 1"));
    CW_TRY(const bool row, select.bind(total.payerId).bind(queue == ClaimQueue::failing ? 1 : 0).step());
    if (!row) return {};
    total.payerName = select.text(0);
    total.claimFilingCode = select.text(1);
    CW_TRY(total.earliestService, dayOf(select, 2));
    return {};
}

Status describeClaims(Database& database, ClaimQueue queue, PayerTotal& total)
{
    CW_TRY(
        auto select,
        database.prepare("SELECT c.payer_name, CASE WHEN e.payer_id = c.payer_id THEN e.claim_filing_code ELSE '' END, "
                         "c.due_on, (SELECT min(o.service_from) FROM claim o WHERE o.queue = ?1 AND o.payer_id = ?2), "
                         "(SELECT r.claim_filing_code FROM payer_record r WHERE r.payer_id = ?2) "
                         "FROM claim c JOIN encounter e ON e.id = c.encounter "
                         "WHERE c.queue = ?1 AND c.payer_id = ?2 ORDER BY c.queue_place, c.id LIMIT 1"));
    CW_TRY(const bool row, select.bind(toString(queue)).bind(total.payerId).step());
    if (!row) return {};
    total.payerName = select.text(0);
    total.claimFilingCode = select.text(1).empty() ? select.text(4) : select.text(1);
    // Rejected and denied stand by due day, so the first has the earliest one.
    if (queue == ClaimQueue::rejected || queue == ClaimQueue::denied) {
        CW_TRY(total.earliestDue, dayOf(select, 2));
    }
    CW_TRY(total.earliestService, dayOf(select, 3));
    return {};
}

}  // namespace

Result<std::vector<QueueTotal>> SqliteClaimQueueRepository::totals(ReadTx& tx) const
{
    std::vector<QueueTotal> totals;
    for (const auto queue : {ClaimQueue::ready, ClaimQueue::failing, ClaimQueue::sent, ClaimQueue::rejected,
                             ClaimQueue::denied, ClaimQueue::paid})
        totals.push_back({queue, 0, {}});
    CW_TRY(auto select,
           databaseOf(tx).prepare("SELECT queue, sum(claims), sum(charge_cents) FROM queue_total GROUP BY queue"));
    while (true) {
        CW_TRY(const bool row, select.step());
        if (!row) return totals;
        CW_TRY(const auto queue, parseClaimQueue(select.view(0)));
        auto& total = totals[static_cast<std::size_t>(queue)];
        total.claims = select.integer(1);
        total.charges = moneyOf(select, 2);
    }
}

Result<std::vector<PayerTotal>> SqliteClaimQueueRepository::byPayer(ReadTx& tx, ClaimQueue queue) const
{
    auto& database = databaseOf(tx);
    CW_TRY(auto totals, sums(database, queue));
    for (auto& total : totals)
        CW_CHECK(isOfEncounters(queue) ? describeEncounters(database, queue, total)
                                       : describeClaims(database, queue, total));
    std::sort(totals.begin(), totals.end(), [](const PayerTotal& one, const PayerTotal& other) {
        return std::pair(other.charges, one.payerId) < std::pair(one.charges, other.payerId);
    });
    return totals;
}

}  // namespace cw::store
