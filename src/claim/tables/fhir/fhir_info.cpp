#include "claim/tables/fhir/fhir_claim.h"

#include "encounter/institutional_codes.h"

namespace cw::fhir_out {

namespace {

/// Numbers the entries as FHIR wants it.
class Infos {
public:
    Json& add(const char* category, std::string_view words)
    {
        m_all.push_back({{"sequence", m_all.size() + 1}, {"category", codedOf("claiminformationcategory", category)}});
        if (!words.empty()) m_all.back()["category"]["text"] = std::string(words);
        return m_all.back();
    }
    void code(const char* category, std::string_view words, Json concept_)
    {
        if (!concept_.is_null()) put(add(category, words), "code", std::move(concept_));
    }
    void day(const char* category, std::string_view words, const std::optional<Date>& day)
    {
        if (day) putDay(add(category, words), "timingDate", day);
    }
    void text(std::string_view words, std::string_view value)
    {
        if (!value.empty()) putText(add("info", words), "valueString", value);
    }
    Json take() { return std::move(m_all); }

private:
    Json m_all = Json::array();
};

void addStay(const Encounter& encounter, Infos& infos)
{
    const auto& service = encounter.service;
    infos.code("info", "type of bill", coded(billTypeSystem, service.typeOfBill));
    infos.code("info", "priority of visit", coded(priorityOfVisitSystem, service.admissionType));
    infos.code("info", "point of origin", coded(originSystem, service.admissionSource));
    infos.code("discharge", "", coded(dischargeSystem, service.dischargeStatus));
    infos.code("info", "diagnosis related group", coded(drgSystem, encounter.claim.diagnosisRelatedGroup));
    std::optional<Date> from = encounter.claim.hospitalizedFrom;
    std::optional<Date> to = encounter.claim.hospitalizedTo;
    if (service.admittedAt) from = service.admittedAt->date;
    if (service.dischargedAt) to = service.dischargedAt->date;
    if (from || to) put(infos.add("hospitalized", ""), "timingPeriod", period(from, to));
}

/// Codes of UB-04 under the numbers that their tables have in HL7 version 2.
void addInstitutional(const Encounter& encounter, Infos& infos)
{
    const auto codes = parseInstitutionalCodes(encounter.claim.institutional);
    for (const auto& occurrence : codes.occurrences) {
        auto& info = infos.add("info", "occurrence");
        put(info, "code", codedOf("v2-0350", occurrence.code));
        putDay(info, "timingDate", occurrence.date);
    }
    for (const auto& span : codes.spans) {
        auto& info = infos.add("info", "occurrence span");
        put(info, "code", codedOf("v2-0351", span.code));
        put(info, "timingPeriod", period(span.from, span.to));
    }
    for (const auto& condition : codes.conditions) infos.code("info", "condition", codedOf("v2-0043", condition));
    for (const auto& value : codes.values) {
        auto& info = infos.add("info", "value");
        put(info, "code", codedOf("v2-0153", value.code));
        if (value.amount) info["valueQuantity"] = {{"value", number(value.amount->decimal())}};
    }
    for (const auto& treatment : codes.treatments) infos.code("info", "treatment", worded(treatment));
}

}  // namespace

Json supportingInfo(const Encounter& encounter)
{
    const auto& claim = encounter.claim;
    Infos infos;
    addStay(encounter, infos);
    infos.day("onset", "", claim.onsetDate);
    infos.day("info", "last menstrual period", claim.lastMenstrualPeriod);
    for (const auto& date : claim.dates) {
        auto& info = infos.add("info", "date " + date.qualifier);
        if (date.last)
            put(info, "timingPeriod", period(date.first, date.last));
        else
            putDay(info, "timingDate", date.first);
    }
    addInstitutional(encounter, infos);
    infos.text("CLIA number", claim.cliaNumber);
    for (const auto& reference : claim.references) infos.text("reference " + reference.qualifier, reference.value);
    infos.text("note", claim.note);
    for (const auto& note : claim.notes) infos.text("note " + note.code, note.text);
    for (const auto& paper : claim.paperwork) {
        auto& info = infos.add("attachment", "");
        put(info, "code", worded(paper.type));
        putText(info, "valueString", paper.controlNumber);
    }
    return infos.take();
}

}  // namespace cw::fhir_out
