#include "store/work/claim_repository.h"
#include "store/work/claim_rows.h"
#include "store/work/columns.h"
#include "store/work/work_database.h"

namespace cw::store {

namespace {

Status bindChange(Statement& update, const ClaimEvent& event, const ClaimChange& change, std::int64_t at)
{
    update.bind(change.status ? std::optional(toString(*change.status)) : std::nullopt);
    update.bind(change.isLive ? std::optional(*change.isLive ? 1 : 0) : std::nullopt);
    update.bind(centsOf(change.paid)).bind(centsOf(change.patientShare)).bind(change.payerControlNumber);
    update.bind(change.dueOn ? 1 : 0).bind(change.dueOn ? isoOf(*change.dueOn) : std::nullopt);
    update.bind(change.lastResponse);
    const bool isAnswer = event.file.isValid() || change.status;
    update.bind(isAnswer ? std::optional(at) : std::nullopt);
    return {};
}

}  // namespace

Result<std::int64_t> SqliteClaimRepository::apply(WriteTx& tx, const ClaimEvent& event, const ClaimChange& change,
                                                  std::int64_t seen)
{
    auto& database = databaseOf(tx);
    const auto at = event.at.milliseconds != 0 ? event.at.milliseconds : m_clock.now().milliseconds;
    CW_TRY(auto update,
           database.prepare(
               "UPDATE claim SET status = coalesce(?1, status), is_live = coalesce(?2, is_live), "
               "paid_cents = coalesce(?3, paid_cents), patient_share_cents = coalesce(?4, patient_share_cents), "
               "payer_control_number = coalesce(?5, payer_control_number), "
               "due_on = CASE WHEN ?6 = 1 THEN ?7 ELSE due_on END, "
               "last_response = CASE WHEN ?8 = '' THEN last_response ELSE ?8 END, "
               "responded_at = coalesce(?9, responded_at), row_version = row_version + 1 "
               "WHERE id = ?10 AND row_version = ?11 RETURNING row_version"));
    CW_CHECK(bindChange(update, event, change, at));
    CW_TRY(const bool row, update.bind(event.claim.value).bind(seen).step());
    if (!row) return Error{ErrorKind::conflict, "STORE-342", "the claim was changed by somebody else; load it again"};
    const auto version = update.integer(0);
    CW_TRY([[maybe_unused]] const bool more, update.step());
    CW_CHECK(insertEvent(database, event, at));
    return version;
}

Result<std::vector<ClaimEvent>> SqliteClaimRepository::events(ReadTx& tx, ClaimId claim) const
{
    CW_TRY(auto select, databaseOf(tx).prepare("SELECT at, kind, outcome, sentence, codes, amount_cents, file, made_by "
                                               "FROM claim_event WHERE claim = ? ORDER BY id"));
    select.bind(claim.value);
    std::vector<ClaimEvent> found;
    while (true) {
        CW_TRY(const bool row, select.step());
        if (!row) return found;
        ClaimEvent event;
        event.claim = claim;
        event.at = Instant{select.integer(0)};
        event.kind = select.text(1);
        event.outcome = select.text(2);
        event.sentence = select.text(3);
        event.codes = select.text(4);
        event.amount = optionalMoneyOf(select, 5);
        event.file = AnswerFileId{select.integer(6)};
        event.by = select.text(7);
        found.push_back(std::move(event));
    }
}

}  // namespace cw::store
