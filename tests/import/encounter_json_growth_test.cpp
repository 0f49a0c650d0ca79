#include "import/encounter_json.h"
#include "import/lines_json.h"

#include "tests/import/fixtures.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace cw {
namespace {

using test::outcome;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

Result<std::vector<ImportedEncounter>> read(const std::string& json)
{
    CountingIdSource ids;
    return readEncounterJson(json, "encounters.json", ids);
}

class GrowthTest : public ::testing::Test {
protected:
    void SetUp() override
    {
        auto result = read(test::testData("encounter_growth.json"));
        ASSERT_TRUE(result) << outcome(result);
        all = std::move(*result);
    }
    const Encounter& encounter() const { return all[0].encounter; }
    const LineDetails& details() const { return encounter().procedures[0].details; }
    std::vector<ImportedEncounter> all;
};

TEST_F(GrowthTest, ReadsCoveragesAndProviders)
{
    const auto& first = encounter().coverages[0];
    EXPECT_EQ("12", first.insuranceType);
    EXPECT_EQ("PN-7", first.providerNumber);
    EXPECT_EQ("PC-99", first.caseNumber);
    const std::vector<std::optional<Relationship>> expected = {Relationship::lifePartner, Relationship::employee,
                                                               Relationship::organDonor, Relationship::cadaverDonor,
                                                               Relationship::unknown};
    for (std::size_t at = 0; at < expected.size(); ++at)
        EXPECT_EQ(expected[at], encounter().coverages[at].relationship) << at;
    const auto& providers = encounter().providers;
    ASSERT_EQ(1U, providers.billing->references.size());
    EXPECT_EQ("0B", providers.billing->references[0].qualifier);
    EXPECT_EQ("L-1", providers.billing->references[0].value);
    EXPECT_EQ("PO Box 9", providers.payTo.value().address.line1);
    EXPECT_EQ("Okafor", providers.secondReferring.value().lastName);
    EXPECT_EQ("Sol", providers.otherOperating.value().lastName);
    EXPECT_EQ("", providers.foreign);
}

TEST_F(GrowthTest, ReadsTheClaim)
{
    const auto& claim = encounter().claim;
    EXPECT_EQ("P", claim.patientSignatureSource);
    EXPECT_EQ("03", claim.specialProgram);
    EXPECT_EQ("9", claim.delayReason);
    EXPECT_EQ("470", claim.diagnosisRelatedGroup);
    EXPECT_THAT(claim.anesthesiaProcedures, ElementsAre("27447", "27446"));
    ASSERT_EQ(2U, claim.references.size());
    EXPECT_EQ((QualifiedReference{"EA", "MR 1", ""}), claim.references[0]);
    ASSERT_EQ(2U, claim.dates.size());
    EXPECT_EQ(Date::of(2025, 1, 2), claim.dates[0].first);
    EXPECT_FALSE(claim.dates[0].last);
    EXPECT_EQ(Date::of(2025, 1, 9), claim.dates[1].last);
    EXPECT_EQ("fell", claim.notes.at(0).text);
    EXPECT_EQ("C-1", claim.paperwork.at(0).controlNumber);
    EXPECT_EQ("AA", claim.paperwork.at(1).transmission);
    ASSERT_EQ(3U, claim.certifications.size());
    EXPECT_TRUE(claim.certifications[0].applies) << "when it is not said";
    EXPECT_FALSE(claim.certifications[1].applies);
    EXPECT_THAT(claim.certifications[1].codes, ElementsAre("01", "05"));
    EXPECT_THAT(claim.fileInformation, ElementsAre("K3 ONE", "K3 TWO"));
    const auto institutional = nlohmann::json::parse(claim.institutional);
    EXPECT_EQ("70", institutional["occurrence_spans"][0]["code"]);
    EXPECT_EQ("A1", institutional["treatments"][0]["code"]);
    EXPECT_EQ("180", institutional["ambulance"]["patient_pounds"]);
    EXPECT_EQ("", claim.foreign);
}

TEST_F(GrowthTest, ReadsTheLine)
{
    EXPECT_EQ("a drug", details().description);
    EXPECT_TRUE(details().isEmergency && details().isEpsdt && details().isFamilyPlanning);
    EXPECT_EQ(Money::cents(500), details().nonCovered);
    EXPECT_EQ("RX1", details().prescriptionNumber);
    EXPECT_EQ("9B", details().references.at(0).qualifier);
    EXPECT_EQ("304", details().dates.at(0).qualifier);
    EXPECT_EQ("DCP", details().notes.at(0).code);
    EXPECT_EQ("CT", details().paperwork.at(0).type);
    EXPECT_THAT(details().certifications.at(0).codes, ElementsAre("12"));
    EXPECT_EQ(Money::cents(1234), details().purchased.value().amount);
    EXPECT_EQ("1234567893", details().purchased->providerNumber);
    ASSERT_EQ(3U, details().providers.size());
    EXPECT_EQ("ordering", details().providers[0].role) << "in the order of the file";
    EXPECT_EQ("1497758544", details().providers[0].provider.npi);
    EXPECT_EQ("G2", details().providers[1].provider.references.at(0).qualifier);
    EXPECT_EQ("scribe", details().providers[2].role) << "a role that we do not know is kept";
    EXPECT_EQ(R"({"department":"X"})", encounter().procedures[0].foreign);
}

TEST_F(GrowthTest, KeepsUnknownMembersOfTheParts)
{
    EXPECT_EQ(R"({"issued":"2020"})", encounter().providers.billing->references[0].foreign);
    EXPECT_EQ(R"({"seen":true})", encounter().claim.references[1].foreign);
    EXPECT_EQ(R"({"by":"phone"})", encounter().claim.dates[1].foreign);
    EXPECT_EQ(R"({"language":"en"})", encounter().claim.notes[0].foreign);
    EXPECT_EQ(R"({"pages":3})", encounter().claim.paperwork[0].foreign);
    EXPECT_EQ(R"({"by":"MD"})", encounter().claim.certifications[0].foreign);
    EXPECT_EQ(R"({"invoice":"7"})", details().purchased->foreign);
    EXPECT_EQ(R"({"license":"9"})", details().providers[0].provider.foreign);
    const auto written = writeEncounterJson(all);
    for (const char* kept : {"issued", "seen", "phone", "language", "pages", "\"by\": \"MD\"", "invoice", "license"})
        EXPECT_THAT(written, HasSubstr(kept));
}

TEST_F(GrowthTest, RoundTripGivesEqualValues)
{
    const auto written = writeEncounterJson(all);
    const auto again = read(written);
    ASSERT_TRUE(again) << outcome(again);
    EXPECT_EQ(all, *again);
    EXPECT_EQ(written, writeEncounterJson(*again));
}

TEST_F(GrowthTest, HeaderAndLineDetailsKeepAll)
{
    const auto line = writeLineDetails(details());
    EXPECT_THAT(line, Not(HasSubstr("\n")));
    const auto read = readLineDetails(line);
    ASSERT_TRUE(read) << outcome(read);
    EXPECT_EQ(details(), *read);
    EXPECT_EQ(line, writeLineDetails(*read));
    Encounter loaded = encounter();
    loaded.claim = {};
    loaded.coverages.clear();
    loaded.providers = {};
    const auto status = readEncounterHeader(writeEncounterHeader(encounter()), loaded);
    ASSERT_TRUE(status) << outcome(status);
    EXPECT_EQ(encounter(), loaded);
}

TEST_F(GrowthTest, EmptyLineDetailsAreNoText)
{
    EXPECT_EQ("", writeLineDetails({}));
    EXPECT_EQ(LineDetails{}, readLineDetails("").value());
    EXPECT_EQ(LineDetails{}, readLineDetails("{}").value());
    EXPECT_THAT(outcome(readLineDetails("[]")), StartsWith("IMPORT-066"));
    EXPECT_THAT(outcome(readLineDetails("{")), StartsWith("IMPORT-061"));
    EXPECT_THAT(outcome(readLineDetails(R"({"dates": [{"from": "soon"}]})")),
                StartsWith("IMPORT-066: line details: /dates/0/from: must be a date"));
}

TEST_F(GrowthTest, WritesNothingNewWhereNothingIsSet)
{
    auto bare = read(test::testData("encounters.json"));
    ASSERT_TRUE(bare) << outcome(bare);
    const auto written = writeEncounterJson(*bare);
    for (const char* name : {"references",
                             "insurance_type",
                             "provider_number",
                             "case_number",
                             "pay_to",
                             "second_referring",
                             "other_operating",
                             "patient_signature_source",
                             "special_program",
                             "drg",
                             "anesthesia_procedures",
                             "dates",
                             "notes",
                             "paperwork",
                             "certifications",
                             "file_information",
                             "occurrence_spans",
                             "treatments",
                             "description",
                             "emergency",
                             "epsdt",
                             "family_planning",
                             "non_covered_charge",
                             "prescription_number",
                             "purchased_service"})
        EXPECT_THAT(written, Not(HasSubstr('"' + std::string(name) + '"'))) << name;
}

TEST_F(GrowthTest, WritesOneProviderForARole)
{
    LineDetails two;
    two.providers = {{"rendering", {.lastName = "First"}}, {"rendering", {.lastName = "Second"}}};
    const auto read = readLineDetails(writeLineDetails(two));
    ASSERT_TRUE(read) << outcome(read);
    ASSERT_EQ(1U, read->providers.size());
    EXPECT_EQ("First", read->providers[0].provider.lastName);
}

struct Refusal {
    const char* pointer;
    const char* value;
    const char* reason;
    const char* at = "";  ///< What follows the pointer in the message.
};

class GrowthRefusalTest : public ::testing::TestWithParam<Refusal> {};

TEST_P(GrowthRefusalTest, NamesThePointerAndTheReason)
{
    const auto& refusal = GetParam();
    auto document = nlohmann::json::parse(test::testData("encounter_growth.json"));
    document[nlohmann::json::json_pointer(refusal.pointer)] = nlohmann::json::parse(refusal.value);
    EXPECT_THAT(outcome(read(document.dump())),
                StartsWith("IMPORT-064: encounters.json: " + std::string(refusal.pointer) + refusal.at + ": " +
                           refusal.reason));
}

#define CW_E0 "/encounters/0"
INSTANTIATE_TEST_SUITE_P(
    Each, GrowthRefusalTest,
    ::testing::Values(Refusal{CW_E0 "/coverages/0/insurance_type", "12", "must be a string"},
                      Refusal{CW_E0 "/coverages/0/relationship", "\"pet\"", "must be one of self, spouse"},
                      Refusal{CW_E0 "/coverages/0/adjudication/adjustments/0/quantity", "1",
                              "must be a decimal string"},
                      Refusal{CW_E0 "/providers/pay_to", "\"us\"", "must be an object"},
                      Refusal{CW_E0 "/providers/billing/references", "{}", "must be an array"},
                      Refusal{CW_E0 "/providers/billing/references/0/value", "1", "must be a string"},
                      Refusal{CW_E0 "/claim/drg", "470", "must be a string"},
                      Refusal{CW_E0 "/claim/anesthesia_procedures", "[27447]", "must be a string", "/0"},
                      Refusal{CW_E0 "/claim/dates/1/to", "\"01/09/2025\"", "must be a date string"},
                      Refusal{CW_E0 "/claim/dates/0", "null", "must be an object"},
                      Refusal{CW_E0 "/claim/notes/0/text", "[]", "must be a string"},
                      Refusal{CW_E0 "/claim/paperwork/0", "\"OZ\"", "must be an object"},
                      Refusal{CW_E0 "/claim/certifications/0/applies", "\"Y\"", "must be true or false"},
                      Refusal{CW_E0 "/claim/certifications/0/codes", "\"IH\"", "must be an array"},
                      Refusal{CW_E0 "/claim/file_information", "\"K3\"", "must be an array"},
                      Refusal{CW_E0 "/claim/occurrence_spans/0/to", "\"x\"", "must be a date string"},
                      Refusal{CW_E0 "/claim/treatments", "[\"A1\"]", "must be an object", "/0"},
                      Refusal{CW_E0 "/claim/ambulance/patient_pounds", "180", "must be a decimal string"},
                      Refusal{CW_E0 "/procedures/0/emergency", "\"Y\"", "must be true or false"},
                      Refusal{CW_E0 "/procedures/0/non_covered_charge", "5.00", "must be a decimal string"},
                      Refusal{CW_E0 "/procedures/0/purchased_service", "[]", "must be an object"},
                      Refusal{CW_E0 "/procedures/0/purchased_service/amount", "\"x\"", "must be a decimal string"},
                      Refusal{CW_E0 "/procedures/0/providers", "[]", "must be an object"},
                      Refusal{CW_E0 "/procedures/0/providers/scribe", "\"me\"", "must be an object"},
                      Refusal{CW_E0 "/procedures/0/providers/ordering/npi", "1", "must be a string"}));

}  // namespace
}  // namespace cw
