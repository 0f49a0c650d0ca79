#include "app/steps.h"
#include "base/digest.h"
#include "tests/support/workspace_fixture.h"

namespace cw::test {
namespace {

using app::BillingDesk;

/// A claim that left, and what its payer then said of it, put into the store as an import would.
class Resend : public WorkspaceTest {
protected:
    void sendAndAnswer(const nlohmann::ordered_json& visit, ClaimStatus status, const std::string& payersNumber)
    {
        const std::string id = visit["encounter_id"];
        import(*office, {visit});
        must(app::CodingDesk(*office).submit(id));
        must(app::ReviewDesk(*office).approve(id));
        must(BillingDesk(*office).exportClaims(exportOf({id}, out())));
        auto tx = must(office->work().beginWrite());
        const auto stored = must(office->encounters().load(*tx, id));
        const auto claim = must(office->claims().claimsOf(*tx, stored.encounter.row)).back();
        ClaimEvent event;
        event.claim = claim.id;
        event.at = office->clock().now();
        event.kind = "835";
        event.by = "office";
        ClaimChange change;
        change.status = status;
        change.isLive = status != ClaimStatus::rejected;
        if (!payersNumber.empty()) change.payerControlNumber = payersNumber;
        must(office->claims().apply(*tx, event, change, claim.rowVersion));
        auto next = stored.workflow;
        next.status = status == ClaimStatus::rejected ? EncounterStatus::rejected
                      : status == ClaimStatus::denied ? EncounterStatus::denied
                                                      : EncounterStatus::paid;
        must(office->encounters().setWorkflow(*tx, stored.encounter.row, stored.workflow, next, "test",
                                              office->actor()));
        must(tx->commit());
        m_claim = claim.id;
    }
    void pay(const answers::RemitClaim& content)
    {
        auto tx = must(office->work().beginWrite());
        AnswerFileRecord file;
        file.name = "pay.835";
        file.digest = sha256Hex(content.claimNumber + content.status);
        file.kinds = "835";
        file.importedAt = office->clock().now();
        const auto id = must(office->answers().addFile(*tx, file, "ISA"));
        answers::Remittance remittance;
        remittance.amount = content.paid;
        remittance.traceNumber = "T1";
        remittance.paidOn = Date::of(2025, 2, 20);
        remittance.claims = {content};
        must(office->answers().addRemittance(*tx, id, remittance, {m_claim}));
        must(tx->commit());
    }
    static answers::RemitClaim partlyPaid()
    {
        answers::RemitClaim claim;
        claim.claimNumber = "T-1";
        claim.status = "1";
        claim.charge = Money::cents(20500);
        claim.paid = Money::cents(14000);
        claim.payerControlNumber = "PCN77";
        answers::RemitLine first;
        first.code = "99213";
        first.charge = Money::cents(12500);
        first.paid = Money::cents(8000);
        first.lineControlNumber = "T-1-1";
        first.adjustments = {{"CO", "45", Money::cents(2500), {}}, {"PR", "2", Money::cents(2000), {}}};
        answers::RemitLine second;
        second.code = "20610";
        second.charge = Money::cents(8000);
        second.paid = Money::cents(6000);
        second.lineControlNumber = "T-1-2";
        second.adjustments = {{"PR", "2", Money::cents(2000), {}}};
        claim.lines = {first, second};
        return claim;
    }
    static nlohmann::ordered_json twoPayers()
    {
        auto visit = loneEncounter("T-1");
        auto second = visit["coverages"][0];
        second["rank"] = "secondary";
        second["payer"]["name"] = "Second Mutual";
        second["payer"]["payer_id"] = "60054";
        second["member_id"] = "S777";
        visit["coverages"].push_back(second);
        return visit;
    }
    std::string sent(const std::string& id)
    {
        return slurp(must(BillingDesk(*office).exportClaims(exportOf({id}, out()))).files.at(0).file);
    }

