#include "encounter/payer_answer.h"
#include "tests/claim/sample_encounter.h"

#include <gtest/gtest.h>

namespace cw {
namespace {

using sample::find;
using sample::officeVisit;
using sample::refusalOf;
using sample::request;
using sample::tagsBetween;
using sample::texts;

Coverage otherCoverage(CoverageRank rank, const std::string& payerId)
{
    Coverage coverage;
    coverage.rank = rank;
    coverage.payer = {.name = "Payer " + payerId, .payerId = payerId, .claimFilingCode = "CI"};
    coverage.memberId = "M" + payerId;
    coverage.relationship = Relationship::self;
    return coverage;
}

PayerAnswer answerOfTheClaim()
{
    return {.date = Date::of(2025, 2, 20),
            .paid = Money::cents(20000),
            .claimControlNumber = "ICN55",
            .adjustments = {{"CO", "45", Money::cents(3000), {}},
                            {"PR", "1", Money::cents(4000), {}},
                            {"CO", "253", Money::cents(50), Quantity::whole(1)},
                            {"PR", "3", Money{}, {}},
                            {"PR", "2", Money::cents(500), {}}},
            .lines = {}};
}

/// 275.50, first answered by Medicare, now billed to the second payer.
Encounter secondaryVisit(const PayerAnswer& answer)
{
    auto visit = officeVisit();
    visit.coverages[0].adjudication = writePayerAnswer(answer);
    visit.coverages.push_back(otherCoverage(CoverageRank::secondary, "SEC01"));
    return visit;
}

ClaimFileRequest billed(const Encounter& encounter, CoverageRank rank)
{
    auto wanted = request({&encounter});
    wanted.claims[0].billed = rank;
    return wanted;
}

x12::Interchange readSecondary(const Encounter& encounter, CoverageRank rank = CoverageRank::secondary)
{
    return sample::readBack(sample::mustWrite(billed(encounter, rank)).bytes);
}

TEST(Claim837OtherPayers, SayWhatTheFirstPayerDecidedOnTheClaim)
{
    auto visit = secondaryVisit(answerOfTheClaim());
    visit.coverages[0].groupName = "Retirees";
    visit.coverages[0].insuranceType = "12";
    const auto read = readSecondary(visit);
    EXPECT_EQ((std::vector<std::string>{"SBR*S*18*******CI", "SBR*P*18**RETIREES*12****MB"}), texts(read, "SBR"));
    EXPECT_EQ((std::vector<std::string>{"SBR", "CAS", "CAS", "AMT*D", "AMT*EAF", "OI", "NM1*IL", "N3", "N4", "NM1*PR",
                                        "DTP*573", "REF*F8"}),
              tagsBetween(read, "SBR*P", "LX"));
    // All reasons of a group on one segment; an amount of zero is left out.
    EXPECT_EQ((std::vector<std::string>{"CAS*CO*45*30**253*.5*1", "CAS*PR*1*40**2*5"}), texts(read, "CAS"));
    EXPECT_EQ("AMT*D*200", texts(read, "AMT", "D").at(0));
    EXPECT_EQ("AMT*EAF*45", texts(read, "AMT", "EAF").at(0));
    EXPECT_EQ("OI***Y***Y", texts(read, "OI").at(0));
    EXPECT_EQ("DTP*573*D8*20250220", texts(read, "DTP", "573").at(0));
    EXPECT_EQ("REF*F8*ICN55", texts(read, "REF", "F8").at(0));
    EXPECT_TRUE(find(read, "SVD").empty());
}

TEST(Claim837OtherPayers, SayWhatTheFirstPayerDecidedOnLines)
{
    PayerAnswer answer{.date = Date::of(2025, 2, 20),
                       .paid = Money::cents(20050),
                       .claimControlNumber = "ICN55",
                       .adjustments = {},
                       .lines = {}};
    answer.lines = {{.line = 1, .paid = Money::cents(20000), .adjustments = {{"PR", "2", Money::cents(7550), {}}}},
                    {.line = 2, .paid = Money::cents(50), .units = Quantity::whole(3), .adjustments = {}}};
    auto visit = secondaryVisit(answer);
    visit.procedures.push_back(sample::line(12, "J3490", Money::cents(50)));
    visit.procedures[1].note = "Unclassified";
    const auto read = readSecondary(visit);
    EXPECT_EQ((std::vector<std::string>{"SBR", "AMT*D", "OI", "NM1*IL", "N3", "N4", "NM1*PR", "REF*F8"}),
              tagsBetween(read, "SBR*P", "LX"));
    EXPECT_EQ((std::vector<std::string>{"LX", "SV1", "DTP*472", "REF*6R", "SVD", "CAS", "DTP*573", "AMT*EAF"}),
              tagsBetween(read, "LX*1", "LX*2"));
    EXPECT_EQ((std::vector<std::string>{"LX", "SV1", "DTP*472", "REF*6R", "SVD", "DTP*573", "AMT*EAF"}),
              tagsBetween(read, "LX*2", "SE"));
    EXPECT_EQ((std::vector<std::string>{"SVD*15202*200*HC:99213:25**1", "SVD*15202*.5*HC:J3490**3"}),
              texts(read, "SVD"));
    EXPECT_EQ((std::vector<std::string>{"AMT*EAF*75.5", "AMT*EAF*0"}), texts(read, "AMT", "EAF"));
    EXPECT_EQ(2U, find(read, "DTP", "573").size());
}

TEST(Claim837OtherPayers, ThatComeLaterAreNamedWithoutPayment)
{
    auto visit = secondaryVisit(answerOfTheClaim());
    visit.coverages.insert(visit.coverages.begin(), otherCoverage(CoverageRank::tertiary, "TER01"));
    visit.coverages[0].relationship = Relationship::spouse;
    visit.coverages[0].subscriber = officeVisit().patient;
    visit.coverages[0].subscriber->lastName = "Soto";
    // The first payer's own answer is of no interest to itself.
    auto read = readSecondary(visit, CoverageRank::primary);
    EXPECT_EQ((std::vector<std::string>{"SBR*P*18*******MB", "SBR*S*18*******CI", "SBR*T*01*******CI"}),
              texts(read, "SBR"));
    EXPECT_EQ((std::vector<std::string>{"SBR", "OI", "NM1*IL", "N3", "N4", "NM1*PR", "SBR", "OI", "NM1*IL", "N3", "N4",
                                        "NM1*PR"}),
              tagsBetween(read, "SBR*S", "LX"));
    EXPECT_EQ("NM1*IL*1*SOTO*ANA****MI*MTER01", texts(read, "NM1", "IL").at(2));
    // The third payer asks for the answers of both.
    EXPECT_EQ("CLAIM-628", refusalOf(billed(visit, CoverageRank::tertiary)).id);
    visit.coverages[2].adjudication = writePayerAnswer(answerOfTheClaim());
    read = readSecondary(visit, CoverageRank::tertiary);
    EXPECT_EQ((std::vector<std::string>{"SBR*T********CI", "SBR*P*18*******MB", "SBR*S*18*******CI"}),
              texts(read, "SBR"));
    EXPECT_EQ(2U, find(read, "AMT", "D").size());
}

TEST(Claim837OtherPayers, SplitAGroupBeyondSixReasons)
{
    auto answer = answerOfTheClaim();
    answer.paid = Money::cents(26850);
    answer.adjustments.clear();
    for (int i = 1; i <= 7; ++i) answer.adjustments.push_back({"PI", std::to_string(i), Money::cents(100), {}});
    EXPECT_EQ((std::vector<std::string>{"CAS*PI*1*1**2*1**3*1**4*1**5*1**6*1", "CAS*PI*7*1"}),
              texts(readSecondary(secondaryVisit(answer)), "CAS"));
    answer.paid = Money::cents(24450);
    for (int i = 8; i <= 31; ++i) answer.adjustments.push_back({"PI", std::to_string(i), Money::cents(100), {}});
    const auto visit = secondaryVisit(answer);
    EXPECT_EQ("CLAIM-624", refusalOf(billed(visit, CoverageRank::secondary)).id);
}

TEST(Claim837OtherPayers, AreRefusedWhenTheyDoNotBalance)
{
    const auto spoiled = [](auto spoil) {
        PayerAnswer answer = answerOfTheClaim();
        auto visit = officeVisit();
        visit.coverages.push_back(otherCoverage(CoverageRank::secondary, "SEC01"));
        spoil(answer, visit);
        if (visit.coverages[0].adjudication.empty()) visit.coverages[0].adjudication = writePayerAnswer(answer);
        return refusalOf(billed(visit, CoverageRank::secondary)).id;
    };
    const LineAnswer whole{
        .line = 1, .paid = Money::cents(20000), .adjustments = {{"PR", "2", Money::cents(7550), {}}}};
    const auto onLines = [&whole](PayerAnswer& a) {
        a.adjustments.clear();
        a.lines = {whole};
    };
    EXPECT_EQ("written", spoiled([](auto&, auto&) {}));
    EXPECT_EQ("written", spoiled([&](auto& a, auto&) { onLines(a); }));
    EXPECT_EQ("CLAIM-621", spoiled([](auto& a, auto&) { a.paid += Money::cents(1); }));
    EXPECT_EQ("CLAIM-621", spoiled([](auto&, auto& v) { v.procedures[0].charge = Money::cents(27551); }));
    EXPECT_EQ("CLAIM-620", spoiled([&](auto& a, auto&) { onLines(a), a.lines[0].paid += Money::cents(1); }));
    EXPECT_EQ("CLAIM-617", spoiled([&](auto& a, auto&) { onLines(a), a.lines[0].line = 2; }));
    EXPECT_EQ("CLAIM-617", spoiled([&](auto& a, auto&) { onLines(a), a.lines[0].line = 0; }));
    EXPECT_EQ("CLAIM-618", spoiled([&](auto& a, auto&) { onLines(a), a.lines.push_back(whole); }));
    EXPECT_EQ("CLAIM-619", spoiled([&](auto& a, auto&) { a.lines = {whole}; }));
    EXPECT_EQ("CLAIM-616", spoiled([](auto&, auto& v) { v.coverages[0].adjudication = "[1"; }));
    EXPECT_EQ("CLAIM-623", spoiled([](auto& a, auto&) { a.date.reset(); }));
    EXPECT_EQ("CLAIM-625", spoiled([&](auto& a, auto&) { onLines(a), a.date.reset(); }));
    EXPECT_EQ("CLAIM-622", spoiled([](auto&, auto& v) { v.coverages[0].relationship.reset(); }));
    EXPECT_EQ("CLAIM-622", spoiled([](auto&, auto& v) { v.coverages[0].relationship = Relationship::child; }));
    EXPECT_EQ("CLAIM-615", spoiled([](auto&, auto& v) { v.coverages.push_back(v.coverages[0]); }));
    EXPECT_EQ("CLAIM-006", spoiled([](auto& a, auto&) { a.adjustments[0].group = "XX"; }));
}

TEST(Claim837OtherPayers, OfAnInstitutionalClaimSayTheRevenueCode)
{
    auto stay = sample::inpatientStay();
    PayerAnswer answer{.date = Date::of(2025, 2, 20),
                       .paid = Money::cents(500000),
                       .claimControlNumber = {},
                       .adjustments = {},
                       .lines = {}};
    // Units that the answer does not say are those billed: five days.
    answer.lines = {{.line = 1, .paid = Money::cents(500000), .adjustments = {}},
                    {.line = 3, .paid = Money{}, .adjustments = {{"PR", "1", Money::cents(12345), {}}}}};
    stay.coverages[0].adjudication = writePayerAnswer(answer);
    stay.coverages[0].insuranceType = "12";
    stay.coverages.push_back(otherCoverage(CoverageRank::secondary, "SEC01"));
    const auto read = readSecondary(stay);
    // SBR05 is not used in the institutional guide.
    EXPECT_EQ("SBR*P*18*******MA", texts(read, "SBR").at(1));
    EXPECT_EQ((std::vector<std::string>{"SVD*15201*5000**0120*5", "SVD*15201*0**0250*1"}), texts(read, "SVD"));
    EXPECT_EQ("CAS*PR*1*123.45", texts(read, "CAS").at(0));
    // An ICD-10-PCS procedure is no service line that a payer could answer.
    answer.lines[1].line = 2;
    stay.coverages[0].adjudication = writePayerAnswer(answer);
    EXPECT_EQ("CLAIM-617", refusalOf(billed(stay, CoverageRank::secondary)).id);
    stay.coverages[0].adjudication = " ";
    EXPECT_EQ("CLAIM-628", refusalOf(billed(stay, CoverageRank::secondary)).id);
}

}  // namespace
}  // namespace cw
