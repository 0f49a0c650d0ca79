#include "tests/support/workspace_fixture.h"

namespace cw::test {
namespace {

using app::Worklist;

class WorklistTest : public DemoWorkspaceTest {
protected:
    std::vector<std::string> next(app::Workspace& workspace)
    {
        std::vector<std::string> order;
        std::string current;
        for (int i = 0; i < 3; ++i) {
            const auto id = must(Worklist(workspace).next(current));
            order.push_back(id.value_or("none"));
            current = order.back();
        }
        return order;
    }
    std::unique_ptr<app::Workspace> coder = as("coder");
};

TEST_F(WorklistTest, CountsEveryStatusWhateverTheFilter)
{
    WorklistFilter filter;
    filter.text = "Tolliver";
    const auto page = must(Worklist(*coder).page(filter));
    ASSERT_EQ(1U, page.rows.size());
    EXPECT_EQ("V-10441", page.rows[0].summary.encounterId);
    EXPECT_EQ(4, page.counts.at(EncounterStatus::fresh));
    EXPECT_EQ(1, page.counts.at(EncounterStatus::exported));
}

TEST_F(WorklistTest, TellsUntilWhenMedicareIsFiled)
{
    for (const auto& row : must(Worklist(*coder).page({})).rows) {
        if (row.summary.claimFilingCode == "MB") {
            EXPECT_EQ(row.summary.serviceFrom.iso().substr(4), row.fileBy->iso().substr(4));
            EXPECT_EQ(Date::of(2025, 1, 20).daysUntil(*row.fileBy), row.daysToFile);
        } else {
            EXPECT_FALSE(row.fileBy);
        }
    }
}

TEST_F(WorklistTest, SumsTheRowsShown)
{
    WorklistFilter filter;
    filter.statuses = {EncounterStatus::approved};
    const auto page = must(Worklist(*coder).page(filter));
    ASSERT_EQ(1U, page.rows.size());
    EXPECT_EQ(page.rows[0].summary.charges, page.charges);
    EXPECT_EQ(page.rows[0].summary.serviceFrom.daysUntil(Date::of(2025, 1, 20)), page.oldestDays);
}

TEST_F(WorklistTest, GivesReturnedWorkFirstThenOwnThenNew)
{
    EXPECT_EQ("V-10448", must(Worklist(*coder).next("")));
    EXPECT_EQ("V-10445", must(Worklist(*coder).next("V-10448")));
}

TEST_F(WorklistTest, GivesNothingOfOthers)
{
    const auto office = as("office");
    EXPECT_EQ("V-10446", must(Worklist(*office).next("")));
}

TEST_F(WorklistTest, FreeEncounterIsTakenByACoder)
{
    EXPECT_EQ("coder", must(Worklist(*coder).assign("V-10441", "coder")).assignedTo);
    EXPECT_EQ("APP-001", Worklist(*coder).assign("V-10446", "coder").error().id);
    EXPECT_EQ("APP-001", Worklist(*coder).assign("V-10442", "office").error().id);
}

TEST_F(WorklistTest, SupervisorAssignsToWhoMayCode)
{
    const auto supervisor = as("supervisor");
    EXPECT_EQ("office", must(Worklist(*supervisor).assign("V-10445", "office")).assignedTo);
    EXPECT_EQ("", must(Worklist(*supervisor).assign("V-10445", "")).assignedTo);
    EXPECT_EQ("APP-002", Worklist(*supervisor).assign("V-10445", "biller").error().id);
    EXPECT_EQ(ErrorKind::notFound, Worklist(*supervisor).assign("V-10445", "nobody").error().kind);
    must(app::UserAdmin(*as("admin")).disable("coder"));
    EXPECT_EQ("APP-002", Worklist(*supervisor).assign("V-10445", "coder").error().id);
}

TEST_F(WorklistTest, AssignmentIsAudited)
{
    must(Worklist(*as("supervisor")).assign("V-10441", "coder"));
    EXPECT_EQ("encounter.assign new > new, to coder",
              ask(*coder, "SELECT action || ' ' || detail FROM audit ORDER BY sequence DESC LIMIT 1"));
}

}  // namespace
}  // namespace cw::test
