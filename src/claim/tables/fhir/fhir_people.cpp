#include "claim/tables/fhir/fhir_bundle.h"

namespace cw::fhir_out {

namespace {

void putPerson(Json& resource, const Person& person)
{
    put(resource, "name", name(person.lastName, person.firstName, person.middleName, person.suffix));
    put(resource, "telecom", phone(person.phone));
    if (person.sex)
        resource["gender"] = *person.sex == Sex::female ? "female" : *person.sex == Sex::male ? "male" : "unknown";
    putDay(resource, "birthDate", person.birthDate);
    put(resource, "address", listOf(address(person.address)));
}

Json numbersOf(const Provider& provider)
{
    Json all = Json::array();
    if (!provider.npi.empty()) all.push_back(identifier("NPI", npiSystem, provider.npi));
    if (!provider.taxId.empty())
        all.push_back(provider.taxIdType == "SY" ? identifier("SS", ssnSystem, provider.taxId)
                                                 : identifier("TAX", einSystem, provider.taxId));
    for (const auto& reference : provider.references) {
        if (reference.value.empty()) continue;
        Json one = {{"type", worded(reference.qualifier)}};
        putText(one, "value", reference.value);
        all.push_back(std::move(one));
    }
    return all;
}

Json contactOf(const Provider& provider)
{
    Json contact = Json::object();
    if (!provider.contactName.empty()) contact["name"] = worded(provider.contactName);
    put(contact, "telecom", phone(provider.phone));
    return contact;
}

/// The codes of HL7 have no word for most of ours: those are "other" with the word beside them.
Json relationshipOf(Relationship relationship)
{
    const auto of = [](const char* code, const char* words) {
        auto concept_ = codedOf("subscriber-relationship", code);
        putText(concept_, "text", std::string_view(words));
        return concept_;
    };
    switch (relationship) {
    case Relationship::self: return of("self", "");
    case Relationship::spouse: return of("spouse", "");
    case Relationship::child: return of("child", "");
    case Relationship::lifePartner: return of("common", "life partner");
    case Relationship::other: return of("other", "");
    case Relationship::employee: return of("other", "employee");
    case Relationship::unknown: return of("other", "unknown");
    case Relationship::organDonor: return of("other", "organ donor");
    case Relationship::cadaverDonor: return of("other", "cadaver donor");
    }
    return nullptr;
}

Json groupOf(const Coverage& coverage)
{
    if (coverage.groupNumber.empty() && coverage.groupName.empty()) return nullptr;
    Json one = {{"type", codedOf("coverage-class", "group")}};
    // The value is needed in FHIR; a group known by name alone has that.
    putText(one, "value", coverage.groupNumber.empty() ? coverage.groupName : coverage.groupNumber);
    putText(one, "name", coverage.groupName);
    return listOf(std::move(one));
}

}  // namespace

Json patient(const Person& person)
{
    Json resource = {{"resourceType", "Patient"}};
    put(resource, "identifier", listOf(identifier("MR", "", person.mrn)));
    putPerson(resource, person);
    return resource;
}

Json subscriber(const Person& person, const Json& patientReference)
{
    Json resource = {{"resourceType", "RelatedPerson"}, {"patient", patientReference}};
    putPerson(resource, person);
    return resource;
}

Json provider(const Provider& provider)
{
    Json resource = {{"resourceType", provider.isOrganization() ? "Organization" : "Practitioner"}};
    put(resource, "identifier", numbersOf(provider));
    if (provider.isOrganization()) {
        put(resource, "type", listOf(coded(taxonomySystem, provider.taxonomy)));
        putText(resource, "name", provider.organization);
        put(resource, "telecom", phone(provider.phone));
        put(resource, "address", listOf(address(provider.address)));
        if (!provider.contactName.empty()) put(resource, "contact", listOf(contactOf(provider)));
        return resource;
    }
    put(resource, "name", name(provider.lastName, provider.firstName, provider.middleName, provider.suffix));
    put(resource, "telecom", phone(provider.phone));
    put(resource, "address", listOf(address(provider.address)));
    if (!provider.taxonomy.empty())
        resource["qualification"] = Json::array({{{"code", coded(taxonomySystem, provider.taxonomy)}}});
    return resource;
}

Json location(const Provider& facility)
{
    Json resource = {{"resourceType", "Location"}};
    put(resource, "identifier", numbersOf(facility));
    putText(resource, "name", displayName(facility));
    put(resource, "telecom", phone(facility.phone));
    put(resource, "address", address(facility.address));
    return resource;
}

Json payer(const Payer& payer)
{
    Json resource = {{"resourceType", "Organization"}};
    put(resource, "identifier", listOf(identifier("NIIP", "", payer.payerId)));
    putText(resource, "name", payer.name);
    put(resource, "address", listOf(address(payer.address)));
    return resource;
}

Json coverage(const Encounter& encounter, const Coverage& coverage, const Json& patientReference, Entries& entries)
{
    Json resource = {{"resourceType", "Coverage"}};
    put(resource, "identifier", listOf(identifier("MB", "", coverage.memberId)));
    resource["status"] = "active";
    put(resource, "type", worded(coverage.payer.claimFilingCode));
    const bool isSelf = coverage.relationship == Relationship::self;
    if (isSelf)
        resource["subscriber"] = patientReference;
    else if (coverage.subscriber)
        resource["subscriber"] = entries.add(subscriber(*coverage.subscriber, patientReference));
    putText(resource, "subscriberId", coverage.memberId);
    resource["beneficiary"] = patientReference;
    if (coverage.relationship) put(resource, "relationship", relationshipOf(*coverage.relationship));
    resource["payor"] = Json::array({entries.add(payer(coverage.payer))});
    put(resource, "class", groupOf(coverage));
    int order = 1;
    for (const auto& other : encounter.coverages)
        if (other.rank < coverage.rank) ++order;
    resource["order"] = order;
    return resource;
}

Json visit(const Encounter& encounter, const Json& patientReference)
{
    Json resource = {{"resourceType", "Encounter"}};
    Json number = {{"value", encounter.encounterId}};
    resource["identifier"] = Json::array({std::move(number)});
    resource["status"] = "finished";
    resource["class"] = {{"system", "http://terminology.hl7.org/CodeSystem/v3-ActCode"},
                         {"code", encounter.setting == Setting::inpatient ? "IMP" : "AMB"}};
    resource["subject"] = patientReference;
    resource["period"] = period(encounter.service.from, encounter.service.to);
    return resource;
}

}  // namespace cw::fhir_out
