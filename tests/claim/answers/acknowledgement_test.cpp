#include "tests/claim/answers/answer_files.h"

#include <gtest/gtest.h>

namespace cw::answers {
namespace {

TEST(InterchangeAcknowledgement, StandsAloneInItsInterchange)
{
    const auto file = readFile("ta1_alone.x12");
    const auto ack = only<InterchangeAck>(file);
    EXPECT_EQ("000000219", ack.controlNumber);
    EXPECT_EQ('A', ack.code);
    EXPECT_EQ("000", ack.note);
    EXPECT_EQ("CLEARCO", ack.origin.sender);
    EXPECT_EQ("SUB310123456", ack.origin.receiver);
    EXPECT_EQ("000000901", ack.origin.controlNumber);
    EXPECT_EQ(Date::of(2026, 11, 20), ack.origin.day);
    EXPECT_FALSE(ack.origin.test);
    EXPECT_EQ(2, ack.origin.firstSegment);
    EXPECT_EQ(3, file.segments);
    EXPECT_TRUE(file.warnings.empty());
}

TEST(InterchangeAcknowledgement, RefusesWithANote)
{
    const auto ack = only<InterchangeAck>(readFile("ta1_rejected.x12"));
    EXPECT_EQ('R', ack.code);
    EXPECT_EQ("025", ack.note);
}

// imsweb/x12-parser#77, azoner/pyx12#160: readers fail on a TA1 before the first group.
TEST(InterchangeAcknowledgement, StandsBeforeGroups)
{
    const auto file = readFile("ta1_before_999.x12");
    ASSERT_EQ(2U, file.answers.size());
    EXPECT_EQ('E', std::get<InterchangeAck>(file.answers[0]).code);
    EXPECT_EQ('A', std::get<GroupAck>(file.answers[1]).code);
    EXPECT_TRUE(file.warnings.empty());
}

TEST(GroupAcknowledgement, TellsThatAllWasTaken)
{
    const auto ack = only<GroupAck>(readFile("999_accepted.x12"));
    EXPECT_EQ("219", ack.groupNumber);
    EXPECT_EQ('A', ack.code);
    EXPECT_EQ(1, ack.included);
    EXPECT_EQ(1, ack.received);
    EXPECT_EQ(1, ack.accepted);
    ASSERT_EQ(1U, ack.sets.size());
    EXPECT_EQ("0001", ack.sets[0].setNumber);
    EXPECT_EQ('A', ack.sets[0].code);
    EXPECT_EQ(3, ack.origin.firstSegment);
    EXPECT_EQ(8, ack.origin.lastSegment);
}

TEST(GroupAcknowledgement, KeepsErrorsOfWhatWasTaken)
{
    const auto ack = only<GroupAck>(readFile("999_accepted_with_errors.x12"));
    EXPECT_EQ('E', ack.code);
    ASSERT_EQ(1U, ack.sets.size());
    EXPECT_EQ('E', ack.sets[0].code);
    EXPECT_EQ(std::vector<std::string>{"5"}, ack.sets[0].codes);
    ASSERT_EQ(1U, ack.sets[0].faults.size());
    const auto& fault = ack.sets[0].faults[0];
    EXPECT_EQ("N4", fault.segment);
    EXPECT_EQ(14, fault.position);
    EXPECT_EQ("2010BA", fault.loop);
    EXPECT_EQ("8", fault.code);
    ASSERT_EQ(1U, fault.elements.size());
    EXPECT_EQ(3, fault.elements[0].element);
    EXPECT_EQ("5", fault.elements[0].code);
    EXPECT_EQ("454022", fault.elements[0].badValue);
}

TEST(GroupAcknowledgement, KeepsContextsComponentsAndSeveralFaults)
{
    const auto ack = only<GroupAck>(readFile("999_rejected.x12"));
    EXPECT_EQ('R', ack.code);
    ASSERT_EQ(1U, ack.sets.size());
    EXPECT_EQ((std::vector<std::string>{"5", "I5"}), ack.sets[0].codes);
    const auto& faults = ack.sets[0].faults;
    ASSERT_EQ(3U, faults.size());
    EXPECT_EQ((std::vector<std::string>{"CLM01:V-1001", "SITUATIONAL TRIGGER*CLM*26**5:1*C023:1325"}),
              faults[0].contexts);
    EXPECT_EQ(5, faults[0].elements[0].element);
    EXPECT_EQ(1, faults[0].elements[0].component);
    EXPECT_EQ(1, faults[0].elements[0].repetition);
    EXPECT_EQ("I9", faults[1].code);
    EXPECT_TRUE(faults[1].elements.empty());
    ASSERT_EQ(2U, faults[2].elements.size());
    EXPECT_EQ(2, faults[2].elements[0].component);
    EXPECT_EQ("9921X", faults[2].elements[0].badValue);
    EXPECT_EQ(7, faults[2].elements[1].element);
}

TEST(GroupAcknowledgement, TakesAGroupInPart)
{
    const auto ack = only<GroupAck>(readFile("999_partial.x12"));
    EXPECT_EQ('P', ack.code);
    EXPECT_EQ(3, ack.received);
    EXPECT_EQ(2, ack.accepted);
    ASSERT_EQ(3U, ack.sets.size());
    EXPECT_EQ('A', ack.sets[0].code);
    EXPECT_EQ('R', ack.sets[1].code);
    EXPECT_EQ("0002", ack.sets[1].setNumber);
    EXPECT_EQ('A', ack.sets[2].code);
}

TEST(GroupAcknowledgement, TakesLoopsOfSixCharacters)
{
    const auto ack = only<GroupAck>(readFile("999_six_character_loop.x12"));
    ASSERT_EQ(1U, ack.sets.size());
    EXPECT_EQ("2010BA", ack.sets[0].faults[0].loop);
}

TEST(GroupAcknowledgement, WarnsOfWrongCountsAndNumbers)
{
    const auto file = readFile("999_wrong_counts.x12");
    EXPECT_EQ('A', only<GroupAck>(file).code);
    EXPECT_TRUE(hasWarning(file, "interchange 000000901: SE01 says 12 segments, there are 6"));
    EXPECT_TRUE(hasWarning(file, "GE01 says 4 transaction sets, there are 1"));
    EXPECT_TRUE(hasWarning(file, "GE02 is not the control number of GS"));
    EXPECT_TRUE(hasWarning(file, "IEA01 says 3 groups, there are 1"));
    EXPECT_TRUE(hasWarning(file, "IEA02 is not the control number of ISA"));
    EXPECT_EQ(5U, file.warnings.size());
}

TEST(GroupAcknowledgement, ReadsA997)
{
    const auto file = readFile("997.x12");
    const auto ack = only<GroupAck>(file);
    EXPECT_EQ('R', ack.code);
    ASSERT_EQ(1U, ack.sets.size());
    ASSERT_EQ(1U, ack.sets[0].faults.size());
    EXPECT_EQ("HI", ack.sets[0].faults[0].segment);
    EXPECT_EQ(2, ack.sets[0].faults[0].elements[0].component);
    EXPECT_EQ("Z999", ack.sets[0].faults[0].elements[0].badValue);
    EXPECT_TRUE(file.warnings.empty());
}

TEST(GroupAcknowledgement, JudgesASetWithoutIk5ByItsGroup)
{
    const auto taken = only<GroupAck>(mustRead(replaced(answerBytes("999_accepted.x12"), "IK5*A~\n", "")));
    EXPECT_EQ('A', taken.sets.at(0).code);
    const auto refused = only<GroupAck>(mustRead(replaced(answerBytes("999_rejected.x12"), "IK5*R*5*I5~\n", "")));
    EXPECT_EQ('R', refused.sets.at(0).code);
}

TEST(GroupAcknowledgement, JudgesAGroupWithoutAk9ByItsSets)
{
    const auto file = mustRead(replaced(answerBytes("999_partial.x12"), "AK9*P*3*3*2~\n", ""));
    EXPECT_EQ('P', only<GroupAck>(file).code);
    EXPECT_TRUE(hasWarning(file, "AK9 is missing"));
}

}  // namespace
}  // namespace cw::answers
