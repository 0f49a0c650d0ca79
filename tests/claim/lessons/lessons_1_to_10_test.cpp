#include "claim/claim_file.h"
#include "tests/claim/property/random_claims.h"
#include "tests/claim/sample_encounter.h"
#include "tests/claim/strict/strict.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

/// What went wrong in other products (claim-lessons.md); the table of all twenty, with the tests of other layers, is README.md.
namespace cw {
namespace {

using sample::find;
using sample::officeVisit;
using sample::texts;
using sample::writeAndRead;

/// Sent by a partner that has a contact, as the random encounters' own billing provider may have none.
ClaimFileRequest requestFor(const property::RandomClaim& claim)
{
    auto request = sample::request({&claim.encounter});
    request.partner = partnerFrom(officeVisit(), CoverageRank::primary);
    request.claims[0].billed = claim.billed;
    return request;
}

Result<ClaimFile> writeOne(const Encounter& encounter, ClaimForm form = ClaimForm::professional837)
{
    auto request = sample::request({&encounter});
    request.form = form;
    return write837(request);
}

TEST(Lesson01, SegmentsAreCountedWhateverTheClaimHolds)
{
    property::Dice dice(1);
    for (int i = 0; i < 200; ++i) {
        const auto one =
            i % 2 == 0 ? property::professionalClaim(dice, "V-1") : property::institutionalClaim(dice, "V-1");
        const auto file = write837(requestFor(one));
        ASSERT_TRUE(file && file->refused.empty());
        // By the plain text: from ST to SE, both included.
        const auto st = file->bytes.find("\nST*") + 1;
        const auto se = file->bytes.find("\nSE*") + 1;
        const auto count = std::count(file->bytes.begin() + static_cast<std::ptrdiff_t>(st),
                                      file->bytes.begin() + static_cast<std::ptrdiff_t>(se), '~') +
                           1;
        EXPECT_EQ("SE*" + std::to_string(count) + "*0001~", file->bytes.substr(se, file->bytes.find('\n', se) - se));
    }
}

struct Incomplete {
    const char* what;
    std::function<void(Encounter&)> take;
};

TEST(Lesson04, IncompleteClaimsAreRefusedByNameAndTheOthersGo)
{
    const std::vector<Incomplete> all = {
        {"member id", [](Encounter& e) { e.coverages[0].memberId = "  "; }},
        {"payer id", [](Encounter& e) { e.coverages[0].payer.payerId.clear(); }},
        {"payer name", [](Encounter& e) { e.coverages[0].payer.name.clear(); }},
        {"filing code", [](Encounter& e) { e.coverages[0].payer.claimFilingCode.clear(); }},
        {"relationship", [](Encounter& e) { e.coverages[0].relationship.reset(); }},
        {"subscriber", [](Encounter& e) { e.coverages[0].relationship = Relationship::child; }},
        {"coverage", [](Encounter& e) { e.coverages.clear(); }},
        {"last name", [](Encounter& e) { e.patient.lastName = " "; }},
        {"birth date", [](Encounter& e) { e.patient.birthDate.reset(); }},
        {"sex", [](Encounter& e) { e.patient.sex.reset(); }},
        {"street", [](Encounter& e) { e.patient.address.line1.clear(); }},
        {"billing provider", [](Encounter& e) { e.providers.billing.reset(); }},
        {"billing NPI", [](Encounter& e) { e.providers.billing->npi.clear(); }},
        {"tax id", [](Encounter& e) { e.providers.billing->taxId = "12"; }},
        {"place of service", [](Encounter& e) { e.service.placeOfService.clear(); }},
        {"assignment", [](Encounter& e) { e.claim.acceptAssignment.clear(); }},
        {"signature", [](Encounter& e) { e.claim.signatureOnFile.reset(); }},
        {"diagnoses", [](Encounter& e) { e.diagnoses.clear(); }},
        {"charge", [](Encounter& e) { e.procedures[0].charge.reset(); }},
        {"service date", [](Encounter& e) { e.procedures[0].serviceFrom.reset(); }},
        {"accident date", [](Encounter& e) { e.claim.accident.other = true; }},
        {"accident state", [](Encounter& e) { e.claim.accident = {.automobile = true, .date = Date::of(2025, 1, 1)}; }},
    };
    const auto good = officeVisit("V-1");
    const auto alone = writeOne(good);
    ASSERT_TRUE(alone);
    for (const auto& [what, take] : all) {
        SCOPED_TRACE(what);
        auto bad = officeVisit("V-2");
        take(bad);
        auto request = sample::request({&good});
        request.claims.insert(request.claims.begin(), {.encounter = &bad, .number = "V-2"});
        const auto file = write837(request);
        ASSERT_TRUE(file) << file.error().detail;
        ASSERT_EQ(1U, file->refused.size());
        EXPECT_EQ("V-2", file->refused[0].encounterId);
        EXPECT_NE(std::string::npos, file->refused[0].error.detail.find("V-2"));
        EXPECT_EQ(alone->bytes, file->bytes);
    }
}

Encounter secondaryVisit(const std::vector<Adjustment>& adjustments, Money paid)
{
    auto visit = officeVisit();
    visit.coverages[0].payer = {.name = "Buckeye Mutual", .payerId = "BM001", .claimFilingCode = "CI"};
    PayerAnswer answer{
        .date = Date::of(2025, 2, 1), .paid = paid, .claimControlNumber = "PCN-9", .adjustments = adjustments};
    visit.coverages[0].adjudication = writePayerAnswer(answer);
    auto second = officeVisit().coverages[0];
    second.rank = CoverageRank::secondary;
    second.insuranceType = "12";
    visit.coverages.push_back(second);
    return visit;
}

ClaimFile writeSecondary(const Encounter& visit)
{
    auto request = sample::request({&visit});
    request.claims[0].billed = CoverageRank::secondary;
    return sample::mustWrite(request);
}

TEST(Lesson06, ReasonsOfOneGroupStandOnOneSegment)
{
    std::vector<Adjustment> adjustments;
    for (int i = 1; i <= 8; ++i) {
        adjustments.push_back(
            {.group = "CO", .reason = std::to_string(i), .amount = Money::cents(100), .quantity = {}});
        if (i <= 2)
            adjustments.push_back(
                {.group = "PR", .reason = std::to_string(i), .amount = Money::cents(200), .quantity = {}});
        adjustments.push_back({.group = "OA", .reason = "23", .amount = {}, .quantity = {}});
    }
    const auto visit = secondaryVisit(adjustments, officeVisit().totalCharges() - Money::cents(1200));
    const auto file = writeSecondary(visit);
    EXPECT_EQ((std::vector<std::string>{"CAS*CO*1*1**2*1**3*1**4*1**5*1**6*1", "CAS*CO*7*1**8*1", "CAS*PR*1*2**2*2"}),
              texts(sample::readBack(file.bytes), "CAS"));
    EXPECT_EQ(strict::Faults{}, strict::strictFaults(file.bytes));
}

TEST(Lesson06, OtherPayersControlNumberAndInsuranceTypeAreSent)
{
    for (const char* type : {"12", "13", "14", "15", "16", "41", "42", "43", "47"}) {
        auto visit = secondaryVisit({}, officeVisit().totalCharges());
        visit.coverages[1].insuranceType = type;
        const auto read = sample::readBack(writeSecondary(visit).bytes);
        EXPECT_EQ(std::vector<std::string>{"REF*F8*PCN-9"}, texts(read, "REF", "F8"));
        EXPECT_EQ(type, find(read, "SBR", "S").at(0).element(5));
    }
}

TEST(Lesson07, AssignmentOfClaimAndOfBenefitsAreTwoQuestions)
{
    for (const char* claim : {"A", "B", "C"})
        for (const char* benefits : {"Y", "N", "W"}) {
            auto visit = officeVisit();
            visit.claim.acceptAssignment = claim;
            visit.claim.benefitsAssigned = benefits;
            const auto clm = find(writeAndRead(visit), "CLM").at(0);
            EXPECT_EQ(claim, clm.element(7));
            EXPECT_EQ(benefits, clm.element(8));
        }
}

TEST(Lesson08, WhetherAnOriginalNamesThePayersNumberIsThePayersRule)
{
    auto visit = officeVisit();
    visit.claim.originalReferenceNumber = "ICN1";
    auto request = sample::request({&visit});
    EXPECT_EQ("CLAIM-213", sample::refusalOf(request).id);
    request.claims[0].referenceOnOriginal = true;
    const auto file = sample::mustWrite(request);
    EXPECT_EQ(std::vector<std::string>{"REF*F8*ICN1"}, texts(sample::readBack(file.bytes), "REF", "F8"));
    // Right by that payer's rule alone: the checker of the guide says so.
    EXPECT_EQ(strict::Faults{"claim V-1001: REF*F8 on an original claim"}, strict::strictFaults(file.bytes));
}

TEST(Lesson09, SubmitterReceiverPayerAndProviderEachStandInTheirPlace)
{
    const auto visit = officeVisit();
    auto request = sample::request({&visit});
    auto& partner = request.partner;
    partner.submitterName = "SUBMITTER NAME", partner.submitterId = "SUBMITTER-ID", partner.senderId = "ISASENDER",
    partner.applicationSender = "GSSENDER";
    partner.receiverName = "RECEIVER NAME", partner.receiverId = "RECEIVER-ID",
    partner.interchangeReceiver = "ISARECEIVER", partner.applicationReceiver = "GSRECEIVER";
    const auto read = sample::readBack(sample::mustWrite(request).bytes);
    EXPECT_EQ("ISASENDER      ", read.segments[0].element(6));
    EXPECT_EQ("ISARECEIVER    ", read.segments[0].element(8));
    EXPECT_EQ("GSSENDER", read.segments[1].element(2));
    EXPECT_EQ("GSRECEIVER", read.segments[1].element(3));
    EXPECT_EQ(std::vector<std::string>{"NM1*41*2*SUBMITTER NAME*****46*SUBMITTER-ID"}, texts(read, "NM1", "41"));
    EXPECT_EQ(std::vector<std::string>{"NM1*40*2*RECEIVER NAME*****46*RECEIVER-ID"}, texts(read, "NM1", "40"));
    EXPECT_EQ(std::vector<std::string>{"NM1*85*2*ELM STREET CLINIC*****XX*1234567893"}, texts(read, "NM1", "85"));
    EXPECT_EQ(std::vector<std::string>{"NM1*PR*2*MEDICARE PART B*****PI*15202"}, texts(read, "NM1", "PR"));
}

TEST(Lesson09, QualifierOfAnIdNeverStandsWithoutTheId)
{
    auto visit = officeVisit();
    visit.providers.referring = *visit.providers.rendering;
    visit.providers.referring->npi.clear();
    EXPECT_EQ(std::vector<std::string>{"NM1*DN*1*OKAFOR*IFE"}, texts(writeAndRead(visit), "NM1", "DN"));
}

TEST(Lesson10, FacilityWithAShortZipIsRefusedAndNotDropped)
{
    auto visit = officeVisit();
    visit.providers.facility = sample::billingClinic();
    visit.providers.facility->npi = "1245319599";
    visit.providers.facility->address = {
        .line1 = "99 Side Rd", .city = "Kettering", .state = "OH", .postalCode = "45429"};
    const auto refusal = sample::refusalOf(sample::request({&visit}));
    EXPECT_NE(std::string::npos, refusal.detail.find("2310C"));
    EXPECT_NE(std::string::npos, refusal.detail.find("N403"));
    visit.providers.facility->address.postalCode = "45429-1234";
    EXPECT_EQ("454291234", find(writeAndRead(visit), "N4").back().element(3));
}

}  // namespace
}  // namespace cw
