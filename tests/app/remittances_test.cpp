#include "answers_fixture.h"

namespace cw::test {
namespace {

using app::AnswerDesk;
using app::ClaimHistory;

class Remittances : public AnswersTest {
protected:
    std::vector<ClaimPayment> paymentsOf(const std::string& number)
    {
        const auto id = claim(number).id;
        auto tx = must(office->work().beginRead());
        return must(office->answers().payments(*tx, id));
    }
};

TEST_F(Remittances, PayAndKeepLinesAndReasons)
{
    send({"T-1"});
    const auto outcome = take(remit({paidClaim("T-1")}));
    EXPECT_EQ("835", outcome.kinds);
    EXPECT_EQ(1, outcome.paid);
    EXPECT_EQ(Money::cents(14000), outcome.paidAmount);
    EXPECT_TRUE(outcome.warnings.empty()) << outcome.warnings.front();
    EXPECT_EQ("paid live 140.00 20.00", stands("T-1"));
    EXPECT_EQ("PCN1", claim("T-1").payerControlNumber);
    EXPECT_EQ("paid", statusOf(*office, "T-1"));
    EXPECT_TRUE(openItems("T-1").empty());
    const auto payments = paymentsOf("T-1");
    ASSERT_EQ(1U, payments.size());
    ASSERT_EQ(2U, payments[0].content.lines.size());
    EXPECT_EQ("T-1-2", payments[0].content.lines[1].lineControlNumber);
    EXPECT_EQ("EFT1", payments[0].traceNumber);
    const auto event = eventsOf("T-1").back();
    EXPECT_EQ("CO-45 PR-2", event.codes);
    EXPECT_EQ("Paid 140.00 of 205.00, the patient owes 20.00 (payment EFT1).", event.sentence);
}

TEST_F(Remittances, CallNothingPaidADenialOnlyForReasonsThatDeny)
{
    send({"T-1", "T-2", "T-3"});
    SaidClaim deductible{.number = "T-1", .paid = "0", .share = "160"};
    deductible.lines.push_back({.paid = "0", .reasons = "CAS*CO*45*45~CAS*PR*1*80~", .number = "T-1-1"});
    deductible.lines.push_back({.code = "HC:20610:RT", .charge = "80", .paid = "0", .reasons = "CAS*PR*1*80~"});
    SaidClaim silent{.number = "T-2", .paid = "0"};
    SaidClaim whole{.number = "T-3", .paid = "0", .reasons = "CAS*CO*29*205~"};
    const auto outcome = take(remit({deductible, silent, whole}));
    EXPECT_EQ(1, outcome.paid);
    EXPECT_EQ(2, outcome.denied);
    EXPECT_EQ("paid live 0.00 160.00", stands("T-1"));
    EXPECT_EQ("denied live 0.00 0.00", stands("T-2"));
    EXPECT_EQ("denied live 0.00 0.00", stands("T-3"));
    EXPECT_EQ("denied", statusOf(*office, "T-3"));
    EXPECT_EQ("CO-29", openItems("T-3").at(0).codes.at(0).code);
    EXPECT_EQ(Money::cents(20500), openItems("T-3").at(0).amount);
}

TEST_F(Remittances, DenyWithWorkToDo)
{
    send({"T-1"});
    EXPECT_EQ(1, take(remit({deniedClaim("T-1")})).denied);
    const auto item = openItems("T-1").at(0);
    EXPECT_EQ(WorkItemKind::denial, item.kind);
    EXPECT_EQ(Money::cents(20500), item.amount);
    EXPECT_EQ(WorkItemOutcome::open, item.outcome);
    ASSERT_EQ(3U, item.codes.size());
    EXPECT_EQ("CO-197", item.codes[0].code);
    EXPECT_EQ(1, item.codes[0].line);
    EXPECT_EQ("/claim/prior_authorization", item.codes[0].pointer);
    EXPECT_EQ("M62", item.codes[1].code);
    EXPECT_EQ("remark", item.codes[1].kind);
    EXPECT_EQ(2, item.codes[2].line);
    EXPECT_TRUE(!item.codes[0].rules.empty() || !item.codes[0].proposal.empty());
}

TEST_F(Remittances, PayOneLineAndDenyAnother)
{
    send({"T-1"});
    auto partial = paidClaim("T-1");
    partial.paid = "80";
    partial.share = "0";
    partial.lines[1] = {
        .code = "HC:20610", .charge = "80", .paid = "0", .reasons = "CAS*CO*97*80~", .remarks = "LQ*HE*N20~"};
    take(remit({partial}));
    EXPECT_EQ("paid live 80.00 0.00", stands("T-1"));
    EXPECT_EQ("paid", statusOf(*office, "T-1"));
    const auto item = openItems("T-1").at(0);
    EXPECT_EQ(Money::cents(8000), item.amount);
    EXPECT_EQ("coder", item.desk);
    EXPECT_EQ("/procedures/1/code", item.codes.at(0).pointer)
        << "The payer dropped the modifier; the line is found without.";
    EXPECT_EQ(2, item.codes.at(0).line);
}

TEST_F(Remittances, TakeBackAndPayAnew)
{
    send({"T-1"});
    take(remit({paidClaim("T-1")}, "EFT1"));
    auto corrected = paidClaim("T-1");
    corrected.paid = "150";
    corrected.share = "10";
    corrected.lines[1].paid = "70";
    corrected.lines[1].reasons = "CAS*PR*2*10~";
    const auto outcome = take(remit({reversalOf("T-1"), corrected}, "EFT2"));
    EXPECT_EQ(1, outcome.reversed);
    EXPECT_EQ(1, outcome.paid);
    EXPECT_EQ(Money::cents(1000), outcome.paidAmount);
    EXPECT_EQ("paid live 150.00 10.00", stands("T-1"));
    EXPECT_EQ("paid", statusOf(*office, "T-1"));
    EXPECT_EQ(3U, paymentsOf("T-1").size());
}

TEST_F(Remittances, TakeBackFirstThoughTheCorrectionStandsBefore)
{
    send({"T-1"});
    take(remit({paidClaim("T-1")}, "EFT1"));
    auto corrected = paidClaim("T-1");
    corrected.paid = "150";
    corrected.share = "10";
    corrected.lines[1].paid = "70";
    corrected.lines[1].reasons = "CAS*PR*2*10~";
    take(remit({corrected, reversalOf("T-1")}, "EFT2"));
    EXPECT_EQ("paid live 150.00 10.00", stands("T-1"));
    EXPECT_EQ("paid", statusOf(*office, "T-1"));
    const auto payments = paymentsOf("T-1");
    ASSERT_EQ(3U, payments.size());
    EXPECT_TRUE(payments[1].content.isReversal());
}

TEST_F(Remittances, DecideAgainWithoutAReversal)
{
    send({"T-1"});
    take(remit({paidClaim("T-1")}, "EFT1"));
    auto again = paidClaim("T-1");
    again.paid = "10";
    again.share = "15";
    take(remit({again}, "EFT2"));
    EXPECT_EQ("paid live 150.00 15.00", stands("T-1"));
    take(remit({reversalOf("T-1")}, "EFT3", "", "0"));
    EXPECT_EQ("accepted live 10.00 15.00", stands("T-1"));
}

TEST_F(Remittances, TakeBackAlone)
{
    send({"T-1"});
    take(remit({paidClaim("T-1")}, "EFT1"));
    take(remit({reversalOf("T-1")}, "EFT2", "PLB*1234567893*20251231*WO:T-1*-140~", "0"));
    EXPECT_EQ("accepted live 0.00 0.00", stands("T-1"));
    EXPECT_EQ("accepted", statusOf(*office, "T-1"));
    take(remit({deniedClaim("T-1")}, "EFT3"));
    EXPECT_EQ("denied live 0.00 0.00", stands("T-1"));
    EXPECT_EQ("denied", statusOf(*office, "T-1"));
    const auto all = must(AnswerDesk(*office).remittances());
    ASSERT_EQ(3U, all.size());
    ASSERT_EQ(1U, all[1].adjustments.size());
    EXPECT_EQ("WO", all[1].adjustments[0].reason);
}

TEST_F(Remittances, AfterADenialCloseItsWorkItem)
{
    send({"T-1"});
    take(remit({deniedClaim("T-1")}, "EFT1"));
    const auto id = openItems("T-1").at(0).id;
    take(remit({paidClaim("T-1")}, "EFT2"));
    EXPECT_EQ("paid live 140.00 20.00", stands("T-1"));
    const auto [item, steps] = must(app::DenialDesk(*office).item(id));
    EXPECT_EQ(WorkItemOutcome::paid, item.outcome);
    EXPECT_EQ(Money::cents(14000), item.recovered);
    ASSERT_FALSE(steps.empty());
    EXPECT_EQ("closed", steps.back().action);
}

TEST_F(Remittances, OnAnotherLineLeaveADenialOpen)
{
    send({"T-1"});
    auto partial = paidClaim("T-1");
    partial.paid = "80";
    partial.share = "0";
    partial.lines[1] = {.code = "HC:20610:RT", .charge = "80", .paid = "0", .reasons = "CAS*CO*197*80~"};
    take(remit({partial}, "EFT1"));
    const auto id = openItems("T-1").at(0).id;
    SaidClaim more{.number = "T-1", .charge = "125", .paid = "5"};
    more.lines.push_back({.paid = "5", .reasons = "CAS*CO*45*120~", .number = "T-1-1"});
    take(remit({more}, "EFT2"));
    auto [item, steps] = must(app::DenialDesk(*office).item(id));
    EXPECT_EQ(WorkItemOutcome::open, item.outcome);
    EXPECT_EQ(Money(), item.recovered);
    EXPECT_EQ("answered", steps.back().action);
    SaidClaim denied{.number = "T-1", .charge = "80", .paid = "60"};
    denied.lines.push_back(
        {.code = "HC:20610:RT", .charge = "80", .paid = "60", .reasons = "CAS*CO*45*20~", .number = "T-1-2"});
    take(remit({denied}, "EFT3"));
    item = must(app::DenialDesk(*office).item(id)).first;
    EXPECT_EQ(WorkItemOutcome::paid, item.outcome);
    EXPECT_EQ(Money::cents(6000), item.recovered);
    EXPECT_EQ("paid live 145.00 0.00", stands("T-1"));
}

TEST_F(Remittances, DenyForAnotherReasonWithAnItemOfItsOwn)
{
    send({"T-1"});
    take(remit({deniedClaim("T-1")}, "EFT1"));
    take(remit({deniedClaim("T-1")}, "EFT2"));
    EXPECT_EQ(1U, openItems("T-1").size());
    auto other = deniedClaim("T-1");
    other.lines[1].reasons = "CAS*CO*50*80~";
    take(remit({other}, "EFT3"));
    const auto items = openItems("T-1");
    ASSERT_EQ(2U, items.size());
    ASSERT_EQ(1U, items[1].codes.size());
    EXPECT_EQ("CO-50", items[1].codes[0].code);
    EXPECT_EQ(Money::cents(8000), items[1].amount);
}

TEST_F(Remittances, ImportedTwiceChangeNothing)
{
    send({"T-1"});
    const auto bytes = remit({paidClaim("T-1")});
    take(bytes);
    const auto again = take(bytes);
    EXPECT_TRUE(again.isKnown);
    EXPECT_EQ("835", again.kinds);
    EXPECT_EQ("paid live 140.00 20.00", stands("T-1"));
    EXPECT_EQ("1", count(*office, "answer_file"));
}

TEST_F(Remittances, InAnotherEnvelopeAreNotPaidTwice)
{
    send({"T-1", "T-2"});
    take(remit({paidClaim("T-1")}, "EFT1", "", "280"));
    const auto again = take(remit({paidClaim("T-1"), paidClaim("T-2", "PCN2")}, "EFT1", "", "280"));
    EXPECT_FALSE(again.isKnown);
    ASSERT_FALSE(again.warnings.empty());
    EXPECT_NE(std::string::npos, again.warnings.back().find("1 of its 2 claims")) << again.warnings.back();
    EXPECT_EQ("paid live 140.00 20.00", stands("T-1"));
    EXPECT_EQ("paid live 140.00 20.00", stands("T-2"));
    EXPECT_EQ(1U, paymentsOf("T-1").size());
}

TEST_F(Remittances, ThatDoNotBalanceAreKeptAndSaySo)
{
    send({"T-1"});
    auto claim = paidClaim("T-1");
    claim.lines[0].reasons = "CAS*CO*45*44~";
    const auto outcome = take(remit({claim}));
    EXPECT_EQ("paid live 140.00 20.00", stands("T-1"));
    ASSERT_FALSE(outcome.warnings.empty());
    EXPECT_NE(std::string::npos, outcome.warnings[0].find("T-1")) << outcome.warnings[0];
    EXPECT_FALSE(must(AnswerDesk(*office).remittances()).at(0).isBalanced);
}

TEST_F(Remittances, SayNothingOfOthersClaimsAndOfEstimates)
{
    send({"T-1", "T-2"});
    take(remit({{.number = "T-1", .status = "23", .paid = "0"}, {.number = "T-2", .status = "25", .paid = "0"}}));
    EXPECT_EQ("exported live 0.00 0.00", stands("T-1"));
    EXPECT_EQ("exported live 0.00 0.00", stands("T-2"));
    EXPECT_EQ("exported", statusOf(*office, "T-2"));
}

TEST_F(Remittances, OfANextPayerLeaveWhatThatOneLeaves)
{
    send({"T-1"});
    take(remit({paidClaim("T-1")}, "EFT1"));
    SaidClaim second{.number = "T-1", .status = "2", .paid = "20", .control = "X2", .reasons = "CAS*OA*23*185~"};
    take(remit({second}, "EFT9", "", "", "SECOND MUTUAL"));
    EXPECT_EQ("paid live 160.00 0.00", stands("T-1"));
}

TEST_F(Remittances, ThatFitNobodyWaitAndAreMatchedByHand)
{
    send({"T-1"});
    auto lost = paidClaim("OLD-7", "PCN9");
    const auto outcome = take(remit({lost}));
    EXPECT_EQ(1, outcome.waiting);
    EXPECT_EQ(Money(), outcome.paidAmount);
    const auto one = waiting().at(0);
    EXPECT_EQ("835", one.kind);
    EXPECT_EQ(Money::cents(14000), one.paid);
    const auto details = must(AnswerDesk(*office).waitingDetails(one.id));
    EXPECT_NE(std::string::npos, details.first.find("CLP*OLD-7"));
    ASSERT_EQ(1U, details.second.size());
    must(AnswerDesk(*office).match(one.id, claim("T-1").id));
    EXPECT_EQ("paid live 140.00 20.00", stands("T-1"));
    EXPECT_EQ("paid", statusOf(*office, "T-1"));
    EXPECT_EQ(1U, paymentsOf("T-1").size());
    EXPECT_EQ("matched", eventsOf("T-1").back().kind);
    EXPECT_EQ("matched T-1", ask(*office, "SELECT settled_how FROM waiting_answer"));
}

TEST_F(Remittances, OfAForeignClaimWithANumberOfOursWait)
{
    send({"T-1"});
    SaidClaim foreign{.number = "T-1", .charge = "77", .paid = "77", .lastName = "SOMEBODY", .day = "20240301"};
    EXPECT_EQ(1, take(remit({foreign})).waiting);
    EXPECT_EQ("exported live 0.00 0.00", stands("T-1"));
    EXPECT_EQ("A claim of ours has this number, but the patient and the day or charge are others.",
              waiting().at(0).reason);
}

TEST_F(Remittances, OfAnotherPatientWaitThoughTheChargeIsTheSame)
{
    send({"T-1"});
    auto foreign = paidClaim("T-1");
    foreign.lastName = "SOMEBODY";
    EXPECT_EQ(1, take(remit({foreign}, "EFT1")).paid) << "Day and charge fit: the name may be a new one.";
    foreign.day = "20240301";
    EXPECT_EQ(1, take(remit({foreign}, "EFT2")).waiting);
    EXPECT_EQ("paid live 140.00 20.00", stands("T-1"));
}

TEST_F(Remittances, TakeTheDayOfTheFirstLine)
{
    send({"T-1"});
    auto foreign = paidClaim("T-1");
    foreign.lastName = "SOMEBODY";
    auto bytes = remit({foreign});
    const std::string day = "DTM*232*20250115~";
    bytes.replace(bytes.find(day), day.size(), "");
    bytes.replace(bytes.find("DTM*472*20250115"), 16, "DTM*472*20240301");
    const auto count = bytes.find("SE*") + 3;
    bytes.replace(count, 2, std::to_string(std::stoi(bytes.substr(count, 2)) - 1));
    EXPECT_EQ(1, take(bytes).waiting);
    EXPECT_EQ(Date::of(2024, 3, 1), waiting().at(0).serviceFrom);
}

TEST_F(Remittances, ForAnotherPayeeWait)
{
    send({"T-1"});
    auto bytes = remit({paidClaim("T-1")});
    const std::string npi = "XX*1234567893";
    bytes.replace(bytes.find(npi), npi.size(), "XX*1497758544");
    EXPECT_EQ(1, take(bytes).waiting);
    EXPECT_EQ("exported live 0.00 0.00", stands("T-1"));
    EXPECT_EQ("A claim of ours has this number, but the payment goes to another payee.", waiting().at(0).reason);
    must(AnswerDesk(*office).match(waiting().at(0).id, claim("T-1").id));
    EXPECT_EQ("paid live 140.00 20.00", stands("T-1"));
}

TEST_F(Remittances, AreFoundByThePayersNumber)
{
    send({"T-1"});
    take(report277("B000001", statusOfClaim("T-1", "A2:20*20250121*WQ*205", "ICN5")));
    auto claim = paidClaim("0", "ICN5");
    claim.lines.clear();
    claim.reasons = "CAS*CO*45*45~CAS*PR*2*20~";
    EXPECT_EQ(1, take(remit({claim})).paid);
    EXPECT_EQ("paid live 140.00 20.00", stands("T-1"));
}

TEST_F(Remittances, ImportedAgainAreKnownThoughAPersonMatchedThem)
{
    send({"T-1", "T-2"});
    const std::vector<SaidClaim> lost = {paidClaim("OLD-7"), paidClaim("OLD-8")};
    EXPECT_EQ(2, take(remit(lost)).waiting);
    must(AnswerDesk(*office).match(waiting().at(0).id, claim("T-1").id));
    must(AnswerDesk(*office).setAside(waiting().at(0).id, "of the old system"));
    const auto again = take(remit(lost));
    EXPECT_EQ(0, again.waiting);
    EXPECT_EQ(0, again.paid);
    ASSERT_FALSE(again.warnings.empty());
    EXPECT_NE(std::string::npos, again.warnings.back().find("2 of its 2 claims")) << again.warnings.back();
    EXPECT_TRUE(waiting().empty());
    EXPECT_EQ("paid live 140.00 20.00", stands("T-1"));
}

TEST_F(Remittances, InTwoSetsOfOneFileAreBothUsed)
{
    send({"T-1", "T-2"});
    const auto outcome =
        take(remit({paidClaim("T-1")}, "EFT1", "", "280") + remit({paidClaim("T-2")}, "EFT1", "", "280"));
    EXPECT_EQ(2, outcome.paid);
    EXPECT_EQ("paid live 140.00 20.00", stands("T-2"));
}

TEST_F(Remittances, AreFoundByDayAndChargeUnderAnotherName)
{
    send({"T-1"});
    auto lost = paidClaim("OLD-7", "PCN9");
    lost.lastName = "NEWNAME";
    take(remit({lost}));
    const auto details = must(AnswerDesk(*office).waitingDetails(waiting().at(0).id));
    ASSERT_EQ(1U, details.second.size());
    EXPECT_EQ("same day and charge", details.second[0].why);
}

TEST_F(Remittances, SetAsideTakesAReason)
{
    send({"T-1"});
    take(remit({paidClaim("OLD-7")}));
    const auto id = waiting().at(0).id;
    EXPECT_EQ("APP-280", AnswerDesk(*office).setAside(id, "  ").error().id);
    must(AnswerDesk(*office).setAside(id, "of the old system"));
    EXPECT_TRUE(waiting().empty());
    EXPECT_EQ("STORE-350", AnswerDesk(*office).setAside(id, "again").error().id);
}

TEST_F(Remittances, WithSeveralKindsInOneFile)
{
    const auto batch = send({"T-1"});
    const auto outcome =
        take(ta1(batch, 'A') + ack999(batch, 'A') +
             report277("B000001", statusOfClaim("T-1", "A2:20*20250121*WQ*205")) + remit({paidClaim("T-1")}));
    EXPECT_EQ("TA1 999 277CA 835", outcome.kinds);
    EXPECT_EQ(1, outcome.accepted);
    EXPECT_EQ(1, outcome.paid);
    EXPECT_EQ("paid live 140.00 20.00", stands("T-1"));
    const auto files = must(AnswerDesk(*office).files());
    ASSERT_EQ(1U, files.size());
    EXPECT_EQ(4, files[0].answers);
    EXPECT_EQ(4, files[0].matched);
}

}  // namespace
}  // namespace cw::test
