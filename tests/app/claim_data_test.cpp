#include "app/billing/claim_data.h"
#include "tests/support/workspace_fixture.h"

#include <algorithm>

namespace cw::test {
namespace {

using app::ClaimData;

class ClaimDataTest : public WorkspaceTest {
protected:
    std::string valueOf(const std::string& pointer)
    {
        const auto fields = must(ClaimData(*office).fields("T-1"));
        const auto found = std::find_if(fields.begin(), fields.end(),
                                        [&pointer](const auto& field) { return field.pointer == pointer; });
        return found == fields.end() ? "no such field" : found->value;
    }
    Status set(app::Workspace& workspace, const std::string& pointer, const std::string& value)
    {
        return ClaimData(workspace).save("T-1", {{pointer, value}});
    }

    std::unique_ptr<app::Workspace> office = as("office");
};

TEST_F(ClaimDataTest, ListsWhatTheEncounterSaysWithItsPlaceOnTheClaim)
{
    import(*office, {loneEncounter("T-1")});
    EXPECT_EQ("W123456", valueOf("/coverages/0/member_id"));
    EXPECT_EQ("Elm Street Clinic", valueOf("/providers/billing/organization"));
    EXPECT_EQ("true", valueOf("/claim/signature_on_file"));
    EXPECT_EQ("", valueOf("/coverages/1/member_id"));
    EXPECT_EQ("no such field", valueOf("/coverages/2/member_id"));
    const auto fields = must(ClaimData(*office).fields("T-1"));
    for (const auto& field : fields)
        if (field.pointer == "/coverages/0/member_id") {
            EXPECT_EQ("2010BA NM1*IL-09, box 1a, FL 60", field.place);
        }
}

TEST_F(ClaimDataTest, CorrectsAFieldOfAnApprovedEncounterForTheBiller)
{
    approve(*office, "T-1");
    const auto biller = as("biller");
    must(set(*biller, "/coverages/0/member_id", "W999999"));
    EXPECT_EQ("W999999", valueOf("/coverages/0/member_id"));
    EXPECT_EQ("approved", statusOf(*office, "T-1"));
    EXPECT_TRUE(faults(*office).empty());
}

TEST_F(ClaimDataTest, MakesAFurtherCoverageAndTakesAnEmptyOneAway)
{
    import(*office, {loneEncounter("T-1")});
    must(ClaimData(*office).save("T-1", {{"/coverages/1/member_id", "S55"},
                                         {"/coverages/1/payer/payer_id", "60054"},
                                         {"/coverages/1/payer/name", "Second Mutual"}}));
    EXPECT_EQ("60054", valueOf("/coverages/1/payer/payer_id"));
    EXPECT_EQ("secondary", ask(*office, "SELECT json_extract(header, '$.coverages[1].rank') FROM encounter_header"));
    must(ClaimData(*office).save(
        "T-1", {{"/coverages/1/member_id", ""}, {"/coverages/1/payer/payer_id", ""}, {"/coverages/1/payer/name", ""}}));
    EXPECT_EQ("1", ask(*office, "SELECT json_array_length(header, '$.coverages') FROM encounter_header"));
}

TEST_F(ClaimDataTest, MakesAProviderThatWasMissing)
{
    import(*office, {loneEncounter("T-1")});
    must(ClaimData(*office).save(
        "T-1", {{"/providers/referring/npi", "1679576722"}, {"/providers/referring/last_name", "Abara"}}));
    EXPECT_EQ("1679576722", valueOf("/providers/referring/npi"));
    must(ClaimData(*office).save("T-1", {{"/providers/referring/npi", ""}, {"/providers/referring/last_name", ""}}));
    EXPECT_EQ("null", ask(*office, "SELECT json_type(header, '$.providers.referring') FROM encounter_header"));
}

TEST_F(ClaimDataTest, RefusesWhatCannotBeUsedAndChangesNothing)
{
    import(*office, {loneEncounter("T-1")});
    const auto refused =
        ClaimData(*office).save("T-1", {{"/coverages/0/member_id", "NEW"}, {"/patient/birth_date", "soon"}});
    ASSERT_FALSE(refused);
    EXPECT_EQ("APP-310", refused.error().id);
    EXPECT_NE(std::string::npos, refused.error().detail.find("/patient/birth_date")) << refused.error().detail;
    EXPECT_EQ(std::string::npos, refused.error().detail.find("soon")) << refused.error().detail;
    EXPECT_EQ("W123456", valueOf("/coverages/0/member_id"));
    EXPECT_EQ("APP-312", set(*office, "/diagnoses/0/code", "I10").error().id);
    EXPECT_EQ("APP-312", set(*office, "/encounter_id", "T-2").error().id);
    EXPECT_EQ("APP-313", set(*office, "/claim/signature_on_file", "maybe").error().id);
}

TEST_F(ClaimDataTest, IsNotForThoseWhoseTurnItIsNot)
{
    approve(*office, "T-1");
    EXPECT_EQ(ErrorKind::denied, set(*as("coder"), "/coverages/0/member_id", "X1").error().kind);
    EXPECT_EQ(ErrorKind::denied, set(*as("supervisor"), "/coverages/0/member_id", "X1").error().kind);
    must(app::BillingDesk(*office).exportClaims(exportOf({"T-1"}, out())));
    EXPECT_EQ("APP-311", set(*office, "/coverages/0/member_id", "X1").error().id);
}

TEST_F(ClaimDataTest, ChangedSinceAnExportReadItGoesOutAsChanged)
{
    approve(*office, "T-1");
    bool changed = false;
    const Progress meddle([&](std::int64_t, std::int64_t, const std::string& what) {
        if (changed || what != "Checking encounters") return;
        changed = true;
        const auto other = as("biller");
        must(set(*other, "/coverages/0/member_id", "W999999"));
    });
    const auto exported = must(app::BillingDesk(*office).exportClaims(exportOf({"T-1"}, out()), meddle));
    ASSERT_TRUE(changed);
    ASSERT_EQ(1U, exported.files.size());
    EXPECT_NE(std::string::npos, slurp(exported.files[0].file).find("*MI*W999999~"));
    EXPECT_EQ("1", count(*office, "claim_batch"));
}

}  // namespace
}  // namespace cw::test
