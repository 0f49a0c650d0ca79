#include "tests/encounter/coding_fixture.h"

#include <functional>
#include <random>

namespace cw {
namespace {

using namespace coding;

TEST_F(CodingTest, HistoryUndoesAndRedoesOneStep)
{
    CodingHistory history(start);
    ASSERT_TRUE(history.apply("Remove E11.9", removeDiagnosis(history.current(), diabetes)));
    EXPECT_EQ("Remove E11.9", history.undoLabel());
    history.undo();
    EXPECT_EQ(start, history.current());
    EXPECT_EQ("Remove E11.9", history.redoLabel());
    history.redo();
    EXPECT_EQ("I10 R0602 E785", codes(history.current()));
}

TEST_F(CodingTest, HistoryTakesNoFailedStep)
{
    CodingHistory history(start);
    const auto refused = history.apply("Remove", removeDiagnosis(history.current(), gone));
    ASSERT_FALSE(refused);
    EXPECT_EQ("ENCOUNTER-011", refused.error().id);
    EXPECT_FALSE(history.canUndo());
    EXPECT_EQ(start, history.current());
}

TEST_F(CodingTest, HistoryForgetsWhatWasUndoneAfterANewStep)
{
    CodingHistory history(start);
    ASSERT_TRUE(history.apply("Remove", removeDiagnosis(history.current(), diabetes)));
    history.undo();
    ASSERT_TRUE(history.apply("Move", moveDiagnosis(history.current(), lipids, -1)));
    EXPECT_FALSE(history.canRedo());
    EXPECT_EQ("", history.redoLabel());
}

TEST_F(CodingTest, HistoryAtItsEndsDoesNothing)
{
    CodingHistory history(start);
    history.undo();
    history.redo();
    EXPECT_EQ(start, history.current());
    EXPECT_EQ("", history.undoLabel());
}

TEST_F(CodingTest, EveryCodingStepCanBeUndoneAndRedone)
{
    const std::vector<std::function<Result<Encounter>(const Encounter&)>> steps = {
        [&](const Encounter& e) { return addDiagnosis(e, icd("Z00.00"), DiagnosisRole::diagnosis, {proof(1)}, ids); },
        [&](const Encounter& e) { return replaceDiagnosis(e, diabetes, icd("E11.22")); },
        [&](const Encounter& e) { return moveDiagnosis(e, lipids, -1); },
        [&](const Encounter& e) { return makeFirstListed(e, pressure); },
        [&](const Encounter& e) { return addProcedure(e, procedure("20610"), {}, ids); },
        [&](const Encounter& e) { return replaceProcedure(e, visit, procedure("99214")); },
        [&](const Encounter& e) { return moveProcedure(e, visit, 1); },
        [&](const Encounter& e) { return setModifiers(e, visit, {*Modifier::parse("25")}); },
        [&](const Encounter& e) { return setUnits(e, drug, Quantity::whole(3)); },
        [&](const Encounter& e) { return setCharge(e, drug, Money::cents(700)); },
        [&](const Encounter& e) { return setServiceDates(e, drug, Date::of(2025, 1, 15), Date::of(2025, 1, 15)); },
        [&](const Encounter& e) { return setPlaceOfService(e, drug, "22"); },
        [&](const Encounter& e) { return togglePointer(e, drug, pressure); },
        [&](const Encounter& e) { return setPointers(e, visit, {lipids}); },
        [&](const Encounter& e) {
            return setNdc(e, drug, DrugCode{"00002751001", Quantity::whole(1), "ML", {}});
        },
        [&](const Encounter& e) { return addEvidence(e, lipids, proof(2, 70)); },
        [&](const Encounter& e) { return addEvidence(e, visit, proof(3, 90)); },
        [&](const Encounter& e) { return removeEvidence(e, EvidenceId{2}); },
        [&](const Encounter& e) { return removeDiagnosis(e, diabetes); },
        [&](const Encounter& e) { return removeProcedure(e, drug); },
    };
    CodingHistory history(start);
    std::vector<Encounter> states = {start};
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const auto done = history.apply("step " + std::to_string(i), steps[i](history.current()));
        ASSERT_TRUE(done) << i << " " << describe(done.error());
        EXPECT_NE(states.back(), history.current()) << i;
        states.push_back(history.current());
    }
    for (std::size_t i = steps.size(); i > 0; --i) {
        EXPECT_EQ("step " + std::to_string(i - 1), history.undoLabel());
        history.undo();
        EXPECT_EQ(states[i - 1], history.current()) << i;
    }
    EXPECT_FALSE(history.canUndo());
    for (std::size_t i = 0; i < steps.size(); ++i) {
        history.redo();
        EXPECT_EQ(states[i + 1], history.current()) << i;
    }
    EXPECT_FALSE(history.canRedo());
}

TEST_F(CodingTest, RandomUndoAndRedoNeverLosesAState)
{
    std::mt19937 random(20250115);
    CodingHistory history(start);
    std::vector<Encounter> states = {start};
    std::size_t at = 0;
    for (int i = 0; i < 2000; ++i) {
        const auto choice = random() % 3;
        if (choice == 0) {
            const auto units = Quantity::whole(2 + i);
            ASSERT_TRUE(history.apply("units", setUnits(history.current(), visit, units)));
            states.resize(at + 1);
            states.push_back(history.current());
            ++at;
        } else if (choice == 1 && at > 0) {
            history.undo();
            --at;
        } else if (choice == 2 && at + 1 < states.size()) {
            history.redo();
            ++at;
        }
        ASSERT_EQ(states[at], history.current());
        ASSERT_EQ(at > 0, history.canUndo());
        ASSERT_EQ(at + 1 < states.size(), history.canRedo());
    }
}

}  // namespace
}  // namespace cw
