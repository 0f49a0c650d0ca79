#include "app/billing/answering/claim_match.h"
#include "app/billing/answering/line_match.h"
#include "app/billing/answering/remit_verdict.h"

#include <gtest/gtest.h>

namespace cw::test {
namespace {

using namespace app::answering;
using answers::RemitClaim;
using answers::RemitLine;

Adjustment adjustment(const std::string& group, const std::string& reason, std::int64_t cents)
{
    Adjustment one;
    one.group = group;
    one.reason = reason;
    one.amount = Money::cents(cents);
    return one;
}

RemitLine line(std::int64_t charge, std::int64_t paid, std::vector<Adjustment> adjustments)
{
    RemitLine one;
    one.charge = Money::cents(charge);
    one.paid = Money::cents(paid);
    one.adjustments = std::move(adjustments);
    return one;
}

RemitClaim claim(const std::string& status, std::vector<RemitLine> lines)
{
    RemitClaim one;
    one.status = status;
    for (const auto& each : lines) one.charge += each.charge, one.paid += each.paid;
    one.lines = std::move(lines);
    return one;
}

TEST(RemitVerdict, IsJudgedFromReasonsAndNotFromTheStatusAlone)
{
    const auto deductible = claim("1", {line(100, 0, {adjustment("PR", "1", 100)})});
    EXPECT_EQ(RemitDecision::paid, judge(deductible).decision);
    const auto contract = claim("1", {line(100, 0, {adjustment("CO", "45", 100)})});
    EXPECT_EQ(RemitDecision::paid, judge(contract).decision);
    const auto refused = claim("1", {line(100, 0, {adjustment("CO", "50", 100)})});
    EXPECT_EQ(RemitDecision::denied, judge(refused).decision);
    EXPECT_EQ(Money::cents(100), judge(refused).deniedAmount);
    const auto otherPayer = claim("2", {line(100, 0, {adjustment("OA", "23", 100)})});
    EXPECT_EQ(RemitDecision::paid, judge(otherPayer).decision);
}

TEST(RemitVerdict, KeepsDeniedLinesOfAClaimThatIsPaid)
{
    const auto mixed =
        claim("1", {line(100, 60, {adjustment("CO", "45", 40)}), line(50, 0, {adjustment("CO", "97", 50)})});
    const auto verdict = judge(mixed);
    EXPECT_EQ(RemitDecision::paid, verdict.decision);
    ASSERT_EQ(1U, verdict.denied.size());
    EXPECT_EQ(2, verdict.denied[0].line);
    EXPECT_EQ(Money::cents(50), verdict.deniedAmount);
    const auto halfDeductible =
        claim("1", {line(100, 0, {adjustment("PR", "1", 100)}), line(50, 0, {adjustment("CO", "97", 50)})});
    EXPECT_EQ(RemitDecision::paid, judge(halfDeductible).decision);
}

TEST(RemitVerdict, NeverTakesAnUnexplainedZeroForPaid)
{
    const auto silent = judge(claim("1", {line(100, 0, {})}));
    EXPECT_EQ(RemitDecision::denied, silent.decision);
    EXPECT_TRUE(silent.isUnexplained);
    EXPECT_EQ(Money::cents(100), silent.deniedAmount);
}

TEST(RemitVerdict, KnowsReversalsAndWhatIsNoDecision)
{
    EXPECT_EQ(RemitDecision::reversed, judge(claim("22", {line(-100, -60, {adjustment("CO", "45", -40)})})).decision);
    EXPECT_EQ(RemitDecision::noDecision, judge(claim("23", {})).decision);
    EXPECT_EQ(RemitDecision::noDecision, judge(claim("25", {line(100, 0, {adjustment("CO", "50", 100)})})).decision);
}

TEST(RemitVerdict, TakesThePatientsShareBackWithItsSign)
{
    auto reversal = claim("22", {line(-100, -60, {adjustment("PR", "2", -40)})});
    EXPECT_EQ(Money::cents(-40), patientShareOf(reversal));
    reversal.patientShare = Money::cents(-30);
    EXPECT_EQ(Money::cents(-30), patientShareOf(reversal));
    reversal.patientShare = Money::cents(30);
    EXPECT_EQ(Money::cents(-30), patientShareOf(reversal));
}

/// Two lines of one code on one day, then a revenue line.
Encounter twoAlike()
{
    Encounter encounter;
    encounter.service.from = Date::of(2025, 1, 15);
    const auto add = [&](const std::string& code, std::vector<std::string> modifiers, std::int64_t cents) {
        ProcedureLine procedure;
        procedure.system = CodeSystem::cpt;
        procedure.code.text = code;
        procedure.modifiers = std::move(modifiers);
        procedure.charge = Money::cents(cents);
        encounter.procedures.push_back(procedure);
    };
    add("20610", {"RT"}, 8000);
    add("20610", {"LT"}, 8000);
    add("99213", {"25"}, 12500);
    return encounter;
}

RemitLine answered(const std::string& code, std::vector<std::string> modifiers, std::int64_t cents)
{
    auto one = line(cents, 0, {});
    one.code = code;
    one.modifiers = std::move(modifiers);
    return one;
}

TEST(LineMatch, GoesByNumberThenByModifiersThenWithout)
{
    auto first = answered("20610", {}, 8000);
    first.lineControlNumber = "V-1-2";
    auto remit = claim("1", {first, answered("20610", {}, 8000), answered("99213", {}, 12500)});
    EXPECT_EQ((std::vector<int>{2, 1, 3}), matchLines(remit, twoAlike(), "V-1"));
    remit = claim("1", {answered("20610", {"LT"}, 8000), answered("20610", {"RT"}, 8000), answered("99213", {}, 1)});
    EXPECT_EQ((std::vector<int>{2, 1, 0}), matchLines(remit, twoAlike(), "V-1"));
}

TEST(LineMatch, FindsTheBilledCodeOfAChangedLine)
{
    auto changed = answered("99212", {}, 12500);
    changed.billedCode = "99213";
    EXPECT_EQ((std::vector<int>{3}), matchLines(claim("1", {changed}), twoAlike(), "V-1"));
}

TEST(LineMatch, LooksAtTheDay)
{
    auto other = answered("99213", {"25"}, 12500);
    other.from = Date::of(2025, 1, 16);
    EXPECT_EQ((std::vector<int>{0}), matchLines(claim("1", {other}), twoAlike(), "V-1"));
}

TEST(LineMatch, CountsAllProceduresAsTheLineNumberDoes)
{
    auto encounter = twoAlike();
    encounter.procedures[0].system = CodeSystem::icd10pcs;
    EXPECT_EQ(2, lineOfControlNumber(encounter, "V-1", "V-1-2"));
    EXPECT_EQ(0, lineOfControlNumber(encounter, "V-1", "V-1-4"));
    EXPECT_EQ(0, lineOfControlNumber(encounter, "V-1", "V-12-1"));
    EXPECT_EQ(0, lineOfControlNumber(encounter, "V-1", "V-1-x"));
    EXPECT_EQ(0, lineOfControlNumber(encounter, "V-1", ""));
}

}  // namespace
}  // namespace cw::test
