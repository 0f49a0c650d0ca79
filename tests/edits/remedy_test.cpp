#include "edits/engine/remedy.h"

#include "edit_cases.h"

#include <gmock/gmock.h>

namespace cw::test {

namespace {

using Kind = Remedy::Kind;

std::vector<std::string> codesOf(const Encounter& encounter)
{
    std::vector<std::string> codes;
    for (const auto* diagnosis : encounter.claimDiagnoses()) codes.push_back(diagnosis->code.text);
    return codes;
}

class RemedyTest : public testing::Test {
protected:
    Result<Encounter> apply(const Remedy& remedy) { return applyRemedy(m_encounter, remedy, m_ids); }
    Encounter m_encounter = [] {
        auto encounter = cleanEncounter();
        addDiagnosis(encounter, "N1831");
        return encounter;
    }();
    CountingIdSource m_ids{100};  // Beyond those of the encounter.
};

TEST_F(RemedyTest, AddsACodeBehindAnother)
{
    const auto next = apply({.kind = Kind::addDiagnosis, .diagnosis = {1}, .code = "Z794"});
    ASSERT_TRUE(next);
    EXPECT_THAT(codesOf(*next), testing::ElementsAre("E119", "Z794", "I10", "N1831"));
}

TEST_F(RemedyTest, AddsAtTheEndWithoutAPlace)
{
    EXPECT_THAT(codesOf(*apply({.kind = Kind::addDiagnosis, .code = "Z794"})),
                testing::ElementsAre("E119", "I10", "N1831", "Z794"));
}

TEST_F(RemedyTest, ReplacesAndKeepsThePointers)
{
    const auto next = apply({.kind = Kind::replaceDiagnosis, .diagnosis = {1}, .code = "E1122"});
    ASSERT_TRUE(next);
    EXPECT_THAT(codesOf(*next), testing::ElementsAre("E1122", "I10", "N1831"));
    EXPECT_EQ(DiagnosisId{1}, next->procedures.front().pointers.front());
}

TEST_F(RemedyTest, PlacesBehindAnotherFromEitherSide)
{
    EXPECT_THAT(codesOf(*apply({.kind = Kind::placeAfter, .diagnosis = {3}, .other = {1}})),
                testing::ElementsAre("E119", "N1831", "I10"));
    EXPECT_THAT(codesOf(*apply({.kind = Kind::placeAfter, .diagnosis = {1}, .other = {3}})),
                testing::ElementsAre("I10", "N1831", "E119"));
}

TEST_F(RemedyTest, MakesFirstAndRemoves)
{
    EXPECT_EQ("N1831", codesOf(*apply({.kind = Kind::makeFirst, .diagnosis = {3}})).front());
    EXPECT_THAT(codesOf(*apply({.kind = Kind::removeDiagnosis, .diagnosis = {2}})),
                testing::ElementsAre("E119", "N1831"));
}

TEST_F(RemedyTest, ChangesModifiersAndUnits)
{
    const auto more = apply({.kind = Kind::appendModifier, .line = {11}, .code = "59"});
    ASSERT_TRUE(more);
    EXPECT_THAT(more->procedures.front().modifiers, testing::ElementsAre("25", "59"));
    EXPECT_THAT(apply({.kind = Kind::removeModifier, .line = {11}, .code = "25"})->procedures.front().modifiers,
                testing::IsEmpty());
    EXPECT_EQ(Quantity::whole(2),
              apply({.kind = Kind::setUnits, .line = {11}, .units = Quantity::whole(2)})->procedures.front().units);
}

TEST_F(RemedyTest, SetsThePoaIndicator)
{
    const auto next = apply({.kind = Kind::setPresentOnAdmission, .diagnosis = {1}, .code = "Y"});
    ASSERT_TRUE(next);
    EXPECT_EQ("Y", next->diagnoses.front().presentOnAdmission);
}

TEST_F(RemedyTest, RefusesWhenItsRowsAreGone)
{
    for (const auto& remedy : {Remedy{.kind = Kind::addDiagnosis, .diagnosis = {99}, .code = "Z794"},
                               Remedy{.kind = Kind::placeAfter, .diagnosis = {1}, .other = {99}},
                               Remedy{.kind = Kind::appendModifier, .line = {99}, .code = "59"},
                               Remedy{.kind = Kind::setPresentOnAdmission, .diagnosis = {99}, .code = "Y"}}) {
        const auto next = apply(remedy);
        ASSERT_FALSE(next);
        EXPECT_EQ("EDITS-030", next.error().id);
    }
}

}  // namespace

}  // namespace cw::test
