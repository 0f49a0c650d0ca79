#include "claim/tables/fhir/fhir_claim.h"

#include "claim/tables/table_rows.h"

namespace cw::fhir_out {

namespace {

Json serviceCode(CodeSystem system, std::string_view code)
{
    return coded(system == CodeSystem::cpt     ? cptSystem
                 : system == CodeSystem::hcpcs ? hcpcsSystem
                                               : icd10pcsSystem,
                 displayCode(system, std::string(code)));
}

Json diagnoses(const Encounter& encounter)
{
    Json all = Json::array();
    int position = 0;
    // Those that lines point at come first, so that their places are the pointers.
    const auto add = [&](const Diagnosis& diagnosis, Json type) {
        Json one = {
            {"sequence", ++position},
            {"diagnosisCodeableConcept", coded(icd10cmSystem, displayCode(CodeSystem::icd10cm, diagnosis.code.text))}};
        put(one, "type", listOf(std::move(type)));
        put(one, "onAdmission", coded(onAdmissionSystem, diagnosis.presentOnAdmission));
        all.push_back(std::move(one));
    };
    for (const auto* diagnosis : encounter.claimDiagnoses())
        add(*diagnosis, codedOf("ex-diagnosistype", position == 0 ? "principal" : ""));
    for (const auto& diagnosis : encounter.diagnoses) {
        if (diagnosis.role == DiagnosisRole::admitting) add(diagnosis, codedOf("ex-diagnosistype", "admitting"));
        // The table of HL7 has no code for it.
        if (diagnosis.role == DiagnosisRole::reasonForVisit) add(diagnosis, worded("patient reason for visit"));
    }
    return all;
}

Json procedures(const Encounter& encounter)
{
    Json all = Json::array();
    for (const auto& line : encounter.procedures) {
        if (!isProcedure(line)) continue;
        Json one = {{"sequence", all.size() + 1}};
        putDay(one, "date", line.serviceFrom);
        one["procedureCodeableConcept"] = serviceCode(CodeSystem::icd10pcs, line.code.text);
        all.push_back(std::move(one));
    }
    return all;
}

Json quantity(Quantity amount, std::string_view unit)
{
    Json one = {{"value", number(amount.decimal())}};
    putText(one, "unit", unit);
    return one;
}

void putService(Json& item, const Encounter& encounter, const ProcedureLine& line)
{
    put(item, "revenue", coded(revenueSystem, line.revenueCode));
    // A line with a revenue code alone: FHIR needs the member all the same.
    auto service = line.system && !line.code.text.empty() ? serviceCode(*line.system, line.code.text)
                                                          : codedOf("data-absent-reason", "not-applicable");
    putText(service, "text", line.details.description);
    item["productOrService"] = std::move(service);
    Json modifiers = Json::array();
    for (const auto& modifier : line.modifiers) {
        if (modifier.empty()) continue;
        // Two digits are CPT's, with a letter they are of HCPCS Level II.
        const bool isDigits = modifier.find_first_not_of("0123456789") == std::string::npos;
        modifiers.push_back(coded(isDigits ? cptSystem : hcpcsSystem, modifier));
    }
    put(item, "modifier", std::move(modifiers));
    const auto from = line.serviceFrom.value_or(encounter.service.from);
    if (line.serviceTo && *line.serviceTo != from)
        item["servicedPeriod"] = period(from, line.serviceTo);
    else
        putDay(item, "servicedDate", std::optional(from));
    put(item, "locationCodeableConcept", coded(placeSystem, encounter.placeOf(line)));
}

/// The price of one unit, where cents can say it.
std::optional<Money> unitPrice(const ProcedureLine& line)
{
    const auto units = line.units.inThousandths();
    if (!line.charge || units <= 0 || line.charge->inCents() * 1000 % units != 0) return std::nullopt;
    return Money::cents(line.charge->inCents() * 1000 / units);
}

Json item(const Encounter& encounter, std::size_t line, int sequence, const CareTeam& team, const Json& visitReference)
{
    const auto& procedure = encounter.procedures[line];
    Json one = {{"sequence", sequence}};
    put(one, "careTeamSequence", team.sequencesOf(line));
    Json pointers = Json::array();
    for (const auto id : procedure.pointers)
        if (const int position = encounter.claimPosition(id); position > 0) pointers.push_back(position);
    put(one, "diagnosisSequence", std::move(pointers));
    putService(one, encounter, procedure);
    one["quantity"] = quantity(procedure.units, procedure.unitBasis == "MJ" ? "min" : "");
    if (const auto price = unitPrice(procedure)) one["unitPrice"] = money(*price);
    if (procedure.charge) one["net"] = money(*procedure.charge);
    one["encounter"] = Json::array({visitReference});
    if (procedure.ndc && !procedure.ndc->code.empty())
        one["detail"] = Json::array({{{"sequence", 1},
                                      {"productOrService", coded(ndcSystem, procedure.ndc->code)},
                                      {"quantity", quantity(procedure.ndc->quantity, procedure.ndc->unit)}}});
    return one;
}

Json insurance(const Claim& claim, const Json& patientReference, Entries& entries, Json& insurer)
{
    const auto& encounter = *claim.encounter;
    Json all = Json::array();
    bool hasFocal = false;
    for (const auto& one : encounter.coverages) {
        const bool isFocal = one.rank == claim.billed && !hasFocal;
        Json entry = {{"sequence", all.size() + 1}, {"focal", isFocal}};
        entry["coverage"] = entries.add(coverage(encounter, one, patientReference, entries));
        if (isFocal) {
            hasFocal = true;
            insurer = entries.add(payer(one.payer));
            if (!encounter.claim.priorAuthorization.empty())
                entry["preAuthRef"] = Json::array({encounter.claim.priorAuthorization});
        }
        all.push_back(std::move(entry));
    }
    return all;
}

/// A replacement or void names the claim that the payer has.
Json related(const ClaimDetails& details)
{
    if (details.originalReferenceNumber.empty()) return nullptr;
    Json original = {{"identifier", identifier("FILL", "", details.originalReferenceNumber)}};
    return listOf({{"claim", std::move(original)}, {"relationship", codedOf("ex-relatedclaimrelationship", "prior")}});
}

Json accident(const Accident& accident)
{
    if (!accident.any() || !accident.date) return nullptr;
    Json one = {{"date", accident.date->iso()}};
    const char* kind = accident.automobile ? "MVA" : accident.employment ? "WPA" : "";
    put(one, "type", codedOf("v3-ActCode", kind));
    if (!accident.state.empty()) one["locationAddress"] = {{"state", accident.state}};
    return one;
}

}  // namespace

bool isProcedure(const ProcedureLine& line)
{
    return line.system == CodeSystem::icd10pcs && line.revenueCode.empty();
}

Json claimResource(const Claim& claim, Date created, Entries& entries)
{
    const auto& encounter = *claim.encounter;
    const auto patientReference = entries.add(patient(encounter.patient));
    const auto visitReference = entries.add(visit(encounter, patientReference));
    Json insurer;
    auto coverages = insurance(claim, patientReference, entries, insurer);
    const CareTeam team(encounter, entries);

    Json resource = {{"resourceType", "Claim"}};
    resource["identifier"] = Json::array({identifier("PLAC", "", claim.number)});
    resource["status"] = tables::frequencyOf(claim) == "8" ? "cancelled" : "active";
    resource["type"] =
        codedOf("claim-type", encounter.setting == Setting::professional ? "professional" : "institutional");
    resource["use"] = "claim";
    resource["patient"] = patientReference;
    resource["billablePeriod"] = period(encounter.service.from, encounter.service.to);
    resource["created"] = created.iso();
    put(resource, "insurer", std::move(insurer));
    if (encounter.providers.billing) resource["provider"] = entries.add(provider(*encounter.providers.billing));
    resource["priority"] = codedOf("processpriority", "normal");
    put(resource, "related", related(encounter.claim));
    if (!encounter.claim.referralNumber.empty())
        resource["referral"] = {{"identifier", {{"value", encounter.claim.referralNumber}}}};
    if (encounter.providers.facility) resource["facility"] = entries.add(location(*encounter.providers.facility));
    put(resource, "careTeam", team.claimMembers());
    put(resource, "supportingInfo", supportingInfo(encounter));
    put(resource, "diagnosis", diagnoses(encounter));
    put(resource, "procedure", procedures(encounter));
    put(resource, "insurance", std::move(coverages));
    put(resource, "accident", accident(encounter.claim.accident));
    Json items = Json::array();
    for (std::size_t line = 0; line < encounter.procedures.size(); ++line)
        if (!isProcedure(encounter.procedures[line]))
            items.push_back(item(encounter, line, static_cast<int>(items.size()) + 1, team, visitReference));
    put(resource, "item", std::move(items));
    resource["total"] = money(encounter.totalCharges());
    return resource;
}

}  // namespace cw::fhir_out
