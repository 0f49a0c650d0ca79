#include "tests/encounter/coding_fixture.h"

namespace cw {
namespace {

using namespace coding;

Modifier modifier(const char* text)
{
    return *Modifier::parse(text);
}

TEST_F(CodingTest, AddProcedureTakesDatesAndPointersFromTheEncounter)
{
    const auto next = addProcedure(start, procedure("20610"), {proof(1)}, ids);
    ASSERT_TRUE(next);
    const auto& line = next->procedures.back();
    EXPECT_EQ("20610", line.code.text);
    EXPECT_EQ(CodeSystem::cpt, line.system);
    EXPECT_EQ(Date::of(2025, 1, 15), line.serviceFrom);
    EXPECT_EQ(Date::of(2025, 1, 16), line.serviceTo);
    EXPECT_EQ(Quantity::whole(1), line.units);
    EXPECT_EQ((std::vector{diabetes, pressure, lipids}), line.pointers);
    EXPECT_EQ(1U, line.evidence.size());
}

TEST_F(CodingTest, AddProcedurePointsAtFourDiagnosesAtMost)
{
    for (int i = 0; i < 4; ++i) put(50 + i, "Z0000");
    EXPECT_EQ(4U, addProcedure(start, procedure("20610"), {}, ids)->procedures.back().pointers.size());
}

TEST_F(CodingTest, ReplaceProcedureChangesCodeAndSystem)
{
    const auto next = replaceProcedure(start, visit, procedure("G0439"));
    ASSERT_TRUE(next);
    EXPECT_EQ("G0439", next->find(visit)->code.text);
    EXPECT_EQ(CodeSystem::hcpcs, next->find(visit)->system);
    EXPECT_EQ("ENCOUNTER-010", id(replaceProcedure(start, visit, procedure("99213"))));
    EXPECT_EQ("ENCOUNTER-012", id(replaceProcedure(start, noLine, procedure("99213"))));
}

TEST_F(CodingTest, RemoveProcedureTakesTheLineAway)
{
    EXPECT_EQ("J0120", lines(*removeProcedure(start, visit)));
    EXPECT_EQ("ENCOUNTER-012", id(removeProcedure(start, noLine)));
}

TEST_F(CodingTest, MoveProcedureChangesTheOrder)
{
    EXPECT_EQ("J0120 99213", lines(*moveProcedure(start, visit, 1)));
    EXPECT_EQ("ENCOUNTER-010", id(moveProcedure(start, visit, -1)));
    EXPECT_EQ("ENCOUNTER-010", id(moveProcedure(start, drug, 1)));
    EXPECT_EQ("ENCOUNTER-012", id(moveProcedure(start, noLine, 1)));
}

TEST_F(CodingTest, SetModifiersKeepsTheirOrder)
{
    const auto next = setModifiers(start, visit, {modifier("25"), modifier("GT")});
    ASSERT_TRUE(next);
    EXPECT_EQ((std::vector<std::string>{"25", "GT"}), next->find(visit)->modifiers);
    EXPECT_TRUE(setModifiers(*next, visit, {})->find(visit)->modifiers.empty());
}

TEST_F(CodingTest, SetModifiersRefusesFiveTwiceTheSameAndNoChange)
{
    const std::vector five = {modifier("25"), modifier("RT"), modifier("LT"), modifier("GT"), modifier("59")};
    EXPECT_EQ("ENCOUNTER-015", id(setModifiers(start, visit, five)));
    EXPECT_EQ("ENCOUNTER-016", id(setModifiers(start, visit, {modifier("25"), modifier("25")})));
    EXPECT_EQ("ENCOUNTER-010", id(setModifiers(start, visit, {})));
    EXPECT_EQ("ENCOUNTER-012", id(setModifiers(start, noLine, {})));
}

TEST_F(CodingTest, SetUnitsAndCharge)
{
    const auto next = setCharge(*setUnits(start, visit, Quantity::whole(2)), visit, Money::cents(12500));
    ASSERT_TRUE(next);
    EXPECT_EQ(Quantity::whole(2), next->find(visit)->units);
    EXPECT_EQ(Money::cents(12500), next->totalCharges());
    EXPECT_EQ("ENCOUNTER-010", id(setUnits(start, visit, Quantity::whole(1))));
    EXPECT_EQ("ENCOUNTER-010", id(setCharge(start, visit, std::nullopt)));
    EXPECT_EQ("ENCOUNTER-012", id(setUnits(start, noLine, Quantity::whole(2))));
    EXPECT_EQ("ENCOUNTER-012", id(setCharge(start, noLine, Money::cents(1))));
}

TEST_F(CodingTest, SetServiceDatesRefusesAnEndBeforeTheStart)
{
    const auto from = Date::of(2025, 1, 15);
    EXPECT_EQ(from, setServiceDates(start, visit, from, from)->find(visit)->serviceTo);
    EXPECT_EQ("ENCOUNTER-017", id(setServiceDates(start, visit, from, from.plusDays(-1))));
    EXPECT_EQ("ENCOUNTER-012", id(setServiceDates(start, noLine, from, from)));
}

TEST_F(CodingTest, SetPlaceOfServiceIsEmptyForThatOfTheEncounter)
{
    const auto other = setPlaceOfService(start, visit, "22");
    ASSERT_TRUE(other);
    EXPECT_EQ("22", other->placeOf(*other->find(visit)));
    EXPECT_EQ("", setPlaceOfService(*other, visit, "11")->find(visit)->placeOfService);
    EXPECT_EQ("ENCOUNTER-010", id(setPlaceOfService(start, visit, "11")));
}

TEST_F(CodingTest, SetPlaceOfServiceRefusesWhatIsNotTwoDigits)
{
    for (const auto* place : {"1", "111", "1a", "--"})
        EXPECT_EQ("ENCOUNTER-018", id(setPlaceOfService(start, visit, place)));
    EXPECT_EQ("ENCOUNTER-012", id(setPlaceOfService(start, noLine, "22")));
}

TEST_F(CodingTest, TogglePointerAddsAtTheEndAndTakesAway)
{
    const auto added = togglePointer(start, visit, lipids);
    ASSERT_TRUE(added);
    EXPECT_EQ((std::vector{diabetes, pressure, lipids}), added->find(visit)->pointers);
    EXPECT_EQ((std::vector{pressure, lipids}), togglePointer(*added, visit, diabetes)->find(visit)->pointers);
}

TEST_F(CodingTest, TogglePointerRefusesWhatIsOnNoClaimAndAFifth)
{
    EXPECT_EQ("ENCOUNTER-011", id(togglePointer(start, visit, reason)));
    EXPECT_EQ("ENCOUNTER-011", id(togglePointer(start, visit, gone)));
    EXPECT_EQ("ENCOUNTER-012", id(togglePointer(start, noLine, diabetes)));
    put(5, "Z0000");
    put(6, "Z0001");
    start.procedures[0].pointers = {diabetes, pressure, lipids, DiagnosisId{5}};
    EXPECT_EQ("ENCOUNTER-019", id(togglePointer(start, visit, DiagnosisId{6})));
}

TEST_F(CodingTest, PointersThatNamedNothingGoWithTheFirstGoodOne)
{
    start.procedures[0].brokenPointers = {9, 0};
    EXPECT_TRUE(togglePointer(start, visit, lipids)->find(visit)->brokenPointers.empty());
    EXPECT_TRUE(setPointers(start, visit, {lipids})->find(visit)->brokenPointers.empty());
}

TEST_F(CodingTest, SetPointersReplacesAll)
{
    EXPECT_EQ((std::vector{lipids, diabetes}), setPointers(start, visit, {lipids, diabetes})->find(visit)->pointers);
    EXPECT_EQ("ENCOUNTER-010", id(setPointers(start, visit, {diabetes, pressure})));
    EXPECT_EQ("ENCOUNTER-011", id(setPointers(start, visit, {gone})));
    EXPECT_EQ("ENCOUNTER-012", id(setPointers(start, noLine, {})));
    EXPECT_EQ("ENCOUNTER-020", id(setPointers(start, visit, {diabetes, pressure, lipids, diabetes, pressure})));
}

TEST_F(CodingTest, SetNdcPutsAndTakesTheDrugCode)
{
    const DrugCode ndc{"00002751001", Quantity::whole(1), "ML", {}};
    const auto next = setNdc(start, drug, ndc);
    ASSERT_TRUE(next);
    EXPECT_EQ(ndc, next->find(drug)->ndc);
    EXPECT_FALSE(setNdc(*next, drug, std::nullopt)->find(drug)->ndc);
    EXPECT_EQ("ENCOUNTER-010", id(setNdc(start, drug, std::nullopt)));
    EXPECT_EQ("ENCOUNTER-012", id(setNdc(start, noLine, ndc)));
}

TEST_F(CodingTest, EvidenceIsAddedOncePerPlace)
{
    const auto onDiagnosis = addEvidence(start, diabetes, proof(1));
    ASSERT_TRUE(onDiagnosis);
    EXPECT_EQ("ENCOUNTER-010", id(addEvidence(*onDiagnosis, diabetes, proof(2))));
    EXPECT_EQ(2U, addEvidence(*onDiagnosis, diabetes, proof(2, 50))->find(diabetes)->evidence.size());
    EXPECT_EQ(1U, addEvidence(start, visit, proof(1))->find(visit)->evidence.size());
    EXPECT_EQ("ENCOUNTER-011", id(addEvidence(start, gone, proof(1))));
    EXPECT_EQ("ENCOUNTER-012", id(addEvidence(start, noLine, proof(1))));
}

TEST_F(CodingTest, EvidenceIsRemovedFromDiagnosesAndLines)
{
    const auto both = *addEvidence(*addEvidence(start, diabetes, proof(1)), visit, proof(2, 50));
    EXPECT_TRUE(removeEvidence(both, EvidenceId{1})->find(diabetes)->evidence.empty());
    EXPECT_TRUE(removeEvidence(both, EvidenceId{2})->find(visit)->evidence.empty());
    EXPECT_EQ("ENCOUNTER-010", id(removeEvidence(both, EvidenceId{3})));
}

}  // namespace
}  // namespace cw
