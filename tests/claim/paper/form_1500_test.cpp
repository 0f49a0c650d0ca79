#include "tests/claim/paper/paper_sample.h"

#include <algorithm>

using namespace cw;
using namespace cw::paper;
using sample::textIn;

namespace {

Page onlyPage(const Encounter& encounter, CoverageRank billed = CoverageRank::primary)
{
    auto pages = layOut1500({sample::claimOf(encounter, billed)}, sample::paperDay);
    EXPECT_TRUE(pages.refused.empty()) << pages.refused[0].error.detail;
    EXPECT_EQ(1U, pages.pages.size());
    return pages.pages.empty() ? Page{} : pages.pages[0];
}

Pages laidOut(const Encounter& encounter)
{
    return layOut1500({sample::claimOf(encounter)}, sample::paperDay);
}

TEST(Form1500, WritesValuesAsPaperWantsThem)
{
    const auto page = onlyPage(sample::everythingOffice());
    EXPECT_EQ("RIVERA, ANA, J", textIn(page, "2"));
    EXPECT_EQ("04 02 1961", textIn(page, "3"));
    EXPECT_EQ("X", textIn(page, "3 F"));
    EXPECT_EQ("", textIn(page, "3 M"));
    EXPECT_EQ("12 ELM ST APT 3", textIn(page, "5"));
    EXPECT_EQ("937", textIn(page, "5 AREA"));
    EXPECT_EQ("5550100", textIn(page, "5 PHONE"));
    EXPECT_EQ("DAYTON OH 45402-0001", textIn(page, "33 CITY"));
    EXPECT_EQ("DN", textIn(page, "17 QUAL"));
    EXPECT_EQ("MINH NGUYEN", textIn(page, "17"));
    EXPECT_EQ("01 15 25", textIn(page, "24A FROM"));
    EXPECT_EQ("01 16 25", textIn(page, "24A TO"));
    EXPECT_EQ("412 00", textIn(page, "24F"));
    EXPECT_EQ("412 00", textIn(page, "28"));
    EXPECT_EQ("10 50", textIn(page, "29"));
    EXPECT_EQ("0", textIn(page, "21 IND"));
    EXPECT_EQ("431", textIn(page, "14 QUAL"));
    EXPECT_EQ("439", textIn(page, "15 QUAL"));
    EXPECT_EQ("AA 02", textIn(page, "10d"));
    EXPECT_EQ("7", textIn(page, "22"));
    EXPECT_EQ("ICN123456789", textIn(page, "22 NUMBER"));
    EXPECT_EQ("AUTH55", textIn(page, "23"));
    EXPECT_EQ("N400002751001 ML2   ZZSPLINT", textIn(page, "24 SHADED"));
    EXPECT_EQ("G2", textIn(page, "24I"));
    EXPECT_EQ("G2BM77", textIn(page, "33b"));
    EXPECT_EQ("03 18 25", textIn(page, "31 DATE"));
}

TEST(Form1500, FreeTextFlowsOverBothLinesOfBox19)
{
    const auto page = onlyPage(sample::everythingOffice());
    EXPECT_EQ("CORRECTED LATERALITY OF", textIn(page, "19 LINE 1"));
    EXPECT_EQ("THE INJURED LEG, SEE THE SECOND OPERATIVE NOTE", textIn(page, "19"));
}

TEST(Form1500, PointersAreLettersWithoutCommas)  // medplum#9595: box 24E empty; #6721: lines not linked.
{
    auto encounter = sample::everythingOffice();
    encounter.procedures[0].pointers = {{12}, {1}, {3}};
    EXPECT_EQ("LAC", textIn(onlyPage(encounter), "24E"));
}

TEST(Form1500, Box24BIsThePlaceOfTheLineAndNoState)  // medplum#9595
{
    auto encounter = sample::everythingOffice();
    EXPECT_EQ("11", textIn(onlyPage(encounter), "24B"));
    encounter.procedures[0].placeOfService.clear();
    EXPECT_EQ("22", textIn(onlyPage(encounter), "24B"));
}

TEST(Form1500, Box25IsTheBillingProvidersTaxId)  // medplum#9820: it was the payer's.
{
    const auto page = onlyPage(sample::everythingOffice());
    EXPECT_EQ("310123456", textIn(page, "25"));
    EXPECT_EQ("X", textIn(page, "25 EIN"));
    EXPECT_EQ("", textIn(page, "25 SSN"));
}

TEST(Form1500, AnEmptyValueMovesNothingElse)  // openemr#19
{
    auto encounter = sample::everythingOffice();
    const auto full = onlyPage(encounter);
    encounter.patient.phone.clear();
    encounter.claim.onsetDate.reset();
    encounter.coverages[0].groupName.clear();
    encounter.procedures[0].modifiers = {"RT"};
    const auto sparse = onlyPage(encounter);
    EXPECT_LT(sparse.prints.size(), full.prints.size());
    for (const auto& print : sparse.prints) {
        const bool isKept = std::any_of(full.prints.begin(), full.prints.end(), [&print](const Print& other) {
            return other.box == print.box && other.row == print.row && other.column == print.column &&
                   (other.text == print.text || print.box == "11c");
        });
        EXPECT_TRUE(isKept) << print.box;
    }
}

TEST(Form1500, DiagnosesOfSevenCharactersAreWhole)  // openemr#65
{
    const auto page = onlyPage(sample::everythingOffice());
    EXPECT_EQ("S80011A", textIn(page, "21 A"));
    EXPECT_EQ("S80011S", textIn(page, "21 L"));
}

TEST(Form1500, NoPageOfALongClaimIsLost)  // openemr#5680, #5687
{
    auto encounter = sample::everythingOffice();
    encounter.procedures.clear();
    for (int i = 0; i < 13; ++i)
        encounter.procedures.push_back(sample::officeLine(100 + i, std::to_string(29505 + i), Money::cents(10000 + i)));
    const auto pages = laidOut(encounter);
    ASSERT_EQ(3U, pages.pages.size());
    for (std::size_t i = 0; i < 3; ++i) {
        const auto& page = pages.pages[i];
        EXPECT_EQ(static_cast<int>(i) + 1, page.number);
        EXPECT_EQ(3, page.of);
        EXPECT_EQ("RIVERA, ANA, J", textIn(page, "2"));
        EXPECT_EQ("S80011A", textIn(page, "21 A"));
        EXPECT_EQ("V-1001", textIn(page, "26"));
        EXPECT_EQ(std::to_string(29505 + 6 * i), textIn(page, "24D", 0));
        EXPECT_EQ(i == 0 ? "10 50" : "", textIn(page, "29"));
    }
    EXPECT_EQ("29510", textIn(pages.pages[0], "24D", 5));
    EXPECT_EQ("29517", textIn(pages.pages[2], "24D", 0));
    EXPECT_EQ("", textIn(pages.pages[2], "24D", 1));
    EXPECT_EQ("600 15", textIn(pages.pages[0], "28"));
    EXPECT_EQ("600 51", textIn(pages.pages[1], "28"));
    EXPECT_EQ("100 12", textIn(pages.pages[2], "28"));
}

TEST(Form1500, AssignmentOfTheClaimAndOfBenefitsAreTwoQuestions)  // openemr#5699
{
    auto encounter = sample::everythingOffice();
    encounter.claim.benefitsAssigned = "N";
    auto page = onlyPage(encounter);
    EXPECT_EQ("X", textIn(page, "27 YES"));
    EXPECT_EQ("", textIn(page, "13"));
    encounter.claim.benefitsAssigned = "Y";
    encounter.claim.acceptAssignment = "C";
    page = onlyPage(encounter);
    EXPECT_EQ("X", textIn(page, "27 NO"));
    EXPECT_EQ("SIGNATURE ON FILE", textIn(page, "13"));
}

TEST(Form1500, Box32StandsOnlyWhereThePlaceDiffers)
{
    auto encounter = sample::everythingOffice();
    EXPECT_EQ("ELM STREET ANNEX", textIn(onlyPage(encounter), "32 NAME"));
    encounter.providers.facility = encounter.providers.billing;
    EXPECT_EQ("", textIn(onlyPage(encounter), "32 NAME"));
    encounter.providers.facility.reset();
    EXPECT_EQ("", textIn(onlyPage(encounter), "32a"));
}

TEST(Form1500, TheOtherCoverageStandsInBox9WhicheverIsBilled)
{
    const auto encounter = sample::everythingOffice();
    const auto first = onlyPage(encounter);
    EXPECT_EQ("BUCKEYE MUTUAL", textIn(first, "Payer name"));
    EXPECT_EQ("W123456", textIn(first, "1a"));
    EXPECT_EQ("G2X", textIn(first, "9a"));
    EXPECT_EQ("OAK WORKS", textIn(first, "9d"));
    EXPECT_EQ("X", textIn(first, "11d YES"));
    const auto second = onlyPage(encounter, CoverageRank::secondary);
    EXPECT_EQ("X987", textIn(second, "1a"));
    EXPECT_EQ("GRP77", textIn(second, "9a"));
    EXPECT_EQ("ELM WORKS", textIn(second, "9d"));
}

TEST(Form1500, MedicareFirstSaysNoneInBox11)
{
    auto encounter = sample::everythingOffice();
    encounter.coverages.resize(1);
    encounter.coverages[0].payer.claimFilingCode = "MB";
    encounter.coverages[0].groupNumber.clear();
    const auto page = onlyPage(encounter);
    EXPECT_EQ("NONE", textIn(page, "11"));
    EXPECT_EQ("X", textIn(page, "11d NO"));
}

TEST(Form1500, AnAmbulanceSaysWhereItPickedUp)
{
    auto encounter = sample::everythingOffice();
    encounter.claim.priorAuthorization.clear();
    encounter.procedures[0].details.purchased.reset();
    encounter.claim.institutional =
        R"({"ambulance": {"transport_reason": "A", "miles": "12", "pick_up": {"line1": "7 Oak Rd", "city": "Xenia",
            "state": "OH", "postal_code": "45385"}, "drop_off": {"line1": "1 Hospital Dr", "city": "Dayton", "state": "OH",
            "postal_code": "45402"}, "conditions": ["01"]}})";
    const auto page = onlyPage(encounter);
    EXPECT_EQ("45385", textIn(page, "23"));
    EXPECT_EQ("7 OAK RD", textIn(page, "32 STREET"));
    EXPECT_EQ("XENIA OH 45385", textIn(page, "32 CITY"));
}

