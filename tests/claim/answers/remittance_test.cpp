#include "tests/claim/answers/answer_files.h"

#include <gtest/gtest.h>

namespace cw::answers {
namespace {

Remittance read(const std::string& name)
{
    return only<Remittance>(readFile(name));
}

Adjustment adjustment(const std::string& group, const std::string& reason, std::int64_t cents)
{
    return {.group = group, .reason = reason, .amount = Money::cents(cents)};
}

TEST(Remittance, TellsThePayment)
{
    const auto file = readFile("835_plain.x12");
    const auto payment = only<Remittance>(file);
    EXPECT_EQ("I", payment.handling);
    EXPECT_EQ(Money::cents(9250), payment.amount);
    EXPECT_FALSE(payment.isDebit);
    EXPECT_EQ("ACH", payment.method);
    EXPECT_EQ(Date::of(2026, 11, 25), payment.paidOn);
    EXPECT_EQ("EFT70001", payment.traceNumber);
    EXPECT_EQ("EXAMPLE HEALTH PLAN", payment.payerName);
    EXPECT_EQ("12345", payment.payerId);
    EXPECT_EQ("CLAIMS OFFICE 8005550100", payment.payerContact);
    EXPECT_EQ("ELM STREET CLINIC", payment.payeeName);
    EXPECT_EQ("1234567893", payment.payeeNpi);
    EXPECT_TRUE(payment.imbalances.empty());
    EXPECT_EQ(3, payment.firstSegment);
    EXPECT_EQ(30, payment.lastSegment);
    EXPECT_TRUE(file.warnings.empty());
}

TEST(Remittance, TellsClaimAndLines)
{
    const auto payment = read("835_plain.x12");
    ASSERT_EQ(1U, payment.claims.size());
    const auto& claim = payment.claims[0];
    EXPECT_EQ("V-1001", claim.claimNumber);
    EXPECT_EQ("1", claim.status);
    EXPECT_EQ(Money::cents(13700), claim.charge);
    EXPECT_EQ(Money::cents(9250), claim.paid);
    EXPECT_EQ(Money::cents(2000), claim.patientShare);
    EXPECT_EQ("MC", claim.filingCode);
    EXPECT_EQ("26325000101", claim.payerControlNumber);
    EXPECT_EQ("11", claim.facilityCode);
    EXPECT_EQ("1", claim.frequency);
    EXPECT_EQ("ROE", claim.lastName);
    EXPECT_EQ("W100000001", claim.memberId);
    EXPECT_EQ(Date::of(2026, 11, 2), claim.serviceFrom);
    EXPECT_EQ(Date::of(2026, 11, 4), claim.receivedOn);
    EXPECT_EQ(14, claim.firstSegment);
    EXPECT_EQ(29, claim.lastSegment);
    ASSERT_EQ(2U, claim.lines.size());
    const auto& line = claim.lines[0];
    EXPECT_EQ("HC", line.codeQualifier);
    EXPECT_EQ("99213", line.code);
    EXPECT_EQ(std::vector<std::string>{"25"}, line.modifiers);
    EXPECT_EQ("V-1001-1", line.lineControlNumber);
    EXPECT_EQ(Money::cents(10000), line.allowed);
    EXPECT_EQ(Date::of(2026, 11, 2), line.from);
    EXPECT_EQ(Date::of(2026, 11, 2), line.to);
    EXPECT_EQ((std::vector{adjustment("CO", "45", 2500), adjustment("PR", "2", 2000)}), line.adjustments);
    EXPECT_EQ((std::vector{adjustment("CO", "144", -50)}), claim.lines[1].adjustments);
    EXPECT_EQ(std::vector<std::string>{"N620"}, claim.lines[1].remarks);
}

TEST(Remittance, KeepsAdjustmentsOfClaimAndLineApart)
{
    const auto payment = read("835_claim_and_line_adjustments.x12");
    const auto& claim = payment.claims.at(0);
    EXPECT_EQ((std::vector{adjustment("PR", "1", 5000)}), claim.adjustments);
    EXPECT_EQ((std::vector<std::string>{"MA01", "N130"}), claim.remarks);
    EXPECT_EQ(1U, claim.lines.at(0).adjustments.size());
    EXPECT_EQ(Quantity::whole(0), claim.lines[0].adjustments[0].quantity);
    EXPECT_TRUE(payment.imbalances.empty());
}

TEST(Remittance, ReadsSixReasonsOfOneSegment)
{
    const auto& lines = read("835_several_adjustments.x12").claims.at(0).lines;
    const auto& found = lines.at(0).adjustments;
    ASSERT_EQ(9U, found.size());
    EXPECT_EQ("253", found[1].reason);
    EXPECT_EQ(Quantity::whole(1), found[1].quantity);
    EXPECT_EQ(adjustment("CO", "97", 4000), found[5]);
    EXPECT_EQ(adjustment("PR", "3", 500), found[7]);
    EXPECT_EQ(adjustment("OA", "23", 1000), found[8]);
}

TEST(Remittance, ReversesAndCorrects)
{
    const auto payment = read("835_reversal.x12");
    ASSERT_EQ(2U, payment.claims.size());
    EXPECT_TRUE(payment.claims[0].isReversal());
    EXPECT_EQ(Money::cents(-8000), payment.claims[0].paid);
    EXPECT_EQ(Quantity::whole(-1), payment.claims[0].lines.at(0).units);
    EXPECT_FALSE(payment.claims[1].isReversal());
    EXPECT_EQ("7", payment.claims[1].frequency);
    EXPECT_TRUE(payment.imbalances.empty());
}

TEST(Remittance, BalancesWithWhatTheProviderOwes)
{
    const auto payment = read("835_takeback.x12");
    ASSERT_EQ(2U, payment.adjustments.size());
    EXPECT_EQ("WO", payment.adjustments[0].reason);
    EXPECT_EQ("26325000050", payment.adjustments[0].reference);
    EXPECT_EQ(Money::cents(7250), payment.adjustments[0].amount);
    EXPECT_EQ("1234567893", payment.adjustments[0].providerNumber);
    EXPECT_EQ("L6", payment.adjustments[1].reason);
    EXPECT_EQ(Money::cents(-1250), payment.adjustments[1].amount);
    EXPECT_TRUE(payment.imbalances.empty());
}

TEST(Remittance, ShowsDenialsByStatusOrByReasonAlone)
{
    EXPECT_EQ("4", read("835_denied_status_4.x12").claims.at(0).status);
    const auto payment = read("835_denied_status_1.x12");
    const auto& claim = payment.claims.at(0);
    EXPECT_EQ("1", claim.status);
    EXPECT_EQ((std::vector{adjustment("CO", "97", 1200)}), claim.lines.at(1).adjustments);
    EXPECT_EQ(std::vector<std::string>{"M15"}, claim.lines[1].remarks);
}

TEST(Remittance, GetsByWithoutContactAndDay)
{
    const auto file = readFile("835_lean.x12");
    const auto payment = only<Remittance>(file);
    EXPECT_EQ(Date::of(2026, 11, 24), payment.paidOn);  // The day it was made (DTM*405).
    EXPECT_TRUE(hasWarning(file, "PER*BL"));
    EXPECT_TRUE(hasWarning(file, "BPR16"));
    EXPECT_EQ(Quantity::whole(1), payment.claims.at(0).lines.at(0).units);
    EXPECT_TRUE(payment.imbalances.empty());
}

TEST(Remittance, ReadsAnySeparators)
{
    const auto plain = summaryOf(readFile("835_plain.x12").answers.at(0));
    EXPECT_EQ(plain, summaryOf(readFile("835_odd_delimiters.x12").answers.at(0)));
    EXPECT_EQ(plain, summaryOf(readFile("835_newline_terminator.x12").answers.at(0)));
    EXPECT_TRUE(readFile("835_odd_delimiters.x12").warnings.empty());
    EXPECT_TRUE(readFile("835_newline_terminator.x12").warnings.empty());
}

TEST(Remittance, ReadsSeveralInterchangesWithTheirOwnSeparators)
{
    const auto file = readFile("835_several_interchanges.x12");
    ASSERT_EQ(2U, file.answers.size());
    EXPECT_EQ(summaryOf(readFile("835_plain.x12").answers[0]), summaryOf(file.answers[0]));
    EXPECT_EQ(summaryOf(readFile("835_claim_and_line_adjustments.x12").answers[0]), summaryOf(file.answers[1]));
    EXPECT_EQ("000000903", std::get<Remittance>(file.answers[1]).origin.controlNumber);
    EXPECT_TRUE(file.warnings.empty());
}

TEST(Remittance, ReadsSeveralSetsOfAGroup)
{
    const auto file = readFile("835_several_sets.x12");
    ASSERT_EQ(2U, file.answers.size());
    EXPECT_EQ("V-1001", std::get<Remittance>(file.answers[0]).claims.at(0).claimNumber);
    EXPECT_EQ("V-1002", std::get<Remittance>(file.answers[1]).claims.at(0).claimNumber);
}

TEST(Remittance, TellsTheBilledCodeOfABundle)
{
    const auto payment = read("835_bundled.x12");
    const auto& line = payment.claims.at(0).lines.at(0);
    EXPECT_EQ("80053", line.code);
    EXPECT_EQ("80048", line.billedCode);
    EXPECT_EQ((std::vector<std::string>{"59", "TC"}), line.billedModifiers);
    EXPECT_EQ(Date::of(2026, 11, 2), line.from);
    EXPECT_EQ(Date::of(2026, 11, 3), line.to);
}

TEST(Remittance, TellsWhoGotTheClaimNext)
{
    const auto payment = read("835_crossover.x12");
    const auto& claim = payment.claims.at(0);
    EXPECT_EQ("19", claim.status);
    EXPECT_EQ("EXAMPLE SUPPLEMENT", claim.crossoverPayer);
    EXPECT_EQ("55555", claim.crossoverPayerId);
    EXPECT_EQ("W100000009", claim.memberId);
    EXPECT_EQ("JANE", claim.firstName);
    EXPECT_EQ(std::vector<std::string>{"MA18"}, claim.remarks);
}

TEST(Remittance, MayPayNothing)
{
    const auto payment = read("835_zero_payment.x12");
    EXPECT_EQ(Money{}, payment.amount);
    EXPECT_EQ("NON", payment.method);
    EXPECT_TRUE(payment.imbalances.empty());
}

TEST(Remittance, ReadsRevenueCodesAndInpatientRemarks)
{
    const auto payment = read("835_institutional.x12");
    const auto& claim = payment.claims.at(0);
    EXPECT_EQ((std::vector<std::string>{"N26", "N30", "MA13"}), claim.remarks);
    ASSERT_EQ(2U, claim.lines.size());
    EXPECT_EQ("NU", claim.lines[0].codeQualifier);
    EXPECT_EQ("0300", claim.lines[0].revenueCode);
    EXPECT_EQ("70450", claim.lines[1].code);
    EXPECT_EQ("0351", claim.lines[1].revenueCode);
}

// 45.005 is 45.01 (openemr#13119: cut before rounding): line 125 - 45.01 = 79.99.
TEST(Remittance, RoundsTheThirdDecimalAndNamesSumsThatDoNotAgree)
{
    const auto payment = read("835_out_of_balance.x12");
    const auto& line = payment.claims.at(0).lines.at(0);
    EXPECT_EQ(Money::cents(4501), line.adjustments.at(0).amount);
    ASSERT_EQ(2U, payment.imbalances.size());
    EXPECT_EQ("claim V-1001: charge 125.00 less adjustments 45.01 is 79.99, paid is 80.00: difference 0.01",
              payment.imbalances[0]);
    EXPECT_EQ("payment EFT70001: claims 80.00 less provider adjustments 0.00 is 80.00, paid is 95.00: difference 15.00",
              payment.imbalances[1]);
}

TEST(Remittance, RoundsBothWaysFromZero)
{
    const auto paid = [](const std::string& amount) {
        const auto bytes = replaced(answerBytes("835_zero_payment.x12"), "BPR*I*0*", "BPR*I*" + amount + "*");
        return only<Remittance>(mustRead(bytes)).amount.inCents();
    };
    EXPECT_EQ(1000, paid("9.995"));
    EXPECT_EQ(999, paid("9.9949999"));
    EXPECT_EQ(-1000, paid("-9.995"));
    EXPECT_EQ(50, paid(".5"));
    EXPECT_EQ(500, paid("5."));
    EXPECT_EQ(500, paid("+0000000000005"));
}

TEST(Remittance, IsRefusedWithoutAnAmountItNeeds)
{
    const auto plain = answerBytes("835_plain.x12");
    EXPECT_EQ("CLAIM-405", refusalOf(replaced(plain, "BPR*I*92.5*", "BPR*I*92,5*")));
    EXPECT_EQ("CLAIM-405", refusalOf(replaced(plain, "*1*137*92.5*", "*1*137**")));
    EXPECT_EQ("CLAIM-405", refusalOf(replaced(plain, "CAS*CO*45*25", "CAS*CO*45*1E3")));
    EXPECT_EQ("CLAIM-405", refusalOf(replaced(plain, "SVC*HC:85025*12*", "SVC*HC:85025*1234567890*")));
    const auto file = readAnswers(replaced(plain, "CAS*CO*45*25", "CAS*CO*45*SECRET"));
    EXPECT_EQ("segment 21: CAS03 is not an amount", file.error().detail);
}

TEST(Remittance, TakesUnknownReasons)
{
    const auto file = mustRead(replaced(answerBytes("835_plain.x12"), "CAS*CO*45*25", "CAS*XX*ZZ9*25"));
    EXPECT_EQ(adjustment("XX", "ZZ9", 2500), only<Remittance>(file).claims.at(0).lines.at(0).adjustments.at(0));
}

TEST(Remittance, ReadsNamesThatAreNotUtf8)
{
    const auto file = mustRead(replaced(answerBytes("835_plain.x12"), "NM1*QC*1*ROE*JANE", "NM1*QC*1*ROE*REN\xC9"));
    EXPECT_EQ("REN\xC3\x89", only<Remittance>(file).claims.at(0).firstName);
}

}  // namespace
}  // namespace cw::answers
