#include "tests/claim/answers/answer_files.h"

#include <gtest/gtest.h>

namespace cw::answers {
namespace {

TEST(StatusReport, TellsWhatWasAccepted)
{
    const auto file = readFile("277ca_accepted.x12");
    const auto report = only<StatusReport>(file);
    EXPECT_EQ("EXAMPLE HEALTH PLAN", report.sourceName);
    EXPECT_EQ("12345", report.sourceId);
    EXPECT_EQ("B000219", report.batchReference);
    EXPECT_FALSE(report.isReceiverRejected);
    EXPECT_EQ(2, report.acceptedCount);
    EXPECT_FALSE(report.rejectedCount);
    EXPECT_EQ(Money::cents(53700), report.acceptedAmount);
    ASSERT_EQ(2U, report.claims.size());
    const auto& first = report.claims[0];
    EXPECT_EQ("V-1001", first.claimNumber);
    EXPECT_TRUE(first.isAccepted);
    EXPECT_EQ("26325000101", first.payerControlNumber);
    EXPECT_EQ((std::vector<StatusCode>{{"A2", "20", "PR"}}), first.statuses);
    EXPECT_EQ(Money::cents(41200), first.amount);
    EXPECT_EQ(Date::of(2026, 11, 20), first.day);
    EXPECT_EQ("ROE", first.lastName);
    EXPECT_EQ("W100000001", first.memberId);
    EXPECT_EQ(Date::of(2026, 11, 2), first.serviceFrom);
    EXPECT_EQ(Date::of(2026, 11, 2), first.serviceTo);
    EXPECT_EQ(Date::of(2026, 11, 3), report.claims[1].serviceFrom);
    EXPECT_EQ(Date::of(2026, 11, 5), report.claims[1].serviceTo);
    EXPECT_TRUE(file.warnings.empty());
}

TEST(StatusReport, KeepsEveryCodeOfClaimsAndLines)
{
    const auto report = only<StatusReport>(readFile("277ca_rejected_claims.x12"));
    ASSERT_EQ(4U, report.claims.size());
    const auto& claim = report.claims[0];
    EXPECT_FALSE(claim.isAccepted);
    EXPECT_EQ(
        (std::vector<StatusCode>{{"A7", "255", "85"}, {"A7", "562", "82"}, {"A6", "145", "85"}, {"A3", "247", ""}}),
        claim.statuses);
    EXPECT_EQ("26325000102", claim.payerControlNumber);
    ASSERT_EQ(2U, claim.lines.size());
    EXPECT_EQ("V-1001-1", claim.lines[0].lineControlNumber);
    EXPECT_EQ("99213", claim.lines[0].code);
    EXPECT_EQ((std::vector<StatusCode>{{"A7", "453", ""}}), claim.lines[0].statuses);
    EXPECT_EQ("V-1001-2", claim.lines[1].lineControlNumber);
    EXPECT_EQ((std::vector<StatusCode>{{"A7", "477", ""}}), claim.lines[1].statuses);
    EXPECT_FALSE(report.claims[1].isAccepted);
    EXPECT_EQ(3, report.rejectedCount);
    EXPECT_EQ(Money::cents(78700), report.rejectedAmount);
}

TEST(StatusReport, TakesSeveralClaimsOfOnePatient)
{
    const auto report = only<StatusReport>(readFile("277ca_rejected_claims.x12"));
    ASSERT_EQ(4U, report.claims.size());
    EXPECT_EQ("V-1003", report.claims[2].claimNumber);
    EXPECT_FALSE(report.claims[2].isAccepted);
    EXPECT_EQ("V-1004", report.claims[3].claimNumber);
    EXPECT_TRUE(report.claims[3].isAccepted);
    EXPECT_EQ("POE", report.claims[3].lastName);
    EXPECT_LT(report.claims[2].lastSegment, report.claims[3].firstSegment);
}

TEST(StatusReport, IsRejectedAsAWhole)
{
    const auto report = only<StatusReport>(readFile("277ca_receiver_rejected.x12"));
    EXPECT_TRUE(report.isReceiverRejected);
    EXPECT_EQ((std::vector<StatusCode>{{"A3", "24", "41"}}), report.receiverStatuses);
    EXPECT_EQ(2, report.rejectedCount);
    EXPECT_TRUE(report.claims.empty());
}

TEST(StatusReport, RejectsTheClaimsUnderARejectedProvider)
{
    const auto report = only<StatusReport>(readFile("277ca_provider_rejected.x12"));
    EXPECT_FALSE(report.isReceiverRejected);
    EXPECT_EQ((std::vector<StatusCode>{{"A7", "562", "85"}}), report.providerStatuses);
    ASSERT_EQ(2U, report.claims.size());
    for (const auto& claim : report.claims) {
        EXPECT_FALSE(claim.isAccepted) << claim.claimNumber;
        EXPECT_EQ((StatusCode{"A7", "562", "85"}), claim.statuses.back()) << claim.claimNumber;
    }
}

TEST(StatusReport, IsOneForEachReceiverLevel)
{
    auto bytes = replaced(answerBytes("277ca_accepted.x12"), "HL*5*3*PT~\n",
                          "HL*5*1*21*1~\nNM1*41*2*ELM STREET CLINIC*****46*SUB310123456~\nTRN*2*B000220~\n"
                          "STC*A3:24:41*20261120*U*125~\nHL*6*5*19*1~\nHL*7*6*PT~\n");
    bytes = replaced(bytes, "SE*31*", "SE*36*");
    const auto file = mustRead(bytes);
    EXPECT_TRUE(file.warnings.empty());
    ASSERT_EQ(2U, file.answers.size());
    const auto first = std::get<StatusReport>(file.answers[0]);
    const auto second = std::get<StatusReport>(file.answers[1]);
    EXPECT_EQ("B000219", first.batchReference);
    EXPECT_FALSE(first.isReceiverRejected);
    ASSERT_EQ(1U, first.claims.size());
    EXPECT_TRUE(first.claims[0].isAccepted);
    EXPECT_EQ("B000220", second.batchReference);
    EXPECT_TRUE(second.isReceiverRejected);
    EXPECT_EQ("12345", second.sourceId);
    ASSERT_EQ(1U, second.claims.size());
    EXPECT_FALSE(second.claims[0].isAccepted);
    EXPECT_LT(first.origin.lastSegment, second.origin.firstSegment);
}

TEST(StatusReport, TakesTheActionCodeOverACategoryItDoesNotKnow)
{
    const auto bytes =
        replaced(answerBytes("277ca_accepted.x12"), "STC*A2:20:PR*20261120*WQ*412", "STC*Z9:20:PR*20261120*U*412");
    const auto file = mustRead(bytes);
    EXPECT_FALSE(only<StatusReport>(file).claims.at(0).isAccepted);
    EXPECT_TRUE(hasWarning(file, "a status category that a 277CA does not have"));
}

TEST(StatusReport, LeavesAClaimWithoutStatusAlone)
{
    const auto file = mustRead(replaced(answerBytes("277ca_accepted.x12"), "STC*A2:20:PR*20261120*WQ*412~\n", ""));
    const auto report = only<StatusReport>(file);
    ASSERT_EQ(1U, report.claims.size());
    EXPECT_EQ("V-1002", report.claims[0].claimNumber);
    EXPECT_TRUE(hasWarning(file, "without a status"));
}

TEST(StatusReport, IsNotAStatusAnswerOfAnotherGuide)
{
    EXPECT_EQ("CLAIM-404", refusalOf(answerBytes("277_status_answer.x12")));
    const auto file = readFile("277_status_answer_then_999.x12");
    ASSERT_EQ(1U, file.answers.size());
    EXPECT_TRUE(std::holds_alternative<GroupAck>(file.answers[0]));
    EXPECT_TRUE(hasWarning(file, "277 of guide 005010X212"));
}

// GS08 decides where ST03 is left out.
TEST(StatusReport, IsKnownByItsGroup)
{
    const auto file = mustRead(replaced(answerBytes("277ca_accepted.x12"), "ST*277*0001*005010X214", "ST*277*0001"));
    EXPECT_EQ(2U, only<StatusReport>(file).claims.size());
}

}  // namespace
}  // namespace cw::answers
