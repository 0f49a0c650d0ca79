#include "encounter/coding.h"
#include "tests/support/workspace_fixture.h"

namespace cw::test {
namespace {

using app::CodingDesk;
using app::ReviewDesk;

class Workflow : public WorkspaceTest {
protected:
    Workflow() { import(*coder, {encounterWithError("T-1"), cleanEncounter("T-2")}); }

    Result<app::SaveOutcome> save(app::Workspace& workspace, const Encounter& after)
    {
        const auto chart = must(CodingDesk(workspace).open(after.encounterId));
        return CodingDesk(workspace).save(chart.stored.encounter, after, chart.stored.versions, chart.stored.workflow);
    }
    Result<app::SaveOutcome> setFirstCode(app::Workspace& workspace, const std::string& id, const char* code)
    {
        const auto encounter = must(CodingDesk(workspace).open(id)).stored.encounter;
        return save(workspace,
                    must(coding::replaceDiagnosis(encounter, encounter.diagnoses[0].id, *Icd10CmCode::parse(code))));
    }
    std::string assigned(const std::string& id)
    {
        return ask(*coder, "SELECT assigned_to FROM encounter WHERE encounter_id = '" + id + "'");
    }
    std::string note(const std::string& id)
    {
        return ask(*coder, "SELECT note FROM encounter WHERE encounter_id = '" + id + "'");
    }

