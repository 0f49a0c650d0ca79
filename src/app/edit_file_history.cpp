#include "app/edit_desk.h"
#include "base/text.h"

#include <algorithm>
#include <map>

namespace cw::app {

namespace {

PastService visitOf(const Encounter& encounter)
{
    PastService visit;
    visit.encounterId = encounter.encounterId;
    visit.isClaim = false;
    visit.from = encounter.service.from;
    visit.to = encounter.service.dischargedAt ? encounter.service.dischargedAt->date
                                              : encounter.service.to.value_or(encounter.service.from);
    visit.setting = encounter.setting;
    if (const auto* primary = encounter.coverage(CoverageRank::primary)) visit.payerId = primary->payer.payerId;
    visit.frequencyCode = encounter.claim.frequencyCode.empty() ? "1" : encounter.claim.frequencyCode;
    const auto& providers = encounter.providers;
    if (providers.billing) visit.billingNpi = providers.billing->npi;
    const auto& treating = providers.rendering ? providers.rendering : providers.attending;
    if (treating) visit.renderingNpi = treating->npi, visit.taxonomy = treating->taxonomy;
    return visit;
}

/// As the store answers for stored encounters.
std::vector<PastService> servicesOf(const Encounter& encounter)
{
    std::vector<PastService> services;
    for (const auto& line : encounter.procedures) {
        if (line.system != CodeSystem::cpt && line.system != CodeSystem::hcpcs) continue;
        auto service = visitOf(encounter);
        service.code = text::upperAscii(line.code.text);
        service.modifiers = line.modifiers;
        if (line.charge) service.charge = *line.charge;
        if (line.serviceFrom) service.from = service.to = *line.serviceFrom;
        if (line.serviceTo) service.to = *line.serviceTo;
        for (const auto pointer : line.pointers)
            if (const auto* diagnosis = encounter.find(pointer)) service.diagnoses.push_back(diagnosis->code.text);
        services.push_back(std::move(service));
    }
    if (!services.empty()) return services;
    auto visit = visitOf(encounter);
    for (const auto* diagnosis : encounter.claimDiagnoses()) visit.diagnoses.push_back(diagnosis->code.text);
    return {visit};
}

}  // namespace

std::vector<BookEntry> entriesOf(const std::vector<Encounter>& encounters, Date today)
{
    std::map<std::string_view, std::vector<std::size_t>> byPatient;
    for (std::size_t i = 0; i < encounters.size(); ++i)
        if (!encounters[i].patient.mrn.empty()) byPatient[encounters[i].patient.mrn].push_back(i);
    std::vector<BookEntry> entries;
    for (std::size_t i = 0; i < encounters.size(); ++i) {
        BookEntry entry{&encounters[i], {}};
        entry.context.today = today;
        auto& history = entry.context.history;
        if (const auto others = byPatient.find(encounters[i].patient.mrn); others != byPatient.end())
            for (const auto other : others->second) {
                if (other == i) continue;
                auto services = servicesOf(encounters[other]);
                history.insert(history.end(), services.begin(), services.end());
            }
        std::stable_sort(history.begin(), history.end(),
                         [](const PastService& a, const PastService& b) { return a.from > b.from; });
        entries.push_back(std::move(entry));
    }
    return entries;
}

}  // namespace cw::app
