#include "tests/claim/paper/paper_sample.h"

#include <algorithm>

using namespace cw;
using namespace cw::paper;
using sample::textIn;

namespace {

Pages laidOut(const Encounter& encounter, CoverageRank billed = CoverageRank::primary)
{
    return layOutUb04({sample::claimOf(encounter, billed)}, sample::paperDay);
}

Page onlyPage(const Encounter& encounter, CoverageRank billed = CoverageRank::primary)
{
    auto pages = laidOut(encounter, billed);
    EXPECT_TRUE(pages.refused.empty()) << pages.refused[0].error.detail;
    EXPECT_EQ(1U, pages.pages.size());
    return pages.pages.empty() ? Page{} : pages.pages[0];
}

TEST(FormUb04, WritesAStay)
{
    const auto page = onlyPage(sample::everythingStay());
    EXPECT_EQ("V-3001", textIn(page, "FL 3a"));
    EXPECT_EQ("000123", textIn(page, "FL 3b"));
    EXPECT_EQ("0117", textIn(page, "FL 4"));
    EXPECT_EQ("011525", textIn(page, "FL 6 FROM"));
    EXPECT_EQ("011825", textIn(page, "FL 6 THROUGH"));
    EXPECT_EQ("04021961", textIn(page, "FL 10"));
    EXPECT_EQ("07", textIn(page, "FL 13"));
    EXPECT_EQ("16", textIn(page, "FL 16"));
    EXPECT_EQ("11", textIn(page, "FL 28"));
    EXPECT_EQ("15", textIn(page, "FL 31", 1));
    EXPECT_EQ("010625", textIn(page, "FL 31 DATE", 1));
    EXPECT_EQ("950 50", textIn(page, "FL 40 AMOUNT"));
    EXPECT_EQ("81", textIn(page, "FL 39", 1));
    EXPECT_EQ("0120", textIn(page, "FL 42"));
    EXPECT_EQ("", textIn(page, "FL 45"));
    EXPECT_EQ("J1885RT", textIn(page, "FL 44", 1));
    EXPECT_EQ("0001", textIn(page, "FL 42 TOTAL"));
    EXPECT_EQ("1245 50", textIn(page, "FL 47 TOTAL"));
    EXPECT_EQ("25 00", textIn(page, "FL 48 TOTAL"));
    EXPECT_EQ("PAGE 1 OF 1", textIn(page, "FL 43 PAGE"));
    EXPECT_EQ("0", textIn(page, "FL 66"));
    EXPECT_EQ("S72001A", textIn(page, "FL 67"));
    EXPECT_EQ("Y", textIn(page, "FL 67 POA"));
    EXPECT_EQ("E1122", textIn(page, "FL 67Q"));
    EXPECT_EQ("V4952XA", textIn(page, "FL 72c"));
    EXPECT_EQ("U", textIn(page, "FL 72c POA"));
    EXPECT_EQ("S72009A", textIn(page, "FL 69"));
    EXPECT_EQ("470", textIn(page, "FL 71"));
    EXPECT_EQ("0SR9019", textIn(page, "FL 74e"));
    EXPECT_EQ("SILVA", textIn(page, "FL 76 LAST"));
    EXPECT_EQ("ZZ", textIn(page, "FL 78 ROLE"));
    EXPECT_EQ("82", textIn(page, "FL 79 ROLE"));
    EXPECT_EQ("B3", textIn(page, "FL 81 QUAL"));
}

TEST(FormUb04, AnOutpatientClaimDatesItsLinesAndSaysWhyThePatientCame)
{
    const auto page = onlyPage(sample::everythingOutpatient());
    EXPECT_EQ("0137", textIn(page, "FL 4"));
    EXPECT_EQ("011525", textIn(page, "FL 45"));
    EXPECT_EQ("R0789", textIn(page, "FL 70c"));
    EXPECT_EQ("", textIn(page, "FL 74"));
}

TEST(FormUb04, RevenueCodesStandOnEveryLineOfEveryPage)  // openemr#7413, #7415, #7468
{
    auto encounter = sample::everythingStay();
    encounter.procedures.clear();
    for (int i = 0; i < 45; ++i)
        encounter.procedures.push_back(sample::revenueLine(100 + i, std::to_string(1000 + i), Money::cents(100)));
    const auto pages = laidOut(encounter);
    ASSERT_EQ(3U, pages.pages.size());
    for (int i = 0; i < 45; ++i)
        EXPECT_EQ(std::to_string(1000 + i), textIn(pages.pages[static_cast<std::size_t>(i / 22)], "FL 42", i % 22));
    for (std::size_t i = 0; i < 3; ++i) {
        EXPECT_EQ("PAGE " + std::to_string(i + 1) + " OF 3", textIn(pages.pages[i], "FL 43 PAGE"));
        EXPECT_EQ("V-3001", textIn(pages.pages[i], "FL 3a"));
        EXPECT_EQ(i == 2 ? "45 00" : "", textIn(pages.pages[i], "FL 47 TOTAL"));
        EXPECT_EQ(i == 2 ? "0001" : "", textIn(pages.pages[i], "FL 42 TOTAL"));
    }
}

TEST(FormUb04, EachCoverageHasItsRow)
{
    const auto page = onlyPage(sample::everythingStay(), CoverageRank::secondary);
    EXPECT_EQ("BUCKEYE MUTUAL", textIn(page, "FL 50", 0));
    EXPECT_EQ("OHIO PLAN", textIn(page, "FL 50", 1));
    EXPECT_EQ("80 00", textIn(page, "FL 54", 0));
    EXPECT_EQ("", textIn(page, "FL 54", 1));
    EXPECT_EQ("ICN55", textIn(page, "FL 64", 0));
    EXPECT_EQ("ICN123456789", textIn(page, "FL 64", 1));
    EXPECT_EQ("AUTH-55", textIn(page, "FL 63", 1));
    EXPECT_EQ("", textIn(page, "FL 63", 0));
    EXPECT_EQ("01", textIn(page, "FL 59", 0));
    EXPECT_EQ("X987", textIn(page, "FL 60", 1));
}

TEST(FormUb04, WhatOverflowsIsTold)
{
    auto encounter = sample::everythingStay();
    Diagnosis more;
    more.code.text = "I10";
    for (int i = 0; i < 2; ++i) {
        more.id = {200 + i};
        encounter.diagnoses.push_back(more);
    }
    encounter.procedures.push_back(encounter.procedures.back());
    encounter.claim.institutional.replace(encounter.claim.institutional.find("{\"code\": \"11\"}]"), 15,
                                          "{\"code\": \"11\"}, {\"code\": \"12\"}]");
    const auto pages = laidOut(encounter);
    ASSERT_EQ(1U, pages.pages.size());
    const auto tells = [&pages](const std::string& what) {
        return std::count(pages.replacements.begin(), pages.replacements.end(),
                          "V-3001 " + what + " not printed, as there is no place for it");
    };
    EXPECT_EQ(1, tells("FL 18: condition code number 12"));
    EXPECT_EQ(1, tells("FL 67: diagnosis number 22"));
    EXPECT_EQ(1, tells("FL 67: diagnosis number 23"));
    EXPECT_EQ(1, tells("FL 74: a further procedure"));
    EXPECT_EQ(1, tells("FL 79: the provider in role DN"));
}

TEST(FormUb04, ExemptDiagnosesHaveNoAnswerOnPresence)
{
    auto encounter = sample::everythingStay();
    encounter.diagnoses[0].presentOnAdmission = "1";
    EXPECT_EQ("", textIn(onlyPage(encounter), "FL 67 POA"));
}

TEST(FormUb04, AnUnreadableDecisionOfAnEarlierPayerIsRefused)
{
    auto encounter = sample::everythingStay();
    encounter.coverages[0].adjudication = "{";
    EXPECT_EQ("CLAIM-520 V-3001 FL 54: the earlier payer's decision cannot be read",
              sample::refusalOf(laidOut(encounter, CoverageRank::secondary)));
}

bool tells(const Pages& pages, const std::string& what)
{
    return std::count(pages.replacements.begin(), pages.replacements.end(),
                      "V-3001 " + what + " not printed, as there is no place for it") == 1;
}

TEST(FormUb04, WhatItHasNoPlaceForIsTold)
{
    auto encounter = sample::everythingStay();
    auto& claim = encounter.claim;
    claim.references = {{"EA", "M1"}, {"G1", "OTHER"}, {"LX", "D7"}};
    claim.paperwork = {{"OZ", "BM", "77", {}}};
    claim.delayReason = "7";
    claim.fileInformation = {"K"};
    encounter.providers.ordering = encounter.providers.referring;
    auto& line = encounter.procedures[0];
    line.serviceTo = Date::of(2025, 1, 16);
    line.details.references = {{"9A", "1"}};
    line.ndc = DrugCode{.code = "00002751001", .quantity = Quantity::whole(2), .unit = "ML", .foreign = {}};
    const auto pages = laidOut(encounter);
    ASSERT_EQ(1U, pages.pages.size());
    EXPECT_EQ("M1", textIn(pages.pages[0], "FL 3b"));
    for (const std::string what :
         {"FL 80: the number of kind G1", "FL 80: the number of kind LX", "FL 80: the date of kind 314",
          "FL 80: paperwork", "FL 80: file information", "FL 80: the reason for late filing",
          "FL 79: the ordering provider", "FL 43: line 1: the last day of the service",
          "FL 43: line 1: a further number", "FL 43: line 1: the description beside the drug"})
        EXPECT_TRUE(tells(pages, what)) << what;
    EXPECT_FALSE(tells(pages, "FL 80: the number of kind EA")) << "FL 3b has it";
}

TEST(FormUb04, TheTypeOfBillEndsWithTheFrequencyOfThe837I)
{
    auto encounter = sample::everythingStay();
    encounter.claim.originalReferenceNumber.clear();
    encounter.claim.frequencyCode = "1";
    for (const std::string bill : {"0112", "011A"}) {
        encounter.service.typeOfBill = bill;
        EXPECT_EQ(bill, textIn(onlyPage(encounter), "FL 4"));
    }
    encounter.service.typeOfBill = "112";
    EXPECT_EQ("0112", textIn(onlyPage(encounter), "FL 4"));
    encounter.service.typeOfBill = "0117";
    EXPECT_TRUE(sample::refusalOf(laidOut(encounter)).starts_with("CLAIM-512 V-3001 FL 64"))
        << "the type of bill alone says that it replaces";
}

TEST(FormUb04, AStatementEndsWithTheDischarge)
{
    auto encounter = sample::everythingStay();
    encounter.service.to.reset();
    EXPECT_EQ("011825", textIn(onlyPage(encounter), "FL 6 THROUGH"));
}

TEST(FormUb04, OutpatientClaimsHaveNoPresenceAndTheStateIsOfCarAccidents)
{
    auto encounter = sample::everythingOutpatient();
    encounter.claim.accident.automobile = false;
    const auto page = onlyPage(encounter);
    EXPECT_EQ("", textIn(page, "FL 67 POA"));
    EXPECT_EQ("", textIn(page, "FL 29"));
}

TEST(FormUb04, WhoAttendedIsNotNamedTwice)
{
    auto encounter = sample::everythingStay();
    encounter.providers.rendering = encounter.providers.attending;
    const auto page = onlyPage(encounter);
    EXPECT_EQ("ZZ", textIn(page, "FL 78 ROLE"));
    EXPECT_EQ("DN", textIn(page, "FL 79 ROLE"));
}

TEST(FormUb04, FurtherNumbersThatDoNotFitAreLeftOut)
{
    auto encounter = sample::everythingStay();
    encounter.coverages[0].groupNumber = std::string(18, '1');
    encounter.providers.attending->references = {{"G2", "1234567890"}};
    encounter.providers.billing->phone = "555-0111";
    const auto pages = laidOut(encounter);
    ASSERT_EQ(1U, pages.pages.size());
    for (const auto* box : {"FL 62", "FL 76 QUAL", "FL 76 ID", "FL 1 PHONE"})
        EXPECT_EQ("", textIn(pages.pages[0], box)) << box;
    for (const std::string told : {"V-3001 FL 62: Group number not printed, as it has 18 characters, 17 fit",
                                   "V-3001 FL 76: Other number not printed, as it has 10 characters, 9 fit",
                                   "V-3001 FL 1: the phone number not printed, as it has not ten digits"})
        EXPECT_EQ(1, std::count(pages.replacements.begin(), pages.replacements.end(), told)) << told;
}

struct Fault {
    std::string name;
    std::string refusal;
    void (*spoil)(Encounter&);
};

struct FormUb04Refuses : testing::TestWithParam<Fault> {};

TEST_P(FormUb04Refuses, AndNamesTheFormLocator)
{
    auto encounter = sample::everythingStay();
    GetParam().spoil(encounter);
    EXPECT_EQ(GetParam().refusal, sample::refusalOf(laidOut(encounter)));
}

INSTANTIATE_TEST_SUITE_P(
    Faults, FormUb04Refuses,
    testing::Values(
        Fault{"RevenueCode", "CLAIM-519 V-3001 FL 42: line 1 needs a revenue code of four digits",
              [](Encounter& e) { e.procedures[0].revenueCode = "120"; }},
        Fault{"NoLine", "CLAIM-521 V-3001 FL 42: there is no revenue line", [](Encounter& e) { e.procedures.clear(); }},
        Fault{"TypeOfBill", "CLAIM-522 V-3001 FL 4: the type of bill must have four digits, or three and a letter",
              [](Encounter& e) { e.service.typeOfBill = "11X1"; }},
        Fault{"Frequency", "CLAIM-532 V-3001 FL 4: the frequency code is another than that of the type of bill",
              [](Encounter& e) { e.service.typeOfBill = "0118"; }},
        Fault{"ProcedureOfAVisit", "CLAIM-533 V-3001 FL 74: ICD-10-PCS procedures stand on inpatient claims only",
              [](Encounter& e) { e.setting = Setting::outpatient; }},
        Fault{"ProcedureCode", "CLAIM-534 V-3001 FL 74: a procedure is not a well-formed ICD-10-PCS code",
              [](Encounter& e) { e.procedures[2].code.text = "0SR90"; }},
        Fault{"ProcedureDate", "CLAIM-535 V-3001 FL 74: the date of an ICD-10-PCS procedure is missing",
              [](Encounter& e) { e.procedures[2].serviceFrom.reset(); }},
        Fault{"ProcedureCharge",
              "CLAIM-536 V-3001 FL 74: an ICD-10-PCS procedure has a charge; it belongs to a revenue line",
              [](Encounter& e) { e.procedures[2].charge = Money::cents(1); }},
        Fault{"Modifiers", "CLAIM-523 V-3001 FL 44: line 2 has 5 modifiers, 4 fit",
              [](Encounter& e) {
                  e.procedures[1].modifiers = {"RT", "59", "76", "GA", "GC"};
              }},
        Fault{"Units", "CLAIM-524 V-3001 FL 46: line 1 has no units",
              [](Encounter& e) { e.procedures[0].units = Quantity{}; }},
        Fault{"NoDiagnosis", "CLAIM-525 V-3001 FL 67: there is no diagnosis",
              [](Encounter& e) { e.diagnoses.clear(); }},
        Fault{"Status", "CLAIM-503 V-3001 FL 17: Patient status is missing",
              [](Encounter& e) { e.service.dischargeStatus.clear(); }},
        Fault{"MemberId", "CLAIM-501 V-3001 FL 60: Insured's id has 21 characters, 20 fit",
              [](Encounter& e) { e.coverages[0].memberId = std::string(21, '1'); }},
        Fault{"Setting", "CLAIM-500 V-3001: the UB-04 takes no professional encounter",
              [](Encounter& e) { e.setting = Setting::professional; }}),
    [](const auto& fault) { return fault.param.name; });

}  // namespace
