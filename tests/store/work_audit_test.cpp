#include "tests/store/work_fixture.h"

namespace cw::store {
namespace {

class AuditTrail : public WorkTest {
protected:
    AuditTrail()
    {
        anna.add(visit());
        seen = anna.load();
        auto changed = seen.encounter;
        changed.diagnoses[0].code.text = "E1122";
        changed.diagnoses.push_back(diagnosis(51, "Z0000"));
        changed.procedures.pop_back();
        must(anna.save(seen, changed));
    }
    /// Past the triggers, as somebody with the key and another program could.
    void tamper(std::string_view sql)
    {
        must(anna.database().execute("DROP TRIGGER audit_is_frozen; DROP TRIGGER audit_stays;"));
        must(anna.database().execute(sql));
    }

    StoredEncounter seen;
};

TEST_F(AuditTrail, TellsEachChangeWithWhoAndWhat)
{
    std::vector<std::string> told;
    for (const auto& entry : anna.trail()) {
        EXPECT_EQ("anna", entry.event.user);
        EXPECT_EQ("T-1", entry.event.encounter);
        EXPECT_EQ(m_clock.now(), entry.at);
        told.push_back(entry.event.action + " " + entry.event.detail);
    }
    EXPECT_EQ((std::vector<std::string>{"encounter.import 3 diagnoses, 2 lines", "diagnosis.add Z00.00",
                                        "diagnosis.change E11.9 > E11.22", "line.remove 20610 x1 80.00 [1]"}),
              told);
}

TEST_F(AuditTrail, HoldsNoNameOfAPatient)
{
    for (const auto& entry : anna.trail()) {
        EXPECT_EQ(std::string::npos, entry.event.detail.find(patientName));
        EXPECT_EQ(std::string::npos, entry.event.detail.find(patientMrn));
    }
}

TEST_F(AuditTrail, IsWhole)
{
    const auto verdict = anna.verify();
    EXPECT_TRUE(verdict.isWhole);
    EXPECT_EQ(4, verdict.entries);
}

TEST_F(AuditTrail, OfANewStoreIsWholeAndEmpty)
{
    Desk fresh(m_folder.path() / "fresh.db", m_key.view(), m_clock, "carl", 5'000'000, true);
    EXPECT_TRUE(fresh.verify().isWhole);
    EXPECT_EQ(0, fresh.verify().entries);
}

TEST_F(AuditTrail, RefusesUpdates)
{
    EXPECT_FALSE(anna.database().execute("UPDATE audit SET detail = 'x' WHERE sequence = 1"));
    EXPECT_TRUE(anna.verify().isWhole);
}

TEST_F(AuditTrail, RefusesDeletes)
{
    EXPECT_FALSE(anna.database().execute("DELETE FROM audit WHERE sequence = 1"));
    EXPECT_EQ(4, anna.verify().entries);
}

TEST_F(AuditTrail, NoticesAnAlteredDetail)
{
    tamper("UPDATE audit SET detail = 'E11.9 > E11.65' WHERE sequence = 3");
    const auto verdict = anna.verify();
    EXPECT_FALSE(verdict.isWhole);
    EXPECT_EQ(3, verdict.firstBad);
    EXPECT_EQ("the entry was altered", verdict.reason);
}

TEST_F(AuditTrail, NoticesAnAlteredAccountActionEncounterOrTime)
{
    int number = 0;
    for (const auto* sql : {"account = 'ben'", "action = 'x'", "encounter_id = 'T-2'", "at = at + 1"}) {
        const auto name = std::to_string(++number) + ".db";
        Desk other(m_folder.path() / name, m_key.view(), m_clock, "anna", 3'000'000, true);
        other.add(visit());
        must(other.database().execute("DROP TRIGGER audit_is_frozen"));
        must(other.database().execute("UPDATE audit SET " + std::string(sql) + " WHERE sequence = 1"));
        EXPECT_EQ(1, other.verify().firstBad) << sql;
    }
}

TEST_F(AuditTrail, NoticesWordsMovedFromOneFieldToTheNext)
{
    tamper("UPDATE audit SET action = action || 'Z', detail = substr(detail, 2) WHERE sequence = 2");
    EXPECT_EQ(2, anna.verify().firstBad);
}

TEST_F(AuditTrail, NoticesAMissingEntry)
{
    tamper("DELETE FROM audit WHERE sequence = 2");
    const auto verdict = anna.verify();
    EXPECT_FALSE(verdict.isWhole);
    EXPECT_EQ(2, verdict.firstBad);
    EXPECT_EQ("an entry is missing", verdict.reason);
}

TEST_F(AuditTrail, NoticesAMissingStart)
{
    tamper("DELETE FROM audit WHERE sequence = 1");
    EXPECT_EQ(1, anna.verify().firstBad);
}

TEST_F(AuditTrail, NoticesACutOffEnd)
{
    tamper("DELETE FROM audit WHERE sequence = 4");
    const auto verdict = anna.verify();
    EXPECT_FALSE(verdict.isWhole);
    EXPECT_EQ(4, verdict.firstBad);
    EXPECT_EQ("the end of the trail is missing", verdict.reason);
}

TEST_F(AuditTrail, NoticesATrailThatIsGone)
{
    tamper("DELETE FROM audit");
    EXPECT_FALSE(anna.verify().isWhole);
}

TEST_F(AuditTrail, NoticesAnAddedEntry)
{
    tamper("INSERT INTO audit SELECT 5, at, account, action, encounter_id, detail, hash FROM audit WHERE sequence = 4");
    EXPECT_EQ(5, anna.verify().firstBad);
}

TEST_F(AuditTrail, GoesOnAfterASecondPersonWrote)
{
    const auto ben = another("ben", 2'000'000);
    ben->add(visit("T-2", 100));
    anna.add(visit("T-3", 200));
    EXPECT_TRUE(anna.verify().isWhole);
    EXPECT_EQ(6, anna.verify().entries);
}

TEST_F(AuditTrail, IsFilteredByPersonAndEncounter)
{
    another("ben", 2'000'000)->add(visit("T-2", 100));
    AuditFilter ben;
    ben.user = "ben";
    ASSERT_EQ(1U, anna.trail(ben).size());
    EXPECT_EQ("T-2", anna.trail(ben).front().event.encounter);
    AuditFilter first;
    first.encounter = "T-1";
    EXPECT_EQ(4U, anna.trail(first).size());
    first.user = "ben";
    EXPECT_TRUE(anna.trail(first).empty());
}

TEST_F(AuditTrail, LimitKeepsTheNewestOldestFirst)
{
    AuditFilter two;
    two.limit = 2;
    const auto entries = anna.trail(two);
    ASSERT_EQ(2U, entries.size());
    EXPECT_EQ(3, entries[0].sequence);
    EXPECT_EQ(4, entries[1].sequence);
}

TEST_F(AuditTrail, ReasonOfAReturnStaysWithTheEncounter)
{
    auto tx = must(anna.work->beginWrite());
    const auto stored = must(anna.encounters.load(*tx, "T-1"));
    auto next = stored.workflow;
    next.status = EncounterStatus::returned;
    next.assignedTo = "ben";
    next.note = "diabetes not proved";
    must(anna.encounters.setWorkflow(*tx, stored.encounter.row, stored.workflow, next, "encounter.return", anna.actor));
    must(tx->commit());
    EXPECT_EQ("encounter.return new > returned, to ben", anna.lastAudit());
    EXPECT_EQ("diabetes not proved", anna.load().workflow.note);
}

}  // namespace
}  // namespace cw::store
