#include "import/encounter_json.h"

#include "tests/import/fixtures.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <sstream>

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

/// A file with one encounter that has what is needed and these members beside.
std::string minimal(const std::string& more = "", const std::string& service = R"("from": "2025-01-15")")
{
    return R"({"schema": "encounters/1", "encounters": [{"encounter_id": "V-1", "setting": "professional", "service": {)" +
           service + R"(}, "patient": {"mrn": "1", "last_name": "A", "first_name": "B"})" + (more.empty() ? "" : ", ") +
           more + "}]}";
}

class FullEncounterTest : public ::testing::Test {
protected:
    void SetUp() override
    {
        auto result = read(test::testData("encounters.json"));
        ASSERT_TRUE(result) << outcome(result);
        all = std::move(*result);
        ASSERT_EQ(2U, all.size());
    }
    const Encounter& first() const { return all[0].encounter; }
    std::vector<ImportedEncounter> all;
};

TEST_F(FullEncounterTest, ReadsPatientAndCoverages)
{
    EXPECT_EQ("T-1", first().encounterId);
    EXPECT_EQ(Setting::professional, first().setting);
    EXPECT_EQ(Date::of(2025, 1, 15), first().service.from);
    EXPECT_EQ(Date::of(2025, 1, 16), first().service.to);
    EXPECT_FALSE(first().service.admittedAt);
    EXPECT_EQ("Vega", first().patient.lastName);
    EXPECT_EQ(Sex::female, first().patient.sex);
    EXPECT_EQ(Date::of(1961, 4, 2), first().patient.birthDate);
    EXPECT_EQ("Apt 2", first().patient.address.line2);
    ASSERT_EQ(2U, first().coverages.size());
    const auto& coverage = first().coverages[0];
    EXPECT_EQ("15202", coverage.payer.payerId);
    EXPECT_EQ(Relationship::child, coverage.relationship);
    ASSERT_TRUE(coverage.subscriber);
    EXPECT_EQ("Sol", coverage.subscriber->firstName);
    EXPECT_EQ(Sex::unknown, coverage.subscriber->sex);
    EXPECT_THAT(coverage.adjudication, HasSubstr(R"("paid":"80.00","claim_control_number":"C1","remark":"x")"));
    EXPECT_EQ(CoverageRank::secondary, first().coverages[1].rank) << "a missing rank follows the position";
    EXPECT_FALSE(first().coverages[1].subscriber);
}

TEST_F(FullEncounterTest, ReadsProvidersAndClaim)
{
    ASSERT_TRUE(first().providers.billing);
    EXPECT_TRUE(first().providers.billing->isOrganization());
    EXPECT_EQ("454020001", first().providers.billing->address.postalCode);
    EXPECT_EQ("Ife", first().providers.rendering->firstName);
    EXPECT_FALSE(first().providers.referring);
    EXPECT_FALSE(first().providers.facility);
    EXPECT_EQ(true, first().claim.signatureOnFile);
    EXPECT_EQ(Money::cents(1250), first().claim.patientPaid);
    EXPECT_TRUE(first().claim.accident.automobile);
    EXPECT_FALSE(first().claim.accident.employment);
    EXPECT_EQ(Date::of(2025, 1, 11), first().claim.hospitalizedFrom);
    const auto institutional = nlohmann::json::parse(first().claim.institutional);
    EXPECT_EQ("100.00", institutional["values"][0]["amount"]);
    EXPECT_EQ("12.5", institutional["ambulance"]["miles"]);
}

