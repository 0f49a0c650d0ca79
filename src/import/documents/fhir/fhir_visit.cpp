#include "import/documents/fhir/fhir_visit.h"

#include "base/text.h"
#include "import/documents/fhir/fhir_people.h"

#include <algorithm>

namespace cw::fhir {

namespace {

Identifier visitNumberOf(const Node& encounter)
{
    for (const auto& node : each(encounter, "identifier"))
        if (auto identifier = identifierOf(node); !identifier.value.empty() && rawAt(node, "use") != "old")
            return identifier;
    return {"", lineAt(encounter, "id"), ""};
}

/// Wall-clock time as it stands, when the source tells its own offset: "2024-05-01T08:30:00-05:00". Times in UTC tell
/// nothing about the clock on the wall.
std::optional<LocalMinute> minuteOf(const Node& period, std::string_view member)
{
    constexpr std::size_t minuteLength = 16;
    const auto text = lineAt(period, member);
    if (text.size() <= minuteLength || text.back() == 'Z' || text.ends_with("+00:00")) return std::nullopt;
    const auto minute = LocalMinute::parse(text.substr(0, minuteLength));
    return minute ? std::optional(*minute) : std::nullopt;
}

bool isInpatient(std::string_view code)
{
    // http://terminology.hl7.org/CodeSystem/v3-ActCode: inpatient, acute and non-acute inpatient.
    return code == "IMP" || code == "ACUTE" || code == "NONAC";
}

std::optional<Setting> settingOf(const Node& encounter)
{
    const auto code = rawAt(at(encounter, "class"), "code");
    if (isInpatient(code)) return Setting::inpatient;
    if (code != "AMB" && code != "VR" && code != "HH") return std::nullopt;
    // Hospitalization details are a hint of an institution: then the source is not clear.
    if (!at(encounter, "hospitalization").isNull()) return std::nullopt;
    const auto& participants = each(encounter, "participant");
    const bool hasPerson = std::any_of(participants.begin(), participants.end(), [](const Node& participant) {
        const auto& individual = at(participant, "individual");
        return lineAt(individual, "reference").find("RelatedPerson") == std::string::npos && !individual.isNull();
    });
    return hasPerson ? std::optional(Setting::professional) : std::nullopt;
}

void setProviders(IncomingVisit& visit, const Node& encounter, const Resource& from, const ResourceIndex& index)
{
    auto& providers = visit.providers;
    std::optional<Provider> first;
    for (const auto& participant : each(encounter, "participant")) {
        const auto& reference = at(participant, "individual");
        const auto* node = index.find(reference, from, "Practitioner");
        if (node != nullptr && !rawAt(*node, "resourceType").starts_with("Practitioner")) continue;
        const auto provider = providerOf(reference, from, index);
        if (!provider) continue;
        if (!first) first = provider;
        // http://terminology.hl7.org/CodeSystem/v3-ParticipationType
        for (const auto& type : each(participant, "type")) {
            if (hasCode(type, "ATND") && !providers.attending) providers.attending = provider;
            if (hasCode(type, "PPRF") && !providers.rendering) providers.rendering = provider;
            if (hasCode(type, "REF") && !providers.referring) providers.referring = provider;
        }
    }
    if (visit.setting == Setting::inpatient) {
        if (!providers.attending) providers.attending = providers.rendering ? providers.rendering : first;
        providers.rendering.reset();
    } else if (!providers.rendering) {
        providers.rendering = providers.attending ? providers.attending : first;
        if (visit.setting == Setting::professional) providers.attending.reset();
    }
    providers.facility = providerOf(at(encounter, "serviceProvider"), from, index);
    if (providers.facility && providers.facility->organization.empty()) {
        const auto name = lineAt(at(encounter, "serviceProvider"), "display");
        *providers.facility = {};
        providers.facility->organization = name;
        if (name.empty()) providers.facility.reset();
    }
}

bool isTwoDigits(const std::string& code)
{
    return code.size() == 2 && text::isDigits(code);
}

/// CMS place of service codes, under the names they go by in FHIR.
std::string placeOfServiceOf(const Node& codeable)
{
    for (const auto* system : {"place-of-service", "Place_of_Service", "ex-serviceplace"})
        if (auto code = codeIn(codeable, system); isTwoDigits(code)) return code;
    return {};
}

void setPlace(IncomingVisit& visit, const Node& encounter, const Resource& from, const Group& group,
              const ResourceIndex& index)
{
    for (const auto& stay : each(encounter, "location"))
        if (const auto* location = index.find(at(stay, "location"), from, "Location"))
            for (const auto& type : each(*location, "type"))
                if (visit.placeOfService.empty()) visit.placeOfService = placeOfServiceOf(type);
    for (const auto member : group.members)
        for (const auto& item : each(*index.at(member).node, "item"))
            if (visit.placeOfService.empty())
                visit.placeOfService = placeOfServiceOf(at(item, "locationCodeableConcept"));
}

void setCoverages(IncomingVisit& visit, const std::vector<int>& coverages, const ResourceIndex& index)
{
    static constexpr CoverageRank ranks[] = {CoverageRank::primary, CoverageRank::secondary, CoverageRank::tertiary};
    for (std::size_t at = 0; at < coverages.size() && at < std::size(ranks); ++at) {
        const auto& resource = index.at(coverages[at]);
        visit.coverages.push_back(coverageOf(*resource.node, resource, index));
        visit.coverages.back().rank = ranks[at];
    }
}

}  // namespace

bool isRegistered(const Node& encounter) noexcept
{
    const auto status = rawAt(encounter, "status");
    return status != "planned" && status != "cancelled" && status != "entered-in-error";
}

IncomingVisit visitOf(const Group& group, const std::vector<int>& coverages, const ResourceIndex& index)
{
    IncomingVisit visit;
    if (group.encounter == nullptr) {
        visit.number = identifierOf(at(*group.encounterReference, "identifier"));
        if (visit.number.value.empty()) visit.number = referenceIdentifier(*group.encounterReference);
        if (visit.number.type == "RI") visit.number.type.clear();
        return visit;
    }
    const auto& encounter = *group.encounter;
    const auto position = index.positionOf(group.encounter);
    const auto& from = position < 0 ? index.at(group.members.front()) : index.at(position);
    visit.number = visitNumberOf(encounter);
    const auto& period = at(encounter, "period");
    visit.from = dayAt(period, "start");
    visit.to = dayAt(period, "end");
    visit.setting = settingOf(encounter);
    if (visit.setting == Setting::inpatient) {
        visit.admittedAt = minuteOf(period, "start");
        visit.dischargedAt = minuteOf(period, "end");
    }
    // UB-04 patient discharge status, as US Core binds it.
    const auto disposition = codeIn(at(at(encounter, "hospitalization"), "dischargeDisposition"), "nubc.org");
    if (isTwoDigits(disposition)) visit.dischargeStatus = disposition;
    setProviders(visit, encounter, from, index);
    setPlace(visit, encounter, from, group, index);
    setCoverages(visit, coverages, index);
    return visit;
}

}  // namespace cw::fhir
