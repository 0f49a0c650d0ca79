#include "tests/claim/sample_encounter.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

namespace cw {
namespace {

using sample::find;
using sample::injuredChild;
using sample::mustWrite;
using sample::officeVisit;
using sample::readBack;
using sample::request;

std::string golden(const std::string& name)
{
    const std::ifstream file(std::string(CW_TEST_DATA) + "/x12/" + name, std::ios::binary);
    EXPECT_TRUE(file) << name;
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

/// A visit to another billing provider who is a person, home visit, replaced dates.
Encounter homeVisit()
{
    auto encounter = officeVisit("V-1003");
    Provider billing = *encounter.providers.rendering;
    billing.taxId = "123456789";
    billing.taxIdType = "SY";
    billing.taxonomy.clear();
    billing.address = {.line1 = "5 Oak Ave", .city = "Xenia", .state = "OH", .postalCode = "453850002"};
    encounter.providers.billing = billing;
    encounter.providers.facility = sample::billingClinic();
    encounter.service.placeOfService = "12";
    encounter.coverages[0].groupName = "Retirees & Co";
    return encounter;
}

TEST(Claim837p, WritesTheOfficeVisitByteForByte)
{
    const auto visit = officeVisit();
    const auto file = mustWrite(request({&visit}));
    EXPECT_EQ(golden("office_visit.837p"), file.bytes);
    EXPECT_TRUE(file.replacements.empty());
}

TEST(Claim837p, WritesEveryOptionalPartByteForByte)
{
    const auto child = injuredChild();
    const auto file = mustWrite(request({&child}));
    EXPECT_EQ(golden("injured_child.837p"), file.bytes);
    EXPECT_EQ((std::vector<std::string>{"v-2002 NM105: \u00e9 replaced by E"}), file.replacements);
}

TEST(Claim837p, WritesSeveralClaimsAndBillingProvidersByteForByte)
{
    const auto first = officeVisit("V-1001");
    const auto second = officeVisit("V-1002");
    const auto third = homeVisit();
    const auto fourth = injuredChild();
    auto wanted = request({&first, &second, &third, &fourth});
    wanted.test = true;
    EXPECT_EQ(golden("four_claims.837p"), mustWrite(wanted).bytes);
}

TEST(Claim837p, GivesEachClaimItsOwnBytesOfTheFile)
{
    const auto first = officeVisit("V-1001");
    const auto second = injuredChild();
    const auto third = homeVisit();
    const auto file = mustWrite(request({&first, &second, &third}));
    ASSERT_EQ(3U, file.claims.size());
    EXPECT_EQ("v-2002", file.claims[1].encounterId);
    EXPECT_EQ("V-2002", file.claims[1].claimNumber);
    EXPECT_EQ(EncounterRowId{7002}, file.claims[1].encounter);
    EXPECT_EQ(Money::cents(101280), file.claims[1].charges);
    // First and second stand behind each other under one billing provider; the third has its own, and ends the file.
    EXPECT_NE(std::string::npos, file.bytes.find(file.claims[0].segments + file.claims[1].segments + "HL*5**20*1~\n"));
    EXPECT_NE(std::string::npos, file.bytes.find(file.claims[2].segments + "SE*"));
    for (const auto& claim : file.claims) {
        EXPECT_EQ(0U, claim.segments.find("HL*"));
        EXPECT_NE(std::string::npos, claim.segments.find("*22*"));
        EXPECT_EQ("~\n", claim.segments.substr(claim.segments.size() - 2));
    }
}

TEST(Claim837p, ReadsBackAsTheEncounter)
{
    const auto visit = officeVisit();
    const auto file = readBack(mustWrite(request({&visit})).bytes);
    const auto claim = find(file, "CLM").at(0);
    EXPECT_EQ(visit.encounterId, claim.element(1));
    EXPECT_EQ(visit.totalCharges(), Money::parse(claim.element(2)).value());
    EXPECT_EQ(visit.service.placeOfService, claim.component(5, 1));
    const auto member = find(file, "NM1", "IL").at(0);
    EXPECT_EQ(visit.coverages[0].memberId, member.element(9));
    EXPECT_EQ("RIVERA", member.element(3));
    EXPECT_EQ(visit.patient.birthDate, Date::parseCompact(find(file, "DMG").at(0).element(2)).value());
    const auto diagnoses = find(file, "HI").at(0);
    ASSERT_EQ(visit.diagnoses.size(), diagnoses.elementCount());
    for (std::size_t i = 0; i < visit.diagnoses.size(); ++i)
        EXPECT_EQ(visit.diagnoses[i].code.text, diagnoses.component(i + 1, 2));
    const auto service = find(file, "SV1").at(0);
    EXPECT_EQ("99213", service.component(1, 2));
    EXPECT_EQ("25", service.component(1, 3));
    EXPECT_EQ("2:1", service.element(7));
    EXPECT_EQ("V-1001-1", find(file, "REF", "6R").at(0).element(2));
}

TEST(Claim837p, SendsAmountsInCanonicalForm)
{
    const std::vector<std::pair<int, std::string>> amounts = {
        {27550, "275.5"}, {50, ".5"}, {5, ".05"}, {12500, "125"}, {0, "0"}, {100, "1"}, {123456789, "1234567.89"}};
    for (const auto& [cents, text] : amounts) {
        auto visit = officeVisit();
        visit.procedures[0].charge = Money::cents(cents);
        const auto file = readBack(mustWrite(request({&visit})).bytes);
        EXPECT_EQ(text, find(file, "SV1").at(0).element(2));
        EXPECT_EQ(text, find(file, "CLM").at(0).element(2));
    }
}

TEST(Claim837p, PutsDemographicsOnThePatientOnly)
{
    auto child = injuredChild();
    auto file = readBack(mustWrite(request({&child})).bytes);
    EXPECT_EQ("", find(file, "SBR").at(0).element(2));
    EXPECT_EQ("1", find(file, "HL", "2").at(0).element(4));
    EXPECT_EQ("19", find(file, "PAT").at(0).element(1));
    ASSERT_EQ(1U, find(file, "DMG").size());
    EXPECT_EQ("20140630", find(file, "DMG").at(0).element(2));
    EXPECT_EQ("", find(file, "NM1", "QC").at(0).element(9));
    for (const auto& [relationship, code] : {std::pair{Relationship::spouse, "01"}, {Relationship::other, "G8"}}) {
        child.coverages[0].relationship = relationship;
        file = readBack(mustWrite(request({&child})).bytes);
        EXPECT_EQ(code, find(file, "PAT").at(0).element(1));
    }
    const auto visit = officeVisit();
    file = readBack(mustWrite(request({&visit})).bytes);
    EXPECT_EQ("18", find(file, "SBR").at(0).element(2));
    EXPECT_EQ("0", find(file, "HL", "2").at(0).element(4));
    EXPECT_TRUE(find(file, "PAT").empty());
}

TEST(Claim837p, LeavesOutProvidersThatSayNothingNew)
{
    auto visit = officeVisit();
    visit.providers.rendering = sample::billingClinic();
    visit.providers.facility = sample::billingClinic();
    visit.providers.facility->address.line1 = " 1 MAIN ST ";
    visit.providers.ordering = injuredChild().providers.ordering;
    visit.providers.ordering->npi = visit.providers.billing->npi;
    const auto file = readBack(mustWrite(request({&visit})).bytes);
    EXPECT_TRUE(find(file, "NM1", "82").empty());
    EXPECT_TRUE(find(file, "NM1", "77").empty());
    EXPECT_TRUE(find(file, "NM1", "DK").empty());
}

TEST(Claim837p, ReplacesDelimitersInNamesAndSaysSo)
{
    auto visit = officeVisit();
    visit.patient.lastName = "Rivera~Soto*";
    const auto file = mustWrite(request({&visit}));
    EXPECT_EQ((std::vector<std::string>{"V-1001 NM103: ~ replaced by blank", "V-1001 NM103: * replaced by blank"}),
              file.replacements);
    EXPECT_EQ("RIVERA SOTO", find(readBack(file.bytes), "NM1", "IL").at(0).element(3));
}

TEST(Claim837p, StartsAFurtherSetBeyondTheLimit)
{
    std::vector<Encounter> visits(5001, officeVisit());
    std::vector<const Encounter*> pointers;
    for (std::size_t i = 0; i < visits.size(); ++i) {
        visits[i].encounterId = "V-" + std::to_string(i);
        pointers.push_back(&visits[i]);
    }
    auto wanted = request(pointers);
    wanted.partner.claimsPerFile = 6000;
    const auto file = readBack(mustWrite(wanted).bytes);
    const auto sets = find(file, "ST");
    ASSERT_EQ(2U, sets.size());
    EXPECT_EQ("0001", sets[0].element(2));
    EXPECT_EQ("0002", sets[1].element(2));
    EXPECT_EQ("B000219", find(file, "BHT").at(0).element(3));
    EXPECT_EQ("B000219-2", find(file, "BHT").at(1).element(3));
    EXPECT_EQ(2U, find(file, "NM1", "85").size());
    // Numbers of the hierarchy start again, and the second set has a billing provider and one claim.
    const auto levels = find(file, "HL");
    EXPECT_EQ("5001", levels.at(5000).element(1));
    EXPECT_EQ("1", levels.at(5001).element(1));
    EXPECT_EQ("2", levels.at(5002).element(1));
    EXPECT_EQ(5001U, find(file, "CLM").size());
}

}  // namespace
}  // namespace cw
