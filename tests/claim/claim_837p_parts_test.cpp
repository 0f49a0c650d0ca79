#include "encounter/ambulance.h"
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
using sample::writeAndRead;

std::string_view refusedWith(const Encounter& encounter)
{
    return refusalOf(request({&encounter})).id;
}

/// Everything a professional claim can say of itself, in an order that is not the guide's.
Encounter talkativeVisit()
{
    auto e = officeVisit();
    auto& claim = e.claim;
    claim.patientSignatureSource = "P";
    claim.specialProgram = "05";
    claim.delayReason = "11";
    claim.accident = {.employment = true, .date = Date::of(2025, 1, 10)};
    claim.onsetDate = Date::of(2025, 1, 9);
    claim.dates = {{"091", Date::of(2025, 1, 8), {}},
                   {"314", Date::of(2025, 1, 1), Date::of(2025, 2, 1)},
                   {"454", Date::of(2025, 1, 2), {}},
                   {"304", Date::of(2025, 1, 3), {}}};
    claim.paperwork = {{"OZ", "BM", "CTRL1"}, {"B4", "AA", ""}};
    claim.patientPaid = Money::cents(1000);
    claim.references = {{"P4", "Demo1"}, {"EA", "MRN9"}, {"4N", "7"}, {"LX", "G1234"}, {"SY", "123-45-6789"}};
    claim.priorAuthorization = "AUTH";
    claim.fileInformation = {"STATE DATA 1", "STATE DATA 2"};
    claim.notes = {{"CER", "Certified"}};
    claim.certifications = {{"ZZ", true, {"ST"}}, {"75", true, {"IH"}}, {"E1", false, {"L1", "L2"}}};
    claim.anesthesiaProcedures = {"33414", "33405"};
    claim.institutional = R"({"conditions":[{"code":"AA"},{"code":"AB"}]})";
    return e;
}

TEST(Claim837pParts, StandInTheGuidesOrder)
{
    const auto read = writeAndRead(talkativeVisit());
    EXPECT_EQ((std::vector<std::string>{"CLM",    "DTP*431", "DTP*454", "DTP*304", "DTP*439", "DTP*314", "DTP*091",
                                        "PWK",    "PWK",     "AMT*F5",  "REF*4N",  "REF*G1",  "REF*LX",  "REF*EA",
                                        "REF*P4", "K3",      "K3",      "NTE",     "CRC*E1",  "CRC*75",  "CRC*ZZ",
                                        "HI*ABK", "HI*BP",   "HI*BG",   "NM1*82",  "PRV"}),
              tagsBetween(read, "CLM", "LX"));
    EXPECT_EQ("CLM*V-1001*275.5***11:B:1*Y*A*Y*Y*P*EM*05********11", texts(read, "CLM").at(0));
    EXPECT_EQ("DTP*314*RD8*20250101-20250201", texts(read, "DTP", "314").at(0));
    EXPECT_EQ((std::vector<std::string>{"PWK*OZ*BM***AC*CTRL1", "PWK*B4*AA"}), texts(read, "PWK"));
    EXPECT_EQ("NTE*CER*CERTIFIED", texts(read, "NTE").at(0));
    EXPECT_EQ("CRC*E1*N*L1*L2", texts(read, "CRC").at(0));
    EXPECT_EQ((std::vector<std::string>{"HI*ABK:E119*ABF:I10", "HI*BP:33414*BO:33405", "HI*BG:AA*BG:AB"}),
              texts(read, "HI"));
    // The member's social security number goes with the member.
    EXPECT_EQ((std::vector<std::string>{"NM1*IL", "N3", "N4", "DMG", "REF*SY"}), tagsBetween(read, "NM1*IL", "NM1*PR"));
    EXPECT_EQ("REF*SY*123456789", texts(read, "REF", "SY").at(0));
}

