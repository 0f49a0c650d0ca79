#include "import/documents/ccda/values.h"

#include "base/text.h"

#include <algorithm>

namespace cw::ccda {

namespace {

/// "MD", "R.N.", "PhD": what stands after the last comma of a name and is no given name.
bool isCredential(std::string_view word)
{
    return word.size() <= 5 &&
           std::count_if(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; }) >= 2;
}

bool isTitle(std::string_view word)
{
    const auto lower = text::lowerAscii(word);
    return lower == "dr" || lower == "dr." || lower == "mr" || lower == "mr." || lower == "ms" || lower == "ms." ||
           lower == "mrs" || lower == "mrs.";
}

Person looseName(std::string words)
{
    Person person;
    auto comma = words.rfind(',');
    if (comma != std::string::npos && isCredential(text::trim(std::string_view(words).substr(comma + 1)))) {
        person.suffix = text::trim(std::string_view(words).substr(comma + 1));
        words.erase(comma);
        comma = words.rfind(',');
    }
    std::string given = words;
    if (comma != std::string::npos) {
        person.lastName = text::trim(std::string_view(words).substr(0, comma));
        given = text::trim(std::string_view(words).substr(comma + 1));
    }
    auto parts = text::split(given, ' ');
    std::erase_if(parts, [](std::string_view part) { return part.empty() || isTitle(part); });
    if (comma == std::string::npos && !parts.empty()) {
        person.lastName = parts.back();
        parts.pop_back();
    }
    if (!parts.empty()) person.firstName = parts.front();
    for (std::size_t i = 1; i < parts.size(); ++i) person.middleName += (i > 1 ? " " : "") + std::string(parts[i]);
    return person;
}

void append(std::string& to, const std::string& word)
{
    if (word.empty()) return;
    if (!to.empty()) to += ' ';
    to += word;
}

std::string shownDevice(pugi::xml_node device)
{
    auto name = wordsOf(device.child("softwareName"));
    return name.empty() ? wordsOf(device.child("manufacturerModelName")) : name;
}

pugi::xml_node organizationOf(pugi::xml_node entity)
{
    for (const char* name :
         {"representedOrganization", "serviceProviderOrganization", "representedCustodianOrganization"})
        if (const auto found = entity.child(name)) return found;
    return {};
}

}  // namespace

pugi::xml_node preferred(pugi::xml_node owner, const char* name, std::initializer_list<std::string_view> uses)
{
    pugi::xml_node any;
    for (const auto child : owner.children(name))
        if (!any && !isNull(child)) any = child;
    for (const auto use : uses)
        for (const auto child : owner.children(name))
            if (!isNull(child) && attribute(child, "use").starts_with(use)) return child;
    return any;
}

Person nameOf(pugi::xml_node name)
{
    if (isNull(name)) return {};
    if (!name.child("family") && !name.child("given")) return looseName(wordsOf(name));
    Person person;
    std::string calledBy;
    for (const auto part : name.children()) {
        const std::string_view kind = part.name();
        if (isNull(part)) continue;
        if (kind == "family") append(person.lastName, wordsOf(part));
        if (kind == "suffix") append(person.suffix, wordsOf(part));
        if (kind != "given") continue;
        // Qualifier CL: what the person is called by, beside the given names.
        if (attribute(part, "qualifier") == "CL")
            append(calledBy, wordsOf(part));
        else
            append(person.firstName.empty() ? person.firstName : person.middleName, wordsOf(part));
    }
    if (person.firstName.empty()) person.firstName = calledBy;
    return person;
}

Address addressOf(pugi::xml_node owner)
{
    const auto addr = preferred(owner, "addr", {"HP", "H", "WP"});
    Address address;
    if (!addr) return address;
    for (const auto line : addr.children("streetAddressLine")) {
        if (isNull(line)) continue;
        append(address.line1.empty() ? address.line1 : address.line2, wordsOf(line));
    }
    const auto part = [&](const char* name) {
        const auto child = addr.child(name);
        return isNull(child) ? std::string() : wordsOf(child);
    };
    address.city = part("city");
    address.state = part("state");
    address.postalCode = part("postalCode");
    if (address.isEmpty()) address.line1 = wordsOf(addr);
    return address;
}

std::string phoneOf(pugi::xml_node owner)
{
    const auto numberOf = [](pugi::xml_node telecom) -> std::string {
        auto value = attribute(telecom, "value");
        if (isNull(telecom)) return {};
        if (text::lowerAscii(value.substr(0, 4)) == "tel:") return std::string(text::trim(value.substr(4)));
        return value.find_first_of(":@") == std::string_view::npos ? std::string(value) : std::string();
    };
    for (const std::string_view use : {"HP", "H", "WP", "MC", ""})
        for (const auto telecom : owner.children("telecom"))
            if (attribute(telecom, "use").starts_with(use))
                if (auto number = numberOf(telecom); !number.empty()) return number;
    return {};
}

Provider providerOf(pugi::xml_node entity)
{
    Provider provider;
    const auto organization = organizationOf(entity);
    const auto person = nameOf(preferred(entity.child("assignedPerson"), "name", {"L"}));
    provider.npi = npiOf(entity);
    provider.address = addressOf(entity);
    provider.phone = phoneOf(entity);
    if (systemOf(entity.child("code")) == "2.16.840.1.113883.6.101")
        provider.taxonomy = attribute(entity.child("code"), "code");
    if (!person.lastName.empty() || !person.firstName.empty()) {
        provider.lastName = person.lastName;
        provider.firstName = person.firstName;
        provider.middleName = person.middleName;
        provider.suffix = person.suffix;
        return provider;
    }
    const auto place = entity.child("location");
    provider.organization = wordsOf(place.child("name"));
    if (provider.organization.empty()) provider.organization = wordsOf(organization.child("name"));
    if (provider.npi.empty()) provider.npi = npiOf(organization);
    if (provider.address.isEmpty()) provider.address = addressOf(place);
    if (provider.address.isEmpty()) provider.address = addressOf(organization);
    if (provider.phone.empty()) provider.phone = phoneOf(organization);
    return provider;
}

std::string shownParty(pugi::xml_node entity)
{
    const auto provider = providerOf(entity);
    if (!provider.isOrganization())
        if (auto name = displayName(provider); !name.empty()) return name;
    auto device = shownDevice(entity.child("assignedAuthoringDevice"));
    return device.empty() ? provider.organization : device;
}

}  // namespace cw::ccda
