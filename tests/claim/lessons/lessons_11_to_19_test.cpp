#include "claim/claim_file.h"
#include "import/encounter_json.h"
#include "tests/claim/property/random_claims.h"
#include "tests/claim/sample_encounter.h"
#include "tests/claim/strict/strict.h"

#include <gtest/gtest.h>

#include <algorithm>

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

TEST(Lesson11, TaxonomyIsSentAndABadNpiIsRefusedAndNotDropped)
{
    auto visit = officeVisit();
    EXPECT_EQ(std::vector<std::string>{"PRV*BI*PXC*207Q00000X"}, texts(writeAndRead(visit), "PRV", "BI"));
    visit.providers.referring = *visit.providers.rendering;
    for (const char* npi : {"149775854", "14977585444", "149775854A"}) {
        visit.providers.referring->npi = npi;
        const auto refusal = sample::refusalOf(sample::request({&visit}));
        EXPECT_NE(std::string::npos, refusal.detail.find("2310A")) << npi;
        EXPECT_NE(std::string::npos, refusal.detail.find("NM109")) << npi;
    }
}

TEST(Lesson11, CheckDigitOfAnNpiIsCheckedWhereAProviderIsKept)
{
    ProviderRecord record{.kind = ProviderKind::person, .provider = *officeVisit().providers.rendering};
    const auto names = [&record] {
        std::vector<std::string> fields;
        for (const auto& fault : faultsOf(record)) fields.push_back(fault.field);
        return fields;
    };
    EXPECT_EQ(std::vector<std::string>{}, names());
    record.provider.npi = "1497758545";
    EXPECT_EQ(std::vector<std::string>{"npi"}, names());
}

TEST(Lesson12, CodesWithoutAMeaningOfTheirOwnCarryWords)
{
    for (const bool asNote : {false, true}) {
        auto visit = officeVisit();
        visit.procedures = {sample::line(11, "J3490", Money::cents(7500))};
        (asNote ? visit.procedures[0].note : visit.procedures[0].details.description) = "Name of the drug, 2 ml";
        EXPECT_EQ("HC:J3490:::::NAME OF THE DRUG, 2 ML", find(writeAndRead(visit), "SV1").at(0).element(1));
    }
}

TEST(Lesson12, EveryCauseOfAnAccidentCanBeSent)
{
    const auto causes = [](bool automobile, bool employment, bool other) {
        auto visit = officeVisit();
        visit.claim.accident = {.automobile = automobile,
                                .employment = employment,
                                .other = other,
                                .date = Date::of(2025, 1, 1),
                                .state = "OH"};
        return std::string(find(writeAndRead(visit), "CLM").at(0).element(11));
    };
    EXPECT_EQ("AA:::OH", causes(true, false, false));
    EXPECT_EQ("EM", causes(false, true, false));
    EXPECT_EQ("OA", causes(false, false, true));
    EXPECT_EQ("AA:EM::OH", causes(true, true, false));
    EXPECT_EQ("AA:OA::OH", causes(true, false, true));
    EXPECT_EQ("EM:OA", causes(false, true, true));
}

TEST(Lesson13, ACopiedLineCarriesAllThatTheFirstOneHas)
{
    property::Dice dice(13);
    for (int i = 0; i < 60; ++i) {
        auto claim = property::professionalClaim(dice, "V-1");
        auto& e = claim.encounter;
        e.coverages = officeVisit().coverages;
        e.procedures = {e.procedures[0], e.procedures[0]};
        e.procedures[1].id = {999};
        claim.billed = CoverageRank::primary;
        const auto file = sample::mustWrite(requestFor(claim));
        auto first = file.bytes.find("LX*1~"), second = file.bytes.find("LX*2~");
        auto a = file.bytes.substr(first, second - first),
             b = file.bytes.substr(second, file.bytes.find("SE*", second) - second);
        // They differ in their number and their control number alone.
        b.replace(3, 1, "1");
        b.replace(b.find("REF*6R*V-1-2"), 12, "REF*6R*V-1-1");
        EXPECT_EQ(a, b);
    }
}

