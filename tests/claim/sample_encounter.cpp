#include "tests/claim/sample_encounter.h"

namespace cw::sample {

namespace {

Provider person(const std::string& npi, const std::string& last, const std::string& first)
{
    Provider provider;
    provider.npi = npi;
    provider.lastName = last;
    provider.firstName = first;
    return provider;
}

Provider clinicAnnex()
{
    Provider provider;
    provider.npi = "1245319599";
    provider.organization = "Elm Street Annex";
    provider.address = {.line1 = "99 Side Rd", .city = "Kettering", .state = "OH", .postalCode = "45429-1234"};
    return provider;
}

}  // namespace

Provider billingClinic()
{
    Provider provider;
    provider.npi = "1234567893";
    provider.organization = "Elm Street Clinic";
    provider.taxId = "31-0123456";
    provider.taxIdType = "EI";
    provider.taxonomy = "207Q00000X";
    provider.address = {.line1 = "1 Main St", .city = "Dayton", .state = "OH", .postalCode = "454020001"};
    provider.contactName = "Billing Office";
    provider.phone = "(937) 555-0111";
    return provider;
}

Diagnosis diagnosis(std::int64_t id, const std::string& code)
{
    Diagnosis diagnosis;
    diagnosis.id = {id};
    diagnosis.code.text = code;
    return diagnosis;
}

ProcedureLine line(std::int64_t id, const std::string& code, Money charge)
{
    ProcedureLine line;
    line.id = {id};
    line.system = code.front() >= 'A' ? CodeSystem::hcpcs : CodeSystem::cpt;
    line.code.text = code;
    line.charge = charge;
    line.serviceFrom = line.serviceTo = Date::of(2025, 1, 15);
    line.pointers = {{1}};
    return line;
}

Encounter officeVisit(const std::string& encounterId)
{
    Encounter encounter;
    encounter.row = {7001};
    encounter.encounterId = encounterId;
    encounter.service.from = Date::of(2025, 1, 15);
    encounter.service.placeOfService = "11";
    encounter.patient.lastName = "Rivera";
    encounter.patient.firstName = "Ana";
    encounter.patient.birthDate = Date::of(1961, 4, 2);
    encounter.patient.sex = Sex::female;
    encounter.patient.address = {.line1 = "12 Elm St", .city = "Dayton", .state = "OH", .postalCode = "45402"};
    Coverage coverage;
    coverage.payer = {.name = "Medicare Part B", .payerId = "15202", .claimFilingCode = "MB"};
    coverage.memberId = "1EG4TE5MK73";
    coverage.relationship = Relationship::self;
    encounter.coverages = {coverage};
    encounter.providers.billing = billingClinic();
    encounter.providers.rendering = person("1497758544", "Okafor", "Ife");
    encounter.providers.rendering->taxonomy = "207Q00000X";
    encounter.claim.acceptAssignment = "A";
    encounter.claim.signatureOnFile = true;
    encounter.claim.benefitsAssigned = "Y";
    encounter.claim.releaseOfInformation = "Y";
    encounter.diagnoses = {diagnosis(1, "E119"), diagnosis(2, "I10")};
    encounter.procedures = {line(11, "99213", Money::cents(27550))};
    encounter.procedures[0].modifiers = {"25"};
    encounter.procedures[0].pointers = {{2}, {1}};
    return encounter;
}

Encounter injuredChild()
{
    Encounter encounter = officeVisit("v-2002");
    encounter.row = {7002};
    encounter.service.placeOfService = "22";
    encounter.patient.firstName = "Leo";
    encounter.patient.middleName = "Jos\u00e9";
    encounter.patient.suffix = "Jr";
    encounter.patient.birthDate = Date::of(2014, 6, 30);
    encounter.patient.sex = Sex::male;
    encounter.patient.address.line2 = "Apt 3";
    Coverage& coverage = encounter.coverages[0];
    coverage.payer = {.name = "Buckeye Mutual", .payerId = "BM001", .claimFilingCode = "CI"};
    coverage.payer.address = {.line1 = "PO Box 500", .city = "Columbus", .state = "OH", .postalCode = "43215"};
    coverage.memberId = "w123456";
    coverage.groupNumber = "GRP-77";
    coverage.groupName = "Not sent beside a number";
    coverage.relationship = Relationship::child;
    coverage.subscriber = officeVisit().patient;
    auto& providers = encounter.providers;
    providers.referring = person("1679576722", "Nguyen", "Minh");
    providers.supervising = person("1000000004", "Adler", "Ruth");
    providers.ordering = person("1558598797", "Silva", "Joao");
    providers.facility = clinicAnnex();
    auto& claim = encounter.claim;
    claim.accident = {.automobile = true, .other = true, .date = Date::of(2025, 1, 10), .state = "oh"};
    claim.onsetDate = Date::of(2025, 1, 11);
    claim.lastMenstrualPeriod = Date::of(2024, 12, 20);
    claim.hospitalizedFrom = Date::of(2025, 1, 12);
    claim.hospitalizedTo = Date::of(2025, 1, 14);
    claim.patientPaid = Money::cents(50);
    claim.referralNumber = "R-9";
    claim.priorAuthorization = "AUTH55";
    claim.frequencyCode = "7";
    claim.originalReferenceNumber = "ICN123456789";
    claim.cliaNumber = "36D1234567";
    claim.note = "Corrected laterality";
    encounter.diagnoses = {diagnosis(1, "S8001XA"), diagnosis(2, "V4952XA")};
    encounter.procedures = {line(11, "29505", Money::cents(41200)), line(12, "J3490", Money::cents(75)),
                            line(13, "01392", Money::cents(60005))};
    auto& splint = encounter.procedures[0];
    auto& drug = encounter.procedures[1];
    auto& anesthesia = encounter.procedures[2];
    splint.modifiers = {"RT"};
    splint.note = "Long leg splint";
    splint.pointers = {{1}, {2}};
    drug.note = "Unclassified drug, 2 ML";
    drug.units = Quantity::thousandths(500);
    drug.placeOfService = "11";
    drug.ndc = DrugCode{.code = "00002-7510-01", .quantity = Quantity::whole(2), .unit = "ML"};
    anesthesia.modifiers = {"AA", "QS", "P2", "RT"};
    anesthesia.unitBasis = "MJ";
    anesthesia.units = Quantity::whole(45);
    anesthesia.serviceTo = Date::of(2025, 1, 16);
    return encounter;
}

}  // namespace cw::sample
