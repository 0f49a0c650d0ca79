#include "answers_fixture.h"

namespace cw::test {
namespace {

using app::AnswerDesk;
using app::ClaimHistory;

class Acknowledgements : public AnswersTest {};

TEST_F(Acknowledgements, OfATakenInterchangeAreAnEventAndChangeNothing)
{
    const auto batch = send({"T-1", "T-2"});
    const auto outcome = take(ta1(batch, 'A'));
    EXPECT_EQ("TA1", outcome.kinds);
    EXPECT_EQ(0, outcome.rejected + outcome.waiting);
    EXPECT_EQ("exported live 0.00 0.00", stands("T-1"));
    ASSERT_EQ(2U, eventsOf("T-1").size());
    EXPECT_EQ("The interchange was taken.", eventsOf("T-1")[1].sentence);
    EXPECT_EQ("exported", statusOf(*office, "T-1"));
}

TEST_F(Acknowledgements, OfARefusedInterchangeRejectAllOfTheBatch)
{
    const auto batch = send({"T-1", "T-2"});
    const auto outcome = take(ta1(batch, 'R', "006"));
    EXPECT_EQ(2, outcome.rejected);
    for (const auto* id : {"T-1", "T-2"}) {
        EXPECT_EQ("rejected 0.00 0.00", stands(id));
        EXPECT_EQ("rejected", statusOf(*office, id));
        ASSERT_EQ(1U, openItems(id).size());
        EXPECT_EQ("TA1:006", openItems(id)[0].codes.at(0).code);
        EXPECT_EQ("biller", openItems(id)[0].desk);
        EXPECT_EQ(Money::cents(20500), openItems(id)[0].amount);
    }
}

TEST_F(Acknowledgements, OfASecondCopyLeaveTheFirstOneStanding)
{
    const auto batch = send({"T-1"});
    take(ta1(batch, 'A'));
    EXPECT_EQ(0, take(ta1(batch, 'R', "025")).rejected);
    EXPECT_EQ("exported live 0.00 0.00", stands("T-1"));
    EXPECT_EQ(std::string::npos, statusOf(*office, "T-1").find("rejected"));
}

TEST_F(Acknowledgements, OfAnotherSubmittersFileWait)
{
    const auto batch = send({"T-1"});
    auto foreign = ta1(batch, 'R', "006");
    foreign.replace(35, 15, "SOMEBODY       ");
    foreign.replace(54, 15, "ELSE           ");
    const auto outcome = take(foreign);
    EXPECT_EQ(1, outcome.waiting);
    EXPECT_EQ("exported live 0.00 0.00", stands("T-1"));
    auto unknown = batch;
    unknown.interchangeControlNumber = 777;
    EXPECT_EQ(1, take(ta1(unknown, 'R', "006")).waiting);
    ASSERT_EQ(2U, waiting().size());
    EXPECT_EQ("ta1", waiting()[0].kind);
    EXPECT_EQ("We sent no interchange 000000777 to this partner.", waiting()[1].reason);
}

TEST_F(Acknowledgements, ThatWaitedGoToTheBatchOfTheClaimGiven)
{
    const auto batch = send({"T-1", "T-2"});
    auto foreign = ack999(batch, 'R');
    foreign.replace(35, 15, "SOMEBODY       ");
    foreign.replace(54, 15, "ELSE           ");
    take(foreign);
    must(AnswerDesk(*office).match(waiting().at(0).id, claim("T-2").id));
    EXPECT_EQ("rejected", statusOf(*office, "T-1"));
    EXPECT_EQ("rejected", statusOf(*office, "T-2"));
    EXPECT_TRUE(waiting().empty());
}

TEST_F(Acknowledgements, AcceptNothingYet)
{
    const auto batch = send({"T-1"});
    take(ack999(batch, 'A'));
    take(ack999(batch, 'E', "IK3*N3*11**8~IK4*2*166*I10~"));
    EXPECT_EQ("exported live 0.00 0.00", stands("T-1"));
    const auto events = eventsOf("T-1");
    ASSERT_EQ(3U, events.size());
    EXPECT_EQ("The set was read and taken.", events[1].sentence);
    EXPECT_TRUE(events[2].sentence.starts_with("The set was read and taken, with")) << events[2].sentence;
    EXPECT_EQ("taken", events[2].outcome);
}

class RefusedSets : public AnswersTest {
protected:
    /// Position of the first segment of that kind after another one, counted from ST as 1.
    std::string positionOf(const std::string& start, const std::string& after)
    {
        const auto begin = m_sent.find("ST*837");
        auto at = m_sent.find(after, begin);
        at = m_sent.find(start, at);
        EXPECT_NE(std::string::npos, at);
        return std::to_string(std::count(m_sent.begin() + static_cast<std::ptrdiff_t>(begin),
                                         m_sent.begin() + static_cast<std::ptrdiff_t>(at), '~') +
                              1);
    }
};

TEST_F(RefusedSets, LeadToClaimSegmentAndField)
{
    const auto batch = send({"T-1", "T-2"});
    const auto position = positionOf("SV1*HC:20610", "CLM*T-2*");
    const auto outcome = take(ack999(batch, 'R', "IK3*SV1*" + position + "*2400*8~CTX*CLM01:T-2~IK4*1:2*234*7*20610~"));
    EXPECT_EQ(2, outcome.rejected);
    EXPECT_EQ("rejected 0.00 0.00", stands("T-1"));
    EXPECT_EQ("rejected 0.00 0.00", stands("T-2"));
    const auto own = openItems("T-2").at(0);
    EXPECT_EQ("segment", own.codes.at(0).kind);
    EXPECT_EQ("SV101:7", own.codes.at(0).code);
    EXPECT_EQ("/procedures/1/code", own.codes.at(0).pointer);
    EXPECT_EQ(2, own.codes.at(0).line);
    EXPECT_EQ("coder", own.desk);
    EXPECT_EQ("The whole set was refused; the fault lies in claim T-2.", openItems("T-1").at(0).codes.at(0).sentence);
    const auto complaints = must(ClaimHistory(*office).complaints(claim("T-2").id));
    ASSERT_EQ(1U, complaints.size());
    EXPECT_EQ("/procedures/1/code", complaints[0].pointer);
    EXPECT_EQ("Procedure code", complaints[0].label);
    EXPECT_TRUE(complaints[0].segment.starts_with("SV1*HC:20610:RT")) << complaints[0].segment;
    EXPECT_EQ("coder", complaints[0].desk);
}

TEST_F(RefusedSets, OfAWholeGroupNeedNotBeListed)
{
    const auto batch = send({"T-1"});
    const auto guide = std::string("005010X231A1");
    const auto body = "AK1*HC*" + std::to_string(batch.groupControlNumber) + "*005010X222A1~AK9*R*1*1*0*2~";
    EXPECT_EQ(1, take(interchange(group("FA", guide, set("999", guide, body)))).rejected);
    EXPECT_EQ("rejected", statusOf(*office, "T-1"));
}

TEST_F(RefusedSets, AreOnlyThoseThatAreListed)
{
    const auto batch = send({"T-1"});
    auto bytes = ack999(batch, 'R');
    const std::string set = "AK2*837*0001";
    bytes.replace(bytes.find(set), set.size(), "AK2*837*0009");
    const auto outcome = take(bytes);
    EXPECT_EQ(0, outcome.rejected);
    EXPECT_EQ(1U, outcome.warnings.size());
    EXPECT_EQ("exported live 0.00 0.00", stands("T-1"));
}

TEST_F(RefusedSets, AreFoundByAGroupNumberWithZeros)
{
    const auto batch = send({"T-1"});
    const auto position = positionOf("SV1*HC:20610", "CLM*T-1*");
    auto bytes = ack999(batch, 'R', "IK3*SV1*" + position + "*2400*8~IK4*1:2*234*7*20610~");
    bytes.insert(bytes.find("AK1*HC*") + 7, "000");
    take(bytes);
    EXPECT_FALSE(must(ClaimHistory(*office).complaints(claim("T-1").id)).at(0).segment.empty());
}

class StatusReports : public AnswersTest {};

TEST_F(StatusReports, AcceptAndRejectByClaimNumber)
{
    send({"T-1", "T-2"});
    const auto outcome = take(report277("B000001", statusOfClaim("T-1", "A2:20:PR*20250121*WQ*205", "ICN77") +
                                                       statusOfClaim("T-2", "A7:164:IL*20250121*U*205")));
    EXPECT_EQ("277CA", outcome.kinds);
    EXPECT_EQ(1, outcome.accepted);
    EXPECT_EQ(1, outcome.rejected);
    EXPECT_EQ("accepted live 0.00 0.00", stands("T-1"));
    EXPECT_EQ("ICN77", claim("T-1").payerControlNumber);
    EXPECT_EQ("accepted", statusOf(*office, "T-1"));
    EXPECT_EQ("rejected 0.00 0.00", stands("T-2"));
    EXPECT_EQ("rejected", statusOf(*office, "T-2"));
    const auto item = openItems("T-2").at(0);
    EXPECT_EQ(WorkItemKind::rejection, item.kind);
    EXPECT_EQ("A7:164:IL", item.codes.at(0).code);
    EXPECT_EQ("/coverages/0/member_id", item.codes.at(0).pointer);
    EXPECT_FALSE(item.codes.at(0).sentence.empty());
    EXPECT_EQ("biller", item.desk);
    EXPECT_EQ(Date::of(2025, 1, 20), item.openedOn);
}

TEST_F(StatusReports, GiveCodesToTheCoder)
{
    send({"T-1"});
    take(report277("B000001", statusOfClaim("T-1", "A7:255*20250121*U*205")));
    EXPECT_EQ("coder", openItems("T-1").at(0).desk);
    EXPECT_EQ("/diagnoses/0/code", openItems("T-1").at(0).codes.at(0).pointer);
}

TEST_F(StatusReports, OfALineNameTheLine)
{
    send({"T-1"});
    take(report277("B000001", statusOfClaim("T-1", "A3:247*20250121*U*205", "",
                                            "SVC*HC:20610*80*0~STC*A7:453*20250121*U~REF*FJ*T-1-2~")));
    const auto item = openItems("T-1").at(0);
    ASSERT_EQ(2U, item.codes.size());
    EXPECT_EQ(2, item.codes[1].line);
    EXPECT_EQ("/procedures/1/modifiers", item.codes[1].pointer);
    EXPECT_EQ(item.codes[1].sentence, claim("T-1").lastResponse);
}

TEST_F(StatusReports, RefusedForTheReceiverRejectTheBatch)
{
    send({"T-1", "T-2"});
    const auto outcome = take(report277("B000001", "", "A3:24:41*20250121*U*410"));
    EXPECT_EQ(2, outcome.rejected);
    EXPECT_EQ("rejected", statusOf(*office, "T-1"));
    EXPECT_EQ("A3:24:41", openItems("T-2").at(0).codes.at(0).code);
    EXPECT_EQ(1, take(report277("B000099", "", "A3:24:41*20250121*U*410")).waiting);
}

TEST_F(StatusReports, ThatComeLateLeaveAPaidClaimPaid)
{
    send({"T-1"});
    take(remit({paidClaim("T-1")}));
    const auto outcome = take(report277("B000001", statusOfClaim("T-1", "A7:164:IL*20250121*U*205")));
    EXPECT_EQ(0, outcome.rejected);
    EXPECT_EQ("paid live 140.00 20.00", stands("T-1"));
    EXPECT_EQ("paid", statusOf(*office, "T-1"));
    EXPECT_TRUE(openItems("T-1").empty());
    EXPECT_NE(std::string::npos, eventsOf("T-1").back().sentence.find("came late"));
}

TEST_F(StatusReports, AcceptWhatWasRejectedBefore)
{
    send({"T-1"});
    take(report277("B000001", statusOfClaim("T-1", "A7:164:IL*20250121*U*205")));
    take(report277("B000001", statusOfClaim("T-1", "A2:20*20250121*WQ*205")));
    EXPECT_EQ("accepted live 0.00 0.00", stands("T-1"));
    EXPECT_EQ("accepted", statusOf(*office, "T-1"));
    EXPECT_TRUE(openItems("T-1").empty());
}

TEST_F(StatusReports, LeaveARejectionThatIsNewerOrWhenOnlyPassedOn)
{
    send({"T-1"});
    take(report277("B000001", statusOfClaim("T-1", "A7:164:IL*20250121*U*205")));
    for (const auto* late : {"A2:20*20250119*WQ*205", "A0:16*20250122*WQ*205"}) {
        EXPECT_EQ(0, take(report277("B000001", statusOfClaim("T-1", late))).accepted) << late;
        EXPECT_EQ("rejected 0.00 0.00", stands("T-1")) << late;
        EXPECT_EQ(1U, openItems("T-1").size()) << late;
        EXPECT_NE(std::string::npos, eventsOf("T-1").back().sentence.find("The rejection stands")) << late;
    }
}

TEST_F(StatusReports, RejectForAnotherReasonWithAnItemOfItsOwn)
{
    const auto batch = send({"T-1"});
    take(ack999(batch, 'R'));
    take(report277("B000001", statusOfClaim("T-1", "A7:164:IL*20250121*U*205")));
    take(report277("B000001", statusOfClaim("T-1", "A7:164:IL*20250122*U*205")));
    const auto items = openItems("T-1");
    ASSERT_EQ(2U, items.size());
    EXPECT_EQ("A7:164:IL", items[1].codes.at(0).code);
    EXPECT_EQ(Money::cents(20500), items[0].amount + items[1].amount);
}

TEST_F(StatusReports, NameTheReceiversCodesOnce)
{
    send({"T-1"});
    take(report277("B000001", statusOfClaim("T-1", "A7:164:IL*20250121*U*205"), "A3:24:41*20250121*U*205"));
    const auto item = openItems("T-1").at(0);
    ASSERT_EQ(2U, item.codes.size());
    EXPECT_EQ("A3:24:41", item.codes[1].code);
}

TEST_F(StatusReports, LeaveAnEncounterThatACoderHasTaken)
{
    send({"T-1"});
    take(report277("B000001", statusOfClaim("T-1", "A7:255*20250121*U*205")));
    auto tx = must(office->work().beginWrite());
    const auto stored = must(office->encounters().load(*tx, "T-1"));
    auto next = stored.workflow;
    next.status = EncounterStatus::inCoding;
    must(office->encounters().setWorkflow(*tx, stored.encounter.row, stored.workflow, next, "encounter.start coding",
                                          office->actor()));
    must(tx->commit());
    tx.reset();
    take(report277("B000001", statusOfClaim("T-1", "A2:20*20250121*WQ*205")));
    EXPECT_EQ("accepted live 0.00 0.00", stands("T-1"));
    EXPECT_EQ("in coding", statusOf(*office, "T-1"));
    EXPECT_NE(std::string::npos, eventsOf("T-1").back().sentence.find("The encounter stays in coding"));
}

TEST_F(StatusReports, WaitWhenNothingFits)
{
    send({"T-1"});
    const auto outcome = take(report277("B000001", statusOfClaim("T-9", "A2:20*20250121*WQ*205", "ICN1")));
    EXPECT_EQ(1, outcome.waiting);
    const auto one = waiting().at(0);
    EXPECT_EQ("277ca", one.kind);
    EXPECT_EQ("T-9", one.claimNumber);
    EXPECT_EQ("None of our claims has this number or the payer's number.", one.reason);
    const auto details = must(AnswerDesk(*office).waitingDetails(one.id));
    EXPECT_NE(std::string::npos, details.first.find("TRN*2*T-9"));
    ASSERT_EQ(1U, details.second.size());
    EXPECT_EQ("same patient, day and charge", details.second[0].why);
    must(AnswerDesk(*office).match(one.id, details.second[0].claim.id));
    EXPECT_EQ("accepted live 0.00 0.00", stands("T-1"));
    EXPECT_EQ("accepted", statusOf(*office, "T-1"));
    EXPECT_TRUE(waiting().empty());
    EXPECT_EQ("STORE-350", AnswerDesk(*office).match(one.id, details.second[0].claim.id).error().id);
}

TEST_F(StatusReports, MarkedAsATestAreNotUsed)
{
    send({"T-1"});
    auto report = report277("B000001", statusOfClaim("T-1", "A2:20*20250121*WQ*205"));
    report[102] = 'T';
    EXPECT_EQ(0, take(report).accepted);
    EXPECT_EQ("exported live 0.00 0.00", stands("T-1"));
}

}  // namespace
}  // namespace cw::test
