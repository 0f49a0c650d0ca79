#include "app/audit_packet.h"
#include "tests/app/edit_fixture.h"

namespace cw::test {
namespace {

using app::EditDesk;

TEST_F(EditDeskTest, AnAttestedFindingSaysWhoAndWhy)
{
    installKneeRule();
    ASSERT_NE(nullptr, findingOf(report(), "SITE-1"));
    const auto made = must(attest("SITE-1", "  seen at both visits "));
    EXPECT_EQ("coder edits.attest SITE-1 " + std::to_string(made.key.subjects.at(0)), lastAudit());
    const auto now = report();
    const auto* finding = findingOf(now, "SITE-1");
    ASSERT_TRUE(finding && finding->attested);
    EXPECT_EQ("coder", finding->attested->who);
    EXPECT_EQ("seen at both visits", finding->attested->why);
    EXPECT_EQ(m_clock.now(), finding->attested->when);
    EXPECT_EQ("SITE-1 warning M25.561 (attested)", lastLines().at(0));
    EXPECT_EQ(1U, must(EditDesk(*coder).attestations("T-1")).size());
    EXPECT_TRUE(must(EditDesk(*coder).attestations("T-2")).empty());
}

TEST_F(EditDeskTest, AnAttestationLapsesWhenTheFactsChange)
{
    installKneeRule();
    must(attest("SITE-1", "right"));
    must(change("T-1", [](Encounter& encounter) { encounter.claim.note = "another fact"; }));
    EXPECT_TRUE(findingOf(report(), "SITE-1")->attested);
    must(change("T-1", [](Encounter& encounter) { encounter.diagnoses[0].code.text = "M25562"; }));
    EXPECT_FALSE(findingOf(report(), "SITE-1")->attested);
    must(change("T-1", [](Encounter& encounter) { encounter.diagnoses[0].code.text = "M25561"; }));
    EXPECT_TRUE(findingOf(report(), "SITE-1")->attested);
}

TEST_F(EditDeskTest, AWithdrawnAttestationCountsNoMore)
{
    installKneeRule();
    const auto made = must(attest("SITE-1", "right"));
    must(EditDesk(*coder).withdrawAttestation("T-1", made.id));
    EXPECT_FALSE(findingOf(report(), "SITE-1")->attested);
    EXPECT_EQ("SITE-1 warning M25.561", lastLines().at(0));
    EXPECT_EQ("STORE-302", EditDesk(*coder).withdrawAttestation("T-1", made.id).error().id);
}

TEST_F(EditDeskTest, AttestingNeedsAFindingAReasonAndARuleThatAllowsIt)
{
    installKneeRule(RuleLevel::error);
    EXPECT_EQ("APP-231", attest("SITE-1", "  ").error().id);
    EXPECT_EQ("APP-230", attest("GL-1", "right").error().id);
    const auto refused = attest("SITE-1", "right");
    ASSERT_FALSE(refused);
    EXPECT_EQ("APP-232", refused.error().id);
    EXPECT_EQ(ErrorKind::denied, refused.error().kind);
    EXPECT_FALSE(app::CodingDesk(*coder).submit("T-1"));
    EXPECT_EQ("APP-001", EditDesk(*as("biller")).attest("T-1", {"SITE-1", {}}, "right").error().id);
}

TEST_F(EditDeskTest, AnAttestedErrorBlocksNoMore)
{
    must(change("T-2", [](Encounter& encounter) {
        encounter.service.placeOfService = "22";
        for (auto& line : encounter.procedures) line.placeOfService = "22";
    }));
    const auto refused = app::CodingDesk(*coder).submit("T-2");
    ASSERT_FALSE(refused);
    EXPECT_TRUE(describe(refused.error()).starts_with("APP-010: encounter T-2 has 1 error; first PF-13:"))
        << describe(refused.error());
    must(attest("PF-13", "the clinic is the hospital's own", "T-2"));
    EXPECT_EQ(EncounterStatus::coded, must(app::CodingDesk(*coder).submit("T-2")).status);
    EXPECT_EQ("PF-13 error (attested)", lastLines("T-2").at(0));
    must(app::ReviewDesk(*as("supervisor")).approve("T-2"));
    const auto ready = must(app::BillingDesk(*as("biller")).byPayer(ClaimQueue::ready));
    ASSERT_EQ(1U, ready.size());
    EXPECT_EQ(0, ready[0].failing);
    EXPECT_EQ(1U, must(app::BillingDesk(*as("biller")).exportClaims(exportOf({"T-2"}, out()))).files.size());
}

TEST_F(EditDeskTest, TheAuditPacketListsAttestations)
{
    installKneeRule();
    must(attest("SITE-1", "seen at both visits"));
    const auto packet = must(app::makeAuditPacket(*coder, "T-1"));
    ASSERT_EQ(1U, packet.attestations.size());
    EXPECT_EQ(
        "SITE-1 M25.561: attested by coder on 2025-01-20 09:00: \xE2\x80\x9Cseen at both visits\xE2\x80\x9D (holds)",
        packet.attestations[0]);
    EXPECT_TRUE(packet.findings.at(0).ends_with("(attested)"));
    must(change("T-1", [](Encounter& encounter) { encounter.diagnoses[0].code.text = "M25562"; }));
    EXPECT_TRUE(must(app::makeAuditPacket(*coder, "T-1"))
                    .attestations.at(0)
                    .ends_with("(lapsed: the codes or their proof have changed)"));
    must(change("T-1", [](Encounter& encounter) { encounter.diagnoses.erase(encounter.diagnoses.begin()); }));
    const auto line = must(app::makeAuditPacket(*coder, "T-1")).attestations.at(0);
    EXPECT_TRUE(line.starts_with("SITE-1 a code removed since: attested by coder")) << line;
    EXPECT_TRUE(line.ends_with("(not needed any more: the edits no longer report it)")) << line;
}

TEST_F(EditDeskTest, SaveAndSubmitKeepWhatTheEditsSaid)
{
    installKneeRule();
    EXPECT_EQ("never checked", lastLines("T-2").at(0));
    must(app::CodingDesk(*coder).submit("T-2"));
    EXPECT_EQ("SITE-1 warning M25.561", lastLines("T-2").at(0));
    must(change("T-1", [](Encounter& encounter) { encounter.diagnoses[0].code.text = "M2556"; }));
    const auto lines = lastLines("T-1");
    EXPECT_NE(lines.end(), std::find(lines.begin(), lines.end(), "CV-3 error M25.56"));
}

TEST_F(EditDeskTest, OpeningSeesWhatOthersCodedMeanwhile)
{
    const app::CodingDesk desk(*coder);
    EXPECT_EQ(nullptr, findingOf(must(desk.check(stored().encounter)).report, "TD-5"));
    must(app::CodingDesk(*as("office")).submit("T-2"));
    const auto opened = report();
    EXPECT_NE(nullptr, findingOf(opened, "TD-5"));
    EXPECT_EQ(app::resultLines(opened), app::resultLines(must(desk.check(stored().encounter)).report));
}

TEST_F(EditDeskTest, CheckingInTheWindowAnswersAsOpening)
{
    installKneeRule();
    const auto encounter = stored().encounter;
    const auto changed = [&] {
        auto other = encounter;
        other.diagnoses[1].code.text = "I1";
        return other;
    }();
    const app::CodingDesk desk(*coder);
    for (const auto& one : {encounter, changed, stored("T-2").encounter, encounter}) {
        const auto checked = app::resultLines(must(desk.check(one)).report);
        auto tx = must(coder->work().beginRead());
        const auto setup = must(app::editSetup(*coder, *tx));
        const auto facts = must(gatherFacts(one, setup.tables, must(app::editContext(*coder, *tx, one))));
        EXPECT_EQ(app::resultLines(runEdits(one, facts, setup.options())), checked);
    }
}

}  // namespace
}  // namespace cw::test