TEST(Form1500, NamesAreMadePrintableAndCutAndToldSo)
{
    auto encounter = sample::everythingOffice();
    encounter.patient.lastName = "Mu\u00f1oz";
    encounter.providers.billing->organization = "The Very Long Named Clinic of Elm Street and Main Street";
    encounter.providers.billing->address.line1 = "1 Main St., #4";
    const auto pages = laidOut(encounter);
    ASSERT_EQ(1U, pages.pages.size());
    EXPECT_EQ("MUNOZ, ANA, J", textIn(pages.pages[0], "2"));
    EXPECT_EQ("THE VERY LONG NAMED CLINIC OF", textIn(pages.pages[0], "33 NAME"));
    EXPECT_EQ("1 MAIN ST 4", textIn(pages.pages[0], "33 STREET"));
    const auto tells = [&pages](const std::string& sentence) {
        return std::count(pages.replacements.begin(), pages.replacements.end(), sentence);
    };
    EXPECT_EQ(1, tells("V-1001 box 2: \u00f1 replaced by N"));
    EXPECT_EQ(1, tells("V-1001 box 33: Billing provider: name cut, as 29 of its 56 characters fit"));
    EXPECT_EQ(1, tells("V-1001 box 33: # left out"));
}

TEST(Form1500, WhatHasNoPlaceIsTold)
{
    auto encounter = sample::everythingOffice();
    encounter.providers.ordering = encounter.providers.referring;
    encounter.claim.referralNumber = "R9";
    encounter.claim.lastMenstrualPeriod = Date::of(2024, 12, 1);
    const auto pages = laidOut(encounter);
    EXPECT_EQ(
        (std::vector<std::string>{
            "V-1001 box 14: the last menstrual period not printed, as there is no place for it",
            "V-1001 box 17: the provider in role DK not printed, as there is no place for it",
            "V-1001 box 23: a further number (authorization, referral, CLIA) not printed, as there is no place for it"}),
        pages.replacements);
}

