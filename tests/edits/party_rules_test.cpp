#include "edit_cases.h"

namespace cw::test {

namespace {

Provider facility()
{
    return {.npi = "1245319599",
            .organization = "Elm Street Hospital",
            .address = {.line1 = "PO Box 9", .city = "Dayton", .state = "OH", .postalCode = "454020002"}};
}

std::vector<EditCase> personCases()
{
    using E = Encounter;
    return {
        {"DM-1 all of the patient missing",
         [](E& e) {
             e.patient.lastName = e.patient.firstName = " ";
             e.patient.birthDate.reset();
             e.patient.sex.reset();
         },
         {"DM-1 error /patient/last_name /patient/first_name /patient/birth_date /patient/sex"}},
        {"DM-1 sex unknown is an answer", [](E& e) { e.patient.sex = Sex::unknown; }, {}},
        {"DM-1 complete subscriber is fine", [](E& e) { addSubscriber(e); }, {}},
        {"DM-1 subscriber without birth date",
         [](E& e) { addSubscriber(e).birthDate.reset(); },
         {"DM-1 error /coverages/0/subscriber/birth_date"}},
        {"DM-1 no subscriber although the patient is a child",
         [](E& e) { e.coverages[0].relationship = Relationship::child; },
         {"DM-1 error /coverages/0/subscriber"}},
        {"DM-2 born on the day of service", [](E& e) { e.patient.birthDate = e.service.from; }, {}},
        {"DM-2 born the day after",
         [](E& e) { e.patient.birthDate = e.service.from.plusDays(1); },
         {"DM-2 error /patient/birth_date", "PF-10 error /procedures/0/service_from"}},
        {"DM-2 124 years old", [](E& e) { e.patient.birthDate = Date::of(1900, 1, 16); }, {}},
        {"DM-2 125 years old",
         [](E& e) { e.patient.birthDate = Date::of(1900, 1, 15); },
         {"DM-2 error /patient/birth_date"}},
        {"DM-2 subscriber born after service",
         [](E& e) { addSubscriber(e).birthDate = Date::of(2025, 1, 16); },
         {"DM-2 error /coverages/0/subscriber/birth_date"}},
        {"DM-6 self with another subscriber",
         [](E& e) { addSubscriber(e), e.coverages[0].relationship = Relationship::self; },
         {"DM-6 warning /coverages/0/relationship /coverages/0/subscriber"}},
        {"DM-6 child of oneself",
         [](E& e) { addSubscriber(e) = e.patient; },
         {"DM-6 warning /coverages/0/relationship /coverages/0/subscriber"}},
        {"DM-6 self named as subscriber is fine", [](E& e) { e.coverages[0].subscriber = e.patient; }, {}},
        {"DM-7 letter that Medicare does not use",
         [](E& e) { e.coverages[0].memberId = "1SG4TE5MK73"; },
         {"DM-7 error /coverages/0/member_id"}},
        {"DM-7 dashes", [](E& e) { e.coverages[0].memberId = "1EG4-TE5-MK73"; }, {"DM-7 error /coverages/0/member_id"}},
        {"DM-7 not for a commercial payer",
         [](E& e) { e.coverages[0].memberId = "X-99", e.coverages[0].payer.claimFilingCode = "CI"; },
         {}},
        {"DM-8 no address",
         [](E& e) { e.patient.address = {}; },
         {"DM-8 error /patient/address/line1 /patient/address/city /patient/address/state /patient/address/postal_code"}},
        {"DM-8 ZIP with dash",
         [](E& e) { e.patient.address.postalCode = "45402-0001"; },
         {"DM-8 error /patient/address/postal_code"}},
        {"DM-8 Canada is fine",
         [](E& e) { e.patient.address.state = "ON", e.patient.address.postalCode = "K1A 0B1"; },
         {}},
        {"DM-8 subscriber's address in part",
         [](E& e) { addSubscriber(e).address.city = "Dayton"; },
         {"DM-8 error /coverages/0/subscriber/address/line1 /coverages/0/subscriber/address/state "
          "/coverages/0/subscriber/address/postal_code"}},
    };
}

std::vector<EditCase> providerCases()
{
    using E = Encounter;
    return {
        {"ID-1 check digit",
         [](E& e) { e.providers.billing->npi = "1234567890"; },
         {"ID-1 error /providers/billing/npi"}},
        {"ID-1 every provider",
         [](E& e) {
             Provider nobody{.lastName = "Okafor", .firstName = "Ife"};
             e.providers.rendering->npi = "9999999995";
             e.providers.referring = e.providers.supervising = e.providers.ordering = nobody;
             e.providers.facility = facility();
             e.providers.facility->npi = "124531959";
         },
         {"ID-1 error /providers/rendering/npi", "ID-1 error /providers/referring/npi",
          "ID-1 error /providers/supervising/npi", "ID-1 error /providers/ordering/npi",
          "ID-1 error /providers/facility/npi"}},
        {"ID-3 dash",
         [](E& e) { e.providers.billing->taxId = "31-0123456"; },
         {"ID-3 error /providers/billing/tax_id"}},
        {"ID-3 eight digits",
         [](E& e) { e.providers.billing->taxId = "31012345"; },
         {"ID-3 error /providers/billing/tax_id"}},
        {"ID-3 neither EIN nor SSN",
         [](E& e) { e.providers.billing->taxIdType = ""; },
         {"ID-3 error /providers/billing/tax_id_type"}},
        {"ID-3 SSN is fine", [](E& e) { e.providers.billing->taxIdType = "SY"; }, {}},
        {"ID-5 post office box",
         [](E& e) { e.providers.billing->address.line1 = "P.O. Box 12"; },
         {"ID-5 error /providers/billing/address/line1"}},
        {"ID-5 five-digit ZIP",
         [](E& e) { e.providers.billing->address.postalCode = "45402"; },
         {"ID-5 error /providers/billing/address/postal_code"}},
        {"ID-5 no such state",
         [](E& e) { e.providers.billing->address.state = "XX"; },
         {"ID-5 error /providers/billing/address/state"}},
        {"ID-5 nothing",
         [](E& e) { e.providers.billing->address = {}; },
         {"ID-5 error /providers/billing/address/line1 /providers/billing/address/city /providers/billing/address/state "
          "/providers/billing/address/postal_code"}},
        {"ID-5 a facility may have a post office box", [](E& e) { e.providers.facility = facility(); }, {}},
        {"ID-5 a facility without city",
         [](E& e) { e.providers.facility = facility(), e.providers.facility->address.city = ""; },
         {"ID-5 error /providers/facility/address/city"}},
        {"ID-11 no billing provider", [](E& e) { e.providers.billing.reset(); }, {"ID-11 error /providers/billing"}},
        {"ID-13 person without first name",
         [](E& e) { e.providers.rendering->firstName = ""; },
         {"ID-13 error /providers/rendering/first_name"}},
        {"ID-13 billing without any name",
         [](E& e) { e.providers.billing->organization = ""; },
         {"ID-13 error /providers/billing"}},
        {"ID-13 a person may bill",
         [](E& e) {
             e.providers.billing->organization = "";
             e.providers.billing->lastName = "Okafor", e.providers.billing->firstName = "Ife";
         },
         {}},
    };
}

std::vector<EditCase> coverageCases()
{
    using E = Encounter;
    return {
        {"ID-7 complete drug",
         [](E& e) {
             e.procedures[0].ndc = DrugCode{"00002751001", Quantity::thousandths(1), "ML"};
         },
         {}},
        {"ID-7 ten digits",
         [](E& e) {
             e.procedures[0].ndc = DrugCode{"0002751001", Quantity::whole(1), "ML"};
         },
         {"ID-7 error /procedures/0/ndc"}},
        {"ID-7 no quantity",
         [](E& e) {
             e.procedures[0].ndc = DrugCode{"00002751001", Quantity{}, "ML"};
         },
         {"ID-7 error /procedures/0/ndc"}},
        {"ID-7 no such unit",
         [](E& e) {
             e.procedures[0].ndc = DrugCode{"00002751001", Quantity::whole(1), "MG"};
         },
         {"ID-7 error /procedures/0/ndc"}},
        {"ID-8 no coverage", [](E& e) { e.coverages.clear(); }, {"ID-8 error /coverages"}},
        {"ID-8 secondary alone",
         [](E& e) { e.coverages[0].rank = CoverageRank::secondary; },
         {"ID-8 error /coverages"}},
        {"ID-8 payer incomplete",
         [](E& e) { e.coverages[0].payer = {}; },
         {"ID-8 error /coverages/0/payer/name /coverages/0/payer/payer_id /coverages/0/payer/claim_filing_code"}},
        {"ID-8 claim filing code of 4010",
         [](E& e) { e.coverages[0].payer.claimFilingCode = "09"; },
         {"ID-8 error /coverages/0/payer/claim_filing_code"}},
        {"ID-12 no member id", [](E& e) { e.coverages[0].memberId = ""; }, {"ID-12 error /coverages/0/member_id"}},
        {"ID-12 no relationship",
         [](E& e) { e.coverages[0].relationship.reset(); },
         {"ID-12 error /coverages/0/relationship"}},
    };
}

}  // namespace

std::vector<EditCase> partyCases()
{
    auto cases = personCases();
    for (auto&& more : {providerCases(), coverageCases()}) cases.insert(cases.end(), more.begin(), more.end());
    return cases;
}

namespace {

class PartyRules : public testing::TestWithParam<EditCase> {};

TEST_P(PartyRules, ReportExactly)
{
    expectCase(GetParam());
}

INSTANTIATE_TEST_SUITE_P(Cases, PartyRules, testing::ValuesIn(partyCases()));

}  // namespace

}  // namespace cw::test
