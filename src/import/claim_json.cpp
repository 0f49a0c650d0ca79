#include "import/claim_json.h"

#include "import/claim_parts_json.h"
#include "import/party_json.h"

#include <array>

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

/// What ClaimDetails::institutional holds, in the order of the form.
struct InstitutionalMember {
    const char* name;
    bool isAlwaysWritten = true;  ///< Empty when there is none.
};
constexpr std::array<InstitutionalMember, 6> institutionalMembers = {
    {{"occurrences"}, {"occurrence_spans", false}, {"conditions"}, {"values"}, {"treatments", false}, {"ambulance"}}};

/// The UB-04 codes and the ambulance data are kept as they came; read here only to refuse unusable ones.
void checkInstitutional(JsonObject& json)
{
    json.eachObject("occurrences", [](JsonObject& occurrence) {
        occurrence.text("code");
        occurrence.date("date");
    });
    json.eachObject("occurrence_spans", [](JsonObject& span) {
        span.text("code");
        span.date("from");
        span.date("to");
    });
    json.eachObject("conditions", [](JsonObject& condition) { condition.text("code"); });
    json.eachObject("values", [](JsonObject& value) {
        value.text("code");
        value.money("amount");
    });
    json.eachObject("treatments", [](JsonObject& treatment) { treatment.text("code"); });
    auto ambulance = json.object("ambulance");
    ambulance.text("transport_reason");
    ambulance.quantity("miles");
    ambulance.quantity("patient_pounds");
    ambulance.text("round_trip_reason");
    ambulance.text("stretcher_reason");
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
    for (const auto& [name, isAlwaysWritten] : institutionalMembers) {
        const auto text = json.raw(name);
        if (text.empty()) continue;
        kept.json(name, text);
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
    for (const auto& [name, isAlwaysWritten] : institutionalMembers) {
        const auto* found = kept->find(name);
        if (found == nullptr && !isAlwaysWritten) continue;
        writer.key(name);
        writer.node(found != nullptr ? *found : name == std::string_view("ambulance") ? none : emptyList);
    }
}

/// What joined the form with the claim files: written only where it is set.
void readGrowth(JsonObject& json, ClaimDetails& into)
{
    into.patientSignatureSource = json.text("patient_signature_source");
    into.specialProgram = json.text("special_program");
    into.delayReason = json.text("delay_reason");
    into.diagnosisRelatedGroup = json.text("drg");
    into.anesthesiaProcedures = json.texts("anesthesia_procedures");
    into.references = readReferences(json);
    into.dates = readDates(json);
    into.notes = readNotes(json);
    into.paperwork = readPaperwork(json);
    into.certifications = readCertifications(json);
    into.fileInformation = json.texts("file_information");
}

void writeGrowth(JsonWriter& writer, const ClaimDetails& claim)
{
    writer.textIfAny("patient_signature_source", claim.patientSignatureSource);
    writer.textIfAny("special_program", claim.specialProgram);
    writer.textIfAny("delay_reason", claim.delayReason);
    writer.textIfAny("drg", claim.diagnosisRelatedGroup);
    writer.textsIfAny("anesthesia_procedures", claim.anesthesiaProcedures);
    writeReferences(writer, claim.references);
    writeDates(writer, claim.dates);
    writeNotes(writer, claim.notes);
    writePaperwork(writer, claim.paperwork);
    writeCertifications(writer, claim.certifications);
    writer.textsIfAny("file_information", claim.fileInformation);
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
    readGrowth(json, claim);
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
    writer.textsIfAny("flags", claim.flags);
    writeGrowth(writer, claim);
    writeInstitutional(writer, claim.institutional);
    writer.endObject(claim.foreign);
}

}  // namespace cw