bool tells(const Pages& pages, const std::string& what)
{
    return std::count(pages.replacements.begin(), pages.replacements.end(), "V-1001 " + what) == 1;
}

constexpr const char* noPlace = " not printed, as there is no place for it";

TEST(Form1500, DatesAndProvidersBeyondTheirBoxesAreTold)
{
    auto encounter = sample::everythingOffice();
    encounter.claim.dates.push_back({"096", Date::of(2025, 1, 20), {}, {}});
    encounter.claim.dates.push_back({"431", Date::of(2025, 1, 9), {}, {}});
    encounter.claim.patientSignatureSource = "P";
    Provider other = *encounter.providers.rendering;
    other.npi = "1000000004";
    encounter.procedures[0].details.providers = {
        {"referring", *encounter.providers.referring}, {"ordering", other}, {"purchased", other}};
    const auto pages = laidOut(encounter);
    EXPECT_TRUE(tells(pages, std::string("box 15: the date of kind 096") + noPlace));
    EXPECT_TRUE(tells(pages, std::string("box 14: the date of kind 431") + noPlace));
    EXPECT_TRUE(tells(pages, std::string("box 12: how the patient's signature was obtained") + noPlace));
    EXPECT_TRUE(tells(pages, std::string("box 24: line 1: the ordering provider") + noPlace));
    EXPECT_FALSE(tells(pages, std::string("box 24: line 1: the referring provider") + noPlace)) << "box 17 has it";
    EXPECT_TRUE(tells(pages, std::string("box 32: the service facility") + noPlace));
    ASSERT_EQ(1U, pages.pages.size());
    EXPECT_EQ("IFE OKAFOR", textIn(pages.pages[0], "32 NAME"));
}

