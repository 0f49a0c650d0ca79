#include "encounter/coding.h"
#include "tests/store/work_fixture.h"

namespace cw::store {
namespace {

/// Anna and Ben have the same encounter open.
class TwoPeople : public WorkTest {
protected:
    TwoPeople()
    {
        anna.add(visit());
        seenByAnna = anna.load();
        seenByBen = ben->load();
    }
    static Encounter withCode(Encounter encounter, std::size_t at, const char* code)
    {
        encounter.diagnoses[at].code.text = code;
        return encounter;
    }
    static Encounter withCharge(Encounter encounter, std::size_t at, std::int64_t cents)
    {
        encounter.procedures[at].charge = Money::cents(cents);
        return encounter;
    }
    std::string codes()
    {
        std::string all;
        for (const auto& one : anna.load().encounter.diagnoses) all += one.code.text + " ";
        return all;
    }

    std::unique_ptr<Desk> ben = another("ben", 2'000'000);
    StoredEncounter seenByAnna;
    StoredEncounter seenByBen;
};

TEST_F(TwoPeople, WhoChangeDifferentDiagnosesAreBothSaved)
{
    EXPECT_TRUE(anna.save(seenByAnna, withCode(seenByAnna.encounter, 0, "E1122")));
    EXPECT_TRUE(ben->save(seenByBen, withCode(seenByBen.encounter, 1, "I110")));
    EXPECT_EQ("E1122 I110 E785 ", codes());
}

TEST_F(TwoPeople, WhoChangeTheSameDiagnosisConflictAndNothingChanges)
{
    EXPECT_TRUE(anna.save(seenByAnna, withCode(seenByAnna.encounter, 0, "E1122")));
    const auto before = anna.trail().size();
    const auto second = ben->save(seenByBen, withCode(seenByBen.encounter, 0, "E1165"));
    ASSERT_FALSE(second);
    EXPECT_EQ("STORE-060", second.error().id);
    EXPECT_EQ(ErrorKind::conflict, second.error().kind);
    EXPECT_EQ("E1122 I10 E785 ", codes());
    EXPECT_EQ(before, anna.trail().size());
}

TEST_F(TwoPeople, AConflictInOneRowKeepsBackTheOthersToo)
{
    EXPECT_TRUE(anna.save(seenByAnna, withCode(seenByAnna.encounter, 1, "I110")));
    auto both = withCode(withCode(seenByBen.encounter, 0, "E1165"), 1, "I119");
    EXPECT_FALSE(ben->save(seenByBen, both));
    EXPECT_EQ("E119 I110 E785 ", codes());
}

TEST_F(TwoPeople, WhoChangeADiagnosisAndALineAreBothSaved)
{
    EXPECT_TRUE(anna.save(seenByAnna, withCode(seenByAnna.encounter, 0, "E1122")));
    EXPECT_TRUE(ben->save(seenByBen, withCharge(seenByBen.encounter, 0, 13000)));
    const auto stored = anna.load().encounter;
    EXPECT_EQ("E1122", stored.diagnoses[0].code.text);
    EXPECT_EQ(Money::cents(13000), stored.procedures[0].charge);
}

TEST_F(TwoPeople, WhoChangeTheSameLineConflict)
{
    EXPECT_TRUE(anna.save(seenByAnna, withCharge(seenByAnna.encounter, 0, 13000)));
    const auto second = ben->save(seenByBen, withCharge(seenByBen.encounter, 0, 14000));
    ASSERT_FALSE(second);
    EXPECT_NE(std::string::npos, second.error().detail.find("procedure line"));
    EXPECT_EQ(Money::cents(13000), anna.load().encounter.procedures[0].charge);
}

TEST_F(TwoPeople, ChargesOfTheWorklistCountEverybodysLines)
{
    EXPECT_TRUE(anna.save(seenByAnna, withCharge(seenByAnna.encounter, 0, 10000)));
    EXPECT_TRUE(ben->save(seenByBen, withCharge(seenByBen.encounter, 1, 5000)));
    auto tx = must(anna.work->beginRead());
    EXPECT_EQ(Money::cents(15000), must(anna.encounters.list(*tx, {})).front().charges);
}

TEST_F(TwoPeople, WhoBothAddADiagnosisKeepBoth)
{
    auto byAnna = seenByAnna.encounter;
    byAnna.diagnoses.push_back(diagnosis(51, "Z0000"));
    auto byBen = seenByBen.encounter;
    byBen.diagnoses.push_back(diagnosis(52, "Z0001"));
    EXPECT_TRUE(anna.save(seenByAnna, byAnna));
    EXPECT_TRUE(ben->save(seenByBen, byBen));
    EXPECT_EQ("E119 I10 E785 Z0000 Z0001 ", codes());
}

TEST_F(TwoPeople, RemovingWhatTheOtherChangedConflicts)
{
    EXPECT_TRUE(anna.save(seenByAnna, withCode(seenByAnna.encounter, 2, "E780")));
    const auto second = ben->save(seenByBen, *coding::removeDiagnosis(seenByBen.encounter, DiagnosisId{3}));
    ASSERT_FALSE(second);
    EXPECT_EQ("STORE-060", second.error().id);
    EXPECT_EQ("E119 I10 E780 ", codes());
}

TEST_F(TwoPeople, ChangingWhatTheOtherRemovedConflicts)
{
    EXPECT_TRUE(anna.save(seenByAnna, *coding::removeDiagnosis(seenByAnna.encounter, DiagnosisId{3})));
    EXPECT_FALSE(ben->save(seenByBen, withCode(seenByBen.encounter, 2, "E780")));
    EXPECT_EQ("E119 I10 ", codes());
}

TEST_F(TwoPeople, APointerAtWhatTheOtherRemovedStaysForTheEditsToFind)
{
    EXPECT_TRUE(anna.save(seenByAnna, *coding::removeDiagnosis(seenByAnna.encounter, DiagnosisId{3})));
    EXPECT_TRUE(ben->save(seenByBen, *coding::togglePointer(seenByBen.encounter, ProcedureId{12}, DiagnosisId{3})));
    const auto stored = anna.load().encounter;
    ASSERT_EQ(2U, stored.procedures[1].pointers.size());
    EXPECT_EQ(0, stored.claimPosition(stored.procedures[1].pointers[1]));
}

TEST_F(TwoPeople, WhoBothChangeTheHeaderConflict)
{
    auto byAnna = seenByAnna.encounter;
    byAnna.service.placeOfService = "22";
    auto byBen = seenByBen.encounter;
    byBen.service.placeOfService = "23";
    EXPECT_TRUE(anna.save(seenByAnna, byAnna));
    const auto second = ben->save(seenByBen, byBen);
    ASSERT_FALSE(second);
    EXPECT_EQ("STORE-066", second.error().id);
    EXPECT_EQ("22", anna.load().encounter.service.placeOfService);
}

TEST_F(TwoPeople, HeaderAndRowsDoNotDisturbEachOther)
{
    auto byAnna = seenByAnna.encounter;
    byAnna.service.placeOfService = "22";
    EXPECT_TRUE(anna.save(seenByAnna, byAnna));
    EXPECT_TRUE(ben->save(seenByBen, withCode(seenByBen.encounter, 0, "E1122")));
    EXPECT_EQ("22", anna.load().encounter.service.placeOfService);
}

TEST_F(TwoPeople, VersionsThatASaveReturnsFitTheNextSave)
{
    const auto first = withCode(seenByAnna.encounter, 0, "E1122");
    const auto versions = anna.save(seenByAnna, first);
    ASSERT_TRUE(versions);
    StoredEncounter next = seenByAnna;
    next.encounter = first;
    next.versions = *versions;
    EXPECT_TRUE(anna.save(next, withCode(first, 0, "E1165")));
    EXPECT_EQ("E1165 I10 E785 ", codes());
}

TEST_F(TwoPeople, WhoBothMoveTheWorkflowConflict)
{
    const auto move = [](Desk& desk, const StoredEncounter& seen, EncounterStatus to) {
        auto tx = must(desk.work->beginWrite());
        auto next = seen.workflow;
        next.status = to;
        auto moved =
            desk.encounters.setWorkflow(*tx, seen.encounter.row, seen.workflow, next, "encounter.step", desk.actor);
        if (moved) must(tx->commit());
        return moved;
    };
    EXPECT_TRUE(move(anna, seenByAnna, EncounterStatus::inCoding));
    const auto second = move(*ben, seenByBen, EncounterStatus::pending);
    ASSERT_FALSE(second);
    EXPECT_EQ("STORE-067", second.error().id);
    EXPECT_EQ(EncounterStatus::inCoding, anna.load().workflow.status);
}

TEST_F(TwoPeople, SavingNothingChangesNothing)
{
    const auto before = anna.trail().size();
    EXPECT_TRUE(anna.save(seenByAnna, seenByAnna.encounter));
    EXPECT_EQ(before, anna.trail().size());
    EXPECT_EQ(seenByAnna.versions.rows, anna.load().versions.rows);
}

}  // namespace
}  // namespace cw::store