TEST_F(FullEncounterTest, ReadsCodesAsEnteredAndPointersByDiagnosis)
{
    const auto& diagnoses = first().diagnoses;
    ASSERT_EQ(4U, diagnoses.size());
    EXPECT_EQ("E119", diagnoses[0].code.text);
    EXPECT_EQ("Y", diagnoses[0].presentOnAdmission);
    EXPECT_EQ(DiagnosisRole::reasonForVisit, diagnoses[1].role);
    EXPECT_EQ("NOT A CODE", diagnoses[3].code.text);
    const auto& visit = first().procedures[0];
    EXPECT_THAT(visit.modifiers, ElementsAre("25", "RT"));
    // Pointers count the role diagnosis alone: 2 is I10, which stands third.
    EXPECT_THAT(visit.pointers, ElementsAre(diagnoses[2].id, diagnoses[0].id));
    EXPECT_THAT(visit.brokenPointers, ElementsAre(9, 0));
    EXPECT_EQ(Money::cents(12500), visit.charge);
    const auto& drug = first().procedures[1];
    EXPECT_EQ(CodeSystem::hcpcs, drug.system) << "recognised by shape";
    EXPECT_EQ("J0120", drug.code.text);
    EXPECT_EQ(Quantity::thousandths(2500), drug.units);
    EXPECT_EQ("MJ", drug.unitBasis);
    EXPECT_FALSE(drug.charge);
    EXPECT_FALSE(drug.serviceFrom);
    ASSERT_TRUE(drug.ndc);
    EXPECT_EQ(Quantity::thousandths(1500), drug.ndc->quantity);
    const auto& room = first().procedures[2];
    EXPECT_FALSE(room.system);
    EXPECT_EQ("", room.code.text);
    EXPECT_EQ("0120", room.revenueCode);
    EXPECT_EQ(Money::cents(5), room.charge);
    const auto& second = all[1].encounter;
    EXPECT_EQ(Setting::inpatient, second.setting);
    EXPECT_EQ("2025-01-01T10:30", second.service.admittedAt->iso());
    EXPECT_EQ(DiagnosisRole::admitting, second.diagnoses[1].role);
    EXPECT_EQ(CodeSystem::icd10pcs, second.procedures[0].system);
}

TEST_F(FullEncounterTest, GivesEveryRowAnIdOfItsOwn)
{
    std::set<std::int64_t> ids;
    std::size_t rows = 0;
    for (const auto& [encounter, documents] : all) {
        for (const auto& diagnosis : encounter.diagnoses) ids.insert(diagnosis.id.value);
        for (const auto& line : encounter.procedures) ids.insert(line.id.value);
        rows += encounter.diagnoses.size() + encounter.procedures.size();
    }
    EXPECT_EQ(rows, ids.size());
    EXPECT_FALSE(ids.contains(0));
}

TEST_F(FullEncounterTest, ReadsDocumentReferences)
{
    ASSERT_EQ(2U, all[0].documents.size());
    const auto& document = all[0].documents[0];
    EXPECT_EQ("notes/T-1-visit.txt", document.path);
    EXPECT_EQ(DocumentType::progressNote, document.type);
    EXPECT_EQ(Date::of(2025, 1, 15), document.date);
    EXPECT_EQ(DocumentType::other, all[0].documents[1].type);
    EXPECT_TRUE(all[1].documents.empty());
}

TEST_F(FullEncounterTest, KeepsUnknownMembersAtEveryLevel)
{
    EXPECT_EQ(R"({"batch":{"source":"front desk","numbers":[1,2.5,-3]}})", first().foreign);
    EXPECT_EQ(R"({"shift":"late"})", first().service.foreign);
    EXPECT_EQ(R"({"preferred_name":"Nounou"})", first().patient.foreign);
    EXPECT_EQ(R"({"county":"Montgomery"})", first().patient.address.foreign);
    EXPECT_EQ(R"({"plan_tier":3})", first().coverages[0].foreign);
    EXPECT_EQ(R"({"network":"blue"})", first().coverages[0].payer.foreign);
    EXPECT_EQ(R"({"employer":"none"})", first().coverages[0].subscriber->foreign);
    EXPECT_EQ(R"({"scribe":{"name":"someone"}})", first().providers.foreign);
    EXPECT_EQ(R"({"license":"L9"})", first().providers.billing->foreign);
    EXPECT_EQ(R"({"billing_cycle":"9"})", first().claim.foreign);
    EXPECT_EQ(R"({"police_report":"77"})", first().claim.accident.foreign);
    EXPECT_EQ(R"({"certainty":"high"})", first().diagnoses[0].foreign);
    EXPECT_EQ(R"({"department":"X"})", first().procedures[0].foreign);
    EXPECT_EQ(R"({"lot":"L1"})", first().procedures[1].ndc->foreign);
    EXPECT_EQ(R"({"pages":2})", all[0].documents[0].foreign);
    EXPECT_EQ("", all[1].encounter.foreign);
}

TEST_F(FullEncounterTest, RoundTripGivesEqualValues)
{
    const auto written = writeEncounterJson(all);
    const auto again = read(written);
    ASSERT_TRUE(again) << outcome(again);
    EXPECT_EQ(all, *again);
    EXPECT_EQ(written, writeEncounterJson(*again));
}