TEST(Claim837pParts, OfCoverageAndBillingProviderGoToTheirLoops)
{
    auto visit = officeVisit();
    auto& coverage = visit.coverages[0];
    coverage.insuranceType = "12";
    coverage.caseNumber = "PC-1";
    visit.providers.billing->references = {{"G2", "G2NUM"}, {"1G", "UPIN1"}, {"0B", "LIC1"}, {"LU", "LOC1"}};
    auto read = writeAndRead(visit);
    EXPECT_EQ("SBR*P*18***12****MB", texts(read, "SBR").at(0));
    EXPECT_EQ((std::vector<std::string>{"NM1*85", "N3", "N4", "REF*EI", "REF*0B", "REF*1G", "PER"}),
              tagsBetween(read, "NM1*85", "HL"));
    EXPECT_EQ((std::vector<std::string>{"NM1*IL", "N3", "N4", "DMG", "REF*Y4", "NM1*PR", "REF*G2", "REF*LU"}),
              tagsBetween(read, "NM1*IL", "CLM"));
    EXPECT_EQ("REF*G2*G2NUM", texts(read, "REF", "G2").at(0));
    coverage.providerNumber = "OWN9";
    EXPECT_EQ("REF*G2*OWN9", texts(writeAndRead(visit), "REF", "G2").at(0));

    // At a patient who is not the member the case number goes with the patient.
    coverage.relationship = Relationship::lifePartner;
    coverage.subscriber = officeVisit().patient;
    read = writeAndRead(visit);
    EXPECT_EQ("PAT*53", texts(read, "PAT").at(0));
    EXPECT_EQ((std::vector<std::string>{"NM1*QC", "N3", "N4", "DMG", "REF*Y4"}), tagsBetween(read, "NM1*QC", "CLM"));
    EXPECT_EQ(1U, find(read, "REF", "Y4").size());
}

TEST(Claim837pParts, AreRefusedWhereTheGuideHasNoPlace)
{
    const auto spoiled = [](auto spoil) {
        auto visit = talkativeVisit();
        spoil(visit.claim);
        return refusedWith(visit);
    };
    EXPECT_EQ("written", spoiled([](auto&) {}));
    EXPECT_EQ("CLAIM-601", spoiled([](auto& c) { c.references.push_back({"G1", "SECOND"}); }));
    EXPECT_EQ("CLAIM-602", spoiled([](auto& c) { c.references.push_back({"XX", "1"}); }));
    EXPECT_EQ("CLAIM-603", spoiled([](auto& c) { c.dates[0].first.reset(); }));
    EXPECT_EQ("CLAIM-604", spoiled([](auto& c) { c.dates[1].last.reset(); }));
    EXPECT_EQ("CLAIM-604", spoiled([](auto& c) { c.dates[2].last = Date::of(2025, 1, 9); }));
    EXPECT_EQ("CLAIM-605", spoiled([](auto& c) { c.dates.push_back({"431", Date::of(2025, 1, 2), {}}); }));
    EXPECT_EQ("CLAIM-606", spoiled([](auto& c) { c.dates.push_back({"999", Date::of(2025, 1, 2), {}}); }));
    EXPECT_EQ("CLAIM-607", spoiled([](auto& c) { c.certifications.push_back({"75", true, {"IH"}}); }));
    EXPECT_EQ("CLAIM-608", spoiled([](auto& c) { c.certifications[0].codes.clear(); }));
    EXPECT_EQ("CLAIM-609", spoiled([](auto& c) { c.certifications[0].category = "70"; }));
    EXPECT_EQ("CLAIM-610", spoiled([](auto& c) { c.note = "A second one"; }));
    EXPECT_EQ("CLAIM-611", spoiled([](auto& c) { c.notes[0].code = "ALG"; }));
    EXPECT_EQ("CLAIM-612", spoiled([](auto& c) { c.paperwork.resize(11, c.paperwork[0]); }));
    EXPECT_EQ("CLAIM-613", spoiled([](auto& c) { c.paperwork[0].controlNumber.clear(); }));
    EXPECT_EQ("CLAIM-006", spoiled([](auto& c) { c.paperwork[0].transmission = "ZZ"; }));
    EXPECT_EQ("CLAIM-614", spoiled([](auto& c) { c.fileInformation.resize(11, "X"); }));
    EXPECT_EQ("CLAIM-222", spoiled([](auto& c) { c.anesthesiaProcedures.resize(3, "33414"); }));
    EXPECT_EQ("CLAIM-223", spoiled([](auto& c) { c.anesthesiaProcedures[0] = "E119"; }));
    EXPECT_EQ("CLAIM-006", spoiled([](auto& c) { c.specialProgram = "01"; }));
    EXPECT_EQ("CLAIM-006", spoiled([](auto& c) { c.delayReason = "12"; }));
    EXPECT_EQ("CLAIM-002", spoiled([](auto& c) { c.fileInformation[0] = std::string(81, 'x'); }));
    std::string many = R"({"conditions":[)";
    for (int i = 0; i < 25; ++i) many += R"({"code":"A1"},)";
    many.back() = ']';
    EXPECT_EQ("CLAIM-626", spoiled([&many](auto& c) { c.institutional = many + "}"; }));
}

