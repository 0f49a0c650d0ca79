#include "tests/store/work_claims_fixture.h"

namespace cw::store {
namespace {

class ManyEncounters : public ClaimsTest {
protected:
    std::vector<StoredEncounter> load(const std::vector<std::string>& ids)
    {
        return read([&](ReadTx& tx) { return anna.encounters.loadMany(tx, ids); });
    }
};

TEST_F(ManyEncounters, ComeInTheOrderAskedAsOneByOne)
{
    std::vector<std::string> ids;
    for (int i = 600; i > 1; --i) {
        ids.push_back("T-" + std::to_string(i));
        auto made = visit(ids.back(), i * 100);
        made.procedures[1].pointers = {made.diagnoses[2].id, made.diagnoses[0].id};
        made.procedures[1].modifiers = {"LT", "59", "XS"};
        if (i % 7 == 0) made.procedures.pop_back();
        anna.add(made);
    }
    ids.push_back("T-1");
    const auto all = load(ids);
    ASSERT_EQ(ids.size(), all.size());
    for (std::size_t i = 0; i < ids.size(); i += 13) {
        const auto one = anna.load(ids[i]);
        EXPECT_EQ(one.encounter, all[i].encounter);
        EXPECT_EQ(ids[i], all[i].encounter.encounterId);
        EXPECT_EQ(one.versions.header, all[i].versions.header);
        EXPECT_EQ(one.versions.rows, all[i].versions.rows);
        EXPECT_EQ(one.workflow.version, all[i].workflow.version);
        EXPECT_EQ(one.patient, all[i].patient);
    }
}

TEST_F(ManyEncounters, ThatAreNotThereOrTwiceAreLeftOut)
{
    addVisit("T-2", 100);
    const auto all = load({"T-2", "T-9", "T-1", "T-2"});
    ASSERT_EQ(2U, all.size());
    EXPECT_EQ("T-2", all[0].encounter.encounterId);
    EXPECT_EQ("T-1", all[1].encounter.encounterId);
    EXPECT_TRUE(load({}).empty());
}

TEST_F(ManyEncounters, BringTheirEvidence)
{
    const auto version = anna.addDocument("PLAN: Rest.");
    const auto seen = anna.load();
    auto after = seen.encounter;
    Evidence proof;
    proof.id = EvidenceId{501};
    proof.span = {version, 0, 6, 10, {}};
    proof.quote = "Rest";
    after.diagnoses[1].evidence = {proof};
    proof.id = EvidenceId{502};
    after.procedures[0].evidence = {proof};
    must(anna.save(seen, after));
    addVisit("T-2", 100);
    EXPECT_EQ(after, load({"T-2", "T-1"}).at(1).encounter);
}

TEST_F(ManyEncounters, NameTheOneThatCannotBeRead)
{
    addVisit("T-2", 100);
    must(anna.database().execute(
        "UPDATE encounter_header SET header = '{' WHERE encounter = (SELECT id FROM encounter WHERE "
        "encounter_id = 'T-2')"));
    auto tx = must(anna.work->beginRead());
    const auto all = anna.encounters.loadMany(*tx, {"T-1", "T-2"});
    ASSERT_FALSE(all);
    EXPECT_EQ("STORE-062", all.error().id);
    EXPECT_NE(std::string::npos, all.error().detail.find("T-2"));
}

TEST_F(ManyEncounters, LinesKeepTheirDetails)
{
    const auto seen = anna.load();
    auto after = seen.encounter;
    auto& details = after.procedures[1].details;
    details.description = "Unlisted procedure";
    details.isEmergency = true;
    details.nonCovered = Money::cents(150);
    details.dates = {{"304", Date::of(2025, 1, 2), {}, ""}};
    must(anna.save(seen, after));
    EXPECT_EQ(after, anna.load().encounter);
    EXPECT_EQ(seen.versions.rows.at(12) + 1, anna.load().versions.rows.at(12));
    EXPECT_EQ("", anna.ask("SELECT details FROM procedure_line WHERE id = 11"));
    auto third = anna.load();
    after.procedures[1].details = {};
    must(anna.save(third, after));
    EXPECT_EQ(after, anna.load().encounter);
}

TEST_F(ManyEncounters, MoveTogetherWithOneAuditRowEach)
{
    const auto second = addVisit("T-2", 100);
    const auto rows = [&] {
        const auto all = load({"T-1", "T-2"});
        return std::vector<std::pair<EncounterRowId, WorkflowState>>{{row, all[0].workflow}, {second, all[1].workflow}};
    };
    const auto seen = rows();
    const auto move = [&] {
        return write([&](WriteTx& tx) {
            return anna.encounters.setWorkflowOfMany(tx, seen, EncounterStatus::exported, "encounter.export",
                                                     anna.actor);
        });
    };
    must(move());
    EXPECT_EQ(EncounterStatus::exported, anna.load("T-2").workflow.status);
    EXPECT_EQ(seen[1].second.version + 1, anna.load("T-2").workflow.version);
    const auto trail = anna.trail();
    ASSERT_EQ(4U, trail.size());
    EXPECT_EQ("T-1", trail[2].event.encounter);
    EXPECT_EQ("T-2", trail[3].event.encounter);
    EXPECT_EQ("new > exported", trail[3].event.detail);
    EXPECT_EQ("encounter.export", trail[3].event.action);
    EXPECT_TRUE(anna.verify().isWhole);
    const auto late = move();
    ASSERT_FALSE(late);
    EXPECT_EQ("STORE-067", late.error().id);
    EXPECT_EQ(4, anna.verify().entries);
}

}  // namespace
}  // namespace cw::store
