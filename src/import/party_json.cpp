#include "import/party_json.h"

#include <array>

namespace cw {

namespace {

const JsonObject::Choices<Sex> sexes = {{"F", Sex::female}, {"M", Sex::male}, {"U", Sex::unknown}};

/// The providers of a claim with their member names, in the order of the form.
struct ProviderMember {
    const char* name;
    std::optional<Provider> Providers::*member;
};
constexpr std::array<ProviderMember, 8> providerMembers = {{
    {"billing", &Providers::billing},
    {"rendering", &Providers::rendering},
    {"referring", &Providers::referring},
    {"supervising", &Providers::supervising},
    {"ordering", &Providers::ordering},
    {"attending", &Providers::attending},
    {"operating", &Providers::operating},
    {"facility", &Providers::facility},
}};

Provider readProvider(JsonObject& json)
{
    Provider provider;
    provider.npi = json.text("npi");
    provider.organization = json.text("organization");
    provider.lastName = json.text("last_name");
    provider.firstName = json.text("first_name");
    provider.middleName = json.text("middle_name");
    provider.suffix = json.text("suffix");
    provider.taxId = json.text("tax_id");
    provider.taxIdType = json.text("tax_id_type");
    provider.taxonomy = json.text("taxonomy");
    provider.address = readAddress(json.object("address"));
    provider.contactName = json.text("contact_name");
    provider.phone = json.text("phone");
    provider.foreign = json.foreign();
    return provider;
}

Json writeProvider(const Provider& provider)
{
    Json json = {{"npi", provider.npi},
                 {"organization", provider.organization},
                 {"last_name", provider.lastName},
                 {"first_name", provider.firstName},
                 {"middle_name", provider.middleName},
                 {"suffix", provider.suffix},
                 {"tax_id", provider.taxId},
                 {"tax_id_type", provider.taxIdType},
                 {"taxonomy", provider.taxonomy},
                 {"address", writeAddress(provider.address)},
                 {"contact_name", provider.contactName},
                 {"phone", provider.phone}};
    appendForeign(json, provider.foreign);
    return json;
}

}  // namespace

Address readAddress(JsonObject json)
{
    Address address;
    address.line1 = json.text("line1");
    address.line2 = json.text("line2");
    address.city = json.text("city");
    address.state = json.text("state");
    address.postalCode = json.text("postal_code");
    address.foreign = json.foreign();
    return address;
}

Json writeAddress(const Address& address)
{
    Json json = {{"line1", address.line1},
                 {"line2", address.line2},
                 {"city", address.city},
                 {"state", address.state},
                 {"postal_code", address.postalCode}};
    appendForeign(json, address.foreign);
    return json;
}

Person readPerson(JsonObject& json, bool isPatient)
{
    Person person;
    person.mrn = isPatient ? json.requiredText("mrn") : json.text("mrn");
    person.lastName = isPatient ? json.requiredText("last_name") : json.text("last_name");
    person.firstName = isPatient ? json.requiredText("first_name") : json.text("first_name");
    person.middleName = json.text("middle_name");
    person.suffix = json.text("suffix");
    person.birthDate = json.date("birth_date");
    person.sex = json.choice("sex", sexes);
    person.address = readAddress(json.object("address"));
    person.phone = json.text("phone");
    person.foreign = json.foreign();
    return person;
}

Json writePerson(const Person& person)
{
    Json sex = nullptr;
    for (const auto& [name, value] : sexes)
        if (person.sex == value) sex = name;
    Json json = {{"mrn", person.mrn},
                 {"last_name", person.lastName},
                 {"first_name", person.firstName},
                 {"middle_name", person.middleName},
                 {"suffix", person.suffix},
                 {"birth_date", isoOrNull(person.birthDate)},
                 {"sex", sex},
                 {"address", writeAddress(person.address)},
                 {"phone", person.phone}};
    appendForeign(json, person.foreign);
    return json;
}

Providers readProviders(JsonObject json)
{
    Providers providers;
    for (const auto& [name, member] : providerMembers) {
        auto provider = json.object(name);
        if (provider.isPresent()) providers.*member = readProvider(provider);
    }
    providers.foreign = json.foreign();
    return providers;
}

Json writeProviders(const Providers& providers)
{
    Json json = Json::object();
    for (const auto& [name, member] : providerMembers) {
        const auto& provider = providers.*member;
        json[name] = provider ? writeProvider(*provider) : Json(nullptr);
    }
    appendForeign(json, providers.foreign);
    return json;
}

}  // namespace cw