TEST_F(FullEncounterTest, WritesEveryMemberOfTheInputWithItsValue)
{
    const auto written = nlohmann::json::parse(writeEncounterJson(all));
    auto expected = nlohmann::json::parse(test::testData("encounters.json"));
    // What the canonical form writes in another way.
    auto& encounter = expected["encounters"][0];
    encounter["diagnoses"][0]["code"] = "E11.9";
    encounter["diagnoses"][1]["code"] = "R06.02";
    encounter["diagnoses"][3]["code"] = "NOT. A CODE";
    encounter["procedures"][0]["modifiers"] = {"25", "RT"};
    encounter["procedures"][1]["code"] = "J0120";
    // The place of the first member that the output lacks or has with another value; null may be missing.
    const auto missing = [&](auto&& self, const nlohmann::json& want, const nlohmann::json& have,
                             const std::string& at) -> std::string {
        if (want.is_null()) return "";
        if (want.is_object()) {
            for (const auto& [key, value] : want.items()) {
                if (!have.contains(key)) return at + "/" + key;
                if (auto found = self(self, value, have[key], at + "/" + key); !found.empty()) return found;
            }
            return "";
        }
        if (want.is_array() && !want.empty() && want[0].is_object()) {
            if (want.size() != have.size()) return at;
            for (std::size_t i = 0; i < want.size(); ++i)
                if (auto found = self(self, want[i], have[i], at + "/" + std::to_string(i)); !found.empty())
                    return found;
            return "";
        }
        return want == have ? "" : at;
    };
    EXPECT_EQ("", missing(missing, expected, written, ""));
}

TEST_F(FullEncounterTest, HeaderKeepsAllButLists)
{
    const auto header = writeEncounterHeader(first());
    EXPECT_THAT(header, Not(HasSubstr("\n")));
    Encounter loaded;
    loaded.row = {7};
    loaded.diagnoses = first().diagnoses;
    loaded.procedures = first().procedures;
    const auto status = readEncounterHeader(header, loaded);
    ASSERT_TRUE(status) << outcome(status);
    EXPECT_EQ(EncounterRowId{7}, loaded.row);
    loaded.row = {};
    EXPECT_EQ(first(), loaded);
    EXPECT_EQ(header, writeEncounterHeader(loaded));
}

TEST_F(FullEncounterTest, BadHeaderChangesNothing)
{
    Encounter loaded = first();
    for (const char* text : {"", "[]", "{}", R"({"encounter_id": "X", "setting": "professional"})"}) {
        EXPECT_FALSE(readEncounterHeader(text, loaded)) << text;
        EXPECT_EQ(first(), loaded);
    }
    EXPECT_THAT(outcome(readEncounterHeader("{}", loaded)),
                StartsWith("IMPORT-065: encounter header: /encounter_id: "));
}

