#include "store/work/claim_repository.h"
#include "store/work/work_database.h"

namespace cw::store {

namespace {

Error notVoidable(std::string why)
{
    return {ErrorKind::conflict, "STORE-341", "the batch cannot be voided: " + std::move(why)};
}

/// A batch may go while nobody but a gate keeper has answered.
Status checkUnanswered(Database& database, BatchId batch)
{
    CW_TRY(auto select,
           database.prepare("SELECT count(*), min(claim_number) FROM claim WHERE batch = ? AND is_test = 0 "
                            "AND status NOT IN ('exported', 'rejected')"));
    CW_TRY([[maybe_unused]] const bool row, select.bind(batch.value).step());
    const auto answered = select.integer(0);
    if (answered == 0) return {};
    return notVoidable(std::to_string(answered) + " of its claims have an answer or were sent again (" +
                       select.text(1) + (answered > 1 ? " …)" : ")"));
}

/// Claims that those of the batch had ended, by the event that names the claim which took their place, with the status
/// they had. A test ends none.
constexpr std::string_view endedByBatch =
    "SELECT c.id AS claim, r.outcome AS outcome FROM claim n "
    "JOIN claim c ON c.encounter = n.encounter AND c.billed = n.billed AND c.status = 'replaced' "
    "JOIN claim_event r ON r.claim = c.id AND r.kind = 'replaced' "
    "AND r.sentence = 'Replaced by ' || n.claim_number || '.' "
    "AND r.id = (SELECT max(x.id) FROM claim_event x WHERE x.claim = c.id AND x.kind = 'replaced') "
    "WHERE n.batch = ? AND n.is_test = 0";

/// What a voided claim had replaced holds its answer again.
Status restoreReplaced(Database& database, BatchId batch, std::int64_t now, const Actor& actor)
{
    CW_TRY(auto events,
           database.prepare(
               "INSERT INTO claim_event (claim, at, kind, outcome, sentence, codes, made_by) "
               "SELECT v.claim, ?, 'restored', v.outcome, 'Stands again: the claim in its place was voided.', "
               "'', ? FROM (" +
               std::string(endedByBatch) + ") AS v"));
    CW_CHECK(events.bind(now).bind(actor.name).bind(batch.value).run());
    CW_TRY(auto restore,
           database.prepare("UPDATE claim SET status = v.outcome, row_version = row_version + 1, is_live = CASE "
                            "WHEN v.outcome = 'rejected' OR EXISTS (SELECT 1 FROM claim o WHERE o.encounter = "
                            "claim.encounter AND o.billed = claim.billed AND o.is_live = 1) THEN 0 ELSE 1 END FROM (" +
                            std::string(endedByBatch) + ") AS v WHERE claim.id = v.claim"));
    return restore.bind(batch.value).run();
}

}  // namespace

Status SqliteClaimRepository::voidBatch(WriteTx& tx, BatchId batch, std::string_view reason, const Actor& actor)
{
    auto& database = databaseOf(tx);
    CW_TRY(auto select, database.prepare("SELECT voided_at IS NOT NULL FROM claim_batch WHERE id = ?"));
    CW_TRY(const bool row, select.bind(batch.value).step());
    if (!row) return Error{ErrorKind::notFound, "STORE-348", "no such batch"};
    if (select.integer(0) != 0) return notVoidable("it is voided already");
    CW_CHECK(checkUnanswered(database, batch));

    const auto now = m_clock.now().milliseconds;
    CW_TRY(auto mark,
           database.prepare("UPDATE claim_batch SET voided_at = ?, voided_by = ?, void_reason = ? WHERE id = ?"));
    CW_CHECK(mark.bind(now).bind(actor.name).bind(reason).bind(batch.value).run());
    CW_TRY(auto claims, database.prepare("UPDATE claim SET status = 'voided', is_live = 0, "
                                         "row_version = row_version + 1 WHERE batch = ?"));
    CW_CHECK(claims.bind(batch.value).run());
    // The reason is a person's words: it stays with the batch.
    CW_TRY(auto events,
           database.prepare("INSERT INTO claim_event (claim, at, kind, outcome, sentence, codes, made_by) "
                            "SELECT id, ?, 'voided', '', 'The batch was voided.', '', ? FROM claim WHERE batch = ?"));
    CW_CHECK(events.bind(now).bind(actor.name).bind(batch.value).run());
    return restoreReplaced(database, batch, now, actor);
}

}  // namespace cw::store
