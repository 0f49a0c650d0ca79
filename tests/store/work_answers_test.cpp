#include "tests/store/work_claims_fixture.h"

namespace cw::store {
namespace {

answers::RemitLine paidLine(int number)
{
    answers::RemitLine line;
    line.codeQualifier = "HC";
    line.code = "99213";
    line.modifiers = {"25", "GT"};
    line.billedCode = "99214";
    line.billedModifiers = {"25"};
    line.revenueCode = "0510";
    line.charge = Money::cents(12500);
    line.paid = Money::cents(8000);
    line.units = Quantity::thousandths(1500);
    line.from = Date::of(2025, 1, 15);
    line.to = Date::of(2025, 1, 16);
    line.lineControlNumber = "T-1-" + std::to_string(number);
    line.adjustments = {{"CO", "45", Money::cents(2500), {}}, {"PR", "2", Money::cents(2000), Quantity::whole(1)}};
    line.remarks = {"N290", "MA01"};
    line.allowed = Money::cents(10000);
    return line;
}

answers::RemitClaim paidClaim(const std::string& number, int segment)
{
    answers::RemitClaim claim;
    claim.claimNumber = number;
    claim.status = "1";
    claim.charge = Money::cents(20500);
    claim.paid = Money::cents(16000);
    claim.patientShare = Money::cents(2000);
    claim.filingCode = "MB";
    claim.payerControlNumber = "ICN-" + number;
    claim.facilityCode = "11";
    claim.frequency = "1";
    claim.lastName = patientName;
    claim.firstName = "Odile";
    claim.memberId = "1EG4TE5MK73";
    claim.serviceFrom = Date::of(2025, 1, 15);
    claim.serviceTo = Date::of(2025, 1, 16);
    claim.receivedOn = Date::of(2025, 1, 20);
    claim.crossoverPayer = "Medigap";
    claim.crossoverPayerId = "MG1";
    claim.adjustments = {{"OA", "23", Money::cents(-100), {}}};
    claim.remarks = {"MA18"};
    claim.lines = {paidLine(1), paidLine(2)};
    claim.firstSegment = segment;
    claim.lastSegment = segment + 9;
    return claim;
}

answers::Remittance remittance()
{
    answers::Remittance made;
    made.payerName = "Medicare Part B";
    made.payerId = "15202";
    made.traceNumber = "EFT77";
    made.method = "ACH";
    made.paidOn = Date::of(2025, 2, 3);
    made.amount = Money::cents(31000);
    made.claims = {paidClaim("T-1", 20), paidClaim("X-9", 40)};
    made.adjustments = {{"1234567893", "WO", "T-0", Money::cents(1000)}, {"1234567893", "L6", "", Money::cents(-5)}};
    made.imbalances = {"claim 2 does not add up"};
    return made;
}

void expectSame(const answers::RemitLine& one, const answers::RemitLine& other)
{
    EXPECT_EQ(one.codeQualifier + one.code + one.billedCode + one.revenueCode + one.lineControlNumber,
              other.codeQualifier + other.code + other.billedCode + other.revenueCode + other.lineControlNumber);
    EXPECT_EQ(one.modifiers, other.modifiers);
    EXPECT_EQ(one.billedModifiers, other.billedModifiers);
    EXPECT_EQ(one.charge, other.charge);
    EXPECT_EQ(one.paid, other.paid);
    EXPECT_EQ(one.units, other.units);
    EXPECT_EQ(one.from, other.from);
    EXPECT_EQ(one.to, other.to);
    EXPECT_EQ(one.adjustments, other.adjustments);
    EXPECT_EQ(one.remarks, other.remarks);
    EXPECT_EQ(one.allowed, other.allowed);
}

class Answers : public ClaimsTest {
protected:
    std::int64_t add(const answers::Remittance& content, const std::vector<ClaimId>& claims)
    {
        const auto file = addFile("ISA*" + std::to_string(++m_files));
        return must(write([&](WriteTx& tx) { return anna.answers.addRemittance(tx, file, content, claims); }));
    }
    std::vector<ClaimPayment> payments(ClaimId of)
    {
        return read([&](ReadTx& tx) { return anna.answers.payments(tx, of); });
    }
    int m_files = 0;
};

TEST_F(Answers, AFileIsKeptOnceByteForByte)
{
    const std::string bytes("ISA*00*\xC3\xA9~\r\n\0", 14);
    const auto id = addFile(bytes);
    EXPECT_EQ(bytes, read([&](ReadTx& tx) { return anna.answers.fileBytes(tx, id); }));
    const auto known = read([&](ReadTx& tx) { return anna.answers.byDigest(tx, sha256Hex(bytes)); });
    ASSERT_TRUE(known);
    EXPECT_EQ(id, known->id);
    EXPECT_EQ("remit.835", known->name);
    EXPECT_EQ("anna", known->importedBy);
    EXPECT_EQ(m_clock.now(), known->importedAt);
    EXPECT_FALSE(read([&](ReadTx& tx) { return anna.answers.byDigest(tx, "other"); }));
    AnswerFileRecord again;
    again.digest = sha256Hex(bytes);
    const auto twice = write([&](WriteTx& tx) { return anna.answers.addFile(tx, again, bytes); });
    EXPECT_EQ("STORE-349", twice.error().id);
}

TEST_F(Answers, AFileIsFinishedWithItsCounts)
{
    auto file = AnswerFileRecord{};
    file.id = addFile();
    file.kinds = "TA1 999";
    file.answers = 3;
    file.matched = 2;
    file.waiting = 1;
    file.warnings = {"SE01 says 12, there are 11", "odd"};
    must(write([&](WriteTx& tx) { return anna.answers.finishFile(tx, file); }));
    const auto kept = read([&](ReadTx& tx) { return anna.answers.files(tx); }).at(0);
    EXPECT_EQ("TA1 999", kept.kinds);
    EXPECT_EQ(3, kept.answers);
    EXPECT_EQ(2, kept.matched);
    EXPECT_EQ(1, kept.waiting);
    EXPECT_EQ(file.warnings, kept.warnings);
}

TEST_F(Answers, AFileThatWasAlteredIsCorrupt)
{
    const auto id = addFile();
    EXPECT_FALSE(anna.database().execute("UPDATE answer_file_content SET bytes = 'x'"));
    EXPECT_FALSE(anna.database().execute("DELETE FROM answer_file_content"));
    must(anna.database().execute(
        "DROP TRIGGER answer_file_content_is_frozen; UPDATE answer_file_content SET bytes = 'x'"));
    auto tx = must(anna.work->beginRead());
    EXPECT_EQ("STORE-360", anna.answers.fileBytes(*tx, id).error().id);
    EXPECT_EQ("STORE-359", anna.answers.fileBytes(*tx, AnswerFileId{9}).error().id);
}

TEST_F(Answers, WaitUntilAPersonSettlesThem)
{
    WaitingAnswer waiting;
    waiting.file = addFile();
    waiting.kind = "835";
    waiting.reason = "No claim of ours has this number.";
    waiting.claimNumber = "X-9";
    waiting.payerControlNumber = "ICN";
    waiting.patientName = "Tarn, Ada";
    waiting.serviceFrom = Date::of(2025, 1, 2);
    waiting.charge = Money::cents(100);
    waiting.paid = Money::cents(80);
    waiting.firstSegment = 20;
    waiting.lastSegment = 31;
    must(write([&](WriteTx& tx) { return anna.answers.addWaiting(tx, waiting); }));
    waiting.claimNumber = "X-10";
    must(write([&](WriteTx& tx) { return anna.answers.addWaiting(tx, waiting); }));
    const auto all = read([&](ReadTx& tx) { return anna.answers.waiting(tx); });
    ASSERT_EQ(2U, all.size());
    const auto& first = all[0];
    EXPECT_EQ("X-9", first.claimNumber);
    EXPECT_EQ(waiting.file, first.file);
    EXPECT_EQ(waiting.reason, first.reason);
    EXPECT_EQ("Tarn, Ada", first.patientName);
    EXPECT_EQ(waiting.serviceFrom, first.serviceFrom);
    EXPECT_EQ(Money::cents(80), first.paid);
    EXPECT_EQ(31, first.lastSegment);
    const auto settle = [&] {
        return write([&](WriteTx& tx) { return anna.answers.settle(tx, first.id, "matched T-1", anna.actor); });
    };
    must(settle());
    EXPECT_EQ("STORE-350", settle().error().id);
    EXPECT_EQ(1U, read([&](ReadTx& tx) { return anna.answers.waiting(tx); }).size());
    const auto settled = read([&](ReadTx& tx) { return anna.answers.waitingAnswer(tx, first.id); });
    EXPECT_EQ("matched T-1", settled.settledHow);
    EXPECT_EQ("anna", settled.settledBy);
    EXPECT_EQ(m_clock.now(), settled.settledAt);
    auto tx = must(anna.work->beginWrite());
    EXPECT_EQ("STORE-361", anna.answers.settle(*tx, WaitingAnswerId{99}, "", anna.actor).error().id);
}

TEST_F(Answers, APaymentComesBackWhole)
{
    send({newClaim(row)});
    const auto content = remittance();
    const auto id = add(content, {claim().id, ClaimId{}});
    const auto kept = read([&](ReadTx& tx) { return anna.answers.remittances(tx); }).at(0);
    EXPECT_EQ(id, kept.id);
    EXPECT_EQ("Medicare Part B", kept.payerName);
    EXPECT_EQ("15202", kept.payerId);
    EXPECT_EQ("EFT77", kept.traceNumber);
    EXPECT_EQ("ACH", kept.method);
    EXPECT_EQ(Date::of(2025, 2, 3), kept.paidOn);
    EXPECT_EQ(Money::cents(31000), kept.amount);
    EXPECT_EQ(Money::cents(32000), kept.claimsPaid);
    EXPECT_EQ(Money::cents(995), kept.taken);
    EXPECT_EQ(2, kept.claims);
    EXPECT_FALSE(kept.isBalanced);
    EXPECT_EQ(content.imbalances, kept.imbalances);
    ASSERT_EQ(2U, kept.adjustments.size());
    EXPECT_EQ("WO", kept.adjustments[0].reason);
    EXPECT_EQ("T-0", kept.adjustments[0].reference);
    EXPECT_EQ(Money::cents(-5), kept.adjustments[1].amount);

    const auto payment = payments(claim().id).at(0);
    EXPECT_EQ(id, payment.remittance);
    EXPECT_EQ("EFT77", payment.traceNumber);
    EXPECT_EQ(kept.file, payment.file);
    const auto& expected = content.claims[0];
    const auto& said = payment.content;
    EXPECT_EQ(expected.claimNumber, said.claimNumber);
    EXPECT_EQ(expected.status, said.status);
    EXPECT_EQ(expected.charge, said.charge);
    EXPECT_EQ(expected.paid, said.paid);
    EXPECT_EQ(expected.patientShare, said.patientShare);
    EXPECT_EQ(expected.payerControlNumber, said.payerControlNumber);
    EXPECT_EQ(expected.filingCode + expected.facilityCode + expected.frequency,
              said.filingCode + said.facilityCode + said.frequency);
    EXPECT_EQ(expected.lastName + expected.firstName + expected.memberId,
              said.lastName + said.firstName + said.memberId);
    EXPECT_EQ(expected.serviceFrom, said.serviceFrom);
    EXPECT_EQ(expected.serviceTo, said.serviceTo);
    EXPECT_EQ(expected.receivedOn, said.receivedOn);
    EXPECT_EQ(expected.crossoverPayer + expected.crossoverPayerId, said.crossoverPayer + said.crossoverPayerId);
    EXPECT_EQ(expected.adjustments, said.adjustments);
    EXPECT_EQ(expected.remarks, said.remarks);
    EXPECT_EQ(expected.firstSegment, said.firstSegment);
    EXPECT_EQ(expected.lastSegment, said.lastSegment);
    ASSERT_EQ(2U, said.lines.size());
    for (std::size_t i = 0; i < 2; ++i) expectSame(expected.lines[i], said.lines[i]);
}

TEST_F(Answers, APaymentThatWaitedIsGivenToItsClaimOnce)
{
    send({newClaim(row)});
    const auto id = add(remittance(), {ClaimId{}, ClaimId{}});
    EXPECT_TRUE(payments(claim().id).empty());
    const auto of = claim().id;
    const auto assign = [&](int segment) {
        return write([&](WriteTx& tx) { return anna.answers.assignPayment(tx, id, "X-9", segment, of); });
    };
    EXPECT_EQ("STORE-353", assign(20).error().id);
    must(assign(40));
    EXPECT_EQ("X-9", payments(claim().id).at(0).content.claimNumber);
    EXPECT_EQ("STORE-353", assign(40).error().id);
}

TEST_F(Answers, PaymentsAreOldestFirstAndRemittancesNewestFirst)
{
    send({newClaim(row)});
    auto second = remittance();
    second.traceNumber = "EFT78";
    second.imbalances = {};
    second.adjustments = {};
    const auto one = add(remittance(), {claim().id, ClaimId{}});
    const auto two = add(second, {claim().id, ClaimId{}});
    EXPECT_EQ(one, payments(claim().id).at(0).remittance);
    EXPECT_EQ(two, payments(claim().id).at(1).remittance);
    const auto all = read([&](ReadTx& tx) { return anna.answers.remittances(tx); });
    EXPECT_EQ(two, all.at(0).id);
    EXPECT_TRUE(all[0].isBalanced);
    EXPECT_TRUE(all[0].adjustments.empty());
    const auto has = [&](const char* payer, const char* trace, int cents) {
        return read([&](ReadTx& tx) { return anna.answers.hasRemittance(tx, payer, trace, Money::cents(cents)); });
    };
    EXPECT_TRUE(has("15202", "EFT78", 31000));
    EXPECT_FALSE(has("15202", "EFT78", 31001));
    EXPECT_FALSE(has("15203", "EFT78", 31000));
    EXPECT_FALSE(has("15202", "EFT79", 31000));
}

}  // namespace
}  // namespace cw::store
