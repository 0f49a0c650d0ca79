#include "tests/claim/sample_encounter.h"

#include <gtest/gtest.h>

namespace cw {
namespace {

using sample::find;
using sample::injuredChild;
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

Provider person(const std::string& npi, const std::string& last)
{
    Provider provider;
    provider.npi = npi;
    provider.lastName = last;
    provider.firstName = "Kim";
    return provider;
}

Provider place(const std::string& npi, const std::string& name)
{
    Provider provider;
    provider.npi = npi;
    provider.organization = name;
    provider.address = {.line1 = "7 Lab Way", .city = "Xenia", .state = "OH", .postalCode = "453850002"};
    return provider;
}

/// One line with everything that a line can say.
Encounter talkativeLine()
{
    auto e = officeVisit();
    auto& line = e.procedures[0];
    line.code.text = "J9999";
    line.system = CodeSystem::hcpcs;
    line.ndc = DrugCode{.code = "00002751001", .quantity = Quantity::thousandths(1500), .unit = "ML"};
    line.note = "Half a vial";
    auto& d = line.details;
    d.description = "Unlisted biologic";
    d.isEmergency = d.isEpsdt = d.isFamilyPlanning = true;
    d.prescriptionNumber = "RX77";
    d.references = {{"9F", "REFL2"}, {"X4", "36D1234567"}, {"G1", "AUTH2"}};
    d.dates = {{"455", Date::of(2025, 1, 3), {}}, {"471", Date::of(2025, 1, 2), {}}};
    d.notes = {{"TPO", "For the repricer"}};
    d.paperwork = {{"M1", "FX", "C77"}};
    d.certifications = {{"70", true, {"65"}}};
    d.purchased = PurchasedService{.providerNumber = "PUR1", .amount = Money::cents(4000)};
    auto ordering = person("1558598797", "Silva");
    ordering.address = place("", "").address;
    ordering.references = {{"G2", "ORD9"}};
    d.providers = {{"referring", person("1679576722", "Nguyen")},
                   {"facility", place("1245319599", "Annex Lab")},
                   {"ordering", ordering},
                   {"supervising", person("1000000004", "Adler")},
                   {"rendering", person("1003000126", "Enkeshafi")},
                   {"purchased", place("1003000134", "Outside Lab")},
                   {"second_referring", person("1003000142", "Khalil")}};
    return e;
}

TEST(Claim837pLine, StandsInTheGuidesOrder)
{
    const auto read = writeAndRead(talkativeLine());
    EXPECT_EQ((std::vector<std::string>{
                  "LX",     "SV1", "PWK",    "CRC*70", "DTP*472", "DTP*471", "DTP*455", "REF*G1", "REF*6R", "REF*X4",
                  "REF*9F", "NTE", "NTE",    "PS1",    "LIN",     "CTP",     "REF*XZ",  "NM1*82", "NM1*QB", "NM1*77",
                  "N3",     "N4",  "NM1*DQ", "NM1*DK", "N3",      "N4",      "REF*G2",  "NM1*DN", "NM1*P3"}),
              tagsBetween(read, "LX", "SE"));
    EXPECT_EQ("SV1*HC:J9999:25::::UNLISTED BIOLOGIC*275.5*UN*1***2:1**Y**Y*Y", texts(read, "SV1").at(0));
    EXPECT_EQ((std::vector<std::string>{"NTE*ADD*HALF A VIAL", "NTE*TPO*FOR THE REPRICER"}), texts(read, "NTE"));
    EXPECT_EQ("PS1*PUR1*40", texts(read, "PS1").at(0));
    EXPECT_EQ("LIN**N4*00002751001", texts(read, "LIN").at(0));
    EXPECT_EQ("CTP****1.5*ML", texts(read, "CTP").at(0));
    EXPECT_EQ("REF*XZ*RX77", texts(read, "REF", "XZ").at(0));
    // The purchased provider has no name.
    EXPECT_EQ("NM1*QB*2******XX*1003000134", texts(read, "NM1", "QB").at(0));
}

TEST(Claim837pLine, LeavesOutProvidersThatTheClaimNames)
{
    auto visit = officeVisit();
    visit.providers.supervising = person("1000000004", "Adler");
    visit.providers.facility = place("1245319599", "Annex");
    visit.providers.ordering = person("1558598797", "Silva");
    visit.procedures.push_back(visit.procedures[0]);
    visit.procedures[0].details.providers = {{"rendering", *visit.providers.rendering},
                                             {"supervising", *visit.providers.supervising},
                                             {"facility", *visit.providers.facility},
                                             {"ordering", *visit.providers.rendering}};
    const auto read = writeAndRead(visit);
    // Who ordered the first line rendered it, too; the second has the claim's ordering provider.
    EXPECT_EQ((std::vector<std::string>{"LX", "SV1", "DTP*472", "REF*6R", "LX", "SV1", "DTP*472", "REF*6R", "NM1*DK"}),
              tagsBetween(read, "LX", "SE"));
}

TEST(Claim837pLine, RefusesWhatItCannotSay)
{
    const auto spoiled = [](auto spoil) {
        auto visit = talkativeLine();
        spoil(visit.procedures[0]);
        return refusedWith(visit);
    };
    EXPECT_EQ("written", spoiled([](auto&) {}));
    EXPECT_EQ("CLAIM-226", spoiled([](auto& l) { l.details.providers[0].role = "facility"; }));
    EXPECT_EQ("CLAIM-226", spoiled([](auto& l) { l.details.providers.back().role = "referring"; }));
    // Kept and not sent.
    EXPECT_EQ("written", spoiled([](auto& l) { l.details.providers[0].role = "operating"; }));
    EXPECT_EQ("CLAIM-242", spoiled([](auto& l) { l.ndc.reset(); }));
    EXPECT_EQ("CLAIM-243", spoiled([](auto& l) { l.details.purchased->amount = Money::cents(-1); }));
    EXPECT_EQ("CLAIM-001", spoiled([](auto& l) { l.details.purchased->providerNumber.clear(); }));
    EXPECT_EQ("CLAIM-602", spoiled([](auto& l) { l.details.references[0].qualifier = "F8"; }));
    EXPECT_EQ("CLAIM-610", spoiled([](auto& l) { l.details.notes.push_back({"DCP", "Goals"}); }));
    EXPECT_EQ("CLAIM-602", spoiled([](auto& l) { l.details.providers[2].provider.references[0].qualifier = "LU"; }));
    EXPECT_EQ("CLAIM-005", spoiled([](auto& l) { l.ndc->code = "0002751001"; }));
}

TEST(Claim837pProviders, OfTheClaimStandInOrderWithTheirNumbers)
{
    auto e = injuredChild();
    e.providers.secondReferring = person("1003000126", "Enkeshafi");
    e.providers.referring->references = {{"G2", "R2"}, {"0B", "R0"}};
    e.providers.rendering->references = {{"LU", "RL"}};
    e.providers.facility->references = {{"G2", "F2"}};
    e.providers.supervising->references = {{"1G", "S1"}};
    const auto read = writeAndRead(e);
    EXPECT_EQ((std::vector<std::string>{"HI*ABK", "NM1*DN", "REF*0B", "REF*G2", "NM1*P3", "NM1*82", "PRV", "REF*LU",
                                        "NM1*77", "N3", "N4", "REF*G2", "NM1*DQ", "REF*1G"}),
              tagsBetween(read, "HI", "LX"));
    e.providers.facility->references = {{"1G", "F2"}};
    EXPECT_EQ("CLAIM-602", refusedWith(e));
}

TEST(Claim837pAnesthesia, CountsMinutes)
{
    auto visit = officeVisit();
    visit.procedures[0].code.text = "00562";
    visit.procedures[0].unitBasis = "MJ";
    visit.procedures[0].units = Quantity::whole(180);
    EXPECT_EQ("SV1*HC:00562:25*275.5*MJ*180***2:1", texts(writeAndRead(visit), "SV1").at(0));
}

TEST(Claim837pUnsent, IsTold)
{
    auto visit = officeVisit();
    visit.providers.attending = person("1003000126", "Enkeshafi");
    visit.claim.diagnosisRelatedGroup = "470";
    const auto file = sample::mustWrite(request({&visit}));
    ASSERT_EQ(2U, file.replacements.size());
    EXPECT_EQ(0U, file.replacements[0].find("V-1001 HI: "));
    EXPECT_EQ(0U, file.replacements[1].find("V-1001 NM1: "));
}

}  // namespace
}  // namespace cw