TEST(Form1500, APhoneThatHasNotTenDigitsIsLeftOutAndTold)
{
    auto encounter = sample::everythingOffice();
    encounter.patient.phone = "937 555 0111 x22";
    encounter.providers.billing->phone = "+44 20 7946 0018";
    const auto pages = laidOut(encounter);
    ASSERT_EQ(1U, pages.pages.size()) << "it is no reason to refuse a claim";
    EXPECT_EQ("", textIn(pages.pages[0], "5 AREA"));
    EXPECT_EQ("", textIn(pages.pages[0], "5 PHONE"));
    EXPECT_EQ("", textIn(pages.pages[0], "33 PHONE"));
    EXPECT_TRUE(tells(pages, "box 5: the phone number not printed, as it has not ten digits"));
    EXPECT_TRUE(tells(pages, "box 33: the phone number not printed, as it has not ten digits"));
}

TEST(Form1500, FurtherNumbersThatDoNotFitAreLeftOutWithTheirKind)
{
    auto encounter = sample::everythingOffice();
    encounter.providers.rendering->references = {{"G2", "123456789012"}};
    encounter.coverages[0].providerNumber = "B\u00e977";
    const auto pages = laidOut(encounter);
    ASSERT_EQ(1U, pages.pages.size());
    EXPECT_EQ("", textIn(pages.pages[0], "24I"));
    EXPECT_EQ("", textIn(pages.pages[0], "24J SHADED"));
    EXPECT_EQ("", textIn(pages.pages[0], "33b"));
    EXPECT_TRUE(tells(pages, "box 24J: Rendering provider's number not printed, as it has 12 characters, 11 fit"));
    EXPECT_TRUE(tells(pages, "box 33b: Other number of the billing provider not printed, as it has a character that "
                             "cannot be printed"));
}

TEST(Form1500, PartsOfAUnitArePrintedWhenTheyFit)
{
    auto encounter = sample::everythingOffice();
    encounter.procedures[0].units = Quantity::thousandths(1500);
    EXPECT_EQ("1.5", textIn(onlyPage(encounter), "24G"));
    encounter.procedures[0].units = Quantity::thousandths(250);
    EXPECT_EQ(".25", textIn(onlyPage(encounter), "24G"));
    encounter.procedures[0].units = Quantity::thousandths(12500);
    EXPECT_TRUE(sample::refusalOf(laidOut(encounter)).starts_with("CLAIM-501 V-1001 box 24G"));
}

struct Fault {
    std::string name;
    std::string refusal;
    void (*spoil)(Encounter&);
};

struct Form1500Refuses : testing::TestWithParam<Fault> {};

TEST_P(Form1500Refuses, AndNamesTheBox)
{
    auto encounter = sample::everythingOffice();
    GetParam().spoil(encounter);
    EXPECT_EQ(GetParam().refusal, sample::refusalOf(laidOut(encounter)));
}

