#include "base/text.h"
#include "store/work/answer_repository.h"
#include "store/work/columns.h"
#include "store/work/work_database.h"

#include <cassert>

namespace cw::store {

namespace {

Status insertRemittance(Database& database, std::int64_t id, AnswerFileId file, const answers::Remittance& content)
{
    Money paid, taken;
    for (const auto& claim : content.claims) paid += claim.paid;
    for (const auto& adjustment : content.adjustments) taken += adjustment.amount;
    CW_TRY(auto insert,
           database.prepare(
               "INSERT INTO remittance (id, file, payer_name, payer_id, payer_contact, payee_name, payee_npi, "
               "trace_number, method, handling, is_debit, paid_on, amount_cents, claims_paid_cents, "
               "taken_cents, claim_count, imbalances) "
               "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    insert.bind(id).bind(file.value).bind(content.payerName).bind(content.payerId).bind(content.payerContact);
    insert.bind(content.payeeName).bind(content.payeeNpi).bind(content.traceNumber).bind(content.method);
    insert.bind(content.handling).bind(content.isDebit ? 1 : 0).bind(isoOf(content.paidOn));
    insert.bind(content.amount.inCents()).bind(paid.inCents()).bind(taken.inCents());
    insert.bind(static_cast<std::int64_t>(content.claims.size()));
    return insert.bind(text::join(content.imbalances, "\n")).run();
}

Status insertProviderAdjustments(Database& database, std::int64_t remittance,
                                 const std::vector<answers::ProviderAdjustment>& adjustments)
{
    CW_TRY(auto insert, database.prepare("INSERT INTO provider_adjustment (remittance, place, provider_number, reason, "
                                         "reference, amount_cents) VALUES (?, ?, ?, ?, ?, ?)"));
    std::int64_t place = 0;
    for (const auto& adjustment : adjustments) {
        insert.bind(remittance).bind(++place).bind(adjustment.providerNumber).bind(adjustment.reason);
        CW_CHECK(insert.bind(adjustment.reference).bind(adjustment.amount.inCents()).run());
    }
    return {};
}

/// Claims of one payment with lines, adjustments and remarks; its statements are compiled once.
struct PaymentWriter {
    Statement claim, line, adjustment, remark;

    static Result<PaymentWriter> prepare(Database& database)
    {
        CW_TRY(auto claim,
               database.prepare("INSERT INTO remittance_claim (id, remittance, claim, first_segment, last_segment, "
                                "claim_number, status, charge_cents, paid_cents, patient_share_cents, filing_code, "
                                "payer_control_number, facility_code, frequency, last_name, first_name, member_id, "
                                "service_from, service_to, received_on, crossover_payer, crossover_payer_id) "
                                "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
        CW_TRY(auto line, database.prepare("INSERT INTO remittance_line (remittance_claim, line, code_qualifier, code, "
                                           "modifiers, billed_code, billed_modifiers, revenue_code, charge_cents, "
                                           "paid_cents, unit_thousandths, service_from, service_to, "
                                           "line_control_number, allowed_cents) "
                                           "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
        CW_TRY(auto adjustment,
               database.prepare("INSERT INTO remittance_adjustment (remittance_claim, line, place, adjustment_group, "
                                "reason, amount_cents, unit_thousandths) VALUES (?, ?, ?, ?, ?, ?, ?)"));
        CW_TRY(auto remark, database.prepare("INSERT INTO remittance_remark (remittance_claim, line, place, code) "
                                             "VALUES (?, ?, ?, ?)"));
        return PaymentWriter{std::move(claim), std::move(line), std::move(adjustment), std::move(remark)};
    }

    Status write(std::int64_t id, std::int64_t remittance, ClaimId of, const answers::RemitClaim& said)
    {
        claim.bind(id).bind(remittance).bind(rowOf(of)).bind(said.firstSegment).bind(said.lastSegment);
        claim.bind(said.claimNumber).bind(said.status).bind(said.charge.inCents()).bind(said.paid.inCents());
        claim.bind(said.patientShare.inCents()).bind(said.filingCode).bind(said.payerControlNumber);
        claim.bind(said.facilityCode).bind(said.frequency).bind(said.lastName).bind(said.firstName).bind(said.memberId);
        claim.bind(isoOf(said.serviceFrom)).bind(isoOf(said.serviceTo)).bind(isoOf(said.receivedOn));
        CW_CHECK(claim.bind(said.crossoverPayer).bind(said.crossoverPayerId).run());
        CW_CHECK(writeReasons(id, 0, said.adjustments, said.remarks));
        std::int64_t place = 0;
        for (const auto& one : said.lines) CW_CHECK(writeLine(id, ++place, one));
        return {};
    }

private:
    Status writeLine(std::int64_t id, std::int64_t place, const answers::RemitLine& said)
    {
        line.bind(id).bind(place).bind(said.codeQualifier).bind(said.code).bind(text::join(said.modifiers, " "));
        line.bind(said.billedCode).bind(text::join(said.billedModifiers, " ")).bind(said.revenueCode);
        line.bind(said.charge.inCents()).bind(said.paid.inCents()).bind(said.units.inThousandths());
        line.bind(isoOf(said.from)).bind(isoOf(said.to)).bind(said.lineControlNumber);
        CW_CHECK(line.bind(centsOf(said.allowed)).run());
        return writeReasons(id, place, said.adjustments, said.remarks);
    }

    Status writeReasons(std::int64_t id, std::int64_t at, const std::vector<Adjustment>& adjustments,
                        const std::vector<std::string>& remarks)
    {
        std::int64_t place = 0;
        for (const auto& one : adjustments) {
            adjustment.bind(id).bind(at).bind(++place).bind(one.group).bind(one.reason).bind(one.amount.inCents());
            const auto units = one.quantity ? std::optional(one.quantity->inThousandths()) : std::nullopt;
            CW_CHECK(adjustment.bind(units).run());
        }
        place = 0;
        for (const auto& code : remarks) CW_CHECK(remark.bind(id).bind(at).bind(++place).bind(code).run());
        return {};
    }
};

}  // namespace

Result<std::int64_t> SqliteAnswerRepository::addRemittance(WriteTx& tx, AnswerFileId file,
                                                           const answers::Remittance& content,
                                                           const std::vector<ClaimId>& claims)
{
    assert(claims.size() == content.claims.size());
    auto& database = databaseOf(tx);
    CW_TRY(const auto id, nextNumber(database, "remittance"));
    CW_CHECK(insertRemittance(database, id, file, content));
    CW_CHECK(insertProviderAdjustments(database, id, content.adjustments));
    CW_TRY(auto next, nextNumber(database, "remittance_claim"));
    CW_TRY(auto writer, PaymentWriter::prepare(database));
    for (std::size_t i = 0; i < content.claims.size(); ++i)
        CW_CHECK(writer.write(next++, id, i < claims.size() ? claims[i] : ClaimId{}, content.claims[i]));
    return id;
}

Status SqliteAnswerRepository::assignPayment(WriteTx& tx, std::int64_t remittance, std::string_view claimNumber,
                                             int firstSegment, ClaimId claim)
{
    auto& database = databaseOf(tx);
    CW_TRY(auto update, database.prepare("UPDATE remittance_claim SET claim = ? WHERE remittance = ? AND "
                                         "first_segment = ? AND claim_number = ? AND claim IS NULL"));
    CW_CHECK(update.bind(claim.value).bind(remittance).bind(firstSegment).bind(claimNumber).run());
    if (database.changes() > 0) return {};
    return Error{ErrorKind::notFound, "STORE-353", "no payment of this remittance waits there"};
}

}  // namespace cw::store
