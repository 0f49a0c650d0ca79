#include "base/text.h"
#include "edits/edit_repository.h"
#include "import/encounter_json.h"
#include "store/work/claim_queues.h"
#include "store/work/claim_rows.h"
#include "store/work/columns.h"
#include "store/work/encounter_summary.h"
#include "store/work/work_database.h"

#include <algorithm>

namespace cw::store {

namespace {

constexpr std::string_view likeOf = " LIKE '%' || lower(?) || '%' ESCAPE '\\' ";

void bindFilter(Statement& select, const QueueFilter& filter)
{
    if (filter.payerId) select.bind(*filter.payerId);
    if (!filter.text.empty()) select.bind(likeText(filter.text));
    select.bind(filter.limit).bind(filter.offset);
}

/// The page is cut from an index alone, then its rows are read.
std::string claimsSql(const QueueFilter& filter)
{
    const std::string page = "ORDER BY c.queue_place, c.id LIMIT ? OFFSET ?";
    const std::string payer = filter.payerId ? "AND c.payer_id = ? " : "";
    const std::string all =
        filter.text.empty() ? "WHERE c.queue = ? " : "JOIN encounter e ON e.id = c.encounter WHERE c.queue = ? ";
    const std::string text =
        filter.text.empty()
            ? std::string()
            : "AND lower(c.claim_number || ' ' || e.encounter_id || ' ' || e.patient_name || ' ' || c.payer_name)" +
                  std::string(likeOf);
    return std::string(selectClaims) + "WHERE c.id IN (SELECT c.id FROM claim c " + all + payer + text + page +
           ") ORDER BY c.queue_place, c.id";
}

std::string readySql(const QueueFilter& filter)
{
    const std::string columns =
        "SELECT " + std::string(summaryColumns) +
        ", r.findings, CASE WHEN h.header LIKE '%\"adjudication\":{%' THEN h.header ELSE '' END "
        "FROM encounter e JOIN patient p ON p.id = e.patient LEFT JOIN encounter_header h ON h.encounter = e.id "
        "LEFT JOIN edit_result r ON r.encounter = e.id ";
    const std::string queue = std::string("WHERE e.status = 'approved' AND e.edits_fail = ") +
                              (filter.queue == ClaimQueue::failing ? "1 " : "0 ") +
                              (filter.payerId ? "AND e.payer_id = ? " : "");
    const std::string page = "ORDER BY e.service_from, e.encounter_id LIMIT ? OFFSET ?";
    const std::string text =
        filter.text.empty()
            ? std::string()
            : "AND lower(e.encounter_id || ' ' || e.patient_name || ' ' || e.payer_name)" + std::string(likeOf);
    return columns + "WHERE e.id IN (SELECT e.id FROM encounter e " + queue + text + page +
           ") ORDER BY e.service_from, e.encounter_id";
}

/// The first coverage that has not answered yet; without any, the first.
CoverageRank rankToBill(const std::string& header)
{
    Encounter encounter;
    if (header.empty() || !readEncounterHeader(header, encounter)) return CoverageRank::primary;
    for (const auto rank : {CoverageRank::primary, CoverageRank::secondary, CoverageRank::tertiary}) {
        const auto* coverage = encounter.coverage(rank);
        if (coverage != nullptr && coverage->adjudication.empty()) return rank;
    }
    return CoverageRank::primary;
}

std::string firstBlockingLine(std::string_view findings)
{
    for (const auto line : text::lines(findings))
        if (isBlockingLine(line)) return std::string(line);
    return {};
}

}  // namespace

Result<std::vector<ReadyRow>> SqliteClaimQueueRepository::ready(ReadTx& tx, const QueueFilter& filter) const
{
    CW_TRY(auto select, databaseOf(tx).prepare(readySql(filter)));
    bindFilter(select, filter);
    std::vector<ReadyRow> found;
    while (true) {
        CW_TRY(const bool row, select.step());
        if (!row) return found;
        ReadyRow ready;
        CW_TRY(ready.summary, summaryOf(select));
        ready.isFailing = filter.queue == ClaimQueue::failing;
        ready.firstError = select.isNull(summaryColumnCount) ? (ready.isFailing ? "not checked yet" : "")
                                                             : firstBlockingLine(select.view(summaryColumnCount));
        ready.billed = rankToBill(select.text(summaryColumnCount + 1));
        found.push_back(std::move(ready));
    }
}

Result<std::vector<ClaimRecord>> SqliteClaimQueueRepository::claims(ReadTx& tx, const QueueFilter& filter) const
{
    CW_TRY(auto select, databaseOf(tx).prepare(claimsSql(filter)));
    select.bind(toString(filter.queue));
    bindFilter(select, filter);
    return claimsOf(select);
}

}  // namespace cw::store
