#include "tests/claim/sample_encounter.h"

#include <gtest/gtest.h>

/// What is left out knowingly is told, and holds no claim back.
namespace cw {
namespace {

using sample::find;
using sample::officeVisit;
using sample::request;
using sample::texts;

/// What was told, without the encounter's id and the words: "HI", "NM1".
std::vector<std::string> toldOf(const Encounter& encounter)
{
    std::vector<std::string> places;
    for (const auto& text : sample::mustWrite(request({&encounter})).replacements) {
        const auto begin = text.find(' ') + 1;
        places.push_back(text.substr(begin, text.find(':') - begin));
    }
    return places;
}

using Places = std::vector<std::string>;

TEST(Claim837Unsent, OfAProfessionalClaimIsTold)
{
    auto visit = officeVisit();
    EXPECT_EQ(Places{}, toldOf(visit));
    visit.claim.accident.date = Date::of(2025, 1, 10);
    EXPECT_EQ(Places{"DTP"}, toldOf(visit));
    visit.claim.accident.date.reset();
    visit.procedures[0].revenueCode = "0510";
    visit.procedures[0].details.nonCovered = Money::cents(100);
    EXPECT_EQ((Places{"SV1", "SV1"}), toldOf(visit));
    visit = officeVisit();
    visit.diagnoses.push_back(sample::diagnosis(3, "R0789"));
    visit.diagnoses.back().role = DiagnosisRole::admitting;
    EXPECT_EQ(Places{"HI"}, toldOf(visit));
    visit.diagnoses.back().role = DiagnosisRole::reasonForVisit;
    EXPECT_EQ(Places{"HI"}, toldOf(visit));
    visit = officeVisit();
    visit.service.placeOfService = "12";
    EXPECT_EQ(Places{}, toldOf(visit));
    visit.providers.facility = sample::injuredChild().providers.facility;
    EXPECT_EQ(Places{"NM1"}, toldOf(visit));
}

TEST(Claim837Unsent, OfAnInstitutionalClaimIsTold)
{
    auto visit = sample::outpatientVisit();
    EXPECT_EQ(Places{}, toldOf(visit));
    for (auto* flag : {&visit.procedures[0].details.isEmergency, &visit.procedures[1].details.isEpsdt,
                       &visit.procedures[2].details.isFamilyPlanning}) {
        *flag = true;
        EXPECT_EQ(Places{"SV2"}, toldOf(visit));
        *flag = false;
    }
    visit.procedures[1].placeOfService = "22";
    EXPECT_EQ(Places{"SV2"}, toldOf(visit));
    visit.coverages[0].insuranceType = "12";
    visit.claim.patientSignatureSource = "P";
    EXPECT_EQ((Places{"CLM10", "SBR05", "SV2"}), toldOf(visit));
}

TEST(Claim837Unsent, AnEmptyAmbulanceIsNoTransport)
{
    auto visit = officeVisit();
    visit.claim.institutional = R"({"ambulance":{}})";
    EXPECT_TRUE(find(sample::writeAndRead(visit), "CR1").empty());
    auto stay = sample::outpatientVisit();
    stay.claim.institutional = R"({"ambulance":{}})";
    EXPECT_EQ(Places{}, toldOf(stay));
}

TEST(Claim837Unsent, ARoleThatTheGuideDoesNotHaveIsTold)
{
    auto visit = officeVisit();
    visit.procedures[0].details.providers = {{"attending", *sample::injuredChild().providers.ordering}};
    EXPECT_EQ(Places{"NM1"}, toldOf(visit));
    EXPECT_EQ(find(sample::writeAndRead(officeVisit()), "NM1").size(), find(sample::writeAndRead(visit), "NM1").size());
}

TEST(Claim837Unsent, TheClaimsReferringProviderIsNotNamedAgainOnALine)
{
    auto visit = officeVisit();
    const auto all = sample::injuredChild().providers;
    visit.providers.referring = all.referring;
    visit.providers.secondReferring = all.ordering;
    visit.procedures[0].details.providers = {{"referring", *all.referring}, {"second_referring", *all.ordering}};
    auto read = sample::writeAndRead(visit);
    EXPECT_EQ(1U, find(read, "NM1", "DN").size());
    EXPECT_EQ(1U, find(read, "NM1", "P3").size());
    visit.procedures[0].details.providers = {{"referring", *all.supervising}, {"second_referring", *all.supervising}};
    read = sample::writeAndRead(visit);
    EXPECT_EQ(2U, find(read, "NM1", "DN").size());
    EXPECT_EQ(2U, find(read, "NM1", "P3").size());
}

TEST(Claim837Contact, TakesPhonesAsPeopleWriteThem)
{
    for (const auto* phone : {"937 555 0111 x22", "(937) 555-0111 X 22", "937.555.0111 ext 22",
                              "1-937-555-0111 Ext. 22", "9375550111extension 22", "+1 937 555 0111 x. 22"}) {
        auto visit = officeVisit();
        auto wanted = request({&visit});
        visit.providers.billing->phone = phone;
        const auto pers = texts(sample::readBack(sample::mustWrite(wanted).bytes), "PER");
        ASSERT_EQ(2U, pers.size()) << phone;
        EXPECT_EQ("PER*IC*BILLING OFFICE*TE*9375550111*EX*22", pers[1]) << phone;
    }
}

TEST(Claim837Contact, OfTheBillingProviderIsLeftOutWhenItCannotBeSent)
{
    for (const auto* phone : {"555-0111", "937 555 0111 x2 x3", "937 555 0111 or 0112", "unlisted", "937 555 0111 x"}) {
        auto visit = officeVisit();
        const auto wanted = request({&visit});
        visit.providers.billing->phone = phone;
        const auto file = sample::mustWrite(wanted);
        EXPECT_EQ(1U, find(sample::readBack(file.bytes), "PER").size()) << phone;
        ASSERT_EQ(1U, file.replacements.size()) << phone;
        EXPECT_EQ(0U, file.replacements[0].find("V-1001 PER: ")) << phone;
        EXPECT_EQ(std::string::npos, file.replacements[0].find("0111")) << phone;
    }
}

TEST(Claim837Contact, LeavesOutAMailThatTheFileCannotCarryBesideAPhone)
{
    const auto visit = officeVisit();
    auto wanted = request({&visit});
    wanted.partner.email = "office@elm.example";
    wanted.partner.characters = CharacterSet::basic;
    const auto file = sample::mustWrite(wanted);
    EXPECT_EQ("PER*IC*BILLING OFFICE*TE*9375550111", texts(sample::readBack(file.bytes), "PER").at(0));
    ASSERT_EQ(1U, file.replacements.size());
    EXPECT_EQ(0U, file.replacements[0].find("submitter PER: "));
    wanted.partner.phone.clear();
    EXPECT_EQ("CLAIM-003", sample::refusalOf(wanted).id);
}

TEST(Claim837Partner, IsCheckedWithItsOwnSigns)
{
    const auto visit = officeVisit();
    auto partner = partnerFrom(visit, CoverageRank::primary);
    partner.phone = "9375550111";
    partner.email = "office@elm.example";
    const auto faultyField = [&partner] {
        const auto faults = faultsOf(partner);
        return faults.empty() ? std::string("none") : faults.front().field;
    };
    EXPECT_EQ("none", faultyField());
    partner.characters = CharacterSet::basic;
    EXPECT_EQ("email", faultyField());
    partner.email.clear();
    partner.submitterId = "SUB_1";
    partner.senderId = "SUB1";
    EXPECT_EQ("submitter_id", faultyField());
    partner.characters = CharacterSet::extended;
    EXPECT_EQ("none", faultyField());
    partner.delimiters.repetition = '_';
    EXPECT_EQ("submitter_id", faultyField());
    partner.submitterId = "SUB1";
    partner.contactName = "___";
    EXPECT_EQ("contact_name", faultyField());
}

}  // namespace
}  // namespace cw
