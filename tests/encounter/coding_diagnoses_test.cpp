#include "tests/encounter/coding_fixture.h"

namespace cw {
namespace {

using namespace coding;

TEST_F(CodingTest, AddDiagnosisPutsItLastWithItsProof)
{
    const auto next = addDiagnosis(start, icd("Z00.00"), DiagnosisRole::diagnosis, {proof(1)}, ids);
    ASSERT_TRUE(next);
    EXPECT_EQ("E119 I10 R0602 E785 Z0000", codes(*next));
    EXPECT_EQ(DiagnosisId{100}, next->diagnoses.back().id);
    EXPECT_EQ(1U, next->diagnoses.back().evidence.size());
}

TEST_F(CodingTest, AddDiagnosisThatStandsGetsTheProofInstead)
{
    const auto next = addDiagnosis(start, icd("I10"), DiagnosisRole::diagnosis, {proof(1)}, ids);
    ASSERT_TRUE(next);
    EXPECT_EQ(codes(start), codes(*next));
    EXPECT_EQ(1U, next->find(pressure)->evidence.size());
}

TEST_F(CodingTest, AddDiagnosisThatStandsWithoutNewProofIsRefused)
{
    EXPECT_EQ("ENCOUNTER-013", id(addDiagnosis(start, icd("I10"), DiagnosisRole::diagnosis, {}, ids)));
    const auto proved = *addDiagnosis(start, icd("I10"), DiagnosisRole::diagnosis, {proof(1)}, ids);
    EXPECT_EQ("ENCOUNTER-013", id(addDiagnosis(proved, icd("I10"), DiagnosisRole::diagnosis, {proof(2)}, ids)));
}

TEST_F(CodingTest, AddDiagnosisInAnotherRoleIsAnotherRow)
{
    const auto next = addDiagnosis(start, icd("I10"), DiagnosisRole::admitting, {}, ids);
    ASSERT_TRUE(next);
    EXPECT_EQ(5U, next->diagnoses.size());
}

TEST_F(CodingTest, ReplaceDiagnosisKeepsRowAndPointers)
{
    const auto next = replaceDiagnosis(start, diabetes, icd("E11.22"));
    ASSERT_TRUE(next);
    EXPECT_EQ("E1122 I10 R0602 E785", codes(*next));
    EXPECT_EQ(start.procedures, next->procedures);
}

TEST_F(CodingTest, ReplaceDiagnosisRefusesTheSameAnExistingAndAGoneOne)
{
    EXPECT_EQ("ENCOUNTER-010", id(replaceDiagnosis(start, diabetes, icd("E11.9"))));
    EXPECT_EQ("ENCOUNTER-014", id(replaceDiagnosis(start, diabetes, icd("I10"))));
    EXPECT_EQ("ENCOUNTER-011", id(replaceDiagnosis(start, gone, icd("I10"))));
}

TEST_F(CodingTest, RemoveDiagnosisDropsPointersAtIt)
{
    const auto next = removeDiagnosis(start, diabetes);
    ASSERT_TRUE(next);
    EXPECT_EQ("I10 R0602 E785", codes(*next));
    EXPECT_EQ((std::vector{pressure}), next->find(visit)->pointers);
}

TEST_F(CodingTest, RemoveDiagnosisThatIsGoneIsRefused)
{
    EXPECT_EQ("ENCOUNTER-011", id(removeDiagnosis(start, gone)));
}

TEST_F(CodingTest, MoveDiagnosisStepsOverOtherRoles)
{
    const auto next = moveDiagnosis(start, lipids, -1);
    ASSERT_TRUE(next);
    EXPECT_EQ(2, next->claimPosition(lipids));
    EXPECT_EQ(3, next->claimPosition(pressure));
}

TEST_F(CodingTest, MoveDiagnosisKeepsPointersAtTheSameRows)
{
    const auto next = moveDiagnosis(start, diabetes, 1);
    ASSERT_TRUE(next);
    EXPECT_EQ("I10 E119 R0602 E785", codes(*next));
    EXPECT_EQ(start.find(visit)->pointers, next->find(visit)->pointers);
    EXPECT_EQ(2, next->claimPosition(diabetes));
}

TEST_F(CodingTest, MoveDiagnosisBeyondTheEndsIsRefused)
{
    EXPECT_EQ("ENCOUNTER-010", id(moveDiagnosis(start, diabetes, -1)));
    EXPECT_EQ("ENCOUNTER-010", id(moveDiagnosis(start, lipids, 1)));
    EXPECT_EQ("ENCOUNTER-010", id(moveDiagnosis(start, lipids, 0)));
    EXPECT_EQ("ENCOUNTER-011", id(moveDiagnosis(start, gone, 1)));
}

TEST_F(CodingTest, MakeFirstListedPutsItAtPositionOne)
{
    const auto next = makeFirstListed(start, lipids);
    ASSERT_TRUE(next);
    EXPECT_EQ(1, next->claimPosition(lipids));
    EXPECT_EQ(2, next->claimPosition(diabetes));
    EXPECT_EQ(3, next->claimPosition(pressure));
}

TEST_F(CodingTest, MakeFirstListedRefusesTheFirstAndWhatIsOnNoClaim)
{
    EXPECT_EQ("ENCOUNTER-010", id(makeFirstListed(start, diabetes)));
    EXPECT_EQ("ENCOUNTER-011", id(makeFirstListed(start, reason)));
    EXPECT_EQ("ENCOUNTER-011", id(makeFirstListed(start, gone)));
}

}  // namespace
}  // namespace cw