TEST(Lesson13, LinesKeepEverythingThroughTheInterchangeForm)
{
    property::Dice dice(14);
    for (int i = 0; i < 100; ++i) {
        auto claim = i % 2 == 0 ? property::professionalClaim(dice, "V-1") : property::institutionalClaim(dice, "V-1");
        claim.encounter.patient.mrn = "000123";
        const auto json = writeEncounterJson({{.encounter = claim.encounter, .documents = {}}});
        CountingIdSource ids;
        const auto read = readEncounterJson(json, "copy", ids);
        ASSERT_TRUE(read) << read.error().detail;
        auto request = requestFor(claim);
        const auto before = sample::mustWrite(request);
        request.claims[0].encounter = &read->front().encounter;
        EXPECT_EQ(before.bytes, sample::mustWrite(request).bytes);
    }
}

TEST(Lesson15, RevenueCodesAreKeptAndSent)
{
    const auto stay = sample::inpatientStay();
    const auto json = writeEncounterJson({{.encounter = stay, .documents = {}}});
    CountingIdSource ids;
    const auto read = readEncounterJson(json, "stay", ids);
    ASSERT_TRUE(read) << read.error().detail;
    auto request = sample::request({&read->front().encounter});
    request.form = ClaimForm::institutional837;
    const auto file = sample::readBack(sample::mustWrite(request).bytes);
    std::vector<std::string> revenue;
    for (const auto& line : stay.procedures)
        if (!line.revenueCode.empty()) revenue.push_back(line.revenueCode);
    const auto sent = find(file, "SV2");
    ASSERT_EQ(revenue.size(), sent.size());
    for (std::size_t i = 0; i < sent.size(); ++i) EXPECT_EQ(revenue[i], sent[i].element(1));
    auto without = stay;
    for (auto& line : without.procedures) line.revenueCode.clear();
    request.claims[0].encounter = &without;
    EXPECT_NE("written", sample::refusalOf(request).id);
}

/// Other checkers refuse several HI, a 2320 or a dependent in an 837I; ours must take what the guide takes.
TEST(Lesson18, TheCheckerTakesWhatOthersRefuseFalsely)
{
    property::Dice dice(18);
    int several = 0, others = 0, dependents = 0;
    for (int i = 0; i < 200; ++i) {
        const auto claim = property::institutionalClaim(dice, "V-1");
        const auto file = sample::mustWrite(requestFor(claim));
        EXPECT_EQ(strict::Faults{}, strict::strictFaults(file.bytes));
        const auto read = sample::readBack(file.bytes);
        several += find(read, "HI").size() > 3 ? 1 : 0;
        others += find(read, "OI").empty() ? 0 : 1;
        dependents += find(read, "PAT").empty() ? 0 : 1;
    }
    EXPECT_GT(several, 20);
    EXPECT_GT(others, 20);
    EXPECT_GT(dependents, 20);
}

TEST(Lesson19, LinesWithoutADiagnosisAndClaimsWithoutALineStayHere)
{
    auto visit = officeVisit();
    visit.procedures[0].pointers.clear();
    EXPECT_NE("written", sample::refusalOf(sample::request({&visit})).id);
    visit = officeVisit();
    visit.procedures[0].pointers = {{77}};
    EXPECT_NE("written", sample::refusalOf(sample::request({&visit})).id);
    visit = officeVisit();
    visit.procedures[0].brokenPointers = {9};
    EXPECT_NE("written", sample::refusalOf(sample::request({&visit})).id);
    visit = officeVisit();
    visit.procedures.clear();
    EXPECT_NE("written", sample::refusalOf(sample::request({&visit})).id);
    auto stay = sample::inpatientStay();
    std::erase_if(stay.procedures, [](const auto& line) { return line.system != CodeSystem::icd10pcs; });
    auto request = sample::request({&stay});
    request.form = ClaimForm::institutional837;
    EXPECT_NE("written", sample::refusalOf(request).id);
}

}  // namespace
}  // namespace cw
