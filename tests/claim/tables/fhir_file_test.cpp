#include "tests/claim/tables/table_fixture.h"

#include "import/documents/readers.h"

#include <nlohmann/json.hpp>

#include <set>

namespace cw {
namespace {

using test::tableRequest;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::StartsWith;
using Json = nlohmann::json;

Json bundleOf(const std::vector<const Encounter*>& encounters, CoverageRank billed = CoverageRank::primary)
{
    auto request = tableRequest(encounters, ClaimForm::fhir);
    for (auto& claim : request.claims) claim.billed = billed;
    const auto file = writeFhirClaims(request);
    EXPECT_TRUE(file) << describe(file.error());
    return Json::parse(file->bytes);
}

std::vector<Json> resources(const Json& bundle, const std::string& type)
{
    std::vector<Json> found;
    for (const auto& entry : bundle["entry"])
        if (entry["resource"]["resourceType"] == type) found.push_back(entry["resource"]);
    return found;
}

Json resolve(const Json& bundle, const Json& reference)
{
    for (const auto& entry : bundle["entry"])
        if (entry["fullUrl"] == reference["reference"]) return entry["resource"];
    ADD_FAILURE() << "nothing stands under " << reference;
    return {};
}

/// Every reference with an address leads to an entry; no member is empty.
void checkWhole(const Json& node, const std::set<std::string>& names)
{
    EXPECT_FALSE(node.is_null() || node == "");
    if (!node.is_structured()) return;
    EXPECT_FALSE(node.empty());
    for (const auto& [name, value] : node.items()) {
        if (name == "reference") {
            EXPECT_TRUE(names.contains(value.get<std::string>())) << value;
        }
        checkWhole(value, names);
    }
}

TEST(FhirFileTest, ABundleOfClaimsThatHoldsTogether)
{
    const auto child = sample::injuredChild();
    const auto visit = sample::officeVisit();
    const auto bundle = bundleOf({&child, &visit});
    EXPECT_EQ("Bundle", bundle["resourceType"]);
    EXPECT_EQ("collection", bundle["type"]);
    std::set<std::string> names;
    for (const auto& entry : bundle["entry"]) {
        const auto name = entry["fullUrl"].get<std::string>();
        EXPECT_THAT(name, ::testing::MatchesRegex(
                              "urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"));
        EXPECT_TRUE(names.insert(name).second) << "a name stands once";
    }
    checkWhole(bundle, names);
    EXPECT_EQ(2U, resources(bundle, "Claim").size());
    EXPECT_EQ(2U, resources(bundle, "Patient").size());
    EXPECT_EQ(1U, resources(bundle, "RelatedPerson").size());
    const auto file = writeFhirClaims(tableRequest({&child, &visit}, ClaimForm::fhir)).value();
    ASSERT_EQ(2U, file.claims.size());
    EXPECT_EQ("v-2002-2", Json::parse(file.claims[0].segments)["resource"]["identifier"][0]["value"]);
}

TEST(FhirFileTest, SaysWhatTheClaimSays)
{
    const auto child = sample::injuredChild();
    const auto bundle = bundleOf({&child});
    const auto claim = resources(bundle, "Claim").at(0);
    EXPECT_EQ("active", claim["status"]);
    EXPECT_EQ("professional", claim["type"]["coding"][0]["code"]);
    EXPECT_EQ("claim", claim["use"]);
    EXPECT_EQ("2025-01-15", claim["billablePeriod"]["start"]);
    EXPECT_EQ("2025-02-03", claim["created"]);
    EXPECT_EQ("Leo", resolve(bundle, claim["patient"])["name"][0]["given"][0]);
    EXPECT_EQ("José", resolve(bundle, claim["patient"])["name"][0]["given"][1]);
    EXPECT_EQ("BM001", resolve(bundle, claim["insurer"])["identifier"][0]["value"]);
    const auto billing = resolve(bundle, claim["provider"]);
    EXPECT_EQ("Organization", billing["resourceType"]);
    EXPECT_EQ("1234567893", billing["identifier"][0]["value"]);
    EXPECT_EQ("http://hl7.org/fhir/sid/us-npi", billing["identifier"][0]["system"]);
    EXPECT_EQ("urn:oid:2.16.840.1.113883.4.4", billing["identifier"][1]["system"]);
    EXPECT_EQ("Elm Street Annex", resolve(bundle, claim["facility"])["name"]);
    EXPECT_EQ("ICN123456789", claim["related"][0]["claim"]["identifier"]["value"]);
    EXPECT_EQ("MVA", claim["accident"]["type"]["coding"][0]["code"]);
    EXPECT_EQ(Json::parse("1012.8"), claim["total"]["value"]);
    EXPECT_EQ("USD", claim["total"]["currency"]);
    const auto& insurance = claim["insurance"][0];
    EXPECT_EQ(true, insurance["focal"]);
    EXPECT_THAT(insurance["preAuthRef"], ElementsAre("AUTH55"));
    const auto coverage = resolve(bundle, insurance["coverage"]);
    EXPECT_EQ("w123456", coverage["subscriberId"]);
    EXPECT_EQ("child", coverage["relationship"]["coding"][0]["code"]);
    EXPECT_EQ("Ana", resolve(bundle, coverage["subscriber"])["name"][0]["given"][0]);
    EXPECT_EQ("GRP-77", coverage["class"][0]["value"]);
}

TEST(FhirFileTest, LinesCarryCodesModifiersUnitsAndMoney)
{
    auto child = sample::injuredChild();
    child.procedures[0].units = Quantity::whole(2);
    child.procedures[1].details.description = "Some drug";
    const auto items = resources(bundleOf({&child}), "Claim").at(0)["item"];
    ASSERT_EQ(3U, items.size());
    EXPECT_EQ(1, items[0]["sequence"]);
    EXPECT_EQ("http://www.ama-assn.org/go/cpt", items[0]["productOrService"]["coding"][0]["system"]);
    EXPECT_EQ("29505", items[0]["productOrService"]["coding"][0]["code"]);
    EXPECT_EQ("RT", items[0]["modifier"][0]["coding"][0]["code"]);
    EXPECT_EQ("2025-01-15", items[0]["servicedDate"]);
    EXPECT_EQ("22", items[0]["locationCodeableConcept"]["coding"][0]["code"]);
    EXPECT_THAT(items[0]["diagnosisSequence"], ElementsAre(1, 2));
    EXPECT_EQ(Json::parse("206.0"), items[0]["unitPrice"]["value"]);
    EXPECT_EQ(Json::parse("412.0"), items[0]["net"]["value"]);
    EXPECT_EQ("http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets",
              items[1]["productOrService"]["coding"][0]["system"]);
    EXPECT_EQ("Some drug", items[1]["productOrService"]["text"]);
    EXPECT_EQ(Json::parse("0.5"), items[1]["quantity"]["value"]);
    EXPECT_EQ("00002-7510-01", items[1]["detail"][0]["productOrService"]["coding"][0]["code"]);
    EXPECT_EQ("ML", items[1]["detail"][0]["quantity"]["unit"]);
    EXPECT_EQ("min", items[2]["quantity"]["unit"]);
    EXPECT_EQ("2025-01-16", items[2]["servicedPeriod"]["end"]);
    EXPECT_FALSE(items[2].contains("unitPrice")) << "600.05 for 45 minutes is no price in cents";
}

TEST(FhirFileTest, AStay)
{
    auto stay = sample::officeVisit();
    stay.setting = Setting::inpatient;
    stay.service.typeOfBill = "0111";
    stay.service.dischargeStatus = "01";
    stay.service.admittedAt = LocalMinute{Date::of(2025, 1, 14), 630};
    stay.claim.frequencyCode = "8";
    stay.claim.institutional =
        R"({"occurrences": [{"code": "11", "date": "2025-01-02"}], "values": [{"code": "A1", "amount": "100.00"}]})";
    stay.diagnoses[0].presentOnAdmission = "Y";
    auto admitting = sample::diagnosis(9, "R0602");
    admitting.role = DiagnosisRole::admitting;
    stay.diagnoses.insert(stay.diagnoses.begin(), admitting);
    auto operation = sample::line(20, "0SR9019", Money{});
    operation.system = CodeSystem::icd10pcs;
    auto room = sample::line(21, "X", Money::cents(100000));
    room.system.reset();
    room.code.text.clear();
    room.revenueCode = "0120";
    stay.procedures = {operation, room};
    const auto claim = resources(bundleOf({&stay}), "Claim").at(0);
    EXPECT_EQ("institutional", claim["type"]["coding"][0]["code"]);
    EXPECT_EQ("cancelled", claim["status"]);
    ASSERT_EQ(3U, claim["diagnosis"].size());
    EXPECT_EQ("E11.9", claim["diagnosis"][0]["diagnosisCodeableConcept"]["coding"][0]["code"]);
    EXPECT_EQ("principal", claim["diagnosis"][0]["type"][0]["coding"][0]["code"]);
    EXPECT_EQ("Y", claim["diagnosis"][0]["onAdmission"]["coding"][0]["code"]);
    EXPECT_FALSE(claim["diagnosis"][1].contains("onAdmission"));
    EXPECT_EQ("admitting", claim["diagnosis"][2]["type"][0]["coding"][0]["code"]);
    ASSERT_EQ(1U, claim["procedure"].size());
    EXPECT_EQ("0SR9019", claim["procedure"][0]["procedureCodeableConcept"]["coding"][0]["code"]);
    ASSERT_EQ(1U, claim["item"].size());
    EXPECT_EQ("0120", claim["item"][0]["revenue"]["coding"][0]["code"]);
    EXPECT_EQ("not-applicable", claim["item"][0]["productOrService"]["coding"][0]["code"]);
    std::set<std::string> said;
    int expected = 0;
    for (const auto& info : claim["supportingInfo"]) {
        EXPECT_EQ(++expected, info["sequence"]);
        said.insert(info.value("/code/coding/0/code"_json_pointer, ""));
    }
    for (const auto* code : {"0111", "01", "11", "A1"}) EXPECT_THAT(said, Contains(code));
}

TEST(FhirFileTest, ASecondaryClaimNamesBothCoverages)
{
    auto visit = sample::officeVisit();
    Coverage second = visit.coverages[0];
    second.rank = CoverageRank::secondary;
    second.payer = {.name = "Second Mutual", .payerId = "SM2"};
    second.relationship = Relationship::organDonor;
    visit.coverages.push_back(second);
    const auto bundle = bundleOf({&visit}, CoverageRank::secondary);
    const auto claim = resources(bundle, "Claim").at(0);
    ASSERT_EQ(2U, claim["insurance"].size());
    EXPECT_EQ(false, claim["insurance"][0]["focal"]);
    EXPECT_EQ(true, claim["insurance"][1]["focal"]);
    EXPECT_EQ("SM2", resolve(bundle, claim["insurer"])["identifier"][0]["value"]);
    const auto coverage = resolve(bundle, claim["insurance"][1]["coverage"]);
    EXPECT_EQ(2, coverage["order"]);
    EXPECT_EQ("organ donor", coverage["relationship"]["text"]);
}

TEST(FhirFileTest, ALinesOwnProviderTakesThePlaceOfTheClaims)
{
    auto child = sample::injuredChild();
    child.procedures[1].details.providers = {{"rendering", {.npi = "1111111112", .lastName = "Own"}}};
    const auto claim = resources(bundleOf({&child}), "Claim").at(0);
    std::map<int, std::string> roles;
    for (const auto& member : claim["careTeam"]) roles[member["sequence"].get<int>()] = member["role"]["text"];
    const auto rolesOf = [&](std::size_t line) {
        std::vector<std::string> all;
        for (const auto& number : claim["item"][line]["careTeamSequence"]) all.push_back(roles[number.get<int>()]);
        return all;
    };
    EXPECT_THAT(rolesOf(0), ElementsAre("rendering", "referring", "supervising", "ordering"));
    EXPECT_THAT(rolesOf(1), ElementsAre("referring", "supervising", "ordering", "rendering"));
    EXPECT_EQ(5U, roles.size());
}

TEST(FhirFileTest, TheSameClaimsGiveTheSameBytes)
{
    const auto child = sample::injuredChild();
    EXPECT_EQ(bundleOf({&child}), bundleOf({&child}));
}

TEST(FhirFileTest, AnEmptyEncounterHasNoEmptyMembers)
{
    Encounter bare;
    bare.encounterId = "B";
    bare.coverages.emplace_back();
    bare.procedures.emplace_back();
    bare.procedures[0].modifiers = {""};
    bare.providers.billing.emplace();
    std::set<std::string> names;
    const auto bundle = bundleOf({&bare});
    for (const auto& entry : bundle["entry"]) names.insert(entry["fullUrl"].get<std::string>());
    checkWhole(bundle, names);
}

TEST(FhirFileTest, RefusesWhatItCannotHold)
{
    auto bare = sample::officeVisit("V-7");
    bare.procedures.clear();
    auto uninsured = sample::officeVisit("V-8");
    uninsured.coverages.clear();
    auto unbilled = sample::officeVisit("V-9");
    unbilled.providers.billing.reset();
    auto blank = sample::officeVisit("V-10");
    blank.diagnoses[1].code.text = " ";
    auto uncoded = sample::officeVisit("V-11");
    uncoded.procedures.push_back({.system = CodeSystem::icd10pcs});
    const auto file =
        writeFhirClaims(tableRequest({&bare, &uninsured, &unbilled, &blank, &uncoded}, ClaimForm::fhir)).value();
    std::vector<std::string> ids;
    for (const auto& one : file.refused) ids.emplace_back(one.error.id);
    EXPECT_THAT(ids, ElementsAre("CLAIM-550", "CLAIM-556", "CLAIM-557", "CLAIM-558", "CLAIM-559"));
    EXPECT_EQ("", file.bytes);
}

TEST(FhirFileTest, WhatIsNotSentIsNamed)
{
    auto visit = sample::officeVisit();
    EXPECT_TRUE(writeFhirClaims(tableRequest({&visit}, ClaimForm::fhir)).value().replacements.empty());
    visit.claim.patientPaid = Money::cents(50);
    visit.claim.certifications = {{.category = "ZZ", .codes = {"AV"}}};
    visit.claim.fileInformation = {"K"};
    visit.coverages[0].adjudication = "{}";
    visit.procedures[0].note = "n";
    visit.procedures[0].details.references = {{"9A", "1"}};
    const auto file = writeFhirClaims(tableRequest({&visit}, ClaimForm::fhir)).value();
    ASSERT_EQ(1U, file.claims.size());
    std::vector<std::string> what;
    for (const auto& one : file.replacements) what.push_back(one.substr(0, one.find(" not sent")));
    EXPECT_THAT(what, ElementsAre("V-1001: what the patient paid", "V-1001: the decision of another payer",
                                  "V-1001: a certification", "V-1001: file information (K3)", "V-1001: line 1: a note",
                                  "V-1001: line 1: a further number"));
}

TEST(FhirFileTest, AReasonForTheVisitHasNoCodeOfHl7)
{
    auto visit = sample::officeVisit();
    visit.setting = Setting::outpatient;
    visit.service.typeOfBill = "0138";
    auto reason = sample::diagnosis(9, "R0602");
    reason.role = DiagnosisRole::reasonForVisit;
    visit.diagnoses.push_back(reason);
    const auto claim = resources(bundleOf({&visit}), "Claim").at(0);
    EXPECT_EQ(Json::parse(R"([{"text": "patient reason for visit"}])"), claim["diagnosis"][2]["type"]);
    EXPECT_EQ("cancelled", claim["status"]) << "the type of bill alone says that it is a void";
}

TEST(FhirFileTest, OurOwnReaderFindsPersonVisitAndCodes)
{
    auto child = sample::injuredChild();
    child.patient.mrn = "000123";
    const auto file = writeFhirClaims(tableRequest({&child}, ClaimForm::fhir)).value();
    CountingIdSource ids;
    const auto read = readIncoming(file.bytes, "claims.json", {}, ids, {});
    ASSERT_TRUE(read) << describe(read.error());
    EXPECT_TRUE(read->refused.empty()) << read->refused.front().reason;
    ASSERT_EQ(1U, read->items.size());
    const auto& item = read->items[0];
    EXPECT_EQ("000123", item.patient.person.mrn);
    EXPECT_EQ("Rivera", item.patient.person.lastName);
    EXPECT_EQ("1 claim", item.claims);
    ASSERT_TRUE(item.visit);
    EXPECT_EQ("v-2002", item.visit->number.value);
    std::set<std::string> codes;
    for (const auto& code : item.codes) codes.insert(code.system + " " + code.code);
    for (const auto* code : {"icd10cm S80.01XA", "icd10cm V49.52XA", "cpt 29505", "hcpcs J3490", "cpt 01392"})
        EXPECT_THAT(codes, Contains(code));
}

}  // namespace
}  // namespace cw
