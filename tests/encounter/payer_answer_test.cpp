#include "encounter/payer_answer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace cw {
namespace {

using ::testing::HasSubstr;

PayerAnswer sample()
{
    PayerAnswer answer{.date = Date::of(2025, 2, 20), .paid = Money::cents(8000), .claimControlNumber = "ICN 1"};
    answer.lines = {{.line = 1,
                     .paid = Money::cents(8000),
                     .units = Quantity::thousandths(1500),
                     .adjustments = {{"CO", "45", Money::cents(3000), Quantity::whole(2)},
                                     {"PR", "2", Money::cents(2000), {}},
                                     {"PR", "1", Money::cents(500), {}}}},
                    {.line = 2}};
    return answer;
}

TEST(PayerAnswerTest, RoundTripGivesEqualValues)
{
    const auto answer = sample();
    const auto text = writePayerAnswer(answer);
    const auto again = parsePayerAnswer(text);
    ASSERT_TRUE(again) << describe(again.error());
    EXPECT_EQ(answer, *again);
    EXPECT_EQ(text, writePayerAnswer(*again));
    EXPECT_EQ(PayerAnswer{}, parsePayerAnswer(writePayerAnswer({})).value());
}

TEST(PayerAnswerTest, ReadsTheFormOfTheSpecification)
{
    const auto answer = parsePayerAnswer(R"({"date": "2025-02-20", "paid": "80.00", "claim_control_number": null,
        "adjustments": [{"group": "CO", "reason": "45", "amount": "30.00"}], "lines": null, "remark": "x"})");
    ASSERT_TRUE(answer) << describe(answer.error());
    EXPECT_EQ(Date::of(2025, 2, 20), answer->date);
    EXPECT_EQ(Money::cents(8000), answer->paid);
    ASSERT_EQ(1U, answer->adjustments.size());
    EXPECT_EQ("45", answer->adjustments[0].reason);
    EXPECT_EQ(Money::cents(3000), answer->adjustments[0].amount);
    EXPECT_FALSE(answer->adjustments[0].quantity);
}

TEST(PayerAnswerTest, RefusesWhatIsNotOfTheForm)
{
    for (const char* text :
         {"", "x", "[]", "null", R"({"date": "20250220"})", R"({"date": 1})", R"({"paid": 80})", R"({"paid": "a"})",
          R"({"adjustments": {}})", R"({"adjustments": [1]})", R"({"adjustments": [{"amount": "1.234"}]})",
          R"({"adjustments": [{"quantity": "x"}]})", R"({"lines": [{"line": "1"}]})", R"({"lines": [{"line": 1.5}]})",
          R"({"lines": [{"line": 99999999999999999999}]})", R"({"lines": [{"line": -1}]})",
          R"({"lines": [{"units": "x"}]})", R"({"lines": [{"adjustments": [{"group": 1}]}]})"}) {
        const auto answer = parsePayerAnswer(text);
        ASSERT_FALSE(answer) << text;
        EXPECT_EQ("ENCOUNTER-050", answer.error().id) << text;
        EXPECT_EQ(ErrorKind::invalidInput, answer.error().kind);
    }
    EXPECT_THAT(parsePayerAnswer(R"({"paid": "SECRET"})").error().detail, ::testing::Not(HasSubstr("SECRET")));
}

TEST(PayerAnswerTest, PatientShareIsWhatThePayerLeftToThePatient)
{
    EXPECT_EQ(Money::cents(2500), patientShare(sample()));
    PayerAnswer onTheClaim{.adjustments = {{"PR", "3", Money::cents(1500), {}}, {"OA", "23", Money::cents(99), {}}}};
    EXPECT_EQ(Money::cents(1500), patientShare(onTheClaim));
    EXPECT_EQ(Money{}, patientShare({}));
}

}  // namespace
}  // namespace cw
