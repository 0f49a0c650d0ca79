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

void writeAccident(JsonWriter& writer, const Accident& accident)
{
    writer.beginObject();
    writer.boolean("auto", accident.automobile);
    writer.boolean("employment", accident.employment);
    writer.boolean("other", accident.other);
    writer.iso("date", accident.date);
    writer.textOrNull("state", accident.state);
    writer.endObject(accident.foreign);
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
    JsonWriter kept(JsonWriter::Layout::compact);
    bool isEmpty = true;
    kept.beginObject();
    for (const char* key : {"occurrences", "conditions", "values", "ambulance"}) {
        const auto text = json.raw(key);
        if (text.empty()) continue;
        kept.json(key, text);
        isEmpty = false;
    }
    kept.endObject();
    return isEmpty ? std::string() : kept.take();
}

void writeInstitutional(JsonWriter& writer, const std::string& institutional)
{
    auto kept = institutional.empty() ? Result<JsonNode>(JsonNode{}) : parseJson(institutional, "institutional");
    if (!kept) kept = JsonNode{};
    JsonNode emptyList;
    emptyList.kind = JsonNode::Kind::array;
    const JsonNode none;
    for (const char* key : {"occurrences", "conditions", "values", "ambulance"}) {
        const auto* found = kept->find(key);
        writer.key(key);
        writer.node(found != nullptr ? *found : key == std::string_view("ambulance") ? none : emptyList);
    }
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

void writeService(JsonWriter& writer, const Service& service)
{
    writer.beginObject();
    writer.text("from", service.from.iso());
    writer.iso("to", service.to);
    writer.text("place_of_service", service.placeOfService);
    writer.iso("admitted_at", service.admittedAt);
    writer.iso("discharged_at", service.dischargedAt);
    writer.textOrNull("admission_type", service.admissionType);
    writer.textOrNull("admission_source", service.admissionSource);
    writer.textOrNull("discharge_status", service.dischargeStatus);
    writer.textOrNull("type_of_bill", service.typeOfBill);
    writer.endObject(service.foreign);
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
    claim.flags = json.texts("flags");
    claim.institutional = institutionalOf(json);
    claim.foreign = json.foreign();
    return claim;
}

void writeClaimDetails(JsonWriter& writer, const ClaimDetails& claim)
{
    writer.beginObject();
    writer.text("accept_assignment", claim.acceptAssignment);
    writer.boolean("signature_on_file", claim.signatureOnFile);
    writer.text("benefits_assigned", claim.benefitsAssigned);
    writer.text("release_of_information", claim.releaseOfInformation);
    writer.text("prior_authorization", claim.priorAuthorization);
    writer.text("referral_number", claim.referralNumber);
    writer.text("clia_number", claim.cliaNumber);
    writer.text("original_reference_number", claim.originalReferenceNumber);
    writer.text("frequency_code", claim.frequencyCode);
    writer.text("patient_paid", claim.patientPaid.decimal());
    writer.text("note", claim.note);
    writer.key("accident");
    writeAccident(writer, claim.accident);
    writer.iso("onset_date", claim.onsetDate);
    writer.iso("last_menstrual_period", claim.lastMenstrualPeriod);
    writer.iso("hospitalized_from", claim.hospitalizedFrom);
    writer.iso("hospitalized_to", claim.hospitalizedTo);
    if (!claim.flags.empty()) {
        writer.key("flags");
        writer.beginArray();
        for (const auto& flag : claim.flags) writer.text(flag);
        writer.endArray();
    }
    writeInstitutional(writer, claim.institutional);
    writer.endObject(claim.foreign);
}

}  // namespace cw