TEST(EncounterJsonTest, MissingAndNullAreTheSame)
{
    const auto bare = read(minimal());
    ASSERT_TRUE(bare) << outcome(bare);
    const auto nulls = read(minimal(R"("coverages": null, "providers": null, "claim": null, "diagnoses": null,
        "procedures": null, "documents": null)"));
    ASSERT_TRUE(nulls) << outcome(nulls);
    EXPECT_EQ(*bare, *nulls);
    const auto inner = read(minimal(R"("providers": {"billing": null}, "claim": {"accident": null, "patient_paid": null,
        "signature_on_file": null, "occurrences": null, "conditions": [], "note": null})"));
    ASSERT_TRUE(inner) << outcome(inner);
    EXPECT_EQ(*bare, *inner);
    const auto& encounter = bare->front().encounter;
    EXPECT_FALSE(encounter.patient.sex);
    EXPECT_FALSE(encounter.claim.signatureOnFile);
    EXPECT_EQ("", encounter.claim.institutional);
    EXPECT_EQ(*bare, read(writeEncounterJson(*bare)).value());
}

TEST(EncounterJsonTest, WritesAllMembersInTheOrderOfTheSpecification)
{
    const auto written = writeEncounterJson(read(minimal(R"("coverages": [{}], "diagnoses": [{"code": "I10"}],
        "procedures": [{}], "documents": [{"path": "a.txt"}])"))
                                                .value());
    std::size_t at = 0;
    for (const char* key : {"schema",
                            "encounters",
                            "encounter_id",
                            "setting",
                            "service",
                            "from",
                            "to",
                            "place_of_service",
                            "admitted_at",
                            "discharged_at",
                            "admission_type",
                            "admission_source",
                            "discharge_status",
                            "type_of_bill",
                            "patient",
                            "mrn",
                            "last_name",
                            "first_name",
                            "middle_name",
                            "suffix",
                            "birth_date",
                            "sex",
                            "address",
                            "line1",
                            "line2",
                            "city",
                            "state",
                            "postal_code",
                            "phone",
                            "coverages",
                            "rank",
                            "payer",
                            "name",
                            "payer_id",
                            "claim_filing_code",
                            "member_id",
                            "group_number",
                            "group_name",
                            "relationship",
                            "subscriber",
                            "adjudication",
                            "providers",
                            "billing",
                            "rendering",
                            "referring",
                            "supervising",
                            "ordering",
                            "attending",
                            "operating",
                            "facility",
                            "claim",
                            "accept_assignment",
                            "signature_on_file",
                            "benefits_assigned",
                            "release_of_information",
                            "prior_authorization",
                            "referral_number",
                            "clia_number",
                            "original_reference_number",
                            "frequency_code",
                            "patient_paid",
                            "note",
                            "accident",
                            "auto",
                            "employment",
                            "other",
                            "date",
                            "state",
                            "onset_date",
                            "last_menstrual_period",
                            "hospitalized_from",
                            "hospitalized_to",
                            "occurrences",
                            "conditions",
                            "values",
                            "ambulance",
                            "diagnoses",
                            "code",
                            "present_on_admission",
                            "role",
                            "procedures",
                            "code_system",
                            "code",
                            "modifiers",
                            "units",
                            "unit_basis",
                            "charge",
                            "service_from",
                            "service_to",
                            "place_of_service",
                            "diagnosis_pointers",
                            "revenue_code",
                            "ndc",
                            "note",
                            "documents",
                            "path",
                            "type",
                            "title",
                            "date",
                            "author"}) {
        const auto found = written.find("\"" + std::string(key) + "\": ", at);
        ASSERT_NE(std::string::npos, found) << key << " after " << written.substr(0, at);
        at = found + 1;
    }
    EXPECT_THAT(written, StartsWith("{\n  \"schema\": \"encounters/1\",\n  \"encounters\": ["));
    EXPECT_THAT(written, ::testing::EndsWith("]\n}\n"));
}

TEST(EncounterJsonTest, KeepsMalformedCodesOnARoundTrip)
{
    for (const char* code : {"S7.2001A", "I10.", "E11..9", "9", "", "99213", "E11.22.1", "ABCDEFGHIJ", "E11", "...."}) {
        const auto once = read(minimal(R"("diagnoses": [{"code": ")" + std::string(code) + "\"}]"));
        ASSERT_TRUE(once) << outcome(once);
        EXPECT_EQ(*once, read(writeEncounterJson(*once)).value()) << code;
    }
    EXPECT_EQ("S7.2001A",
              read(minimal(R"("diagnoses": [{"code": "s7.2001a"}])"))->front().encounter.diagnoses[0].code.text);
}

TEST(EncounterJsonTest, FindsTheCodeSystemByShape)
{
    const std::pair<const char*, CodeSystem> cases[] = {{"99213", CodeSystem::cpt},        {"0001F", CodeSystem::cpt},
                                                        {"J0120", CodeSystem::hcpcs},      {"g0008", CodeSystem::hcpcs},
                                                        {"0016070", CodeSystem::icd10pcs}, {"9921", CodeSystem::cpt},
                                                        {"G00", CodeSystem::hcpcs}};
    for (const auto& [code, system] : cases) {
        const auto result = read(minimal(R"("procedures": [{"code": ")" + std::string(code) + "\"}]"));
        ASSERT_TRUE(result) << outcome(result);
        EXPECT_EQ(system, result->front().encounter.procedures[0].system) << code;
    }
}

TEST(EncounterJsonTest, RoundTripsTheSampleOfTheSpecification)
{
    CW_SHARED_OR_SKIP(file, "specs/encounter-json.md");
    std::ifstream in(*file);
    std::ostringstream text;
    text << in.rdbuf();
    const auto begin = text.str().find("```json") + 7;
    const auto sample = text.str().substr(begin, text.str().find("```", begin) - begin);
    const auto once = read(sample);
    ASSERT_TRUE(once) << outcome(once);
    ASSERT_EQ(1U, once->size());
    EXPECT_EQ("V-1001", once->front().encounter.encounterId);
    EXPECT_EQ(2U, once->front().encounter.diagnoses.size());
    EXPECT_EQ(Money::cents(12500), once->front().encounter.totalCharges());
    EXPECT_EQ("", once->front().encounter.foreign) << "the sample has no unknown member";
    EXPECT_EQ(*once, read(writeEncounterJson(*once)).value());
}

}  // namespace
}  // namespace cw
