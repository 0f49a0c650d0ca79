#include "tests/cli/claim_answers.h"

#include <gmock/gmock.h>

namespace cw::test {
namespace {

using ::testing::HasSubstr;

using ClaimAnswers = AnsweredClaims;

TEST_F(ClaimAnswers, AnAcceptedFileIsDone)
{
    const auto ran = take("ack.x12", ta1("A", "000"));
    EXPECT_EQ(0, ran.status) << ran.err;
    const auto rows = ran.rows();
    ASSERT_EQ(2U, rows.size());
    EXPECT_EQ((std::vector<std::string>{"file", "kinds", "known", "accepted", "rejected", "paid", "denied", "reversed",
                                        "waiting", "paid_amount", "warnings"}),
              rows[0]);
    EXPECT_EQ("ack.x12", rows[1][0]);
    EXPECT_EQ("TA1", rows[1][1]);
    EXPECT_EQ("0", rows[1][2]);
}

TEST_F(ClaimAnswers, ARejectionIsForAPerson)
{
    const auto ran = take("no.x12", ta1("R", "006"));
    EXPECT_EQ(1, ran.status) << ran.err;
    EXPECT_EQ("1", ran.rows().at(1)[4]);
    const auto list = run("biller", {"claims", "list", "--queue", "rejected"}).rows();
    ASSERT_EQ(2U, list.size());
    EXPECT_EQ("V-10451", list[1][2]);
    EXPECT_EQ("rejected", list[1][6]);
    EXPECT_NE("", list[1][7]);
}

TEST_F(ClaimAnswers, TheSameFileAgainChangesNothing)
{
    const auto bytes = ta1("R", "006");
    take("no.x12", bytes);
    const auto again = take("copy.x12", bytes);
    EXPECT_EQ("1", again.rows().at(1)[2]);
    EXPECT_EQ(2U, run("biller", {"claims", "work"}).rows().size());
}

TEST_F(ClaimAnswers, APaymentIsPaid)
{
    const auto ran = take("paid.x12", remit("V-10451", "1", "400", "CAS*CO*45*75~"));
    EXPECT_EQ(0, ran.status) << ran.err;
    EXPECT_EQ("1", ran.rows().at(1)[5]);
    EXPECT_EQ("400.00", ran.rows().at(1)[9]);
    const auto json = run("biller", {"claims", "list", "--queue", "paid", "--format", "json"}).json();
    ASSERT_EQ(1U, json.size());
    EXPECT_EQ("400.00", json[0]["paid"]);
    EXPECT_EQ("PCN1", json[0]["payer_claim_number"]);
}

TEST_F(ClaimAnswers, ADenialIsForAPerson)
{
    const auto ran = take("denied.x12", denial());
    EXPECT_EQ(1, ran.status) << ran.err;
    EXPECT_EQ("1", ran.rows().at(1)[6]);
    EXPECT_EQ("denied", run("biller", {"claims", "list", "--queue", "denied"}).rows().at(1)[6]);
}

TEST_F(ClaimAnswers, AFileThatIsNoneOfThemIsNamedAndTheOthersGoOn)
{
    const auto bad = write("bad.txt", "this is no answer at all");
    const auto good = write("ack.x12", ta1("A", "000"));
    const auto both = run("biller", {"claims", "import", bad, good});
    EXPECT_EQ(1, both.status);
    EXPECT_THAT(both.err, HasSubstr("bad.txt: "));
    EXPECT_THAT(both.err, HasSubstr("[CLAIM-40"));
    EXPECT_EQ(2U, both.rows().size());
    EXPECT_EQ(3, run("biller", {"claims", "import", bad}).status);
    EXPECT_EQ(3, run("biller", {"claims", "import", path("absent.x12")}).status);
}

TEST_F(ClaimAnswers, WhatFitsNoClaimWaitsUntilItIsMatched)
{
    const auto ran = take("other.x12", denial("SOMETHING-1"));
    EXPECT_EQ(1, ran.status);
    EXPECT_EQ("1", ran.rows().at(1)[8]);
    const auto waiting = run("biller", {"claims", "waiting"}).rows();
    ASSERT_EQ(2U, waiting.size());
    EXPECT_EQ("835", waiting[1][1]);
    EXPECT_EQ("SOMETHING-1", waiting[1][2]);
    const auto id = waiting[1][0];
    EXPECT_THAT(run("biller", {"claims", "waiting", id, "--raw"}).out, HasSubstr("CLP*SOMETHING-1"));
    EXPECT_EQ(0, run("biller", {"claims", "waiting", id}).status);
    EXPECT_EQ(3, run("biller", {"claims", "match", id, "V-0"}).status);
    const auto matched = run("biller", {"claims", "match", id, "V-10451"});
    EXPECT_EQ(0, matched.status) << matched.err;
    EXPECT_EQ(id + "\tmatched\tV-10451\n", matched.out);
    EXPECT_EQ(1U, run("biller", {"claims", "waiting"}).rows().size());
    EXPECT_EQ(2U, run("biller", {"claims", "list", "--queue", "denied"}).rows().size());
}

TEST_F(ClaimAnswers, WhatConcernsUsNotIsSetAsideWithAReason)
{
    take("other.x12", denial("SOMETHING-1"));
    const auto id = run("biller", {"claims", "waiting"}).rows().at(1)[0];
    EXPECT_EQ(2, run("biller", {"claims", "set-aside", id}).status);
    const auto aside = run("biller", {"claims", "set-aside", id, "--reason", "another clinic's"});
    EXPECT_EQ(0, aside.status) << aside.err;
    EXPECT_EQ(1U, run("biller", {"claims", "waiting"}).rows().size());
}

TEST_F(ClaimAnswers, ImportIsForBillers)
{
    EXPECT_EQ(4, run("coder", {"claims", "import", write("ack.x12", ta1("A", "000"))}).status);
    EXPECT_EQ(2, run("biller", {"claims", "import"}).status);
}

TEST_F(ClaimAnswers, ARejectedClaimIsSentAgain)
{
    take("no.x12", ta1("R", "006"));
    const auto ran = run("biller", {"claims", "resend", "V-10451"});
    EXPECT_EQ(0, ran.status) << ran.err;
    EXPECT_THAT(ran.out, HasSubstr("V-10451\tapproved"));
    const auto sent = run("biller", {"claims", "export", "--approved", "--form", "837p", "--out", out().string()});
    EXPECT_EQ(0, sent.status) << sent.err;
    EXPECT_THAT(slurp(sent.rows().at(1)[1]), HasSubstr("CLM*V-10451-2*"));
    const auto again = run("biller", {"claims", "resend", "V-10451"});
    EXPECT_EQ(1, again.status) << "it is under way";
    EXPECT_EQ(3, run("biller", {"claims", "resend", "V-0"}).status);
    EXPECT_EQ(2, run("biller", {"claims", "resend", "V-10451", "--frequency", "5"}).status);
}

TEST_F(ClaimAnswers, WithoutAnotherCoverageThereIsNothingToBillNext)
{
    take("paid.x12", remit("V-10451", "1", "400", "CAS*CO*45*75~"));
    const auto next = run("biller", {"claims", "next", "V-10451"});
    EXPECT_EQ(1, next.status) << next.err;
    EXPECT_EQ(3, run("biller", {"claims", "next", "V-0"}).status);
}

TEST_F(ClaimAnswers, TheTimelineTellsTheWholeStory)
{
    take("denied.x12", denial());
    const auto rows = run("biller", {"claims", "timeline", "V-10451"}).rows();
    ASSERT_LT(3U, rows.size());
    EXPECT_EQ((std::vector<std::string>{"when", "what", "detail", "by", "file"}), rows[0]);
    EXPECT_EQ("denied.x12", rows.back()[4]);
    EXPECT_EQ(3, run("biller", {"claims", "timeline", "V-0"}).status);
}

}  // namespace
}  // namespace cw::test