    std::unique_ptr<app::Workspace> office = as("office");
    ClaimId m_claim;
};

TEST_F(Resend, ARejectedClaimGoesOutAgainAsNew)
{
    sendAndAnswer(loneEncounter("T-1"), ClaimStatus::rejected, "");
    EXPECT_EQ(EncounterStatus::approved, must(BillingDesk(*office).resend("T-1", "1")).status);
    const auto bytes = sent("T-1");
    EXPECT_NE(std::string::npos, bytes.find("CLM*T-1-2*205***11:B:1*")) << bytes;
    const auto claims = must(BillingDesk(*office).claims(2));
    EXPECT_EQ(m_claim, claims.at(0).replaces);
    EXPECT_EQ(2, claims.at(0).version);
}

TEST_F(Resend, AReplacementNamesThePayersClaim)
{
    sendAndAnswer(loneEncounter("T-1"), ClaimStatus::denied, "PCN77");
    must(BillingDesk(*office).resend("T-1", "7"));
    const auto bytes = sent("T-1");
    EXPECT_NE(std::string::npos, bytes.find("11:B:7*")) << bytes;
    EXPECT_NE(std::string::npos, bytes.find("REF*F8*PCN77~"));
    EXPECT_EQ(ClaimStatus::replaced, must(BillingDesk(*office).claims(1)).at(0).status);
    EXPECT_EQ("7", must(BillingDesk(*office).claims(2)).at(0).frequency);
}

TEST_F(Resend, AReplacementOfWhatThePayerNeverNamedIsRefused)
{
    sendAndAnswer(loneEncounter("T-1"), ClaimStatus::denied, "");
    const auto refused = BillingDesk(*office).resend("T-1", "7");
    ASSERT_FALSE(refused);
    EXPECT_EQ("APP-276", refused.error().id);
    EXPECT_EQ("denied", statusOf(*office, "T-1"));
    EXPECT_EQ("APP-275", BillingDesk(*office).resend("T-1", "9").error().id);
}

TEST_F(Resend, WhatThePayerHasPaidIsNotSentAgainAsNew)
{
    sendAndAnswer(loneEncounter("T-1"), ClaimStatus::paid, "PCN77");
    EXPECT_EQ("APP-278", BillingDesk(*office).resend("T-1", "1").error().id);
    EXPECT_EQ("paid", statusOf(*office, "T-1"));
    must(BillingDesk(*office).resend("T-1", "8"));
    EXPECT_NE(std::string::npos, sent("T-1").find("11:B:8*"));
}

TEST_F(Resend, ADeniedClaimThatACoderCorrectedCanStillBecomeAReplacement)
{
    sendAndAnswer(loneEncounter("T-1"), ClaimStatus::denied, "PCN77");
    must(app::takeStepNow(*office, "T-1", WorkflowStep::startCoding));
    must(app::CodingDesk(*office).submit("T-1"));
    must(app::ReviewDesk(*office).approve("T-1"));
    must(BillingDesk(*office).resend("T-1", "7"));
    EXPECT_NE(std::string::npos, sent("T-1").find("REF*F8*PCN77~"));
}

TEST_F(Resend, APayerThatSentTheClaimOnIsNotFollowedByHand)
{
    sendAndAnswer(twoPayers(), ClaimStatus::paid, "PCN77");
    auto answer = partlyPaid();
    answer.status = "19";
    pay(answer);
    EXPECT_EQ("APP-279", BillingDesk(*office).billNext(m_claim).error().id);
}

TEST_F(Resend, WhatWasNeverSentCannotBeSentAgain)
{
    approve(*office, "T-1");
    EXPECT_EQ("APP-274", BillingDesk(*office).resend("T-1", "1").error().id);
}

TEST_F(Resend, TheNextPayerGetsTheFirstOnesAnswerByLine)
{
    sendAndAnswer(twoPayers(), ClaimStatus::paid, "PCN77");
    pay(partlyPaid());
    EXPECT_EQ(EncounterStatus::approved, must(BillingDesk(*office).billNext(m_claim)).status);
    const auto bytes = sent("T-1");
    EXPECT_NE(std::string::npos, bytes.find("SBR*S*18*")) << bytes;
    EXPECT_NE(std::string::npos, bytes.find("NM1*PR*2*SECOND MUTUAL*****PI*60054~"));
    EXPECT_NE(std::string::npos, bytes.find("AMT*D*140~"));
    EXPECT_NE(std::string::npos, bytes.find("SVD*15202*80*HC:99213:25**1~"));
    EXPECT_NE(std::string::npos, bytes.find("CAS*PR*2*20~"));
    EXPECT_NE(std::string::npos, bytes.find("DTP*573*D8*20250220~"));
    const auto claims = must(BillingDesk(*office).claims(2));
    EXPECT_EQ(CoverageRank::secondary, claims.at(0).billed);
    EXPECT_EQ("60054", claims.at(0).payerId);
    EXPECT_EQ(ClaimStatus::paid, must(BillingDesk(*office).claims(1)).at(0).status) << "the first claim stays paid";
}

TEST_F(Resend, AdjustmentsOfTheClaimAreAddedUpOnTheClaim)
{
    auto visit = twoPayers();
    sendAndAnswer(visit, ClaimStatus::paid, "PCN77");
    auto answer = partlyPaid();
    answer.adjustments = {{"PR", "2", Money::cents(1000), {}}};
    answer.paid = Money::cents(13000);
    pay(answer);
    must(BillingDesk(*office).billNext(m_claim));
    const auto bytes = sent("T-1");
    EXPECT_NE(std::string::npos, bytes.find("CAS*CO*45*25~")) << bytes;
    EXPECT_NE(std::string::npos, bytes.find("CAS*PR*2*50~"));
    EXPECT_EQ(std::string::npos, bytes.find("SVD*"));
}

TEST_F(Resend, WithoutAnotherPayerThereIsNothingToBill)
{
    sendAndAnswer(loneEncounter("T-1"), ClaimStatus::paid, "PCN77");
    EXPECT_EQ("APP-271", BillingDesk(*office).billNext(m_claim).error().id);
    pay(partlyPaid());
    EXPECT_EQ("APP-277", BillingDesk(*office).billNext(m_claim).error().id);
    EXPECT_EQ("paid", statusOf(*office, "T-1"));
}

TEST_F(Resend, AReversedPaymentIsNoAnswer)
{
    sendAndAnswer(twoPayers(), ClaimStatus::paid, "PCN77");
    pay(partlyPaid());
    auto reversal = partlyPaid();
    reversal.status = "22";
    pay(reversal);
    EXPECT_EQ("APP-271", BillingDesk(*office).billNext(m_claim).error().id);
}

}  // namespace
}  // namespace cw::test
