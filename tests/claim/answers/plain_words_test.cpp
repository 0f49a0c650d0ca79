#include "claim/answers/plain_words.h"

#include "claim/answers/words/reason_codes.h"
#include "claim/answers/words/word_tables.h"

#include <gtest/gtest.h>

#include <cctype>
#include <set>

namespace cw::answers {
namespace {

TEST(PlainWords, SayWhatACodeMeans)
{
    EXPECT_EQ("An interchange with this control number was received before (TA1 025).", wordsOfTa1Note("025"));
    EXPECT_EQ("A segment that must be sent is missing (IK304 3).", wordsOfSegmentFault("3"));
    EXPECT_EQ("The code is not one of those allowed (IK403 7).", wordsOfElementFault("7"));
    EXPECT_EQ(
        "The payer could not process the claim because something is not valid: diagnosis code (billing provider).",
        wordsOf(StatusCode{"A7", "255", "85"}));
    EXPECT_EQ("The claim was accepted for processing.", wordsOf(StatusCode{"A2", "20", ""}));
    EXPECT_EQ("Contractual: the charge is above what the contract or fee schedule allows (CO-45).",
              wordsOfAdjustment("CO", "45"));
    EXPECT_EQ("A revenue code is missing or not valid (remark M50).", wordsOfRemark("M50"));
    EXPECT_EQ("Denied (status 4).", wordsOfClaimStatus("4"));
    EXPECT_EQ("An overpayment is taken back (PLB WO).", wordsOfProviderAdjustment("WO"));
}

TEST(PlainWords, NameACodeThatTheyDoNotKnow)
{
    EXPECT_EQ("TA1 999, for which we have no words.", wordsOfTa1Note("999"));
    EXPECT_EQ("The payer answered Z1:9999:QQ: status 9999 (QQ).", wordsOf(StatusCode{"Z1", "9999", "QQ"}));
    EXPECT_EQ("Adjustment: a reason for which we have no words (XX-ZZZ).", wordsOfAdjustment("XX", "ZZZ"));
    EXPECT_EQ("remark N9999, for which we have no words.", wordsOfRemark("N9999"));
}

TEST(PlainWords, AreManyAndEachCodeStandsOnce)
{
    std::set<std::string_view> reasons, statuses, remarkCodes;
    for (const auto part : {firstReasons(), middleReasons(), lastReasons()})
        for (const auto& row : part) {
            EXPECT_TRUE(reasons.insert(row.code).second) << row.code;
            EXPECT_FALSE(row.text.empty()) << row.code;
            EXPECT_EQ(0, std::isupper(static_cast<unsigned char>(row.text.front()))) << row.code;
            EXPECT_TRUE(isKnownReason(row.code)) << row.code;
        }
    for (const auto part : {firstStatuses(), lastStatuses()})
        for (const auto& row : part) EXPECT_TRUE(statuses.insert(row.code).second) << row.code;
    for (const auto& row : remarks()) EXPECT_TRUE(remarkCodes.insert(row.code).second) << row.code;
    for (const auto& row : remarkRules()) EXPECT_TRUE(remarkCodes.contains(row.code)) << row.code;
    EXPECT_GE(reasons.size(), 150U);
    EXPECT_GE(statuses.size(), 150U);
    EXPECT_GE(remarkCodes.size(), 80U);
    EXPECT_EQ(405U, reasonCodes().size());
}

TEST(PlainWords, KnowThePublishedReasons)
{
    EXPECT_TRUE(isKnownReason("45"));
    EXPECT_TRUE(isKnownReason("P32"));
    EXPECT_TRUE(isKnownReason("15"));  // Ended in 2018, still on old claims.
    EXPECT_FALSE(isKnownReason("045"));
    EXPECT_FALSE(isKnownReason(""));
}

TEST(PlainWords, SendCodesToTheCoderAndTheRestToTheBiller)
{
    EXPECT_EQ(Desk::coder, deskFor({"A7", "255", "85"}));
    EXPECT_EQ(Desk::coder, deskFor({"A7", "453", ""}));
    EXPECT_EQ(Desk::coder, deskFor({"A7", "477", ""}));
    EXPECT_EQ(Desk::coder, deskFor({"A7", "507", ""}));
    EXPECT_EQ(Desk::biller, deskFor({"A7", "164", "IL"}));
    EXPECT_EQ(Desk::biller, deskFor({"A7", "562", "82"}));
    EXPECT_EQ(Desk::biller, deskFor({"A3", "9999", ""}));
    EXPECT_EQ(Desk::coder, deskForReason("97"));
    EXPECT_EQ(Desk::coder, deskForReason("50"));
    EXPECT_EQ(Desk::biller, deskForReason("29"));
    EXPECT_EQ(Desk::biller, deskForReason("new"));
}

// X12 RFI 207: a denial shows in CAS, not in CLP02 alone.
TEST(PlainWords, TellDenialsFromReductions)
{
    for (const char* reason : {"1", "2", "3"}) EXPECT_FALSE(isDenialReason("PR", reason)) << reason;
    for (const char* reason : {"45", "253", "59", "131", "B10", "P12"})
        EXPECT_FALSE(isDenialReason("CO", reason)) << reason;
    EXPECT_FALSE(isDenialReason("OA", "23"));
    EXPECT_FALSE(isDenialReason("CR", "97"));
    for (const char* reason : {"16", "18", "22", "29", "50", "96", "97", "197", "B7"}) {
        EXPECT_TRUE(isDenialReason("CO", reason)) << reason;
        EXPECT_TRUE(isDenialReason("PR", reason)) << reason;
    }
    // Never written off unseen.
    EXPECT_TRUE(isDenialReason("CO", "NEW"));
}

TEST(PlainWords, NameTheRulesThatLookForIt)
{
    EXPECT_EQ((std::vector<std::string>{"PF-3"}), rulesThatLookForStatus({"A7", "477", ""}));
    EXPECT_EQ((std::vector<std::string>{"PF-12", "ID-1", "ID-2"}), rulesThatLookForStatus({"A7", "562", "82"}));
    EXPECT_EQ((std::vector<std::string>{"DM-1"}), rulesThatLookForStatus({"A7", "504", "IL"}));
    EXPECT_TRUE(rulesThatLookForStatus({"A7", "504", "82"}).empty());
    EXPECT_EQ((std::vector<std::string>{"NC-1", "NC-2", "NC-14"}), rulesThatLookForReason("97", {"M15"}));
    EXPECT_EQ((std::vector<std::string>{"ID-9"}), rulesThatLookForReason("16", {"N286", "N285", "N9999"}));
    EXPECT_TRUE(rulesThatLookForReason("22", {}).empty());
}

TEST(PlainWords, ProposeACheckWhereNoneLooks)
{
    EXPECT_EQ("Ask before export whether the coverage was in force on the day of service.", proposalFor("27"));
    EXPECT_EQ("Check before export for what reason 97 names: the payment is contained in that of another service.",
              proposalFor("97"));
    EXPECT_NE(std::string::npos, proposalFor("ZZ9").find("ZZ9"));
    for (const auto part : {firstReasons(), middleReasons(), lastReasons()})
        for (const auto& row : part)
            EXPECT_TRUE(row.reach == Reach::reduction || !row.rules.empty() || !row.proposal.empty() ||
                        row.code == "133" || row.code == "192" || row.code == "193" || row.code == "A1")
                << row.code;
}

}  // namespace
}  // namespace cw::answers