TEST(Claim837pParts, SaysWhatThePayersNumberIsOnReplacements)
{
    auto visit = officeVisit();
    visit.claim.originalReferenceNumber = "ICN1";
    EXPECT_EQ("CLAIM-213", refusedWith(visit));
    auto wanted = request({&visit});
    wanted.claims[0].referenceOnOriginal = true;
    EXPECT_EQ("written", refusalOf(wanted).id);
    for (const auto* frequency : {"6", "7", "8"}) {
        visit.claim.frequencyCode = frequency;
        const auto read = writeAndRead(visit);
        EXPECT_EQ(frequency, find(read, "CLM").at(0).component(5, 3));
        EXPECT_EQ("REF*F8*ICN1", texts(read, "REF", "F8").at(0));
    }
    visit.claim.originalReferenceNumber = " ";
    EXPECT_EQ("CLAIM-212", refusedWith(visit));
}

Encounter ambulanceRide()
{
    auto visit = officeVisit();
    visit.service.placeOfService = "41";
    visit.claim.institutional =
        R"({"ambulance":{"transport_reason":"A","miles":"12.5","patient_pounds":"140","stretcher_reason":"Unconscious",)"
        R"("pick_up":{"line1":"12 Elm St","city":"Dayton","state":"OH","postal_code":"45402"},)"
        R"("drop_off":{"line1":"1 Main St","city":"Dayton","state":"OH","postal_code":"454020001"},)"
        R"("conditions":["01","08"]}})";
    return visit;
}

TEST(Claim837pAmbulance, SaysWhyHowFarAndWhere)
{
    const auto visit = ambulanceRide();
    ASSERT_TRUE(parseAmbulance(visit.claim.institutional));
    const auto read = writeAndRead(visit);
    EXPECT_EQ((std::vector<std::string>{"CLM", "CR1", "CRC*07", "HI*ABK", "NM1*82", "PRV", "NM1*PW", "N3", "N4",
                                        "NM1*45", "N3", "N4"}),
              tagsBetween(read, "CLM", "LX"));
    EXPECT_EQ("41", find(read, "CLM").at(0).component(5, 1));
    const auto cr1 = find(read, "CR1").at(0);
    EXPECT_EQ("A", cr1.element(4));
    EXPECT_EQ("DH", cr1.element(5));
    EXPECT_EQ("12.5", cr1.element(6));
    EXPECT_EQ("CRC*07*Y*01*08", texts(read, "CRC").at(0));
    EXPECT_EQ("NM1*PW*2", texts(read, "NM1", "PW").at(0));
    EXPECT_EQ("NM1*45*2", texts(read, "NM1", "45").at(0));
}

TEST(Claim837pAmbulance, IsRefusedWithoutItsPlaces)
{
    auto visit = ambulanceRide();
    auto& json = visit.claim.institutional;
    json.replace(json.find("12 Elm St"), 9, "");
    EXPECT_EQ("CLAIM-001", refusedWith(visit));
}

}  // namespace
}  // namespace cw
