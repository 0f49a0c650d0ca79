#include "encounter/coding.h"
#include "tests/store/work_fixture.h"

namespace cw::store {
namespace {

class Voided : public WorkTest {
protected:
    Voided()
    {
        anna.add(visit());
        const auto version = anna.addDocument("type 2 diabetes");
        const auto plain = anna.load();
        Evidence evidence;
        evidence.id = EvidenceId{71};
        evidence.span = {version, 0, 0, 15};
        evidence.quote = "type 2 diabetes";
        evidence.digest = "d";
        evidence.documentTitle = "Visit";
        auto proved = *coding::addEvidence(plain.encounter, DiagnosisId{1}, evidence);
        evidence.id = EvidenceId{72};
        proved = *coding::addEvidence(proved, ProcedureId{11}, evidence);
        must(anna.save(plain, proved));
        seen = anna.load();
    }
    /// Saves `after` and then what was seen before, as undo does.
    void saveAndTakeBack(const Encounter& after)
    {
        auto versions = must(anna.save(seen, after));
        StoredEncounter changed = seen;
        changed.encounter = after;
        changed.versions = versions;
        must(anna.save(changed, seen.encounter));
    }

    StoredEncounter seen;
};

TEST_F(Voided, DiagnosisKeepsWhoAndWhen)
{
    must(anna.save(seen, *coding::removeDiagnosis(seen.encounter, DiagnosisId{1})));
    EXPECT_EQ("anna", anna.ask("SELECT voided_by FROM diagnosis WHERE id = 1"));
    EXPECT_EQ(std::to_string(m_clock.now().milliseconds), anna.ask("SELECT voided_at FROM diagnosis WHERE id = 1"));
    EXPECT_EQ("E119", anna.ask("SELECT code FROM diagnosis WHERE id = 1"));
    EXPECT_EQ(2U, anna.load().encounter.diagnoses.size());
}

TEST_F(Voided, DiagnosisTakesItsProofWithIt)
{
    must(anna.save(seen, *coding::removeDiagnosis(seen.encounter, DiagnosisId{1})));
    EXPECT_EQ("anna", anna.ask("SELECT voided_by FROM evidence WHERE id = 71"));
    EXPECT_EQ("type 2 diabetes", anna.ask("SELECT quote FROM evidence WHERE id = 71"));
}

TEST_F(Voided, LineKeepsWhoAndWhen)
{
    must(anna.save(seen, *coding::removeProcedure(seen.encounter, ProcedureId{11})));
    EXPECT_EQ("anna", anna.ask("SELECT voided_by FROM procedure_line WHERE id = 11"));
    EXPECT_EQ("99213", anna.ask("SELECT code FROM procedure_line WHERE id = 11"));
    EXPECT_EQ(1U, anna.load().encounter.procedures.size());
}

TEST_F(Voided, UndoBringsTheSameDiagnosisBackAlive)
{
    saveAndTakeBack(*coding::removeDiagnosis(seen.encounter, DiagnosisId{1}));
    EXPECT_EQ(seen.encounter, anna.load().encounter);
    EXPECT_EQ("1", anna.ask("SELECT count(*) FROM diagnosis WHERE id = 1 AND voided_at IS NULL AND voided_by IS NULL"));
    EXPECT_EQ("3", anna.ask("SELECT count(*) FROM diagnosis"));
    EXPECT_GT(anna.load().versions.rows[1], seen.versions.rows[1]);
}

TEST_F(Voided, UndoBringsTheSameLineBackWithModifiersPointersAndProof)
{
    saveAndTakeBack(*coding::removeProcedure(seen.encounter, ProcedureId{11}));
    EXPECT_EQ(seen.encounter, anna.load().encounter);
    EXPECT_EQ("2", anna.ask("SELECT count(*) FROM procedure_line"));
}

TEST_F(Voided, UndoBringsTheSameProofBack)
{
    saveAndTakeBack(*coding::removeEvidence(seen.encounter, EvidenceId{71}));
    EXPECT_EQ(seen.encounter, anna.load().encounter);
    EXPECT_EQ("2", anna.ask("SELECT count(*) FROM evidence"));
}

TEST_F(Voided, UndoOfAnAdditionVoidsIt)
{
    auto more = seen.encounter;
    more.diagnoses.push_back(diagnosis(51, "Z0000"));
    saveAndTakeBack(more);
    EXPECT_EQ(seen.encounter, anna.load().encounter);
    EXPECT_EQ("anna", anna.ask("SELECT voided_by FROM diagnosis WHERE id = 51"));
}

TEST_F(Voided, UndoOfAMoveRestoresTheOrder)
{
    saveAndTakeBack(*coding::moveDiagnosis(seen.encounter, DiagnosisId{3}, -2));
    EXPECT_EQ(seen.encounter, anna.load().encounter);
}

TEST_F(Voided, OrderOfTheClaimIsStored)
{
    const auto moved = *coding::makeFirstListed(seen.encounter, DiagnosisId{3});
    must(anna.save(seen, moved));
    EXPECT_EQ(moved, anna.load().encounter);
    EXPECT_EQ(1, anna.load().encounter.claimPosition(DiagnosisId{3}));
}

TEST_F(Voided, RowsAreNeverDeleted)
{
    auto bare = seen.encounter;
    bare.diagnoses.clear();
    bare.procedures.clear();
    must(anna.save(seen, bare));
    EXPECT_EQ("3", anna.ask("SELECT count(*) FROM diagnosis"));
    EXPECT_EQ("2", anna.ask("SELECT count(*) FROM procedure_line"));
    EXPECT_EQ("2", anna.ask("SELECT count(*) FROM evidence"));
    EXPECT_TRUE(anna.load().encounter.diagnoses.empty());
}

}  // namespace
}  // namespace cw::store
