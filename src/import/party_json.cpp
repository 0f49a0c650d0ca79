#include "import/party_json.h"

#include "import/claim_parts_json.h"

#include <array>

namespace cw {

namespace {

const JsonObject::Choices<Sex> sexes = {{"F", Sex::female}, {"M", Sex::male}, {"U", Sex::unknown}};

/// The providers of a claim with their member names, in the order of the form.
struct ProviderMember {
    const char* name;
    std::optional<Provider> Providers::*member;
    bool isAlwaysWritten = true;  ///< With null when it is not set.
};
constexpr std::array<ProviderMember, 11> providerMembers = {{
    {"billing", &Providers::billing},
    {"rendering", &Providers::rendering},
    {"referring", &Providers::referring},
    {"supervising", &Providers::supervising},
    {"ordering", &Providers::ordering},
    {"attending", &Providers::attending},
    {"operating", &Providers::operating},
    {"facility", &Providers::facility},
    {"pay_to", &Providers::payTo, false},
    {"second_referring", &Providers::secondReferring, false},
    {"other_operating", &Providers::otherOperating, false},
}};

}  // namespace

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
    provider.references = readReferences(json);
    provider.foreign = json.foreign();
    return provider;
}

void writeProvider(JsonWriter& writer, const Provider& provider)
{
    writer.beginObject();
    writer.text("npi", provider.npi);
    writer.text("organization", provider.organization);
    writer.text("last_name", provider.lastName);
    writer.text("first_name", provider.firstName);
    writer.text("middle_name", provider.middleName);
    writer.text("suffix", provider.suffix);
    writer.text("tax_id", provider.taxId);
    writer.text("tax_id_type", provider.taxIdType);
    writer.text("taxonomy", provider.taxonomy);
    writer.key("address");
    writeAddress(writer, provider.address);
    writer.text("contact_name", provider.contactName);
    writer.text("phone", provider.phone);
    writeReferences(writer, provider.references);
    writer.endObject(provider.foreign);
}

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

void writeAddress(JsonWriter& writer, const Address& address)
{
    writer.beginObject();
    writer.text("line1", address.line1);
    writer.text("line2", address.line2);
    writer.text("city", address.city);
    writer.text("state", address.state);
    writer.text("postal_code", address.postalCode);
    writer.endObject(address.foreign);
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

void writePerson(JsonWriter& writer, const Person& person)
{
    writer.beginObject();
    writer.text("mrn", person.mrn);
    writer.text("last_name", person.lastName);
    writer.text("first_name", person.firstName);
    writer.text("middle_name", person.middleName);
    writer.text("suffix", person.suffix);
    writer.iso("birth_date", person.birthDate);
    writer.textOrNull("sex", JsonObject::nameOf(sexes, person.sex));
    writer.key("address");
    writeAddress(writer, person.address);
    writer.text("phone", person.phone);
    writer.endObject(person.foreign);
}

Providers readProviders(JsonObject json)
{
    Providers providers;
    for (const auto& [name, member, isAlwaysWritten] : providerMembers) {
        auto provider = json.object(name);
        if (provider.isPresent()) providers.*member = readProvider(provider);
    }
    providers.foreign = json.foreign();
    return providers;
}

void writeProviders(JsonWriter& writer, const Providers& providers)
{
    writer.beginObject();
    for (const auto& [name, member, isAlwaysWritten] : providerMembers) {
        const auto& provider = providers.*member;
        if (!provider && !isAlwaysWritten) continue;
        writer.key(name);
        if (provider)
            writeProvider(writer, *provider);
        else
            writer.null();
    }
    writer.endObject(providers.foreign);
}

}  // namespace cw
