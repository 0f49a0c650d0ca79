#include "app/intake/visits.h"

#include "base/text.h"

#include <algorithm>

namespace cw::app {

namespace {

template <class T>
void replace(std::optional<T>& into, const std::optional<T>& told)
{
    if (told) into = told;
}

template <class T>
void fill(std::optional<T>& into, const std::optional<T>& told)
{
    if (!into) into = told;
}

void fill(std::string& into, const std::string& told)
{
    if (into.empty()) into = told;
}

/// "e11.22" and "E1122" are one code.
std::string compact(std::string_view code)
{
    auto plain = text::upperAscii(text::trim(code));
    std::erase(plain, '.');
    return plain;
}

bool holds(const std::vector<SourceCode>& codes, const std::string& code)
{
    return std::any_of(codes.begin(), codes.end(),
                       [&](const SourceCode& one) { return compact(one.code) == compact(code); });
}

bool isCarried(const Incoming& record, const std::string& code)
{
    return holds(record.codes, code) || std::any_of(record.documents.begin(), record.documents.end(),
                                                    [&](const auto& document) { return holds(document.codes, code); });
}

void fillProviders(Providers& into, const Providers& told)
{
    fill(into.billing, told.billing);
    fill(into.rendering, told.rendering);
    fill(into.referring, told.referring);
    fill(into.supervising, told.supervising);
    fill(into.ordering, told.ordering);
    fill(into.attending, told.attending);
    fill(into.operating, told.operating);
    fill(into.facility, told.facility);
}

}  // namespace

std::optional<Date> firstDay(const Incoming& record)
{
    if (record.visit) {
        const auto& visit = *record.visit;
        if (visit.from) return visit.from;
        if (visit.admittedAt) return visit.admittedAt->date;
        if (visit.to) return visit.to;
        if (visit.dischargedAt) return visit.dischargedAt->date;
    }
    std::optional<Date> first;
    for (const auto& charge : record.charges)
        if (charge.line.serviceFrom && (!first || *charge.line.serviceFrom < *first)) first = charge.line.serviceFrom;
    return first;
}

Encounter encounterOf(const IncomingVisit& visit, Date from, const Person& patient)
{
    Encounter encounter;
    encounter.encounterId = visit.number.value;
    encounter.setting = visit.setting.value_or(Setting::professional);
    encounter.service.from = from;
    encounter.service.to = visit.to;
    if (!encounter.service.to && visit.dischargedAt) encounter.service.to = visit.dischargedAt->date;
    encounter.service.placeOfService = visit.placeOfService;
    encounter.service.admittedAt = visit.admittedAt;
    encounter.service.dischargedAt = visit.dischargedAt;
    encounter.service.dischargeStatus = visit.dischargeStatus;
    encounter.patient = patient;
    encounter.coverages = visit.coverages;
    encounter.providers = visit.providers;
    return encounter;
}

Encounter updatedEncounter(const Encounter& encounter, const IncomingVisit& visit, const Person& told)
{
    Encounter after = encounter;
    auto& service = after.service;
    if (visit.from) service.from = *visit.from;
    replace(service.to, visit.to);
    if (!service.to && visit.dischargedAt) service.to = visit.dischargedAt->date;
    replace(service.admittedAt, visit.admittedAt);
    replace(service.dischargedAt, visit.dischargedAt);
    if (!visit.dischargeStatus.empty()) service.dischargeStatus = visit.dischargeStatus;
    fill(service.placeOfService, visit.placeOfService);
    // A setting decides which claim form and which edits apply: with lines captured it is no longer for a message.
    if (visit.setting && after.procedures.empty() && after.diagnoses.empty()) after.setting = *visit.setting;
    if (after.coverages.empty()) after.coverages = visit.coverages;
    fillProviders(after.providers, visit.providers);
    if (after.patient.address.isEmpty()) after.patient.address = told.address;
    fill(after.patient.phone, told.phone);
    return after;
}

std::vector<SourceCode> chargeCodes(const Incoming& record)
{
    std::vector<SourceCode> codes;
    const auto take = [&](SourceCode code) {
        if (text::trim(code.code).empty() || isCarried(record, code.code) || holds(codes, code.code)) return;
        codes.push_back(std::move(code));
    };
    for (const auto& charge : record.charges) {
        SourceCode procedure;
        procedure.kind = SourceCodeKind::procedure;
        if (charge.line.system) procedure.system = toString(*charge.line.system);
        procedure.code = charge.line.code.text;
        procedure.display = charge.line.note;
        procedure.status = "charged";
        procedure.date = charge.line.serviceFrom;
        take(procedure);
        for (const auto& diagnosis : charge.diagnoses) {
            SourceCode code;
            code.kind = SourceCodeKind::diagnosis;
            // FT1-19 may hold ICD-9-CM ("626.2"), which never begins with a letter but V and E.
            if (Icd10CmCode::parse(diagnosis)) code.system = "icd10cm";
            code.code = diagnosis;
            code.status = "charged";
            code.date = charge.line.serviceFrom;
            take(code);
        }
    }
    return codes;
}

}  // namespace cw::app
