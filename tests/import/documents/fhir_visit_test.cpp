#include "tests/import/documents/fhir_fixture.h"

namespace cw {
namespace {

using test::bundle;
using test::outcome;
using test::readFhir;
using test::resource;

Incoming readItem(const std::vector<std::string>& resources)
{
    const auto file = readFhir(bundle(resources));
    EXPECT_TRUE(file) << outcome(file);
    return file && !file->items.empty() ? file->items.front() : Incoming{};
}

std::string visit(const std::string& members)
{
    return "{'resourceType':'Encounter','id':'e1','subject':{'reference':'Patient/p1'}," + members + "}";
}

TEST(FhirVisitTest, ThePatientIsReadWithAllNumbers)
{
    const auto item = readItem({test::patient, test::encounter, test::practitioner});
    const auto& person = item.patient.person;
    EXPECT_EQ("MRN-7", person.mrn);
    EXPECT_EQ("Löfgren", person.lastName);
    EXPECT_EQ("Marta", person.firstName);
    EXPECT_EQ("Ann", person.middleName);
    EXPECT_EQ("Jr", person.suffix);
    EXPECT_EQ(Date::of(1971, 4, 9), person.birthDate);
    EXPECT_EQ(Sex::female, person.sex);
    EXPECT_EQ("1 Elm St", person.address.line1);
    EXPECT_EQ("Apt 2", person.address.line2);
    EXPECT_EQ("12180", person.address.postalCode);
    EXPECT_EQ("518-555-0100", person.phone);
    EXPECT_THAT(item.patient.identifiers,
                ::testing::ElementsAre(Identifier{"1.2.3.4", "MRN-7", "MR"},
                                       Identifier{"http://hl7.org/fhir/sid/us-ssn", "999-00-1111", "SS"},
                                       Identifier{"", "p1", "RI"}));
}

TEST(FhirVisitTest, AnAmbulatoryVisitWithAPersonIsProfessional)
{
    const auto item = readItem({test::patient, test::encounter, test::practitioner});
    ASSERT_TRUE(item.visit);
    EXPECT_EQ((Identifier{"1.2.3.5", "V-55", ""}), item.visit->number);
    EXPECT_EQ(Setting::professional, item.visit->setting);
    EXPECT_EQ(Date::of(2025, 3, 4), item.visit->from);
    EXPECT_EQ(Date::of(2025, 3, 4), item.visit->to);
    EXPECT_FALSE(item.visit->admittedAt);
    ASSERT_TRUE(item.visit->providers.rendering);
    EXPECT_EQ("Reyes", item.visit->providers.rendering->lastName);
    EXPECT_EQ("Ana", item.visit->providers.rendering->firstName);
    EXPECT_EQ("1234567893", item.visit->providers.rendering->npi);
}

TEST(FhirVisitTest, AStayHasTimesDispositionAndPlace)
{
    const auto item = readItem(
        {test::patient,
         visit("'status':'finished','class':{'code':'ACUTE'},'period':{'start':'2025-03-04T22:15:00-05:00','end':"
               "'2025-03-07T10:00:00Z'},'hospitalization':{'dischargeDisposition':{'coding':[{'system':"
               "'http://www.nubc.org/patient-discharge','code':'03'}]}},'location':[{'location':{'reference':"
               "'Location/l1'}}],'serviceProvider':{'reference':'Organization/o1'},'participant':[{'type':[{'coding':[{"
               "'code':'REF'}]}],'individual':{'display':'Dr. Bo Lind'}},{'type':[{'coding':[{'code':'ATND'}]}],"
               "'individual':{'reference':'Practitioner/d1'}}]"),
         "{'resourceType':'Location','id':'l1','type':[{'coding':[{'system':"
         "'https://www.cms.gov/Medicare/Coding/place-of-service-codes','code':'21'}]}]}",
         "{'resourceType':'Organization','id':'o1','name':'Troy Hospital','identifier':[{'system':"
         "'http://hl7.org/fhir/sid/us-npi','value':'1234567893'}]}",
         test::practitioner});
    ASSERT_TRUE(item.visit);
    EXPECT_EQ(IncomingKind::admit, item.kind);
    EXPECT_EQ("e1", item.visit->number.value);
    EXPECT_EQ(Setting::inpatient, item.visit->setting);
    ASSERT_TRUE(item.visit->admittedAt);
    EXPECT_EQ("2025-03-04T22:15", item.visit->admittedAt->iso());
    EXPECT_FALSE(item.visit->dischargedAt);  // UTC tells nothing about the clock on the wall.
    EXPECT_EQ("03", item.visit->dischargeStatus);
    EXPECT_EQ("21", item.visit->placeOfService);
    EXPECT_EQ("Reyes", item.visit->providers.attending->lastName);
    EXPECT_EQ("Lind", item.visit->providers.referring->lastName);
    EXPECT_EQ("Troy Hospital", item.visit->providers.facility->organization);
    EXPECT_EQ("1234567893", item.visit->providers.facility->npi);
}

struct SettingCase {
    const char* members;
    std::optional<Setting> setting;
};

class FhirSetting : public ::testing::TestWithParam<SettingCase> {};

TEST_P(FhirSetting, IsSetOnlyWhenTheSourceIsClear)
{
    const auto item = readItem({test::patient, visit(std::string("'status':'finished',") + GetParam().members)});
    ASSERT_TRUE(item.visit);
    EXPECT_EQ(GetParam().setting, item.visit->setting);
}

INSTANTIATE_TEST_SUITE_P(
    Classes, FhirSetting,
    ::testing::Values(SettingCase{"'class':{'code':'IMP'}", Setting::inpatient},
                      SettingCase{"'class':{'code':'NONAC'}", Setting::inpatient},
                      SettingCase{"'class':{'code':'EMER'},'participant':[{'individual':{'display':'A B'}}]", {}},
                      SettingCase{"'class':{'code':'AMB'}", {}},
                      SettingCase{"'class':{'code':'AMB'},'participant':[{'individual':{'display':'A B'}}]",
                                  Setting::professional},
                      SettingCase{"'class':{'code':'AMB'},'hospitalization':{'origin':{}},'participant':[{'individual':"
                                  "{'display':'A B'}}]",
                                  {}},
                      SettingCase{"'period':{}", {}}));

TEST(FhirVisitTest, AVisitThatDoesNotTakePlaceIsNotRegistered)
{
    for (const auto* status : {"planned", "cancelled", "entered-in-error"}) {
        const auto file = readFhir(bundle({test::patient, visit("'status':'" + std::string(status) + "'"),
                                           resource("Condition", "c1", "'code':{'text':'Gout'}")}));
        ASSERT_TRUE(file) << outcome(file);
        EXPECT_EQ(IncomingKind::document, file->items.at(0).kind);
        EXPECT_THAT(file->notes, ::testing::Contains(::testing::HasSubstr("not registered")));
    }
}

TEST(FhirVisitTest, CoveragesInForceByTheirOrder)
{
    const auto coverage = [](const std::string& id, const std::string& members) {
        return "{'resourceType':'Coverage','id':'" + id +
               "','beneficiary':{'reference':'Patient/p1'},'payor':[{'display':'Payer " + id + "'}]," + members + "}";
    };
    const auto item = readItem(
        {test::patient, test::encounter, coverage("k1", "'status':'active','order':2,'subscriberId':'S1'"),
         coverage("k2", "'status':'active','order':1,'identifier':[{'value':'x'},{'type':{'coding':[{'code':'MB'}]},"
                        "'value':'M2'}],'relationship':{'coding':[{'code':'self'}]}"),
         coverage("k3", "'status':'cancelled'"), coverage("k4", "'status':'active','period':{'end':'2024-12-31'}")});
    ASSERT_EQ(2U, item.visit->coverages.size());
    EXPECT_EQ(CoverageRank::primary, item.visit->coverages[0].rank);
    EXPECT_EQ("Payer k2", item.visit->coverages[0].payer.name);
    EXPECT_EQ("M2", item.visit->coverages[0].memberId);
    EXPECT_EQ(Relationship::self, item.visit->coverages[0].relationship);
    EXPECT_EQ("Payer k1", item.visit->coverages[1].payer.name);
    EXPECT_EQ("S1", item.visit->coverages[1].memberId);
    EXPECT_EQ(CoverageRank::secondary, item.visit->coverages[1].rank);
}

}  // namespace
}  // namespace cw
