#include "import/documents/fhir/fhir_people.h"

#include "base/text.h"

#include <algorithm>

namespace cw::fhir {

namespace {

constexpr std::string_view npiSystem = "us-npi";

std::string joined(const std::vector<Node>& parts, std::size_t from)
{
    std::vector<std::string> lines;
    for (std::size_t index = from; index < parts.size(); ++index)
        if (auto line = lineOf(parts[index]); !line.empty()) lines.push_back(std::move(line));
    return text::join(lines, " ");
}

Address addressOf(const Node& node)
{
    Address address;
    const auto& lines = each(node, "line");
    if (!lines.empty()) address.line1 = lineOf(lines.front());
    address.line2 = joined(lines, 1);
    address.city = lineAt(node, "city");
    address.state = lineAt(node, "state");
    address.postalCode = lineAt(node, "postalCode");
    return address;
}

/// Address in use: home or work, else the first that is not old or for bills only.
Address currentAddress(const Node& node)
{
    const auto& addresses = each(node, "address");
    for (const auto* use : {"home", "work"})
        for (const auto& address : addresses)
            if (rawAt(address, "use") == use) return addressOf(address);
    for (const auto& address : addresses)
        if (const auto use = rawAt(address, "use"); use != "old" && use != "billing") return addressOf(address);
    const auto& only = at(node, "address");
    return only.kind == JsonNode::Kind::object ? addressOf(only) : Address{};
}

std::string phoneOf(const Node& node)
{
    for (const auto& telecom : each(node, "telecom"))
        if (rawAt(telecom, "system") == "phone" && rawAt(telecom, "use") != "old") return lineAt(telecom, "value");
    return {};
}

std::string npiOf(const Node& node)
{
    for (const auto& identifier : each(node, "identifier"))
        if (rawAt(identifier, "system").ends_with(npiSystem)) return lineAt(identifier, "value");
    return {};
}

bool isRecordNumber(const Identifier& identifier)
{
    // SS, DL, PPN and the insurance numbers of HL7 table 0203; RI is a resource id.
    static constexpr std::string_view others[] = {"SS", "DL",   "PPN", "MB", "MC", "MA",
                                                  "SN", "NIIP", "NPI", "RI", "TAX"};
    return std::find(std::begin(others), std::end(others), identifier.type) == std::end(others);
}

/// The one that looks most like a record number goes first: MR, PI, any other that may be one.
void putRecordNumberFirst(IncomingPatient& patient)
{
    auto& all = patient.identifiers;
    auto found = std::find_if(all.begin(), all.end(), [](const auto& one) { return one.type == "MR"; });
    if (found == all.end())
        found = std::find_if(all.begin(), all.end(), [](const auto& one) { return one.type == "PI"; });
    if (found == all.end()) found = std::find_if(all.begin(), all.end(), isRecordNumber);
    if (found == all.end()) return;
    std::rotate(all.begin(), found, found + 1);
    patient.person.mrn = all.front().value;
}

void setName(Provider& provider, const Node& person)
{
    const auto& name = currentName(person);
    const auto& given = each(name, "given");
    provider.lastName = lineAt(name, "family");
    if (!given.empty()) provider.firstName = lineOf(given.front());
    provider.middleName = joined(given, 1);
    provider.suffix = joined(each(name, "suffix"), 0);
    if (provider.lastName.empty()) provider.lastName = nameText(name);
}

/// "Dr. Ana Reyes", as a display of a reference says it: the last word is the family name.
void setNameFromDisplay(Provider& provider, const std::string& display)
{
    std::vector<std::string> words;
    for (const auto word : text::split(display, ' '))
        if (!word.empty() && word != "Dr." && word != "Dr") words.emplace_back(word);
    if (words.empty()) return;
    // "Ronald Bone, MD": what stands behind the comma is no name.
    const auto comma = std::find_if(words.begin(), words.end(), [](const auto& word) { return word.back() == ','; });
    if (comma != words.end()) {
        comma->pop_back();
        provider.suffix = text::join({comma + 1, words.end()}, " ");
        words.erase(comma + 1, words.end());
    }
    provider.lastName = words.back();
    words.pop_back();
    provider.firstName = text::join(words, " ");
}

void setOrganization(Provider& provider, const Node& organization)
{
    provider.organization = lineAt(organization, "name");
    provider.npi = npiOf(organization);
    provider.address = currentAddress(organization);
    provider.phone = phoneOf(organization);
}

Provider practitionerOf(const Node& node)
{
    Provider provider;
    setName(provider, node);
    provider.npi = npiOf(node);
    provider.address = currentAddress(node);
    provider.phone = phoneOf(node);
    return provider;
}

std::string npiOfReference(const Node& reference)
{
    const auto& identifier = at(reference, "identifier");
    if (rawAt(identifier, "system").ends_with(npiSystem)) return lineAt(identifier, "value");
    const auto url = lineAt(reference, "reference");
    const auto bar = url.find("us-npi|");
    return bar == std::string::npos ? std::string() : url.substr(bar + npiSystem.size() + 1);
}

}  // namespace

Identifier identifierOf(const Node& node)
{
    Identifier identifier;
    const auto system = lineAt(node, "system");
    constexpr std::string_view oid = "urn:oid:";
    identifier.authority = system.starts_with(oid) ? system.substr(oid.size()) : system;
    identifier.value = lineAt(node, "value");
    for (const auto& coding : each(at(node, "type"), "coding"))
        if (identifier.type.empty()) identifier.type = lineAt(coding, "code");
    if (!identifier.type.empty()) return identifier;
    if (system.ends_with("us-ssn")) identifier.type = "SS";
    if (system.ends_with("us-mbi") || system.ends_with("us-medicare")) identifier.type = "MC";
    return identifier;
}

Identifier referenceIdentifier(const Node& reference)
{
    auto url = lineAt(reference, "reference");
    url = url.substr(0, url.find("/_history/"));
    constexpr std::string_view uuid = "urn:uuid:";
    if (url.starts_with(uuid)) return {"", url.substr(uuid.size()), "RI"};
    const auto id = url.rfind('/');
    if (id == std::string::npos || url.find('?') != std::string::npos) return {};
    const auto type = id == 0 ? std::string::npos : url.rfind('/', id - 1);
    return {type == std::string::npos ? "" : url.substr(0, type), url.substr(id + 1), "RI"};
}

Person personOf(const Node& node)
{
    Person person;
    const auto& name = currentName(node);
    const auto& given = each(name, "given");
    person.lastName = lineAt(name, "family");
    if (!given.empty()) person.firstName = lineOf(given.front());
    person.middleName = joined(given, 1);
    person.suffix = joined(each(name, "suffix"), 0);
    if (person.lastName.empty() && given.empty()) person.lastName = lineAt(name, "text");
    person.birthDate = dayAt(node, "birthDate");
    const auto gender = rawAt(node, "gender");
    if (!gender.empty()) person.sex = gender == "male" ? Sex::male : gender == "female" ? Sex::female : Sex::unknown;
    person.address = currentAddress(node);
    person.phone = phoneOf(node);
    return person;
}

IncomingPatient patientOf(const Node& node, const Resource* resource)
{
    IncomingPatient patient;
    patient.person = personOf(node);
    for (const auto& identifier : each(node, "identifier"))
        if (auto kept = identifierOf(identifier); !kept.value.empty() && rawAt(identifier, "use") != "old")
            patient.identifiers.push_back(std::move(kept));
    putRecordNumberFirst(patient);
    if (resource == nullptr || resource->id.empty()) return patient;
    if (patient.person.mrn.empty()) patient.person.mrn = resource->id;
    patient.identifiers.push_back({baseOf(*resource), resource->id, "RI"});
    if (patient.person.mrn == resource->id && patient.identifiers.front().value != resource->id)
        std::rotate(patient.identifiers.begin(), patient.identifiers.end() - 1, patient.identifiers.end());
    return patient;
}

IncomingPatient patientOfReference(const Node& reference)
{
    IncomingPatient patient;
    if (auto identifier = identifierOf(at(reference, "identifier")); !identifier.value.empty())
        patient.identifiers.push_back(std::move(identifier));
    putRecordNumberFirst(patient);
    if (auto identifier = referenceIdentifier(reference); !identifier.value.empty())
        patient.identifiers.push_back(std::move(identifier));
    return patient;
}

std::optional<Provider> providerOf(const Node& reference, const Resource& from, const ResourceIndex& index)
{
    Provider provider;
    const auto* node = index.find(reference, from);
    const auto type = node == nullptr ? std::string_view() : rawAt(*node, "resourceType");
    if (type == "Practitioner") {
        provider = practitionerOf(*node);
    } else if (type == "Organization") {
        setOrganization(provider, *node);
    } else if (type == "PractitionerRole") {
        const auto position = index.positionOf(node);
        const auto& role = position < 0 ? from : index.at(position);
        const auto* person = index.find(at(*node, "practitioner"), role);
        if (person != nullptr)
            provider = practitionerOf(*person);
        else
            setNameFromDisplay(provider, lineAt(at(*node, "practitioner"), "display"));
        if (provider.npi.empty()) provider.npi = npiOf(*node);
    }
    if (provider.npi.empty()) provider.npi = npiOfReference(reference);
    if (const auto display = lineAt(reference, "display"); provider.lastName.empty() && provider.organization.empty()) {
        if (lineAt(reference, "reference").find("Organization") != std::string::npos)
            provider.organization = display;
        else
            setNameFromDisplay(provider, display);
    }
    if (provider == Provider{}) return std::nullopt;
    return provider;
}

std::string displayOf(const Node& reference, const Resource& from, const ResourceIndex& index)
{
    if (auto display = lineAt(reference, "display"); !display.empty()) return display;
    const auto* node = index.find(reference, from);
    if (node == nullptr) return {};
    const auto type = rawAt(*node, "resourceType");
    if (type == "Organization" || type == "Location") return lineAt(*node, "name");
    if (type == "Medication") return conceptText(at(*node, "code"));
    if (type == "PractitionerRole") {
        const auto position = index.positionOf(node);
        const auto& role = position < 0 ? from : index.at(position);
        auto name = lineAt(at(*node, "practitioner"), "display");
        const auto* person = index.find(at(*node, "practitioner"), role);
        if (name.empty() && person != nullptr) name = nameText(currentName(*person));
        return name.empty() ? lineAt(at(*node, "organization"), "display") : name;
    }
    if (type != "Practitioner" && type != "Patient" && type != "RelatedPerson") return {};
    return nameText(currentName(*node));
}

std::string displaysOf(const std::vector<Node>& references, const Resource& from, const ResourceIndex& index)
{
    std::vector<std::string> names;
    for (const auto& reference : references)
        if (auto name = displayOf(reference, from, index);
            !name.empty() && std::find(names.begin(), names.end(), name) == names.end())
            names.push_back(std::move(name));
    return text::join(names, "; ");
}

}  // namespace cw::fhir
