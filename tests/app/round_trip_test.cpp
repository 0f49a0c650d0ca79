#include "tests/support/workspace_fixture.h"

namespace cw::test {
namespace {

/// Two workspaces; what leaves the first goes into the second.
class RoundTrip : public WorkspaceTest {
protected:
    std::unique_ptr<app::Workspace> openSecond() const
    {
        const auto folder = m_folder.path() / "second";
        copyTemplate(Content::none, folder);
        return must(wiring::openWorkspace(folder, "coder", "demo-coder", m_clock));
    }
    std::string exported(app::Workspace& workspace, const std::string& id)
    {
        return must(app::Intake(workspace).exportEncounters({id}));
    }
    void expectSame(const std::string& id)
    {
        const auto before = exported(*first, id);
        must(app::Intake(*second).importEncounters(m_folder.write("out.json", before)));
        EXPECT_EQ(before, exported(*second, id));
    }

    std::unique_ptr<app::Workspace> first = as("coder");
    std::unique_ptr<app::Workspace> second = openSecond();
};

TEST_F(RoundTrip, KeepsAnEncounter)
{
    import(*first, {cleanEncounter("T-1")});
    expectSame("T-1");
}

TEST_F(RoundTrip, KeepsDocuments)
{
    m_folder.write("notes/visit.txt", "right knee pain");
    auto encounter = cleanEncounter("T-1");
    encounter["documents"] = {{{"path", "notes/visit.txt"},
                               {"type", "progress_note"},
                               {"title", "Visit"},
                               {"date", "2025-01-15"},
                               {"author", "Okafor, Ife"},
                               {"pages", 2}}};
    import(*first, {encounter});
    expectSame("T-1");
    const auto json = nlohmann::json::parse(exported(*second, "T-1"));
    EXPECT_EQ(2, json["encounters"][0]["documents"][0]["pages"]);
}

TEST_F(RoundTrip, KeepsMembersThatWeDoNotKnow)
{
    auto encounter = cleanEncounter("T-1");
    encounter["shift"] = {{"name", "late"}, {"numbers", {1, 2.5, -3}}};
    encounter["patient"]["preferred_name"] = "O.";
    encounter["coverages"][0]["plan_tier"] = 3;
    encounter["diagnoses"][1]["certainty"] = "high";
    encounter["procedures"][0]["department"] = "X";
    encounter["claim"]["delay_reason"] = "9";
    import(*first, {encounter});
    expectSame("T-1");
    const auto back = nlohmann::ordered_json::parse(exported(*second, "T-1"))["encounters"][0];
    EXPECT_EQ(encounter["shift"], back["shift"]);
    EXPECT_EQ("O.", back["patient"]["preferred_name"]);
    EXPECT_EQ(3, back["coverages"][0]["plan_tier"]);
    EXPECT_EQ("high", back["diagnoses"][1]["certainty"]);
    EXPECT_EQ("X", back["procedures"][0]["department"]);
    EXPECT_EQ("9", back["claim"]["delay_reason"]);
}

TEST_F(RoundTrip, KeepsEveryMemberOfTheForm)
{
    const auto all = slurp(std::filesystem::path(CW_TEST_DATA) / "import" / "encounters.json");
    for (const auto* note : {"notes/T-1-visit.txt", "notes/T-1-other.txt"}) m_folder.write(note, note);
    must(app::Intake(*first).importEncounters(m_folder.write("in.json", all)));
    expectSame("T-1");
    expectSame("T-2");
}

TEST_F(RoundTrip, KeepsWhatWasCodedInBetween)
{
    import(*first, {cleanEncounter("T-1")});
    const auto seen = must(app::CodingDesk(*first).open("T-1")).stored;
    auto after = seen.encounter;
    after.diagnoses[0].code.text = "M25562";
    std::swap(after.diagnoses[1], after.diagnoses[2]);
    must(app::CodingDesk(*first).save(seen.encounter, after, seen.versions, seen.workflow));
    expectSame("T-1");
    const auto back = nlohmann::json::parse(exported(*second, "T-1"))["encounters"][0];
    EXPECT_EQ("M25.562", back["diagnoses"][0]["code"]);
    EXPECT_EQ((std::vector<int>{3, 2}), back["procedures"][0]["diagnosis_pointers"].get<std::vector<int>>());
}

TEST_F(RoundTrip, IsAuditedAsAnExport)
{
    import(*first, {cleanEncounter("T-1")});
    exported(*first, "T-1");
    EXPECT_EQ("coder encounter.export T-1",
              ask(*first, "SELECT account || ' ' || action || ' ' || encounter_id FROM audit "
                          "ORDER BY sequence DESC LIMIT 1"));
}

}  // namespace
}  // namespace cw::test
