#include "store/work/code_sets.h"

#include "store/work/code_usage.h"
#include "tests/store/work_fixture.h"

namespace cw::store {
namespace {

const CodeKey hypertension{CodeSystem::icd10cm, "I10"};
const CodeKey lipids{CodeSystem::icd10cm, "E785"};
const CodeKey visitCode{CodeSystem::cpt, "99213"};

class WorkCodeSets : public WorkTest {
protected:
    WorkCodeSets() : m_ids(5'000'000), m_sets(m_clock, m_ids, anna.audit)
    {
        auto tx = must(anna.work->beginWrite());
        m_anna = must(anna.users.add(*tx, "anna", {Role::coder})).id;
        m_bert = must(anna.users.add(*tx, "bert", {Role::coder})).id;
        must(tx->commit());
    }
    template <class Body>
    auto writing(Body body)
    {
        auto tx = must(anna.work->beginWrite());
        auto result = body(*tx);
        if (result) must(tx->commit());
        return result;
    }
    Result<CodeSetId> create(const std::string& name, std::optional<UserId> owner = std::nullopt)
    {
        return writing([&](WriteTx& tx) { return m_sets.create(tx, {name, "adult", "", owner, false}, "anna"); });
    }
    Result<CodeSetMemberId> add(CodeSetId set, const CodeKey& key)
    {
        return writing([&](WriteTx& tx) { return m_sets.addMember(tx, set, key, "", "anna"); });
    }
    CodeSet load(CodeSetId set)
    {
        auto tx = must(anna.work->beginRead());
        return must(m_sets.load(*tx, set));
    }
    std::vector<std::string> names(UserId reader)
    {
        auto tx = must(anna.work->beginRead());
        std::vector<std::string> all;
        for (const auto& set : must(m_sets.list(*tx, reader))) all.push_back(set.header.name);
        return all;
    }

