#include "case_defaults.h"

namespace cw::test {

namespace {

Address address(std::string line1, std::string postalCode)
{
    return {.line1 = std::move(line1), .city = "Dayton", .state = "OH", .postalCode = std::move(postalCode)};
}

Provider person(std::string npi, std::string last, std::string taxonomy)
{
    return {.npi = std::move(npi), .lastName = std::move(last), .firstName = "Sanna", .taxonomy = std::move(taxonomy)};
}

}  // namespace

Provider serviceFacility()
{
    return {.npi = "1245319599",
            .organization = "Riverbend Hospital",
            .taxonomy = "282N00000X",
            .address = address("400 River Rd", "454020400")};
}

Coverage coverageBy(std::string filingCode, std::string payerId)
{
    const bool isMedicare = filingCode == "MA" || filingCode == "MB";
    return {
        .payer = {.name = "Payer of the case", .payerId = std::move(payerId), .claimFilingCode = std::move(filingCode)},
        .memberId = isMedicare ? "1EG4TE5MK73" : "QW5551234",
        .relationship = Relationship::self};
}

Encounter completeEncounter(Setting setting, Date from, std::optional<Date> discharge)
{
    Encounter encounter{.encounterId = "V-5001", .setting = setting};
    const bool isStay = setting == Setting::inpatient;
    encounter.service.from = from;
    encounter.service.to = isStay ? discharge : from;
    encounter.patient = {.mrn = "MRN00777",
                         .lastName = "Quillfeather",
                         .firstName = "Perpetua",
                         .sex = Sex::female,
                         .address = address("12 Elm St", "45402"),
                         .phone = "9375550100"};
    auto& providers = encounter.providers;
    providers.billing = Provider{.npi = "1234567893",
                                 .organization = isStay ? "Riverbend Hospital" : "Elm Street Clinic",
                                 .taxId = "310123456",
                                 .taxIdType = "EI",
                                 .taxonomy = isStay ? "282N00000X" : "207Q00000X",
                                 .address = address("1 Main St", "454020001"),
                                 .contactName = "Billing Office",
                                 .phone = "9375550111"};
    encounter.claim = {.acceptAssignment = "A",
                       .signatureOnFile = true,
                       .benefitsAssigned = "Y",
                       .releaseOfInformation = "Y",
                       .cliaNumber = "36D0712345",
                       .frequencyCode = "1"};
    if (setting == Setting::professional) {
        encounter.service.placeOfService = "11";
        providers.rendering = person("1497758544", "Okafor", "207Q00000X");
        providers.ordering = person("1558598797", "Lindqvist", "207Q00000X");
        return encounter;
    }
    providers.attending = person("1497758544", "Okafor", "207R00000X");
    providers.operating = person("1679576722", "Marchetti", "208600000X");
    encounter.service.typeOfBill = isStay ? "0111" : "0131";
    encounter.service.admissionType = isStay ? "1" : "3";
    encounter.service.admissionSource = "1";
    encounter.service.dischargeStatus = "01";
    if (isStay) {
        encounter.service.admittedAt = LocalMinute{from, 8 * 60 + 30};
        if (discharge) encounter.service.dischargedAt = LocalMinute{*discharge, 14 * 60};
    }
    return encounter;
}

const std::vector<std::string>& secretWords()
{
    static const std::vector<std::string> words{"Quillfeather", "Perpetua", "MRN00777",  "QW5551234", "1EG4TE5MK73",
                                                "310123456",    "Okafor",   "Lindqvist", "Marchetti"};
    return words;
}

}  // namespace cw::test
