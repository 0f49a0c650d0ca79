#include "base/text.h"
#include "store/work/answer_repository.h"
#include "store/work/columns.h"
#include "store/work/work_database.h"

namespace cw::store {

namespace {

std::vector<std::string> words(std::string_view text)
{
    std::vector<std::string> found;
    for (const auto part : text::split(text, ' '))
        if (!part.empty()) found.emplace_back(part);
    return found;
}

Result<RemittanceRecord> remittanceOf(const Statement& row)
{
    RemittanceRecord remittance;
    remittance.id = row.integer(0);
    remittance.file = AnswerFileId{row.integer(1)};
    remittance.payerName = row.text(2);
    remittance.payerId = row.text(3);
    remittance.traceNumber = row.text(4);
    remittance.method = row.text(5);
    CW_TRY(remittance.paidOn, dayOf(row, 6));
    remittance.amount = moneyOf(row, 7);
    remittance.claimsPaid = moneyOf(row, 8);
    remittance.taken = moneyOf(row, 9);
    remittance.claims = smallOf(row, 10);
    for (const auto line : text::lines(row.view(11))) remittance.imbalances.emplace_back(line);
    remittance.isBalanced = remittance.imbalances.empty();
    return remittance;
}

Status loadProviderAdjustments(Database& database, RemittanceRecord& into)
{
    CW_TRY(auto select, database.prepare("SELECT provider_number, reason, reference, amount_cents "
                                         "FROM provider_adjustment WHERE remittance = ? ORDER BY place"));
    select.bind(into.id);
    while (true) {
        CW_TRY(const bool row, select.step());
        if (!row) return {};
        into.adjustments.push_back({select.text(0), select.text(1), select.text(2), moneyOf(select, 3)});
    }
}

Result<ClaimPayment> paymentOf(const Statement& row, ClaimId claim)
{
    ClaimPayment payment;
    payment.claim = claim;
    payment.id = row.integer(0);
    payment.remittance = row.integer(1);
    payment.traceNumber = row.text(2);
    payment.payerName = row.text(3);
    CW_TRY(payment.paidOn, dayOf(row, 4));
    payment.file = AnswerFileId{row.integer(5)};
    auto& said = payment.content;
    said.firstSegment = smallOf(row, 6);
    said.lastSegment = smallOf(row, 7);
    said.claimNumber = row.text(8);
    said.status = row.text(9);
    said.charge = moneyOf(row, 10);
    said.paid = moneyOf(row, 11);
    said.patientShare = moneyOf(row, 12);
    said.filingCode = row.text(13);
    said.payerControlNumber = row.text(14);
    said.facilityCode = row.text(15);
    said.frequency = row.text(16);
    said.lastName = row.text(17);
    said.firstName = row.text(18);
    said.memberId = row.text(19);
    CW_TRY(said.serviceFrom, dayOf(row, 20));
    CW_TRY(said.serviceTo, dayOf(row, 21));
    CW_TRY(said.receivedOn, dayOf(row, 22));
    said.crossoverPayer = row.text(23);
    said.crossoverPayerId = row.text(24);
    return payment;
}

Status loadLines(Database& database, ClaimPayment& into)
{
    CW_TRY(
        auto select,
        database.prepare("SELECT code_qualifier, code, modifiers, billed_code, billed_modifiers, revenue_code, "
                         "charge_cents, paid_cents, unit_thousandths, service_from, service_to, line_control_number, "
                         "allowed_cents FROM remittance_line WHERE remittance_claim = ? ORDER BY line"));
    select.bind(into.id);
    while (true) {
        CW_TRY(const bool row, select.step());
        if (!row) return {};
        answers::RemitLine line;
        line.codeQualifier = select.text(0);
        line.code = select.text(1);
        line.modifiers = words(select.view(2));
        line.billedCode = select.text(3);
        line.billedModifiers = words(select.view(4));
        line.revenueCode = select.text(5);
        line.charge = moneyOf(select, 6);
        line.paid = moneyOf(select, 7);
        line.units = Quantity::thousandths(select.integer(8));
        CW_TRY(line.from, dayOf(select, 9));
        CW_TRY(line.to, dayOf(select, 10));
        line.lineControlNumber = select.text(11);
        line.allowed = optionalMoneyOf(select, 12);
        into.content.lines.push_back(std::move(line));
    }
}

Status loadReasons(Database& database, ClaimPayment& into)
{
    auto& said = into.content;
    CW_TRY(auto adjustments,
           database.prepare("SELECT line, adjustment_group, reason, amount_cents, unit_thousandths "
                            "FROM remittance_adjustment WHERE remittance_claim = ? ORDER BY line, place"));
    adjustments.bind(into.id);
    while (true) {
        CW_TRY(const bool row, adjustments.step());
        if (!row) break;
        Adjustment one{adjustments.text(1), adjustments.text(2), moneyOf(adjustments, 3), {}};
        if (!adjustments.isNull(4)) one.quantity = Quantity::thousandths(adjustments.integer(4));
        const auto line = static_cast<std::size_t>(adjustments.integer(0));
        if (line <= said.lines.size())
            (line == 0 ? said.adjustments : said.lines[line - 1].adjustments).push_back(std::move(one));
    }
    CW_TRY(auto remarks, database.prepare("SELECT line, code FROM remittance_remark WHERE remittance_claim = ? "
                                          "ORDER BY line, place"));
    remarks.bind(into.id);
    while (true) {
        CW_TRY(const bool row, remarks.step());
        if (!row) return {};
        const auto line = static_cast<std::size_t>(remarks.integer(0));
        if (line <= said.lines.size())
            (line == 0 ? said.remarks : said.lines[line - 1].remarks).push_back(remarks.text(1));
    }
}

}  // namespace

Result<std::vector<RemittanceRecord>> SqliteAnswerRepository::remittances(ReadTx& tx) const
{
    auto& database = databaseOf(tx);
    CW_TRY(
        auto select,
        database.prepare("SELECT id, file, payer_name, payer_id, trace_number, method, paid_on, amount_cents, "
                         "claims_paid_cents, taken_cents, claim_count, imbalances FROM remittance ORDER BY id DESC"));
    std::vector<RemittanceRecord> found;
    while (true) {
        CW_TRY(const bool row, select.step());
        if (!row) break;
        CW_TRY(auto remittance, remittanceOf(select));
        found.push_back(std::move(remittance));
    }
    for (auto& remittance : found) CW_CHECK(loadProviderAdjustments(database, remittance));
    return found;
}

Result<std::vector<ClaimPayment>> SqliteAnswerRepository::payments(ReadTx& tx, ClaimId claim) const
{
    auto& database = databaseOf(tx);
    CW_TRY(
        auto select,
        database.prepare("SELECT c.id, c.remittance, r.trace_number, r.payer_name, r.paid_on, r.file, c.first_segment, "
                         "c.last_segment, c.claim_number, c.status, c.charge_cents, c.paid_cents, "
                         "c.patient_share_cents, c.filing_code, c.payer_control_number, c.facility_code, c.frequency, "
                         "c.last_name, c.first_name, c.member_id, c.service_from, c.service_to, c.received_on, "
                         "c.crossover_payer, c.crossover_payer_id FROM remittance_claim c "
                         "JOIN remittance r ON r.id = c.remittance WHERE c.claim = ? ORDER BY c.id"));
    select.bind(claim.value);
    std::vector<ClaimPayment> found;
    while (true) {
        CW_TRY(const bool row, select.step());
        if (!row) break;
        CW_TRY(auto payment, paymentOf(select, claim));
        found.push_back(std::move(payment));
    }
    for (auto& payment : found) {
        CW_CHECK(loadLines(database, payment));
        CW_CHECK(loadReasons(database, payment));
    }
    return found;
}

Result<bool> SqliteAnswerRepository::hasRemittance(ReadTx& tx, std::string_view payerId, std::string_view traceNumber,
                                                   Money amount) const
{
    CW_TRY(auto select, databaseOf(tx).prepare("SELECT 1 FROM remittance WHERE trace_number = ? AND payer_id = ? "
                                               "AND amount_cents = ?"));
    return select.bind(traceNumber).bind(payerId).bind(amount.inCents()).step();
}

}  // namespace cw::store