    std::unique_ptr<app::Workspace> coder = as("coder");
    std::unique_ptr<app::Workspace> supervisor = as("supervisor");
    std::unique_ptr<app::Workspace> biller = as("biller");
};

TEST_F(Workflow, GoesFromImportToExport)
{
    EXPECT_EQ("new", statusOf(*coder, "T-1"));
    EXPECT_TRUE(
        outcome(CodingDesk(*coder).submit("T-1")).starts_with("APP-010: encounter T-1 has 1 error; first CV-3:"));
    EXPECT_EQ("new", statusOf(*coder, "T-1"));
    must(setFirstCode(*coder, "T-1", "M25.561"));
    EXPECT_EQ("in coding", statusOf(*coder, "T-1"));
    EXPECT_EQ(EncounterStatus::coded, must(CodingDesk(*coder).submit("T-1")).status);
    EXPECT_EQ(EncounterStatus::approved, must(ReviewDesk(*supervisor).approve("T-1")).status);
    const auto exported = must(app::BillingDesk(*biller).exportClaims(exportOf({"T-1"}, out())));
    ASSERT_EQ(1U, exported.files.size());
    EXPECT_EQ("exported", statusOf(*coder, "T-1"));
}

TEST_F(Workflow, TellsEveryStepInTheAuditTrail)
{
    must(CodingDesk(*coder).submit("T-2"));
    must(ReviewDesk(*supervisor).approve("T-2"));
    must(app::BillingDesk(*biller).exportClaims(exportOf({"T-2"}, out())));
    AuditFilter filter;
    filter.encounter = "T-2";
    std::string told;
    for (const auto& entry : must(app::AuditDesk(*supervisor).entries(filter)))
        told += entry.event.user + " " + entry.event.action + " " + entry.event.detail + "\n";
    EXPECT_EQ("coder encounter.import 3 diagnoses, 2 lines\n"
              "coder encounter.submit new > coded, to coder\n"
              "supervisor encounter.approve coded > approved\n"
              "biller encounter.export approved > exported\n",
              told);
}

TEST_F(Workflow, ReturnsWithAReasonThatTheCoderSees)
{
    must(CodingDesk(*coder).submit("T-2"));
    must(ReviewDesk(*supervisor).sendBack("T-2", "  I10 is not in the note "));
    EXPECT_EQ("returned", statusOf(*coder, "T-2"));
    EXPECT_EQ("I10 is not in the note", must(CodingDesk(*coder).open("T-2")).stored.workflow.note);
    EXPECT_EQ("coder", assigned("T-2"));
}

TEST_F(Workflow, ReturnsNothingWithoutReason)
{
    must(CodingDesk(*coder).submit("T-2"));
    for (const auto* reason : {"", "   "}) {
        const auto returned = ReviewDesk(*supervisor).sendBack("T-2", reason);
        ASSERT_FALSE(returned);
        EXPECT_EQ("APP-011", returned.error().id);
    }
    EXPECT_EQ("coded", statusOf(*coder, "T-2"));
}

TEST_F(Workflow, SubmittingAgainClearsTheReason)
{
    must(CodingDesk(*coder).submit("T-2"));
    must(ReviewDesk(*supervisor).sendBack("T-2", "look again"));
    must(CodingDesk(*coder).submit("T-2"));
    EXPECT_EQ("", note("T-2"));
}

TEST_F(Workflow, HoldsWithAReasonAndResumes)
{
    EXPECT_EQ("APP-011", CodingDesk(*coder).hold("T-2", "").error().id);
    must(CodingDesk(*coder).hold("T-2", "waiting for the ECG"));
    EXPECT_EQ("pending", statusOf(*coder, "T-2"));
    EXPECT_EQ("waiting for the ECG", note("T-2"));
    must(CodingDesk(*coder).resume("T-2"));
    EXPECT_EQ("in coding", statusOf(*coder, "T-2"));
    EXPECT_EQ("", note("T-2"));
}

TEST_F(Workflow, ReturnsFromBillingWithAReason)
{
    must(CodingDesk(*coder).submit("T-2"));
    must(ReviewDesk(*supervisor).approve("T-2"));
    must(app::BillingDesk(*biller).sendBack("T-2", "payer wants modifier 25"));
    EXPECT_EQ("returned", statusOf(*coder, "T-2"));
}

TEST_F(Workflow, SkipsNoStep)
{
    EXPECT_EQ("ENCOUNTER-003", ReviewDesk(*supervisor).approve("T-2").error().id);
    must(CodingDesk(*coder).submit("T-2"));
    EXPECT_EQ("ENCOUNTER-003", CodingDesk(*coder).submit("T-2").error().id);
    const auto exported = must(app::BillingDesk(*biller).exportClaims(exportOf({"T-2"}, out())));
    EXPECT_TRUE(exported.files.empty());
}

TEST_F(Workflow, FirstSaveTakesAFreeEncounter)
{
    EXPECT_EQ("", assigned("T-2"));
    const auto saved = must(setFirstCode(*coder, "T-2", "M25.562"));
    EXPECT_EQ(EncounterStatus::inCoding, saved.workflow.status);
    EXPECT_EQ("coder", assigned("T-2"));
}

TEST_F(Workflow, SavingIntoClosedCodesIsRefused)
{
    must(CodingDesk(*coder).submit("T-2"));
    const auto saved = setFirstCode(*coder, "T-2", "M25.562");
    ASSERT_FALSE(saved);
    EXPECT_EQ("APP-012", saved.error().id);
    EXPECT_EQ(ErrorKind::conflict, saved.error().kind);
    EXPECT_EQ("M25561", ask(*coder, "SELECT code FROM diagnosis d JOIN encounter e ON e.id = d.encounter "
                                    "WHERE encounter_id = 'T-2' AND sequence = 1"));
}

TEST_F(Workflow, OwnCodingIsApprovedBySomebodyElse)
{
    const std::set<Role> both = {Role::coder, Role::supervisor};
    must(app::UserAdmin(*as("admin")).add("lead", both, "lead-password"));
    const auto lead = must(signIn("lead", "lead-password"));
    must(CodingDesk(*lead).submit("T-2"));
    const auto approved = ReviewDesk(*lead).approve("T-2");
    ASSERT_FALSE(approved);
    EXPECT_EQ("APP-031", approved.error().id);
    EXPECT_EQ(ErrorKind::denied, approved.error().kind);
    EXPECT_TRUE(ReviewDesk(*supervisor).approve("T-2"));
}

TEST_F(Workflow, PracticeOfOneApprovesItsOwnCoding)
{
    const auto office = as("office");
    must(CodingDesk(*office).submit("T-2"));
    EXPECT_EQ("office", assigned("T-2"));
    EXPECT_TRUE(ReviewDesk(*office).approve("T-2"));
}

TEST_F(Workflow, ApprovalLooksAtTheEditsAgain)
{
    must(CodingDesk(*coder).submit("T-2"));
    must(databaseOf(*coder).execute("UPDATE diagnosis SET code = 'M2556' WHERE code = 'M25561' AND encounter = "
                                    "(SELECT id FROM encounter WHERE encounter_id = 'T-2')"));
    EXPECT_EQ("APP-010", ReviewDesk(*supervisor).approve("T-2").error().id);
    EXPECT_EQ("coded", statusOf(*coder, "T-2"));
}

TEST_F(Workflow, ReviewQueueHoldsWhatIsCoded)
{
    must(CodingDesk(*coder).submit("T-2"));
    const auto queue = must(ReviewDesk(*supervisor).queue());
    ASSERT_EQ(1U, queue.size());
    EXPECT_EQ("T-2", queue[0].encounterId);
}

TEST_F(Workflow, OpeningAChartIsAudited)
{
    must(CodingDesk(*supervisor).open("T-2"));
    EXPECT_EQ("supervisor encounter.open T-2", ask(*coder, "SELECT account || ' ' || action || ' ' || encounter_id "
                                                           "FROM audit ORDER BY sequence DESC LIMIT 1"));
}

TEST_F(Workflow, OpenedChartSaysWhetherItCanBeCoded)
{
    EXPECT_TRUE(must(CodingDesk(*coder).open("T-2")).canCode);
    const auto seen = must(CodingDesk(*supervisor).open("T-2"));
    EXPECT_FALSE(seen.canCode);
    EXPECT_FALSE(seen.whyNot.empty());
    must(CodingDesk(*coder).submit("T-2"));
    EXPECT_FALSE(must(CodingDesk(*coder).open("T-2")).canCode);
}

TEST_F(Workflow, OfUnknownEncountersIsNotFound)
{
    EXPECT_EQ(ErrorKind::notFound, CodingDesk(*coder).submit("T-9").error().kind);
    EXPECT_EQ(ErrorKind::notFound, CodingDesk(*coder).open("T-9").error().kind);
    EXPECT_EQ(ErrorKind::notFound, ReviewDesk(*supervisor).approve("T-9").error().kind);
}

}  // namespace
}  // namespace cw::test
