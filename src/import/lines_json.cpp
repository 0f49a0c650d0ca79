#include "import/lines_json.h"

#include "base/text.h"
#include "import/line_details_json.h"

namespace cw {

namespace {

const JsonObject::Choices<DiagnosisRole> roles = {{"diagnosis", DiagnosisRole::diagnosis},
                                                  {"admitting", DiagnosisRole::admitting},
                                                  {"reason_for_visit", DiagnosisRole::reasonForVisit}};
const JsonObject::Choices<CodeSystem> procedureSystems = {
    {"cpt", CodeSystem::cpt}, {"hcpcs", CodeSystem::hcpcs}, {"icd10pcs", CodeSystem::icd10pcs}};

/// The dot is dropped where it belongs; one that stands elsewhere stays, so that the edits see a malformed code.
EnteredCode diagnosisCode(std::string_view entered)
{
    auto code = text::upperAscii(text::trim(entered));
    if (code.size() > 4 && code[3] == '.') code.erase(3, 1);
    return {std::move(code)};
}

/// By shape; a malformed code goes to the system whose codes begin like it, so that the edits judge it there.
CodeSystem systemByShape(const std::string& code)
{
    if (const auto found = ProcedureCode::parseLevel1or2(code)) return found->system();
    if (ProcedureCode::parse(CodeSystem::icd10pcs, code)) return CodeSystem::icd10pcs;
    return code[0] >= 'A' && code[0] <= 'Z' ? CodeSystem::hcpcs : CodeSystem::cpt;
}

Diagnosis readDiagnosis(JsonObject& json, IdSource& ids)
{
    Diagnosis diagnosis;
    diagnosis.id = {ids.next()};
    diagnosis.code = diagnosisCode(json.text("code"));
    diagnosis.presentOnAdmission = json.text("present_on_admission");
    diagnosis.role = json.choice("role", roles).value_or(DiagnosisRole::diagnosis);
    diagnosis.foreign = json.foreign();
    return diagnosis;
}

std::optional<DrugCode> readDrug(JsonObject json)
{
    if (!json.isPresent()) return std::nullopt;
    DrugCode drug;
    drug.code = json.text("code");
    drug.quantity = json.quantity("quantity").value_or(Quantity{});
    drug.unit = json.text("unit");
    drug.foreign = json.foreign();
    return drug;
}

void readPointers(JsonObject& json, const std::vector<const Diagnosis*>& targets, ProcedureLine& into)
{
    for (const int pointer : json.integers("diagnosis_pointers")) {
        if (pointer >= 1 && static_cast<std::size_t>(pointer) <= targets.size())
            into.pointers.push_back(targets[static_cast<std::size_t>(pointer) - 1]->id);
        else
            into.brokenPointers.push_back(pointer);
    }
}

ProcedureLine readProcedure(JsonObject& json, const std::vector<const Diagnosis*>& targets, IdSource& ids)
{
    ProcedureLine line;
    line.id = {ids.next()};
    line.system = json.choice("code_system", procedureSystems);
    line.code.text = text::upperAscii(text::trim(json.text("code")));
    if (!line.system && !line.code.text.empty()) line.system = systemByShape(line.code.text);
    for (const auto& modifier : json.texts("modifiers"))
        line.modifiers.push_back(text::upperAscii(text::trim(modifier)));
    line.units = json.quantity("units").value_or(Quantity::whole(1));
    if (auto basis = json.text("unit_basis"); !basis.empty()) line.unitBasis = std::move(basis);
    line.charge = json.money("charge");
    line.serviceFrom = json.date("service_from");
    line.serviceTo = json.date("service_to");
    line.placeOfService = json.text("place_of_service");
    readPointers(json, targets, line);
    line.revenueCode = json.text("revenue_code");
    line.ndc = readDrug(json.object("ndc"));
    line.note = json.text("note");
    line.details = readDetails(json);
    line.foreign = json.foreign();
    return line;
}

void writeDrug(JsonWriter& writer, const DrugCode& drug)
{
    writer.beginObject();
    writer.text("code", drug.code);
    writer.textOrNull("quantity", drug.quantity == Quantity{} ? std::string() : drug.quantity.decimal());
    writer.text("unit", drug.unit);
    writer.endObject(drug.foreign);
}

void writeDiagnosis(JsonWriter& writer, const Diagnosis& diagnosis)
{
    writer.beginObject();
    writer.text("code", displayCode(CodeSystem::icd10cm, diagnosis.code.text));
    writer.textOrNull("present_on_admission", diagnosis.presentOnAdmission);
    writer.text("role", JsonObject::nameOf<DiagnosisRole>(roles, diagnosis.role));
    writer.endObject(diagnosis.foreign);
}

void writeProcedure(JsonWriter& writer, const Encounter& encounter, const ProcedureLine& line)
{
    writer.beginObject();
    writer.textOrNull("code_system", line.system ? toString(*line.system) : std::string_view());
    writer.textOrNull("code", line.code.text);
    writer.key("modifiers");
    writer.beginArray();
    for (const auto& modifier : line.modifiers) writer.text(modifier);
    writer.endArray();
    writer.text("units", line.units.decimal());
    writer.text("unit_basis", line.unitBasis);
    writer.textOrNull("charge", line.charge ? line.charge->decimal() : std::string());
    writer.iso("service_from", line.serviceFrom);
    writer.iso("service_to", line.serviceTo);
    writer.text("place_of_service", line.placeOfService);
    writer.key("diagnosis_pointers");
    writer.beginArray();
    for (const auto id : line.pointers) writer.integer(encounter.claimPosition(id));
    for (const int broken : line.brokenPointers) writer.integer(broken);
    writer.endArray();
    writer.text("revenue_code", line.revenueCode);
    writer.key("ndc");
    if (line.ndc)
        writeDrug(writer, *line.ndc);
    else
        writer.null();
    writer.text("note", line.note);
    writeDetails(writer, line.details);
    writer.endObject(line.foreign);
}

}  // namespace

void readLines(JsonObject& json, Encounter& into, IdSource& ids)
{
    json.eachObject("diagnoses", [&](JsonObject& entry) { into.diagnoses.push_back(readDiagnosis(entry, ids)); });
    const auto targets = into.claimDiagnoses();
    json.eachObject("procedures",
                    [&](JsonObject& entry) { into.procedures.push_back(readProcedure(entry, targets, ids)); });
}

void writeDiagnoses(JsonWriter& writer, const Encounter& encounter)
{
    writer.beginArray();
    for (const auto& diagnosis : encounter.diagnoses) writeDiagnosis(writer, diagnosis);
    writer.endArray();
}

void writeProcedures(JsonWriter& writer, const Encounter& encounter)
{
    writer.beginArray();
    for (const auto& line : encounter.procedures) writeProcedure(writer, encounter, line);
    writer.endArray();
}

}  // namespace cw