INSTANTIATE_TEST_SUITE_P(
    Faults, Form1500Refuses,
    testing::Values(
        Fault{"ClaimNumber", "CLAIM-501 V-1001000000001 box 26: Patient's account number has 15 characters, 14 fit",
              [](Encounter& e) { e.encounterId = "V-1001000000001"; }},
        Fault{"MemberId", "CLAIM-503 V-1001 box 1a: Insured's id is missing",
              [](Encounter& e) { e.coverages[0].memberId = " "; }},
        Fault{"MemberIdSigns", "CLAIM-502 V-1001 box 1a: a character that cannot be printed",
              [](Encounter& e) { e.coverages[0].memberId = "W1\u00e9"; }},
        Fault{"Diagnoses", "CLAIM-506 V-1001 box 21: 13 diagnoses, 12 fit",
              [](Encounter& e) {
                  e.diagnoses.push_back(e.diagnoses[0]);
                  e.diagnoses.back().id = {99};
              }},
        Fault{"NoDiagnosis", "CLAIM-505 V-1001 box 21: there is no diagnosis",
              [](Encounter& e) { e.diagnoses.clear(); }},
        Fault{"BadDiagnosis", "CLAIM-510 V-1001 box 21: a diagnosis is not a well-formed ICD-10-CM code",
              [](Encounter& e) { e.diagnoses[0].code.text = "S8"; }},
        Fault{"NoLine", "CLAIM-518 V-1001 box 24: there is no service line",
              [](Encounter& e) { e.procedures.clear(); }},
        Fault{"NoPointer", "CLAIM-507 V-1001 box 24E: line 1 must point at one to four diagnoses of the claim",
              [](Encounter& e) { e.procedures[0].pointers.clear(); }},
        Fault{"StrayPointer", "CLAIM-508 V-1001 box 24E: line 1 points at a diagnosis that is not in box 21",
              [](Encounter& e) { e.procedures[0].pointers = {{77}}; }},
        Fault{"Modifiers", "CLAIM-509 V-1001 box 24D: line 1 has 5 modifiers, 4 fit",
              [](Encounter& e) { e.procedures[0].modifiers.push_back("GA"); }},
        Fault{"Units", "CLAIM-501 V-1001 box 24G: Units or minutes has 4 characters, 3 fit",
              [](Encounter& e) { e.procedures[0].units = Quantity::whole(1000); }},
        Fault{"NoUnits", "CLAIM-511 V-1001 box 24G: line 1 has no units",
              [](Encounter& e) { e.procedures[0].units = Quantity{}; }},
        Fault{"Charge", "CLAIM-501 V-1001 box 24F: Charge has 10 characters, 9 fit",
              [](Encounter& e) { e.procedures[0].charge = Money::cents(100000000); }},
        Fault{"NegativeCharge", "CLAIM-504 V-1001 box 24F: the amount is negative",
              [](Encounter& e) { e.procedures[0].charge = Money::cents(-1); }},
        Fault{"NoCharge", "CLAIM-503 V-1001 box 24F: Charge is missing",
              [](Encounter& e) { e.procedures[0].charge.reset(); }},
        Fault{"NoNumberOfTheFirst",
              "CLAIM-512 V-1001 box 22: a replaced or voided claim needs the payer's number of it",
              [](Encounter& e) { e.claim.originalReferenceNumber.clear(); }},
        Fault{"FirstWithNumber", "CLAIM-513 V-1001 box 22: a first claim goes without the payer's claim number",
              [](Encounter& e) { e.claim.frequencyCode = "1"; }},
        Fault{"TaxIdKind", "CLAIM-514 V-1001 box 25: the kind of the tax id must be EI or SY",
              [](Encounter& e) { e.providers.billing->taxIdType = "34"; }},
        Fault{"Drug", "CLAIM-515 V-1001 box 24: a drug code has not eleven digits",
              [](Encounter& e) { e.procedures[0].ndc->code = "0002751001"; }},
        Fault{"Setting", "CLAIM-500 V-1001: the CMS-1500 takes no inpatient encounter",
              [](Encounter& e) { e.setting = Setting::inpatient; }},
        Fault{"Coverage", "CLAIM-516 V-1001: there is no coverage to bill", [](Encounter& e) { e.coverages.clear(); }},
        Fault{"Billing", "CLAIM-517 V-1001: there is no billing provider",
              [](Encounter& e) { e.providers.billing.reset(); }}),
    [](const auto& fault) { return fault.param.name; });

}  // namespace
