#include "import/documents/ccda/values.h"
#include "import/documents/ccda/visit.h"

#include "base/text.h"

#include <algorithm>

namespace cw::ccda {

namespace {

struct RankedCoverage {
    int sequence = 0;  ///< 0 when the source does not number them.
    Coverage coverage;
};

/// HL7 RoleCode of the covered party (Coverage Role Type).
std::optional<Relationship> relationshipOf(std::string_view code)
{
    if (code.empty()) return std::nullopt;
    if (code == "SELF" || code == "ONESELF") return Relationship::self;
    if (code == "SPS" || code == "SPOUSE" || code == "HUSB" || code == "WIFE" || code == "DOMPART")
        return Relationship::spouse;
    if (code == "CHILD" || code == "CHLD" || code == "DAU" || code == "SON" || code == "NCHILD" || code == "STPCHLD")
        return Relationship::child;
    return Relationship::other;
}

void readPayer(pugi::xml_node entity, Payer& payer)
{
    const auto organization = entity.child("representedOrganization");
    payer.name = wordsOf(organization.child("name"));
    for (const auto owner : {entity, organization})
        for (const auto id : owner.children("id"))
            // A root alone is a number of the sender's system, not of the payer.
            if (payer.payerId.empty() && !isNull(id)) payer.payerId = attribute(id, "extension");
    payer.address = addressOf(entity);
    if (payer.address.isEmpty()) payer.address = addressOf(organization);
}

void readCovered(pugi::xml_node role, Coverage& coverage)
{
    for (const auto id : role.children("id"))
        if (coverage.memberId.empty() && !isNull(id)) coverage.memberId = attribute(id, "extension");
    coverage.relationship = relationshipOf(attribute(role.child("code"), "code"));
}

void readHolder(pugi::xml_node role, Coverage& coverage)
{
    if (coverage.relationship == Relationship::self) return;
    const auto entity = role.child("playingEntity");
    auto person = nameOf(entity.child("name"));
    if (person.lastName.empty()) return;
    person.birthDate = dateIn(entity.child("birthTime"));
    person.address = addressOf(role);
    coverage.subscriber = std::move(person);
}

bool isPayer(pugi::xml_node performer)
{
    return hasTemplate(performer, "2.16.840.1.113883.10.20.22.4.87") ||
           attribute(performer.child("assignedEntity").child("code"), "code") == "PAYOR";
}

Coverage coverageOf(pugi::xml_node policy)
{
    Coverage coverage;
    for (const auto performer : policy.children("performer"))
        if (isPayer(performer) && coverage.payer.name.empty())
            readPayer(performer.child("assignedEntity"), coverage.payer);
    for (const auto participant : policy.children("participant"))
        if (attribute(participant, "typeCode") == "COV") readCovered(participant.child("participantRole"), coverage);
    for (const auto participant : policy.children("participant"))
        if (attribute(participant, "typeCode") == "HLD") readHolder(participant.child("participantRole"), coverage);
    for (const auto id : policy.children("id"))
        if (coverage.groupNumber.empty() && !isNull(id)) coverage.groupNumber = attribute(id, "extension");
    return coverage;
}

void collectPolicies(pugi::xml_node section, std::vector<RankedCoverage>& out)
{
    for (const auto entry : section.children("entry")) {
        for (const auto relation : entry.child("act").children("entryRelationship")) {
            auto coverage = coverageOf(relation.child("act"));
            if (coverage.payer.name.empty() && coverage.memberId.empty()) continue;
            const auto number = attribute(relation.child("sequenceNumber"), "value");
            out.push_back({number.size() == 1 && text::isDigits(number) ? number[0] - '0' : 0, std::move(coverage)});
        }
    }
}

bool isPayersSection(pugi::xml_node section)
{
    return attribute(section.child("code"), "code") == "48768-6" ||
           hasTemplate(section, "2.16.840.1.113883.10.20.22.2.18");
}

}  // namespace

std::vector<Coverage> readCoverages(pugi::xml_node document)
{
    std::vector<RankedCoverage> found;
    for (const auto component : document.child("component").child("structuredBody").children("component"))
        if (const auto section = component.child("section"); isPayersSection(section)) collectPolicies(section, found);
    std::stable_sort(found.begin(), found.end(),
                     [](const RankedCoverage& a, const RankedCoverage& b) { return a.sequence < b.sequence; });
    std::vector<Coverage> all;
    for (auto& one : found) {
        if (all.size() == 3) break;  // A claim has no fourth payer.
        one.coverage.rank = static_cast<CoverageRank>(all.size());
        all.push_back(std::move(one.coverage));
    }
    return all;
}

}  // namespace cw::ccda