    CountingIdSource m_ids;
    SqliteCodeSetRepository m_sets;
    UserId m_anna;
    UserId m_bert;
};

TEST_F(WorkCodeSets, ComeBackAsTheyWerePutIn)
{
    const auto id = must(create("Check-up", m_anna));
    must(add(id, hypertension));
    must(add(id, visitCode));
    const auto set = load(id);
    EXPECT_EQ((CodeSetHeader{"Check-up", "adult", "", m_anna, false}), set.header);
    EXPECT_EQ("anna", set.ownerName);
    ASSERT_EQ(2U, set.members.size());
    EXPECT_EQ(hypertension, set.members[0].key);
    EXPECT_EQ(visitCode, set.members[1].key);
    EXPECT_EQ("codeset.add \"Check-up\" (own) cpt 99213", anna.lastAudit());
    EXPECT_TRUE(anna.verify().isWhole);
}

TEST_F(WorkCodeSets, ListOwnAndSharedOnes)
{
    must(create("zebra", m_anna));
    must(create("Apple"));
    must(create("secret", m_bert));
    must(writing([&](WriteTx& tx) { return m_sets.create(tx, {"Favourites", "", "", m_anna, true}, "anna"); }));
    EXPECT_EQ((std::vector<std::string>{"Favourites", "Apple", "zebra"}), names(m_anna));
    EXPECT_EQ((std::vector<std::string>{"Apple", "secret"}), names(m_bert));
    auto tx = must(anna.work->beginRead());
    EXPECT_EQ(4U, must(m_sets.all(*tx)).size());
}

TEST_F(WorkCodeSets, HaveANameOfTheirOwn)
{
    const auto mine = must(create("Check-up", m_anna));
    EXPECT_TRUE(create("Check-up", m_bert));
    EXPECT_TRUE(create("Check-up"));
    EXPECT_EQ("STORE-271", create("CHECK-UP", m_anna).error().id);
    auto header = load(mine).header;
    header.owner.reset();
    const auto taken = writing([&](WriteTx& tx) { return m_sets.change(tx, mine, header, 1, "anna"); });
    EXPECT_EQ("STORE-273", taken.error().id);
    EXPECT_EQ(ErrorKind::conflict, taken.error().kind);
    must(writing([&](WriteTx& tx) { return m_sets.remove(tx, mine, 1, "anna"); }));
    EXPECT_TRUE(create("check-up", m_anna));
}

TEST_F(WorkCodeSets, HoldACodeOnce)
{
    const auto id = must(create("Check-up"));
    must(add(id, hypertension));
    EXPECT_EQ("STORE-274", add(id, hypertension).error().id);
    const auto seen = load(id);
    must(writing([&](WriteTx& tx) { return m_sets.removeMember(tx, seen.members[0], "anna"); }));
    EXPECT_TRUE(add(id, hypertension));
    EXPECT_EQ("1", anna.ask("SELECT count(*) FROM code_set_member WHERE voided_by = 'anna' AND voided_at IS NOT NULL"));
}

TEST_F(WorkCodeSets, TwoPeopleMayAddAtOnceButNotChangeTheSame)
{
    const auto id = must(create("Check-up"));
    must(add(id, hypertension));
    const auto seen = load(id);
    // Bert adds and renames.
    must(add(id, lipids));
    auto header = seen.header;
    header.name = "Yearly check-up";
    must(writing([&](WriteTx& tx) { return m_sets.change(tx, id, header, seen.version, "bert"); }));
    // Anna, who still sees the old state:
    EXPECT_TRUE(add(id, visitCode));
    const auto change = writing([&](WriteTx& tx) { return m_sets.change(tx, id, seen.header, seen.version, "anna"); });
    EXPECT_EQ("STORE-272", change.error().id);
    const auto remove = writing([&](WriteTx& tx) { return m_sets.remove(tx, id, seen.version, "anna"); });
    EXPECT_EQ(ErrorKind::conflict, remove.error().kind);
    const auto order =
        writing([&](WriteTx& tx) { return m_sets.reorder(tx, id, {seen.members[0].id}, seen.version, "anna"); });
    EXPECT_EQ("STORE-275", order.error().id);
    must(writing([&](WriteTx& tx) { return m_sets.changeMember(tx, seen.members[0], "first", "bert"); }));
    const auto member = writing([&](WriteTx& tx) { return m_sets.removeMember(tx, seen.members[0], "anna"); });
    EXPECT_EQ("STORE-272", member.error().id);
    EXPECT_EQ("Yearly check-up", load(id).header.name);
    EXPECT_EQ(3U, load(id).members.size());
}

TEST_F(WorkCodeSets, TakeAnOrder)
{
    const auto id = must(create("Check-up"));
    for (const auto& key : {hypertension, lipids, visitCode}) must(add(id, key));
    const auto seen = load(id);
    const std::vector order = {seen.members[2].id, seen.members[0].id, seen.members[1].id};
    must(writing([&](WriteTx& tx) { return m_sets.reorder(tx, id, order, seen.version, "anna"); }));
    const auto after = load(id);
    EXPECT_EQ(visitCode, after.members[0].key);
    EXPECT_EQ(lipids, after.members[2].key);
    EXPECT_EQ(seen.version + 1, after.version);
    must(add(id, {CodeSystem::hcpcs, "G0438"}));
    EXPECT_EQ("G0438", load(id).members.back().key.code);
}

TEST_F(WorkCodeSets, AreVoidedNotDeleted)
{
    const auto id = must(create("Check-up"));
    must(add(id, hypertension));
    must(writing([&](WriteTx& tx) { return m_sets.remove(tx, id, 1, "anna"); }));
    EXPECT_TRUE(names(m_anna).empty());
    EXPECT_EQ("1", anna.ask("SELECT count(*) FROM code_set WHERE voided_by = 'anna'"));
    auto tx = must(anna.work->beginRead());
    EXPECT_EQ("STORE-270", m_sets.load(*tx, id).error().id);
}

class WorkCodeUsage : public WorkTest {
protected:
    std::vector<std::string> codedBy(const std::string& account)
    {
        auto tx = must(anna.work->beginRead());
        std::vector<std::string> all;
        for (const auto& used : must(m_usage.codedBy(*tx, account)))
            all.push_back(used.key.code + " " + std::to_string(used.count));
        return all;
    }
    SqliteCodeUsage m_usage;
};

TEST_F(WorkCodeUsage, CountsWhatAPersonCodedAndNotWhatCameWithAFile)
{
    anna.add(visit());
    EXPECT_TRUE(codedBy("anna").empty());
    auto stored = anna.load();
    auto after = stored.encounter;
    after.diagnoses.push_back(diagnosis(70, "R0602"));
    after.procedures[0].units = Quantity::whole(2);  // Not another code.
    must(anna.save(stored, after));
    EXPECT_EQ((std::vector<std::string>{"R0602 1"}), codedBy("anna"));

    m_clock.set(Date::of(2025, 1, 21), 600);
    auto bert = another("bert", 2'000'000);
    stored = bert->load();
    after = stored.encounter;
    after.procedures[0].code.text = "99214";
    std::swap(after.diagnoses[0], after.diagnoses[1]);  // Moving codes nothing anew.
    must(bert->save(stored, after));
    EXPECT_EQ((std::vector<std::string>{"99214 1"}), codedBy("bert"));
    EXPECT_EQ((std::vector<std::string>{"R0602 1"}), codedBy("anna"));
}

TEST_F(WorkCodeUsage, PutsTheLatestFirstAndDropsVoidedRows)
{
    anna.add(visit());
    auto stored = anna.load();
    auto after = stored.encounter;
    after.diagnoses.push_back(diagnosis(70, "R0602"));
    must(anna.save(stored, after));
    m_clock.set(Date::of(2025, 1, 20), 900);
    stored = anna.load();
    after = stored.encounter;
    after.diagnoses.push_back(diagnosis(71, "J45909"));
    must(anna.save(stored, after));
    EXPECT_EQ((std::vector<std::string>{"J45909 1", "R0602 1"}), codedBy("anna"));
    stored = anna.load();
    after = stored.encounter;
    after.diagnoses.pop_back();
    must(anna.save(stored, after));
    EXPECT_EQ((std::vector<std::string>{"R0602 1"}), codedBy("anna"));
}

TEST_F(WorkCodeUsage, KnowsThePatientsOtherVisits)
{
    anna.add(visit("T-1"));
    auto later = visit("T-2", 100);
    later.service.from = Date::of(2025, 1, 18);
    later.diagnoses = {diagnosis(101, "I10")};
    later.procedures.clear();
    anna.add(later);
    auto stranger = visit("T-3", 200);
    stranger.patient.mrn = "another";
    anna.add(stranger);
    auto tx = must(anna.work->beginRead());
    const auto previous = must(m_usage.previous(*tx, "T-2"));
    ASSERT_EQ(5U, previous.size());
    for (const auto& code : previous) EXPECT_EQ("T-1", code.encounterId);
    const auto other = must(m_usage.previous(*tx, "T-1"));
    ASSERT_EQ(1U, other.size());
    EXPECT_EQ(Date::of(2025, 1, 18), other[0].serviceDate);
    EXPECT_TRUE(must(m_usage.previous(*tx, "T-3")).empty());
    EXPECT_EQ("STORE-280", m_usage.previous(*tx, "none").error().id);
}

TEST_F(WorkCodeUsage, FindsOpenEncountersByCode)
{
    anna.add(visit("T-1"));
    anna.add(visit("T-2", 100));
    must(anna.database().execute("UPDATE encounter SET status = 'exported' WHERE encounter_id = 'T-1'"));
    auto tx = must(anna.work->beginRead());
    const auto open = must(m_usage.onOpenEncounters(*tx));
    ASSERT_TRUE(open.contains({CodeSystem::icd10cm, "I10"}));
    const auto& touched = open.at({CodeSystem::icd10cm, "I10"});
    ASSERT_EQ(1U, touched.size());
    EXPECT_EQ("T-2", touched[0].encounterId);
    EXPECT_EQ(EncounterStatus::fresh, touched[0].status);
    EXPECT_TRUE(open.contains({CodeSystem::cpt, "20610"}));
}

}  // namespace
}  // namespace cw::store
