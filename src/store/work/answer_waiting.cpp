#include "store/work/answer_repository.h"
#include "store/work/columns.h"
#include "store/work/work_database.h"

namespace cw::store {

namespace {

constexpr std::string_view selectWaiting =
    "SELECT id, file, kind, reason, claim_number, payer_control_number, patient_name, service_from, charge_cents, "
    "paid_cents, first_segment, last_segment, settled_at, settled_by, settled_how FROM waiting_answer ";

Result<WaitingAnswer> waitingOf(const Statement& row)
{
    WaitingAnswer waiting;
    waiting.id = WaitingAnswerId{row.integer(0)};
    waiting.file = AnswerFileId{row.integer(1)};
    waiting.kind = row.text(2);
    waiting.reason = row.text(3);
    waiting.claimNumber = row.text(4);
    waiting.payerControlNumber = row.text(5);
    waiting.patientName = row.text(6);
    CW_TRY(waiting.serviceFrom, dayOf(row, 7));
    waiting.charge = moneyOf(row, 8);
    waiting.paid = moneyOf(row, 9);
    waiting.firstSegment = smallOf(row, 10);
    waiting.lastSegment = smallOf(row, 11);
    if (!row.isNull(12)) waiting.settledAt = Instant{row.integer(12)};
    waiting.settledBy = row.text(13);
    waiting.settledHow = row.text(14);
    return waiting;
}

}  // namespace

Status SqliteAnswerRepository::addWaiting(WriteTx& tx, const WaitingAnswer& waiting)
{
    CW_TRY(auto insert,
           databaseOf(tx).prepare("INSERT INTO waiting_answer (file, kind, reason, claim_number, payer_control_number, "
                                  "patient_name, service_from, charge_cents, paid_cents, first_segment, last_segment) "
                                  "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    insert.bind(waiting.file.value).bind(waiting.kind).bind(waiting.reason).bind(waiting.claimNumber);
    insert.bind(waiting.payerControlNumber).bind(waiting.patientName).bind(isoOf(waiting.serviceFrom));
    insert.bind(waiting.charge.inCents()).bind(waiting.paid.inCents());
    return insert.bind(waiting.firstSegment).bind(waiting.lastSegment).run();
}

Result<std::vector<WaitingAnswer>> SqliteAnswerRepository::waiting(ReadTx& tx) const
{
    CW_TRY(auto select, databaseOf(tx).prepare(std::string(selectWaiting) + "WHERE settled_at IS NULL ORDER BY id"));
    std::vector<WaitingAnswer> found;
    while (true) {
        CW_TRY(const bool row, select.step());
        if (!row) return found;
        CW_TRY(auto waiting, waitingOf(select));
        found.push_back(std::move(waiting));
    }
}

Result<WaitingAnswer> SqliteAnswerRepository::waitingAnswer(ReadTx& tx, WaitingAnswerId id) const
{
    CW_TRY(auto select, databaseOf(tx).prepare(std::string(selectWaiting) + "WHERE id = ?"));
    CW_TRY(const bool row, select.bind(id.value).step());
    if (!row) return Error{ErrorKind::notFound, "STORE-361", "no such answer waits"};
    return waitingOf(select);
}

Status SqliteAnswerRepository::settle(WriteTx& tx, WaitingAnswerId id, std::string_view how, const Actor& actor)
{
    auto& database = databaseOf(tx);
    CW_TRY(auto update, database.prepare("UPDATE waiting_answer SET settled_at = ?, settled_by = ?, settled_how = ? "
                                         "WHERE id = ? AND settled_at IS NULL"));
    CW_CHECK(update.bind(m_clock.now().milliseconds).bind(actor.name).bind(how).bind(id.value).run());
    if (database.changes() == 1) return {};
    CW_CHECK(waitingAnswer(tx, id));
    return Error{ErrorKind::conflict, "STORE-350", "somebody settled this answer already"};
}

}  // namespace cw::store
