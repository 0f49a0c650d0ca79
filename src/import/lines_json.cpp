#include "import/lines_json.h"

#include "base/text.h"

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
    line.foreign = json.foreign();
    return line;
}

Json writeDrug(const DrugCode& drug)
{
    Json json = {{"code", drug.code},
                 {"quantity", drug.quantity == Quantity{} ? Json(nullptr) : Json(drug.quantity.decimal())},
                 {"unit", drug.unit}};
    appendForeign(json, drug.foreign);
    return json;
}

Json writeProcedure(const Encounter& encounter, const ProcedureLine& line)
{
    Json pointers = Json::array();
    for (const auto id : line.pointers) pointers.push_back(encounter.claimPosition(id));
    for (const int broken : line.brokenPointers) pointers.push_back(broken);
    Json json = {{"code_system", line.system ? Json(toString(*line.system)) : Json(nullptr)},
                 {"code", textOrNull(line.code.text)},
                 {"modifiers", line.modifiers},
                 {"units", line.units.decimal()},
                 {"unit_basis", line.unitBasis},
                 {"charge", line.charge ? Json(line.charge->decimal()) : Json(nullptr)},
                 {"service_from", isoOrNull(line.serviceFrom)},
                 {"service_to", isoOrNull(line.serviceTo)},
                 {"place_of_service", line.placeOfService},
                 {"diagnosis_pointers", std::move(pointers)},
                 {"revenue_code", line.revenueCode},
                 {"ndc", line.ndc ? writeDrug(*line.ndc) : Json(nullptr)},
                 {"note", line.note}};
    appendForeign(json, line.foreign);
    return json;
}

}  // namespace

void readLines(JsonObject& json, Encounter& into, IdSource& ids)
{
    json.eachObject("diagnoses", [&](JsonObject& entry) { into.diagnoses.push_back(readDiagnosis(entry, ids)); });
    const auto targets = into.claimDiagnoses();
    json.eachObject("procedures",
                    [&](JsonObject& entry) { into.procedures.push_back(readProcedure(entry, targets, ids)); });
}

Json writeDiagnoses(const Encounter& encounter)
{
    Json all = Json::array();
    for (const auto& diagnosis : encounter.diagnoses) {
        Json json = {{"code", displayCode(CodeSystem::icd10cm, diagnosis.code.text)},
                     {"present_on_admission", textOrNull(diagnosis.presentOnAdmission)}};
        for (const auto& [name, role] : roles)
            if (role == diagnosis.role) json["role"] = name;
        appendForeign(json, diagnosis.foreign);
        all.push_back(std::move(json));
    }
    return all;
}

Json writeProcedures(const Encounter& encounter)
{
    Json all = Json::array();
    for (const auto& line : encounter.procedures) all.push_back(writeProcedure(encounter, line));
    return all;
}

}  // namespace cw
