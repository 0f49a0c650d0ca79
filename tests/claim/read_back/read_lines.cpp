#include "tests/claim/read_back/reading.h"

#include <algorithm>
#include <charconv>

namespace cw::read_back {

using strict::Loop;
using strict::Seg;

namespace {

/// The composite HC:code:modifiers:description.
void readProcedure(const Seg& service, std::size_t element, ProcedureLine& line)
{
    const auto parts = service.components(element);
    if (parts.size() < 2) return;
    line.code.text = parts[1];
    line.system = parts[1].front() >= 'A' ? CodeSystem::hcpcs : CodeSystem::cpt;
    for (std::size_t i = 2; i < parts.size() && i < 6; ++i)
        if (!parts[i].empty()) line.modifiers.emplace_back(parts[i]);
    if (parts.size() > 6) line.details.description = parts[6];
}

void readSv1(const Seg& service, std::string_view claimPlace, ProcedureLine& line)
{
    readProcedure(service, 1, line);
    line.charge = moneyOf(service.at(2));
    line.unitBasis = service.at(3);
    line.units = quantityOf(service.at(4));
    line.placeOfService = service.at(5).empty() ? claimPlace : service.at(5);
    for (const auto pointer : service.components(7)) {
        std::int64_t place = 0;
        std::from_chars(pointer.data(), pointer.data() + pointer.size(), place);
        line.pointers.push_back({place});
    }
    line.details.isEmergency = service.at(9) == "Y";
    line.details.isEpsdt = service.at(11) == "Y";
    line.details.isFamilyPlanning = service.at(12) == "Y";
}

void readSv2(const Seg& service, ProcedureLine& line)
{
    line.revenueCode = service.at(1);
    readProcedure(service, 2, line);
    line.charge = moneyOf(service.at(3));
    line.unitBasis = service.at(4);
    line.units = quantityOf(service.at(5));
    if (!service.at(7).empty()) line.details.nonCovered = moneyOf(service.at(7));
}

void readParts(const Loop& loop, ProcedureLine& line)
{
    for (const auto* dtp : loop.all("DTP")) {
        const auto days = datesOf(*dtp);
        if (days.qualifier == "472")
            line.serviceFrom = days.first, line.serviceTo = days.last ? days.last : days.first;
        else
            line.details.dates.push_back(days);
    }
    sortByQualifier(line.details.dates);
    line.details.references = referencesOf(loop, "6R");
    line.details.paperwork = paperworkOf(loop);
    line.details.certifications = certificationsOf(loop);
    for (const auto* nte : loop.all("NTE")) {
        if (nte->at(1) == "ADD")
            line.note = nte->at(2);
        else
            line.details.notes.push_back({std::string(nte->at(1)), std::string(nte->at(2))});
    }
    if (const auto* ps1 = loop.find("PS1"))
        line.details.purchased = PurchasedService{std::string(ps1->at(1)), moneyOf(ps1->at(2))};
    if (const auto* drug = loop.loop("2410")) {
        const auto& ctp = *drug->find("CTP");
        line.ndc = DrugCode{.code = std::string(drug->find("LIN")->at(3)),
                            .quantity = quantityOf(ctp.at(4)),
                            .unit = std::string(ctp.at(5))};
        if (const auto* ref = drug->find("REF", "XZ")) line.details.prescriptionNumber = ref->at(2);
    }
}

void readLineProviders(const Loop& loop, ProcedureLine& line)
{
    static const std::vector<std::pair<std::string_view, std::string_view>> roles = {
        {"82", "rendering"},        {"QB", "purchased"}, {"77", "facility"},
        {"DQ", "supervising"},      {"DK", "ordering"},  {"DN", "referring"},
        {"P3", "second_referring"}, {"72", "operating"}, {"ZZ", "other_operating"},
    };
    for (const auto& child : loop.loops)
        for (const auto& [code, role] : roles)
            if (child.name.starts_with("2420") && child.segments.front()->at(1) == code)
                line.details.providers.push_back({std::string(role), providerOf(child, "PE")});
    std::stable_sort(line.details.providers.begin(), line.details.providers.end(),
                     [](const auto& a, const auto& b) { return a.role < b.role; });
}

void readProcedures(const Loop& claim, Encounter& into)
{
    for (const auto* hi : claim.all("HI"))
        for (std::size_t i = 1; i < hi->parts.size(); ++i) {
            if (hi->at(i, 1) != "BBR" && hi->at(i, 1) != "BBQ") continue;
            ProcedureLine line;
            line.system = CodeSystem::icd10pcs;
            line.code.text = hi->at(i, 2);
            line.serviceFrom = line.serviceTo = dayOf(hi->at(i, 4));
            into.procedures.push_back(std::move(line));
        }
}

}  // namespace

void readLines(const Loop& claim, bool institutional, ReadBack& into)
{
    auto& encounter = into.encounter;
    for (const auto* loop : claim.allLoops("2400")) {
        ProcedureLine line;
        if (institutional)
            readSv2(*loop->find("SV2"), line);
        else
            readSv1(*loop->find("SV1"), encounter.service.placeOfService, line);
        readParts(*loop, line);
        readLineProviders(*loop, line);
        encounter.procedures.push_back(std::move(line));
    }
    if (institutional) return readProcedures(claim, encounter);
    // An 837P tells no dates of the visit but those of its lines.
    for (const auto& line : encounter.procedures) {
        const bool first = &line == &encounter.procedures.front();
        if (first || line.serviceFrom < encounter.service.from)
            encounter.service.from = line.serviceFrom.value_or(encounter.service.from);
        if (first || line.serviceTo > encounter.service.to) encounter.service.to = line.serviceTo;
    }
}

}  // namespace cw::read_back
