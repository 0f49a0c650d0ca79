#include "tests/import/documents/fhir_fixture.h"

namespace cw {
namespace {

using test::json;
using test::outcome;
using test::readFhir;
using ::testing::HasSubstr;

struct VersionCase {
    const char* resource;
    const char* sign;
    const char* version;
};

class FhirVersion : public ::testing::TestWithParam<VersionCase> {};

TEST_P(FhirVersion, IsRefusedWithTheMemberThatGivesItAway)
{
    const auto file = readFhir(json(GetParam().resource), "old.json");
    ASSERT_FALSE(file);
    EXPECT_EQ("IMPORT-251", file.error().id) << outcome(file);
    EXPECT_THAT(file.error().detail,
                HasSubstr(std::string("old.json: ") + GetParam().sign + " is FHIR " + GetParam().version));
}

INSTANTIATE_TEST_SUITE_P(
    Versions, FhirVersion,
    ::testing::Values(
        VersionCase{"{'resourceType':'Condition','clinicalStatus':'active'}", "Condition.clinicalStatus", "STU3"},
        VersionCase{"{'resourceType':'Condition','assertedDate':'2015-01-01'}", "Condition.assertedDate", "STU3"},
        VersionCase{"{'resourceType':'Encounter','reason':[{'text':'Cough'}]}", "Encounter.reason.text", "STU3"},
        VersionCase{"{'resourceType':'Encounter','diagnosis':[{'role':{}}]}", "Encounter.diagnosis.role", "STU3"},
        VersionCase{"{'resourceType':'Encounter','class':'inpatient'}", "Encounter.class", "DSTU2"},
        VersionCase{"{'resourceType':'Encounter','class':[{'text':'inpatient'}]}", "Encounter.class", "R5"},
        VersionCase{"{'resourceType':'Encounter','actualPeriod':{}}", "Encounter.actualPeriod", "R5"},
        VersionCase{"{'resourceType':'Claim','information':[]}", "Claim.information", "STU3"},
        VersionCase{"{'resourceType':'Claim','item':[{},{'service':{}}]}", "Claim.item.service", "STU3"},
        VersionCase{"{'resourceType':'ExplanationOfBenefit','totalCost':{}}", "ExplanationOfBenefit.totalCost", "STU3"},
        VersionCase{"{'resourceType':'ExplanationOfBenefit','outcome':{'text':'done'}}", "ExplanationOfBenefit.outcome",
                    "STU3"},
        VersionCase{"{'resourceType':'DiagnosticReport','codedDiagnosis':[]}", "DiagnosticReport.codedDiagnosis",
                    "STU3"},
        VersionCase{"{'resourceType':'DiagnosticReport','performer':[{'actor':{}}]}",
                    "DiagnosticReport.performer.actor", "STU3"},
        VersionCase{"{'resourceType':'Composition','class':{}}", "Composition.class", "STU3"},
        VersionCase{"{'resourceType':'Composition','subject':[{}]}", "Composition.subject", "R5"},
        VersionCase{"{'resourceType':'MedicationRequest','requester':{'agent':{}}}",
                    "MedicationRequest.requester.agent", "STU3"},
        VersionCase{"{'resourceType':'MedicationRequest','medication':{}}", "MedicationRequest.medication", "R5"},
        VersionCase{"{'resourceType':'MedicationOrder'}", "MedicationOrder.resourceType", "DSTU2"},
        VersionCase{"{'resourceType':'DocumentReference','context':{'encounter':{}}}",
                    "DocumentReference.context.encounter", "STU3"},
        VersionCase{"{'resourceType':'Observation','context':{}}", "Observation.context", "STU3"},
        VersionCase{"{'resourceType':'Patient','meta':{'profile':['http://hl7.org/fhir/STU3/patient.html']}}",
                    "Patient.meta.profile", "STU3"},
        VersionCase{
            "{'resourceType':'Patient','meta':{'profile':['http://hl7.org/fhir/StructureDefinition/Patient|3.0.1']}}",
            "Patient.meta.profile", "STU3"}));

TEST(FhirVersionTest, OneStrayMemberDoesNotCostTheBundle)
{
    std::vector<std::string> resources(9, "{'resourceType':'Condition','code':{'text':'Gout'}}");
    resources.emplace_back("{'resourceType':'Observation','comment':'see below'}");
    const auto file = readFhir(test::bundle(resources));
    ASSERT_TRUE(file) << outcome(file);
    EXPECT_EQ(9U, file->items.size());
    ASSERT_EQ(1U, file->refused.size());
    EXPECT_EQ("entry 10, Observation", file->refused[0].record);
}

TEST(FhirVersionTest, BlueButtonClaimsOfStu3AreReadForCodes)
{
    const auto file = readFhir(json(
        "{'resourceType':'ExplanationOfBenefit','type':{'coding':[{'system':'https://bluebutton.cms.gov/resources/"
        "variables/nch_clm_type_cd','code':'40'}]},'patient':{'reference':'Patient/-1999'},'totalCost':{'value':3},"
        "'billablePeriod':{'start':'2020-03-13'},'diagnosis':[{'diagnosisCodeableConcept':{'coding':[{'system':"
        "'http://hl7.org/fhir/sid/icd-10','code':'J208','display':'ACUTE BRONCHITIS'}]}}],'procedure':[{'date':"
        "'2020-03-14','procedureCodeableConcept':{'coding':[{'system':'http://hl7.org/fhir/sid/icd-10','code':"
        "'0BH17EZ'}]}}],'item':[{'service':{'coding':[{'system':'https://bluebutton.cms.gov/resources/codesystem/hcpcs',"
        "'code':'99213'}]}}]}"));
    ASSERT_TRUE(file) << outcome(file);
    ASSERT_EQ(1U, file->items.size());
    const auto& item = file->items.front();
    EXPECT_EQ("1 explanation of benefit", item.claims);
    ASSERT_EQ(3U, item.codes.size());
    EXPECT_EQ("icd10cm", item.codes[0].system);
    EXPECT_EQ("J208", item.codes[0].code);
    EXPECT_EQ(Date::of(2020, 3, 13), item.codes[0].date);
    EXPECT_EQ("icd10pcs", item.codes[1].system);
    EXPECT_EQ(Date::of(2020, 3, 14), item.codes[1].date);
    EXPECT_EQ("cpt", item.codes[2].system);
    EXPECT_THAT(file->notes, ::testing::Contains(HasSubstr("Blue Button claims in their STU3 form")));
}

}  // namespace
}  // namespace cw
