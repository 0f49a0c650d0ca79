#include "import/documents/ccda/visit.h"

#include "base/text.h"
#include "import/documents/ccda/values.h"

#include <algorithm>
#include <initializer_list>

namespace cw::ccda {

namespace {

bool isOneOf(std::string_view text, std::initializer_list<std::string_view> words)
{
    return std::find(words.begin(), words.end(), text) != words.end();
}

/// HL7 ActCode: IMP and its kinds are clear; AMB and EMER are billed either way.
std::optional<Setting> settingOf(pugi::xml_node code)
{
    std::vector<pugi::xml_node> codes = {code};
    for (const auto translation : code.children("translation")) codes.push_back(translation);
    for (const auto one : codes)
        if (isOneOf(attribute(one, "code"), {"IMP", "ACUTE", "NONAC"}) &&
            isOneOf(attribute(one, "codeSystem"), {"2.16.840.1.113883.5.4", ""}))
            return Setting::inpatient;
    return std::nullopt;
}

/// UB-04 form locator 17, also as HL7 table 0112: two digits.
std::string dischargeStatusOf(pugi::xml_node disposition)
{
    const auto code = attribute(disposition, "code");
    const bool isKnown =
        isOneOf(attribute(disposition, "codeSystem"), {"2.16.840.1.113883.6.301.5", "2.16.840.1.113883.12.112", ""});
    return isKnown && code.size() == 2 && text::isDigits(code) ? std::string(code) : std::string();
}

void readTimes(pugi::xml_node time, IncomingVisit& visit)
{
    const bool isPoint = time.attribute("value");
    const auto low = attribute(isPoint ? time : time.child("low"), "value");
    const auto high = attribute(isPoint ? time : time.child("high"), "value");
    visit.from = dateOf(low);
    visit.to = dateOf(high);
    if (visit.setting != Setting::inpatient) return;
    visit.admittedAt = minuteOf(low);
    if (!isPoint) visit.dischargedAt = minuteOf(high);
}

void readFacility(pugi::xml_node facility, IncomingVisit& visit)
{
    const auto code = facility.child("code");
    // CMS Place of Service codes.
    if (attribute(code, "codeSystem") == "2.16.840.1.113883.6.50") visit.placeOfService = attribute(code, "code");
    auto provider = providerOf(facility);
    if (!provider.organization.empty() || !provider.npi.empty()) visit.providers.facility = std::move(provider);
}

bool isNobody(const Provider& provider)
{
    return provider.npi.empty() && displayName(provider).empty();
}

/// encounterParticipant (ADM, ATND, CON, DIS, REF) and responsibleParty: who has it in charge is the attending provider of
/// a stay, else the one who rendered the service.
void readParticipants(pugi::xml_node encounter, IncomingVisit& visit)
{
    auto& providers = visit.providers;
    const auto put = [](std::optional<Provider>& place, pugi::xml_node entity) {
        auto provider = providerOf(entity);
        if (!place && !isNobody(provider)) place = std::move(provider);
    };
    const bool isStay = visit.setting == Setting::inpatient;
    for (const auto participant : encounter.children("encounterParticipant")) {
        const auto type = attribute(participant, "typeCode");
        if (type == "ATND") put(providers.attending, participant.child("assignedEntity"));
        if (type == "REF") put(providers.referring, participant.child("assignedEntity"));
    }
    put(isStay ? providers.attending : providers.rendering,
        encounter.child("responsibleParty").child("assignedEntity"));
}

/// documentationOf/serviceEvent: PPRF is who performed the procedure that an operative or procedure note is about.
void readPerformers(pugi::xml_node document, IncomingVisit& visit)
{
    for (const auto event : document.children("documentationOf")) {
        for (const auto performer : event.child("serviceEvent").children("performer")) {
            if (attribute(performer, "typeCode") != "PPRF") continue;
            auto provider = providerOf(performer.child("assignedEntity"));
            if (!visit.providers.operating && !isNobody(provider)) visit.providers.operating = std::move(provider);
        }
    }
}

}  // namespace

std::optional<IncomingVisit> readVisit(pugi::xml_node document)
{
    const auto encounter = document.child("componentOf").child("encompassingEncounter");
    if (isNull(encounter)) return std::nullopt;
    IncomingVisit visit;
    if (const auto ids = identifiersOf(encounter); !ids.empty()) visit.number = ids.front();
    visit.setting = settingOf(encounter.child("code"));
    readTimes(encounter.child("effectiveTime"), visit);
    visit.dischargeStatus = dischargeStatusOf(encounter.child("dischargeDispositionCode"));
    readFacility(encounter.child("location").child("healthCareFacility"), visit);
    readParticipants(encounter, visit);
    readPerformers(document, visit);
    visit.coverages = readCoverages(document);
    return visit;
}

std::vector<Statement> headerStatements(pugi::xml_node document)
{
    std::vector<Statement> all;
    const auto add = [&all](pugi::xml_node node, SourceCodeKind kind) {
        if (!node.child("code")) return;
        all.push_back({node, {{node.child("code"), kind}}, {}, false, false, dateIn(node.child("effectiveTime"))});
    };
    add(document.child("componentOf").child("encompassingEncounter"), SourceCodeKind::other);
    for (const auto documentation : document.children("documentationOf")) {
        const auto event = documentation.child("serviceEvent");
        // PCPR is care over a time, told by what the patient has; other classes are the service itself.
        add(event, attribute(event, "classCode") == "PCPR" ? SourceCodeKind::other : SourceCodeKind::procedure);
    }
    return all;
}

void writeVisit(const IncomingVisit& visit, RenditionWriter& writer)
{
    std::string days = visit.from ? visit.from->iso() : std::string();
    if (visit.to && visit.to != visit.from) days += (days.empty() ? "until " : " to ") + visit.to->iso();
    writer.labelled("Visit", visit.number.value);
    writer.labelled("Visit dates", days);
    const auto name = [&](const char* label, const std::optional<Provider>& provider) {
        if (provider) writer.labelled(label, displayName(*provider));
    };
    name("Facility", visit.providers.facility);
    name("Attending", visit.providers.attending);
    name("Responsible", visit.providers.rendering);
}

}  // namespace cw::ccda
