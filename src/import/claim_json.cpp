#include "import/claim_json.h"

#include "import/party_json.h"

namespace cw {

namespace {

Accident readAccident(JsonObject json)
{
    Accident accident;
    accident.automobile = json.boolean("auto").value_or(false);
    accident.employment = json.boolean("employment").value_or(false);
    accident.other = json.boolean("other").value_or(false);
    accident.date = json.date("date");
    accident.state = json.text("state");
    accident.foreign = json.foreign();
    return accident;
}

Json writeAccident(const Accident& accident)
{
    Json json = {{"auto", accident.automobile},
                 {"employment", accident.employment},
                 {"other", accident.other},
                 {"date", isoOrNull(accident.date)},
                 {"state", textOrNull(accident.state)}};
    appendForeign(json, accident.foreign);
    return json;
}

/// The UB-04 codes and the ambulance data are kept as they came; read here only to refuse unusable ones.
void checkInstitutional(JsonObject& json)
{
    json.eachObject("occurrences", [](JsonObject& occurrence) {
        occurrence.text("code");
        occurrence.date("date");
    });
    json.eachObject("conditions", [](JsonObject& condition) { condition.text("code"); });
    json.eachObject("values", [](JsonObject& value) {
        value.text("code");
        value.money("amount");
    });
    auto ambulance = json.object("ambulance");
    ambulance.text("transport_reason");
    ambulance.quantity("miles");
    readAddress(ambulance.object("pick_up"));
    readAddress(ambulance.object("drop_off"));
    ambulance.texts("conditions");
}

std::string institutionalOf(JsonObject& json)
{
    checkInstitutional(json);
    Json kept = Json::object();
    for (const char* key : {"occurrences", "conditions", "values", "ambulance"})
        if (const auto text = json.raw(key); !text.empty()) kept[key] = Json::parse(text);
    return kept.empty() ? std::string() : dumpJson(kept);
}

void writeInstitutional(const std::string& institutional, Json& claim)
{
    const auto kept = institutional.empty() ? Json::object() : Json::parse(institutional, nullptr, false);
    for (const char* key : {"occurrences", "conditions", "values"})
        claim[key] = kept.is_object() && kept.contains(key) ? kept[key] : Json::array();
    claim["ambulance"] = kept.is_object() && kept.contains("ambulance") ? kept["ambulance"] : Json(nullptr);
}

}  // namespace

Service readService(JsonObject json)
{
    Service service;
    if (const auto from = json.date("from"))
        service.from = *from;
    else
        json.refuse("from", "is needed: a date string of the form YYYY-MM-DD");
    service.to = json.date("to");
    service.placeOfService = json.text("place_of_service");
    service.admittedAt = json.minute("admitted_at");
    service.dischargedAt = json.minute("discharged_at");
    service.admissionType = json.text("admission_type");
    service.admissionSource = json.text("admission_source");
    service.dischargeStatus = json.text("discharge_status");
    service.typeOfBill = json.text("type_of_bill");
    service.foreign = json.foreign();
    return service;
}

Json writeService(const Service& service)
{
    Json json = {{"from", service.from.iso()},
                 {"to", isoOrNull(service.to)},
                 {"place_of_service", service.placeOfService},
                 {"admitted_at", isoOrNull(service.admittedAt)},
                 {"discharged_at", isoOrNull(service.dischargedAt)},
                 {"admission_type", textOrNull(service.admissionType)},
                 {"admission_source", textOrNull(service.admissionSource)},
                 {"discharge_status", textOrNull(service.dischargeStatus)},
                 {"type_of_bill", textOrNull(service.typeOfBill)}};
    appendForeign(json, service.foreign);
    return json;
}

ClaimDetails readClaimDetails(JsonObject json)
{
    ClaimDetails claim;
    claim.acceptAssignment = json.text("accept_assignment");
    claim.signatureOnFile = json.boolean("signature_on_file");
    claim.benefitsAssigned = json.text("benefits_assigned");
    claim.releaseOfInformation = json.text("release_of_information");
    claim.priorAuthorization = json.text("prior_authorization");
    claim.referralNumber = json.text("referral_number");
    claim.cliaNumber = json.text("clia_number");
    claim.originalReferenceNumber = json.text("original_reference_number");
    claim.frequencyCode = json.text("frequency_code");
    claim.patientPaid = json.money("patient_paid").value_or(Money{});
    claim.note = json.text("note");
    claim.accident = readAccident(json.object("accident"));
    claim.onsetDate = json.date("onset_date");
    claim.lastMenstrualPeriod = json.date("last_menstrual_period");
    claim.hospitalizedFrom = json.date("hospitalized_from");
    claim.hospitalizedTo = json.date("hospitalized_to");
    claim.institutional = institutionalOf(json);
    claim.foreign = json.foreign();
    return claim;
}

Json writeClaimDetails(const ClaimDetails& claim)
{
    Json json = {{"accept_assignment", claim.acceptAssignment},
                 {"signature_on_file", claim.signatureOnFile ? Json(*claim.signatureOnFile) : Json(nullptr)},
                 {"benefits_assigned", claim.benefitsAssigned},
                 {"release_of_information", claim.releaseOfInformation},
                 {"prior_authorization", claim.priorAuthorization},
                 {"referral_number", claim.referralNumber},
                 {"clia_number", claim.cliaNumber},
                 {"original_reference_number", claim.originalReferenceNumber},
                 {"frequency_code", claim.frequencyCode},
                 {"patient_paid", claim.patientPaid.decimal()},
                 {"note", claim.note},
                 {"accident", writeAccident(claim.accident)},
                 {"onset_date", isoOrNull(claim.onsetDate)},
                 {"last_menstrual_period", isoOrNull(claim.lastMenstrualPeriod)},
                 {"hospitalized_from", isoOrNull(claim.hospitalizedFrom)},
                 {"hospitalized_to", isoOrNull(claim.hospitalizedTo)}};
    writeInstitutional(claim.institutional, json);
    appendForeign(json, claim.foreign);
    return json;
}

}  // namespace cw
