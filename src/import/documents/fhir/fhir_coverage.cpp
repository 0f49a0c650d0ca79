#include "import/documents/fhir/fhir_people.h"

#include "base/text.h"

namespace cw::fhir {

namespace {

std::optional<Relationship> relationshipOf(const Node& codeable)
{
    // http://terminology.hl7.org/CodeSystem/subscriber-relationship
    if (hasCode(codeable, "self")) return Relationship::self;
    if (hasCode(codeable, "spouse") || hasCode(codeable, "common")) return Relationship::spouse;
    if (hasCode(codeable, "child")) return Relationship::child;
    if (each(codeable, "coding").empty()) return std::nullopt;
    return Relationship::other;
}

/// NAIC code or the payer's own number in claims; other identifiers of an organisation are none.
std::string payerIdOf(const Node& organization)
{
    for (const auto& node : each(organization, "identifier")) {
        const auto identifier = identifierOf(node);
        if (identifier.type == "NIIP" || identifier.authority == "2.16.840.1.113883.6.300") return identifier.value;
    }
    return {};
}

std::string memberIdOf(const Node& coverage)
{
    if (auto id = lineAt(coverage, "subscriberId"); !id.empty()) return id;
    std::string first;
    for (const auto& node : each(coverage, "identifier")) {
        const auto identifier = identifierOf(node);
        if (identifier.type == "MB") return identifier.value;
        if (first.empty()) first = identifier.value;
    }
    return first;
}

}  // namespace

Coverage coverageOf(const Node& node, const Resource& from, const ResourceIndex& index)
{
    Coverage coverage;
    const auto& payors = each(node, "payor");
    if (!payors.empty()) {
        coverage.payer.name = displayOf(payors.front(), from, index);
        if (const auto* payer = index.find(payors.front(), from)) {
            coverage.payer.payerId = payerIdOf(*payer);
            if (rawAt(*payer, "resourceType") == "Organization")
                coverage.payer.address = providerOf(payors.front(), from, index).value_or(Provider{}).address;
        }
    }
    coverage.memberId = memberIdOf(node);
    for (const auto& one : each(node, "class")) {
        if (!hasCode(at(one, "type"), "group")) continue;
        coverage.groupNumber = lineAt(one, "value");
        coverage.groupName = lineAt(one, "name");
    }
    coverage.relationship = relationshipOf(at(node, "relationship"));
    const auto* subscriber = index.find(at(node, "subscriber"), from);
    if (subscriber != nullptr && coverage.relationship != Relationship::self)
        coverage.subscriber = personOf(*subscriber);
    return coverage;
}

}  // namespace cw::fhir
