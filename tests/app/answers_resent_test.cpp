#include "answers_fixture.h"

namespace cw::test {
namespace {

/// Answers to claims that were sent more than once.
class Resent : public AnswersTest {
protected:
    Batch resend(const std::string& id, const std::string& frequency)
    {
        must(app::BillingDesk(*office).resend(id, frequency));
        return sendApproved({id});
    }
    WorkItem itemOf(WorkItemId id) { return must(app::DenialDesk(*office).item(id)).first; }
};

TEST_F(Resent, AfterARejectionIsANewClaimWithAnswersOfItsOwn)
{
    send({"T-1"});
    take(report277("B000001", statusOfClaim("T-1", "A7:164:IL*20250121*U*205")));
    const auto rejection = openItems("T-1").at(0).id;
    resend("T-1", "1");
    EXPECT_EQ(WorkItemOutcome::resent, itemOf(rejection).outcome);
    take(remit({paidClaim("T-1-2")}));
    EXPECT_EQ("paid live 140.00 20.00", stands("T-1-2"));
    EXPECT_EQ("paid", statusOf(*office, "T-1"));
    EXPECT_FALSE(claim("T-1").isLive);
}

TEST_F(Resent, StaysWhenTheFirstIsTakenAfterAll)
{
    send({"T-1"});
    take(report277("B000001", statusOfClaim("T-1", "A7:164:IL*20250121*U*205")));
    resend("T-1", "1");
    take(report277("B000001", statusOfClaim("T-1", "A2:20*20250121*WQ*205")));
    EXPECT_EQ("exported live 0.00 0.00", stands("T-1-2"));
    EXPECT_FALSE(claim("T-1").isLive);
    EXPECT_EQ("exported", statusOf(*office, "T-1"));
    EXPECT_NE(std::string::npos, eventsOf("T-1").back().sentence.find("is replaced and stays so"));
}

TEST_F(Resent, AfterADenialEndsTheDenialWhenItIsPaid)
{
    send({"T-1"});
    take(remit({deniedClaim("T-1")}, "EFT1"));
    const auto denial = openItems("T-1").at(0).id;
    resend("T-1", "7");
    EXPECT_EQ(ClaimStatus::replaced, claim("T-1").status);
    EXPECT_EQ(WorkItemOutcome::open, itemOf(denial).outcome);
    take(remit({paidClaim("T-1-2")}, "EFT2"));
    EXPECT_EQ(WorkItemOutcome::paid, itemOf(denial).outcome);
    EXPECT_EQ(Money::cents(14000), itemOf(denial).recovered);
    EXPECT_TRUE(openItems("T-1-2").empty());
}

TEST_F(Resent, DeniedAgainHasWorkOfItsOwn)
{
    send({"T-1"});
    take(remit({deniedClaim("T-1")}, "EFT1"));
    const auto denial = openItems("T-1").at(0).id;
    resend("T-1", "7");
    take(remit({deniedClaim("T-1-2")}, "EFT2"));
    EXPECT_EQ(WorkItemOutcome::resent, itemOf(denial).outcome);
    EXPECT_EQ(1U, openItems("T-1-2").size());
    EXPECT_EQ("denied", statusOf(*office, "T-1"));
}

TEST_F(Resent, TakesThePaymentOfTheReplacedClaimBackFromThatOne)
{
    send({"T-1"});
    take(remit({paidClaim("T-1")}, "EFT1"));
    resend("T-1", "7");
    auto corrected = paidClaim("T-1-2");
    const auto outcome = take(remit({reversalOf("T-1"), corrected}, "EFT2"));
    EXPECT_TRUE(outcome.warnings.empty()) << outcome.warnings.front();
    EXPECT_EQ("replaced 0.00 0.00", stands("T-1"));
    EXPECT_EQ("paid live 140.00 20.00", stands("T-1-2"));
    EXPECT_EQ("paid", statusOf(*office, "T-1"));
    const auto rows = must(app::ClaimHistory(*office).reconciliation());
    ASSERT_EQ(2U, rows.size());
    for (const auto& row : rows) EXPECT_TRUE(row.agrees) << row.batchNumber;
    EXPECT_EQ(1, rows[1].replaced.claims);
    EXPECT_EQ(1, rows[0].paid.claims);
}

TEST_F(Resent, RecoversOnlyWhatCameAfterwards)
{
    send({"T-1"});
    auto partial = paidClaim("T-1");
    partial.paid = "80";
    partial.share = "0";
    partial.lines[1] = {.code = "HC:20610:RT", .charge = "80", .paid = "0", .reasons = "CAS*CO*197*80~"};
    take(remit({partial}, "EFT1"));
    const auto denial = openItems("T-1").at(0).id;
    SaidClaim back{.number = "T-1", .status = "22", .charge = "-205", .paid = "-80"};
    back.lines.push_back({.charge = "-125", .paid = "-80", .reasons = "CAS*CO*45*-45~"});
    back.lines.push_back({.code = "HC:20610:RT", .charge = "-80", .paid = "0", .reasons = "CAS*CO*197*-80~"});
    take(remit({back, paidClaim("T-1")}, "EFT2"));
    EXPECT_EQ("paid live 140.00 20.00", stands("T-1"));
    EXPECT_EQ(WorkItemOutcome::paid, itemOf(denial).outcome);
    EXPECT_EQ(Money::cents(6000), itemOf(denial).recovered);
}

TEST_F(Resent, RecoversWhatIsPaidOverTheFirstClaim)
{
    send({"T-1"});
    auto partial = paidClaim("T-1");
    partial.paid = "80";
    partial.share = "0";
    partial.lines[1] = {.code = "HC:20610:RT", .charge = "80", .paid = "0", .reasons = "CAS*CO*197*80~"};
    take(remit({partial}, "EFT1"));
    const auto denial = openItems("T-1").at(0).id;
    resend("T-1", "7");
    take(remit({paidClaim("T-1-2")}, "EFT2"));
    EXPECT_EQ(WorkItemOutcome::paid, itemOf(denial).outcome);
    EXPECT_EQ(Money::cents(6000), itemOf(denial).recovered);
}

}  // namespace
}  // namespace cw::test
